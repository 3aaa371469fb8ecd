"""Storing results. In: finished bytes and a name. Out: a file, whole or not at all, that replaces nobody's work.

The only room that touches the output folder. It remembers the fingerprint of each file it wrote, in ``.handslag.json``
beside them: a file that no longer has that fingerprint was edited since, and is left alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from unicodedata import combining, normalize

from generator.errors import BadInput, Fault

MEMORY = ".handslag.json"
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_LONGEST = 150


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


def store(folder: Path, name: str, data: bytes, force: bool = False) -> Stored:
    """Write ``data`` as ``folder/name``, or beside it as ``name-2`` when a file of that name was edited.

    The file appears whole or not at all. ``force`` replaces an edited file too. Raises BadInput when the folder cannot
    be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / name
        path = target if force else _free(target, data, _memory(folder))
        if not (path.is_file() and path.read_bytes() == data):
            _replace(path, data)
        _remember(folder, path.name, data)
    except OSError as error:
        raise BadInput(
            Fault(f"cannot write {folder / name}: {error.strerror or error}", hint="nothing was left half written")
        ) from error
    return Stored(path, fingerprint(data), kept=None if path == target else target)


def keep(folder: Path, name: str, data: bytes) -> Stored:
    """The same, but a file that is there already is never replaced, whoever made it: for a signed contract."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _free(folder / name, data, {})
        if not path.exists():
            _replace(path, data)
    except OSError as error:
        raise BadInput(Fault(f"cannot write {folder / name}: {error.strerror or error}")) from error
    return Stored(path, fingerprint(data))


def write_new(path: Path, text: str) -> bool:
    """Write a text file that is not there yet; False, and nothing done, when it is. Raises BadInput when it cannot be
    written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() or path.is_symlink():
            return False
        _replace(path, text.encode())
    except OSError as error:
        raise BadInput(Fault(f"cannot write {path}: {error.strerror or error}")) from error
    return True


def make_folder(path: Path) -> None:
    """A folder that is there afterwards. Raises BadInput when it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(Fault(f"cannot write {path}: {error.strerror or error}")) from error


def _free(target: Path, data: bytes, remembered: Mapping[str, str]) -> Path:
    """The first of ``name``, ``name-2`` … that is not there, is ours unedited, or says the same already."""
    for path in _names(target):
        if not path.exists():
            return path
        present = fingerprint(path.read_bytes()) if path.is_file() else ""
        if present and present in (remembered.get(path.name), fingerprint(data)):
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
    descriptor, scratch = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(scratch).chmod(0o666 & ~_umask())
        Path(scratch).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(scratch).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _memory(folder: Path) -> Mapping[str, str]:
    """Name to fingerprint of what was made in this folder; empty when there is no memory, or it cannot be read."""
    try:
        found = json.loads((folder / MEMORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _remember(folder: Path, name: str, data: bytes) -> None:
    memory = dict(_memory(folder))
    if memory.get(name) != fingerprint(data):
        memory[name] = fingerprint(data)
        _replace(folder / MEMORY, (json.dumps(memory, indent=1, sort_keys=True) + "\n").encode())
