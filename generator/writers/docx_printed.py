"""A Word file as LibreOffice prints it well. In: its bytes. Out: bytes of a copy, for the printer alone.

LibreOffice (7.4) forgets how a run looks when it stands in a content control, so that a blank cannot be told from the words
around it. In the copy, what a control holds stands in its place.
"""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

from lxml import etree

from generator.documents.opened import parse
from generator.writers.docx_styles import W
from generator.writers.docx_zip import member, packed

_CONTROL = b"<w:sdt>"
_DAY = date(1980, 1, 1)


def printable(docx: bytes) -> bytes:
    """The copy; the same bytes when there is nothing to change, or when it is no Word file: that is for the printer to say."""
    try:
        with zipfile.ZipFile(BytesIO(docx)) as file:
            parts = {name: file.read(name) for name in file.namelist()}
    except (zipfile.BadZipFile, OSError, EOFError):
        return docx
    changed = {name: _open(data) for name, data in parts.items() if name.endswith(".xml") and _CONTROL in data}
    return packed((member(name, data) for name, data in (parts | changed).items()), _DAY) if changed else docx


def _open(xml: bytes) -> bytes:
    try:
        root = parse(xml)
    except etree.XMLSyntaxError:
        return xml
    for control in list(root.iter(f"{W}sdt")):
        content, parent = control.find(f"{W}sdtContent"), control.getparent()
        if parent is not None:
            place = parent.index(control)
            parent[place : place + 1] = list(content) if content is not None else []
    return etree.tostring(root, encoding="UTF-8", standalone=True)
