"""What goes out with a batch. In: documents as they are made or found. Out: a print file, e-mails that wait, labels.

An e-mail is stored when its document comes by; of the print file and the labels only places and addresses are kept until the
end, so that thousands take little memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.batch import Done, State
from generator.blocks import Document, Heading
from generator.desk import compose, write
from generator.errors import BadInput, Fault, OurFault, Severity, WrongUsage
from generator.facts_letters import Addressee
from generator.house_style import look_of
from generator.job import EVERYTHING, Job, Result
from generator.kinds import kind_named
from generator.order import Order
from generator.outputs import Outputs
from generator.plan import Task
from generator.post import binder, sorting
from generator.post.eml import Attachment, Mailbox, Message, write_eml
from generator.post.labels import Label, sheet_named, write_label_sheets
from generator.readback import said
from generator.store import file_name, fingerprint
from generator.wording.addresses import address_block, mail_address, organisation
from generator.wording.names import full_name
from generator.writers.layouts import shown

ORDERS = {"postcode": sorting.by_postcode, "name": sorting.by_name}
"""The orders of the pile."""
LABELS = "Adresetiketten"
NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to go out."""

    combined: Path | None = None
    email: Path | None = None
    """A folder."""
    labels: Path | None = None
    sheet: str = "63.5x38.1"
    start: int = 1
    """The place on the first sheet of labels, from 1."""
    order: str = "postcode"

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are made of all documents together."""
        return tuple(file for file in (self.combined, self.labels) if file)

    def check(self, job: Job) -> None:
        """Refuse what cannot be done, before anything is made. Raises WrongUsage."""
        kind = None if job.kind == EVERYTHING else kind_named(job.kind, job.workspace.text_roots)
        formats = job.formats or (kind.about.formats if kind else ())
        if (self.combined or self.email) and formats and "pdf" not in formats:
            raise WrongUsage(Fault("--combined and --email take the PDF", hint="add pdf to --format"))
        for file in self.files:
            if file.suffix.lower() != ".pdf":
                raise WrongUsage(Fault(f"'{file.name}' is not the name of a PDF", hint=f"write {file.stem}.pdf"))
        if len(self.files) > len({file.resolve() for file in self.files}):
            raise WrongUsage(Fault("--combined and --labels name one file", hint="give the labels a name of their own"))
        if self.email and kind and not shown(kind.about.layout).pasted:
            hint = "draft a cover-letter, and attach it by hand"
            raise WrongUsage(Fault(f"{kind.id} is no letter, and makes no text of an e-mail", hint=hint))
        places = sheet_named(self.sheet).count
        if not 1 <= self.start <= places:
            raise WrongUsage(Fault(f"a sheet of {self.sheet} has no place {self.start}", hint=f"places are 1 to {places}"))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A document in the pile."""

    key: tuple[sorting.Key, str, int]
    name: str
    pdf: Path | None
    label: str
    """The address as a label has it; empty when none is known."""


