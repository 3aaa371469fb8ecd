"""What a command tells. In: faults and results. Out: lines for a reader, or JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

from generator.errors import Fault, Severity
from generator.job import Result
from generator.kinds import Kind
from generator.occasions import names_of


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


def as_json(documents: Iterable[dict[str, Any]], faults: Iterable[Fault], **more: Any) -> str:
    """What programs are told: ``{"documents": […], "faults": […]}``, and what a command has besides."""
    listed = [fault_as_json(fault) for fault in faults]
    return json.dumps({"documents": list(documents), **more, "faults": listed}, indent=2, ensure_ascii=False)


def fault_as_json(fault: Fault) -> dict[str, Any]:
    """What programs are told of a fault."""
    return {name: getattr(fault, name) for name in _FAULT}


def kind_as_lines(kind: Kind) -> Iterator[str]:
    """What a reader is told of a kind of document."""
    about = kind.about
    yield f"{kind.id}  {about.name.nl} (text {kind.text_version})"
    if about.what:
        yield f"  {about.what.nl}"
    told = {
        "languages": ", ".join(about.languages),
        "needs": ", ".join(about.needs) or "only a partner",
        "partners": ", ".join(about.partners) or "every kind",
        "occasions": _occasions(kind),
        "formats": ", ".join(about.formats),
    }
    for name, value in told.items():
        if value:
            yield from wrap(value, 100, initial_indent=f"  {name + ':':<11}", subsequent_indent=" " * 13)


def _occasions(kind: Kind) -> str:
    """Where a kind's occasions stand, and their names; nothing for a kind that is made once."""
    about, names = kind.about.occasions, ", ".join(names_of(kind))
    if about is None or about.named is None:
        return ""
    return f"{about.from_}, or one by name: {names}" if names else f"each of {about.from_}"


def kind_as_json(kind: Kind) -> dict[str, Any]:
    """What programs are told of a kind of document."""
    about = kind.about
    told = {"kind": kind.id, "name": about.name.model_dump(), "version": about.version, "date": about.date.isoformat()}
    told |= {"languages": about.languages, "formats": about.formats, "needs": about.needs}
    return told | {"occasions": names_of(kind), "partners": [str(partner) for partner in about.partners]}


def many(number: int, word: str) -> str:
    """``1 blank``, ``3 blanks``."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


_FAULT = ("severity", "file", "line", "path", "problem", "hint", "rule", "accepted")
"""The fields of a fault that programs are promised."""
