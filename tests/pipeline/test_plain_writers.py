"""The plain formats: text to paste in an e-mail, Markdown that any reader shows alike."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.blocks import Align, Document, Meta, Paragraph, Table, Text
from generator.parse import parse
from generator.readback import canonical, pieces
from generator.settle import settle
from generator.writers.markdown import write_markdown
from generator.writers.text import WIDTH, write_text
from tests.pdf.sample import par
from tests.pdf.sample_letters import letter, press_release
from tests.pipeline.conftest import META

SAMPLE = """# Overeenkomst

::: facts
| | |
|---|---|
| Kenmerk | [KVK-nummer](blank:partner.ids.kvk) |
:::

## Doel {#purpose}

1. Zie [](#money), voor **alle** leerlingen van de School die in het schooljaar 2027-2028 aan een van de activiteiten meedoen:
   1. het ene;
   2. het andere.

| Wat | Bedrag |
|---|--:|
| les | € 5,00 |

## Geld {#money}

Getekend: [handtekening](write:)
"""


@pytest.fixture
def document(meta: Meta) -> Document:
    return settle(parse(SAMPLE, meta))


def test_text_has_numbers_rulers_and_short_lines(document: Document) -> None:
    assert (
        write_text(document).decode()
        == """Samenwerkingsovereenkomst · DV-1-SO · CONCEPT

Overeenkomst
============

Kenmerk | [KVK-nummer: ____]

Artikel 1 Doel
--------------

1.1 Zie artikel 2, voor alle leerlingen van de School die in het schooljaar
    2027-2028 aan een van de activiteiten meedoen:

    a. het ene;

    b. het andere.

Wat | Bedrag
les | €\u00a05,00

Artikel 2 Geld
--------------

Getekend: ______________________________
"""
    )
    assert max(len(line) for line in write_text(document).decode().splitlines()) <= WIDTH


def test_a_final_text_is_not_called_concept(document: Document) -> None:
    final = replace(document, meta=replace(document.meta, draft=False))
    assert "CONCEPT" not in write_text(final).decode()


def test_a_letter_is_ready_to_paste() -> None:
    long = "Wat fijn dat u er was. " * 9
    assert (
        write_text(letter(par(long.strip()))).decode().replace("\u00a0", " ")
        == f"""Constructiebedrijf Van ’t Veld & Zonen B.V.
T.a.v. K. Yıldız
Smidsweg 7A
1236 CD  ’S-HEERENVOORDE

Datum: Oudervoorde, 9 maart 2027
Ons kenmerk: DV-2027-001-SO

Bedankt voor uw gastles

Geachte heer Yıldız,

{long.strip()}

Met hartelijke groet,

drs. M.J. de Graaf
relatiebeheerder
Vakcollege De Vuurbaak

Bijlage: programma van de open dag
"""
    )


def test_a_press_release_is_ready_to_paste() -> None:
    text = write_text(press_release(draft=True)).decode().replace("\u00a0", " ")
    assert text.startswith(
        """CONCEPT

PERSBERICHT

Datum: Oudervoorde, 9 maart 2027
Publicatie: Voor directe publicatie

Leerlingen bouwen robot met technisch bedrijf

Dertig leerlingen bouwen een robot met vakmensen.

De partijen"""
    )
    assert "\n\nLassen\n\nDe partijen" in text
    assert text.endswith("\n\n– einde persbericht –\n")


def test_markdown_is_what_any_reader_shows_with_the_same_words(document: Document) -> None:
    assert (
        write_markdown(document).decode()
        == """Samenwerkingsovereenkomst · DV-1-SO · CONCEPT

# Overeenkomst

> |  |  |
> | --- | --- |
> | Kenmerk | \\[KVK-nummer: \\_\\_\\_\\_\\] |

## Artikel 1. Doel

- 1.1 Zie artikel 2, voor **alle** leerlingen van de School die in het schooljaar 2027-2028 aan een van de activiteiten meedoen:

  - a. het ene;
  - b. het andere.

| Wat | Bedrag |
| --- | ---: |
| les | €\u00a05,00 |

## Artikel 2. Geld

Getekend: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_
"""
    )


WORDS = st.text(st.sampled_from("ab1&<>\"'|*_#{}[]()\\`~!:=-+. \U0001f642ب"), min_size=1).map(str.strip).filter(bool)


@given(WORDS)
def test_markdown_shows_any_value_as_typed(value: str) -> None:
    cell = (Text(value),)
    document = Document(META, (Paragraph(cell), Table((), ((cell,),), (Align.LEFT,))))
    tokens = MarkdownIt("commonmark").enable("table").parse(write_markdown(document).decode())
    shown = [child.content for token in tokens for child in token.children or () if child.type in {"text", "text_special"}]
    assert canonical("".join(shown)) == canonical(
        "Samenwerkingsovereenkomst · DV-1-SO · CONCEPT" + "".join(pieces(document, numbers=False))
    )
