"""All texts, tried. In: a workspace. Out: everything that is wrong with them, at once, each with its file and line.

Each text is read by itself, held against the other language, and used for the school's partners.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.articles import alone
from generator.errors import BadInput, BadText, Fault, Severity
from generator.kinds import broken_kinds, kinds
from generator.order import Order
from generator.own.languages import differences
from generator.own.listing import LANGUAGES
from generator.own.pages import Page, Pages, pages
from generator.own.trials import Case, Trial, alike, place_of, tried
from generator.package import resource
from generator.profile import Profile
from generator.vocabulary import Vocabulary, gathered
from generator.workspace import TEXTS, Contents, Workspace, read

_FEW = 4
"""Partners that a message names."""
_SOME = 10
"""Partners of whom is asked what names there are; the samples have everything."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was tried, and what came of it."""

    texts: int
    partners: int
    tried: int
    """Partners for whom documents were made."""
    documents: int
    faults: tuple[Fault, ...]


def check(workspace: Workspace, wanted: Sequence[str], everyone: bool, today: date) -> Checked:
    """Try every text: for the partners that are wanted, for those that are not alike, or for everyone.

    Raises WrongUsage for a partner that there is not, BadInput when the school cannot be read.
    """
    contents = _contents(workspace, wanted)
    assert contents.school is not None
    partners = contents.partners if everyone or wanted else tuple(alike(contents.partners))
    roots, faults = workspace.text_roots, list(broken_kinds(workspace.text_roots))
    case = Case(contents.school, tuple(kinds(roots).values()), roots, workspace.root, today)
    found = pages(workspace, faults)
    faults += found.judged(_vocabularies(case, partners, faults))
    faults += _languages(found)
    faults = [_shown(fault, found) for fault in faults]
    documents = _try(case, partners, contents.files, found, faults)
    ordered = tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.file, fault.line or 0)))
    return Checked(len(found.found), len(contents.partners), len(partners), documents, ordered)


def _contents(workspace: Workspace, wanted: Sequence[str]) -> Contents:
    """The school and its partners; where there are none yet, the sample partners that come with handslag."""
    found = read(workspace, wanted)
    if found.school is None:
        raise BadInput(*found.faults)
    return found if found.files else replace(found, partners=read(Workspace(resource("examples"))).partners)


def _vocabularies(case: Case, partners: Sequence[Profile], faults: list[Fault]) -> dict[str, Vocabulary]:
    """What any text of a language may use: all that it can be for some partners, and for the samples, which have everything."""
    samples = read(Workspace(resource("examples")))
    assert samples.school is not None
    cases = ((case, partners[:_SOME]), (replace(case, school=samples.school), samples.partners))
    orders = [order for each, some in cases for partner in some for order in each.orders(partner, False, faults)]
    return {language: gathered((order for order in orders if order.language == language), language) for language in LANGUAGES}


# -- both languages --


def _languages(found: Pages) -> Iterator[Fault]:
    """What one language of an own text says and the other does not: a warning, since a school may have its reasons."""
    for page in found.found.values():
        stem, _, suffix = page.name.rsplit(".", 2)
        for language in LANGUAGES:
            other = found.found.get(f"{stem}.{language}.{suffix}")
            if other and other.text.own and not page.text.own:
                yield alone(page.name, language)
        english = found.found.get(f"{stem}.en.{suffix}")
        if page.language == "nl" and english and (page.text.own or english.text.own) and page.whole and english.whole:
            yield from _compared(page, english, found)


def _compared(dutch: Page, english: Page, found: Pages) -> Iterator[Fault]:
    try:
        for one in differences(found.workspace.text_roots, dutch.name.rsplit(".", 2)[0]):
            page = dutch if one.file == dutch.name else english
            hint = f"hold it against {one.there}" if one.there else "say the same in both languages"
            yield Fault(one.problem, page.text.shown, one.line, hint=hint, severity=Severity.WARNING)
    except BadText:  # told of the text itself
        return


# -- for partners --


def _try(case: Case, partners: Sequence[Profile], files: Mapping[str, str], found: Pages, faults: list[Fault]) -> int:
    """Make every document for these partners, and say how many; what is wrong and what stays blank is added to the faults."""
    told: dict[Fault, set[str]] = {}
    places: Places = {}
    known = {(fault.file, fault.line or fault.problem) for fault in faults if fault.severity is Severity.ERROR}
    unasked = _unasked(found, {partner.language for partner in partners})
    documents, seen = 0, set[str]()
    for partner in partners:
        for order in case.orders(partner, partner.partner.kind not in seen, faults):
            documents += 1
            trial = tried(order)
            wrong = (_shown(fault.at(file=fault.file or files.get(partner.id, "")), found) for fault in trial.faults)
            wrong = (one.at(severity=Severity.WARNING) if one.file in unasked or _untold(one, order) else one for one in wrong)
            new = (one for one in wrong if (one.file, one.line or one.problem) not in known)
            for fault in (*new, *_blanks(trial, places, found)):
                told.setdefault(fault, set()).add(partner.id)
        seen.add(partner.partner.kind)
    faults += [_of(fault, ids, partners) for fault, ids in told.items()]
    return documents


def _untold(fault: Fault, order: Order) -> bool:
    """Whether it is an article of a profile that has no words in a language in which its partner gets no documents."""
    return order.language != order.partner.language and fault.path.endswith(f".{order.language}")


def _unasked(found: Pages, languages: Container[str]) -> frozenset[str]:
    """The translations that own texts do not have, and that no partner asks for: a school may do without."""
    own = (page.name.rsplit(".", 2) for page in found.found.values() if page.text.own)
    wanted = (f"{stem}.{code}.{suffix}" for stem, _, suffix in own for code in LANGUAGES if code not in languages)
    return frozenset(name for name in wanted if name not in found.found)


Places = dict[tuple[str, str, str, str], Fault]
"""What was said of a blank, by kind, language, label and field."""


def _blanks(trial: Trial, places: Places, found: Pages) -> Iterator[Fault]:
    """What stays blank in a document, each with its place in the texts; a place is looked up once."""
    order = trial.order
    for blank in trial.blanks:
        path = re.sub(r"\.\d+(?=\.|$)", "", blank.path)
        key = (order.kind.id, order.language, blank.label, path)
        if key not in places:
            line = place_of(order, blank)
            file, number = (line.file, line.line) if line else (order.kind.text(order.language), None)
            fault = Fault(f"'{blank.label}' stays blank", file, number, path=path, severity=Severity.HINT)
            places[key] = _shown(fault, found)
        yield places[key]


def _of(fault: Fault, ids: Iterable[str], partners: Sequence[Profile]) -> Fault:
    """The fault, with the partners it is about when it is not about all."""
    named = [partner.id for partner in partners if partner.id in set(ids)]
    if len(named) == len(partners) > 1:
        return replace(fault, problem=f"{fault.problem}, for every partner")
    rest = f" and {len(named) - _FEW} more" if len(named) > _FEW else ""
    return replace(fault, problem=f"{fault.problem}, for {', '.join(named[:_FEW])}{rest}")


def _shown(fault: Fault, found: Pages) -> Fault:
    """The fault with its text as its owner knows it."""
    name = re.sub(r"^(agreements|(templates/)?texts)/", "", fault.file)
    if (found.workspace.root / TEXTS / name).is_file():
        return fault.at(file=f"{TEXTS}/{name}")
    return fault.at(file=found.found[name].text.shown) if name in found.found else fault
