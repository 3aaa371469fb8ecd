"""What the races are run with. In: the sample workspace. Out: an order for one agreement, 300 profiles, a docxtpl template.

The template is the very Word file that handslag makes, with every value of the profile that stands in it turned into a tag: so
a plain script with docxtpl has the same words, styles and tables to deal with, and its result can be held against ours.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from html import escape, unescape
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.kinds import kind_named
from generator.order import Order
from generator.package import resource
from generator.workspace import Workspace, read

KIND, PARTNER, DAY = "cooperation-agreement", "van-t-veld-en-zonen", date(2027, 3, 9)
RUN = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
BODY = "word/document.xml"


def sample(folder: Path) -> Workspace:
    """The sample workspace, copied."""
    shutil.copytree(resource("examples"), folder, ignore=shutil.ignore_patterns(".handslag", "made"), dirs_exist_ok=True)
    return Workspace(folder)


def order(workspace: Workspace) -> Order:
    """One agreement, its profile read and validated from its file as a command does."""
    contents = read(workspace, [PARTNER])
    assert contents.school is not None, contents.faults
    (partner,) = contents.partners
    roots = workspace.text_roots
    return Order(kind_named(KIND, roots), contents.school, partner, "nl", DAY, False, roots, workspace.root)


def crowd(folder: Path, number: int) -> Workspace:
    """A workspace with so many partners: the sample's, again and again under other ids."""
    workspace = sample(folder)
    texts = [path.read_text("utf-8") for path in workspace.partner_files()]
    for path in workspace.partner_files():
        path.unlink()
    for count in range(number):
        text = re.sub(r"(?m)^(id: *)(\S+)", rf"\g<1>\g<2>-{count}", texts[count % len(texts)], count=1)
        (workspace.root / "partners" / f"{count:03}.yaml").write_text(text, "utf-8")
    return workspace


def template(docx: Path, made: Order, target: Path) -> dict[str, str]:
    """Write a plain docxtpl template of a made agreement; returns the values of its tags."""
    words = sorted(set(_words(made.partner)) | set(_words(made.school)), key=len, reverse=True)
    tags = {word: f"v{number}" for number, word in enumerate(words)}
    pattern = re.compile("|".join(re.escape(word) for word in words))
    with zipfile.ZipFile(docx) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == BODY:
                data = RUN.sub(lambda run: _tagged(run, pattern, tags), data.decode()).encode()
            result.writestr(item.filename, data)
    return {tag: word for word, tag in tags.items()}


def _tagged(run: re.Match[str], pattern: re.Pattern[str], tags: dict[str, str]) -> str:
    parts = pattern.split(unescape(run[2]))
    found = [f"{{{{ {tags[word]} }}}}" for word in pattern.findall(unescape(run[2]))]
    body = "".join(escape(part, quote=False) + tag for part, tag in zip(parts, [*found, ""], strict=True))
    return run[1] + body + run[3]


def _words(value: Any) -> Iterator[str]:
    """Every text of a profile that is long enough to be one value's own."""
    match value:
        case BaseModel():
            yield from (word for name in type(value).model_fields for word in _words(getattr(value, name)))
        case tuple() | list():
            yield from (word for item in value for word in _words(item))
        case str() if len(value) > 3 and "\n" not in value:
            yield value


def text(docx: Path) -> str:
    """The words of a Word file's body."""
    with zipfile.ZipFile(docx) as archive:
        return unescape(" ".join(run[2] for run in RUN.finditer(archive.read(BODY).decode())))
