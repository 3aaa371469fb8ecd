"""Words to WordprocessingML runs. In: inlines of the tree and a pen. Out: XML strings; nothing is parsed, nothing is lost.

Text is escaped here and nowhere else. Word facts: a line break and a tab are elements of their own, blanks at the ends of a run
survive only with ``xml:space``, and right-to-left words need ``w:rtl`` to be set in the font for complex scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.blocks import Blank, Break, Emphasis, Entry, Inline, Link, Reference, Strong, Text, Tick, WriteLine
from generator.errors import BadText, OurFault
from generator.writers.docx_styles import ENTRY, W14, Layout
from generator.writers.words import WORDS

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RTL_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL = re.compile(f"([{_RTL_LETTERS}]+(?:[\\s\u200e\u200f]+[{_RTL_LETTERS}]+)*)")
_ELEMENT = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_SPECIAL = re.compile("([\n\t])")
_TAG_LENGTH = 64
"""Word refuses a content control with a longer title or tag."""
_BOOKMARK_LENGTH = 40
_BOXES = "".join(
    f'<w14:{state} w14:val="{sign}" w14:font="MS Gothic"/>'
    for state, sign in (("checkedState", "2612"), ("uncheckedState", "2610"))
)
"""The signs of a box that is ticked and of one that is not, as Word itself writes them."""

Looks = tuple[bool, bool, bool]
"""Strong, emphasis, link: how a run looks."""
PLAIN: Looks = (False, False, False)


@dataclass
class Pen:
    """What one document gathers while its body is written: links, bookmarks, lists that start again, fill-in fields."""

    layout: Layout
    links: dict[str, str] = field(default_factory=dict)
    """Target to relation id."""
    bookmarks: dict[str, str] = field(default_factory=dict)
    """Anchor to bookmark name."""
    lists: list[tuple[int, int]] = field(default_factory=list)
    """(abstract list, level) of every list that starts again; the n-th is list ``layout.last_list + n + 1``."""
    counted: set[int] = field(default_factory=set)
    """Abstract lists that have counted."""
    counting: dict[int, int] = field(default_factory=dict)
    """Abstract list to the list that counts on it; forgotten where a bound paper begins."""
    controls: int = 0
    heading: str = ""
    """The last heading, to name a table by."""

    def link(self, target: str) -> str:
        """The relation id of a link."""
        return self.links.setdefault(target, f"rIdLink{len(self.links) + 1}")

    def bookmark(self, anchor: str) -> str:
        """The bookmark's name for an anchor: letters, digits and ``_``, at most 40, unique."""
        if anchor not in self.bookmarks:
            name = "_Ref_" + re.sub(r"\W", "_", anchor, flags=re.ASCII)
            taken = name[:_BOOKMARK_LENGTH] in self.bookmarks.values() or len(name) > _BOOKMARK_LENGTH
            self.bookmarks[anchor] = f"{name[: _BOOKMARK_LENGTH - 6]}_{len(self.bookmarks)}" if taken else name
        return self.bookmarks[anchor]


