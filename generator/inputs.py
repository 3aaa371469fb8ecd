"""What a document is made from, as one fingerprint. In: an order. Out: SHA-256: the same input gives the same bytes.

Profile, school, house style, texts, layouts, version of handslag, language, date, draft or final, and the reference. All
texts and layouts count, since any of them may have a hand in it. The format does not count: it is one document in several
files.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from generator import __version__
from generator.house_style import look_of
from generator.layout_files import LAYOUTS
from generator.order import Order
from generator.package import resource
from generator.profile import School
from generator.shelf import CLAUSES
from generator.word_kinds import DOCUMENTS
from generator.workspace import TEXTS


class Inputs:
    """The fingerprints of one run: what all documents share is read once."""

    def __init__(self, roots: tuple[Path, ...], school: School, workspace: Path) -> None:
        self._roots, self._school, self._workspace = roots, school, workspace

    def of(self, order: Order) -> str:
        """The fingerprint of one document's input."""
        occasion = order.occasion
        own = (
            order.kind.id,
            order.partner.model_dump_json(),
            order.language,
            order.day.isoformat(),
            order.final,
            order.reference,
            (str(occasion.name), occasion.number, occasion.twin, occasion.path),
        )
        return hashlib.sha256(f"{self._shared}{json.dumps(own)}".encode()).hexdigest()

    @cached_property
    def _shared(self) -> str:
        """The fingerprint of what all documents of a run share."""
        found = hashlib.sha256(f"{__version__}\0{self._school.model_dump_json()}\0".encode())
        found.update(repr(look_of(self._school, self._workspace)).encode())
        folders = [*(root for root in self._roots if root.parent != self._workspace), resource("templates") / "layouts"]
        packaged = ((file.relative_to(folder), file) for folder in folders for file in _files(folder))
        for name, file in (*own_files(self._school, self._workspace), *packaged):
            found.update(f"{name.as_posix()}\0".encode())
            found.update(hashlib.sha256(file.read_bytes()).digest())
        return found.hexdigest()


def own_files(school: School, workspace: Path) -> Iterator[tuple[Path, Path]]:
    """The files of a workspace that have a hand in its documents, profiles apart: its own texts, its logo, its fonts.

    Each with its place in the workspace. A document can be made wherever these are; workers elsewhere get them, and no others.
    """
    style, top = school.house_style, workspace.resolve()
    for own in (TEXTS, CLAUSES, DOCUMENTS, LAYOUTS):
        yield from ((file.relative_to(workspace), file) for file in _files(workspace / own))
    for name in (style.logo, *style.font_files) if style else ():
        file = (workspace / name).resolve() if name else top
        if file.is_file() and file.is_relative_to(top):
            yield Path(os.path.normpath(name or "")), file


_PASSING = re.compile(r"/__pycache__/|/~\$[^/]*$")
"""What programs leave while they run: Word a file ``~$…`` for each that is open."""


def _files(root: Path) -> Iterable[Path]:
    return (path for path in sorted(root.rglob("*")) if path.is_file() and not _PASSING.search(path.as_posix()))
