"""A Word document held against all that it may use. In: its file, the vocabulary. Out: every remark, with its place, at once.

Without a vocabulary only the form is judged: whether tags are whole, and stand where they can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from docxtpl_lint.core import Tag
from jinja2 import Environment, TemplateError, nodes
from lxml import etree

from generator.documents.dangers import refuse_dangers
from generator.documents.environment import ESCAPING
from generator.documents.form import Page, Remark, page_of, syntax_of, tags_of, template_of
from generator.documents.names import Names
from generator.documents.opened import TYPES, kinds_of, opened, trees
from generator.errors import Severity
from generator.shapes import ANYTHING, Shape
from generator.tag_words import unreadable
from generator.vocabulary import Vocabulary

_LABELS = {
    # the end of a part's content type: what its page is called
    "document.main+xml": "",
    "header+xml": "header",
    "footer+xml": "footer",
    "footnotes+xml": "footnotes",
    "endnotes+xml": "endnotes",
}
_OTHERS = {"include", "import", "from", "extends", "block"}
_CLOSED = {"if": "endif", "for": "endfor", "with": "endwith", "macro": "endmacro", "call": "endcall", "filter": "endfilter"}
_OPENED = {"endif": "if true", "endfor": "for one in []", "endwith": "with", "endmacro": "macro one()"}
_CELLS = {"cellbg", "colspan", "vm", "hm"}
_NO_SPACE = "write an underscore (_) or a dot for the space, or {% … %} for an instruction"
_OBJECT = "write {{ … }} without the letter: it takes over the looks of the text around it"


def check(data: bytes, name: str, vocabulary: Vocabulary | None) -> tuple[Remark, ...]:
    """Everything that is wrong with the document ``data``, which messages call ``name``.

    Raises BadText for a file that may not be opened.
    """
    return tuple(remark for page in pages_of(data, name) for remark in _page(page, vocabulary))


def pages_of(data: bytes, name: str) -> tuple[Page, ...]:
    """The pages that tags may stand in: the text first, then headers, footers and notes."""
    parts = opened(data, name)
    roots = trees(parts, name)
    refuse_dangers(parts, roots, name)
    return tuple(pages_in(roots, kinds_of(roots[TYPES], parts)))


def pages_in(roots: Mapping[str, etree._Element], kinds: Mapping[str, str]) -> Iterator[Page]:
    """The pages of a document that was opened already."""
    for ending, label in _LABELS.items():
        found = [part for part in sorted(kinds) if kinds[part].endswith(ending)]
        for number, part in enumerate(found, 1):
            yield page_of(roots[part], part, f"{label} {number}" if len(found) > 1 else label)


def _page(page: Page, vocabulary: Vocabulary | None) -> list[Remark]:
    tags, remarks = tags_of(page)
    told = {(remark.paragraph, remark.tag) for remark in remarks}
    found = [remark for tag in tags for remark in _syntax(tag, page) if (remark.paragraph, remark.tag) not in told]
    remarks = [*remarks, *found] or list(syntax_of(tags, page))
    if vocabulary:
        told |= {(remark.paragraph, remark.tag) for remark in found}
        remarks += [one for one in _names(tags, page, vocabulary) if (one.paragraph, one.tag) not in told]
    return sorted(dict.fromkeys(remarks), key=lambda remark: (remark.paragraph, remark.column))


def _remark(tag: Tag, page: Page, problem: str, hint: str) -> Remark:
    return Remark(problem, hint, page, tag.para.index, tag.raw, column=tag.col)


# --- each tag by itself ---


def _syntax(tag: Tag, page: Page) -> Iterator[Remark]:
    """A tag that Jinja cannot read, whatever stands around it."""
    keyword = (tag.body.split() or [""])[0]
    if tag.kind == "comment" or keyword in _CELLS:
        return
    if not tag.body:
        yield _remark(tag, page, "there is nothing in this tag", "write the name of a field in it, or remove it")
    elif tag.kind == "expr" and re.fullmatch(r"[\w.]+(\s+[\w.]+)+", tag.body):
        yield _remark(tag, page, "a name has no spaces in it", _NO_SPACE)
    elif tag.kind == "stmt" and keyword in _OTHERS:
        yield _remark(tag, page, f"'{keyword}' takes in another text, and a Word document stands by itself", "write it out")
    else:
        try:
            Environment().parse(_whole(tag, keyword))
        except TemplateError as error:
            yield _remark(tag, page, *unreadable(str(error), tag.body))


def _whole(tag: Tag, keyword: str) -> str:
    """The tag with what opens and what closes it."""
    if tag.kind == "expr":
        return f"{{{{ {tag.body} }}}}"
    if keyword in ("elif", "else"):
        return f"{{% if true %}}{{% {tag.body} %}}{{% endif %}}"
    if opening := _OPENED.get(keyword):
        return f"{{% {opening} %}}{{% {tag.body} %}}"
    if keyword.startswith("end"):
        return ""
    closing = "endset" if keyword == "set" and "=" not in tag.body else _CLOSED.get(keyword, "")
    return f"{{% {tag.body} %}}" + (f"{{% {closing} %}}" if closing else "")


# --- the names in them ---


def _names(tags: list[Tag], page: Page, vocabulary: Vocabulary) -> Iterator[Remark]:
    source, kept = template_of(tags)
    try:
        found = _found(Environment().parse(source), vocabulary, {})
    except TemplateError:  # -- told already; the whole cannot be followed, so each tag is looked at by itself --
        loose = _loose(tags, vocabulary)
        found = [one for n, tag in enumerate(kept) for one in _alone(tag, n + 1, vocabulary, loose)]
    for line, problem, hint in found:
        yield _remark(kept[min(line, len(kept)) - 1], page, problem, hint)
    for tag in tags:
        if tag.kind == "expr" and tag.prefix in ("r", "p"):
            problem = f"{{{{{tag.prefix} … }}}} is for styled text that a program makes"
            yield replace(_remark(tag, page, problem, _OBJECT), severity=Severity.WARNING)


def _found(template: nodes.Template, vocabulary: Vocabulary, loose: Mapping[str, Shape]) -> list[tuple[int, str, str]]:
    return Names({**vocabulary.names, **loose}, (*vocabulary.filters, *ESCAPING), vocabulary.tests).check(template)


def _alone(tag: Tag, line: int, vocabulary: Vocabulary, loose: Mapping[str, Shape]) -> list[tuple[int, str, str]]:
    try:
        template = Environment().parse(_whole(tag, (tag.body.split() or [""])[0]))
    except TemplateError:
        return []
    return [(line, problem, hint) for _, problem, hint in _found(template, vocabulary, loose)]


def _loose(tags: list[Tag], vocabulary: Vocabulary) -> dict[str, Shape]:
    """The names that tags make for others, wherever these stand: ``for party in parties``."""
    found = {"loop": ANYTHING}
    for tag in tags:
        made = re.match(r"(?:for|set|macro)\s+([\w\s,]+?)\s*(?:\bin\b|=|\(|$)", tag.body)
        found |= dict.fromkeys(re.findall(r"\w+", made[1]) if made else [], ANYTHING)
        if loop := re.fullmatch(r"for\s+(\w+)\s+in\s+([\w.]+)", tag.body):
            found[loop[1]] = _each(loop[2], {**vocabulary.names, **found})
    return found


def _each(path: str, names: Mapping[str, Shape]) -> Shape:
    """What stands in a list; anything, where there is no such list."""
    first, *rest = path.split(".")
    shape: Shape | None = names.get(first)
    for name in rest:
        shape = shape.field(name) if shape else None
    return shape.each if shape else ANYTHING
