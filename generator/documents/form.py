"""The form of the tags in a Word document: are they whole, do they fit together, do they stand where they can. In: its pages.
Out: every tag with its place, and everything that is wrong with them at once.

``docxtpl-lint`` knows docxtpl's own rules, and finds them by paragraph and cell; here its findings become sentences of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docxtpl_lint.core import (
    Issue,
    Location,
    Tag,
    build_jinja_source,
    check_blocks,
    check_docxtpl_tags,
    check_syntax,
    scan_tags,
)
from docxtpl_lint.reader import Paragraph, _walk_part
from lxml import etree

from generator.errors import Fault, Severity
from generator.tag_words import APART, SPACE, unreadable

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}txbxContent"
_P = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a Word document, as the check sees it."""

    part: str
    """``word/header1.xml``."""
    label: str
    """``header 1``; the page with the text has none."""
    paragraphs: tuple[Paragraph, ...]
    elements: tuple[etree._Element, ...]
    """The paragraphs in the tree, one for each of ``paragraphs``."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that is wrong in a Word document, and where."""

    problem: str
    hint: str
    page: Page
    paragraph: int
    """From 1, of all paragraphs of the page; 0 when it is about the whole page."""
    tag: str = ""
    severity: Severity = Severity.ERROR
    column: int = 0

    @property
    def place(self) -> str:
        """``paragraph 3``; ``header 1, table 1, row 2, column 3``."""
        return ", ".join(part for part in (self.page.label, place_of(self.page, self.paragraph)) if part)

    def fault(self, file: str) -> Fault:
        """The remark as any other fault."""
        shown = f"{self.problem}, in {_cut(self.tag)}" if self.tag else self.problem
        return Fault(shown, file=file, path=self.place, hint=self.hint, severity=self.severity)


def page_of(root: etree._Element, part: str, label: str) -> Page:
    """A page of the document, without what is in it for old programs only."""
    skipped = {paragraph for fallback in root.iter(_FALLBACK) for paragraph in fallback.iter(_P)}
    elements = list(root.iter(_P))
    pairs = [pair for pair in zip(_walk_part(root, label), elements, strict=True) if pair[1] not in skipped]
    renumbered = (replace(paragraph, index=n) for n, (paragraph, _) in enumerate(pairs, 1))
    return Page(part, label, tuple(renumbered), tuple(element for _, element in pairs))


def tags_of(page: Page) -> tuple[list[Tag], list[Remark]]:
    """Every tag of a page in reading order, and what is wrong with the form of each."""
    issues: list[Issue] = []
    paragraphs = list(page.paragraphs)
    tags = scan_tags("", paragraphs, issues)
    blocks = check_blocks("", tags)
    issues += [*blocks, *check_docxtpl_tags("", tags, paragraphs)]
    issues += [Issue("DTL003", _place(one), "", {}) for one in paragraphs if one.deleted_code]
    issues.sort(key=lambda issue: (issue.location.paragraph, issue.location.column))
    return tags, [*_remarks(issues, page), *_strays(page, issues)]


def syntax_of(tags: Sequence[Tag], page: Page) -> Iterator[Remark]:
    """What Jinja cannot read in the tags together, when it can read each by itself."""
    return _remarks(check_syntax("", list(tags)), page)


def template_of(tags: Iterable[Tag]) -> tuple[str, list[Tag]]:
    """The tags as one Jinja template, a tag on each line, and the tag of each line."""
    source, kept = build_jinja_source(list(tags))
    return source, kept


def place_of(page: Page, paragraph: int) -> str:
    """Where a paragraph stands, as a reader of the document would say it."""
    if not paragraph:
        return ""
    one = page.paragraphs[paragraph - 1]
    inside = next((True for _ in page.elements[paragraph - 1].iterancestors(_BOX)), False)
    if one.cells:
        cell = one.cells[-1]
        return f"table {cell.table}, row {cell.row}, column {cell.col}" + (" (in a text box)" if inside else "")
    return f"paragraph {paragraph}" + (" (in a text box)" if inside else "")


def _place(one: Paragraph) -> Location:
    return Location("", one.part, one.index, one.cells, one.cell_para, 1)


def _remarks(issues: Iterable[Issue], page: Page) -> Iterator[Remark]:
    for issue in issues:
        problem, hint = _told(issue)
        filled = {**issue.params, "tag": issue.snippet, "prefix": _prefix(issue)}
        severity = Severity.WARNING if issue.severity == "warning" and problem != SPACE[0] else Severity.ERROR
        yield Remark(
            _put(problem, filled),
            _put(hint, filled),
            page,
            issue.location.paragraph,
            issue.snippet,
            severity,
            issue.location.column,
        )


