"""The pages of a Word layout: letterhead, running header, footers and the place of the text. Out: the XML of each part.

Names between ``{{`` and ``}}`` are docxtpl's; ``docs/`` lists the ones a layout may use.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.writers.layouts import Shown
from generator.writers.words import WORDS

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
"""``w14`` for boxes to tick: a Word that does not know them shows the sign."""


def said(word: str) -> str:
    """A word of the layout's own, in the document's language."""
    return f"{{% if language == 'en' %}}{WORDS['en'][word]}{{% else %}}{WORDS['nl'][word]}{{% endif %}}"


DRAFT = f"{{% if draft %}}{said('draft')}{{% endif %}}"
PAGE, OF = f"{said('page')} ", f" {said('of')} "
LEFT, RIGHT = 4990, 4082
"""Widths of the letterhead's halves in twips; together the text's width."""


def paragraph(style: str, *runs: str) -> str:
    """A paragraph in a style, by the style's id in this layout."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def run(text: str, style: str = "") -> str:
    """A run of text."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str) -> str:
    """A field with the result that shows until Word counts for itself."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin, separate, end = (mark.format(kind) for kind in ("begin", "separate", "end"))
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{separate}{run(result)}{end}'


def cell(width: int, *blocks: str) -> str:
    """A cell of the letterhead; its foot on the rule."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>{"".join(blocks)}</w:tc>'


def table(widths: Sequence[int], row: str, *cells: str) -> str:
    """A table of one row without lines or padding; ``row`` is what is said of the row."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="NormalTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid><w:tr>{row}{''.join(cells)}</w:tr></w:tbl>"
    )


TAB = "<w:r><w:tab/></w:r>"
LETTERHEAD = table(
    (LEFT, RIGHT),
    "",
    cell(
        LEFT,
        paragraph("LetterheadName", run("{%p if look.logo %}")),
        paragraph("LetterheadName", run("{{r look.logo }}")),
        paragraph("LetterheadName", run("{%p else %}")),
        paragraph("LetterheadName", run("{{ sender.name }}")),
        paragraph("LetterheadName", run("{%p endif %}")),
    ),
    cell(
        RIGHT,
        paragraph("LetterheadLines", run("{%p for line in sender.lines %}")),
        paragraph("LetterheadLines", run("{{ line }}")),
        paragraph("LetterheadLines", run("{%p else %}")),
        paragraph("LetterheadLines"),
        paragraph("LetterheadLines", run("{%p endfor %}")),
    ),
) + paragraph("LetterheadRule", run(DRAFT, "DraftMark"))
RUNNING = paragraph("Header", run("{{ kind_name }} · {{ reference }}"), TAB, run(DRAFT, "DraftMark"))
SENDER = run("{{ sender.name }} · {{ reference }}")
OWN_FOOTER = (
    paragraph("FooterLine", run("{%p if sender.footer %}"))
    + paragraph("FooterLine", run("{{ sender.footer }}"))
    + paragraph("FooterLine", run("{%p endif %}"))
)
PAGE_COUNT = (TAB, run(PAGE), field("PAGE", "1"), run(OF), field("NUMPAGES", "{{ pages }}"))
SHEET = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1701" w:right="1417" w:bottom="1417" w:left="1417" w:header="794" w:footer="680" w:gutter="0"/>'
    "<w:titlePg/>"
)


def at_least(height: int, *blocks: str) -> str:
    """Blocks that take up at least this height, in twips, so that what comes below has its place on the page.

    Word fact: a cell ends with a paragraph; LibreOffice hides it when it is empty and stands below a table.
    """
    row = f'<w:trPr><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
    whole = f'<w:tc><w:tcPr><w:tcW w:w="{LEFT + RIGHT}" w:type="dxa"/></w:tcPr>{"".join(blocks)}{paragraph("TableGap")}</w:tc>'
    return table((LEFT + RIGHT,), row, whole) + paragraph("TableGap")


def pages(page: Shown, height: int) -> dict[str, str]:
    """Every page of a layout, by the name of its part; ``height`` is the least of the letterhead, in twips."""
    head = at_least(height, LETTERHEAD) if height else LETTERHEAD
    first = {} if page.number_first else {"footer2": f"<w:ftr {NAMESPACES}>{paragraph('Footer', SENDER)}{OWN_FOOTER}</w:ftr>"}
    return {
        "document": _document(page.kind, "rId7" if page.number_first else "rId8"),
        "header1": f"<w:hdr {NAMESPACES}>{head}</w:hdr>",
        "header2": f"<w:hdr {NAMESPACES}>{RUNNING}</w:hdr>",
        "footer1": f"<w:ftr {NAMESPACES}>{paragraph('Footer', SENDER, *PAGE_COUNT)}{OWN_FOOTER}</w:ftr>",
        **first,
    }


def _document(kind: bool, first_footer: str) -> str:
    references = (
        '<w:headerReference w:type="first" r:id="rId5"/><w:headerReference w:type="default" r:id="rId6"/>'
        f'<w:footerReference w:type="first" r:id="{first_footer}"/><w:footerReference w:type="default" r:id="rId7"/>'
    )
    above = paragraph("DocumentKind", run("{{ kind_name }}")) if kind else ""
    body = above + paragraph("Normal", run("{{p body }}"))
    return f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr>{references}{SHEET}</w:sectPr></w:body></w:document>"
