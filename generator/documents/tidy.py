"""What a loop leaves behind in a Word file. In: the tree of a filled page. Out: the same, as Word wants it.

A paragraph, picture or bookmark that a loop repeats brings its number along: numbers are made unique again. A row that got more
cells needs more columns in its table.
"""

from __future__ import annotations

from itertools import count

from docxtpl import DocxTemplate
from lxml import etree

from generator.documents.reading import W

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CELL = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "tcFitText"),
    *("vAlign", "hideMark"),
)
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class Numbers:
    """The numbers that a document has given out, over all its pages."""

    def __init__(self) -> None:
        self._paragraphs: set[str] = set()
        self._bookmarks: set[str] = set()
        self._drawn, self._marked, self._controls = count(1), count(1), count(1)

    def renew(self, root: etree._Element) -> None:
        """Each number on a page once."""
        for paragraph in root.iter(f"{W}p", f"{W}tr"):
            self._only_once(paragraph)
        for picture in root.iter(_DRAWN):
            picture.set("id", str(next(self._drawn)))
        for number in root.iterfind(f".//{W}sdtPr/{W}id"):
            number.set(f"{W}val", str(next(self._controls)))
        self._renew_bookmarks(root)

    def _only_once(self, paragraph: etree._Element) -> None:
        """Word's own mark of a paragraph; a copy goes without."""
        name = paragraph.get(f"{_W14}paraId", "")
        if name in self._paragraphs:
            for mark in {f"{_W14}paraId", f"{_W14}textId"} & {str(key) for key in paragraph.attrib}:
                del paragraph.attrib[mark]
        self._paragraphs |= {name} - {""}

    def _renew_bookmarks(self, root: etree._Element) -> None:
        """A bookmark that is there twice stands at its first place; the number says where each ends."""
        open_: dict[str, str] = {}
        for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            number, name = mark.get(f"{W}id", ""), mark.get(f"{W}name", "")
            if mark.tag == f"{W}bookmarkStart" and name not in self._bookmarks:
                self._bookmarks.add(name)
                open_[number] = str(next(self._marked))
                mark.set(f"{W}id", open_[number])
            elif mark.tag == f"{W}bookmarkEnd" and number in open_:
                mark.set(f"{W}id", open_.pop(number))
            else:
                _remove(mark)


def cells_in_order(root: etree._Element) -> None:
    """What a cell looks like in the order that Word wants; docxtpl puts a colour and a width in front."""
    for look in root.iter(f"{W}tcPr"):
        look[:] = sorted(
            look, key=lambda child: _CELL.index(name) if (name := etree.QName(child).localname) in _CELL else len(_CELL)
        )


def columns_counted(root: etree._Element) -> etree._Element:
    """The columns of each table as docxtpl counts them; it needs a grid."""
    for table in root.iter(f"{W}tbl"):
        if table.find(f"{W}tblGrid") is None:
            table.insert(1 if table.find(f"{W}tblPr") is not None else 0, etree.Element(f"{W}tblGrid"))
    counted: etree._Element = DocxTemplate("").fix_tables(etree.tostring(root, encoding="unicode"))
    return counted


def _remove(element: etree._Element) -> None:
    """An element away; what stands behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
