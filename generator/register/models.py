"""The register's tables. In: nothing. Out: one class a table, typed; the rest of the register speaks of their objects.

``document`` holds what was made, ``making`` each time that it was made differently, ``file`` the files of a making,
``mark`` what happened to the document afterwards, ``reservation`` numbers that are promised to documents in the making.
Nothing is deleted from the first four: the register never forgets.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum

from sqlalchemy import DateTime, Enum, ForeignKey, Index, MetaData, String, TypeDecorator, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

SHA256 = String(64)


class Status(StrEnum):
    """How far a document is; a later one counts more than an earlier one."""

    MADE = "made"
    SENT = "sent"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, also in SQLite, which knows no time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """On its way into the database."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """On its way out."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """What the tables share: every constraint has a name, so that a migration can speak of it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class _Named:
    """The columns that say which document it is."""

    workspace: Mapped[str]
    year: Mapped[int]
    number: Mapped[int]
    kind: Mapped[str]
    partner: Mapped[str]
    occasion: Mapped[str]
    """Empty for a kind that is made once."""
    language: Mapped[str]
    version: Mapped[int]
    """From 1; a signed document that is begun anew gets the next one."""


_WHICH = ("workspace", "kind", "partner", "occasion", "language", "year", "version")


class Document(_Named, Base):
    """A document that was made: its number is used up."""

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("workspace", "year", "number", name="uq_document_number"),
        UniqueConstraint("workspace", "reference", name="uq_document_reference"),
        UniqueConstraint(*_WHICH, name="uq_document_which"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str]
    partner_name: Mapped[str]
    """The partner's legal name when the document was made."""
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    replaces: Mapped[Document | None] = relationship(remote_side=[id], back_populates="replaced_by")
    replaced_by: Mapped[list[Document]] = relationship(back_populates="replaces")
    makings: Mapped[list[Making]] = relationship(back_populates="document", order_by="Making.id")
    marks: Mapped[list[Mark]] = relationship(back_populates="document", order_by="Mark.id")

    @property
    def status(self) -> Status:
        """The last that counts of what happened to it: a signed document that is sent stays signed."""
        reached = {mark.status for mark in self.marks if mark.holds}
        return max(reached, key=list(Status).index, default=Status.MADE)

    @property
    def last(self) -> Making:
        """How it was made the last time."""
        return self.makings[-1]


class Making(Base):
    """One way in which a document was made: the same input gives the same files, so it stands here once."""

    __tablename__ = "making"
    __table_args__ = (Index("ix_making_document_id", "document_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    made_at: Mapped[datetime] = mapped_column(Moment)
    day: Mapped[date]
    """The date on the document."""
    draft: Mapped[bool]
    text_version: Mapped[str]
    layout: Mapped[str]
    program: Mapped[str]
    """The version of handslag."""
    input: Mapped[str] = mapped_column(SHA256)
    """Fingerprint of all that the document was made from."""
    document: Mapped[Document] = relationship(back_populates="makings")
    files: Mapped[list[File]] = relationship(back_populates="making", order_by="File.id")


class File(Base):
    """A file of a making."""

    __tablename__ = "file"
    __table_args__ = (Index("ix_file_making_id", "making_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    making_id: Mapped[int] = mapped_column(ForeignKey("making.id"))
    format: Mapped[str]
    annexes: Mapped[bool]
    """Whether it is bound with its annexes."""
    path: Mapped[str]
    """From the workspace, or in full when it is outside."""
    sha256: Mapped[str] = mapped_column(SHA256)
    size: Mapped[int]
    making: Mapped[Making] = relationship(back_populates="files")


class Mark(Base):
    """Something that happened to a document after it was made."""

    __tablename__ = "mark"
    __table_args__ = (Index("ix_mark_document_id", "document_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    status: Mapped[Status] = mapped_column(
        Enum(Status, native_enum=False, create_constraint=False, length=20, values_callable=lambda kind: [str(s) for s in kind])
    )
    day: Mapped[date]
    """When it happened."""
    noted_at: Mapped[datetime] = mapped_column(Moment)
    path: Mapped[str | None]
    """The scan that came with it."""
    sha256: Mapped[str | None] = mapped_column(SHA256)
    taken_back_at: Mapped[datetime | None] = mapped_column(Moment)
    """When it turned out not to be so."""
    document: Mapped[Document] = relationship(back_populates="marks")

    @property
    def holds(self) -> bool:
        """Whether it was not taken back."""
        return self.taken_back_at is None


class Reservation(_Named, Base):
    """A number that is promised to a document in the making; it is gone when the document is recorded, or given up."""

    __tablename__ = "reservation"
    __table_args__ = (UniqueConstraint(*_WHICH, name="uq_reservation_which"),)

    workspace: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    until: Mapped[datetime] = mapped_column(Moment)
    """After this, the number may go to another document."""
