"""The tags of a Word layout, one by one, as they stand in Word. In: a parsed page. Out: a fault for each, with its paragraph.

Jinja would tell only the first that is wrong, and where it stands in the XML. So each tag is tried by itself, with a sample of
what it may use, and blocks are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, TemplateError
from lxml import etree

from generator.errors import Fault, did_you_mean
from generator.writers.docx_styles import W

_TAG = re.compile(r"\{\{(?P<value>.*?)\}\}|\{%(?P<block>.*?)%\}|\{#.*?#\}", re.DOTALL)
_BLOCK = re.compile(r"\{%.*?%\}", re.DOTALL)
_LOST = re.compile(r"\{\{|\}\}|\{%|%\}")
_LIFTED = re.compile(r"^(?:p|tr|tc|r)\s|^-")
"""docxtpl's letter for a tag that takes its paragraph, row, cell or run along."""
_FOR = re.compile(r"for\s+([\w\s,]+?)\s+in\s+(.+)", re.DOTALL)
_IF = re.compile(r"(?:if|elif)\s+(.+)", re.DOTALL)
_SHOWN = 50


@dataclass
class Tags:
    """The tags of one page, on the way through it."""

    environment: Environment
    sample: dict[str, Any]
    open: list[tuple[str, str, str]] = field(default_factory=list)
    """Blocks that have begun: their word, their tag and the place."""

    def of(self, text: str, place: str) -> Iterator[Fault]:
        """What is wrong with the tags of a paragraph."""
        for tag in _TAG.finditer(text):
            if tag["value"] is not None:
                yield from self._tried(_LIFTED.sub("", tag["value"]), tag[0], place)
            elif tag["block"] is not None:
                yield from self._block(_LIFTED.sub("", tag["block"]).strip().strip("-").strip(), tag[0], place)
        if lost := _LOST.search(_TAG.sub("", text)):
            hint = "a tag begins and ends in one paragraph: {{ name }}; type it again in one go"
            yield Fault(f"the layout has a '{lost[0]}' that is not a whole tag", path=place, hint=hint)

    def ended(self) -> Iterator[Fault]:
        """What was begun and never ended."""
        for word, tag, place in self.open:
            yield Fault(
                f"the layout has a tag '{tag}' without an 'end{word}' after it", path=place, hint=f"add {{% end{word} %}}"
            )

    def _block(self, said: str, tag: str, place: str) -> Iterator[Fault]:
        word = (said.split() or [""])[0]
        if loop := _FOR.match(said):
            self.sample |= dict.fromkeys(re.findall(r"\w+", loop[1]), "x")
        if asked := loop[2] if loop else (found[1] if (found := _IF.match(said)) else ""):
            yield from self._tried(asked, tag, place)
        if word in ("for", "if"):
            self.open.append((word, tag, place))
        elif word in ("endfor", "endif") and not (self.open and self.open.pop()[0] == word.removeprefix("end")):
            yield Fault(f"the layout has a tag '{tag}' that ends nothing", path=place, hint="remove it, or add what it ends")

    def _tried(self, said: str, tag: str, place: str) -> Iterator[Fault]:
        try:
            self.environment.from_string(f"{{{{ {said} }}}}").render(self.sample)
        except (TemplateError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
            yield refused(error, self.sample, f"the layout has a tag '{tag}' that cannot be filled").at(path=place)


def tag_faults(root: etree._Element, page: str, environment: Environment, sample: Mapping[str, Any]) -> Iterator[Fault]:
    """Everything that is wrong with the tags of a page, which messages call ``page``."""
    tags = Tags(environment, {**sample, "loop": {"first": True, "last": True, "index": 1}})
    for paragraph in root.iter(f"{W}p"):
        text = "".join(part.text or "" for part in paragraph.iter(f"{W}t"))
        read = _BLOCK.sub("", text).strip() or text
        shown = read if len(read) <= _SHOWN else f"{read[:_SHOWN]}…"
        yield from tags.of(text, f"{page}, '{shown}'")
    yield from tags.ended()


def refused(error: Exception, names: Mapping[str, Any], problem: str) -> Fault:
    """An error of Jinja as a fault, with the name that was meant."""
    unknown = re.match(r"'(\w+)' is undefined", str(error))
    inner = re.search(r"has no attribute '(\w+)'", str(error))
    known = [name for value in names.values() if isinstance(value, dict) for name in value]
    hint = did_you_mean(unknown[1], names) if unknown else did_you_mean(inner[1], known) if inner else ""
    said = f"{error}".replace("'dict object' has no attribute", "there is no")
    return Fault(f"{problem}: {said}", hint=hint or "see the names that a layout may use in docs/handleiding.md")
