"""A logo as SVG, held against what any document may show. In: the file's bytes. Out: its size, or faults about the logo.

An SVG is a program as much as a picture: it can run, fetch, and draw itself without end. What a reader of one format ignores,
another obeys; so one door stands before all of them. Only a still picture that needs nothing else passes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from generator.errors import BadInput, Fault
from generator.look import SCHOOL_FILE

HINT = "save it again as plain SVG with only shapes in it, or as PNG"
_SVG = "{http://www.w3.org/2000/svg}svg"
_RUNS = {"script", "handler", "listener", "foreignobject", "iframe", "object", "embed", "audio", "video", "link"}
_MOVES = {"set", "animate", "animatetransform", "animatemotion", "animatecolor", "discard"}
_ADDRESS = {"href", "src", "base"}
_NAMES = {"id", "class", "data-name"}
_FETCHES = re.compile(r"url\(\s*(?!['\"]?\s*#)|@import|image-set\(|src\(|\\", re.IGNORECASE)
"""In a style: an address outside the picture, or the backslash that could hide one."""
_OWN = re.compile(r"url\(\s*['\"]?\s*#([^'\")\s]+)", re.IGNORECASE)
_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[-+]?\d+)?)\s*(?:px|pt|pc|mm|cm|in|q)?\s*", re.IGNORECASE)
_DECLARES = re.compile(rb"<!DOCTYPE[^>]*\[|<!ENTITY", re.IGNORECASE)
"""A DOCTYPE that only names SVG, as drawing programs write, is harmless; one with declarations can name entities that grow."""
_DEEPEST, _MOST = 100, 20_000
"""Elements in each other, and elements in all, each counted as often as it is drawn."""
_LONGEST = 100.0
"""A logo is at most so many times as long as it is high, or as high as it is long."""


class _Builder(TreeBuilder):
    """Makes the tree; what stands before it may not tell the reader of the file to do anything."""

    def pi(self, target: str, data: str | None = None) -> Any:
        """An instruction to the reader of the file: a style sheet, as a rule."""
        raise ValueError(f"it has a processing instruction, <?{target}")


@lru_cache(maxsize=16)
def svg_size(data: bytes) -> tuple[float, float]:
    """Width and height, of which only the proportion counts.

    Raises BadInput with all that a logo may not have: what runs, moves, fetches, draws itself, or has no size.
    """
    try:
        if b"\0" in data or _DECLARES.search(data):
            raise ValueError("it declares things of its own in a DOCTYPE, or is not in UTF-8")
        parser = XMLParser(target=_Builder())
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise BadInput(logo_fault(f"the logo cannot be used: {error}")) from error
    problems = [*dict.fromkeys(_problems(root))]
    if not problems:
        problems = [*_size_problems(*_size(root))]
    if problems:
        raise BadInput(*(logo_fault(f"the logo cannot be used: {problem}") for problem in problems))
    return _size(root)


def logo_fault(problem: str, hint: str = HINT) -> Fault:
    """A fault about the school's logo, at its place in the school's file."""
    return Fault(problem, file=SCHOOL_FILE, path="house_style.logo", hint=hint)


def _problems(root: Element) -> Iterator[str]:
    if root.tag != _SVG:
        yield f"it begins with <{_local(root.tag)}>, not with <svg> in SVG's namespace"
    if _depth_is_over(root):
        yield "its parts lie too deep in each other"
        return
    for element in root.iter():
        yield from _element_problems(element)
    yield from _drawing_problems(root)


def _element_problems(element: Element) -> Iterator[str]:
    tag = _local(element.tag)
    if tag.lower() in _RUNS:
        yield f"it has a <{tag}>, which can run or show something else"
    if tag.lower() in _MOVES:
        yield f"it has a <{tag}>, which changes the picture while it is shown"
    if tag.lower() == "style" and _FETCHES.search("".join(element.itertext())):
        yield "its style takes something from elsewhere"
    for name, value in element.items():
        yield from _attribute_problems(name, value)


def _attribute_problems(name: str, value: str) -> Iterator[str]:
    own = _local(name).lower()
    if own.startswith("on"):
        yield f"it has '{_local(name)}', which runs"
    leads_away = own in _ADDRESS and not value.strip().startswith("#")
    # -- an editor's own notes, in a namespace of their own, are no style
    if leads_away or (name not in _NAMES and "}" not in name and _FETCHES.search(value)):
        yield f'it takes something from elsewhere: {_local(name)}="{value[:60]}"'


# --- how much is drawn -------------------------------------------------------------------------------------------------------


def _depth_is_over(root: Element) -> bool:
    level, depth = [root], 0
    while level and depth <= _DEEPEST:
        level, depth = [child for element in level for child in element], depth + 1
    return bool(level)


def _drawing_problems(root: Element) -> Iterator[str]:
    """A part that refers to itself never ends; parts that refer to each other ten times over end too late."""
    named = {identity: element for element in root.iter() if (identity := element.get("id"))}
    try:
        if _drawn(root, named, {}, ()) > _MOST:
            yield f"it draws more than {_MOST} shapes"
    except ValueError as error:
        yield str(error)


def _drawn(element: Element, named: Mapping[str, Element], known: dict[str, int], inside: tuple[str, ...]) -> int:
    """Elements that are drawn for one, with all that it refers to. Raises ValueError for a part that is in itself."""
    total = 0
    for part in element.iter():
        total += 1
        for name in _references(part):
            if name in inside or len(inside) > _DEEPEST:
                raise ValueError(f"its part '{name}' is drawn inside itself")
            if name in named and name not in known:
                known[name] = _drawn(named[name], named, known, (*inside, name))
            total += known.get(name, 0)
    return total


def _references(element: Element) -> Iterator[str]:
    for name, value in element.items():
        if _local(name) == "href":
            yield value.strip().removeprefix("#")
        else:
            yield from _OWN.findall(value)


# --- size --------------------------------------------------------------------------------------------------------------------


def _size(root: Element) -> tuple[float, float]:
    """From ``width`` and ``height``, or else from the view box; not a number where neither says it."""
    box = _box(root)
    lengths = [_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
    if lengths[0] and lengths[1] and ("viewBox" not in root.attrib or math.isfinite(sum(box))):
        return float(lengths[0][1]), float(lengths[1][1])
    return box


def _box(root: Element) -> tuple[float, float]:
    try:
        left, top, wide, high = map(float, re.split(r"[\s,]+", root.get("viewBox", "").strip()))
    except ValueError:
        return math.nan, math.nan
    return (wide, high) if math.isfinite(left + top) and wide > 0 and high > 0 else (math.nan, math.nan)


def _size_problems(wide: float, high: float) -> Iterator[str]:
    if not (math.isfinite(wide) and math.isfinite(high) and wide > 0 and high > 0):
        yield "it has no size: neither 'width' and 'height' nor a 'viewBox' of four numbers"
    elif not 1 / _LONGEST <= wide / high <= _LONGEST:
        yield f"it is {wide:g} by {high:g}: a logo is at most {_LONGEST:g} times as long as it is high"


def _local(name: str) -> str:
    return str(name).rpartition("}")[2]
