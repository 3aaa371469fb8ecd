"""A school's look in a Word layout: colour and font in the theme, logo in the letterhead, language, words of the numbering.

Word facts: a theme colour is written twice, as its role and as the colour that was true when it was saved; other programs read
only the second. A picture in a header needs a relation from that very header.
"""

from __future__ import annotations

from lxml import etree

from generator.look import Look
from generator.writers.colour import readable, tint
from generator.writers.docx_logo import pictures
from generator.writers.docx_package import relations_of
from generator.writers.docx_styles import W, selector
from generator.writers.words import TAGS

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ACCENTED = selector("//*[@w:themeColor='accent1']")
_FILLED = selector("//*[@w:themeFill='accent1']")
_WORDS = {"en": {"Artikel": "Article", "Bijlage": "Annex"}}
"""Words before a number, as the layout has them (Dutch), in other languages."""
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
EMPTY_RELATIONS = f'<Relationships xmlns="{_RELATIONS}"/>'
_RELATION = (
    f'<Relationship xmlns="{_RELATIONS}" Id="{{}}" Target="/word/media/{{}}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
)


def restyle(roots: dict[str, etree._Element], look: Look, language: str) -> None:
    """Put colour, font, language and numbering words into the parsed parts, in place."""
    accent = readable(look.accent).lstrip("#").upper()
    for part, root in roots.items():
        if "/theme/" in part and not part.endswith(".rels"):
            _theme(root, accent, look.font)
        elif root.tag.startswith(W):
            _colours(root, accent)
            _language(root, TAGS[language])
            _words(root, _WORDS.get(language, {}))


def _theme(root: etree._Element, accent: str, font: str) -> None:
    for role in ("accent1", "hlink"):
        for colour in root.iterfind(f".//{A}clrScheme/{A}{role}/{A}srgbClr"):
            colour.set("val", accent)
    for latin in root.iterfind(f".//{A}fontScheme/*/{A}latin") if font else ():
        latin.set("typeface", font)
        latin.attrib.pop("panose", "")


def _colours(root: etree._Element, accent: str) -> None:
    """The written-out colours of everything that has the theme's first accent."""
    for element in _ACCENTED(root):
        element.set(f"{W}val" if element.tag == f"{W}color" else f"{W}color", accent)
    for element in _FILLED(root):
        share = int(element.get(f"{W}themeFillTint", "FF"), 16) / 255
        element.set(f"{W}fill", tint(f"#{accent}", share).lstrip("#"))


def _language(root: etree._Element, tag: str) -> None:
    for element in (*root.iter(f"{W}lang"), *root.iter(f"{W}themeFontLang")):
        element.set(f"{W}val", tag)


def _words(root: etree._Element, words: dict[str, str]) -> None:
    for text in root.iter(f"{W}lvlText") if words else ():
        said = text.get(f"{W}val", "")
        text.set(f"{W}val", " ".join(words.get(word, word) for word in said.split(" ")))


def house_parts(parts: dict[str, bytes], roots: dict[str, etree._Element], look: Look, pages: list[str]) -> dict[str, bytes]:
    """Every part as it goes into the file: the changed ones written out, the logo and its relations (from ``pages``) added."""
    written = {part: _bytes(roots[part]) if part in roots else data for part, data in parts.items()}
    if not look.logo or not pages:
        return written
    found = pictures(look.logo)
    for page in pages:
        own = relations_of(page)
        root = roots.get(own, etree.fromstring(EMPTY_RELATIONS))
        root.extend(etree.fromstring(_RELATION.format(identity, name)) for identity, (name, _) in found.items())
        written[own] = _bytes(root)
    return written | {f"word/media/{name}": data for name, data in found.values()}


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", standalone=True)
