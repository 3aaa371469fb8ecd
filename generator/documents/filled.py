"""A Word document, filled in. In: its file, and the names that its tags may use. Out: bytes of a .docx, its tree, its blanks.

The pages are filled in with marks; the marks become values, on two ways that know nothing of each other: in the tree that is
written, and in the words that the file must say. What was written is read again, and held against those words.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from traceback import walk_tb
from typing import Any

from jinja2 import TemplateError
from lxml import etree

from generator.blocks import Blank, Block, Meta
from generator.documents.dangers import refuse_dangers
from generator.documents.environment import MARK, printing
from generator.documents.lines import blocks_of
from generator.documents.opened import trees
from generator.documents.reading import page_words
from generator.documents.template import Template, compiled, looked_at, tags_at
from generator.documents.tidy import Numbers, cells_in_order, columns_counted
from generator.documents.values import Filler, lift_strays
from generator.errors import BadText, Fault, OurFault, did_you_mean
from generator.limits import budget
from generator.missing import section_paths
from generator.tag_words import ALL, unmade
from generator.texts import PATHS
from generator.writers.docx_package import core_properties, zipped

CORE = "docProps/core.xml"
_ENDLESS = "look for a macro that calls itself"
Names = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Filled:
    """A document that was filled in."""

    data: bytes
    blocks: tuple[Block, ...]
    """What it says, as a tree: for text, Markdown and e-mail."""
    blanks: tuple[Blank, ...]
    """What is still to be filled in, wherever it stands."""


def fill_in(data: bytes, name: str, names: Names, sections: Names, meta: Meta) -> Filled:
    """The document ``data``, which messages call ``name``; the same input gives the same bytes.

    ``sections`` are those of ``names`` that are parts of the profile: a blank tells its place in them. Raises BadText for a
    document that may not be opened or cannot be filled in, OurFault when the result does not say what was put in.
    """
    template = compiled(data, name, meta.language)
    with printing() as printed:
        pages = _rendered(template, names, sections)
        roots = {part: _root(xml, part, template) for part, xml in pages.items()}
        for root in roots.values():
            lift_strays(root, name)
        filler = Filler(printed, name)
        words = {part: filler.said(page_words(root)) for part, root in roots.items()}
        blocks = blocks_of(roots[template.main], template.styles, printed)
    for root in roots.values():
        filler.fill(root)
    made = _packed(template, roots, meta)
    read_back(made, words, template)
    blanks = tuple(dict.fromkeys(Blank(blank.label, blank.path) for blank in filler.blanks))
    return Filled(made, blocks, blanks)


def _rendered(template: Template, names: Names, sections: Names) -> dict[str, str]:
    """Every page with marks for its values."""
    token = PATHS.set(cache(partial(section_paths, sections)))
    faults: list[Fault] = []
    pages: dict[str, str] = {}
    try:
        with budget():
            for part, page in template.pages.items():
                try:
                    pages[part] = page.render(names)
                except (TemplateError, TypeError, ValueError, ArithmeticError, RecursionError, KeyError) as error:
                    faults.append(_fault(error, template, names).at(path=_tags_of(error, template.sources[part])))
                except OurFault as error:  # a code that has no word
                    hint = "use it in {% if … %}, and write the words yourself"
                    faults.append(Fault(f"a code cannot be printed: {error}", file=template.name, hint=hint))
    finally:
        PATHS.reset(token)
    if faults:
        raise BadText(*faults)
    return pages


def _fault(error: Exception, template: Template, names: Names) -> Fault:
    """What Jinja says, in the reader's terms."""
    problem, hint = unmade(str(error) or type(error).__name__)
    hint = hint or getattr(error, "hint", "")
    if isinstance(error, RecursionError):
        problem, hint = "this goes on in itself without an end", _ENDLESS
    elif unknown := re.match(r"'(\w+)' is undefined", problem):
        problem, hint = f"there is nothing called '{unknown[1]}'", did_you_mean(unknown[1], names)
    elif empty := re.match(r"'generator\.missing\.Missing object' has no attribute '(\w+)'", problem):
        problem, hint = f"'{empty[1]}' is asked of something that is empty", "put an {% if … %} around it"
    elif attribute := re.match(r"'(.+?)' has no attribute '(\w+)'", problem):
        problem, hint = f"there is no field '{attribute[2]}' there", ALL
    return Fault(problem, file=template.name, hint=hint or looked_at(template.name))


def _tags_of(error: Exception, source: str) -> str:
    """The tags of the paragraph that was being filled in; Jinja gives its frames the lines of the page."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
    return tags_at(source, lines[-1]) if lines else ""


def _root(xml: str, part: str, template: Template) -> etree._Element:
    """A filled page as a tree. Raises BadText when a loop or condition cut through its structure."""
    try:
        return etree.fromstring(re.sub(r"\n<w:p([ >])", r"<w:p\1", xml))
    except etree.XMLSyntaxError as error:
        problem, hint = f"its tags cut through paragraphs, rows or cells, in {part}", looked_at(template.name)
        raise BadText(Fault(problem, file=template.name, hint=hint)) from error


def _packed(template: Template, roots: dict[str, etree._Element], meta: Meta) -> bytes:
    numbers = Numbers()
    parts = dict(template.parts)
    for part, root in roots.items():
        page = columns_counted(root) if template.grown and part == template.main else root
        cells_in_order(page)
        numbers.renew(page)
        parts[part] = etree.tostring(page, xml_declaration=True, encoding="UTF-8", standalone=True)
    if CORE in parts:
        parts[CORE] = core_properties(meta).encode()
    return zipped(parts, meta)


def read_back(data: bytes, words: Mapping[str, str], template: Template) -> None:
    """Every page says its literal words and its values, nothing is left of the tags, and nothing dangerous was written."""
    what = f"the document made of {template.name}"
    with zipfile.ZipFile(BytesIO(data)) as file:
        parts = {part: file.read(part) for part in file.namelist()}
    roots = trees(parts, template.name)
    refuse_dangers(parts, roots, template.name)
    for part, wanted in words.items():
        found = page_words(roots[part])
        if wanted.split() != found.split():
            at = next((n for n, (a, b) in enumerate(zip(wanted.split(), found.split(), strict=False)) if a != b), 0)
            shown = " ".join(wanted.split()[at : at + 6])
            raise OurFault(Fault(f"{part} does not say what was put in it: '{shown}'", file=what, hint="please report this"))
        if MARK.search("".join(map(str, roots[part].itertext()))):
            raise OurFault(Fault(f"{part} has a value left out", file=what, hint="please report this"))
