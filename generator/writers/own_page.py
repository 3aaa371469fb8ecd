"""A page and styles of the school's own, for PDF and web page. In: their text. Out: the same, with its pictures; or faults.

A style sheet can fetch, and a page can run: what our PDF engine would refuse, a browser obeys. So both are looked at first, the
page after it is filled in. A picture that lies beside them becomes part of them.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html.parser import HTMLParser

from generator.errors import BadText, Fault
from generator.look import Look

Address = Callable[[str, bytes], str]
"""Makes the address of a picture, from its name and bytes."""
FOLDER = "layouts"
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_URL = re.compile(r"url\(\s*(['\"]?)(.*?)\1\s*\)", re.IGNORECASE | re.DOTALL)
_TAKES = re.compile(r"@import\b|\bimage-set\(|(?<![\w-])src\(|\bexpression\(|-moz-binding|\bbehavior\s*:", re.IGNORECASE)
_TAGS = {"script", "link", "base", "iframe", "frame", "object", "embed", "applet", "audio", "video", "source", "track", "svg"}
_TAGS |= {"form", "portal", "math", "template", "noscript"}
_ADDRESSES = {"src", "srcset", "href", "data", "poster", "background", "action", "formaction", "ping", "xlink:href", "srcdoc"}
_GOES = ("https:", "http:", "mailto:", "tel:", "#")
"""How the address of a link may begin: it is followed only when somebody clicks."""
_INSIDE = ("data:image/", "memory:")
_HINT = "put the picture beside it, in layouts/, and name it without a folder: url(zegel.png)"


def own_text(look: Look, name: str, address: Address) -> str | None:
    """A file of the school's own layouts, with its pictures in it; None where the school has none.

    Raises BadText for what is no UTF-8, and for styles that take something from elsewhere.
    """
    data = look.own(name)
    if data is None:
        return None
    text = _decoded(data, name)
    if name.endswith(".css"):
        _refuse(name, _style_problems(text, frozenset(file for file, _ in look.layouts)))
    return with_pictures(text, look, address)


def as_data(name: str, data: bytes) -> str:
    """A picture as an address that holds it."""
    ending = name.rpartition(".")[2].lower().replace("jpg", "jpeg").replace("svg", "svg+xml")
    return f"data:image/{ending};base64,{base64.b64encode(data).decode('ascii')}"


def with_pictures(text: str, look: Look, address: Address) -> str:
    """The text, in which ``url(zegel.png)`` and ``src="zegel.png"`` lead to the pictures themselves."""
    pictures = {name: data for name, data in look.layouts if not name.endswith((".docx", ".html", ".css"))}
    if not pictures:
        return text
    names = "|".join(map(re.escape, pictures))
    found = re.compile(rf"""(url\(\s*['"]?|\bsrc=['"])(?:\./)?({names})(?=['")\s])""")
    return found.sub(lambda use: use[1] + address(use[2], pictures[use[2]]), text)


@lru_cache(maxsize=64)
def check_page(html: str, name: str = "page.html") -> None:
    """Raises BadText for what a filled page may not have: what runs, and what takes something from elsewhere."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    _refuse(name, iter(reader.problems))


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "save it as UTF-8"
        raise BadText(Fault("is not in UTF-8", file=f"{FOLDER}/{name}", hint=hint)) from error


def _refuse(name: str, problems: Iterator[str]) -> None:
    if found := dict.fromkeys(problems):
        raise BadText(*(Fault(problem, file=f"{FOLDER}/{name}", hint=_HINT) for problem in found))


def _style_problems(css: str, own: frozenset[str] = frozenset()) -> Iterator[str]:
    """What takes something from elsewhere; a backslash may hide a letter, and a comment a word."""
    if "</" in css:
        yield "has '</', which would end the styles and begin something else"
    plain = _COMMENT.sub("", _ESCAPE.sub(_letter, css))
    for taken in _TAKES.finditer(plain):
        yield f"takes something from elsewhere, or runs it: {taken[0]}"
    for address in _URL.finditer(plain):
        where = address[2].strip()
        if where.removeprefix("./") not in own and not where.startswith((*_INSIDE, "#")):
            yield f"takes something from elsewhere: url({where[:80]})"
    if len(re.findall(r"url\(", plain, re.IGNORECASE)) != len(_URL.findall(plain)):
        yield "has a url( without an end"


def _letter(escape: re.Match[str]) -> str:
    code = int(escape[1] or "0", 16)
    return chr(code) if 0 < code < 0x110000 else escape[2] or ""


class _Reader(HTMLParser):
    """Reads a page as a browser does, and notes what it would run or fetch."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.problems: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag with its attributes, entities resolved."""
        self._in_style = tag == "style"
        if tag in _TAGS:
            self.problems.append(f"has a <{tag}>, which can run or fetch something")
        for name, value in attrs:
            self.problems += _attribute_problems(tag, name.lower(), value or "")

    def handle_endtag(self, tag: str) -> None:
        """The end of a tag."""
        self._in_style = False

    def handle_data(self, data: str) -> None:
        """Text; in a style element it is CSS."""
        if self._in_style:
            self.problems += _style_problems(data)


def _attribute_problems(tag: str, name: str, value: str) -> Iterator[str]:
    address = re.sub(r"[\x00-\x20]", "", value)
    if name.startswith("on"):
        yield f"has '{name}', which runs"
    elif name == "http-equiv" and value.lower() not in ("content-type", "x-ua-compatible"):
        yield f'has <meta http-equiv="{value[:40]}">, which can lead elsewhere'
    elif name == "style":
        yield from _style_problems(value)
    elif name == "rel" and tag == "a" and "attachment" in value.lower():
        yield "puts a file into the PDF (rel=attachment)"
    elif name in _ADDRESSES and not address.lower().startswith(_GOES if tag == "a" else (*_INSIDE, "#")):
        yield f'takes something from elsewhere: {name}="{value[:80]}"'
