"""Where everything in a YAML file begins and ends. In: the text of a file that can be read. Out: a tree with places in it.

The door (``yaml``) gives values; this gives what an edit needs so that it touches nothing else: comments, quotes, order and
blanks stay as their owner wrote them. (ruamel.yaml keeps comments too, but writes the whole file anew, in 100 ms: ``null`` is
gone, lists are indented its own way, and a new key lands behind the comments after its group.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import yaml

from generator.load.yaml import LOADER, resolve


@dataclass(frozen=True, slots=True)
class Node:
    """A value in the text; ``text[start:end]`` is all of it."""

    kind: Literal["scalar", "mapping", "sequence"]
    start: int
    end: int
    """The end of the last thing in it, before blanks and comments that follow."""
    column: int
    """Where it begins in its line."""
    flow: bool
    """Whether it stands in brackets or braces."""
    style: str
    """Of a scalar: its quotes, ``|`` or ``>``, or nothing."""
    value: str
    """Of a scalar: its text, without quotes."""
    keys: tuple[str, ...]
    """Of a mapping."""
    items: tuple[Node, ...]
    """The values of a mapping, or the items of a sequence."""

    def child(self, step: str) -> Node | None:
        """The value at a key or index."""
        if self.kind == "mapping":
            return self.items[self.keys.index(step)] if step in self.keys else None
        return self.items[int(step)] if step.isdigit() and int(step) < len(self.items) else None


BRACKETS = {
    yaml.MappingStartEvent: "{",
    yaml.MappingEndEvent: "}",
    yaml.SequenceStartEvent: "[",
    yaml.SequenceEndEvent: "]",
}


def outline(text: str) -> list[Any]:
    """All that a text says, in order: keys, values as the door takes them, and brackets. Quicker to compare than a tree."""
    parser, said = LOADER(text), list[Any]()
    while parser.check_event():
        event = parser.get_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            said.append(event.value if event.style else resolve(event.value))
        elif kind in BRACKETS:
            said.append(BRACKETS[kind])
    return said


def nodes_of(text: str) -> Node:
    """The tree of a text that was read without a fault."""
    return _node(yaml.compose(text, Loader=LOADER), text)


def _node(found: Any, text: str) -> Node:
    start, end, column = found.start_mark.index, found.end_mark.index, found.start_mark.column
    if isinstance(found, yaml.ScalarNode):
        style = found.style or ""
        end = start + len(text[start:end].rstrip()) if style in {"|", ">"} else end
        return Node("scalar", start, end, column, False, style, found.value, (), ())
    is_mapping = isinstance(found, yaml.MappingNode)
    keys = tuple(key.value for key, _ in found.value) if is_mapping else ()
    items = tuple(_node(value, text) for value in ([value for _, value in found.value] if is_mapping else found.value))
    if not found.flow_style:
        end = items[-1].end
    return Node("mapping" if is_mapping else "sequence", start, end, column, bool(found.flow_style), "", "", keys, items)
