"""What was made for whom. In: a workspace and its register. Out: the papers of each partner, without the database.

A workspace in which nothing was made yet has no register, and gets none by looking.
"""

from __future__ import annotations

import os
from pathlib import Path

from generator.agenda.due import Paper
from generator.profile import School
from generator.register import open_register
from generator.register.database import ELSEWHERE, FILE
from generator.register.finding import documents
from generator.register.models import Document, Status

LEFT = (Status.SENT, Status.SIGNED)


def papers_of(workspace: Path, school: School) -> dict[str, tuple[Paper, ...]]:
    """Partner id to papers, in the order of their numbers. Raises BadInput when the register cannot be read."""
    if not (workspace / FILE).is_file() and not os.environ.get(ELSEWHERE):
        return {}
    found: dict[str, list[Paper]] = {}
    with open_register(workspace, school) as register:
        for document in documents(register):
            found.setdefault(document.partner, []).append(_paper(document))
    return {partner: tuple(papers) for partner, papers in found.items()}


def _paper(document: Document) -> Paper:
    marks = [mark for mark in document.marks if mark.holds]
    since = [mark.day for mark in marks if mark.status is document.status]
    left = any(mark.status in LEFT for mark in marks)
    day = document.last.day
    return Paper(
        document.kind, document.occasion, document.reference, day, str(document.status), max(since, default=None), left
    )
