"""A job and what comes of it. In: what a command asks for. Out: frozen records; nothing is done here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.blocks import Blank
from generator.errors import ExitCode, Fault
from generator.workspace import Workspace

EVERYTHING = "all"
"""The kind that means every kind."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a command asks for."""

    workspace: Workspace
    kind: str
    """A kind's id, or ``all``."""
    partners: tuple[str, ...]
    """Partner ids; empty: everyone."""
    formats: tuple[str, ...]
    """Empty: each kind's own."""
    language: str | None
    """None: each partner's own language."""
    day: date | None
    """None: the date that the profile gives the document, else today."""
    today: date
    final: bool
    out: Path | None
    force: bool
    occasions: tuple[str, ...] = ()
    """Names of occasions; empty: all that the profile has."""
    annexes: bool = False
    """Whether an agreement is bound with its annexes."""
    new_version: bool = False
    """Whether a document that was sent, signed or withdrawn is begun anew, with a new reference."""


@dataclass(frozen=True, slots=True)
class Result:
    """One file that was made, or (without a path) why it was not."""

    faults: tuple[Fault, ...] = ()
    partner: str = ""
    kind: str = ""
    occasion: str = ""
    language: str = ""
    format: str = ""
    path: Path | None = None
    kept: Path | None = None
    """An edited file of the same name that was left as it is."""
    reference: str = ""
    sha256: str = ""
    blanks: tuple[Blank, ...] = ()
    lengths: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Words and characters of the passages whose length matters."""
    first: bool = False
    """Whether this is the document's first format, so that its blanks are told once."""
    exit_code: ExitCode = ExitCode.DONE
    """How the command should end: not DONE when something that was asked for was not made."""

    def as_json(self) -> dict[str, Any]:
        """What programs are told of a made document."""
        told = {name: getattr(self, name) for name in ("partner", "kind", "occasion", "language", "format")}
        listed = [{"label": blank.label, "path": blank.path} for blank in self.blanks]
        told |= {"path": str(self.path), "reference": self.reference, "sha256": self.sha256, "blanks": listed}
        return told | ({"lengths": self.lengths} if self.lengths else {})
