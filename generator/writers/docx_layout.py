"""A Word file to a layout that is ready to be filled. In: the file's bytes, the house style, the language. Out: a Layout.

Done once per layout and school: docxtpl mends the tags that Word broke over runs, Jinja compiles them, theme and logo are
put in. Then only words are left to fill in. A Word file may fetch, include or run something; such a layout is refused.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from generator.errors import BadText, Fault, did_you_mean
from generator.look import Look
from generator.writers.docx_house import house_parts, restyle
from generator.writers.docx_package import TYPES, with_frame
from generator.writers.docx_styles import Layout, W, list_numbers, lists_by_style, looks_of, styles_by_name
from generator.writers.docx_text import characters

BODY = "\0body\0"
"""Where the text goes in a filled page; no value can contain it."""
MAIN, HEADER, FOOTER = "document.main+xml", "header+xml", "footer+xml"
_MOST_BYTES, _MOST_PARTS = 60_000_000, 500
_FETCHING = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE|LINK|AUTOTEXT|MACROBUTTON)\b")
_RUNNING = re.compile(r"vbaProject|activeX|embeddings/|afchunk", re.IGNORECASE)
_FILTERS = re.compile(r"\{\{[^}]*[|(~%][^}]*\}\}|\{%-?\s*(set|filter|macro)\b")
NAMES = (
    *("body", "reference", "kind", "kind_name", "title", "subject", "draft", "sender", "look", "language", "day", "pages"),
    "text_version",
)
"""What a layout may use; ``sender`` has name, board and lines, ``look`` has accent, font and logo."""
_SAMPLE: dict[str, Any] = dict.fromkeys(NAMES, "x") | {"sender": {"name": "x", "board": "x", "lines": ["x", "x"]}}


@lru_cache(maxsize=16)
def compile_layout(data: bytes, name: str, look: Look, language: str) -> Layout:
    """The layout ``data`` (named ``name`` in messages) in the style of a house.

    Raises BadText with every reason why the layout cannot be used: it is no Word file, has no ``{{p body }}``, lacks a style,
    has a tag with an unknown name, fetches something from elsewhere.
    """
    parts = _unzip(data, name)
    roots = {part: _parse(xml, part, name) for part, xml in parts.items() if part.endswith((".xml", ".rels"))}
    _refuse_dangers(roots, name)
    kinds = _kinds(roots[TYPES])
    document, styles, numbering = (_one(kinds, kind, name) for kind in (MAIN, "styles+xml", "numbering+xml"))
    restyle(roots, look, language)
    ids = styles_by_name(roots[styles], name)
    pages = [document, *(part for part, kind in kinds.items() if kind.endswith((HEADER, FOOTER)))]
    sources = {part: _source(roots[part]) for part in pages}
    environment = _environment()
    layout = Layout(
        name=name,
        styles=ids,
        lists=lists_by_style(roots[styles], roots[numbering], ids, name),
        looks=looks_of(ids),
        last_list=max(list_numbers(roots[numbering])),
        width=_width(roots[document]),
        language=language,
        window=look.window,
        pages={part: _compiled(environment, source, name) for part, source in sources.items()},
        plain=frozenset(part for part, source in sources.items() if not _FILTERS.search(source)),
        parts=with_frame(house_parts(parts, roots, look, [part for part in pages if "look.logo" in sources[part]]), document),
        document=document,
        numbering=numbering,
    )
    _try_out(layout)
    return layout


def fill(layout: Layout, values: dict[str, Any]) -> dict[str, str]:
    """Every page of the layout with its values; raises BadText for a tag that cannot be filled."""
    try:
        return {part: template.render(values) for part, template in layout.pages.items()}
    except (TemplateError, TypeError, ValueError) as error:
        raise _refused(layout.name, error) from error


def _unzip(data: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            members = [member for member in file.infolist() if not member.is_dir()]
            if len(members) > _MOST_PARTS or sum(member.file_size for member in members) > _MOST_BYTES:
                raise BadText(Fault("the layout is too big to be a page to write on", file=name))
            parts = {member.filename: file.read(member) for member in members}
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        raise BadText(Fault(f"the layout is not a Word file (.docx): {error}", file=name)) from error
    if TYPES not in parts:
        raise BadText(Fault("the layout is not a Word file (.docx): it has no [Content_Types].xml", file=name))
    return parts


def _parse(xml: bytes, part: str, name: str) -> etree._Element:
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    except etree.XMLSyntaxError as error:
        raise BadText(Fault(f"the layout's {part} is not XML: {error}", file=name)) from error


def _kinds(types: etree._Element) -> dict[str, str]:
    """Part to content type."""
    return {row.get("PartName", "").lstrip("/"): row.get("ContentType", "") for row in types if row.get("PartName")}


def _one(kinds: dict[str, str], kind: str, name: str) -> str:
    """The one part of a kind."""
    found = [part for part, content_type in kinds.items() if content_type.endswith(kind)]
    if len(found) != 1:
        what = kind.removesuffix("+xml").removesuffix(".main")
        raise BadText(Fault(f"the layout is not a Word document (.docx): it has no {what}", file=name))
    return found[0]


def _refuse_dangers(roots: dict[str, etree._Element], name: str) -> None:
    """What docxtpl would copy without a word: pictures and templates from elsewhere, included files, macros."""
    if found := [Fault(danger, file=name, hint="remove it in Word and save") for danger in sorted(set(_dangers(roots)))]:
        raise BadText(*found)


def _dangers(roots: dict[str, etree._Element]) -> Iterator[str]:
    for part, root in roots.items():
        for row in root.iter("{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"):
            kind, target = row.get("Type", "").rpartition("/")[2], row.get("Target", "")
            if row.get("TargetMode") == "External" and kind != "hyperlink":
                yield f"the layout fetches something from elsewhere ({kind}: {target})"
            if _RUNNING.search(target) or _RUNNING.search(kind):
                yield f"the layout contains something that could run or is not text ({target})"
        for code in (*root.iter(f"{W}instrText"), *root.iter(f"{W}fldSimple")):
            text = code.get(f"{W}instr") or code.text or ""
            if field := _FETCHING.search(text):
                yield f"the layout has a field that fetches ({field.group()}) in {part}"


def _source(root: etree._Element) -> str:
    """The page as a Jinja template: docxtpl joins the tags that Word broke, and lifts ``{{p`` out of its paragraph."""
    source: str = DocxTemplate("").patch_xml(etree.tostring(root, encoding="unicode"))
    return source


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_value)


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


def _compiled(environment: ImmutableSandboxedEnvironment, source: str, name: str) -> Any:
    try:
        return environment.from_string(source)
    except TemplateError as error:
        raise _refused(name, error) from error


def _refused(name: str, error: Exception) -> BadText:
    unknown = re.match(r"'(\w+)' is undefined", str(error))
    hint = did_you_mean(unknown.group(1), NAMES) if unknown else "see the names that a layout may use in docs/handleiding.md"
    return BadText(Fault(f"the layout has a tag that cannot be filled: {error}", file=name, hint=hint))


def _width(document: etree._Element) -> int:
    """Between the margins of the last section, in twips."""
    size, margins = document.find(f".//{W}pgSz"), document.find(f".//{W}pgMar")
    if size is None or margins is None:
        return 9072
    return int(size.get(f"{W}w", "11906")) - int(margins.get(f"{W}left", "1417")) - int(margins.get(f"{W}right", "1417"))


def _try_out(layout: Layout) -> None:
    """Fill the layout once with nothing of note: every tag is known, and the text stands on its own between paragraphs."""
    for draft in (True, False):
        pages = fill(layout, {**_SAMPLE, "draft": draft, "look": {"accent": "", "font": "", "logo": ""}, "body": Markup(BODY)})
        if pages[layout.document].count(BODY) != 1:
            hint = "put {{p body }} in a paragraph of its own, once, where the text begins"
            raise BadText(Fault("the layout has no place for the text: '{{p body }}'", file=layout.name, hint=hint))
        for part, xml in pages.items():
            _check_page(part, xml.replace(BODY, "<w:handslag/>"), layout.name)


def _check_page(part: str, xml: str, name: str) -> None:
    root = _parse(xml.encode(), part, name)
    if left := re.search(r"\{\{|\}\}|\{%|%\}", "".join(map(str, root.itertext()))):
        raise BadText(Fault(f"the layout has a '{left.group()}' that is not a whole tag, in {part}", file=name))
    place = root.find(f".//{W}handslag")
    if place is not None and getattr(place.getparent(), "tag", "") != f"{W}body":
        hint = "write {{p body }}, with the p, in a paragraph of its own that is in no table"
        raise BadText(
            Fault("the layout has no place for the text: '{{p body }}' stands inside something else", file=name, hint=hint)
        )
