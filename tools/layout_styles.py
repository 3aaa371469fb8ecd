"""The styles of the Word layouts, each with its name, its place in the family and its look. Out: ``stylesheet``.

Sizes in points, distances in millimetres or points as the argument says. Colours and fonts are the theme's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

MM = 56.693
INK = '<w:color w:val="1F2933" w:themeColor="text1"/>'
MUTED = '<w:color w:val="52606D" w:themeColor="text2"/>'
ACCENT = '<w:color w:val="1B5E6F" w:themeColor="accent4"/>'
HEADING = '<w:color w:val="1F2933" w:themeColor="accent3"/>'
ALERT = '<w:color w:val="B42318" w:themeColor="accent2"/>'
TINT = '<w:shd w:val="clear" w:color="auto" w:fill="EDF2F3" w:themeFill="accent1" w:themeFillTint="14"/>'
RULE = 'w:color="CBD2D9" w:themeColor="background2"'
ACCENT_RULE = 'w:color="1B5E6F" w:themeColor="accent1"'
MAJOR = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:cstheme="majorBidi"/>'
MINOR = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>'
SIGNS = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/>'
"""The font in which Word itself shows boxes to tick; every Word has it."""
BOLD = f"{MAJOR}<w:b/><w:bCs/>"
RIGHT_TAB = '<w:tabs><w:tab w:val="right" w:pos="9072"/></w:tabs>'
KEEP = "<w:keepNext/><w:keepLines/>"


class Style(NamedTuple):
    """A style of a layout."""

    name: str
    xml: str


def space(before: float, after: float, line: float = 1.147) -> str:
    """``w:spacing``: points before and after, and lines as a multiple of the font's own height (1.147 × 1.22 = 1.4)."""
    edges = f'w:before="{round(before * 20)}" w:after="{round(after * 20)}"'
    return f'<w:spacing {edges} w:line="{round(line * 240)}" w:lineRule="auto"/>'


