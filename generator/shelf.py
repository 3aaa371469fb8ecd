"""The shelf: where a text stands, and what is on the page. In: folders with texts, a name. Out: a file, its words.

A name never leads out of the folders, not even through a link. A school's clauses stand in a folder ``clauses`` of their own;
all other folders have their clauses in a folder of that name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.errors import BadText, Fault

CLAUSES = "clauses"
LONGEST = 200_000
"""Bytes that a text may have; ours have 15,000 at most."""
FRONT_MATTER = re.compile(r"\A\n*---[ \t]*\n(?P<yaml>.*?\n)?---[ \t]*\n", re.DOTALL)
"""What stands above a text: in a clause, its condition and its place."""

_NAMED = re.compile(r"[\w-]+\.(nl|en)\.md")


def find_text(roots: Sequence[Path], name: str) -> Path | None:
    """The file of a text (``clauses/term.nl.md``), in the first folder that has it.

    Raises BadText when it is a link that leads out of the folder.
    """
    return next((path for root in roots if (path := text_in(root, name))), None)


def text_in(root: Path, name: str) -> Path | None:
    """The file of a text in one folder with texts; raises BadText as :func:`find_text` does."""
    parts = Path(name).parts
    if not parts or Path(name).is_absolute() or ".." in parts:
        return None
    if root.name == CLAUSES:
        parts = parts[1:] if parts[0] == CLAUSES else ()
    path = root.joinpath(*parts)
    try:
        if not parts or not path.is_file():
            return None
    except OSError:  # a name that no file can have
        return None
    if not path.resolve().is_relative_to(root.resolve()):
        raise BadText(Fault("is a link that leads out of its folder", file=name, hint="put the text itself there"))
    return path


def strays_in(root: Path) -> Iterator[Fault]:
    """What was meant as a text, and has a name that no text has: ``parking.md``, or ``parking.nl.md.txt`` of Notepad."""
    for path in sorted((*root.rglob("*.md"), *root.rglob("*.md.txt"))):
        if not _NAMED.fullmatch(path.name):
            shown = f"{root.name}/{path.relative_to(root).as_posix()}"
            name = "-".join(re.findall(r"[\w-]+", path.name.partition(".")[0].lower())) or "parking"
            hint = f"call it {name}.nl.md or {name}.en.md"
            yield Fault("the name of a text is one word and its language", file=shown, hint=hint)


def texts_in(root: Path) -> Iterator[tuple[str, Path]]:
    """Every text in one folder with texts: its name and its file, by name."""
    prefix = f"{CLAUSES}/" if root.name == CLAUSES else ""
    for path in sorted(root.rglob("*.md")):
        name = prefix + path.relative_to(root).as_posix()
        if text_in(root, name):
            yield name, path


def read_text(path: Path, shown: str) -> str:
    """What a text says; a mark that Windows puts in front of it is dropped. Raises BadText when it cannot be one."""
    try:
        data = path.read_bytes() if path.stat().st_size <= LONGEST else b""
        if not data and path.stat().st_size:
            raise BadText(Fault(f"is longer than {LONGEST:,} bytes", file=shown, hint="a text is one document at most"))
        body = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        hint = "save it as text in UTF-8: in Notepad with Save as, Encoding"
        line = data.count(b"\n", 0, error.start) + 1
        raise BadText(Fault("is not a text in UTF-8", file=shown, line=line, hint=hint)) from error
    except OSError as error:
        raise BadText(Fault(f"cannot be read: {error.strerror or error}", file=shown)) from error
    return body


def body_of(text: str) -> str:
    """The text without its front matter, which becomes as many empty lines, so that line numbers hold."""
    found = FRONT_MATTER.match(text)
    return "{#" + "\n" * found[0].count("\n") + "#}" + text[found.end() :] if found else text
