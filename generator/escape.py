"""Escaping: data to Markdown that shows it. In: any text. Out: Markdown in which no character of it acts.

Promise 2 of the house stands here: what a profile holds can never become a heading, a list, a link or a blank.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_ACTIVE = set("*_`[]<>&~{}#!")


class _Escapes(dict[int, str]):
    """Character to what stands for it; looked up once for each character there is."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _ACTIVE:
            self[code] = "\\" + character
        elif character in "\\|" or (character.isspace() and character not in _EDGES):
            self[code] = f"&#{code};"  # could act, or be stripped, even behind a backslash
        else:
            self[code] = character
        return self[code]


_ESCAPES = _Escapes()
_STARTING = set("-+=:.)")
"""Characters that act at the start of a line, or behind a number that starts one."""
_EDGES = " \u00a0"
"""Spaces that are plain inside a value, but would be stripped at its ends."""


def escape(value: str) -> Markup:
    r"""The Markdown that shows exactly ``value``: no character acts, a line end in it is a line break.

    >>> str(escape("*1* a|b"))
    '\\*1\\* a&#124;b'
    """
    if not value:
        return Markup("")
    body = value.translate(_ESCAPES)
    if value[0] in _STARTING:
        body = "\\" + body
    elif number := re.match(r"\d{1,9}(?=[.)]|\Z)", value):
        body = f"{value[: number.end() - 1]}&#{ord(value[number.end() - 1])};{body[number.end() :]}"
    if value[-1] in _EDGES:
        body = f"{body[:-1]}&#{ord(value[-1])};"
    return Markup(f"&#{ord(value[0])};{body[1:]}" if value[0] in _EDGES and len(value) > 1 else body)
