"""The database: up to date, one for all processes, whole after a kill, and its faults in plain words."""

from __future__ import annotations

import itertools
import os
import random
import resource
import signal
import sqlite3
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from generator.errors import BadInput, HandslagError, WrongUsage
from generator.load import load_school
from generator.register import open_register
from generator.register.database import ELSEWHERE, FILE, HEAD, MIGRATIONS, database, upgrade
from generator.register.finding import documents
from generator.register.models import Base
from generator.register.register import Register
from tests.processes import Running
from tests.register.office import agreement, letter, make
from tests.register.postgres import create

ROOT = Path(__file__).parent.parent.parent
V1 = {
    "document": {"id": 1, "workspace": ".", "year": 2027, "number": 1, "kind": "press-release", "partner": "a", "occasion": ""}
    | {"language": "nl", "version": 1, "reference": "DV-2027-0001", "partner_name": "A B.V.", "replaces_id": None},
    "making": {"id": 1, "document_id": 1, "made_at": "2027-06-17 10:00:00", "day": "2027-06-17", "draft": 0}
    | {"text_version": "1.0.0", "layout": "press-release", "program": "0.1.0", "input": "1" * 64},
    "file": {"id": 1, "making_id": 1, "format": "pdf", "annexes": 0, "path": "made/a.pdf", "sha256": "2" * 64, "size": 3},
    "mark": {"id": 1, "document_id": 1, "status": "sent", "day": "2027-06-18", "noted_at": "2027-06-18 10:00:00"}
    | {"path": None, "sha256": None},
}
"""What a register of version 1 holds."""


# --- migrations ---


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def test_the_tables_are_those_of_the_models(register: Register) -> None:
    with register.database.reading() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_newest_migration_is_the_one_the_program_wants() -> None:
    assert scripts().get_current_head() == HEAD
    assert [script.revision for script in scripts().walk_revisions()][-1] == "0001"


def test_a_register_of_version_1_is_brought_up_to_date_and_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / ".handslag").mkdir()
    engine = create_engine(f"sqlite:///{tmp_path / FILE}")
    with engine.begin() as connection:
        upgrade(connection, "0001")
        for table, row in V1.items():
            names = ", ".join(row)
            connection.execute(text(f"INSERT INTO {table} ({names}) VALUES (:{names.replace(', ', ', :')})"), row)
    engine.dispose()
    with Register(database(tmp_path, {})[0], ".", tmp_path, "DV-{year}-{number:04}") as register:
        (document,) = documents(register)
        assert (document.reference, document.status, document.partner_name) == ("DV-2027-0001", "sent", "A B.V.")
        assert (document.last.day, document.last.files[0].path) == (date(2027, 6, 17), "made/a.pdf")
        assert make(register, agreement()).reference == "DV-2027-0002"


def test_a_register_of_a_newer_handslag_is_left_alone(tmp_path: Path) -> None:
    database(tmp_path, {})[0].close()
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(BadInput, match="was made by a newer handslag"):
        database(tmp_path, {})


# --- where it is ---


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("here", "HANDSLAG_DATABASE names no database"),
        ("mysql://user:secret@host/db", "the register cannot be kept in mysql"),
        ("postgresql://user:secret@/db?host=/nowhere", "cannot use the register postgresql"),
    ],
)
def test_a_database_that_cannot_be_used_is_said_without_its_password(tmp_path: Path, url: str, said: str) -> None:
    with pytest.raises(HandslagError, match=said) as caught:
        database(tmp_path, {ELSEWHERE: url})
    assert "secret" not in str(caught.value)


def test_wrong_usage_is_told_apart_from_a_server_that_does_not_answer(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage):
        database(tmp_path, {ELSEWHERE: "here"})
    with pytest.raises(BadInput):
        database(tmp_path, {ELSEWHERE: "postgresql://user@/db?host=/nowhere"})


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / ".handslag").mkdir()
    (tmp_path / FILE).write_text("no database, but long enough to be taken for one" * 100, encoding="utf-8")
    with pytest.raises(BadInput, match="file is not a database") as caught:
        database(tmp_path, {})
    assert caught.value.faults[0].hint == "put back a copy of it from a backup"


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / ".handslag").write_text("", encoding="utf-8")
    with pytest.raises(BadInput, match="cannot write"):
        database(tmp_path, {})


