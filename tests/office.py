"""LibreOffice, as another program that opens our Word files. In: files. Out: its prints of them, as PDF."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

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
