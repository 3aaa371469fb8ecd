"""The arithmetic of docs/scaling.md. In: docs/scaling.yaml, what one letter costs. Out: what 250,000 cost, as Markdown.

The figures are measured by ``python -m benchmarks.scale``; nothing else on that page is a figure of its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import yaml

FIGURES = Path(__file__).resolve().parent.parent / "docs" / "scaling.yaml"
LETTERS = 250_000
PART = 25_000
"""Letters in one batch."""
NIGHT = 10
"""Hours."""
BUSY = 0.8
"""How much of the time a worker is at work: the rest goes to waiting, starting and being replaced."""
CORES = (4, 8, 16, 32, 64)
HOUR, KB, MB, GB = 3600, 1e3, 1e6, 1e9


def figures() -> dict[str, float]:
    """What one letter costs."""
    found: dict[str, float] = yaml.safe_load(FIGURES.read_text("utf-8"))
    return found


def costs() -> Iterator[str]:
    """What a letter costs, and what all of them do."""
    one = figures()
    yield "| what | one letter | 250,000 letters |"
    yield "|---|--:|--:|"
    yield f"| making it, on a worker's core | {_ms(one['make'])} | {_hours(one['make'] * LETTERS)} of one core |"
    yield f"| keeping it: the machine that asks records and stores it | {_ms(one['keep'])} | {_hours(one['keep'] * LETTERS)} |"
    yield f"| reading and planning its partner beforehand | {_ms(one['read'])} | {_hours(one['read'] * LETTERS)} |"
    yield f"| memory of the machine that asks | {one['planned']:.0f} kB | {one['planned'] * KB * LETTERS / GB:.1f} GB at once |"
    yield f"| the Word file and the PDF | {one['bytes'] / KB:.0f} kB | {one['bytes'] * LETTERS / GB:.1f} GB |"
    yield f"| the register | {one['register'] / KB:.1f} kB | {one['register'] * LETTERS / GB:.2f} GB |"


def hours() -> Iterator[str]:
    """How long it takes with so many cores and callers."""
    one = figures()
    yield "| cores that make | 1 machine asks | 2 machines ask | 4 machines ask |"
    yield "|--:|--:|--:|--:|"
    for cores in CORES:
        spans = (_hours(max(one["make"] / (cores * BUSY), one["keep"] / callers) * LETTERS) for callers in (1, 2, 4))
        yield f"| {cores} | {' | '.join(spans)} |"


def short() -> Iterator[str]:
    """The whole page in some sentences."""
    one = figures()
    alone = _hours(max(one["make"] / (8 * BUSY), one["keep"]) * LETTERS)
    cores = math.ceil(one["make"] * LETTERS / (NIGHT * HOUR * BUSY))
    takes, fed = 1 / one["keep"], max(1, round(one["make"] / one["keep"] / BUSY))
    memory, disk = one["planned"] * KB * PART / GB, one["bytes"] * LETTERS / GB
    yield f"- **Without a cluster:** one machine with 8 cores makes 250,000 letters in {alone}."
    yield f"- **Cores that one night asks for** ({NIGHT} hours): {cores}, each at work {BUSY * 100:.0f} % of the time."
    yield f"- **One machine that asks** takes {takes:.0f} letters a second, and so keeps {fed} cores busy. With more cores than"
    yield "  that, let several machines ask, each for a part."
    yield f"- **Memory:** {one['worker']:.0f} MB for each worker's process (allow twice that), and on the machine that asks"
    yield f"  {memory:.1f} GB for a batch of {PART:,}."
    yield f"- **Disk:** {disk:.0f} GB for the files, and less than as much again for print files of the PDFs."


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds >= 0.01 else f"{seconds * 1000:.1f} ms"


def _hours(seconds: float) -> str:
    return f"{seconds / HOUR:.1f} hours" if seconds >= HOUR else f"{seconds / 60:.0f} minutes"
