"""What a document is made from, as one fingerprint. In: an order. Out: SHA-256: the same input gives the same bytes.

Profile, school, house style, texts, layouts, version of handslag, language, date, draft or final, and the reference. All
texts and layouts count, since any of them may have a hand in it. The format does not count: it is one document in several
files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from generator import __version__
from generator.house_style import look_of
from generator.order import Order
from generator.package import resource
from generator.profile import School


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
        for root in (*self._roots, resource("templates") / "layouts"):
            for file in _files(root):
                found.update(f"{file.relative_to(root).as_posix()}\0".encode())
                found.update(hashlib.sha256(file.read_bytes()).digest())
        return found.hexdigest()


def _files(root: Path) -> Iterable[Path]:
    return (path for path in sorted(root.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
