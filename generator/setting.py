"""What is known of a day. In: a workspace, a day. Out: the setting in which partners are looked at, and what looks at them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial

from generator.advice.base import Paper
from generator.advice.looking import Setting, looking
from generator.agenda.holidays import FILE, holidays
from generator.catalogue import catalogue
from generator.job import EVERYTHING, Job
from generator.kinds import Kind, kind_named, kinds
from generator.package import resource
from generator.profile.rules import Findings
from generator.workspace import Workspace


def setting_of(workspace: Workspace, today: date, papers: Mapping[str, tuple[Paper, ...]] | None = None) -> Setting:
    """The setting on a day; ``papers`` is what was made, by partner. Raises BadText or BadInput for a broken file of its."""
    days = partial(holidays, resource("agreements") / FILE, workspace.root / FILE)
    return Setting(today, catalogue(workspace.text_roots), days, papers or {})


def kinds_of(job: Job) -> tuple[Kind, ...]:
    """The kinds that a job is about. Raises WrongUsage for one that there is not."""
    roots = job.workspace.text_roots
    return tuple(kinds(roots).values()) if job.kind == EVERYTHING else (kind_named(job.kind, roots),)


def findings_for(job: Job) -> Findings:
    """What looks at each partner of a job, with its documents in mind."""
    return looking(setting_of(job.workspace, job.today).asking(_papers(kinds_of(job))))


def _papers(wanted: Iterable[Kind]) -> frozenset[str]:
    """The sections that documents of these kinds are made from."""
    return frozenset(section for kind in wanted for section in kind.about.papers)
