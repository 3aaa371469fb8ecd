"""The partners that a workspace has. In: the workspace. Out: each file with its text, its data and, on demand, its profile."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from generator.errors import BadInput, Fault
from generator.load.profiles import validate
from generator.load.yaml import Source, read_bytes
from generator.profile import Profile
from generator.workers import beside
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


def known_partners(workspace: Workspace) -> tuple[Known, ...]:
    """Every partner's file. Raises BadInput when one cannot be read: who is not known may be anybody."""
    partner_ids(workspace)  # two files with one id are a fault of their own
    loaded = beside(partial(load, root=workspace.root), workspace.partner_files())
    unreadable = [fault for each in loaded if not isinstance(each, Known) for fault in each]
    if unreadable:
        raise BadInput(*unreadable)
    return tuple(each for each in loaded if isinstance(each, Known))


def load(path: Path, root: Path) -> Known | list[Fault]:
    """A partner's file, or why it cannot be read."""
    source = Source(path.relative_to(root).as_posix())
    try:
        raw = path.read_bytes()
    except OSError as error:
        return [Fault(f"cannot be read: {(error.strerror or 'unknown reason').lower()}", file=source.shown)]
    read_bytes(raw, source)
    return source.faults if source.data is None else Known(path, source.shown, raw, source.data, not source.faults)
