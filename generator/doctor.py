"""What this machine has of what handslag needs. In: nothing. Out: findings, each with the command that mends it.

Looks without importing what is heavy, and without failing on what is broken: a doctor that falls ill is of no use.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from generator.errors import HandslagError
from generator.package import resource

PYTHON = (3, 11)
APT = "apt-get install --yes --no-install-recommends"

LIBRARIES = (
    # name to find, its file on Linux, Debian's package, what it is for
    ("pango-1.0", "libpango-1.0.so.0", "libpango-1.0-0", "sets the text of a PDF"),
    ("pangoft2-1.0", "libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "finds the fonts of a PDF"),
    ("harfbuzz-subset", "libharfbuzz-subset.so.0", "libharfbuzz-subset0", "embeds fonts; without it each PDF is slower"),
)
PROGRAMS = (("fc-list", "fontconfig", "optional: finds a house font that is installed on this machine"),)
OFFICE = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
"""Where LibreOffice is, on this or that system."""
LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    """``python``, ``weasyprint``, ``libpango-1.0-0``."""
    ok: bool
    """Whether handslag can do its work with it as it is. What is optional is always ok."""
    detail: str
    """What was found: a version, a path, or what is missing and what that costs."""
    mend: str = ""
    """The command that mends it; empty when there is nothing to mend."""


def examine(prints: bool = False) -> tuple[Finding, ...]:
    """Everything handslag leans on, in the order a reader would mend it. Never raises; takes some tenths of a second.

    ``prints``: whether LibreOffice is needed too, for PDFs that are the print of a Word file.
    """
    office = (_office(),) if prints else ()
    return (_python(), *_packages(), *_libraries(), *_programs(), *office, _fonts(), *_hyphenation())


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, PYTHON))
    ok = sys.version_info >= PYTHON
    return Finding("python", ok, version, "" if ok else f"install Python {wanted} or newer, and handslag with it")


def _packages() -> Iterator[Finding]:
    for name in requirements():
        try:
            yield Finding(name, True, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Finding(name, False, "not installed", f"{sys.executable} -m pip install {name}")


def requirements() -> tuple[str, ...]:
    """The names of the packages that handslag needs to run: from its own metadata, or from pyproject.toml in a checkout."""
    try:
        lines = metadata.requires("handslag") or []
    except metadata.PackageNotFoundError:
        lines = _declared(Path(__file__).resolve().parent.parent / "pyproject.toml")
    needed = (line for line in lines if "extra ==" not in line)
    return tuple(re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0] for line in needed)


def _declared(pyproject: Path) -> list[str]:
    import tomllib

    lines: list[str] = tomllib.loads(pyproject.read_text("utf-8"))["project"]["dependencies"]
    return lines


def _libraries() -> Iterator[Finding]:
    for name, file, package, purpose in LIBRARIES:
        if found := _loadable(name, file):
            yield Finding(package, True, found)
        else:
            yield Finding(package, False, f"not found: {purpose}", _install(package))


def _loadable(name: str, file: str) -> str:
    """The file that the loader takes for a library, or nothing. One that is there but does not load counts as absent."""
    for candidate in (file, ctypes.util.find_library(name)):
        try:
            if candidate and ctypes.CDLL(candidate):
                return candidate
        except OSError:
            continue
    return ""


def _programs() -> Iterator[Finding]:
    for program, package, purpose in PROGRAMS:
        if found := shutil.which(program):
            yield Finding(program, True, found)
        else:
            yield Finding(program, True, f"not found: {purpose}", _install(package))


def _office() -> Finding:
    found = next((path for name in OFFICE if (path := shutil.which(name))), None)
    if found:
        return Finding("soffice", True, found)
    return Finding("soffice", False, "not found: LibreOffice prints Word files as PDF", _install("libreoffice-writer-nogui"))


def _install(package: str) -> str:
    if shutil.which("apt-get"):
        return f"{APT} {package}" if os.geteuid() == 0 else f"sudo {APT} {package}"
    return "brew install pango" if sys.platform == "darwin" else f"install what your system calls {package}"


def _fonts() -> Finding:
    again = f"{sys.executable} -m pip install --force-reinstall handslag"
    try:
        fonts = sorted(path.name for path in resource("templates").glob("layouts/fonts/*.[ot]tf"))
    except HandslagError as fault:
        return Finding("fonts", False, str(fault), again)
    return Finding("fonts", bool(fonts), ", ".join(fonts) or "none bundled", "" if fonts else again)


def _hyphenation() -> Iterator[Finding]:
    """Pyphen's dictionaries are files; looking at them spares importing it."""
    try:
        files = {Path(file).name for file in metadata.files("pyphen") or ()}
    except metadata.PackageNotFoundError:
        files = set()
    for language in LANGUAGES:
        known = sorted(name for name in files if re.fullmatch(rf"hyph_{language}(_[A-Z]+)?\.dic", name))
        mend = "" if known else f"{sys.executable} -m pip install --force-reinstall pyphen"
        yield Finding(f"hyphenation {language}", bool(known), known[0] if known else "no dictionary", mend)
