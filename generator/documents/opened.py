"""A Word file from elsewhere, opened with care. In: bytes of which nothing is trusted. Out: its parts, by name.

A .docx is a zip: it may unpack to a thousand times its size, name a file outside its folder, or hold two parts of one name of
which each reader takes another. All of that is seen in the zip's list, before anything is unpacked.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree

from generator.errors import BadText, Fault

TYPES = "[Content_Types].xml"
XML = (".xml", ".rels")
_MOST_PARTS = 1_000
_MOST_BYTES = 60_000_000
"""Of all parts together, unpacked."""
_MOST_PART = 40_000_000
"""Of one part: a photo straight from a camera fits."""
_MOST_XML = 12_000_000
"""Of all XML together: some two thousand pages."""
_RATIO, _SMALL = 250, 1_000_000
"""A part is at most so many times as long as in the zip; shorter ones may be anything. A long empty table reaches 150."""
_OLD = b"\xd0\xcf\x11\xe0"
_SIGNS = {_OLD: "an old Word file (.doc), or one with a password", b"%PDF": "a PDF", b"{\\rtf": "an RTF file"}
_ANOTHER = "open it in Word and save it as a Word document (.docx)"
_DAMAGED = "open it in Word and save it again"


def opened(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of the Word file ``data``, which messages call ``name``.

    Raises BadText with every reason why it is no Word file, or none that may be unpacked.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            members = [member for member in file.infolist() if not member.is_dir()]
            if faults := [Fault(problem, file=name, hint=hint) for problem, hint in dict.fromkeys(_problems(members))]:
                raise BadText(*faults)
            parts = {member.filename: file.read(member) for member in members}
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zlib.error) as error:
        raise BadText(_no_zip(data, name, error)) from error
    if TYPES not in parts:
        raise BadText(Fault(f"this is not a Word file: it has no {TYPES}", file=name, hint=_ANOTHER))
    return parts


def trees(parts: Mapping[str, bytes], name: str) -> dict[str, etree._Element]:
    """Every XML part as a tree. Raises BadText for what is not XML, and for what declares things of its own (a DTD)."""
    texts = _xml_parts(parts, name)
    if (written := sum(map(len, texts.values()))) > _MOST_XML:
        problem = f"it holds {_mb(written)} of text and styles; at most {_mb(_MOST_XML)} is read"
        raise BadText(Fault(problem, file=name, hint="split it into several documents"))
    found: dict[str, etree._Element] = {}
    faults: list[Fault] = []
    for part, data in texts.items():
        try:
            found[part] = _declaring_nothing(data)
        except ValueError as error:
            faults.append(Fault(f"{part} {error}", file=name, hint=_DAMAGED))
    if faults:
        raise BadText(*faults)
    return found


def _xml_parts(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """The parts that are XML by their ending or, whatever they are called, by their type."""
    try:
        kinds = kinds_of(parse(parts[TYPES]), parts)
    except etree.XMLSyntaxError as error:
        raise BadText(Fault(f"{TYPES} is not XML: {error.msg}", file=name, hint=_DAMAGED)) from error
    return {part: data for part, data in parts.items() if part.lower().endswith(XML) or kinds[part].lower().endswith("xml")}


def _declaring_nothing(data: bytes) -> etree._Element:
    """The tree; raises ValueError for what is not XML, and for a DTD."""
    dtd = ValueError("has a DOCTYPE, which can read other files or grow without end")
    try:
        root = parse(data)
    except etree.XMLSyntaxError as error:
        raise dtd if b"<!DOCTYPE" in data.replace(b"\0", b"") else ValueError(f"is not XML: {error.msg}") from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise dtd
    return root


def parse(xml: bytes) -> etree._Element:
    """XML as a tree; nothing is fetched, nothing is expanded."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def kinds_of(types: etree._Element, parts: Mapping[str, object]) -> dict[str, str]:
    """Part to content type, from its own row or from that of its ending."""
    rows = {row.get("PartName", "").lstrip("/").lower(): row.get("ContentType", "") for row in types if row.get("PartName")}
    endings = {row.get("Extension", "").lower(): row.get("ContentType", "") for row in types if row.get("Extension")}
    return {part: rows.get(part.lower()) or endings.get(part.rpartition(".")[2].lower(), "") for part in parts}


def _problems(members: list[zipfile.ZipInfo]) -> Iterator[tuple[str, str]]:
    """What is wrong with the list of parts, each with what to do about it."""
    if len(members) > _MOST_PARTS:
        yield f"it has {len(members):,} parts; a Word file has at most {_MOST_PARTS:,}", _DAMAGED
    for member in members:
        yield from _member_problems(member)
    total = sum(member.file_size for member in members)
    if total > _MOST_BYTES:
        yield f"it is {_mb(total)} when unpacked; at most {_mb(_MOST_BYTES)} is read", "make the pictures in it smaller"
    for part, times in Counter(member.filename.lower() for member in members).items():
        if times > 1:
            yield f"it has {times} parts of one name ({part}): programs would each read another one", _DAMAGED


def _member_problems(member: zipfile.ZipInfo) -> Iterator[tuple[str, str]]:
    part, size = member.filename, member.file_size
    if _leads_out(member.orig_filename) or _leads_out(part):
        yield f"it has a part whose name leads out of the file ({part[:60]!r})", _DAMAGED
    if member.flag_bits & 1:
        yield "it has a password", "take the password off in Word (File, Info), and save"
    if size > _MOST_PART:
        yield f"{part[:60]} is {_mb(size)} when unpacked; at most {_mb(_MOST_PART)} is read", "make it smaller"
    if size > _SMALL and size > _RATIO * max(member.compress_size, 1):
        times = size // max(member.compress_size, 1)
        yield (
            f"{part[:60]} becomes {times:,} times as big when unpacked, as a file does that is made to jam a program",
            _DAMAGED,
        )


def _leads_out(part: str) -> bool:
    """Whether the name of a part is a way to somewhere else (``../x``, ``/x``, a drive), or cannot be a name."""
    return bool(re.search(r"^[/\\]|^[A-Za-z]:|\\|[\x00-\x1f]", part)) or ".." in part.split("/")


def _mb(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"


def _no_zip(data: bytes, name: str, error: Exception) -> Fault:
    other = next((what for sign, what in _SIGNS.items() if data.startswith(sign)), "")
    if other:
        return Fault(f"this is {other}, not a Word document (.docx)", file=name, hint=_ANOTHER)
    if not data:
        return Fault("this file is empty", file=name, hint=_ANOTHER)
    return Fault(f"this is not a Word file, or a damaged one: {error}", file=name, hint=_ANOTHER)