def _told(issue: Issue) -> tuple[str, str]:
    """Problem and hint of a finding, with the names of what is filled in."""
    if issue.rule == "DTL103":
        return unreadable(str(issue.params.get("msg", "")), issue.snippet.strip("{%#} "))
    if issue.rule in _OPEN and APART.search(issue.snippet):
        return SPACE
    return _TOLD[issue.rule]


_OPEN = ("DTL001", "DTL002")
_ENDS = re.compile(r"[}%#]\}")


def _strays(page: Page, issues: Sequence[Issue]) -> Iterator[Remark]:
    """The end of a tag that was never begun: ``partner.name }}``, or a tag with one brace: ``{ partner.name }}``."""
    ended = set(_ends_of_long_tags(page, issues))
    for one in page.paragraphs:
        bare = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", lambda tag: " " * len(tag[0]), one.text)
        end = _ENDS.search(bare)
        if end and one.index not in ended and not any(_explains(issue, one, end.start()) for issue in issues):
            begin = {"}}": "{{", "%}": "{%", "#}": "{#"}[end[0]]
            text = bare[max(0, end.start() - 30) : end.end()].strip()
            told = f"a tag is ended with {end[0]} and was not begun", f"begin it with {begin}"
            yield Remark(*(SPACE if APART.search(text) else told), page, one.index, text)


def _ends_of_long_tags(page: Page, issues: Iterable[Issue]) -> Iterator[int]:
    """The paragraphs in which a tag ends that runs on from one before."""
    for issue in issues:
        if issue.rule == "DTL002":
            after = page.paragraphs[issue.location.paragraph :]
            yield from (one.index for one in after[:1] if _ENDS.search(one.text))


def _explains(issue: Issue, one: Paragraph, at: int) -> bool:
    """Whether it is told already that a tag before it is not ended as it should."""
    place = issue.location
    return issue.rule in _OPEN and place.paragraph == one.index and place.column <= at + 1


def _prefix(issue: Issue) -> str:
    return str(issue.params.get("prefix", ""))


def _put(text: str, values: Mapping[str, Any]) -> str:
    return re.sub(r"<(\w+)>", lambda name: str(values.get(name[1], "")), text)


def _cut(tag: str) -> str:
    return tag if len(tag) <= 60 else f"{tag[:59]}…"


_TOLD: Mapping[str, tuple[str, str]] = {
    # docxtpl-lint's rule: problem, hint
    "DTL001": ("a tag is begun with <open> and not ended", "end it with <close>"),
    "DTL002": ("a tag runs on into the next paragraph", "write it in one paragraph, without Enter"),
    "DTL003": ("a tag stands in text that was struck out with tracked changes", "accept or reject the changes in Word"),
    "DTL101": ("{% <kw> … %} is not closed", "put {% end<kw> %} where it ends"),
    "DTL102": ("this closes or divides nothing that was opened", "put {% if … %} or {% for … %} before it, or remove it"),
    "DTL201": ("a tag that begins with <prefix> cannot contain % or }", "work it out with {% set x = … %} first, and use x"),
    "DTL202": ("there is a space too many before '<prefix>'", "write {%<prefix> … %}"),
    "DTL203": ("'<prefix>' is for a row or cell, and this stands in no table", "leave '<prefix>' out, or write {%p … %}"),
    "DTL204": (
        "this closes <open_raw>, which begins in another way",
        "use the same letters after {% at both ends: {%<open_prefix> … %}",
    ),
    "DTL205": ("this closes <open_raw>, which stands in another table", "put both in the same table"),
    "DTL206": (
        "<open_raw> and <close_raw> stand in one row, which they both take away",
        "give each a row of its own, above and below the row to repeat",
    ),
    "DTL207": ("this closes <open_raw>, which stands in another row", "put both in the same row"),
    "DTL208": ("this is for a table cell, and stands in no table", "put it in a cell, or remove it"),
    "DTL209": ("this takes its <unit> away, and '<rest>' stands in it too", "give the tag a <unit> of its own"),
    "DTL210": (
        "<open_raw> and <close_raw> stand in one paragraph, which they both take away",
        "give each a paragraph of its own, or write {% … %} without the p",
    ),
}
