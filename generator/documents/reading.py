"""What a page of a Word document says. In: its tree. Out: its words, or its lines with what stands in them.

Word facts: a text box stands in the file twice (``mc:Fallback`` is for old programs); what was struck out with tracked changes
(``w:delText``) is not said; a field says its result, not its code.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
P, T, R = f"{W}p", f"{W}t", f"{W}r"
SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}


def page_words(root: etree._Element) -> str:
    """Everything the page says, a line for each paragraph."""
    return "\n".join(words for _, words in paragraphs(root))


def paragraphs(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Every paragraph in reading order, with its words; those of a text box in it come by themselves, after it.

    Text that stands in no paragraph, where a tag lost its way, comes with the root.
    """
    said: dict[etree._Element, list[str]] = {root: []}
    for element in _seen(root):
        if element.tag == P:
            said[element] = []
        elif element.tag == T:
            said[_home(element, root)].append(element.text or "")
        elif element.tag in SIGNS and getattr(element.getparent(), "tag", "") == R:
            said[_home(element, root)].append(SIGNS[str(element.tag)])
    for paragraph, parts in said.items():
        if paragraph is not root or parts:
            yield paragraph, "".join(parts)


def _seen(element: etree._Element) -> Iterator[etree._Element]:
    """The elements that a reader sees, in reading order."""
    skipped: set[etree._Element] = set()
    for fallback in element.iter(_FALLBACK):
        skipped.update(fallback.iter())
    return (one for one in element.iter(P, T, *SIGNS) if one not in skipped)


def _home(element: etree._Element, root: etree._Element) -> etree._Element:
    """The paragraph that an element stands in."""
    return next(element.iterancestors(P), root)
