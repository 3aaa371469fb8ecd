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
from generator.store import Stored
from generator.tally import Tally, check_name
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
        for done in self._batch.planned if asked.dry_run else carry_out(self._batch, asked.workers, asked.scheduler):
            self.tally.add(done)
            if not asked.dry_run:
                self.tally.remark(*self._mailing.add(done))
            yield done

    def finish(self) -> tuple[Stored, ...]:
        """Store what goes out with the batch, and the report."""
        asked, tally = self._asked, self.tally
        if asked.dry_run:
            return ()
        stored, faults = self._mailing.finish()
        tally.remark(*faults)
        if asked.post.email and not asked.job.final and tally.counts[State.MADE] + tally.counts[State.UNCHANGED]:
            problem = "the e-mails carry drafts, with CONCEPT on every page"
            tally.remark(Fault(problem, hint="make what is to be sent with --final", severity=Severity.WARNING))
        if asked.report:
            stored = (*stored, self._outputs.store(asked.report, tally.report(asked.report)))
        for one in self._outputs.beside:
            problem = f"{one.kept} is not as handslag made it, and is left as it is"
            tally.remark(Fault(problem, hint=f"the new one is {one.path.name}", severity=Severity.WARNING))
        return stored
