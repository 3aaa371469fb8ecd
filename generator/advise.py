"""Advice on partners: every rule, with why and what to do. In: a workspace, partners, a day. Out: advice, and other faults.

Rules look at a partner as its file is read, so that each finding has its line; here it gets its words and its ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.advice.base import AGREEMENT, Paper
from generator.advice.looking import looking, network_advice, worded, words_of
from generator.advice.saying import said
from generator.advice.table import REFUSED
from generator.agenda.due import Paper as Made
from generator.agenda.papers import papers_of
from generator.errors import BadInput, Fault, Severity
from generator.kinds import Kind, kinds
from generator.look import SCHOOL_FILE
from generator.profile import Profile, School
from generator.setting import setting_of
from generator.workspace import Contents, Workspace, read, school_of


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice."""

    partner: str
    """The partner's id; empty for what is about the school, or about all partners together."""
    fault: Fault
    """Place, message, what to do; a rule that is accepted has its reason there."""
    why: str
    source: str

    @property
    def weight(self) -> int:
        """The place in which it is told: the heaviest first, and what is accepted last."""
        return len(Severity) if self.fault.accepted else list(Severity).index(self.fault.severity)


@dataclass(frozen=True, slots=True)
class Advised:
    """All that is told of some partners."""

    advice: tuple[Advice, ...]
    others: tuple[Fault, ...]
    """Faults that no rule of advice is about: ``check`` tells them."""
    names: dict[str, str]
    """Partner id to name; of a file that cannot be used, the id."""

    @property
    def errors(self) -> bool:
        """Whether something keeps documents from being final, or a profile from being used."""
        told = (*(each.fault for each in self.advice), *self.others)
        return any(fault.severity is Severity.ERROR for fault in told)

    def at_least(self, least: Severity) -> tuple[Advice, ...]:
        """The advice that weighs so much; what is accepted stays in sight."""
        seen = list(Severity)[: list(Severity).index(least) + 1]
        return tuple(each for each in self.advice if each.fault.severity in seen or each.fault.accepted)


def advise(workspace: Workspace, wanted: tuple[str, ...], today: date, language: str) -> Advised:
    """The advice on these partners, or on all and on the network that they are.

    Raises WrongUsage for an unknown partner, BadInput when the school or the register cannot be read.
    """
    papers = by_section(workspace, papers_of(workspace.root, school_of(workspace)))
    contents = read(workspace, wanted, looking(setting_of(workspace, today, papers), language))
    if contents.school is None:
        raise BadInput(*contents.faults)
    told = list(_of_files(contents, contents.school, language))
    others = tuple(each for each in told if isinstance(each, Fault))
    found = [each for each in told if isinstance(each, Advice)]
    if not wanted:
        found += [_advice("", fault, language) for fault in network_advice(contents.partners, contents.school, language)]
    names = {each.id: _name(each) for each in contents.partners}
    order = {name: place for place, name in enumerate(("", *contents.files))}
    in_order = sorted(found, key=lambda each: (order[each.partner], each.weight))
    return Advised(tuple(in_order), others, {id_: names.get(id_, id_) for id_ in contents.files})


def open_advice(contents: Contents) -> dict[str, dict[Severity, int]]:
    """How much advice of each severity is open, by partner; what is accepted is not."""
    partners = {file: id_ for id_, file in contents.files.items()}
    found: dict[str, dict[Severity, int]] = {}
    for fault in contents.faults:
        if fault.file in partners and said(fault.rule, "nl") and not fault.accepted:
            counts = found.setdefault(partners[fault.file], dict.fromkeys(Severity, 0))
            counts[fault.severity] += 1
    return found


def _of_files(contents: Contents, school: School, language: str) -> Iterator[Advice | Fault]:
    """What was found in the files: as advice, when a rule of advice found it."""
    partners = {file: id_ for id_, file in contents.files.items()}
    profiles = {each.id for each in contents.partners}
    for fault in contents.faults:
        partner = partners.get(fault.file, "")
        if not said(fault.rule, language):
            yield fault
        elif fault.file == SCHOOL_FILE:
            yield _advice("", worded(fault, school, language), language)
        elif partner not in profiles and fault.rule in REFUSED:
            yield _advice(partner, worded(fault, None, language), language)
        else:
            yield _advice(partner, fault, language)


def _advice(partner: str, fault: Fault, language: str) -> Advice:
    words = words_of(fault, language)
    assert words is not None, f"rule {fault.rule} has no words"
    return Advice(partner, fault, words.why, words.source)


def _name(profile: Profile) -> str:
    return profile.partner.trade_name or profile.partner.legal_name


# --- what was made ------------------------------------------------------------------------------------------------------------


def by_section(workspace: Workspace, made: Mapping[str, tuple[Made, ...]]) -> dict[str, tuple[Paper, ...]]:
    """What was made for each partner, with the sections of a profile that it was made from."""
    known = kinds(workspace.text_roots)
    return {partner: tuple(_paper(one, known.get(one.kind)) for one in papers) for partner, papers in made.items()}


def _paper(made: Made, kind: Kind | None) -> Paper:
    about = kind.about if kind else None
    sections = sorted(about.papers) if about else []
    section = AGREEMENT if AGREEMENT in sections else next(iter(sections), "")
    sent, signed = (made.since if made.status == status else None for status in ("sent", "signed"))
    return Paper(section, made.occasion, made.day, about.prepares if about else (), sent, signed)
