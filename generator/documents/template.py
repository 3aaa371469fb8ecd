"""A Word file with tags, ready to be filled in. In: the file's bytes. Out: its pages as Jinja templates, the rest as it was.

docxtpl turns a page into a template: it joins tags that Word broke over runs, and lifts ``{%p``, ``{%tr`` and the like out of
their paragraph or row. It does so with regular expressions over the XML, and may lose words or take minutes over what nobody
would write; so tags are counted before, and words after.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError
from lxml import etree

from generator.documents.dangers import MAIN, refuse_dangers
from generator.documents.environment import WordEnvironment, environment
from generator.documents.opened import TYPES, kinds_of, opened, trees
from generator.documents.reading import page_words
from generator.errors import BadText, Fault
from generator.tag_words import unreadable

PAGES = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
"""The endings of the content types of what a reader sees, and tags may stand in."""
_MOST_TAGS = 5_000
_LONGEST_TAG = 60_000
"""Characters of XML from the beginning of a tag to its end, with all that Word put between."""
_BROKEN = re.compile(r"(?<={)(?:<[^<>]*>)+(?=[{%#])|(?<=[%}#])(?:<[^<>]*>)+(?=})")
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_INSIDE = re.compile(r"(?<=\{\{).*?(?=\}\})|(?<=\{%).*?(?=%\})", re.DOTALL)
_ESCAPED = {"{_{": "{{ '{{' }}", "}_}": "{{ '}}' }}", "{_%": "{{ '{%' }}", "%_}": "{{ '%}' }}"}
"""docxtpl's way to write braces that are no tag, as a tag that prints them."""
_ENDS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SIGNS = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")


@dataclass(frozen=True, slots=True)
class Template:
    """A Word document that can be filled in any number of times."""

    name: str
    parts: dict[str, bytes]
    pages: dict[str, Any]
    """Part to its Jinja template."""
    sources: dict[str, str]
    """Part to what that template was made of, with a line for each paragraph."""
    main: str
    """The part with the text."""
    styles: dict[str, str]
    """Style id to name."""
    grown: bool
    """Whether a tag changes how many cells a row has: the table's columns are counted anew then."""


@lru_cache(maxsize=16)
def compiled(data: bytes, name: str, language: str) -> Template:
    """The document ``data``, which messages call ``name``, for texts in ``language``.

    Raises BadText for a file that may not be opened, or has tags that cannot be filled in.
    """
    parts = opened(data, name)
    roots = trees(parts, name)
    refuse_dangers(parts, roots, name)
    kinds = kinds_of(roots[TYPES], parts)
    sources = {part: source(roots[part], part, name) for part, kind in kinds.items() if kind.endswith(PAGES)}
    room = environment(language)
    return Template(
        name,
        parts,
        {part: _template(room, page, part, name) for part, page in sources.items()},
        sources,
        next(part for part, kind in kinds.items() if kind == MAIN),
        _styles(roots, kinds),
        any(re.search(r"\{%\s*(colspan|hm)\b|\{%tc ", page) for page in map(_plain, (roots[part] for part in sources))),
    )


def tags_at(source: str, line: int) -> str:
    """The tags on a line of a page's source, as their writer sees them."""
    lines = source.splitlines()
    return "".join(TAG.findall(re.sub(r"<[^>]*>", "", lines[line - 1]))) if 0 < line <= len(lines) else ""


def source(root: etree._Element, part: str, name: str) -> str:
    """A page as Jinja reads it. Raises BadText for tags that are not whole, and for words that would be lost."""
    xml = _BROKEN.sub("", etree.tostring(root, encoding="unicode"))
    _count_tags(xml, part, name)
    patched: str = DocxTemplate("").patch_xml(_escapes(xml))
    _check_words(root, patched, part, name)
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", _INSIDE.sub(_unescaped, patched))


def _escapes(xml: str) -> str:
    for written, tag in _ESCAPED.items():
        xml = xml.replace(written, tag)
    return xml


def _unescaped(inside: re.Match[str]) -> str:
    """What stands in a tag, as it was typed: ``R&D`` is ``R&amp;D`` in XML, and docxtpl leaves it so."""
    return inside[0].replace("&quot;", '"').replace("&apos;", "'").replace("&amp;", "&")


def _count_tags(xml: str, part: str, name: str) -> None:
    """Every tag ends before the next begins, and there are not endlessly many of them."""
    begun: re.Match[str] | None = None
    tags = 0
    for sign in _SIGNS.finditer(xml):
        if begun is None and sign[0] in _ENDS:
            begun, tags = sign, tags + 1
        elif begun is not None and sign[0] == _ENDS[begun[0]]:
            if sign.end() - begun.start() > _LONGEST_TAG:
                raise _refused(f"a tag is too long to be one: '{_near(xml, begun)}'", part, name)
            begun = None
        elif begun is not None and begun[0] != "{#" and sign[0] in _ENDS:
            raise _refused(f"a tag is begun and not ended with {_ENDS[begun[0]]}: '{_near(xml, begun)}'", part, name)
    if begun is not None:
        raise _refused(f"a tag is begun and not ended with {_ENDS[begun[0]]}: '{_near(xml, begun)}'", part, name)
    if tags > _MOST_TAGS:
        raise _refused(f"it has {tags:,} tags; at most {_MOST_TAGS:,} are read", part, name)


def _near(xml: str, sign: re.Match[str]) -> str:
    """What a reader sees where a tag begins."""
    return re.sub(r"<[^>]*>?", "", xml[sign.start() : sign.start() + 2_000])[:40]


def _check_words(root: etree._Element, patched: str, part: str, name: str) -> None:
    """That docxtpl kept every word beside the tags."""
    try:
        left = page_words(etree.fromstring(TAG.sub("", patched)))
    except etree.XMLSyntaxError as error:
        raise _refused("its tags cut through paragraphs, rows or cells", part, name) from error
    before, after = ("".join(TAG.sub("", words).split()) for words in (_escapes(page_words(root)), left))
    if before != after:
        at = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
        raise _refused(f"words beside a tag would be lost: '{_from(TAG.sub('', page_words(root)), at)}'", part, name)


def _from(words: str, letters: int) -> str:
    """What stands behind so many letters, blanks not counted."""
    found = re.match(rf"(?:\s*\S){{{letters}}}\s*", words)
    return words[found.end() if found else 0 :].partition("\n")[0][:40].strip()


def _template(room: WordEnvironment, page: str, part: str, name: str) -> Any:
    try:
        return room.from_string(page)
    except TemplateSyntaxError as error:
        tags = tags_at(page, error.lineno)
        problem, _ = unreadable(str(error.message), tags)
        raise _refused(f"{problem}, in {tags[:60]}" if tags else problem, part, name) from error


def looked_at(name: str) -> str:
    """The hint with which all that is wrong with a document can be seen."""
    return f'handslag document check "{name}" shows all that is wrong with it, and where'


def _refused(problem: str, part: str, name: str) -> BadText:
    return BadText(Fault(problem, file=name, path=part, hint=looked_at(name)))


def _plain(root: etree._Element) -> str:
    return "".join(map(str, root.itertext()))


def _styles(roots: dict[str, etree._Element], kinds: dict[str, str]) -> dict[str, str]:
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    styles = next((roots[part] for part, kind in kinds.items() if kind.endswith("styles+xml")), None)
    found = {} if styles is None else {style.get(f"{word}styleId", ""): style for style in styles.iterfind(f"{word}style")}
    return {key: names[0].get(f"{word}val", "") for key, style in found.items() if (names := style.findall(f"{word}name"))}