def test_numbers_go_on_when_the_school_gets_another_id(tmp_path: Path) -> None:
    school = load_school(ROOT / "examples/school.yaml", "school.yaml").value
    assert school is not None
    for number, id_ in enumerate(("old", "new"), 1):
        with open_register(tmp_path, school.model_copy(update={"id": id_}), {}) as register:
            assert make(register, agreement(id_)).number == number


def test_schools_that_share_a_database_have_numbers_of_their_own(tmp_path: Path, postgres: str) -> None:
    school = load_school(ROOT / "examples/school.yaml", "school.yaml").value
    assert school is not None
    shared = {ELSEWHERE: create(postgres, "shared")}
    for id_ in ("north", "south"):
        with open_register(tmp_path, school.model_copy(update={"id": id_}), shared) as register:
            assert make(register, agreement()).number == 1
            assert [one.workspace for one in documents(register)] == [id_]


# --- several at once ---


def write_letters(root: Path, who: str, number: int) -> None:
    """Letters, and their references: some that only this process makes, and some that every process makes."""
    with opened(root, dict(os.environ)) as register:
        for n in range(number):
            for partner in (who, "everyone"):
                entry = make(register, letter(f"{partner}-{n}"), f"{partner}-{n}.txt")
                click.echo(entry.reference)


def opened(root: Path, environment: dict[str, str]) -> Register:
    return Register(database(root, environment)[0], ".", root, "DV-{year}-{number:04}")


def test_processes_at_once_never_give_one_reference_twice(tmp_path: Path, environment: dict[str, str]) -> None:
    running = [Running(write_letters, tmp_path, f"process-{n}", 12, **environment) for n in range(4)]
    said = [process.end() for process in running]
    assert [code for code, _ in said] == [0] * 4, said
    with opened(tmp_path, environment) as register:
        found = documents(register)
    assert [one.number for one in found] == list(range(1, 4 * 12 + 12 + 1))
    assert len({one.partner for one in found}) == len(found)


def kills() -> Iterator[float]:
    """Moments at which to kill: always the same ones."""
    chance = random.Random(4)
    while True:
        yield chance.uniform(0, 0.12)


def test_a_process_that_is_killed_again_and_again_leaves_no_hole(tmp_path: Path, environment: dict[str, str]) -> None:
    """Each run goes on for a moment longer than it takes to start; the last one is let finish."""
    for moment in itertools.islice(kills(), 8):
        process = Running(write_letters, tmp_path, "process", 25, **environment)
        process.line()
        time.sleep(moment)
        process.stop()
    said = Running(write_letters, tmp_path, "process", 25, **environment).end()
    with opened(tmp_path, environment) as register:
        found = documents(register)
    assert [one.number for one in found] == list(range(1, 51)), said
    wanted = [f"{who}-{n}" for n in range(25) for who in ("process", "everyone")]
    assert [one.partner for one in found] == wanted
    assert all((tmp_path / "made" / f"{partner}.txt").read_text("utf-8") == "1" for partner in wanted)


def test_a_reader_never_waits_for_a_writer(tmp_path: Path) -> None:
    with opened(tmp_path, {}) as register:
        make(register, agreement())
        writer = sqlite3.connect(tmp_path / FILE, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        assert len(documents(register)) == 1
        writer.execute("ROLLBACK")
        writer.close()


def fill_the_disk(root: Path, who: str) -> None:
    """A limit on the size of a file stands in for the full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000))
    write_letters(root, who, 500)


def test_a_full_disk_is_said_and_the_register_stays_whole(tmp_path: Path) -> None:
    with opened(tmp_path, {}) as register:
        make(register, agreement())
    _, said = Running(fill_the_disk, tmp_path, "process").end()
    assert "BadInput: cannot use the register" in said
    made = [line for line in said.splitlines() if line.startswith("DV-")]
    with opened(tmp_path, {}) as register:
        assert [one.reference for one in documents(register)[1:]][: len(made)] == made
        assert make(register, letter("after")).number <= len(made) + 3
