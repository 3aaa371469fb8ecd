"""YAML at the door. In: a file. Out: plain data with the place of every value, and every fault; never an exception.

Values mean what YAML 1.2 says and stay as typed: ``no``, ``12:30`` and ``0123`` are texts, ``1.10`` keeps its zero; only true,
false, null and plain whole numbers are more than text. What a profile never needs (aliases, tags, merge keys, several
documents) is refused in the reader's terms. The data is built from the parser's events, without recursion, so
that no file can exhaust it. This and no other room knows PyYAML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.errors import Fault
from generator.load.places import Place, Places, below
from generator.load.yaml_faults import explain
from generator.profile.base import BareNumber

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_FAULTS = 100
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Source:
    """What a file holds: ``data`` (None when it cannot be read as one group of fields), places, faults."""

    shown: str
    """The file as its owner knows it."""
    data: dict[str, Any] | None = None
    places: Places = field(default_factory=Places)
    faults: list[Fault] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Paths of values that could not be read; faults about them would only repeat what is told."""

    def fault(self, problem: str, place: Place, path: str = "", hint: str = "") -> None:
        """Notes a fault; what stands at its path counts as broken."""
        if len(self.faults) < MAX_FAULTS:
            self.faults.append(Fault(problem, self.shown, place.line, place.column, path, hint))
        self.broken.add(path)


def read_yaml(path: Path, shown: str) -> Source:
    """Reads a file of at most 1 MB, UTF-8, one document, a group of fields at the top."""
    source = Source(shown)
    if path.exists() and not path.is_file() and not path.is_dir():
        source.fault("is no ordinary file", Place(1, 1))  # a pipe would keep us waiting for ever
        return source
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        source.fault(f"cannot be read: {(error.strerror or 'unknown reason').lower()}", Place(1, 1))
        return source
    return read_bytes(raw, source)


def read_bytes(raw: bytes, source: Source) -> Source:
    """Reads what a file holds."""
    if len(raw) > MAX_BYTES:
        source.fault("is larger than 1 MB", Place(1, 1), hint="a profile has some hundred lines; is this the right file?")
        return source
    text = decode(raw, source)
    if text is None or not printable(text, source):
        return source
    builder = Builder(source)
    try:
        builder.build(yaml.parse(text, Loader=LOADER))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem, hint, line, column = explain(error, text)
        source.fault(problem, Place(line, column), hint=hint)
        return source
    return finish(builder, source)


def decode(raw: bytes, source: Source) -> str | None:
    """The text of a file in UTF-8, with or without a byte order mark; else a fault at the first wrong byte."""
    hint = "save the file as UTF-8"
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        source.fault("is saved as UTF-16", Place(1, 1), hint=hint)
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        source.fault(f"byte 0x{error.object[error.start]:02x} is not UTF-8", place_in(before), hint=hint)
        return None


def place_in(before: str) -> Place:
    """The place right after a piece of text."""
    line, last = before.count("\n") + 1, before.rpartition("\n")[2]
    return Place(line, len(last) + 1)


def printable(text: str, source: Source) -> bool:
    """Whether a text holds no characters that YAML forbids; notes a fault for each."""
    for match in list(UNPRINTABLE.finditer(text))[:MAX_FAULTS]:
        problem = f"holds a control character (U+{ord(match[0]):04X})"
        source.fault(problem, place_in(text[: match.start()]), hint="remove it; it is invisible in most editors")
    return not source.faults


def finish(builder: Builder, source: Source) -> Source:
    """Takes what was built, when it is one group of fields."""
    hint = "a profile begins with keys, such as 'schema: handslag/partnerprofiel/1'"
    if not builder.top:
        if not source.faults:
            source.fault("the file is empty", Place(1, 1), hint=hint)
    elif isinstance(builder.top[0], dict):
        source.data = builder.top[0]
    elif not source.faults:
        nothing = builder.top[0] is None
        name = "a list" if isinstance(builder.top[0], list) else "one single text"
        source.fault("the file is empty" if nothing else f"holds {name}, not keys with values", Place(1, 1), hint=hint)
    return source


@dataclass(slots=True)
class Frame:
    """A list or group that is still open."""

    path: str
    items: dict[str, Any] | list[Any]
    key: str | None = None
    """The key that waits for its value."""
    ignored: bool = False
    """Whether what comes next is left out, because its key is a duplicate or no text."""


class TooDeep(ValueError):
    """The file nests deeper than any profile."""


