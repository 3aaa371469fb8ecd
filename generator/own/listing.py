"""Which texts there are, and whose. In: a workspace. Out: a record a text, with what an own text was copied from.

What a copy was made from is kept beside the texts, in ``.handslag/originals``: there nobody edits it away, and with it can be
told what the school has changed, and what we have changed since.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

from generator import __version__
from generator.errors import BadText, Fault, WrongUsage, did_you_mean
from generator.kinds import Kind, kinds
from generator.shelf import CLAUSES, find_text, read_text, texts_in
from generator.workspace import SHIPPED, TEXTS, Workspace

ORIGINALS = ".handslag/originals"
VERSION = ".version"
"""What is behind the name of an original, for the version it had."""
LANGUAGES = ("nl", "en")
_ENDINGS = tuple(f".{language}.md" for language in LANGUAGES)


class State(StrEnum):
    """What a text is to the school and to us."""

    OURS = "ours"
    """It comes with handslag."""
    OWN = "own"
    """The school's own, and there is none of ours like it."""
    CHANGED = "changed"
    """The school's own instead of ours."""
    BEHIND = "behind"
    """The same, and ours has changed since it was copied."""
    SAME = "same"
    """A copy in which nothing was changed."""
    BROKEN = "broken"
    """The school's own, and it cannot be read."""


@dataclass(frozen=True)
class Listed:
    """A text of the workspace, or of ours."""

    name: str
    """``clauses/contacts.nl.md``, ``thank-you-letter/na_stage.nl.md``."""
    workspace: Workspace
    own: Path | None = None
    ours: Path | None = None

    @property
    def shown(self) -> str:
        """The file as its owner knows it."""
        return (
            self.name if self.own is None or self.own.is_relative_to(self.workspace.root / CLAUSES) else f"{TEXTS}/{self.name}"
        )

    @property
    def stem(self) -> str:
        """The name by which commands speak of it: ``clause/contacts``, ``thank-you-letter/na_stage``."""
        stem = self.name.rsplit(".", 2)[0]
        return f"clause/{stem.removeprefix(CLAUSES + '/')}" if stem.startswith(f"{CLAUSES}/") else stem

    @property
    def language(self) -> str:
        """``nl`` or ``en``."""
        return self.name.rsplit(".", 2)[1]

    @cached_property
    def now(self) -> str:
        """What ours says now; empty when there is none."""
        return read_text(self.ours, self.name) if self.ours else ""

    @cached_property
    def own_text(self) -> str:
        """What the school's own says; empty when there is none."""
        return read_text(self.own, self.shown) if self.own else ""

    @cached_property
    def original(self) -> str:
        """What it was copied from; when that is not known, what ours says now."""
        file = original_of(self.workspace, self.name)
        return read_text(file, self.name) if file.is_file() else self.now

    @property
    def original_version(self) -> str:
        """The version of what it was copied from; empty when that is not known."""
        file = original_of(self.workspace, self.name + VERSION)
        return read_text(file, self.name).strip() if file.is_file() else ""

    @property
    def version(self) -> str:
        """The version of ours now."""
        return version_of(self.name)

    @property
    def state(self) -> State:
        """What it is to the school and to us."""
        if self.own is None:
            return State.OURS
        if self.ours is None:
            return State.OWN
        try:
            if self.own_text == self.now:
                return State.SAME
        except BadText:
            return State.BROKEN
        return State.CHANGED if self.original == self.now else State.BEHIND


def listed(workspace: Workspace) -> tuple[Listed, ...]:
    """Every text, the school's own and ours, by name."""
    names = sorted({name for root in workspace.text_roots for name, _ in texts_in(root) if name.endswith(_ENDINGS)})
    own = workspace.own_text_roots
    return tuple(Listed(name, workspace, find_text(own, name), find_text(SHIPPED, name)) for name in names)


def named(workspace: Workspace, wanted: str, language: str | None) -> tuple[Listed, ...]:
    """The texts that a command means: ``clause/contacts``, ``thank-you-letter/na_stage``, or all of ``thank-you-letter``.

    What texts share (``_thanks``) is only meant by its full name. Raises WrongUsage with the nearest name when there is none.
    """
    texts = listed(workspace)
    stem = wanted.removesuffix(".md")
    if stem.endswith(tuple(f".{code}" for code in LANGUAGES)):
        stem, _, language = stem.rpartition(".")
    stem = stem.removeprefix(f"{TEXTS}/").replace(f"{CLAUSES}/", "clause/", 1).strip("/")
    meant = [text for text in texts if text.stem == stem or _is_part(text.stem, stem)]
    found = tuple(text for text in meant if language in (None, text.language))
    if not meant:
        known = {text.stem for text in texts} | {text.stem.split("/")[0] for text in texts}
        raise WrongUsage(Fault(f"there is no text '{wanted}'", hint=_nearest(stem, known)))
    if not found:
        raise WrongUsage(Fault(f"there is no text '{wanted}' in '{language}'", hint="leave --lang out"))
    return found


def original_of(workspace: Workspace, name: str) -> Path:
    """Where what a text was copied from is kept."""
    return workspace.root / ORIGINALS / name


def version_of(name: str) -> str:
    """The version of a text of ours: that of its kind; a clause has that of the first kind that it is in."""
    folder, _, rest = name.partition("/")
    for kind in _kinds():
        if kind.id == folder or (folder == CLAUSES and rest.split(".")[0] in kind.about.clauses):
            return f"{kind.id} {kind.about.version}"
    return f"handslag {__version__}"


@cache
def _kinds() -> tuple[Kind, ...]:
    return tuple(kinds(SHIPPED).values())


def _is_part(stem: str, folder: str) -> bool:
    above, _, name = stem.rpartition("/")
    return above == folder and not name.startswith("_")


def _nearest(stem: str, known: set[str]) -> str:
    """The nearest name; of a text that is called without its folder too: ``na_stage``."""
    found = sorted(name for name in known if name.rpartition("/")[2] == stem)
    near = f"did you mean '{found[0]}'?" if found else did_you_mean(stem, known)
    return near if near.startswith("did you") else "handslag text list shows them all"
