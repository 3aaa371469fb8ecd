"""The tree: what a document says, free of any format. In: nothing. Out: frozen dataclasses that parse makes and writers read.

A writer goes through ``document.blocks`` and turns each block and inline into its own format; a block it does not know is an
error, never skipped. Nothing here renders, and nothing here knows a profile.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.look import Look

# --- inlines: what stands in a line ---


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters, shown as they are; never markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line in the same paragraph."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of weight (bold)."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set apart (italic): a defined term, a title."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A web or e-mail address to click on; ``target`` is ``https:…``, ``mailto:…`` or ``tel:…``."""

    content: tuple[Inline, ...]
    target: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross reference to an article or annex of this document, by its anchor."""

    anchor: str
    """The anchor of a heading or item: ``finance``, ``annex-finance``."""
    word: str = ""
    """The word before the number, filled by settle: ``artikel``, ``bijlage``."""
    number: str = ""
    """The number that a reader sees, filled by settle: ``7``."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A value still to be filled in: a content control in Word, a ruled space in the PDF. A final document has none."""

    label: str
    """What belongs here, in the document's language: ``KVK-nummer``."""
    path: str = ""
    """The profile's field that would fill it: ``partner.ids.kvk``."""


@dataclass(frozen=True, slots=True)
class WriteLine:
    """A line to write on by hand (a signature, a date of signing). Not a blank: a final document has it too."""

    label: str
    """What is written there, for a screen reader: ``handtekening``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Room for an answer: a form field in the PDF, a content control in Word. Not a blank: a final form has it too."""

    label: str
    """What is answered there, for a screen reader: ``toelichting bij doel G1``."""
    lines: int = 1
    """Lines of room; with more than one, the answer may have several."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick. What it means stands in the text beside it, or at the head of its row and column."""

    label: str
    """Its meaning, for a screen reader: ``afspraken zijn duidelijk: 3``."""
    group: str = ""
    """Of the ticks of one group one is chosen; without a group each stands by itself."""


Inline = Text | Break | Strong | Emphasis | Link | Reference | Blank | WriteLine | Entry | Tick
Row = tuple[tuple[Inline, ...], ...]
"""A row of a table: its cells, each a line of inlines."""

# --- blocks: what stands under each other ---


class Numbering(StrEnum):
    """How the items of a list, or a heading, are numbered. Each is one native numbering level in Word."""

    NONE = "none"
    """No number (a heading that is not an article)."""
    ARTICLE = "article"
    """Heading: ``Artikel 1``."""
    MEMBER = "member"
    """Item under an article: ``1.1``; runs on through the whole article, starts again in the next."""
    POINT = "point"
    """Item under a member or paragraph: ``a.``; starts again in every list."""
    PARTY = "party"
    """The parties at the head of an agreement: ``1.``."""
    RECITAL = "recital"
    """The recitals of an agreement: ``A.``."""
    ANNEX = "annex"
    """The list of annexes: ``Bijlage 1``."""
    DECIMAL = "decimal"
    """Any other ordered list: ``1.``; starts again in every list."""
    BULLET = "bullet"


class Align(StrEnum):
    """How a column stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is the document's title (one only), 2 an article or part, 3 and 4 lie below; no level is skipped."""

    level: int
    content: tuple[Inline, ...]
    numbering: Numbering = Numbering.NONE
    anchor: str = ""
    """The name other places refer to it by; unique in a document."""
    number: str = ""
    """What the reader sees before it, word and all, filled by settle: ``Artikel 7``."""
    line: int | None = field(default=None, compare=False, repr=False)
    """Where it stands in the Markdown, for who must be told that it is wrong."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: at least one block, usually a paragraph, sometimes with a list under it."""

    blocks: tuple[Block, ...]
    anchor: str = ""
    number: str = ""
    """What the reader sees before it, filled by settle: ``7.2``, ``a.``, ``A.``, ``Bijlage 1``, ``•``."""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, ordered or not."""

    numbering: Numbering
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as ``aligns``."""

    head: tuple[Row, ...]
    """One row, repeated on every page, or none."""
    rows: tuple[Row, ...]
    aligns: tuple[Align, ...]


class BoxKind(StrEnum):
    """What a set-apart group of blocks is for; each has its own look in every layout."""

    SIGNATURE = "signature"
    """One signatory's block; never split over pages. A head-less table in it has labels left, values right."""
    FACTS = "facts"
    """Key facts under the title (partner, number, period): a head-less table, labels left."""
    NOTE = "note"
    """A remark to the reader: the draft notice, a check by an adviser."""
    ADDRESS = "address"
    """To whom a letter goes, where a window envelope shows it; one paragraph, a line a break."""
    DETAILS = "details"
    """Date and references at the head of a letter: a head-less table, labels left; plainer than facts."""
    CLOSING = "closing"
    """The end of a letter, one for each who signs: greeting, then room to sign, then name and function; never split."""
    PASSAGE = "passage"
    """A part with a name (``lead``), so that its length and style can be checked; looks like any other text."""


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks that belong together and are set apart."""

    kind: BoxKind
    blocks: tuple[Block, ...]
    name: str = ""
    """Of a passage."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the papers that are bound in one file: cover page, agreement, annex. Starts on a new page, and its articles
    and lists count from one.
    """

    blocks: tuple[Block, ...]


Block = Heading | Paragraph | ListBlock | Table | Box | Part

# --- the document ---


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends the document, for letterhead and footer."""

    name: str
    """The school: ``Vakcollege De Vuurbaak``."""
    lines: tuple[str, ...] = ()
    """Address, phone, e-mail, website; one a line."""
    board: str = ""
    """The school's board, the contract party: ``Stichting …``."""
    footer: str = ""
    """A line of the school's own at the foot of each page: ``IBAN …``."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known about the document besides its words: headers, footers and file properties are made of it."""

    title: str
    """Plain text of the title and what it is about: ``Samenwerkingsovereenkomst Keuzevak robotica``."""
    kind: str
    """``cooperation-agreement``."""
    kind_name: str
    """The kind's name in the document's language: ``Samenwerkingsovereenkomst``."""
    text_version: str
    """Version and date of the text it was made from: ``1.0.0 (2026-11-23)``."""
    language: str
    """``nl`` or ``en``."""
    reference: str
    """The document's unique number, on every page: ``DV-2027-001-SO``."""
    day: date
    """The document's date; also the date in its properties, so that the same input gives the same bytes."""
    draft: bool
    """Draft: CONCEPT on every page."""
    sender: Sender
    look: Look = field(default_factory=Look)
    subject: str = ""
    """Plain text for the file properties: partner's legal name."""
    layout: str = "agreement"
    """Which layout: ``agreement``, ``letter``, ``press-release``."""


@dataclass(frozen=True, slots=True)
class Word:
    """A Word file that was filled in, and not written from blocks."""

    data: bytes
    blanks: tuple[Blank, ...]
    """What is still to be filled in, in its headers and footers too."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    meta: Meta
    blocks: tuple[Block, ...]
    word: Word | None = None
    """The Word file that it is, when a school brought its own; the blocks are what that says."""
