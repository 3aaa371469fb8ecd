"""LibreOffice, as another program that opens our Word files. In: files. Out: its prints, and what stands where."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

FONTS = Path(__file__).resolve().parent.parent / "templates" / "layouts" / "fonts"
CONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def printed(files: Iterable[Path], folder: Path) -> dict[str, Path]:
    """Each file's name to its print in ``folder``, with the bundled Carlito for Calibri, as a machine with Word would have.

    LibreOffice says nothing of a file that it leaves out, so the prints are counted.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fonts.conf").write_text(CONFIG.format(fonts=FONTS, cache=folder / "cache"), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    wanted = list(files)
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, wanted)]
    subprocess.run(command, capture_output=True, check=True, env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")})
    prints = {file.name: folder / f"{file.stem}.pdf" for file in wanted}
    assert all(path.is_file() for path in prints.values()), "LibreOffice left a file out"
    return prints


class Word(NamedTuple):
    """A word on a page, and its edges in mm from the page's left and top."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def pages(pdf: Path) -> list[list[Word]]:
    """The words of every page, in reading order."""
    ran = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True)
    return [
        [Word(text, *(round(float(edge) / 72 * 25.4, 1) for edge in edges)) for *edges, text in _WORD.findall(page)]
        for page in ran.stdout.split("<page ")[1:]
    ]
