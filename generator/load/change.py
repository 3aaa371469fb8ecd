"""Changes in a partner's file. In: what the file holds, and what to put where. Out: what it holds from then on.

The file is its owner's work: comments, order and every other value stay. What comes out is read back before anybody stores it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.errors import BadInput, Fault, OurFault
from generator.load.edit import put, within
from generator.load.nodes import nodes_of
from generator.load.paths import order_at, put_at
from generator.load.profiles import finish, validate
from generator.load.yaml import Source, read_bytes
from generator.profile.partner import Profile
from generator.profile.rules import partner_findings
from generator.profile.school import School

Edit = tuple[str, object]
"""A dotted path, and the plain value that comes there: ``("relationship.phase", "lopend")``."""
MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Changed:
    """A partner's file as it becomes."""

    raw: bytes
    profile: Profile
    faults: tuple[Fault, ...]
    """What is worth knowing of the values that changed, in places of the new file."""


def change(raw: bytes, shown: str, wanted: Callable[[Profile], Iterable[Edit]], school: School | None) -> Changed:
    """The file with the edits that are ``wanted`` of its profile.

    Raises BadInput with the faults of a file that cannot be used, or of the values that were to come in it.
    """
    source = read_bytes(raw, Source(shown))
    data, profile = source.data, _checked(source)
    edits = list(wanted(profile))
    text = raw.decode("utf-8-sig")
    for path, value in edits:
        text = _with(text, path, value)
        put_at(data := copy.deepcopy(data) or {}, path, value)
    return _read_back(MARK * raw.startswith(MARK.encode()) + text, shown, data, [path for path, _ in edits], school)


def _with(text: str, path: str, value: object) -> str:
    """The text with a value; what leads to it comes where it usually stands."""
    node, steps = nodes_of(text), path.split(".")
    for depth, step in enumerate(steps[:-1], start=1):
        inner = node.child(step)
        if inner is None:
            here = ".".join(steps[:depth])
            return put(text, here, within(steps[depth:], value), order_at(here))
        node = inner
    return put(text, path, value, order_at(path))


def _checked(source: Source) -> Profile:
    """The profile of a file; raises BadInput with its faults."""
    if source.data is not None and not source.faults:
        profile, located = validate(source, Profile)
        source.faults += [source.places.put(each.fault, source.shown, key=each.key) for each in located]
        if profile is not None:
            return profile
    raise BadInput(*source.faults)


def _read_back(text: str, shown: str, meant: object, paths: Iterable[str], school: School | None) -> Changed:
    """The changed file, when it says what was meant and is in order."""
    source = read_bytes(text.encode(), Source(shown))
    if source.faults or source.data != meant:
        raise OurFault(Fault("would not read back as it should", file=shown, hint="nothing was written"))
    profile = _checked(source)
    found = partner_findings(profile, school)
    told = finish(source, profile, found)
    faults = tuple(fault for fault in told.faults if fault.path.startswith(tuple(paths)))
    unusable = {each.fault.path for each in found if each.unusable}
    errors = [fault for fault in faults if fault.path in unusable]
    if errors:
        raise BadInput(*errors)
    return Changed(text.encode(), profile, faults)
