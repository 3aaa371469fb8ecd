"""The fonts that a Word document shows its words in. In: its parts. Out: their names.

Word facts: a run, or its style, or a style that one is based on, or the defaults name a font, or one of the two of the theme; a
document brings dozens of styles that nothing in it uses, and their fonts do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from generator.documents.opened import TYPES, kinds_of
from generator.documents.reading import W
from generator.documents.template import PAGES

_LATIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}latin"
_USES = {f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle")}


def fonts_of(roots: Mapping[str, etree._Element]) -> frozenset[str]:
    """The fonts that are named by what is used; ``roots`` are the trees of the document's XML parts."""
    kinds = kinds_of(roots[TYPES], roots)
    pages = [roots[part] for part, kind in kinds.items() if kind.endswith(PAGES)]
    styles = next((roots[part] for part, kind in kinds.items() if kind.endswith("styles+xml")), None)
    theme = next((roots[part] for part, kind in kinds.items() if kind.endswith("theme+xml")), None)
    used = [*pages, *([] if styles is None else _styles_in_use(styles, pages))]
    return frozenset(_named(used, {} if theme is None else _theme_fonts(theme)))


def _styles_in_use(styles: etree._Element, pages: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The defaults, and each style that a page uses with all that it is based on."""
    yield from styles.iterfind(f"{W}docDefaults")
    known = {style.get(f"{W}styleId", ""): style for style in styles.iterfind(f"{W}style")}
    waiting = [name for name, style in known.items() if style.get(f"{W}default") == "1"]
    waiting += [use.get(f"{W}val", "") for page in pages for use in page.iter(*_USES)]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in known and name not in seen:
            seen.add(name)
            yield known[name]
            waiting += [above.get(f"{W}val", "") for above in known[name].iterfind(f"{W}basedOn")]


def _theme_fonts(theme: etree._Element) -> dict[str, str]:
    """``{"major": "Cambria", "minor": "Calibri"}``."""
    fonts = [latin.get("typeface", "") for latin in theme.iter(_LATIN)]
    return dict(zip(("major", "minor"), fonts, strict=False))


def _named(elements: Iterable[etree._Element], theme: Mapping[str, str]) -> Iterator[str]:
    for fonts in (found for element in elements for found in element.iter(f"{W}rFonts")):
        themed = fonts.get(f"{W}asciiTheme", "")
        name = theme.get(themed[:5], "") if themed else fonts.get(f"{W}ascii", "")
        yield from [name] if name and "{" not in name else []
