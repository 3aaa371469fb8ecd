"""Sheets of address labels. In: address blocks, the sheet, where to begin on it. Out: a PDF, and who got no label.

The sheets are A4, of the measures that most shops sell; the measure stands on the box. Millimetres:

============  =====  ==============  ================  ==========================  ===========
name          grid   label           first label at    from one to the next        for example
============  =====  ==============  ================  ==========================  ===========
63.5x38.1     3 × 7  63.5 × 38.1     7.2 from the      66.04 across, 38.1 down     L7160
                                     left, 15.15 down
64x33.9       3 × 8  64 × 33.9       6.96, 12.9        66.04, 33.9                 L7159
70x37         3 × 8  70 × 37         0, 0.5            70, 37                      3474
99.1x38.1     2 × 7  99.1 × 38.1     4.65, 15.15       101.6, 38.1                 L7163
============  =====  ==============  ================  ==========================  ===========

Places are counted from the upper left, row by row: ``start=8`` leaves the first seven of a half-used sheet alone. Words keep 4
millimetres from the sides of a label and 3 from its upper and lower edge, and 5 from the edge of the paper, where few printers
print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.errors import BadInput, BadText, Fault, WrongUsage, did_you_mean
from generator.look import Look
from generator.package import resource
from generator.writers.fonts import check_characters
from generator.writers.pdf_labels import SIZES, Setting, Slot, fitted, write_labels

_SIDES, _ENDS, _EDGE = 4.0, 3.0, 5.0
_LAYOUTS = resource("templates") / "layouts" / "labels"
"""The folder with the style of labels."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of labels; all measures in millimetres."""

    name: str
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    """From the left side of one label to that of the next."""
    down: float
    code: str
    """A maker's number for sheets of this measure."""

    @property
    def count(self) -> int:
        """How many labels it has."""
        return self.columns * self.rows

    @property
    def grid(self) -> str:
        """``3x7``."""
        return f"{self.columns}x{self.rows}"

    @property
    def inset(self) -> tuple[float, float]:
        """What stays free at each side, and above and below: the same for every label of the sheet."""
        return max(_SIDES, _EDGE - self.left), max(_ENDS, _EDGE - self.top)


SHEETS = (
    Sheet("63.5x38.1", 3, 7, 63.5, 38.1, 7.2, 15.15, 66.04, 38.1, "L7160"),
    Sheet("64x33.9", 3, 8, 64.0, 33.9, 6.96, 12.9, 66.04, 33.9, "L7159"),
    Sheet("70x37", 3, 8, 70.0, 37.0, 0.0, 0.5, 70.0, 37.0, "3474"),
    Sheet("99.1x38.1", 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1, "L7163"),
)


@dataclass(frozen=True, slots=True)
class Label:
    """An address on its way to a label."""

    whose: str
    """The partner, as a fault names it."""
    block: str
    """The address, a line each (``wording.addresses.address_block``)."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Sheets of labels as a file."""

    data: bytes
    faults: tuple[Fault, ...]
    """An error for each address that has no label."""


def sheet_named(text: str) -> Sheet:
    """The sheet of a measure (``63.5x38.1``, ``63,5 × 38,1 mm``), a grid (``3x7``) or a maker's number.

    Raises WrongUsage for one that is not there, and for a grid that two sheets have.
    """
    bare = re.sub(r"mm|\s", "", text.lower()).replace(",", ".").replace("×", "x").replace("*", "x")
    found = [sheet for sheet in SHEETS if bare in (sheet.name, sheet.grid, sheet.code.lower())]
    if len(found) == 1:
        return found[0]
    names = [sheet.name for sheet in found or SHEETS]
    hint = "look at the measure on the box: " + " or ".join(names) if found else did_you_mean(bare, names)
    problem = f"sheets of {text} come in {len(names)} measures" if found else f"there is no label sheet '{text}'"
    raise WrongUsage(Fault(problem, hint=hint))


def write_label_sheets(
    labels: Sequence[Label], sheet: Sheet, start: int, title: str, language: str, look: Look | None = None
) -> Labels:
    """The labels in their order, from place ``start`` of the first sheet on; an address that cannot be printed takes none.

    Raises WrongUsage for a start that the sheet does not have, and BadInput when no address can be printed.
    """
    if not 1 <= start <= sheet.count:
        raise WrongUsage(Fault(f"a sheet of {sheet.name} has no place {start}", hint=f"places are 1 to {sheet.count}"))
    font = Look(font=look.font, font_files=look.font_files) if look else Look()
    settings, faults = _set(labels, sheet, font)
    if not settings:
        raise BadInput(*(faults or [Fault("there is no address to print")]))
    return Labels(write_labels(_sheets(settings, sheet, start), title, language, font, _LAYOUTS), tuple(faults))


# --- which of them fit -------------------------------------------------------------------------------------------------------


def _set(labels: Sequence[Label], sheet: Sheet, look: Look) -> tuple[list[Setting], list[Fault]]:
    """How each label is set; those that cannot be are in the faults."""
    sides, ends = sheet.inset
    blocks = [tuple(line for line in label.block.splitlines() if line.strip()) for label in labels]
    unprintable = [_unprintable(lines, look) for lines in blocks]
    settings = fitted(blocks, sheet.width - 2 * sides, sheet.height - 2 * ends, look, _LAYOUTS)
    too_long = Fault(
        f"the address does not fit on a label of {sheet.name} mm, not even in letters of {SIZES[-1]:g} points",
        hint="take a larger label, or shorten the name in the profile",
    )
    good, faults = [], []
    for label, problems, setting in zip(labels, unprintable, settings, strict=True):
        problems = problems or ([] if setting else [too_long])
        faults += [problem.at(path=label.whose) for problem in problems]
        good += [setting] if setting and not problems else []
    return good, faults


def _unprintable(lines: tuple[str, ...], look: Look) -> list[Fault]:
    """What is wrong with the words themselves."""
    if not lines:
        return [Fault("no address is known", hint="fill in partner.visit or partner.post")]
    try:
        check_characters(list(lines), look)
    except BadText as error:
        return list(error.faults)
    return []


# --- where they go -----------------------------------------------------------------------------------------------------------


def _sheets(settings: Sequence[Setting], sheet: Sheet, start: int) -> list[list[Slot]]:
    """Sheet by sheet, each label in its place."""
    pages: list[list[Slot]] = []
    for at, setting in enumerate(settings, start - 1):
        if at % sheet.count == 0 or not pages:
            pages.append([])
        pages[-1].append(_slot(sheet, at % sheet.count, setting))
    return pages


def _slot(sheet: Sheet, place: int, setting: Setting) -> Slot:
    row, column = divmod(place, sheet.columns)
    sides, ends = sheet.inset
    left, top = sheet.left + column * sheet.across + sides, sheet.top + row * sheet.down + ends
    return Slot(left, top, sheet.width - 2 * sides, sheet.height - 2 * ends, setting)
