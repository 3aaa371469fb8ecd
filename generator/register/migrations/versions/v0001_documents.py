"""The first tables: documents, their makings and files, what happened to them, and promised numbers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SHA256 = sa.String(64)
MOMENT = sa.DateTime(timezone=True)


def _named() -> list[SchemaItem]:
    """The columns that say which document it is, besides workspace, year and number."""
    names = [sa.Column(name, sa.String, nullable=False) for name in ("kind", "partner", "occasion", "language")]
    return [*names, sa.Column("version", sa.Integer, nullable=False)]


def _which(table: str) -> sa.UniqueConstraint:
    columns = ("workspace", "kind", "partner", "occasion", "language", "year", "version")
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_which")


def _id(table: str) -> list[SchemaItem]:
    return [sa.Column("id", sa.Integer, nullable=False), sa.PrimaryKeyConstraint("id", name=f"pk_{table}")]


def _belongs(table: str, to: str) -> list[SchemaItem]:
    """The column that says what a row is of, with its key; an index follows."""
    key = sa.ForeignKeyConstraint([f"{to}_id"], [f"{to}.id"], name=f"fk_{table}_{to}_id")
    return [sa.Column(f"{to}_id", sa.Integer, nullable=False), key]


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "document",
        *_id("document"),
        sa.Column("workspace", sa.String, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        *_named(),
        sa.Column("reference", sa.String, nullable=False),
        sa.Column("partner_name", sa.String, nullable=False),
        sa.Column("replaces_id", sa.Integer, nullable=True),
        sa.ForeignKeyConstraint(["replaces_id"], ["document.id"], name="fk_document_replaces_id"),
        sa.UniqueConstraint("workspace", "year", "number", name="uq_document_number"),
        sa.UniqueConstraint("workspace", "reference", name="uq_document_reference"),
        _which("document"),
    )
    op.create_table(
        "making",
        *_id("making"),
        *_belongs("making", "document"),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("draft", sa.Boolean, nullable=False),
        sa.Column("text_version", sa.String, nullable=False),
        sa.Column("layout", sa.String, nullable=False),
        sa.Column("program", sa.String, nullable=False),
        sa.Column("input", SHA256, nullable=False),
    )
    op.create_table(
        "file",
        *_id("file"),
        *_belongs("file", "making"),
        sa.Column("format", sa.String, nullable=False),
        sa.Column("annexes", sa.Boolean, nullable=False),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("sha256", SHA256, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
    )
    op.create_table(
        "mark",
        *_id("mark"),
        *_belongs("mark", "document"),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("noted_at", MOMENT, nullable=False),
        sa.Column("path", sa.String, nullable=True),
        sa.Column("sha256", SHA256, nullable=True),
    )
    for table, column in (("making", "document_id"), ("file", "making_id"), ("mark", "document_id")):
        op.create_index(f"ix_{table}_{column}", table, [column])
    op.create_table(
        "reservation",
        sa.Column("workspace", sa.String, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        *_named(),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("workspace", "year", "number", name="pk_reservation"),
        _which("reservation"),
    )
