"""A form to fill in, and papers bound in one file, as trees, for the tests of the HTML and PDF writers."""

from __future__ import annotations

from dataclasses import replace

from generator.blocks import (
    Align,
    Block,
    Box,
    BoxKind,
    Document,
    Entry,
    Heading,
    Numbering,
    Paragraph,
    Part,
    Row,
    Table,
    Text,
    Tick,
)
from tests.pdf.sample import LONG, agreement, article, document, items, labelled, par, words

STATEMENTS = ("Afspraken zijn duidelijk", "Partijen deden wat zij beloofden", "Leerlingen kozen zelf")
SCALE = ("1 oneens", "2", "3", "4 eens", "n.v.t.")


def form(*blocks: Block, statements: int = 3) -> Document:
    """An evaluation form: facts, statements to judge, room to explain, and a box to tick."""
    facts = labelled(("Ingevuld door", (Entry("ingevuld door"),)), ("Datum", (Entry("datum"),)))
    head = (words("Stelling"), *map(words, SCALE))
    rows = tuple(_statement(n, STATEMENTS[n % len(STATEMENTS)]) for n in range(statements))
    return document(
        Box(BoxKind.FACTS, (facts,)),
        Heading(2, words("Afspraken")),
        Table((head,), rows, (Align.LEFT, *[Align.CENTER] * len(SCALE))),
        Paragraph((Entry("toelichting bij afspraken", 4),)),
        Paragraph((Tick("mail mij de uitkomst"), Text(" Mail mij de uitkomst."))),
        *blocks,
        draft=False,
    )


def _statement(number: int, statement: str) -> Row:
    return (words(statement), *((Tick(f"{statement}: {mark}", f"vraag-{number}"),) for mark in SCALE))


def bound() -> Document:
    """A cover page, an agreement and two annexes in one file."""
    cover = document(par("Twee partijen, drie stukken."))
    papers = (cover, agreement(rows=3), annex("Bijlage 1: Jaarplanning"), annex("Bijlage 2: Begroting"))
    return replace(cover, blocks=tuple(Part(paper.blocks) for paper in papers))


def annex(title: str) -> Document:
    made = document(*article("Afspraken", "", items(Numbering.MEMBER, LONG)))
    return replace(made, blocks=(Heading(1, words(title)), *made.blocks[1:]))
