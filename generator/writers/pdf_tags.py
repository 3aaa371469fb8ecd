"""Mends the tags that WeasyPrint gives a PDF, for those who hear it. In: its PDF objects, unwritten. Out: the same, mended.

Validators are content without any of this; a screen reader is not:

- what runs over a page end becomes one element again: a table of three pages is one table, with one head;
- headers, footers and repeated table heads are artifacts, so that they are not read between two lines of a sentence;
- ``1.1`` is the label of its list item; a header cell says whether it heads a row or a column; a link says its words;
- the file says of itself that it is PDF/UA, beside PDF/A.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint.pdf import tags as weasyprint_tags

_WHOLE = frozenset({"/Part", "/Sect", "/Art", "/Div", "/L", "/LI", "/LBody", "/Table", "/TBody", "/TR", "/TD", "/TH", "/P"})
"""Elements whose parts on two pages are put together; their children are elements, never marks on a page."""
_SCOPES = {"row": "/Row", "col": "/Column"}
_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


class _Written(pydyf.Object):  # type: ignore[misc]
    """An object as the bytes it will be. pydyf makes them twice, for the file and for its identifier, compression included."""

    def __init__(self, made: Any) -> None:
        super().__init__()
        self.number, self.generation, self._data, self._compressible = (
            made.number,
            made.generation,
            made.data,
            made.compressible,
        )

    @property
    def data(self) -> bytes:
        """The object's bytes."""
        return self._data  # type: ignore[no-any-return]

    @property
    def compressible(self) -> bool:
        """Whether it may lie in an object stream."""
        return self._compressible  # type: ignore[no-any-return]


class Elements:
    """The structure elements of a PDF by reference, and what each was made from."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf

    def at(self, reference: bytes | str) -> Any:
        """The object behind ``12 0 R``."""
        return self.pdf.objects[int(reference.split()[0])]

    def kids(self, element: Any) -> list[Any]:
        """The structure elements right under an element."""
        found = [self.at(kid) for kid in element.get("K", ()) if isinstance(kid, (bytes, str))]
        return [kid for kid in found if kid.get("Type") == "/StructElem"]

    def document(self) -> Iterator[Any]:
        """Every element of the document, in reading order."""
        return self.all(self.at(self._root()["K"][0]))

    def parents(self) -> Any:
        """The parent tree: number and element by turns; first each page's own, then that of each annotation."""
        return self.at(self._root()["ParentTree"])["Nums"]

    def _root(self) -> Any:
        return self.at(self.pdf.catalog["StructTreeRoot"])

    def all(self, element: Any) -> Iterator[Any]:
        """The element and all below it, in reading order."""
        yield element
        for kid in self.kids(element):
            yield from self.all(kid)


@contextmanager
def remembering_sources() -> Iterator[None]:
    """While a PDF is written, each structure element remembers the HTML element it was made from (``element.source``)."""
    original = weasyprint_tags._build_box_tree

    def build(box: Any, *args: Any) -> Iterator[Any]:
        for element in original(box, *args):
            if not hasattr(element, "source"):
                element.source = box.element
            yield element
        _describe_link(box)

    weasyprint_tags._build_box_tree = build
    try:
        yield
    finally:
        weasyprint_tags._build_box_tree = original


def add_ua(metadata: Any) -> None:
    """The file's XMP says PDF/UA-1 too, inside the one ``rdf:RDF`` that counts."""
    original = metadata.generate_rdf_metadata

    def generate(*args: Any) -> bytes:
        rdf: bytes = original(*args)
        return rdf.replace(b"</rdf:RDF>", _UA + b"</rdf:RDF>")

    metadata.generate_rdf_metadata = generate


def mend(pdf: Any) -> None:
    """Mends the tags of a PDF that is about to be written."""
    elements = Elements(pdf)
    document = next(elements.document())
    _join_pages(document, elements, {})
    _label_items(document, elements)
    for element in elements.all(document):
        _add_scope(element)
    _make_artifacts(elements, document, elements.parents())
    # -- archives search the properties without unpacking anything
    elements.at(pdf.catalog["Metadata"]).compress = False
    pdf.objects[:] = [_Written(made) if made.free == "n" else made for made in pdf.objects]


# --- one element again -------------------------------------------------------------------------------------------------------


