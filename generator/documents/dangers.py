r"""What a Word file may not have: whatever runs, fetches, or takes in another file. In: its parts. Out: a sentence for each.

Looked for before a document from elsewhere is filled in, and again after, for a tag may write a field's code. Word facts: what
is fetched stands in a relation with ``TargetMode="External"``; a field's code may be broken over runs, or be made by a field
inside it; macros have parts and content types of their own; LibreOffice obeys much of it too.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.documents.opened import TYPES, kinds_of
from generator.errors import BadText, Fault

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RUNS = {
    # the last word of a relation's type, in lower case: what it brings in
    "vbaproject": "a macro",
    "wordvbadata": "a macro",
    "oleobject": "an object of another program (OLE)",
    "control": "a control that runs (ActiveX)",
    "activexcontrolbinary": "a control that runs (ActiveX)",
    "attachedtemplate": "an attached template",
    "afchunk": "a whole document of another kind (altChunk)",
    "subdocument": "another document (a subdocument)",
    "frame": "a page in a frame",
    "keymapcustomizations": "keys that start commands",
    "attachedtoolbars": "a toolbar that starts commands",
    "customization": "a part of Word's ribbon that starts commands",
    "extensibility": "a part of Word's ribbon that starts commands",
    "mailmergesource": "a mail merge with another file",
    "mailmergeheadersource": "a mail merge with another file",
    "transform": "a style sheet that rewrites it (XSLT)",
    "webextension": "an add-in from the web",
    "webextensiontaskpanes": "an add-in from the web",
}
_ELEMENTS = {
    "altChunk": _RUNS["afchunk"],
    "subDoc": _RUNS["subdocument"],
    "OLEObject": _RUNS["oleobject"],
    "control": _RUNS["control"],
    "attachedTemplate": _RUNS["attachedtemplate"],
    "dataSource": _RUNS["mailmergesource"],
    "saveThroughXslt": _RUNS["transform"],
}
_FIELDS = {
    *("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "DATABASE", "LINK", "EMBED", "RD", "MACROBUTTON"),
    *("AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY", "CONTROL", "OCX", "HTMLACTIVEX", "PRINT", "DATA"),
}
"""Fields that read, run or send something."""
_LINKS = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]+:|[/\\]{2}", re.IGNORECASE)
_TAKING = {"src", "althref", "sourceFileName"}
"""Attributes of old drawings (VML) and frames that name a file outright."""
_HINT = "remove it in Word and save"


def refuse_dangers(parts: Mapping[str, object], roots: Mapping[str, etree._Element], name: str) -> None:
    """Raises BadText with every danger in a file that messages call ``name``; ``roots`` are the trees of its XML parts."""
    if found := [Fault(danger, file=name, hint=_HINT) for danger in dict.fromkeys(_dangers(parts, roots))]:
        raise BadText(*found)


def _dangers(parts: Mapping[str, object], roots: Mapping[str, etree._Element]) -> Iterator[str]:
    yield from _kind_dangers(kinds_of(roots[TYPES], parts))
    for part, root in roots.items():
        if part.lower().endswith(".rels"):
            yield from _relation_dangers(part, root)
        elif part != TYPES:
            yield from _element_dangers(part, root)
            yield from _field_dangers(part, root)


# --- what sort of parts there are ---


def _kind_dangers(kinds: Mapping[str, str]) -> Iterator[str]:
    for part, kind in kinds.items():
        lower = f"{part} {kind}".lower()
        if re.search(r"vbaproject|vbadata|macroenabled", lower):
            yield f"it has a macro ({part})"
        elif "activex" in lower:
            yield f"it has {_RUNS['control']} ({part})"
        elif "oleobject" in lower:
            yield f"it has {_RUNS['oleobject']} ({part})"
    mains = [kind for kind in kinds.values() if kind.lower().endswith("main+xml") and "wordprocessingml" in kind.lower()]
    if any("template.main" in kind.lower() for kind in mains):
        yield "it is a Word template (.dotx), not a document: save it as a Word document (.docx)"
    elif mains.count(MAIN) != 1 and not any("macroenabled" in kind.lower() for kind in kinds.values()):
        yield "it is not one Word document: the part with the text is missing, or there are several"


# --- what it is tied to ---


def _relation_dangers(part: str, root: etree._Element) -> Iterator[str]:
    for row in root.iter(_RELATION):
        kind, target = row.get("Type", "").rstrip("/").rpartition("/")[2], row.get("Target", "")
        if kind.lower() in _RUNS:
            yield f"it has {_RUNS[kind.lower()]} ({_cut(target)})"
        elif row.get("TargetMode", "").lower() == "external":
            if kind != "hyperlink":
                yield f"it fetches something from elsewhere ({kind}: {_cut(target)})"
            elif not _is_link(target):
                yield f"it has a link that is no web or e-mail address ({_cut(target)})"
        elif kind == "package" and not ("/charts/" in part and target.lower().endswith(".xlsx")):
            yield f"it has another file in it ({_cut(target)})"
        elif _leaves(part, target) and kind != "hyperlink":
            yield f"it refers to a file outside itself ({_cut(target)})"


def _is_link(target: str) -> bool:
    """Whether a link leads to the web, to an e-mail or telephone, or to a place in the document itself."""
    return bool(_LINKS.match(target)) or target.startswith("#") or "{{" in target or not _ELSEWHERE.match(target)


def _leaves(part: str, target: str) -> bool:
    if _ELSEWHERE.match(target):
        return True
    folder = posixpath.dirname(posixpath.dirname(part))
    return "\\" in target or posixpath.normpath(posixpath.join("/", folder, target)) == "/" or _climbs(folder, target)


def _climbs(folder: str, target: str) -> bool:
    return not target.startswith("/") and posixpath.normpath(posixpath.join(folder, target)).startswith("..")


def _cut(target: str) -> str:
    return target if len(target) <= 80 else f"{target[:79]}…"


# --- what stands in the text ---


def _element_dangers(part: str, root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        tag = etree.QName(element).localname
        if tag in _ELEMENTS and "chart" not in part:
            yield f"it has {_ELEMENTS[tag]}, in {part}"
        for attribute in element.attrib:
            value = str(element.attrib[attribute])
            if str(attribute).rpartition("}")[2] in _TAKING and _ELSEWHERE.match(value):
                yield f"it fetches something from elsewhere ({_cut(value)}), in {part}"


def _field_dangers(part: str, root: etree._Element) -> Iterator[str]:
    for code, made in field_codes(root):
        word = (code.split() or [""])[0].upper().strip('"')
        if word in _FIELDS:
            yield f"it has a field that reads, runs or sends something ({word}), in {part}"
        elif made:
            yield f"it has a field whose name is made by another field, in {part}"


def field_codes(root: etree._Element) -> Iterator[tuple[str, bool]]:
    """The code of each field, and whether its first word is made by a field inside it."""
    for simple in root.iter(f"{W}fldSimple"):
        yield simple.get(f"{W}instr", ""), False
    open_: list[_Field] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}delInstrText"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            if open_ and not open_[-1].code.strip():
                open_[-1].made = True
            open_.append(_Field())
        elif kind == "end" and open_:
            ended = open_.pop()
            yield ended.code, ended.made
        elif kind is None and open_:
            open_[-1].code += element.text or ""
    yield from ((field.code, field.made) for field in open_)


@dataclass
class _Field:
    """A field that has begun."""

    code: str = ""
    made: bool = False
    """Whether another field stands before its own first word."""
