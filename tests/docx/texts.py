"""Small texts of every kind of document, in Markdown; together they say all that a document may contain."""

from __future__ import annotations

from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "templates" / "samples"


def sample(name: str) -> str:
    """A text with which handslag itself tries a layout."""
    return (SAMPLES / f"{name}.md").read_text("utf-8")


AGREEMENT = sample("agreement")

LETTER = sample("letter")

PRESS_RELEASE = sample("press-release")

ANNEX = """
# Bijlage 2: Financiële afspraken

::: parties
1. de school
1. de partner
:::

## Kosten {#annex-2-costs}

1. De kosten staan in de begroting.
1. Zij zijn verdeeld:

   1. naar gebruik;
   1. naar draagkracht.

## Betaling {#annex-2-payment}

1. De partner betaalt wat volgens [](#annex-2-costs) voor zijn rekening is.

## Stukken

1. begroting
1. planning

::: recitals
1. overweging
:::

::: annexes
1. Begroting
:::
"""

FORM = """
# Evaluatie van de samenwerking

## Afspraken

| Wij vinden | 1 | 2 | 3 | 4 | n.v.t. |
|---|:-:|:-:|:-:|:-:|:-:|
| De afspraken zijn duidelijk. | [1](tick:clear) | [2](tick:clear) | [3](tick:clear) | [4](tick:clear) | [n.v.t.](tick:clear) |
| Ik weet bij wie ik terechtkan. | [1](tick:who) | [2](tick:who) | [3](tick:who) | [4](tick:who) | [n.v.t.](tick:who) |

Toelichting:

[toelichting bij de afspraken](entry:4)

| Doel | Bereikt | Toelichting |
|---|:-:|---|
| 90 procent van de leerlingen rondt het keuzevak af | [ja](tick:goal) | [toelichting bij doel 1](entry:2) |

Ingevuld door [naam](entry:) op [datum](entry:).
"""