def _join_pages(parent: Any, elements: Elements, first: dict[tuple[Any, str], Any]) -> None:
    """Moves the kids of an element's later part to its first part, from the top down."""
    kept = []
    for reference in parent["K"]:
        element = elements.at(reference) if isinstance(reference, (bytes, str)) else None
        if element is None or element.get("Type") != "/StructElem" or not _continues(element, elements, first):
            kept.append(reference)
    parent["K"][:] = kept
    for kid in elements.kids(parent):
        _join_pages(kid, elements, first)


def _continues(element: Any, elements: Elements, first: dict[tuple[Any, str], Any]) -> bool:
    """Whether the element is a later part of one that was seen; if so, its kids have moved."""
    key = (getattr(element, "source", None), element["S"])
    if key[0] is None or element["S"] not in _WHOLE:
        return False
    start = first.setdefault(key, element)
    if start is element or start["Pg"] == element["Pg"]:
        return False
    if element["S"] == "/Table":
        _drop_repeated_head(start, element, elements)
    for kid in elements.kids(element):
        kid["P"] = start.reference
    start["K"].extend(element["K"])
    element["K"].clear()
    return True


def _drop_repeated_head(start: Any, later: Any, elements: Elements) -> None:
    """A later part's head goes; its cells are headed by the cells of the first part."""
    heads = [kid for kid in elements.kids(later) if kid["S"] == "/THead"]
    if not heads:
        return
    repeated, names = _cell_names(heads[0], elements), _cell_names(start, elements)
    renamed = {name.string: first for name, first in zip(repeated, names, strict=False)}
    later["K"][:] = [kid for kid in later["K"] if elements.at(kid) is not heads[0]]
    for element in elements.all(later):
        if headers := element.get("A", {}).get("Headers"):
            headers[:] = [renamed.get(name.string, name) for name in headers]


def _cell_names(element: Any, elements: Elements) -> list[Any]:
    return [cell["ID"] for cell in elements.all(element) if "ID" in cell]


# --- labels, scopes, links ---------------------------------------------------------------------------------------------------


def _label_items(document: Any, elements: Elements) -> None:
    """``LI > LBody > Span 1.1`` becomes ``LI > Lbl 1.1, LBody``."""
    for item in [element for element in elements.all(document) if element["S"] == "/LI"]:
        held = [(holder, kid) for holder in _near(item, elements, 2) for kid in elements.kids(holder) if _is_number(kid)]
        for holder, number in held[:1]:
            holder["K"].remove(number.reference)
            number["S"], number["P"] = "/Lbl", item.reference
            item["K"].insert(0, number.reference)


def _near(element: Any, elements: Elements, depth: int) -> list[Any]:
    """What lies up to ``depth`` levels under an element, but in no list within it."""
    kids = [kid for kid in elements.kids(element) if kid["S"] != "/L"] if depth else []
    return [*kids, *(below for kid in kids for below in _near(kid, elements, depth - 1))]


def _is_number(element: Any) -> bool:
    source = getattr(element, "source", None)
    return source is not None and source.get("class") == "number"


def _add_scope(element: Any) -> None:
    if element["S"] == "/TH" and (scope := _SCOPES.get(element.source.get("scope", ""))):
        element["A"]["Scope"] = scope


def _describe_link(box: Any) -> None:
    """A link's description is its words, not the name of its target."""
    if getattr(box, "link_annotation", None) and box.element is not None:
        box.link_annotation["Contents"] = pydyf.String("".join(box.element.itertext()))


# --- artifacts ---------------------------------------------------------------------------------------------------------------


def _make_artifacts(elements: Elements, document: Any, nums: list[Any]) -> None:
    """Marks on a page that no element in the tree holds any more become artifacts."""
    held = {(element["Pg"], kid) for element in elements.all(document) for kid in element["K"] if isinstance(kid, int)}
    for number, page in enumerate(elements.pdf.page_references):
        parents = nums[2 * number + 1]
        loose = {mark for mark in range(len(parents)) if (page, mark) not in held}
        for mark in loose:
            parents[mark] = "null"
        _mark_artifacts(elements.at(elements.at(page)["Contents"]).stream, loose)


def _mark_artifacts(stream: list[Any], loose: set[int]) -> None:
    """``/Span <</MCID 7>> BDC`` becomes ``/Artifact BMC``, for the marks in ``loose``."""
    for at in range(2, len(stream)):
        if stream[at] == b"BDC" and stream[at - 1]["MCID"] in loose:
            stream[at - 2 : at + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"}), b"BDC"]
