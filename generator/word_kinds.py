"""Word documents as document kinds. In: a school's folder ``documents``. Out: what each is called, needs, and is made from.

``documents/Bedankbrief kerst.docx`` is a kind, ``bedankbrief-kerst``; what there is to say of it stands in a YAML file of the
same name beside it, and nothing need be said.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from pathlib import Path
from unicodedata import combining, normalize

from pydantic import Field

from generator.about import About, Language, Names, Need, Occasions, Rule
from generator.errors import BadText, Fault
from generator.load.sections import section_of
from generator.load.yaml import read_yaml
from generator.profile.base import MaybeText, Section, Several, Text, optional, several
from generator.profile.party import Kind as PartnerKind

DOCUMENTS = "documents"
LAYOUT = "word"
"""The layout of what brings its own."""
FORMATS = ("docx", "pdf", "txt", "md", "outline")
"""What can be made of a Word document; its looks are in the first two."""
_OPEN_IN_WORD = "~$"
_SAVED = re.compile(rb"<dcterms:modified[^>]*>(\d{4}-\d\d-\d\d)")
_ENOUGH = 100_000


class OwnDocument(Section):
    """A YAML file beside a Word document."""

    title: Names | None = optional("Titel", "What the document is called; else the name of its file.")
    what: Names | None = optional("Wat", "What it is, in one line.")
    file_name: Names | None = optional("Bestandsnaam", "What the files that are made are called; else its title.")
    needs: Several[Text] = several("Nodig", "Sections of the profile that must be there: 'finance', 'documents.intent'.")
    languages: tuple[Language, ...] = several(
        "Talen", "Languages it can be made in; else Dutch, and English beside NAME.en.docx."
    )
    formats: tuple[str, ...] = Field(("docx",), title="Formaten", description="Formats it is made in unless told otherwise.")
    partners: tuple[PartnerKind, ...] = several("Partners", "Kinds of partner that can have it; empty: all.")
    requires: Several[Need] = several("Vereist", "What else must hold before anything can be made.")
    occasions: Occasions | None = optional("Gelegenheden", "How often it is made for one partner; none: once.")
    rules: Several[Rule] = several("Regels", "What is told of a document.")
    signed: bool = Field(default=False, title="Ondertekend", description="Whether parties sign it.")
    code: MaybeText = Field(None, title="Code", description="Letters in the reference of a document.", pattern=r"^[A-Z]{2,4}$")
    version: str = Field("1.0.0", title="Versie", description="Version: major.minor.patch.", pattern=r"^\d+\.\d+\.\d+$")
    date: datetime.date | None = optional("Datum", "Day of that version; else the day on which Word saved it.")


def documents_in(root: Path) -> dict[str, Path]:
    """The Word documents in a folder with texts, by the id of their kind.

    Raises BadText for two of one id, and for one that cannot be a kind's.
    """
    found: dict[str, Path] = {}
    if root.name != DOCUMENTS:
        return found
    for file in sorted(root.glob("*.[dD][oO][cC][xX]")):
        if file.name.startswith(_OPEN_IN_WORD) or _is_translation(file):
            continue
        name = _id(file.stem)
        if name in found:
            problem = f"'{file.name}' and '{found[name].name}' are both called '{name}'"
            raise BadText(Fault(problem, file=DOCUMENTS, hint="give one of them another name"))
        found[name] = file
    return found


def about_document(file: Path) -> About:
    """What there is to say of a Word document. Raises BadText with every fault of its YAML file."""
    beside = file.with_suffix(".yaml")
    said = section_of(read_yaml(beside, f"{DOCUMENTS}/{beside.name}"), OwnDocument) if beside.is_file() else OwnDocument()
    if wrong := [one for one in said.formats if one not in FORMATS]:
        hint = f"choose from: {', '.join(FORMATS)}"
        raise BadText(
            Fault(f"there is no format '{wrong[0]}' here", file=f"{DOCUMENTS}/{beside.name}", path="formats", hint=hint)
        )
    title = said.title or Names(nl=file.stem.replace("_", " ").strip())
    languages: tuple[Language, ...] = ("nl", "en") if in_language(file, "en") != file else ("nl",)
    return About(
        name=title,
        code=said.code or _code(title.nl),
        date=said.date or _saved(file),
        languages=said.languages or languages,
        layout=LAYOUT,
        **{name: getattr(said, name) for name in _SAME},
    )


_SAME = ("what", "file_name", "needs", "formats", "partners", "requires", "occasions", "rules", "signed", "version")


def in_language(file: Path, language: str) -> Path:
    """The Word file for a language: ``NAME.en.docx`` where there is one, else the file itself."""
    other = file.with_name(f"{file.stem}.{language}{file.suffix}")
    return other if other.is_file() else file


def _is_translation(file: Path) -> bool:
    stem, _, language = file.stem.rpartition(".")
    return language in ("nl", "en") and file.with_name(f"{stem}{file.suffix}").is_file()


def _id(stem: str) -> str:
    """``bedankbrief-kerst`` of ``Bedankbrief kerst``. Raises BadText when nothing is left, or ``all``."""
    bare = "".join(character for character in normalize("NFKD", stem.lower()) if not combining(character))
    name = "-".join(re.findall(r"[a-z0-9]+", bare))[:80].strip("-")
    if name in ("", "all"):
        raise BadText(Fault(f"'{stem}' cannot be the name of a document", file=DOCUMENTS, hint="give the file another name"))
    return name


def _code(title: str) -> str:
    """``BE`` of ``Bezoekverslag``."""
    letters = re.sub(r"[^A-Z]", "", normalize("NFKD", title.upper()))
    return letters[:2] if len(letters) > 1 else "WD"


def _saved(file: Path) -> datetime.date:
    """The day on which Word saved the file, as it says itself; else that on which the file was changed."""
    try:
        with zipfile.ZipFile(file) as parts:
            core = parts.getinfo("docProps/core.xml")
            if core.file_size <= _ENOUGH and (found := _SAVED.search(parts.read(core))):
                return datetime.date.fromisoformat(found[1].decode())
    except (zipfile.BadZipFile, OSError, EOFError, KeyError, ValueError, RuntimeError, NotImplementedError):
        pass  # -- what is wrong with the file is told when it is opened --
    return datetime.datetime.fromtimestamp(file.stat().st_mtime, datetime.UTC).date()
