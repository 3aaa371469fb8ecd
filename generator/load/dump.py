"""Plain data as YAML, the way the examples are written. In: texts, groups, lists. Out: text that reads back the same."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import Enum

HEAD = "# yaml-language-server: $schema=../.handslag/partner.schema.json"
BARE = re.compile("[A-Za-z][A-Za-z0-9]*(?:[_/-][A-Za-z0-9]+)*")
NOT_BARE = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
"""Words that mean something else to one YAML reader or another."""
UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
NAMES = frozenset(("schema", "id", "fixed_contact_school", "fixed_contact_partner"))
"""Keys whose texts are names of ours, which need no quotes."""


def document(data: Mapping[str, object]) -> str:
    """A whole file; the largest groups have a line of air above them."""
    lines = [HEAD]
    for key, value in data.items():
        lines += ["", *block(key, value, "")] if isinstance(value, Mapping) else block(key, value, "")
    return "\n".join((*lines, ""))


def block(key: str, value: object, margin: str) -> list[str]:
    """The lines of a key with its value, each behind a margin."""
    if isinstance(value, Mapping) and value:
        inner = [line for each, below in value.items() for line in block(each, below, f"{margin}  ")]
        return [f"{margin}{key}:", *inner]
    if isinstance(value, list | tuple) and any(isinstance(item, Mapping) for item in value):
        return [f"{margin}{key}:", *(line for item in value for line in block_item(item, f"{margin}  "))]
    return [f"{margin}{key}: {flow(value, key)}"]


def block_item(value: object, margin: str) -> list[str]:
    """The lines of an item of a list."""
    if not isinstance(value, Mapping) or not value:
        return [f"{margin}- {flow(value)}"]
    first, *rest = [line for key, each in value.items() for line in block(key, each, f"{margin}  ")]
    return [f"{margin}- {first.lstrip()}", *rest]


def flow(value: object, key: str = "") -> str:
    """A value on one line."""
    if isinstance(value, str):
        return scalar(value, "" if key in NAMES or isinstance(value, Enum) else '"')
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{inner}: {flow(each, inner)}' for inner, each in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(flow, value))}]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value) if isinstance(value, int) else scalar(str(value))


def scalar(text: str, quotes: str = '"') -> str:
    """A text; without quotes only where it is sure to stay a text."""
    text = text.value if isinstance(text, Enum) else text
    if not quotes and BARE.fullmatch(text) and text.lower() not in NOT_BARE:
        return text
    if quotes == "'" and "\n" not in text and not UNSEEN.search(text):
        return f"'{text.replace(chr(39), chr(39) * 2)}'"
    if text.isprintable():
        return quoted(text)
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted(text))


quoted = json.JSONEncoder(ensure_ascii=False).encode
