"""A value put into a YAML file. In: its text, a path, a value. Out: the text with that place changed, and not a blank besides.

What is there already is replaced where it stands, in the quotes that it has; what is not comes behind the keys that it follows
in a profile. A file is someone's own work: no other line may change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.load.dump import block, block_item, flow, scalar
from generator.load.nodes import Node, nodes_of
from generator.load.yaml import resolve


def put(text: str, path: str, value: object, order: Sequence[str] = ()) -> str:
    """The text with a value at a dotted path; ``order`` has the keys of the group in which it stands, in their usual order."""
    node, steps = nodes_of(text), path.split(".")
    for depth, step in enumerate(steps):
        inner = node.child(step)
        if inner is None:
            return insert(text, node, step, within(steps[depth + 1 :], value), order)
        if inner.kind == "scalar" and depth < len(steps) - 1:
            return replace(text, inner, within(steps[depth + 1 :], value))
        node = inner
    if isinstance(value, list | tuple) and node.kind == "sequence" and not node.flow:
        return put_items(text, path, node, value)
    return replace(text, node, value)


def within(steps: Sequence[str], value: object) -> object:
    """A value inside the groups and lists that lead to it."""
    for step in reversed(steps):
        value = [value] if step.isdigit() else {step: value}
    return value


def replace(text: str, node: Node, value: object) -> str:
    """The text with another value where one stands."""
    if says_nothing(node) and (opened := in_lines(text, node, value)):
        return opened
    if isinstance(value, str) and node.kind == "scalar":
        new = scalar(value, node.style if node.style in {"", "'"} else '"')
    else:
        new = flow(value)
    space = " " if node.start == node.end and text[node.start - 1 : node.start] == ":" else ""
    return text[: node.start] + space + new + text[node.end :]


def says_nothing(node: Node) -> bool:
    """Whether a value is empty: ``[]``, ``{}``, ``null``, or nothing at all."""
    return not node.items if node.kind != "scalar" else not node.style and resolve(node.value) is None


def in_lines(text: str, node: Node, value: object) -> str:
    """The text with a list of groups in lines of its own, below the key that has nothing; empty for what fits on one line."""
    start, end = text.rfind("\n", 0, node.start) + 1, text.find("\n", node.end)
    before, after = text[start : node.start], text[node.end : end if end >= 0 else len(text)].rstrip("\r")
    key = re.fullmatch(r"(?P<margin>[ -]*)(?P<key>\w+):[ \t]*", before)
    if key is None or not re.fullmatch(r"[ \t]*(#.*)?", after):
        return ""
    _, *lines = block(key["key"], value, " " * len(key["margin"]))
    if not any(line.lstrip().startswith("- ") for line in lines):
        return ""
    comment = f" {after.lstrip()}" if after.strip() else ""
    left = f"{text[:start]}{before.rstrip()}{comment}"
    return insert_lines(left + text[node.end + len(after) :], start, lines)


def insert(text: str, node: Node, step: str, value: object, order: Sequence[str]) -> str:
    """The text with a new key in a group, or a new item in a list."""
    if node.flow:
        if says_nothing(node) and (opened := in_lines(text, node, within((step,), value))):
            return opened
        new = flow(value) if node.kind == "sequence" else f"{step}: {flow(value, step)}"
        place = node.items[-1].end if node.items else node.start + 1
        return f"{text[:place]}{', ' if node.items else ''}{new}{text[place:]}"
    margin = " " * node.column
    lines = block_item(value, margin) if node.kind == "sequence" else block(step, value, margin)
    return insert_lines(text, node.items[before(node.keys, step, order)].end, lines)


def before(keys: Sequence[str], key: str, order: Sequence[str]) -> int:
    """The place of the key behind which a new one comes: the last of those that it follows, or else the last of all."""
    earlier = order[: order.index(key)] if key in order else ()
    return max((place for place, each in enumerate(keys) if each in earlier), default=-1)


def insert_lines(text: str, place: int, lines: Sequence[str]) -> str:
    """The text with lines below the one in which a place is."""
    newline = "\r\n" if "\r\n" in text else "\n"
    end = text.find("\n", place) + 1
    if end == 0:
        return newline.join((text, *lines)) + newline
    return text[:end] + "".join(f"{line}{newline}" for line in lines) + text[end:]


def put_items(text: str, path: str, node: Node, values: Sequence[Any]) -> str:
    """The text with other items in a list that has a line for each; items that stay keep their comments."""
    for place in reversed(range(len(values), len(node.items))):
        text = without_item(text, path, place)
    stay = [item.value == value for item, value in zip(node.items, values, strict=False)]
    for place, value in enumerate(values):
        text = text if place < len(stay) and stay[place] else put(text, f"{path}.{place}", value)
    return text


def without_item(text: str, path: str, place: int) -> str:
    """The text without the lines of an item."""
    node = nodes_of(text)
    for step in (*path.split("."), str(place)):
        inner = node.child(step)
        assert inner is not None, f"there is nothing at {path}"
        node = inner
    start, end = text.rfind("\n", 0, node.start) + 1, text.find("\n", node.end) + 1
    return text[:start] + text[end or len(text) :]
