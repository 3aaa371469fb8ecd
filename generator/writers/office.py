"""LibreOffice: Word files as PDF, exactly as it prints them. In: papers. Out: the PDF of each, or why there is none.

A program of others, that may be absent, hang, or leave a file out and say that all went well. So: a time limit, a profile
folder of its own for each run, every print counted and read, and a file that fails in company is tried once more alone.
It runs no macro, follows no link and finds no network.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.doctor import OFFICE
from generator.errors import BadInput, BadText, Fault, HandslagError
from generator.package import resource
from generator.writers.docx_printed import printable

INSTALL = "install LibreOffice (Debian: apt-get install libreoffice-writer-nogui), or make only the DOCX: --format docx"
SECONDS = 90.0
"""For one paper; a paper more adds ``_EACH``."""
_EACH = 5.0
_TOGETHER = 50
"""Papers in one run: starting costs as much as six papers, and beyond some 250 arguments LibreOffice drops files in silence."""
_PDF = {
    # -- PDF/A-3b, with tags. LibreOffice can call it PDF/UA-1 too, but what it makes is not, and the claim breaks PDF/A
    "SelectPdfVersion": {"type": "long", "value": "3"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{bundled}</dir><dir>{own}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">{}</oor:items>
"""
_SETTING = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_CLOSED = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    *(("Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *(("Inet/Settings", f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A Word file to print."""

    name: str
    """As messages name it."""
    docx: bytes
    day: date
    """The date in the PDF's properties."""
    words: tuple[str, ...]
    """What the PDF must say: a line or a cell each."""
    fonts: tuple[tuple[str, bytes], ...] = ()
    """Font files that it needs, as (file name, bytes)."""


def program() -> str | None:
    """LibreOffice on this machine."""
    return next((found for name in OFFICE if (found := shutil.which(name))), None)


def to_pdf(paper: Paper, seconds: float = SECONDS) -> bytes:
    """The print of one paper; the same paper gives the same bytes.

    Raises BadInput when LibreOffice is absent, takes too long or cannot open it, BadText when the print does not say it all.
    """
    (made,) = to_pdfs([paper], seconds)
    if isinstance(made, HandslagError):
        raise made
    return made


def to_pdfs(papers: Sequence[Paper], seconds: float = SECONDS) -> list[bytes | HandslagError]:
    """The print of each, in their order, or the error that bars it: a bad one never keeps back the rest."""
    soffice = program()
    if soffice is None:
        absent = BadInput(Fault("this PDF is printed by LibreOffice, and that is not on this machine", hint=INSTALL))
        return [absent] * len(papers)
    groups = [papers[first : first + _TOGETHER] for first in range(0, len(papers), _TOGETHER)]
    return [made for group in groups for made in _group(soffice, group, seconds)]


def _group(soffice: str, papers: Sequence[Paper], seconds: float) -> Iterator[bytes | HandslagError]:
    prints, in_time = _run(soffice, papers, seconds)
    for number, paper in enumerate(papers):
        made = _finished(paper, prints.get(number), in_time, seconds)
        if isinstance(made, BadInput) and len(papers) > 1:
            (made,) = _group(soffice, [paper], seconds)
        yield made


def _finished(paper: Paper, data: bytes | None, in_time: bool, seconds: float) -> bytes | HandslagError:
    """The print, read and dated; an error for one that is not there, not whole, or lacks words."""
    from pikepdf import PdfError

    from generator.writers.office_pdf import finished

    if data is None and not in_time:
        hint = "look whether LibreOffice itself can open the Word file"
        return BadInput(Fault(f"LibreOffice had not printed it after {seconds:g} seconds", file=paper.name, hint=hint))
    try:
        return finished(data or b"", paper.day, paper.words, paper.name)
    except PdfError:
        hint = "open it in Word and save it again as .docx"
        return BadInput(Fault("LibreOffice could not print it", file=paper.name, hint=hint))
    except BadText as error:
        return error


def _run(soffice: str, papers: Sequence[Paper], seconds: float) -> tuple[dict[int, bytes], bool]:
    """The prints that there are, by number, and whether LibreOffice was done in time."""
    with tempfile.TemporaryDirectory(prefix="handslag-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        files = _laid_out(folder, papers)
        options = f"pdf:writer_pdf_Export:{json.dumps(_PDF)}"
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        # -- the kind of file is named: else it would print whatever it takes the bytes for
        how = ["--headless", "--norestore", "--infilter=MS Word 2007 XML", "--convert-to", options, "--outdir", name]
        command = [soffice, profile, *how, *files]
        in_time = _ended(command, folder, seconds + _EACH * (len(papers) - 1))
        prints = {number: folder / f"{number}.pdf" for number in range(len(papers))}
        return {number: path.read_bytes() for number, path in prints.items() if path.is_file()}, in_time


def _laid_out(folder: Path, papers: Sequence[Paper]) -> list[str]:
    """Papers, fonts and settings in the folder of a run; gives the papers' files."""
    settings, own = folder / "profile" / "user", folder / "fonts"
    settings.mkdir(parents=True)
    own.mkdir()
    closed = "".join(_SETTING.format(*setting) for setting in _CLOSED)
    (settings / "registrymodifications.xcu").write_text(_SETTINGS.format(closed), "utf-8")
    bundled = resource("templates") / "layouts" / "fonts"
    (folder / "fonts.conf").write_text(_FONTS.format(bundled=bundled, own=own, cache=folder / "cache"), "utf-8")
    fonts = dict.fromkeys(font for paper in papers for font in paper.fonts)
    for number, (font, data) in enumerate(fonts):
        (own / f"{number}{Path(font).suffix}").write_bytes(data)
    files = [folder / f"{number}.docx" for number in range(len(papers))]
    for file, paper in zip(files, papers, strict=True):
        file.write_bytes(printable(paper.docx))
    return [str(file) for file in files]


def _ended(command: list[str], folder: Path, seconds: float) -> bool:
    """Whether it ended by itself; after the time limit all that it started is ended too."""
    home = {"HOME": str(folder), "TMPDIR": str(folder), "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    path = os.environ.get("PATH", os.defpath)
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"PATH": path, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp", **home},
        start_new_session=True,
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        else:
            return True
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """LibreOffice is a script that starts a program that starts another: the group ends, whoever is left in it."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return
