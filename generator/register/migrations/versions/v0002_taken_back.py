"""A mark can be taken back; that it once was there is not forgotten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One more column."""
    op.add_column("mark", sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True))
