"""The register: every document that was made, with its number, its files and what became of it. It never forgets.

In: documents in the making; marks. Out: references, and all that is known. Opening it is the only thing that the rest of
the house needs from here by name; SQLAlchemy is imported with it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from generator.profile import School
from generator.profile.numbering import PATTERN
from generator.register.database import database
from generator.register.register import Register

OWN = "."
"""How a workspace is called in its own file: whatever the school's id becomes, its numbers go on."""


def open_register(workspace: Path, school: School, environment: Mapping[str, str] = os.environ) -> Register:
    """The register of a workspace, to be used in a ``with``. In a shared database a school is known by its id.

    Raises BadInput when it cannot be opened, WrongUsage when HANDSLAG_DATABASE is no database.
    """
    opened, shared = database(workspace, environment)
    pattern = school.references.pattern if school.references else PATTERN
    return Register(opened, school.id if shared else OWN, workspace, pattern)
