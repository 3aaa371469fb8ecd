"""Where each value of a file stands. In: dotted paths with line and column. Out: the place that a fault names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from generator.errors import Fault


class Place(NamedTuple):
    """Line and column in a file, both from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Places:
    """The places of all keys and values of one file, by dotted path (``finance.lines.0.vat``)."""

    values: dict[str, Place] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)

    def of(self, path: str, *, key: bool = False) -> Place:
        """The place of a value (or of its key); of the nearest part around it when it is not in the file itself."""
        first = self.keys if key else self.values
        while path:
            place = first.get(path) or self.keys.get(path) or self.values.get(path)
            if place:
                return place
            path = path.rpartition(".")[0]
        return self.values.get("", Place(1, 1))

    def put(self, fault: Fault, shown: str, *, key: bool = False) -> Fault:
        """The fault with its file, line and column filled in."""
        place = self.of(fault.path, key=key)
        return fault.at(file=shown, line=place.line, column=place.column)


def below(path: str, key: str | int) -> str:
    """The dotted path of what lies under a path."""
    return f"{path}.{key}" if path else str(key)
