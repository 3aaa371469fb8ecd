"""Storing results. In: finished bytes and a name. Out: a file, whole or not at all, that replaces nobody's work.

The only room that touches the output folder. The caller says which fingerprints were ever made in a place (the register
knows): a file that has none of them was edited since, or is somebody else's, and is left alone.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from unicodedata import combining, normalize

from generator.errors import BadInput, Fault

Ours = Callable[[Path], Container[str]]
"""The fingerprints of all that was ever made in a place."""
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_LONGEST = 150
_SCRATCH = ".part"
_LOCK = "lock"
_STALE = 3600
"""Seconds after which nobody is writing a scratch file any more."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a file went."""

    path: Path
    sha256: str
    """Hexadecimal fingerprint of its bytes."""
    kept: Path | None = None
    """A file of the wanted name that was edited and therefore left as it is."""


def fingerprint(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def file_name(*parts: str, suffix: str) -> str:
    """A name that every system takes: ``samenwerkingsovereenkomst-van-t-veld.docx``.

    Letters without accents, digits and hyphens only, at most 150 characters, never a name that Windows reserves.
    """
    bare = ("".join(c for c in normalize("NFKD", part.lower()) if not combining(c)) for part in parts)
    stem = "-".join("".join(c if c.isascii() and c.isalnum() else "-" for c in part).strip("-") for part in bare)
    stem = stem[:_LONGEST].rstrip("-") or "document"
    return f"{'x-' if stem in _RESERVED else ''}{stem}.{suffix}"


def nobodys(_: Path) -> Container[str]:
    """Nothing was made there before: a file that is there already is never replaced."""
    return ()


def store(folder: Path, name: str, data: bytes, ours: Ours = nobodys, force: bool = False) -> Stored:
    """Write ``data`` as ``folder/name``, or beside it as ``name-2`` when the file of that name is not ``ours`` unedited.

    The file appears whole or not at all. ``force`` replaces an edited file too. Raises BadInput when the folder cannot
    be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / name
        path = target if force else _free(target, data, ours)
        if not (path.is_file() and path.read_bytes() == data):
            _replace(path, data)
    except OSError as error:
        raise BadInput(
            Fault(f"cannot write {folder / name}: {error.strerror or error}", hint="nothing was left half written")
        ) from error
    return Stored(path, fingerprint(data), kept=None if path == target else target)


def write_new(path: Path, text: str | bytes) -> bool:
    """Write a file that is not there yet; False, and nothing done, when it is. Raises BadInput when it cannot be
    written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() or path.is_symlink():
            return False
        _replace(path, text.encode() if isinstance(text, str) else text)
    except OSError as error:
        raise BadInput(Fault(f"cannot write {path}: {error.strerror or error}")) from error
    return True


def write_file(path: Path, data: bytes, force: bool) -> None:
    """Write a file that its user named. Raises BadInput when it is there already, unless ``force`` replaces it, and when it
    cannot be written.
    """
    try:
        if path.exists() and not force:
            raise BadInput(Fault("is there already", file=str(path), hint="--force replaces it"))
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        raise BadInput(Fault(f"cannot write {path}: {error.strerror or error}")) from error


def append(path: Path, line: str) -> None:
    """Add a line to a list of ours. Raises BadInput when it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
    except OSError as error:
        raise BadInput(Fault(f"cannot write {path}: {error.strerror or error}")) from error


def make_folder(path: Path) -> None:
    """A folder that is there afterwards. Raises BadInput when it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(Fault(f"cannot write {path}: {error.strerror or error}")) from error


def sweep(folder: Path) -> None:
    """Take away the scratch files that a killed process left here, an hour ago or more."""
    for scratch in folder.glob(f".*{_SCRATCH}"):
        with suppress(OSError):
            if scratch.stat().st_mtime < time.time() - _STALE:
                scratch.unlink()


def store_all(files: Iterable[tuple[Path, bytes | None, bytes]]) -> None:
    """Write many files: each path with what it held when it was read (None: nothing) and what it holds from now on.

    All are written beside their places and flushed to disk together, which is far quicker than one by one; then each takes its
    place, whole. Raises BadInput, and leaves every file as it was, when one cannot be written or was changed meanwhile.
    """
    scratches: list[tuple[str, str]] = []
    folders: set[Path] = set()
    try:
        for path, before, after in files:
            if path.parent not in folders:
                path.parent.mkdir(parents=True, exist_ok=True)
                folders.add(path.parent)
            scratches.append((_scratch(path), str(path)))
            with open(scratches[-1][0], "wb") as scratch:  # noqa: PTH123 (for 10,000 files the difference counts)
                scratch.write(after)
            if _present(scratches[-1][1]) != before:
                raise BadInput(Fault("was changed meanwhile", file=str(path), hint="nothing was written; do it again"))
        _flush(scratch for scratch, _ in scratches)
        while scratches:
            os.replace(*scratches[-1])  # noqa: PTH105
            scratches.pop()
    except OSError as error:
        raise BadInput(Fault(f"cannot write {error.filename}: {error.strerror or error}")) from error
    finally:
        for left, _ in scratches:
            with suppress(OSError):
                Path(left).unlink()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Nobody else of ours changes what is in a folder meanwhile: who comes second waits. It ends with the process, however
    that ends. Raises BadInput when the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("a+b")
    except OSError as error:
        raise BadInput(Fault(f"cannot write {folder}: {error.strerror or error}")) from error
    with lock:
        _wait_for(lock.fileno())
        yield


if sys.platform == "win32":
    import msvcrt

    def _wait_for(lock: int) -> None:
        while True:
            with suppress(OSError):  # it gives up after ten seconds
                return msvcrt.locking(lock, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _wait_for(lock: int) -> None:
        fcntl.flock(lock, fcntl.LOCK_EX)


def _present(path: str) -> bytes | None:
    """What a file holds; None when it is not there."""
    return Path(path).read_bytes() if os.path.lexists(path) else None


def _flush(files: Iterable[str]) -> None:
    """Make sure that files are on the disk: at once where the system can."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for file in files:
        with Path(file).open("rb+") as opened:
            os.fsync(opened.fileno())


def _free(target: Path, data: bytes, ours: Ours) -> Path:
    """The first of ``name``, ``name-2`` … that is not there, is ours unedited, or says the same already."""
    for path in _names(target):
        if not path.exists():
            return path
        present = fingerprint(path.read_bytes()) if path.is_file() else ""
        if present and (present == fingerprint(data) or present in ours(path)):
            return path
    raise AssertionError("unreachable: there is always a next number")


def _names(target: Path) -> Iterator[Path]:
    yield target
    number = 2
    while True:
        yield target.with_name(f"{target.stem}-{number}{target.suffix}")
        number += 1


def _replace(path: Path, data: bytes) -> None:
    """Write beside, flush to disk, then rename over: another program sees the old file or the new one, never a part."""
    scratch = _scratch(path)
    try:
        with open(scratch, "wb") as file:  # noqa: PTH123 (for 10,000 files the difference counts)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(scratch, path)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            Path(scratch).unlink()
        raise


def _scratch(path: Path) -> str:
    """Where a file is written before it takes its place: no other process writes there."""
    return f"{path.parent}/.{path.name[:_LONGEST]}.{os.getpid()}{_SCRATCH}"
