"""The partners that a workspace has. In: the workspace. Out: each file with its text, its data and, on demand, its profile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.errors import BadInput, Fault
from generator.load.profiles import validate
from generator.load.yaml import Source, read_bytes
from generator.profile import Profile
from generator.workspace import Workspace, partner_ids


@dataclass(frozen=True)
class Known:
    """A partner's file."""

    path: Path
    shown: str
    """The file as its owner knows it."""
    raw: bytes
    data: dict[str, Any]
    is_sound: bool
    """Whether the file could be read without a fault."""

    @cached_property
    def profile(self) -> Profile | None:
        """The checked profile; None when the file has faults of its own."""
        source = Source(self.shown)
        source.data = self.data
        return validate(source, Profile)[0] if self.is_sound else None


def known_partners(workspace: Workspace) -> Iterator[Known]:
    """Every partner's file. Raises BadInput when one cannot be read: who is not known may be anybody."""
    partner_ids(workspace)  # two files with one id are a fault of their own
    unreadable: list[Fault] = []
    for path in workspace.partner_files():
        shown = path.relative_to(workspace.root).as_posix()
        source = Source(shown)
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise BadInput(Fault(f"cannot be read: {(error.strerror or '').lower()}", file=shown)) from error
        read_bytes(raw, source)
        if source.data is None:
            unreadable += source.faults
        else:
            yield Known(path, shown, raw, source.data, not source.faults)
    if unreadable:
        raise BadInput(*unreadable)
