"""A Word file to a layout that is ready to be filled. In: the file's bytes, the house style, the language. Out: a Layout.

Done once per layout and school: docxtpl mends the tags that Word broke over runs, Jinja compiles them, theme and logo are
put in. Then only words are left to fill in. A Word file may fetch, include or run something; such a layout is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from lxml import etree
from markupsafe import Markup

from generator.documents.dangers import refuse_dangers
from generator.documents.opened import TYPES, kinds_of, opened, trees
from generator.errors import BadText, Fault
from generator.limits import LimitedEnvironment, budget
from generator.look import Look
from generator.writers.docx_fonts import embed
from generator.writers.docx_house import house_parts, restyle
from generator.writers.docx_package import with_frame
from generator.writers.docx_styles import Layout, W, list_numbers, lists_by_style, looks_of, styles_by_name
from generator.writers.docx_tags import refused, tag_faults
from generator.writers.docx_text import characters
from generator.writers.fonts import breadth, width_of

BODY = "\0body\0"
"""Where the text goes in a filled page; no value can contain it."""
MAIN, HEADER, FOOTER = "document.main+xml", "header+xml", "footer+xml"
_PAGES = {MAIN: "the page", HEADER: "a header", FOOTER: "a footer"}
_FILTERS = re.compile(r"\{\{[^}]*[|(~%][^}]*\}\}|\{%-?\s*(set|filter|macro)\b")
NAMES = (
    *("body", "reference", "kind", "kind_name", "title", "subject", "draft", "sender", "look", "language", "day", "pages"),
    "text_version",
)
"""What a layout may use; ``sender`` has name, board, lines and footer, ``look`` has accent, font and logo."""
SAMPLE: dict[str, Any] = {
    **dict.fromkeys(NAMES, "x"),
    "sender": {"name": "x", "board": "x", "lines": ["x", "x"], "footer": "x"},
    "look": {"accent": "", "font": "", "logo": ""},
}


@lru_cache(maxsize=16)
def compile_layout(data: bytes, name: str, look: Look, language: str) -> Layout:
    """The layout ``data`` (named ``name`` in messages) in the style of a house.

    Raises BadText with every reason why the layout cannot be used: it is no Word file, has no ``{{p body }}``, lacks a style,
    has a tag with an unknown name, fetches something from elsewhere.
    """
    parts = opened(data, name)
    roots = trees(parts, name)
    refuse_dangers(parts, roots, name)
    kinds = kinds_of(roots[TYPES], parts)
    document, styles, numbering = (_one(kinds, kind, name) for kind in (MAIN, "styles+xml", "numbering+xml"))
    restyle(roots, look, language)
    fonts = embed(roots, kinds, look)
    pages = {part: page for end, page in _PAGES.items() for part, kind in kinds.items() if kind.endswith(end)}
    _judge(roots, pages, styles, numbering, name)
    ids = styles_by_name(roots[styles], name)
    sources = {part: _source(roots[part]) for part in pages}
    environment = _environment()
    layout = Layout(
        name=name,
        styles=ids,
        lists=lists_by_style(roots[styles], roots[numbering], ids, name),
        looks=looks_of(ids),
        last_list=max(list_numbers(roots[numbering])),
        width=_width(roots[document]),
        breadth=breadth(look),
        width_of=partial(width_of, look),
        language=language,
        window=look.window,
        pages={part: _compiled(environment, source, name) for part, source in sources.items()},
        plain=frozenset(part for part, source in sources.items() if not _FILTERS.search(source)),
        parts=with_frame(
            house_parts(parts | fonts, roots, look, [part for part in pages if "look.logo" in sources[part]]), document
        ),
        document=document,
        numbering=numbering,
    )
    _try_out(layout)
    return layout


def fill(layout: Layout, values: dict[str, Any]) -> dict[str, str]:
    """Every page of the layout with its values; raises BadText for a tag that cannot be filled."""
    try:
        with budget():
            return {part: template.render(values) for part, template in layout.pages.items()}
    except (TemplateError, TypeError, ValueError) as error:
        raise _refused(layout.name, error) from error


def _judge(roots: dict[str, etree._Element], pages: dict[str, str], styles: str, numbering: str, name: str) -> None:
    """Raises BadText with all that is wrong with styles, lists and tags, so that it can be mended in one go."""
    faults = _told(lambda: lists_by_style(roots[styles], roots[numbering], styles_by_name(roots[styles], name), name))
    faults += _place_faults(roots[next(iter(pages))], name)
    environment = _environment()
    with budget():
        for part, page in pages.items():
            faults += [fault.at(file=name) for fault in tag_faults(roots[part], page, environment, SAMPLE)]
    if faults:
        raise BadText(*dict.fromkeys(faults))


def _place_faults(document: etree._Element, name: str) -> list[Fault]:
    """The text has one place in the document, and Word may have broken its tag over runs."""
    said = ["".join(part.text or "" for part in paragraph.iter(f"{W}t")) for paragraph in document.iter(f"{W}p")]
    if sum(text.strip().replace(" ", "") == "{{pbody}}" for text in said) == 1:
        return []
    hint = "put {{p body }}, with the p, in a paragraph of its own, once, where the text begins"
    return [Fault("the layout has no place for the text: '{{p body }}'", file=name, hint=hint)]


def _told(check: Callable[[], object]) -> list[Fault]:
    try:
        check()
    except BadText as error:
        return list(error.faults)
    return []


def _one(kinds: dict[str, str], kind: str, name: str) -> str:
    """The one part of a kind."""
    found = [part for part, content_type in kinds.items() if content_type.endswith(kind)]
    if len(found) != 1:
        what = kind.removesuffix("+xml").removesuffix(".main")
        raise BadText(Fault(f"the layout is not a Word document (.docx): it has no {what}", file=name))
    return found[0]


def _source(root: etree._Element) -> str:
    """The page as a Jinja template: docxtpl joins the tags that Word broke, and lifts ``{{p`` out of its paragraph."""
    source: str = DocxTemplate("").patch_xml(etree.tostring(root, encoding="unicode"))
    return source


def _environment() -> LimitedEnvironment:
    return LimitedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_value)


def _value(value: object) -> object:
    """A value as it stands in a run: escaped, with line breaks and tabs; what is not there is never printed."""
    if value is None:
        raise ValueError("a value is empty (None)")
    if hasattr(value, "__html__"):
        return value
    inner = characters(str(value)).removeprefix('<w:t xml:space="preserve">').removesuffix("</w:t>")
    return Markup(inner) if "<w:" not in inner else _broken(str(value))


def _broken(text: str) -> Markup:
    """Several lines inside the ``w:t`` of the tag: close it, break, and open another."""
    return Markup(f'</w:t>{characters(text)}<w:t xml:space="preserve">')


def _compiled(environment: LimitedEnvironment, source: str, name: str) -> Any:
    try:
        return environment.from_string(source)
    except TemplateError as error:
        raise _refused(name, error) from error


def _refused(name: str, error: Exception) -> BadText:
    return BadText(refused(error, SAMPLE, "the layout has a tag that cannot be filled").at(file=name))


def _width(document: etree._Element) -> int:
    """Between the margins of the last section, in twips."""
    size, margins = document.find(f".//{W}pgSz"), document.find(f".//{W}pgMar")
    if size is None or margins is None:
        return 9072
    return int(size.get(f"{W}w", "11906")) - int(margins.get(f"{W}left", "1417")) - int(margins.get(f"{W}right", "1417"))


def _try_out(layout: Layout) -> None:
    """Fill the layout once with nothing of note: every tag is known, and the text stands on its own between paragraphs."""
    for draft in (True, False):
        pages = fill(layout, {**SAMPLE, "draft": draft, "body": Markup(BODY)})
        if pages[layout.document].count(BODY) != 1:
            hint = "take {{p body }} out of the {% if %} or {% for %} around it"
            raise BadText(Fault("the layout does not always show the text: '{{p body }}'", file=layout.name, hint=hint))
        for part, xml in pages.items():
            _check_page(part, xml.replace(BODY, "<w:handslag/>"), layout.name)


def _parsed(xml: str, part: str, name: str) -> etree._Element:
    try:
        return etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise BadText(Fault(f"the layout's {part} is no Word page once it is filled: {error}", file=name)) from error


def _check_page(part: str, xml: str, name: str) -> None:
    root = _parsed(xml, part, name)
    if left := re.search(r"\{\{|\}\}|\{%|%\}", "".join(map(str, root.itertext()))):
        raise BadText(Fault(f"the layout has a '{left.group()}' that is not a whole tag, in {part}", file=name))
    place = root.find(f".//{W}handslag")
    if place is not None and getattr(place.getparent(), "tag", "") != f"{W}body":
        hint = "write {{p body }}, with the p, in a paragraph of its own that is in no table"
        raise BadText(
            Fault("the layout has no place for the text: '{{p body }}' stands inside something else", file=name, hint=hint)
        )