class Mailing:
    """What goes out with a batch, as its documents come by."""

    def __init__(self, wanted: Wanted, outputs: Outputs) -> None:
        self._wanted, self._outputs = wanted, outputs
        self._pieces: list[_Piece] = []
        self._mails = 0
        self._order: Order | None = None
        """Of some document: for the house style."""

    def add(self, done: Done) -> Iterator[Fault]:
        """Take in a document; tells what is missing for it to go out."""
        files = {result.format: result for result in done.results if result.path}
        if done.task is None or not files:
            return
        pdf = files["pdf"].path if "pdf" in files else None
        if pdf and (self._wanted.combined or self._wanted.email) and done.state is State.UNCHANGED:
            yield from (_edited(result) for format_, result in files.items() if format_ == "docx" and _is_edited(result))
        self._order = self._order or replace(done.task.order)
        if self._wanted.combined or self._wanted.labels:
            yield from self._pile(done.task, pdf)
        if self._wanted.email and pdf:
            number = done.results[0].reference
            yield from self._mail(replace(done.task, order=replace(done.task.order, number=number)), pdf, self._wanted.email)

    def finish(self) -> tuple[tuple[Path, ...], tuple[Fault, ...]]:
        """Store the print file and the labels: where all is that goes out, and which documents are not in it, and why."""
        self._pieces.sort(key=lambda piece: piece.key)
        combined = self._combined() if self._wanted.combined else None
        labels, faults = self._labelled() if self._wanted.labels else (None, ())
        mails = self._wanted.email if self._mails else None
        return tuple(path for path in (combined, labels, mails) if path), faults

    # --- print file and labels -----------------------------------------------------------------------------------------------

    def _pile(self, task: Task, pdf: Path | None) -> Iterator[Fault]:
        order, party = task.order, task.order.partner.partner
        label = ""
        if self._wanted.labels and mail_address(party):
            label = address_block(party, _addressee(order).at_address, language=order.language)
        elif self._wanted.labels:
            hint = "fill in partner.visit or partner.post"
            problem = f"{order.partner.id} gets no label: no address is known"
            yield Fault(problem, task.file, path="partner.post", hint=hint, severity=Severity.WARNING)
        key = ORDERS[self._wanted.order](party)
        self._pieces.append(_Piece((key, order.kind.id, order.occasion.number), organisation(party), pdf, label))

    def _combined(self) -> Path | None:
        pieces = [piece for piece in self._pieces if piece.pdf]
        if not pieces or not self._order or not self._wanted.combined:
            return None
        about = self._order.kind.about
        data = binder.combine(map(_printed, pieces), about.name.in_("nl"), "nl")
        return self._outputs.store(self._wanted.combined, data).path

    def _labelled(self) -> tuple[Path | None, tuple[Fault, ...]]:
        # -- two letters to one address are one label --
        named = {piece.label: Label(piece.name, piece.label) for piece in self._pieces if piece.label}
        if not named or not self._order or not self._wanted.labels:
            return None, ()
        look = look_of(self._order.school, self._order.workspace)
        sheet = sheet_named(self._wanted.sheet)
        made = write_label_sheets(tuple(named.values()), sheet, self._wanted.start, LABELS, "nl", look)
        return self._outputs.store(self._wanted.labels, made.data).path, made.faults

    # --- e-mail --------------------------------------------------------------------------------------------------------------

    def _mail(self, task: Task, pdf: Path, folder: Path) -> Iterator[Fault]:
        order = task.order
        if not shown(order.kind.about.layout).pasted:
            return
        subject, text = _words(compose(order))
        attached = Attachment(pdf.name, _read(pdf))
        message = Message(_receivers(order), subject, text, (attached,), order.day, order.language)
        unsent = write_eml(message)
        self._outputs.store(folder / file_name(pdf.stem, suffix="eml"), unsent.data)
        self._mails += 1
        yield from (fault.at(file=task.file, path="partner.email") for fault in unsent.faults)


def _is_edited(result: Result) -> bool:
    """Whether a file is not as it was made."""
    return result.path is not None and fingerprint(_read(result.path)) != result.sha256


def _edited(result: Result) -> Fault:
    problem = "was edited after it was made, and the PDF that goes out has nothing of that"
    hint = "print or send it from Word; or put it in the profile, and draft it with --force"
    return Fault(problem, file=str(result.path), hint=hint, severity=Severity.WARNING)


def _printed(piece: _Piece) -> binder.Document:
    assert piece.pdf is not None
    return binder.Document(piece.name, _read(piece.pdf))


def _read(file: Path) -> bytes:
    """A document that was made; raises BadInput when it is not there any more."""
    try:
        return file.read_bytes()
    except OSError as error:
        hint = "the same command again makes it"
        raise BadInput(Fault(f"cannot be read: {(error.strerror or '').lower()}", file=str(file), hint=hint)) from error


def _addressee(order: Order) -> Addressee:
    """To whom the letter goes."""
    found = order.names["addressee"]
    if not isinstance(found, Addressee):
        raise OurFault(f"{order.kind.id} goes to nobody")
    return found


def _receivers(order: Order) -> tuple[Mailbox, ...]:
    """The people whom the letter greets; the organisation, when no address of theirs is known."""
    addressee = _addressee(order)
    party = addressee.party.organisation
    people = tuple(Mailbox(full_name(person).replace(NBSP, " "), person.email) for person in addressee.people)
    if any(one.address for one in people):
        return people
    general = Mailbox(organisation(party), party.email)
    return (general,) if party.email else people or (general,)


def _words(document: Document) -> tuple[str, str]:
    """Subject and text of an e-mail: the letter from its heading on; the address and the reference are on the paper."""
    blocks: Sequence[object] = document.blocks
    at = next((place for place, block in enumerate(blocks) if isinstance(block, Heading)), None)
    heading = document.blocks[at] if at is not None else None
    subject = said(heading.content) if isinstance(heading, Heading) else document.meta.kind_name
    rest = document.blocks[0 if at is None else at + 1 :]
    body = replace(document, blocks=rest, meta=replace(document.meta, draft=False))
    return subject.replace(NBSP, " "), write(body, "txt").decode()
