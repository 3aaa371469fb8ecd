"""A PostgreSQL server of the tests' own: on a socket in a folder of its own, reachable by nobody else, gone afterwards."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path:
    """Where Debian puts the server's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    on_path = shutil.which("initdb")
    assert found or on_path, "PostgreSQL is not installed: tools/setup test"
    return found[-1].parent if found else Path(on_path or "").parent


@contextmanager
def server() -> Iterator[str]:
    """A running server; yields the URL of its first database up to the name: add a name that ``create`` made."""
    owner = "postgres" if os.geteuid() == 0 else getpass.getuser()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        os.chown(folder, pwd.getpwnam(owner).pw_uid, -1)
        _run(owner, "initdb", "-D", folder / "data", "-U", "handslag", "--auth", "trust", "--no-sync", "-E", "UTF8")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        _run(owner, "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start")
        yield f"postgresql://handslag@/{{name}}?host={folder}"
        _run(owner, "pg_ctl", "-D", folder / "data", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def create(url: str, name: str) -> str:
    """A new database on the server, and its URL."""
    host = url.split("host=")[1]
    subprocess.run([programs() / "createdb", "-h", host, "-U", "handslag", name], check=True)
    return url.format(name=name)


def _run(owner: str, program: str, *words: str | Path) -> None:
    """Run one of the server's programs as its owner: it refuses to be root."""
    command = [str(programs() / program), *map(str, words)]
    user = owner if os.geteuid() == 0 else None
    done = subprocess.run(command, user=user, capture_output=True, text=True, cwd="/", check=False, timeout=120)
    assert done.returncode == 0, done.stderr
