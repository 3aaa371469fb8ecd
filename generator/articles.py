"""The articles of one document. In: an order. Out: the clauses of its kind, without those its profile leaves out, with its own.

An article of a profile is data, and stays it: its title and its members are shown as they were typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.clauses import Clause, clause_names, clauses
from generator.errors import BadInput, Fault, Severity, did_you_mean
from generator.order import Order
from generator.profile.cooperation import ArticleText, Cooperation, ExtraClause
from generator.shelf import CLAUSES, find_text

_EXTRA = "cooperation.extra_clauses"
_LEFT_OUT = "cooperation.left_out_clauses"


def articles(order: Order) -> tuple[Clause, ...]:
    """The clauses of this document in order; each has its own condition still.

    Raises BadText when a clause is wrong, BadInput when the profile names an article that there is not.
    """
    found = clauses(order.kind, order.language, order.roots)
    wanted = order.partner.cooperation or Cooperation()
    if not found or not (wanted.extra_clauses or wanted.left_out_clauses):
        return found
    if faults := tuple(_faults(wanted, order)):
        raise BadInput(*faults)
    return tuple(c for c in _with_extra(found, wanted, order.language) if c.name not in wanted.left_out_clauses)


def untranslated(order: Order, clauses_: Sequence[Clause]) -> Iterator[Fault]:
    """A warning for each text of this document that the school has changed in another language alone."""
    if not any(root.parent == order.workspace for root in order.roots):
        return  # -- it has no texts of its own: nothing to look for on the disk, for each document of a batch --
    for file in (order.kind.text(order.language), *(clause.file for clause in clauses_)):
        for language in order.kind.about.languages:
            if language != order.language and is_own_alone(order.roots, file, language):
                yield alone(file, language)


def is_own_alone(roots: Sequence[Path], file: str, language: str) -> bool:
    """Whether a text has one in this language that counts before it: the school's own, where it is ours itself."""
    stem, _, suffix = file.rsplit(".", 2)
    return _place(roots, f"{stem}.{language}.{suffix}") < _place(roots, file) < len(roots)


def alone(file: str, language: str) -> Fault:
    """What is told of a text that the school has changed in this other language alone."""
    stem, own, _ = file.rsplit(".", 2)
    hint = f"export it too, and change it as you changed the other: handslag text export {stem} --lang {own}"
    told = f"the text in '{language}' is your own, and this one is not: they may differ"
    return Fault(told, file=file, hint=hint, severity=Severity.WARNING)


def _place(roots: Sequence[Path], file: str) -> int:
    """Which of the folders a text stands in, the school's own first; their number when it stands in none."""
    return next((n for n, root in enumerate(roots) if find_text((root,), file)), len(roots))


# -- what the profile wants --


def _with_extra(found: Sequence[Clause], wanted: Cooperation, language: str) -> list[Clause]:
    """The profile's own articles, each behind the one it comes after, those behind the same one in the profile's order."""
    row = list(found)
    for number, extra in reversed(list(enumerate(wanted.extra_clauses, 1))):
        place = next((n for n, clause in enumerate(row) if clause.name == extra.after), None)
        if place is not None:
            words = _words(extra, language)
            row.insert(place + 1, Clause(f"extra-{number}", f"{CLAUSES}/_article.{language}.md", more={"extra": words}))
    return row


def _words(extra: ExtraClause, language: str) -> ExtraClause | ArticleText | None:
    return extra.en if language == "en" else extra


def _faults(wanted: Cooperation, order: Order) -> Iterator[Fault]:
    known = clause_names(order.roots)
    named = [(f"{_LEFT_OUT}.{number}", name) for number, name in enumerate(wanted.left_out_clauses)]
    named += [(f"{_EXTRA}.{number}.after", extra.after) for number, extra in enumerate(wanted.extra_clauses)]
    for path, name in named:
        if name not in known:
            yield Fault(f"there is no article '{name}'", path=path, hint=did_you_mean(name, known))
    for number, extra in enumerate(wanted.extra_clauses):
        if _words(extra, order.language) is None:
            hint = "add its translation: en: {title: …, text: […]}"
            yield Fault(f"the article '{extra.title}' is not there in English", path=f"{_EXTRA}.{number}.en", hint=hint)