class Builder:
    """Builds plain data out of parser events."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.stack: list[Frame] = []
        self.top: list[Any] = []

    def build(self, events: Iterable[Any]) -> None:
        """Goes through all events; stops at a second document or where the nesting is too deep."""
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.AliasEvent: self.alias,
            yaml.MappingStartEvent: self.open,
            yaml.SequenceStartEvent: self.open,
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
        }
        for event in events:
            handle = handlers.get(type(event))
            if handle:
                handle(event)
            elif isinstance(event, yaml.DocumentStartEvent) and self.top:
                hint = "keep one profile in a file; remove the line '---'"
                self.source.fault("holds several documents", place_of(event), hint=hint)
                return

    def close(self, _: Any) -> None:
        """A list or group ends."""
        self.stack.pop()

    def scalar(self, event: Any) -> None:
        """A key, or a value."""
        frame = self.stack[-1] if self.stack else None
        if frame and isinstance(frame.items, dict) and frame.key is None:
            self.take_key(frame, event)
            return
        value = resolve(event.value) if not event.style else event.value
        path = self.add(value, place_of(event))
        if event.anchor is not None or event.tag is not None:
            self.refuse_extras(event, path)

    def take_key(self, frame: Frame, event: Any) -> None:
        """Keeps a key for the value that follows; a key that came before, an empty one or ``<<`` is a fault."""
        key, place = event.value, place_of(event)
        path = below(frame.path, key)
        frame.key, frame.ignored = key, True
        if key == "<<" and not event.style:
            self.source.fault("'<<' (a merge key) is not used in profiles", place, path, "write the fields out")
        elif not key:
            self.source.fault("a key is empty", place, path, "write the name of a field before the colon")
        elif key in frame.items:
            first = self.source.places.keys[path]
            self.source.fault(f"'{key}' is here twice; it is on line {first.line} too", place, path, "keep one of the two")
        else:
            frame.ignored = False
            self.source.places.keys[path] = place
        if event.anchor is not None or event.tag is not None:
            self.refuse_extras(event, path)

    def add(self, value: Any, place: Place) -> str:
        """Puts a value where it belongs and notes its place; returns its path."""
        if not self.stack:
            self.top.append(value)
            self.source.places.values[""] = place
            return ""
        frame = self.stack[-1]
        if isinstance(frame.items, list):
            path = below(frame.path, len(frame.items))
            frame.items.append(value)
        else:
            path = below(frame.path, frame.key or "")
            if not frame.ignored:
                frame.items[frame.key or ""] = value
            frame.key = None
        if not (isinstance(frame.items, dict) and frame.ignored):
            self.source.places.values[path] = place
        return path

    def open(self, event: Any) -> None:
        """A list or group begins."""
        if len(self.stack) >= MAX_DEPTH:
            raise TooDeep(event.start_mark)
        items: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        frame = self.stack[-1] if self.stack else None
        if frame and isinstance(frame.items, dict) and frame.key is None:
            problem, hint = "a key is a list or a group of fields", "put quotes around a text that begins with [ or {"
            self.source.fault(problem, place_of(event), frame.path, hint)
            frame.key, frame.ignored = "?", True
            self.stack.append(Frame(below(frame.path, "?"), items))
            return
        ignored = frame is not None and frame.ignored
        path = self.add(items, place_of(event))
        if path in self.source.places.keys:
            # A fault about a whole group or list is told at its name, not at whatever comes first in it.
            self.source.places.values[path] = self.source.places.keys[path]
        self.stack.append(Frame(f"{path}?" if ignored else path, items))
        self.refuse_extras(event, path)

    def alias(self, event: Any) -> None:
        """A reference to another value: never followed, so that it cannot multiply."""
        name, place = f"*{event.anchor}", place_of(event)
        frame = self.stack[-1] if self.stack else None
        if frame and isinstance(frame.items, dict) and frame.key is None:
            frame.key, frame.ignored = name, True
            path = below(frame.path, name)
        else:
            path = self.add(None, place)
        hint = "write the value out, or put quotes around a text that begins with *"
        self.source.fault(f"'{name}' refers to another value (an alias), which profiles do not use", place, path, hint)

    def refuse_extras(self, event: Any, path: str) -> None:
        """Anchors and tags have no place in a profile."""
        if event.anchor is not None:
            problem = f"'&{event.anchor}' marks a value for reuse (an anchor), which profiles do not use"
            self.source.fault(problem, place_of(event), path, "remove it, or put quotes around a text that begins with &")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            problem = f"'{tag[:60]}' is a tag, which profiles do not use"
            self.source.fault(problem, place_of(event), path, "remove it, or put quotes around a text that begins with !")


def place_of(event: Any) -> Place:
    """Where an event begins."""
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


def resolve(text: str) -> Any:
    """The meaning of a scalar without quotes."""
    if text in WORDS:
        return WORDS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    return BareNumber(text) if DECIMAL.fullmatch(text) else text
