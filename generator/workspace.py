"""The workspace: where a school's things are, and whose text counts. In: a folder. Out: school, partners, texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import BadInput, BadText, Fault, WrongUsage, did_you_mean
from generator.load.profiles import Loaded, load_partner, load_school
from generator.look import SCHOOL_FILE
from generator.package import resource
from generator.profile import Profile, School
from generator.profile.rules import Findings, partner_findings
from generator.shelf import CLAUSES
from generator.store import file_name
from generator.word_kinds import DOCUMENTS
from generator.workers import beside

PARTNERS = "partners"
OWN = ".handslag"
"""The folder with what is handslag's own: the register, and schemas for editors."""
OUTPUT = "made"
TEXTS = "texts"
"""The folder with the school's own kinds and texts."""
SHIPPED = (resource("agreements"), resource("templates") / "texts")
"""The folders with the texts that come with handslag."""
_ID = re.compile(rb"""^(?:\xef\xbb\xbf)?["']?id["']?[ \t]*:[ \t]*["']?([A-Za-z0-9][\w.-]*)""", re.MULTILINE)
_ENOUGH = 1_000_000
"""Bytes in which to look for an id: no profile is larger."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A school's folder: ``school.yaml``, ``partners/*.yaml``, and ``made/`` for what was made."""

    root: Path

    @property
    def output(self) -> Path:
        """Where documents go unless told otherwise."""
        return self.root / OUTPUT

    @property
    def own(self) -> Path:
        """The folder with what is handslag's own."""
        return self.root / OWN

    @property
    def text_roots(self) -> tuple[Path, ...]:
        """The folders with texts, in the order in which they count: the school's own first."""
        return (*self.own_text_roots, *SHIPPED)

    @property
    def own_text_roots(self) -> tuple[Path, ...]:
        """The folders with the school's own texts, as far as they are there; raises BadText for a link to elsewhere."""
        own = tuple(folder for name in (TEXTS, CLAUSES, DOCUMENTS) if (folder := self.root / name).is_dir())
        for folder in own:
            if not folder.resolve().is_relative_to(self.root.resolve()):
                raise BadText(Fault("is a link that leads out of the workspace", file=folder.name, hint="make it a folder"))
        return own

    def partner_files(self) -> tuple[Path, ...]:
        """Every partner's file, by name."""
        folder = self.root / PARTNERS
        return tuple(sorted((*folder.glob("*.yaml"), *folder.glob("*.yml"))))


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read from a workspace; what could not be read is in the faults."""

    school: School | None
    partners: tuple[Profile, ...]
    faults: tuple[Fault, ...]
    files: dict[str, str]
    """Partner id to the file it stands in, as shown to the reader."""


def find_workspace(given: Path | None) -> Workspace:
    """The given folder, or the one we stand in, or the nearest above that holds ``school.yaml``.

    Raises WrongUsage when there is none.
    """
    if given is not None:
        if not (given / SCHOOL_FILE).is_file():
            raise WrongUsage(
                Fault(f"{given} is no workspace: it holds no {SCHOOL_FILE}", hint=f"make one: handslag init {given}")
            )
        return Workspace(given)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / SCHOOL_FILE).is_file():
            return Workspace(folder)
    hint = "go to your workspace, name it with -w DIR, or make one: handslag init DIR"
    raise WrongUsage(Fault(f"there is no {SCHOOL_FILE} here or in a folder above", hint=hint))


def nearest_workspace(given: Path | None) -> Workspace:
    """The same, but the package's own texts alone where there is no workspace: for what needs no school."""
    if given is not None:
        return find_workspace(given)
    try:
        return find_workspace(None)
    except WrongUsage:
        return Workspace(Path())


def read(workspace: Workspace, wanted: Sequence[str] = (), findings: Findings = partner_findings) -> Contents:
    """The school and its partners: those wanted by id, or all; ``findings`` looks at each.

    Raises WrongUsage for an id that no file has, and BadInput when two files claim the same id.
    """
    files = _chosen(_index(workspace), wanted)
    school = load_school(workspace.root / SCHOOL_FILE, SCHOOL_FILE)

    def load(path: Path) -> Loaded[Profile]:
        return load_partner(path, _shown(path, workspace), school.value, findings)

    loaded = beside(load, tuple(files.values()))
    faults = (*school.faults, *(fault for one in loaded for fault in one.faults))
    partners = tuple(one.value for one in loaded if one.value is not None)
    named = zip(files.items(), loaded, strict=True)
    shown = {one.value.id if one.value else guessed: _shown(path, workspace) for (guessed, path), one in named}
    return Contents(school.value, partners, faults, shown)


def school_of(workspace: Workspace) -> School:
    """The school alone; raises BadInput with its faults when it cannot be read."""
    loaded = load_school(workspace.root / SCHOOL_FILE, SCHOOL_FILE)
    if loaded.value is None:
        raise BadInput(*loaded.faults)
    return loaded.value


def one_partner(workspace: Workspace, partner: str) -> Profile:
    """A partner alone; raises WrongUsage for an unknown id, BadInput with the faults of a profile that cannot be used."""
    contents = read(workspace, (partner,))
    if not contents.partners:
        raise BadInput(*contents.faults)
    return contents.partners[0]


def partner_ids(workspace: Workspace) -> tuple[str, ...]:
    """The id of every partner."""
    return tuple(_index(workspace))


def file_of(workspace: Workspace, partner: str) -> Path:
    """The file of a partner. Raises WrongUsage for an id that no file has, and BadInput when two files claim the same id."""
    return _chosen(_index(workspace), (partner,))[partner]


def _shown(path: Path, workspace: Workspace) -> str:
    return path.relative_to(workspace.root).as_posix()


def _index(workspace: Workspace) -> dict[str, Path]:
    """Partner id to file. The id is looked up in the bytes, so that one partner of 300 does not need 300 files parsed.

    Two ids that give the same file name (``a-b`` and ``A_b``) count as one: their documents would replace each other.
    """
    index: dict[str, Path] = {}
    seen: dict[str, Path] = {}
    faults: list[Fault] = []
    for path in workspace.partner_files():
        id_ = _id_in(path)
        other = seen.setdefault(file_name(id_, suffix=""), path)
        if other is not path:
            problem = f"the id '{id_}' is that of another partner, or too much like it: {_shown(other, workspace)}"
            faults.append(Fault(problem, file=_shown(path, workspace), path="id", hint="give each partner an id of its own"))
        index.setdefault(id_, path)
    if faults:
        raise BadInput(*faults)
    return index


def _id_in(path: Path) -> str:
    """The id a file gives itself, else its name: a broken file still needs one to be spoken of."""
    if not path.is_file():
        return path.stem
    try:
        with path.open("rb") as file:
            found = _ID.search(file.read(_ENOUGH))
    except OSError:
        return path.stem
    return found[1].decode() if found else path.stem


def _chosen(index: dict[str, Path], wanted: Iterable[str]) -> dict[str, Path]:
    names = list(dict.fromkeys(wanted))
    unknown = [name for name in names if name not in index]
    if unknown:
        raise WrongUsage(*(Fault(f"there is no partner '{name}'", hint=did_you_mean(name, index)) for name in unknown))
    return {name: index[name] for name in names} if names else index
