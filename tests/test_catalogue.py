"""The catalogue of what a school and a partner can do together: our own file, what suits whom, and a wrong one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.catalogue import FILE, Catalogue, catalogue, examples
from generator.errors import BadText
from generator.package import resource
from generator.profile.activity import ActivityType
from generator.profile.base import Section
from generator.profile.describe import ACTIVITY_OF_TYPE, field_at
from generator.profile.party import Kind
from generator.profile.rules_activities import OWN_PERIOD

AGREED = resource("agreements")
OURS = catalogue((AGREED,))
ENTRY = """
    name: {nl: Gastles, en: Guest lesson}
    what: {nl: Iemand vertelt., en: Somebody tells.}
    tip: {nl: Vraag door., en: Ask on.}
    suits: [company]
    first_step: true
    money: no
"""


def own(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


# -- our own ------------------------------------------------------------------------------------------------------------------


def test_it_has_every_type_of_activity() -> None:
    assert set(OURS.activities) == set(ActivityType)
    assert Counter(str(entry.money) for entry in OURS.activities.values()) == {"maybe": 10, "yes": 4, "no": 1}


@pytest.mark.parametrize("type_", list(ActivityType))
def test_what_an_entry_asks_and_brings_exists(type_: ActivityType) -> None:
    entry, activity = OURS.activities[type_], ACTIVITY_OF_TYPE[type_]
    assert issubclass(activity, Section)
    assert entry.asks
    assert [path for path in entry.asks if field_at(activity, path) is None] == []
    assert [name for name in entry.clauses if not (AGREED / f"clauses/{name}.nl.md").is_file()] == []


@pytest.mark.parametrize("type_", list(ActivityType))
def test_what_an_entry_asks_tells_when_it_is(type_: ActivityType) -> None:
    """Else an activity that was just added would at once lack a period (DO-06a)."""
    days = {"schedule.first", "schedule.dates", *OWN_PERIOD}
    assert days & set(OURS.activities[type_].asks) or type_ is ActivityType.DOORLOPENDE_LEERROUTE


@pytest.mark.parametrize("type_", list(ActivityType))
def test_it_speaks_in_sentences_to_nobody_in_particular(type_: ActivityType) -> None:
    entry = OURS.activities[type_]
    for words in (entry.what, entry.tip):
        for text in (words.nl, words.en):
            assert text[0].isupper()
            assert text.endswith(".")
            assert "  " not in text
        assert not {"u", "uw", "je", "jij", "jouw", "student", "keuzedeel"} & set(words.nl.lower().rstrip(".").split())


# -- what suits whom ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_partner_is_offered_first_steps_first(kind: Kind) -> None:
    offered = [one.first_step for one in examples(OURS, kind, "nl")]
    assert offered == sorted(offered, reverse=True)
    assert 3 <= sum(offered) < len(offered)


def test_a_partner_is_offered_what_suits_it() -> None:
    names = {kind: [one.name for one in examples(OURS, kind, "nl")] for kind in Kind}
    assert "Keuzevak op het mbo" in names[Kind.MBO_COLLEGE]
    assert "Lintstage" not in names[Kind.MBO_COLLEGE]
    assert "Hybride docent" in names[Kind.COMPANY]
    assert "Keuzevak op het mbo" not in names[Kind.COMPANY]
    assert "Hybride docent" not in names[Kind.MUNICIPALITY]


def test_an_example_is_in_the_language_that_is_asked() -> None:
    dutch, english = (examples(OURS, Kind.COMPANY, language)[0] for language in ("nl", "en"))
    assert (dutch.type, dutch.name, english.name) == (ActivityType.GASTLES, "Gastles", "Guest lesson")
    assert dutch.what == "Iemand uit de praktijk geeft een of enkele lessen over het eigen vak."
    assert english.tip.startswith("Let pupils think of questions beforehand")


# -- a school's own -----------------------------------------------------------------------------------------------------------


def test_a_schools_own_catalogue_counts_instead_of_ours(tmp_path: Path) -> None:
    folder = own(tmp_path, f"activities:\n  gastles:{ENTRY}")
    assert list(catalogue((folder, AGREED)).activities) == [ActivityType.GASTLES]
    assert examples(catalogue((folder, AGREED)), Kind.MUNICIPALITY, "nl") == ()


def test_without_a_catalogue_there_are_no_examples(tmp_path: Path) -> None:
    assert catalogue((tmp_path,)) == Catalogue()


@pytest.mark.parametrize(
    ("text", "fault", "hint"),
    [
        ("", "catalogue.yaml:1: the file is empty", "begins with keys"),
        ("activiteiten: {}", "catalogue.yaml:1: activiteiten: unknown field 'activiteiten'", "did you mean 'activities'?"),
        (
            f"activities:\n  gastlessen:{ENTRY}",
            "catalogue.yaml:2: activities.gastlessen: 'gastlessen' is not one of the choices",
            "did you mean 'gastles'?",
        ),
        (
            f"activities:\n  gastles:{ENTRY.replace('en: Somebody tells.', '')}",
            "catalogue.yaml:4: activities.gastles.what.en: en is missing",
            "add 'en: …'",
        ),
        (
            f"activities:\n  gastles:{ENTRY.replace('[company]', '[bedrijf]')}",
            "catalogue.yaml:6: activities.gastles.suits.0: 'bedrijf' is not one of the choices",
            "choose from: association, company",
        ),
        (
            f"activities:\n  gastles:{ENTRY.replace('money: no', 'money: never')}",
            "catalogue.yaml:8: activities.gastles.money: 'never' is not one of the choices",
            "choose from: maybe, no, yes",
        ),
        (
            f"activities:\n  gastles:{ENTRY.replace('first_step', 'firststep')}",
            "catalogue.yaml:2: activities.gastles.first_step: first_step is missing",
            "add 'first_step: …'",
        ),
    ],
)
def test_a_wrong_catalogue_is_told_with_its_line(tmp_path: Path, text: str, fault: str, hint: str) -> None:
    with pytest.raises(BadText) as raised:
        catalogue((own(tmp_path, text),))
    faults = {str(one): one.hint for one in raised.value.faults}
    assert fault in faults
    assert hint in faults[fault]
