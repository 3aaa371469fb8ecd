"""Where the register is kept. In: a workspace, or HANDSLAG_DATABASE. Out: a database that is up to date, to read and to
write.

By default a SQLite file in the workspace, in WAL mode: readers and one writer at once, a killed process leaves it whole. A
group of schools may name a PostgreSQL database instead. All that differs between the two stands in this room, and so do
migrations.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from generator.errors import BadInput, Fault, OurFault, WrongUsage
from generator.store import make_folder

T = TypeVar("T")
FILE = ".handslag/register.sqlite"
ELSEWHERE = "HANDSLAG_DATABASE"
"""The variable of the environment that names another database."""
HEAD = "0002"
"""The newest migration; kept by a test."""
MIGRATIONS = Path(__file__).parent / "migrations"
PATIENCE = 60
"""Seconds to wait for another process that writes."""
_TRIES = 50
_AGAIN = {"40001", "40P01"}
"""PostgreSQL's codes for: another transaction came between, begin anew."""
_WRITES = "handslag_writes"
_LOCK = 7_105_632_061
"""Any number: the name of the lock under which PostgreSQL is migrated."""


class Database:
    """An open register; every transaction is whole or not there, and sees no half of another."""

    def __init__(self, url: URL) -> None:
        self.name = url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
        """How a reader knows it; without its password."""
        with self._told():
            self._engine = _engine(url)
            self._writer = self._engine.execution_options(**{_WRITES: True})
            self._migrate()

    def close(self) -> None:
        """Let go of it."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that reads; what it read can be used afterwards."""
        with self._told(), Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield session

    def write(self, work: Callable[[Session], T]) -> T:
        """Do ``work`` in one transaction, as if nobody else were there: again when another one came between."""
        for _ in range(_TRIES):
            try:
                with self._told(), Session(self._writer, expire_on_commit=False) as session, session.begin():
                    return work(session)
            except _CameBetweenError:
                time.sleep(random.uniform(0, 0.05))
        raise OurFault(f"the register {self.name} stays busy")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what the database says into a fault that names it."""
        try:
            yield
        except DBAPIError as error:
            if isinstance(error, IntegrityError) or getattr(error.orig, "sqlstate", "") in _AGAIN:
                raise _CameBetweenError from error
            raise BadInput(_fault(self.name, str(error.orig))) from error
        except SQLAlchemyError as error:
            raise OurFault(f"the register {self.name}: {error}") from error

    def _migrate(self) -> None:
        """Bring the tables up to date, one process at a time. Alembic is imported only when there is something to do."""
        found = _version(self._engine)
        if found == HEAD:
            return
        if found > HEAD:
            problem = f"the register {self.name} was made by a newer handslag"
            raise BadInput(Fault(problem, hint="install that version of handslag here too"))
        with _alone(self._writer) as connection:
            upgrade(connection)


class _CameBetweenError(Exception):
    """Another transaction came between this one and its end."""


def database(workspace: Path, environment: Mapping[str, str]) -> tuple[Database, bool]:
    """The workspace's register, and whether others may have theirs in the same database.

    Raises WrongUsage when HANDSLAG_DATABASE is none, BadInput when the register cannot be opened.
    """
    if elsewhere := environment.get(ELSEWHERE):
        return Database(_url(elsewhere)), True
    file = workspace / FILE
    make_folder(file.parent)
    return Database(URL.create("sqlite", database=str(file))), False


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """A transaction during which no other process can migrate; it sees what another one did before it."""
    if engine.dialect.name == "sqlite":
        with engine.begin() as connection:
            yield connection
        return
    with engine.execution_options(isolation_level="READ COMMITTED").begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the migrations up to this one within the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _version(engine: Engine) -> str:
    """The migration that a database is at; empty for a new one."""
    with engine.begin() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        return str(connection.scalar(text("SELECT version_num FROM alembic_version")) or "")


def _url(given: str) -> URL:
    hint = "write it as postgresql://user:password@host/name"
    try:
        url = make_url(given)
    except ArgumentError:
        raise WrongUsage(Fault(f"{ELSEWHERE} names no database", hint=hint)) from None
    if url.get_backend_name() not in ("postgresql", "sqlite"):
        raise WrongUsage(Fault(f"{ELSEWHERE}: the register cannot be kept in {url.get_backend_name()}", hint=hint))
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    try:
        return create_engine(url, isolation_level="SERIALIZABLE", pool_pre_ping=True)
    except ModuleNotFoundError as error:
        hint = "pip install 'handslag[postgresql]'"
        raise BadInput(Fault(f"what speaks to PostgreSQL is not installed: {error.name}", hint=hint)) from None


def _sqlite(url: URL) -> Engine:
    """SQLite as this house wants it: transactions that we begin ourselves, and writers that queue instead of failing."""
    engine = create_engine(url, connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _: object) -> None:
        connection.isolation_level = None
        for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {setting}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _fault(name: str, said: str) -> Fault:
    """What the database says, as a fault with something to do about it."""
    hints = {
        "locked": "another program keeps it busy: try again in a moment",
        "not a database": "put back a copy of it from a backup",
        "malformed": "put back a copy of it from a backup",
        "readonly": "make it writable, or work in a copy of the workspace",
        "unable to open": "make its folder writable, or work in a copy of the workspace",
        "full": "make room on the disk; what was made stays as it is",
    }
    hint = next((hint for part, hint in hints.items() if part in said), "")
    return Fault(f"cannot use the register {name}: {said.strip().splitlines()[0] if said.strip() else 'no answer'}", hint=hint)
