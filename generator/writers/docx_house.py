"""A school's look in a Word layout: colour and font in the theme, logo in the letterhead, language, words of the numbering.

Word facts: a theme colour is written twice, as its role and as the colour that was true when it was saved; other programs read
only the second. A picture in a header needs a relation from that very header.
"""

from __future__ import annotations

from lxml import etree

from generator.colour import readable, tint
from generator.look import ACCENT, INK, Look
from generator.writers.docx_logo import pictures
from generator.writers.docx_package import EMPTY_RELATIONS, RELATIONS, relations_of
from generator.writers.docx_styles import W, selector
from generator.writers.words import TAGS

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_COLOURED = {role: selector(f"//*[@w:themeColor='{role}']") for role in ("accent1", "accent3", "accent4")}
_FILLED = selector("//*[@w:themeFill='accent1']")
_WORDS = {"en": {"Artikel": "Article", "Bijlage": "Annex"}}
"""Words before a number, as the layout has them (Dutch), in other languages."""
_RELATION = (
    f'<Relationship xmlns="{RELATIONS}" Id="{{}}" Target="/word/media/{{}}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
)


def restyle(roots: dict[str, etree._Element], look: Look, language: str) -> None:
    """Put colour, font, language and numbering words into the parsed parts, in place."""
    colours = _colours_of(look)
    for part, root in roots.items():
        if "/theme/" in part and not part.endswith(".rels"):
            _theme(root, colours, look)
        elif root.tag.startswith(W):
            _colours(root, colours)
            _language(root, TAGS[language])
            _words(root, _WORDS.get(language, {}))


def _colours_of(look: Look) -> dict[str, str]:
    """Role in the theme to the colour that the school chose for it; what it did not choose stays as the layout has it."""
    accent, text, heading = look.accent.upper(), readable(look.accent), readable(look.heading)
    ours = {"accent1": accent, "accent4": text, "hlink": text} if accent != ACCENT else {}
    chosen = ours | ({"accent3": heading} if look.heading != INK else {})
    return {role: colour.lstrip("#") for role, colour in chosen.items()}


def _theme(root: etree._Element, colours: dict[str, str], look: Look) -> None:
    for role, colour in colours.items():
        for element in root.iterfind(f".//{A}clrScheme/{A}{role}/{A}srgbClr"):
            element.set("val", colour)
    fonts = {"minorFont": look.font, "majorFont": look.heading_font or look.font}
    for which, family in fonts.items():
        for latin in root.iterfind(f".//{A}fontScheme/{A}{which}/{A}latin") if family else ():
            latin.set("typeface", family)
            latin.attrib.pop("panose", "")


def _colours(root: etree._Element, colours: dict[str, str]) -> None:
    """The written-out colours of everything that has a colour of the theme which the school chose."""
    for role, find in _COLOURED.items():
        for element in find(root) if role in colours else ():
            element.set(f"{W}val" if element.tag == f"{W}color" else f"{W}color", colours[role])
    for element in _FILLED(root) if "accent1" in colours else ():
        share = int(element.get(f"{W}themeFillTint", "FF"), 16) / 255
        element.set(f"{W}fill", tint(f"#{colours['accent1']}", share).lstrip("#"))


def _language(root: etree._Element, tag: str) -> None:
    for element in (*root.iter(f"{W}lang"), *root.iter(f"{W}themeFontLang")):
        element.set(f"{W}val", tag)


def _words(root: etree._Element, words: dict[str, str]) -> None:
    for text in root.iter(f"{W}lvlText") if words else ():
        said = text.get(f"{W}val", "")
        text.set(f"{W}val", " ".join(words.get(word, word) for word in said.split(" ")))


def house_parts(parts: dict[str, bytes], roots: dict[str, etree._Element], look: Look, pages: list[str]) -> dict[str, bytes]:
    """Every part as it goes into the file: the changed ones written out, the logo and its relations (from ``pages``) added."""
    written = parts | {part: _bytes(root) for part, root in roots.items()}
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
