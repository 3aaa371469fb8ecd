"""Who changed what. In: an own text, what it was copied from, ours as it is now. Out: the school's changes, and ours since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from generator.own.listing import Listed


@dataclass(frozen=True, slots=True)
class Change:
    """Some lines that became others."""

    line: int
    """Where the new lines are, or would be."""
    old: tuple[str, ...]
    new: tuple[str, ...]
    both: bool = False
    """Whether the school and we changed the same place."""


@dataclass(frozen=True, slots=True)
class Difference:
    """An own text beside ours."""

    text: Listed
    yours: tuple[Change, ...]
    """What the school changed in what it copied."""
    ours: tuple[Change, ...]
    """What we changed since."""


def difference(text: Listed) -> Difference:
    """What the school changed, and what we changed since it made its copy; not what it took over already."""
    original = text.original.splitlines()
    yours, ours = list(_changes(original, text.own_text.splitlines())), list(_changes(original, text.now.splitlines()))
    same = [change for change in yours if any(_alike(change, other) for other in ours)]
    yours = [change for change in yours if change not in same]
    ours = [change for change in ours if not any(_alike(change, other) for other in same)]
    return Difference(text, tuple(change.shown for change in yours), tuple(_beside(change, yours) for change in ours))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of the original that became other lines."""

    start: int
    end: int
    shown: Change


def _changes(old: list[str], new: list[str]) -> Iterator[_Stretch]:
    """Each stretch of old lines that became other lines."""
    for what, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield _Stretch(start, end, Change(new_start + 1, tuple(old[start:end]), tuple(new[new_start:new_end])))


def _alike(one: _Stretch, other: _Stretch) -> bool:
    return (one.start, one.end, one.shown.new) == (other.start, other.end, other.shown.new)


def _beside(change: _Stretch, others: list[_Stretch]) -> Change:
    """The change, marked when it touches one of the others'."""
    return replace(change.shown, both=any(change.start <= other.end and other.start <= change.end for other in others))
