"""The school's fonts inside a Word file: a reader who lacks them sees them all the same. In: parsed parts, a look. Out: parts.

Word facts: a font lies in the file with its first 32 bytes turned by a key that stands beside it; only TrueType outlines count;
whether the maker allows it stands in the font itself (fsType).
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Iterator

from lxml import etree

from generator.look import Look
from generator.writers.docx_package import EMPTY_RELATIONS, RELATIONS, TYPES, relations_of
from generator.writers.docx_styles import W
from generator.writers.fonts import Face, house

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_TURNED = 32
_BEFORE = (
    *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries"),
    *("displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData"),
)
"""What may stand before ``embedTrueTypeFonts`` in the settings."""
_BOLD = 600


def embed(roots: dict[str, etree._Element], kinds: dict[str, str], look: Look) -> dict[str, bytes]:
    """Enter the fonts of a look in the parsed parts, in place; gives the parts to add.

    Raises BadInput for a font that this machine does not have.
    """
    faces = [face for face in house(look) if face.embeddable]
    table, settings = (
        next((p for p, kind in kinds.items() if kind.endswith(f"{end}+xml")), "") for end in ("fontTable", "settings")
    )
    if not (faces and table in roots and settings in roots):
        return {}
    _turn_on(roots[settings])
    if not any(row.get("Extension", "").lower() == "odttf" for row in roots[TYPES]):
        etree.SubElement(roots[TYPES], f"{roots[TYPES].tag[:-5]}Default", Extension="odttf", ContentType=_TYPE)
    relations = roots.setdefault(relations_of(table), etree.fromstring(EMPTY_RELATIONS))
    return dict(_entered(faces, roots[table], relations))


def _turn_on(settings: etree._Element) -> None:
    for old in settings.findall(f"{W}embedTrueTypeFonts"):
        settings.remove(old)
    place = sum(1 for child in settings if child.tag in {f"{W}{name}" for name in _BEFORE})
    settings.insert(place, etree.Element(f"{W}embedTrueTypeFonts"))


def _entered(faces: Iterable[Face], table: etree._Element, relations: etree._Element) -> Iterator[tuple[str, bytes]]:
    """Each font's part; the table names it, and the relation leads to it."""
    found = _by_style(faces)
    rows = {family: _row(table, family) for family, _ in found}
    for (family, style), face in found.items():
        digest = hashlib.sha256(family.encode() + face.data).hexdigest()
        key = uuid.uuid5(uuid.NAMESPACE_OID, digest)
        identity, part = f"rIdFont{digest[:12]}", f"word/fonts/{digest[:12]}.odttf"
        etree.SubElement(rows[family], f"{W}{style}", {f"{R}id": identity, f"{W}fontKey": f"{{{key}}}".upper()})
        etree.SubElement(relations, f"{{{RELATIONS}}}Relationship", Id=identity, Type=f"{R[1:-1]}/font", Target=f"/{part}")
        yield part, _turned(face.data, key)


def _by_style(faces: Iterable[Face]) -> dict[tuple[str, str], Face]:
    """Family and one of Word's four styles, in Word's order, to the font for it: the nearest to 400 or 700."""
    order = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
    found: dict[tuple[str, str], Face] = {}
    for face in sorted(faces, key=lambda face: abs(face.weight - (700 if face.weight >= _BOLD else 400))):
        found.setdefault((face.family, order[(face.weight >= _BOLD) + 2 * face.italic]), face)
    return dict(sorted(found.items(), key=lambda item: (item[0][0], order.index(item[0][1]))))


def _row(table: etree._Element, family: str) -> etree._Element:
    """The row of a family in the table, without the font that a layout brought along."""
    for row in table.iterfind(f"{W}font"):
        if row.get(f"{W}name", "").lower() == family.lower():
            for old in [child for child in row if etree.QName(child).localname.startswith("embed")]:
                row.remove(old)
            return row
    row = etree.SubElement(table, f"{W}font", {f"{W}name": family})
    for name, value in (("charset", "00"), ("family", "auto"), ("pitch", "variable")):
        etree.SubElement(row, f"{W}{name}", {f"{W}val": value})
    return row


def _turned(data: bytes, key: uuid.UUID) -> bytes:
    turns = key.bytes[::-1] * 2
    return bytes(one ^ other for one, other in zip(data[:_TURNED], turns, strict=True)) + data[_TURNED:]