def escape(text: str) -> str:
    """Characters as XML says them, in an element or an attribute; raises BadText for a character that XML cannot hold."""
    if bad := _ILLEGAL.search(text):
        around = text[max(0, bad.start() - 20) : bad.start()]
        raise BadText(f"a document cannot contain the control character U+{ord(bad.group()):04X} (after '{around}')")
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def attribute(text: str) -> str:
    """Text for an attribute: line breaks and tabs as references, or XML would make blanks of them."""
    return escape(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")


def characters(text: str) -> str:
    """``w:t``, ``w:br`` and ``w:tab`` for a text: what goes into a run."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    parts = [part for part in _SPECIAL.split(text) if part]
    return "".join(_ELEMENT.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts)


def runs(pen: Pen, content: Iterable[Inline], looks: Looks = PLAIN) -> str:
    """The runs of a line."""
    return "".join(_inline(pen, inline, looks) for inline in content)


def has_write_line(content: Iterable[Inline]) -> bool:
    """Whether a line to write on is in it: its paragraph needs a tab stop with a rule."""
    return any(
        isinstance(inline, WriteLine) or (isinstance(inline, Strong | Emphasis | Link) and has_write_line(inline.content))
        for inline in content
    )


def room(content: Iterable[Inline]) -> int:
    """Lines of the longest answer that may be typed in a line of the tree; 0: nothing is."""
    return max((_room(inline) for inline in content), default=0)


def _room(inline: Inline) -> int:
    match inline:
        case Entry():
            return inline.lines
        case Strong() | Emphasis() | Link():
            return room(inline.content)
        case _:
            return 0


def _inline(pen: Pen, inline: Inline, looks: Looks) -> str:
    strong, emphasis, link = looks
    match inline:
        case Text():
            return _text(pen, inline.text, looks)
        case Break():
            return f"<w:r>{pen.layout.looks[(*looks, False)]}<w:br/></w:r>"
        case Strong():
            return runs(pen, inline.content, (True, emphasis, link))
        case Emphasis():
            return runs(pen, inline.content, (strong, True, link))
        case Link():
            linked = runs(pen, inline.content, (strong, emphasis, True))
            return f'<w:hyperlink r:id="{pen.link(inline.target)}" w:history="1">{linked}</w:hyperlink>'
        case Reference():
            return _reference(pen, inline, looks)
        case Blank():
            return _blank(pen, inline)
        case Entry():
            return _entry(pen, inline)
        case Tick():
            return _tick(pen, inline)
        case WriteLine():
            return "<w:r><w:tab/></w:r>"
        case _:
            raise TypeError(f"unknown inline {type(inline).__name__}")


def _text(pen: Pen, text: str, looks: Looks) -> str:
    """A run, or several where the direction of writing changes."""
    if text.isascii() or not _RTL.search(text):
        return f"<w:r>{pen.layout.looks[(*looks, False)]}{characters(text)}</w:r>"
    pieces = [(piece, bool(n % 2)) for n, piece in enumerate(_RTL.split(text)) if piece]
    return "".join(f"<w:r>{pen.layout.looks[(*looks, rtl)]}{characters(piece)}</w:r>" for piece, rtl in pieces)


def _reference(pen: Pen, reference: Reference, looks: Looks) -> str:
    r"""The word as text and the number as a field, so that Word keeps it right when an article is moved.

    Word fact: ``\t`` leaves "Artikel" out of the number, or it would stand there twice. LibreOffice does not know ``\t``; a tab
    instead of the blank behind REF (Word takes any white space) makes LibreOffice show the result as it was written.
    """
    if not reference.number:
        raise OurFault(f"the reference to '{reference.anchor}' has no number: the document was not settled")
    look = pen.layout.looks[(*looks, False)]
    word = f"<w:r>{look}{characters(reference.word + chr(0xA0))}</w:r>" if reference.word else ""
    mark = '<w:r>{}<w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = f" REF\t{pen.bookmark(reference.anchor)} \\r \\h \\t "
    code = f'<w:r>{look}<w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    result = f"<w:r>{look}{characters(reference.number)}</w:r>"
    return word + mark.format(look, "begin") + code + mark.format(look, "separate") + result + mark.format(look, "end")


def _blank(pen: Pen, blank: Blank) -> str:
    """A plain-text content control: from one to the next with Tab, and the label goes when one types."""
    return _control(pen, blank.label, blank.path, "<w:showingPlcHdr/><w:text/>", _hint(pen, blank.label))


def _entry(pen: Pen, entry: Entry) -> str:
    """A plain-text content control that asks to be typed in; an answer may have several lines where there is room for them."""
    hint = WORDS[pen.layout.language]["entry"]
    kind = '<w:text w:multiLine="1"/>' if entry.lines > 1 else "<w:text/>"
    return _control(pen, entry.label, ENTRY, f"<w:showingPlcHdr/>{kind}", _hint(pen, hint))


def _hint(pen: Pen, text: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{pen.layout.styles["placeholder text"]}"/></w:rPr>{characters(text)}</w:r>'


def _tick(pen: Pen, tick: Tick) -> str:
    """A box to click on; of a group Word lets one tick several."""
    kind = f'<w14:checkbox xmlns:w14="{W14[1:-1]}"><w14:checked w14:val="0"/>{_BOXES}</w14:checkbox>'
    sign = f'<w:r><w:rPr><w:rStyle w:val="{pen.layout.styles["tick"]}"/></w:rPr><w:t>\N{BALLOT BOX}</w:t></w:r>'
    return _control(pen, tick.label, tick.group, kind, sign)


def _control(pen: Pen, label: str, tag: str, kind: str, content: str) -> str:
    """A content control: ``label`` is its title and what a screen reader says, ``kind`` what can be done with it."""
    pen.controls += 1
    tagged = f'<w:tag w:val="{attribute(tag[:_TAG_LENGTH])}"/>' if tag else ""
    title = f'<w:alias w:val="{attribute(label[:_TAG_LENGTH])}"/>'
    properties = f'{title}{tagged}<w:id w:val="{1000 + pen.controls}"/>{kind}'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
