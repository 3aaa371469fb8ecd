"""How a migration is run. In: the connection that ``database.py`` gives. Out: nothing; the caller commits."""

from __future__ import annotations

from alembic import context

from generator.register.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