def size(points: float) -> str:
    """``w:sz`` for Latin and right-to-left text."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def number(list_id: int, depth: int = 0) -> str:
    """``w:numPr``: which list, which level."""
    level = f'<w:ilvl w:val="{depth}"/>' if depth else ""
    return f'<w:numPr>{level}<w:numId w:val="{list_id}"/></w:numPr>'


def style(kind: str, name: str, p: str = "", r: str = "", base: str = "Normal", follow: str = "", rest: str = "") -> Style:
    """One ``w:style``; the id is the name without blanks, each word with a capital, as Word makes it."""
    identity = "".join(word[0].upper() + word[1:] for word in name.split())
    default = ' w:default="1"' if name in ("Normal", "Normal Table", "Default Paragraph Font", "No List") else ""
    own = "" if name in BUILT_IN else ' w:customStyle="1"'
    based = f'<w:basedOn w:val="{base}"/>' if base and not default else ""
    after = f'<w:next w:val="{follow}"/>' if follow else ""
    hidden = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' if default and name != "Normal" else "<w:qFormat/>"
    body = (f"<w:pPr>{p}</w:pPr>" if p else "") + (f"<w:rPr>{r}</w:rPr>" if r else "") + rest
    head = f'<w:style w:type="{kind}"{default}{own} w:styleId="{identity}"><w:name w:val="{name}"/>'
    return Style(name, f"{head}{based}{after}{hidden}{body}</w:style>")


BUILT_IN = {
    *("Normal", "Title", "heading 1", "heading 2", "heading 3", "header", "footer", "List Number", "List Bullet"),
    *("Default Paragraph Font", "Normal Table", "No List", "Strong", "Emphasis", "Hyperlink", "Placeholder Text"),
}

DEFAULTS = f"""<w:docDefaults><w:rPrDefault><w:rPr>{MINOR}{size(10.5)}<w:lang w:val="nl-NL" w:eastAsia="en-US" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{space(0, 6)}</w:pPr></w:pPrDefault></w:docDefaults>"""

PARAGRAPHS = (
    style("paragraph", "Normal", r=INK),
    style("paragraph", "Document Kind", KEEP + space(26, 4), f'{BOLD}<w:caps/>{ACCENT}<w:spacing w:val="14"/>{size(8.5)}'),
    style("paragraph", "Title", f"{KEEP}{space(0, 16, 0.95)}", f"{BOLD}{HEADING}{size(24)}", follow="Normal"),
    style(
        "paragraph",
        "heading 1",
        f'{KEEP}{number(1)}{space(16, 4)}<w:outlineLvl w:val="0"/>',
        f"{BOLD}{HEADING}{size(12.5)}",
        follow="Member",
    ),
    style(
        "paragraph",
        "heading 2",
        f'{KEEP}{space(12, 3)}<w:outlineLvl w:val="1"/>',
        f"{BOLD}{HEADING}{size(11)}",
        follow="Normal",
    ),
    style("paragraph", "heading 3", f'{KEEP}{space(10, 2)}<w:outlineLvl w:val="2"/>', f"{BOLD}{MUTED}", follow="Normal"),
    style("paragraph", "Member", number(1, 1)),
    style("paragraph", "Point", number(1, 2) + space(0, 4)),
    style("paragraph", "Party", number(2)),
    style("paragraph", "Recital", number(3)),
    style("paragraph", "Annex", number(4) + space(0, 4)),
    style("paragraph", "List Number", number(5) + space(0, 4)),
    style("paragraph", "List Letter", number(6) + space(0, 4)),
    style("paragraph", "List Bullet", number(7) + space(0, 4)),
    style("paragraph", "header", RIGHT_TAB + space(0, 0), f"{MUTED}{size(8.5)}"),
    style(
        "paragraph",
        "footer",
        f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" {RULE}/></w:pBdr>{RIGHT_TAB}{space(0, 0)}',
        f"{MUTED}{size(8.5)}",
    ),
    style("paragraph", "Footer Line", space(2, 0, 1.05), f"{MUTED}{size(8)}"),
    style("paragraph", "Letterhead Name", space(0, 0, 1), f"{BOLD}{ACCENT}{size(15)}"),
    style("paragraph", "Letterhead Lines", f'{space(0, 0, 1.05)}<w:jc w:val="right"/>', f"{MUTED}{size(8.5)}"),
    style(
        "paragraph",
        "Letterhead Rule",
        f'<w:pBdr><w:top w:val="single" w:sz="12" w:space="5" {ACCENT_RULE}/></w:pBdr>{space(8, 0, 1)}<w:jc w:val="right"/>',
        size(8.5),
    ),
    style("paragraph", "Table Text", space(0, 0, 1.1), size(9.5)),
    style("paragraph", "Table Head", f"<w:keepNext/>{space(0, 0, 1.1)}", f"<w:b/><w:bCs/>{size(9.5)}", base="TableText"),
    style("paragraph", "Table Gap", '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>', size(2)),
    style("paragraph", "Facts Label", space(0, 0), f"{MUTED}{size(10)}"),
    style("paragraph", "Facts Text", space(0, 0), size(10)),
    style("paragraph", "Note Text", space(0, 2, 1.1), size(9.5)),
    style("paragraph", "Signature Text", f"<w:keepNext/>{space(0, 3)}"),
    style("paragraph", "Signature Label", f"<w:keepNext/>{space(0, 3)}", MUTED),
    style("paragraph", "Address Text", f"<w:keepLines/>{space(0, 0, 1.1)}"),
    style("paragraph", "Details Label", space(0, 0), MUTED),
    style("paragraph", "Details Text", space(0, 0)),
    style("paragraph", "Closing Text", KEEP + space(6, 0)),
    style("paragraph", "Closing Name", KEEP + space(45, 18)),
    style("paragraph", "Enclosures", KEEP + space(0, 2, 1.1), size(9)),
)

CHARACTERS = (
    style("character", "Default Paragraph Font"),
    style("character", "Strong", r="<w:b/><w:bCs/>", base="DefaultParagraphFont"),
    style("character", "Emphasis", r="<w:i/><w:iCs/>", base="DefaultParagraphFont"),
    style("character", "Hyperlink", r=f'{ACCENT}<w:u w:val="single"/>', base="DefaultParagraphFont"),
    style("character", "Placeholder Text", r=f"{MUTED}{TINT}", base="DefaultParagraphFont"),
    style("character", "Tick", r=SIGNS, base="DefaultParagraphFont"),
    style("character", "Draft Mark", r=f'<w:b/><w:bCs/>{ALERT}<w:spacing w:val="14"/>{size(9)}', base="DefaultParagraphFont"),
)


def cells(top: float, side: float, bottom: float) -> str:
    """``w:tblCellMar`` in mm."""
    sides = (("top", top), ("left", side), ("bottom", bottom), ("right", side))
    margins = [f'<w:{name} w:w="{round(mm * MM)}" w:type="dxa"/>' for name, mm in sides]
    return f"<w:tblCellMar>{''.join(margins)}</w:tblCellMar>"


def border(side: str, eighths: int, colour: str = RULE) -> str:
    """One border; ``eighths`` of a point thick."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" {colour}/>'


def table(name: str, borders: str, margins: str, rest: str = "") -> Style:
    """A table style."""
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return style("table", name, base="NormalTable", rest=f"<w:tblPr>{edges}{margins}</w:tblPr>{rest}")


TABLES = (
    style("table", "Normal Table", rest=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{cells(0, 1.9, 0)}</w:tblPr>'),
    table(
        "Document Table",
        border("top", 6, ACCENT_RULE) + border("bottom", 4) + border("insideH", 4),
        cells(1.1, 1.9, 1.1),
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>{TINT}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>',
    ),
    table("Facts Table", "", cells(1.1, 4, 1.1), f"<w:tcPr>{TINT}</w:tcPr>"),
    table("Note Table", border("left", 18, ACCENT_RULE), cells(2.2, 4, 1.8), f"<w:tcPr>{TINT}</w:tcPr>"),
    table("Address Table", "", cells(0, 0, 0)),
    table("Details Table", "", cells(0.3, 0, 0.3)),
    table("Entry Table", "".join(border(side, 4) for side in ("top", "left", "bottom", "right")), cells(1.1, 1.9, 1.1)),
    table("Signature Table", border("top", 8, ACCENT_RULE), cells(0.6, 0, 0.6)),
)

BASE = (*PARAGRAPHS, *CHARACTERS, *TABLES, style("numbering", "No List", base=""))


def stylesheet(own: Iterable[Style] = ()) -> str:
    """The styles that every layout has; those in ``own`` instead of the ones of the same name."""
    every = {**dict(BASE), **dict(own)}
    space_ = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:styles {space_}>{DEFAULTS}{''.join(every.values())}</w:styles>"
