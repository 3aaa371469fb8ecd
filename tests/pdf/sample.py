"""A small agreement as a tree, with every kind of block and inline, for the tests of the HTML and PDF writers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.blocks import (
    Align,
    Blank,
    Block,
    Box,
    BoxKind,
    Break,
    Document,
    Emphasis,
    Heading,
    Inline,
    Item,
    Link,
    ListBlock,
    Meta,
    Numbering,
    Paragraph,
    Reference,
    Sender,
    Strong,
    Table,
    Text,
    WriteLine,
)
from generator.look import Look
from generator.settle import settle

LAYOUTS = Path(__file__).resolve().parents[2] / "templates" / "layouts"
LONG = (
    "De partijen stemmen hun onderwijsprogramma en beroepspraktijkvorming zorgvuldig op elkaar af, "
    "zodat leerlingen zonder overlap doorstromen. "
)

META = Meta(
    title="Samenwerkingsovereenkomst Keuzevak robotica",
    kind="cooperation-agreement",
    kind_name="Samenwerkingsovereenkomst",
    text_version="1.0.0 (2026-11-23)",
    language="nl",
    reference="DV-2027-001-SO",
    day=date(2027, 3, 9),
    draft=True,
    sender=Sender(
        "Vakcollege De Vuurbaak",
        ("Smidsweg 7A", "1236 CD ’s-Heerenvoorde", "035 - 555 01 20", "info@devuurbaak.example"),
        "Stichting Voortgezet Onderwijs De Vuurbaak",
    ),
    subject="Van ’t Veld Techniek B.V.",
)


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def par(text: str) -> Paragraph:
    return Paragraph(words(text))


def items(numbering: Numbering, *texts: str) -> ListBlock:
    return ListBlock(numbering, tuple(Item((par(text),)) for text in texts))


def labelled(*pairs: tuple[str, tuple[Inline, ...]]) -> Table:
    return Table((), tuple((words(label), value) for label, value in pairs), (Align.LEFT, Align.LEFT))


def article(name: str, anchor: str, *blocks: Block) -> tuple[Block, ...]:
    return (Heading(2, words(name), Numbering.ARTICLE, anchor), *blocks)


def document(*blocks: Block, look: Look | None = None, draft: bool = True) -> Document:
    """A settled document of these blocks, under a title."""
    meta = replace(META, look=look or Look(), draft=draft)
    return settle(Document(meta, (Heading(1, words("Keuzevak robotica")), *blocks)))


def grid(*rows: tuple[str, ...]) -> Table:
    """A table without a head."""
    return Table((), tuple(tuple(words(cell) for cell in row) for row in rows), (Align.LEFT,) * len(rows[0]))


def long_table(rows: int) -> Table:
    head = (words("Activiteit"), words("Wanneer"), words("Bedrag"))
    body = tuple(
        (words(f"Les {n} in de werkplaats"), words(f"{n % 28 + 1}-9-2027"), words(f"€ {n * 25},00")) for n in range(rows)
    )
    return Table((head,), body, (Align.LEFT, Align.LEFT, Align.RIGHT))


def agreement(look: Look | None = None, draft: bool = True, rows: int = 60) -> Document:
    """Some four pages."""
    return document(
        _facts(), _notice(), *_opening(), *_purpose(), *_planning(rows), *_annexes(), *_signatures(), look=look, draft=draft
    )


def _facts() -> Box:
    rows = (
        ("Partner", words("Van ’t Veld Techniek B.V.")),
        ("Looptijd", words("1 augustus 2027 tot en met 31 juli 2028")),
        ("Kenmerk", words("DV-2027-001-SO")),
    )
    return Box(BoxKind.FACTS, (labelled(*rows),))


def _notice() -> Box:
    text = words(" Deze tekst is een concept voor de eigen adviseur van de school.")
    return Box(BoxKind.NOTE, (Paragraph((Strong(words("Let op.")), *text)),))


def _opening() -> tuple[Block, ...]:
    board = Paragraph(
        (Strong(words("Stichting Voortgezet Onderwijs De Vuurbaak")), Text(", hierna: "), Emphasis(words("de school;")))
    )
    partner = Paragraph(
        (Text("Van ’t Veld Techniek B.V., KVK "), Blank("KVK-nummer", "partner.ids.kvk"), Text(", hierna: de partner."))
    )
    return (
        Heading(2, words("Partijen")),
        ListBlock(Numbering.PARTY, (Item((board,)), Item((partner,)))),
        Heading(2, words("Overwegingen")),
        items(Numbering.RECITAL, LONG, "De school zoekt samenwerking met bedrijven in de regio."),
        par("en komen het volgende overeen:"),
    )


def _purpose() -> tuple[Block, ...]:
    points = Item((par("De school:"), items(Numbering.POINT, "roostert de lessen;", "begeleidt de leerlingen;", LONG)))
    refer = Item(
        (
            Paragraph(
                (Text("De vergoeding staat in "), Reference("finance"), Text(" en in "), Reference("annex-plan"), Text("."))
            ),
        )
    )
    return (
        *article("Doel", "purpose", ListBlock(Numbering.MEMBER, (Item((par(LONG * 2),)), points, refer))),
        *article("Financiën", "finance", items(Numbering.MEMBER, "De partner betaalt € 1.234,50 per jaar.", LONG * 3)),
        Heading(3, words("Contact")),
        Paragraph(
            (Text("Mail "), Link(words("info@devuurbaak.example"), "mailto:info@devuurbaak.example"), Break(), Text("of bel."))
        ),
        items(Numbering.BULLET, "elke maandag", "in overleg"),
        items(Numbering.DECIMAL, "eerst dit", "dan dat"),
    )


def _planning(rows: int) -> tuple[Block, ...]:
    before, after = items(Numbering.MEMBER, "De activiteiten zijn:"), items(Numbering.MEMBER, "Wijzigingen gaan schriftelijk.")
    return article("Planning", "planning", before, long_table(rows), after)


def _annexes() -> tuple[Block, ...]:
    return (
        Heading(2, words("Bijlagen")),
        ListBlock(Numbering.ANNEX, (Item((par("Jaarplanning"),), "annex-plan"), Item((par("Begroting"),)))),
    )


def _signatures() -> tuple[Block, ...]:
    return tuple(
        Box(
            BoxKind.SIGNATURE,
            (
                Paragraph((Strong(words(party)),)),
                labelled(
                    ("Naam", words("drs. M.J. de Graaf")),
                    ("Plaats en datum", (WriteLine("plaats en datum"),)),
                    ("Handtekening", (WriteLine("handtekening"),)),
                ),
            ),
        )
        for party in ("Stichting Voortgezet Onderwijs De Vuurbaak", "Van ’t Veld Techniek B.V.")
    )
