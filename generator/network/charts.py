"""Charts as plain figures. In: rows of sizes. Out: how long each part of a bar is, for a page that draws it.

Every chart has its figures in words too, and as rows for a table beside it: who cannot see it misses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: its name, and the size of each of its parts with how that is written."""

    name: str
    sizes: tuple[float, ...]
    written: tuple[str, ...]

    @property
    def told(self) -> str:
        """What stands at the end of the bar: ``€ 21.673 + € 6.580``."""
        return " + ".join(filter(None, self.written))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bar from left to right, or a column from below, as a page draws it."""

    name: str
    under: str
    """A second line below the name of a column; mostly empty."""
    told: str
    parts: tuple[float, ...]
    """Per cent of the longest, part by part."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and its figures."""

    id: str
    title: str
    key: tuple[str, ...]
    """What each part of a bar is."""
    bars: tuple[Drawn, ...]
    columns: tuple[Drawn, ...]
    """Both empty when there is nothing to show."""
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def bars(rows: Iterable[Bar]) -> tuple[Drawn, ...]:
    """Bars, each in its parts; nothing when all are empty."""
    listed = tuple(rows)
    longest = max((sum(row.sizes) for row in listed), default=0)
    if not longest:
        return ()
    return tuple(Drawn(row.name, "", row.told, tuple(_percent(size, longest) for size in row.sizes)) for row in listed)


def columns(rows: Sequence[tuple[str, str, int]]) -> tuple[Drawn, ...]:
    """Columns side by side: a name, a line below it, and a number; nothing when all are empty."""
    highest = max((size for _, _, size in rows), default=0)
    if not highest:
        return ()
    return tuple(Drawn(name, under, str(size), (_percent(size, highest),)) for name, under, size in rows)


def _percent(size: float, of: float) -> float:
    return round(100 * size / of, 2)
