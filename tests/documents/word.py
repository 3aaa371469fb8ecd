"""Word files made in code, small enough to read: the parts that Word itself would write, and no more."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from generator.blocks import Meta, Sender
from generator.documents.filled import Filled, fill_in
from generator.documents.reading import page_words
from generator.kinds import kinds
from generator.order import Order
from generator.workspace import Workspace, read
from tests.cli.user import EXAMPLES

MAIN, TYPES, RELATIONS, ROOT = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_PAGES = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes"}
META = Meta("Bezoekverslag", "verslag", "Verslag", "1.0.0", "nl", "DV-1", date(2027, 6, 17), True, Sender("De School"))


def run(text: str, look: str = "") -> str:
    """A run of text."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*texts: str, style: str = "") -> str:
    """A paragraph; each text is a run of its own, as when Word breaks one up."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(text if text.startswith('<') else run(text) for text in texts)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is a text, or paragraphs."""
    grid = "".join('<w:gridCol w:w="2000"/>' for _ in rows[0])
    made = "".join(f"<w:tr>{''.join(_cell(cell) for cell in row)}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>'


def _cell(text: str) -> str:
    inner = text if text.startswith("<w:p>") else p(text)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def field(code: str, result: str = "1") -> str:
    """A field of Word, in a paragraph of its own."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    said = f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
    return f"<w:p>{mark.format('begin')}{said}{mark.format('separate')}{run(result)}{mark.format('end')}</w:p>"


def parts(*body: str, **pages: str) -> dict[str, bytes]:
    """The parts of a Word file with this body; ``header=``, ``footer=`` and ``footnotes=`` are pages of their own."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Standaard", "Normal"), ("Titel", "Title"), ("Kop1", "heading 1"), ("Kop2", "heading 2"))
    )
    kinds_ = {MAIN: "document.main", "word/styles.xml": "styles", **{f"word/{name}.xml": name for name in pages}}
    ends = "".join(f'<w:{name}Reference w:type="default" r:id="rId{name}"/>' for name in pages if name != "footnotes")
    made = {
        TYPES: _types(kinds_),
        ROOT: _relations({"rId1": ("officeDocument", MAIN)}),
        MAIN: f"<w:document {_SPACES}><w:body>{''.join(body)}<w:sectPr>{ends}</w:sectPr></w:body></w:document>",
        RELATIONS: _relations({"rIdStyles": ("styles", "styles.xml"), **{f"rId{n}": (n, f"{n}.xml") for n in pages}}),
        "word/styles.xml": f"<w:styles {_SPACES}>{styles}</w:styles>",
    }
    made |= {f"word/{name}.xml": f"<w:{_PAGES[name]} {_SPACES}>{content}</w:{_PAGES[name]}>" for name, content in pages.items()}
    return {name: f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode() for name, xml in made.items()}


def _types(kinds_: Mapping[str, str]) -> str:
    rows = "".join(f'<Override PartName="/{part}" ContentType="{_WORD}.{kind}+xml"/>' for part, kind in kinds_.items())
    row = '<Default Extension="{}" ContentType="application/{}"/>'
    defaults = row.format("rels", "vnd.openxmlformats-package.relationships+xml") + row.format("xml", "xml")
    return f'<Types xmlns="{PACKAGE}/content-types">{defaults}{rows}</Types>'


def _relations(rows: Mapping[str, tuple[str, str]]) -> str:
    listed = "".join(f'<Relationship Id="{id_}" Type="{R}/{kind}" Target="{target}"/>' for id_, (kind, target) in rows.items())
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def zipped(made: Mapping[str, bytes]) -> bytes:
    """The file."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in made.items():
            archive.writestr(name, data)
    return file.getvalue()


def docx(*body: str, **pages: str) -> bytes:
    """A Word file with this body."""
    return zipped(parts(*body, **pages))


def related(made: dict[str, bytes], kind: str, target: str, mode: str = "", part: str = RELATIONS) -> dict[str, bytes]:
    """The parts with a relation more."""
    external = f' TargetMode="{mode}"' if mode else ""
    row = f'<Relationship Id="rIdMore" Type="{R}/{kind}" Target="{escape(target)}"{external}/></Relationships>'
    before = made.get(part, f'<Relationships xmlns="{PACKAGE}/relationships"></Relationships>'.encode())
    return made | {part: before.replace(b"</Relationships>", row.encode())}


def order(partner: int = 0, language: str = "nl", final: bool = False) -> Order:
    """An order for a sample partner, of a kind that is made once."""
    workspace = Workspace(EXAMPLES)
    contents = read(workspace)
    assert contents.school is not None
    kind = next(kind for kind in kinds(workspace.text_roots).values() if kind.about.occasions is None)
    chosen = contents.partners[partner]
    return Order(kind, contents.school, chosen, language, META.day, final, workspace.text_roots, workspace.root)


def filled(data: bytes, **names: Any) -> Filled:
    """The document, with these names; without any, with those of a sample partner."""
    known = order()
    return fill_in(data, "verslag.docx", names or known.names, {} if names else known.places, META)


def words(data: bytes, part: str = MAIN) -> str:
    """What a page of the file says."""
    return page_words(tree(data, part))


def tree(data: bytes, part: str = MAIN) -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return etree.fromstring(file.read(part))
