"""Every rule of domain chapter 8: its case file shows when it speaks, what it says, and when it is silent."""

from __future__ import annotations

import re

import pytest

from generator.advice.saying import FOLDER as WORDS
from generator.advice.saying import said
from generator.advice.table import ADVICE, CHECKED, NETWORK, REFUSED, reads, severities
from generator.load.yaml import read_yaml
from generator.profile.rule_ids import RuleId
from tests.advice.cases import FOLDER, Case, cases

CASES = [case for file in sorted(FOLDER.glob("*.yaml")) for case in cases(file)]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}: {case.when}" for case in CASES])
def test_a_rule_says_what_its_case_says(case: Case) -> None:
    assert [f"{fault.severity} {fault.path}: {fault.problem}".replace("\xa0", " ") for fault in case.told()] == list(case.says)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_said_has_no_gaps(language: str) -> None:
    for case in CASES:
        for fault in case.told(language):
            assert not re.search(r"\{\w+\}|‘’|  |None|\(\)| [.,]", f"{fault.problem} {fault.hint}"), (case.rule, fault)


def test_every_rule_has_a_case_in_which_it_speaks_and_one_in_which_it_is_silent() -> None:
    spoken, silent = ({case.rule for case in CASES if bool(case.says) is speaks} for speaks in (True, False))
    assert spoken == silent == {str(rule) for rule in RuleId}


def test_every_rule_is_in_one_table_and_has_words_in_both_languages() -> None:
    assert [rule for rule in RuleId if not severities(rule)] == []
    assert [rule for rule in RuleId for language in ("nl", "en") if said(rule, language) is None] == []
    written = {rule.split()[0] for file in WORDS.glob("*.yaml") for rule in read_yaml(file, file.name).data or {}}
    assert written == {str(rule) for rule in RuleId}


def test_a_rule_is_looked_for_in_one_place_only() -> None:
    """L-09 has two sides: what the profile says of the exam programme, and whether it is too late today."""
    tables = [{str(rule.id) for rule in ADVICE}, {str(rule.id) for rule in NETWORK}, {rule.name for rule in CHECKED}]
    found = [name for table in (*tables, {str(rule) for rule in REFUSED}) for name in table if name]
    assert {name for name in found if found.count(name) > 1} <= {"L-09", "D-03"}


def test_every_rule_of_advice_says_what_it_reads() -> None:
    assert [rule.id for rule in ADVICE if not reads(rule.id)] == []


def test_the_severities_are_those_of_the_domain() -> None:
    assert {str(rule): "/".join(each[0].upper() for each in severities(rule)) for rule in RuleId} == DOMAIN


DOMAIN = dict(
    line.split()
    for line in """
DO-01a W
DO-01b W
DO-01c H
DO-01d W
DO-02a E
DO-02b W
DO-02c H
DO-03 H
DO-04a W
DO-04b H
DO-05 H
DO-06a E
DO-06b E
DO-06c W
DO-07a E
DO-07b W
DO-07c W
DO-08a H
DO-08b W
DO-09a H
DO-09b H
DO-09c W
DO-10 H
DT-01 W
DT-02 W
DT-03 E/W
DT-04 E
DT-05a W
DT-05b H
DT-05c W
DT-06a E
DT-06b W
FZ-01 H
FZ-02 H
FZ-03 H
FZ-04 W
FZ-05 W
FZ-06 W
FZ-07 W
FZ-08 H
WT-01 H
WT-02 H
WT-03 H
L-01 E
L-02 W
L-03 E
L-04 E
L-05 E
L-06 E
L-07 W
L-08 E
L-09 E/W
L-10 W
L-11 E
L-12 W
L-13 W
L-14 W
L-15 E
L-16 W
L-17 W
L-18 W
L-19 W
D-01 E
D-02 W
D-03 E
D-04 E/W
D-05 W
D-06 W
""".strip().splitlines()
)
