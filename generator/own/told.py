"""What commands tell of own texts. In: records. Out: lines for a reader, or JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

from generator.errors import Severity
from generator.own.check import Checked
from generator.own.diff import Change, Difference
from generator.own.listing import Listed, State
from generator.report import fault_as_json, many

_WIDTH = 100
_STATES = {
    State.OWN: "your own",
    State.CHANGED: "yours instead of ours",
    State.BEHIND: "yours instead of ours, and ours has changed since",
    State.BROKEN: "cannot be read; handslag text check says why",
    State.SAME: "a copy in which nothing was changed; delete it to follow ours",
}


def as_lines(texts: Iterable[Listed]) -> Iterator[str]:
    """The school's own texts, each with what it is; then ours, by folder."""
    texts = tuple(texts)
    own = [text for text in texts if text.own]
    yield "your own:" if own else "no text is your own yet; begin with: handslag text export KIND"
    for text in own:
        yield f"  {text.shown}: {_STATES[text.state]}{_versions(text)}"
        if text.state is State.BEHIND:
            yield f"    to see what changed: handslag text diff {text.stem}"
    yield ""
    yield "ours:"
    for folder, names in _by_folder(text for text in texts if text.state is State.OURS).items():
        told = f"{folder}: {', '.join(names)}"
        yield from wrap(told, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def as_json(texts: Iterable[Listed]) -> str:
    """The same for programs."""
    return json.dumps({"texts": [_record(text) for text in texts]}, indent=2, ensure_ascii=False)


def difference_as_lines(found: Difference) -> Iterator[tuple[str, str]]:
    """Who changed what: each line with its sort: ``head``, ``place``, ``old`` or ``new``."""
    text = found.text
    yield "head", f"{text.shown}{_versions(text)}"
    for who, changes in (("you changed:", found.yours), ("handslag changed since:", found.ours)):
        if changes:
            yield "place", f"  {who}"
        for change in changes:
            yield "place", f"    line {change.line}{', where you changed something too:' if change.both else ':'}"
            yield from (("old", f"    - {line}") for line in change.old)
            yield from (("new", f"    + {line}") for line in change.new)
    if not found.yours and not found.ours:
        yield "place", "  nothing was changed"
    if found.ours:
        yield "place", f"  take over what you like; then: handslag text diff {text.stem} --done"


def differences_as_json(found: Iterable[Difference]) -> str:
    """The same for programs."""
    told = [
        _record(one.text) | {"yours": [_changed(c) for c in one.yours], "ours": [_changed(c) for c in one.ours]}
        for one in found
    ]
    return json.dumps({"texts": told}, indent=2, ensure_ascii=False)


def summary(done: Checked, shown: bool) -> str:
    """``148 texts tried in 57 documents for 3 partners: 0 errors, 1 warning; 12 places can stay blank``."""
    counts = [many(sum(fault.severity is one for fault in done.faults), str(one)) for one in (Severity.ERROR, Severity.WARNING)]
    blank = sum(fault.severity is Severity.HINT for fault in done.faults)
    alike = f" of {done.partners}, the others are filled in like them" if done.tried < done.partners else ""
    tried = f"{many(done.texts, 'text')} tried in {many(done.documents, 'document')} for {many(done.tried, 'partner')}{alike}"
    rest = f"; {many(blank, 'place')} can stay blank{'' if shown else ' (--blanks shows them)'}" if blank else ""
    return f"{tried}: {', '.join(counts)}{rest}"


def checked_as_json(done: Checked) -> str:
    """The same for programs; what stays blank are hints."""
    tried = {"texts": done.texts, "documents": done.documents, "partners": done.partners, "tried": done.tried}
    return json.dumps(
        {"checked": tried, "faults": [fault_as_json(fault) for fault in done.faults]}, indent=2, ensure_ascii=False
    )


def _record(text: Listed) -> dict[str, Any]:
    told = {"name": text.stem, "language": text.language, "file": text.shown, "state": str(text.state)}
    return told | {"based_on": text.original_version if text.own else "", "ours": text.version if text.ours else ""}


def _changed(change: Change) -> dict[str, Any]:
    return {"line": change.line, "old": change.old, "new": change.new, "both": change.both}


def _versions(text: Listed) -> str:
    """From which version of ours it was copied, and which one there is now."""
    if text.ours is None:
        return ""
    if not text.original_version:
        return " (not known from which version)"
    return f" (from {text.original_version}" + (f"; ours is {text.version})" if text.state is State.BEHIND else ")")


def _by_folder(texts: Iterable[Listed]) -> dict[str, list[str]]:
    """``{"clause": ["contacts (nl, en)", …], …}``, by the names that commands take."""
    languages: dict[str, list[str]] = {}
    for text in texts:
        languages.setdefault(text.stem, []).append(text.language)
    folders: dict[str, list[str]] = {}
    for stem, codes in languages.items():
        folder, _, name = stem.rpartition("/")
        folders.setdefault(folder or "shared", []).append(name if sorted(codes) == ["en", "nl"] else f"{name} ({codes[0]})")
    return folders
