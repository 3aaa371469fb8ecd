"""What documents are made with on this machine. In: nothing. Out: each thing that has a hand in their bytes, with its version.

Machines that agree on all of it make the same bytes of the same task.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

from generator import __version__
from generator.doctor import requirements
from generator.package import HERE, resource

ALSO = ("dask", "distributed")
"""Packages that carry a task from one machine to another; the rest is what handslag needs."""


@cache
def versions() -> Mapping[str, str]:
    """Python, handslag with a fingerprint of its code, texts and layouts, and packages; empty for one that is absent."""
    python = ".".join(map(str, sys.version_info[:2]))
    packages = {name: _version(name) for name in (*requirements(), *ALSO)}
    return {"Python": python, "handslag": f"{__version__}-{_fingerprint()[:8]}", **packages}


def differences(wanted: Mapping[str, str]) -> tuple[str, ...]:
    """What is otherwise here than it should be: ``weasyprint is 70.0 and should be 70.1``."""
    here = versions()
    unlike = (name for name in wanted if here.get(name, "") != wanted[name])
    return tuple(f"{name} is {here.get(name) or 'absent'} and should be {wanted[name] or 'absent'}" for name in unlike)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _fingerprint() -> str:
    found = hashlib.sha256()
    for name, file in _files():
        found.update(f"{name}\0".encode())
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def _files() -> Iterator[tuple[str, Path]]:
    """The program, its texts and its layouts: the same in a checkout and in an installed package, which has the command too."""
    for root, pattern in ((HERE, "*.py"), (resource("agreements"), "*"), (resource("templates"), "*")):
        files = (path for path in sorted(root.rglob(pattern)) if path.is_file() and path.suffix != ".pyc")
        yield from ((path.relative_to(root).as_posix(), path) for path in files if path != HERE / "cli.py")
