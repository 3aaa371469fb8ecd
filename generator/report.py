"""What a command tells. In: faults and results. Out: lines for a reader, or JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.errors import Fault, Severity
from generator.work import Result


def summary(partners: int, faults: Iterable[Fault]) -> str:
    """``3 partners checked: 0 errors, 1 warning, 0 hints``."""
    found = [fault.severity for fault in faults]
    counts = ", ".join(many(found.count(severity), str(severity)) for severity in Severity)
    return f"{many(partners, 'partner')} checked: {counts}"


def remarks(result: Result) -> Iterator[str]:
    """What is worth knowing of a made document besides its path: an edited file that was left alone, and its blanks."""
    if result.kept:
        yield f"  {result.kept.name} is not as handslag made it, and is left as it is (--force replaces it)"
    if result.first and result.blanks:
        yield f"  {many(len(result.blanks), 'blank')} to fill in:"
        yield from (f"    {blank.label}" + (f"  ({blank.path})" if blank.path else "") for blank in result.blanks)


def as_json(documents: Iterable[dict[str, Any]], faults: Iterable[Fault]) -> str:
    """What programs are told: ``{"documents": […], "faults": […]}``."""
    listed = [{name: getattr(fault, name) for name in _FAULT} for fault in faults]
    return json.dumps({"documents": list(documents), "faults": listed}, indent=2, ensure_ascii=False)


def many(number: int, word: str) -> str:
    """``1 blank``, ``3 blanks``."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


_FAULT = ("severity", "file", "line", "path", "problem", "hint")
"""The fields of a fault that programs are promised."""
