"""A change in a partner's file, stored. In: a workspace, a partner, what to change. Out: the file as it is now.

Two people who change a file at once both get their change: the second waits, and changes what the first one left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.errors import BadInput, Fault
from generator.load.change import Changed, Edit, change
from generator.profile import Profile
from generator.store import alone, store_all
from generator.workspace import Workspace, file_of, school_of


def amend(workspace: Workspace, partner: str, wanted: Callable[[Profile], Iterable[Edit]]) -> Changed:
    """Put the edits that are ``wanted`` of a partner's profile in its file; its comments and order stay.

    Raises WrongUsage for an unknown partner, BadInput when the file or a value is not in order: then nothing is written.
    """
    path = file_of(workspace, partner)
    school = school_of(workspace)
    with alone(workspace.own):
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise BadInput(Fault(f"cannot be read: {error.strerror or error}", file=path.name)) from error
        changed = change(raw, path.relative_to(workspace.root).as_posix(), wanted, school)
        store_all([(path, raw, changed.raw)])
    return changed
