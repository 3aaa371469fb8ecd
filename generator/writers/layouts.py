"""What each layout shows around the words of a document. In: its name. Out: one row of a small table.

How a layout *looks* is in ``templates/layouts``; here is only what a writer must know to write it, or to read it back.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import BadText, Fault, did_you_mean


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader of this layout sees besides the text."""

    kind: bool = True
    """The kind's name above the title: ``SAMENWERKINGSOVEREENKOMST``."""
    number_first: bool = True
    """The page number on page 1, as on every other."""
    pasted: bool = False
    """Its plain text is pasted in an e-mail as it is: no rulers, and no line with the reference on top."""


LAYOUTS = {
    "agreement": Shown(),
    "letter": Shown(kind=False, number_first=False, pasted=True),
    "press-release": Shown(pasted=True),
    "word": Shown(pasted=True),
}


def shown(layout: str) -> Shown:
    """The row of a layout; raises BadText for a name that is not in the table."""
    if layout not in LAYOUTS:
        raise BadText(Fault(f"there is no layout '{layout}'", hint=did_you_mean(layout, LAYOUTS), file="about.yaml"))
    return LAYOUTS[layout]
