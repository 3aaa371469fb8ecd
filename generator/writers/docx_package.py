"""A Word file from its parts. In: a layout, filled pages, what the pen gathered, the facts about the document. Out: bytes.

The same document gives the same bytes: parts in a fixed order, every time the document's date, no number at random.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

from generator.blocks import Meta
from generator.writers.docx_styles import Layout
from generator.writers.docx_text import Pen, attribute, escape
from generator.writers.docx_zip import kept_member, member, packed
from generator.writers.words import TAGS, WORDS, author, keywords, state

TYPES, ROOT_RELATIONS = "[Content_Types].xml", "_rels/.rels"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
RELATIONS = f"{_PACKAGE}relationships"
EMPTY_RELATIONS = f'<Relationships xmlns="{RELATIONS}"/>'
_CONTENT = f"{{{_PACKAGE}content-types}}"
_DEFAULTS = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_PROPERTIES = {
    "docProps/core.xml": (f"{_PACKAGE}relationships/metadata/core-properties", "package.core-properties+xml"),
    "docProps/app.xml": (f"{_OFFICE}relationships/extended-properties", "officedocument.extended-properties+xml"),
    "docProps/custom.xml": (f"{_OFFICE}relationships/custom-properties", "officedocument.custom-properties+xml"),
}
"""Part to the type of its relation, and of its content."""


@dataclass(frozen=True, slots=True)
class Size:
    """How long a document is, for the file's properties and the page count that shows until Word counts."""

    words: int
    letters: int

    @property
    def pages(self) -> int:
        """About 280 words stand on a page with articles and tables."""
        return 1 + self.words // 280


def with_frame(parts: Mapping[str, bytes], document: str) -> dict[str, bytes]:
    """The parts of a layout, its own properties replaced by room for the document's: their types and relations."""
    kept = {part: data for part, data in parts.items() if not part.startswith("docProps/")}
    types = etree.fromstring(kept[TYPES])
    for row in list(types):
        if row.get("PartName", "").startswith("/docProps/") or row.get("Extension", "") in _DEFAULTS:
            types.remove(row)
    rows = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in _DEFAULTS.items()]
    for part, (_, kind) in _PROPERTIES.items():
        rows.append(f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-{kind}"/>')
    types.extend(etree.fromstring(f'<x xmlns="{_PACKAGE}content-types">{"".join(rows)}</x>'))
    relations = {f"{_OFFICE}relationships/officeDocument": document}
    relations |= {relation: part for part, (relation, _) in _PROPERTIES.items()}
    lines = [
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{part}"/>' for n, (kind, part) in enumerate(relations.items(), 1)
    ]
    root = f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships">{"".join(lines)}</Relationships>'
    return kept | {TYPES: etree.tostring(types, encoding="UTF-8", standalone=True), ROOT_RELATIONS: root.encode()}


def package(layout: Layout, pages: Mapping[str, str], pen: Pen, meta: Meta, size: Size) -> bytes:
    """The whole file."""
    relations = relations_of(layout.document)
    parts = dict(layout.parts)
    parts |= {part: (_HEAD + xml).encode() for part, xml in pages.items()}
    for part, end, more in ((relations, b"</Relationships>", _links(pen)), (layout.numbering, b"</w:numbering>", _lists(pen))):
        parts[part] = _before(parts[part], end, more)
    parts |= {
        "docProps/core.xml": core_properties(meta).encode(),
        "docProps/app.xml": _app(meta, size).encode(),
        "docProps/custom.xml": _custom(meta).encode(),
    }
    return zipped(parts, meta, layout.parts)


def relations_of(part: str) -> str:
    """``word/_rels/header1.xml.rels`` for ``word/header1.xml``."""
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def zipped(parts: Mapping[str, bytes], meta: Meta, layout: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Types first, as readers expect, then relations, then the rest by name; the ``layout``'s own parts are packed once."""
    first = {TYPES: 0, ROOT_RELATIONS: 1}
    names = sorted(parts, key=lambda part: (first.get(part, 2), part))
    ways = {name: kept_member if parts[name] is layout.get(name) else member for name in names}
    return packed((ways[name](name, parts[name]) for name in names), meta.day)


def _before(part: bytes, end: bytes, more: str) -> bytes:
    """``more`` as the last children of a part; the part itself when there is none."""
    if not more:
        return part
    place = part.rfind(b"<w:numIdMacAtCleanup") if b"<w:numIdMacAtCleanup" in part else part.rfind(end)
    return part[:place] + more.encode() + part[place:]


def _links(pen: Pen) -> str:
    row = f'<Relationship Id="{{}}" Type="{_OFFICE}relationships/hyperlink" Target="{{}}" TargetMode="External"/>'
    return "".join(row.format(identity, attribute(target)) for target, identity in pen.links.items())


def _lists(pen: Pen) -> str:
    """The lists that start again."""
    row = (
        '<w:num w:numId="{}"><w:abstractNumId w:val="{}"/>'
        '<w:lvlOverride w:ilvl="{}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    return "".join(row.format(pen.layout.last_list + n, *which) for n, which in enumerate(pen.lists, 1))


def core_properties(meta: Meta) -> str:
    """What the file says about itself: title, maker, reference, whether it is a draft."""
    moment = f"{meta.day.isoformat()}T00:00:00Z"
    fields = {
        "dc:title": meta.title,
        "dc:subject": meta.subject,
        "dc:creator": author(meta),
        "cp:keywords": "; ".join(keywords(meta)),
        "dc:description": f"{meta.kind_name} {meta.reference}, {state(meta)}",
        "cp:lastModifiedBy": author(meta),
        "cp:category": meta.kind,
        "cp:contentStatus": state(meta),
        "dc:identifier": meta.reference,
        "dc:language": TAGS[meta.language],
        "cp:version": meta.text_version,
    }
    said = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items() if value)
    times = "".join(f'<dcterms:{n} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{n}>' for n in ("created", "modified"))
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{said}{times}</cp:coreProperties>"
    )


def _app(meta: Meta, size: Size) -> str:
    return (
        f'{_HEAD}<Properties xmlns="{_OFFICE}extended-properties"><Template>{escape(meta.layout)}.docx</Template>'
        f"<TotalTime>0</TotalTime><Pages>{size.pages}</Pages><Words>{size.words}</Words><Characters>{size.letters}</Characters>"
        f"<Application>handslag</Application><DocSecurity>0</DocSecurity><Company>{escape(meta.sender.name)}</Company>"
        "<AppVersion>16.0000</AppVersion></Properties>"
    )


def _custom(meta: Meta) -> str:
    """What the file says about itself to those who look under Properties, Custom."""
    words = WORDS[meta.language]
    fields = {"handslag": meta.kind, words["version"]: meta.text_version, words["reference"]: meta.reference}
    row = '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{}" name="{}"><vt:lpwstr>{}</vt:lpwstr></property>'
    rows = "".join(row.format(n, attribute(name), escape(value)) for n, (name, value) in enumerate(fields.items(), 2))
    return f'{_HEAD}<Properties xmlns="{_OFFICE}custom-properties" xmlns:vt="{_OFFICE}docPropsVTypes">{rows}</Properties>'
