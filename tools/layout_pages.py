"""The page of the Word layout: letterhead, running header, footer and the place of the text. Out: the XML of four parts.

Names between ``{{`` and ``}}`` are docxtpl's; ``docs/`` lists the ones a layout may use.
"""

from __future__ import annotations

from generator.writers.words import WORDS

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


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


TAB = "<w:r><w:tab/></w:r>"

LETTERHEAD = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="NormalTable"/><w:tblW w:w="9072" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    "</w:tblPr>"
    f'<w:tblGrid><w:gridCol w:w="{LEFT}"/><w:gridCol w:w="{RIGHT}"/></w:tblGrid><w:tr>'
    + cell(
        LEFT,
        paragraph("LetterheadName", run("{%p if look.logo %}")),
        paragraph("LetterheadName", run("{{r look.logo }}")),
        paragraph("LetterheadName", run("{%p else %}")),
        paragraph("LetterheadName", run("{{ sender.name }}")),
        paragraph("LetterheadName", run("{%p endif %}")),
    )
    + cell(
        RIGHT,
        paragraph("LetterheadLines", run("{%p for line in sender.lines %}")),
        paragraph("LetterheadLines", run("{{ line }}")),
        paragraph("LetterheadLines", run("{%p else %}")),
        paragraph("LetterheadLines"),
        paragraph("LetterheadLines", run("{%p endfor %}")),
    )
    + "</w:tr></w:tbl>"
)
FIRST_HEADER = f"<w:hdr {NAMESPACES}>{LETTERHEAD}{paragraph('LetterheadRule', run(DRAFT, 'DraftMark'))}</w:hdr>"
RUNNING = paragraph("Header", run("{{ kind_name }} · {{ reference }}"), TAB, run(DRAFT, "DraftMark"))
HEADER = f"<w:hdr {NAMESPACES}>{RUNNING}</w:hdr>"
PAGE_COUNT = (field("PAGE", "1"), run(OF), field("NUMPAGES", "{{ pages }}"))
FOOTER = (
    f"<w:ftr {NAMESPACES}>"
    + paragraph("Footer", run("{{ sender.name }} · {{ reference }}"), TAB, run(PAGE), *PAGE_COUNT)
    + "</w:ftr>"
)
DOCUMENT = (
    f"<w:document {NAMESPACES}><w:body>"
    + paragraph("DocumentKind", run("{{ kind_name }}"))
    + paragraph("Normal", run("{{p body }}"))
    + '<w:sectPr><w:headerReference w:type="first" r:id="rId5"/><w:headerReference w:type="default" r:id="rId6"/>'
    '<w:footerReference w:type="first" r:id="rId7"/><w:footerReference w:type="default" r:id="rId7"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1701" w:right="1417" w:bottom="1417" w:left="1417" w:header="794" w:footer="680" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr></w:body></w:document>"
)
