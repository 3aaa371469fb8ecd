"""A changed partner as a file. In: what was read, the new profile, the changes. Out: its bytes, read back and compared.

A new partner's file is written whole; in one that is there only the changed values are touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.errors import Fault, OurFault
from generator.load.dump import document
from generator.load.edit import put
from generator.load.nodes import outline
from generator.load.paths import order_at, steps_of, value_at
from generator.load.profiles import validate
from generator.load.yaml import Source, read_bytes
from generator.profile import Profile
from generator.sheets.known import Known
from generator.sheets.merge import Change

MARK = "\ufeff"


def new_file(profile: Profile) -> bytes:
    """The file of a new partner. Raises OurFault when it would not read back as it should.

    Only a file with a backslash is read back: where nothing had to be escaped, every value stands there as it is.
    """
    data = plain_data(profile)
    text = document(data)
    if "\\" in text and outline(text) != said_by(data):
        raise not_the_same(profile)
    return text.encode()


def said_by(value: Any) -> list[Any]:
    """All that plain data says, in order, as reading a file gives it."""
    if isinstance(value, str):
        return [str(value)]
    if isinstance(value, dict):
        said: list[Any] = ["{"]
        for key, each in value.items():
            said.append(key)
            said += said_by(each)
        return [*said, "}"]
    if isinstance(value, list | tuple):
        return ["[", *(said for item in value for said in said_by(item)), "]"]
    return [value if value is None or isinstance(value, int) else str(value)]


def changed_file(known: Known, profile: Profile, changes: Iterable[Change]) -> bytes:
    """The file of a partner with the values that changed."""
    text = known.raw.decode("utf-8-sig")
    for path, value in edits(known, profile, changes):
        text = put(text, path, value, order_at(path))
    return read_back(MARK * known.raw.startswith(MARK.encode()) + text, profile)


def edits(known: Known, profile: Profile, changes: Iterable[Change]) -> Iterator[tuple[str, Any]]:
    """What to put where: a person or letter that is new comes whole, once."""
    data, done = plain_data(profile), set[str]()
    for change in changes:
        path = whole(known, change.path)
        if path not in done:
            done.add(path)
            yield path, data_at(data, path)


def whole(known: Known, path: str) -> str:
    """The path of the item of a list that is new, or the path itself."""
    steps = path.split(".")
    for depth, step in enumerate(steps):
        item = ".".join(steps[: depth + 1])
        if step.isdigit() and known.profile is not None and value_at(known.profile, item) is None:
            return item
    return path


def plain_data(profile: Profile) -> dict[str, Any]:
    """A profile as plain data, in the order in which its fields are described; enumerations stay what they are."""
    data: dict[str, Any] = profile.model_dump(by_alias=True, exclude_unset=True)
    data["partner"] = {"kind": data["partner"]["kind"], **data["partner"]}
    return data


def data_at(data: Any, path: str) -> Any:
    """What plain data has at a path."""
    for step in steps_of(path):
        data = data[step]
    return data


def read_back(text: str, profile: Profile) -> bytes:
    """The bytes of a file that was edited, when reading them gives the profile that was meant. Raises OurFault otherwise."""
    raw, source = text.encode(), Source("")
    read_bytes(raw, source)
    if source.faults or validate(source, Profile)[0] != profile:
        raise not_the_same(profile)
    return raw


def not_the_same(profile: Profile) -> OurFault:
    """What is raised when a file would say something else than was meant."""
    return OurFault(Fault(f"the file of '{profile.id}' would not read back as it should", hint="nothing was written"))
