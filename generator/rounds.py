"""The whole of a batch: reading, making, what goes out, the report. In: all that is asked. Out: documents as they are done.

Three steps, so that who shows it knows how long it will take: what is known beforehand (``tally``), each document (``go``), and
what is stored at the end (``finish``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.batch import Done, State, carry_out, prepare
from generator.choose import chosen
from generator.errors import Fault, Severity
from generator.job import Job, Result
from generator.mailing import Mailing, Wanted
from generator.outputs import Outputs
from generator.setting import findings_for
from generator.sheets.partners import partners_of
from generator.store import make_folder
from generator.tally import Tally, check_name, left_alone
from generator.workspace import Contents, read


@dataclass(frozen=True, slots=True)
class Asked:
    """What a batch is asked."""

    job: Job
    source: Path | None = None
    """A spreadsheet with the partners; None: all of the workspace."""
    where: tuple[str, ...] = ()
    """Conditions, ``field=value`` each."""
    limit: int | None = None
    workers: int | None = None
    scheduler: str = ""
    """The address of a Dask scheduler, whose workers make the documents; empty: this machine's own."""
    dry_run: bool = False
    post: Wanted = field(default_factory=Wanted)
    report: Path | None = None


def _partners(asked: Asked) -> tuple[Contents, tuple[Result, ...]]:
    """The partners, looked at with the documents in mind; and a result for each that cannot be read."""
    workspace, findings = asked.job.workspace, findings_for(asked.job)
    return partners_of(workspace, asked.source, findings) if asked.source else (read(workspace, findings=findings), ())


class Rounds:
    """A batch, from beginning to end."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        check_name(asked.report)
        asked.post.check(asked.job)
        contents, unread = _partners(asked)
        self._batch = prepare(asked.job, chosen(contents, asked.where), asked.limit, unread)
        self._cut = len(self._batch.planned) == asked.limit
        self._outputs = Outputs(asked.job.workspace.root)
        self._mailing = Mailing(asked.post, self._outputs)
        self.tally = Tally()
        """What is known by now."""
        for result in self._batch.remarks:
            self.tally.remark(*result.faults)
            self.tally.end(result.exit_code)
        for done in self._batch.hopeless:
            self.tally.add(done)

    @property
    def hopeless(self) -> tuple[Done, ...]:
        """Documents that cannot be made."""
        return self._batch.hopeless

    @property
    def length(self) -> int:
        """How many documents have to be made."""
        return self._batch.to_make

    def go(self) -> Iterator[Done]:
        """Every document that was planned, as it is done. Raises BadInput when nothing can be stored."""
        asked = self._asked
        if not asked.dry_run:
            self._make_room()
        for done in self._batch.planned if asked.dry_run else carry_out(self._batch, asked.workers, asked.scheduler):
            self.tally.add(done)
            if not asked.dry_run:
                self.tally.remark(*self._mailing.add(done))
            yield done

    def _make_room(self) -> None:
        """Make the folders for what goes out, so that a place that is not there is told before anything is made."""
        post, report = self._asked.post, self._asked.report
        for folder in (*(file.parent for file in (*post.files, report) if file), post.email):
            if folder:
                make_folder(folder)

    def finish(self) -> tuple[Path, ...]:
        """Store what goes out with the batch, and the report; says where."""
        asked, tally = self._asked, self.tally
        if asked.dry_run:
            return ()
        stored, faults = self._mailing.finish()
        tally.remark(*faults, *self._worth_knowing())
        if asked.report:
            stored = (*stored, self._outputs.store(asked.report, tally.report(asked.report)).path)
        tally.remark(*(left_alone(one.kept, one.path) for one in self._outputs.beside if one.kept))
        return stored

    def _worth_knowing(self) -> Iterator[Fault]:
        """Why what goes out may not be what was meant: drafts, or not all of it."""
        asked, made = self._asked, self.tally.counts[State.MADE] + self.tally.counts[State.UNCHANGED]
        if (asked.post.email or asked.post.combined) and not asked.job.final and made:
            problem = "what goes out are drafts, with CONCEPT on every page"
            yield Fault(problem, hint="make what is to be sent with --final", severity=Severity.WARNING)
        for file in asked.post.files:
            if not made:
                yield Fault("is not made: there is no document for it", file=str(file), severity=Severity.WARNING)
            elif self._cut:
                problem = f"has only the first documents, because of --limit {asked.limit}"
                yield Fault(problem, file=str(file), hint="without --limit it has all of them", severity=Severity.WARNING)
