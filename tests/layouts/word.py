"""What somebody does in Word to a letterhead. In: a file and a change. Out: the file, saved again."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document
from PIL import Image


def in_word(file: Path, change: Callable[[Document], object]) -> None:
    """Open, change, save: every part is written anew, as Word does."""
    document = docx.Document(str(file))
    change(document)
    document.save(str(file))


def changed(file: Path, part: str, old: str, new: str) -> None:
    """The file with something else in one of its parts, wherever ``old`` (a pattern) stands."""
    with zipfile.ZipFile(file) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    text = re.sub(old, lambda _: new, parts[part].decode())
    assert text != parts[part].decode(), old
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name, data in (parts | {part: text.encode()}).items():
            after.writestr(name, data)


def picture() -> io.BytesIO:
    """A small picture."""
    file = io.BytesIO()
    Image.new("RGB", (60, 20), "#7A1F5C").save(file, "PNG")
    file.seek(0)
    return file


def words(data: bytes) -> str:
    """Everything that a Word file says, headers and footers too."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        pages = [name for name in file.namelist() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)]
        text = "\n".join(file.read(name).decode() for name in sorted(pages))
    return "\n".join(re.sub(r"<[^>]+>", "", paragraph) for paragraph in re.findall(r"<w:p[ >].*?</w:p>", text, re.DOTALL))
