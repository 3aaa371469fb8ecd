"""A letter and a press release as trees, for the tests of the HTML, PDF and text writers."""

from __future__ import annotations

from dataclasses import replace

from generator.blocks import Block, Box, BoxKind, Break, Document, Heading, Inline, Paragraph, Strong, Text
from generator.look import Look
from generator.settle import settle
from tests.pdf.sample import LONG, META, labelled, par, words

ADDRESS = ("Constructiebedrijf Van ’t Veld & Zonen B.V.", "T.a.v. K. Yıldız", "Smidsweg 7A", "1236 CD  ’S-HEERENVOORDE")
SIGNED = ("drs. M.J. de Graaf", "relatiebeheerder", "Vakcollege De Vuurbaak")
THANKS = (
    "Wat fijn dat u op dinsdag 9 maart bij ons op school was. Onze leerlingen van klas 3 hebben met grote ogen geluisterd "
    "naar uw verhaal over lassen en over het vak. Zij praten er nog steeds over.",
    "Door uw gastles weten zij nu wat er in een echte werkplaats gebeurt. Amira vertelde thuis dat zij later bij u wil "
    "werken. Dat is precies wat wij hopen: dat leerlingen zien waar zij het voor doen, en dat zij mensen ontmoeten die trots "
    "zijn op hun werk.",
    "Namens de leerlingen en het hele team danken wij u van harte voor uw tijd en uw enthousiasme. De leerlingen hebben een "
    "klein bedankje gemaakt in de werkplaats. Dat sturen wij met deze brief mee. Wij hopen dat het een mooie plek krijgt in "
    "uw kantine, en dat wij elkaar nog vaak mogen zien.",
)
"""Some 150 words."""


def lines(*given: str) -> Paragraph:
    """One paragraph, a line a break."""
    content: list[Inline] = [inline for text in given for inline in (Break(), Text(text))]
    return Paragraph(tuple(content[1:]))


def letter(
    *blocks: Block,
    address: tuple[str, ...] = ADDRESS,
    signed: tuple[tuple[str, ...], ...] = (SIGNED,),
    sender: tuple[str, ...] = META.sender.lines,
    look: Look | None = None,
    draft: bool = False,
) -> Document:
    """A letter that says these blocks, or a word of thanks."""
    meta = replace(
        META,
        layout="letter",
        kind="thank-you-letter",
        kind_name="Bedankbrief",
        sender=replace(META.sender, lines=sender),
        look=look or Look(),
        draft=draft,
    )
    details = labelled(("Datum", words("Oudervoorde, 9 maart 2027")), ("Ons kenmerk", words("DV-2027-001-SO")))
    text: tuple[Block, ...] = (
        Box(BoxKind.ADDRESS, (lines(*address),)),
        Box(BoxKind.DETAILS, (details,)),
        Heading(1, words("Bedankt voor uw gastles")),
        par("Geachte heer Yıldız,"),
        *(blocks or map(par, THANKS)),
        *(Box(BoxKind.CLOSING, (par("Met hartelijke groet,"), lines(*signer))) for signer in signed),
        par("Bijlage: programma van de open dag"),
    )
    return settle(Document(meta, text))


def press_release(*blocks: Block, draft: bool = False) -> Document:
    """A press release with these blocks after its body."""
    meta = replace(META, layout="press-release", kind="press-release", kind_name="Persbericht", draft=draft)
    details = labelled(("Datum", words("Oudervoorde, 9 maart 2027")), ("Publicatie", words("Voor directe publicatie")))
    text: tuple[Block, ...] = (
        Box(BoxKind.DETAILS, (details,)),
        Heading(1, words("Leerlingen bouwen robot met technisch bedrijf")),
        Box(BoxKind.PASSAGE, (Paragraph((Strong(words("Dertig leerlingen bouwen een robot met vakmensen.")),)),), "lead"),
        Box(BoxKind.PASSAGE, (par(LONG), Heading(2, words("Lassen")), par(LONG)), "body"),
        par("– einde persbericht –"),
        *blocks,
    )
    return settle(Document(meta, text))
