"""A parcel: what the tasks of a batch share, for workers that have no disk in common with who asked. In: tasks. Out: a parcel,
which is sent to each worker once, and tasks without what is in it.

It holds the school and those files of the workspace that have a hand in a document. handslag's own texts and layouts are with
the worker already: it is refused when they are others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.inputs import own_files
from generator.kinds import kind_named
from generator.order import Order
from generator.plan import Task
from generator.profile import School
from generator.store import write_file
from generator.versions import versions
from generator.workspace import Workspace

SHARED = ("kind", "school", "roots", "workspace")
"""What an order is not sent with."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A task on its way: whatever it does not share."""

    kind: str
    """The kind's id: its texts are in the parcel, or with the worker."""
    order: Mapping[str, Any]
    task: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What tasks share."""

    school: School
    files: tuple[tuple[str, bytes], ...]
    """Files by their place in the workspace."""
    key: str
    """The fingerprint of the files: a folder of this name never holds others."""
    versions: Mapping[str, str]
    """What documents are made with where the tasks come from."""

    def unpack(self, folder: Path) -> Workspace:
        """The files as a workspace, in a folder of their own below this one."""
        root = folder / f"handslag-{self.key}"
        for name, data in self.files:
            write_file(root / name, data, force=True)
        return Workspace(root)

    def arrived(self, one: Any, workspace: Workspace) -> Any:
        """What was sent as it was before, each task with its texts and its house style in this workspace."""
        if isinstance(one, list):
            return [self.arrived(each, workspace) for each in one]
        return self._task(one, workspace) if isinstance(one, Sent) else one

    def _task(self, sent: Sent, workspace: Workspace) -> Task:
        roots = workspace.text_roots
        order = Order(kind=_kind(sent.kind, roots), school=self.school, roots=roots, workspace=workspace.root, **sent.order)
        return Task(order=order, **sent.task)


_kind = lru_cache(maxsize=64)(kind_named)
"""A kind of a parcel; its folder never holds others, so that it need be read only once."""


def packed(order: Order) -> Parcel:
    """The parcel for all tasks of this order's workspace."""
    files = tuple((name.as_posix(), file.read_bytes()) for name, file in own_files(order.school, order.workspace))
    key = hashlib.sha256(repr(files).encode()).hexdigest()
    return Parcel(order.school, files, key, versions())


def sent(one: Any) -> Any:
    """A task without what it shares; a list of them likewise; anything else as it is."""
    if isinstance(one, list):
        return [sent(each) for each in one]
    return _sent(one) if isinstance(one, Task) else one


def _sent(task: Task) -> Sent:
    order = task.order
    own = {field.name: getattr(order, field.name) for field in fields(order) if field.name not in SHARED}
    rest = {field.name: getattr(task, field.name) for field in fields(task) if field.name != "order"}
    return Sent(order.kind.id, own, rest)
