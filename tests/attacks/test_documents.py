"""Word files from elsewhere that want more than to be filled in: each is refused with a sentence, in time."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import process_time

import pytest

from generator.documents.filled import fill_in
from generator.errors import BadText, HandslagError
from tests.documents.word import MAIN, META, RELATIONS, TYPES, docx, field, filled, p, parts, related, run, table, words, zipped

Parts = dict[str, bytes]
TIME = 5.0
"""Seconds in which an attack has to be over."""
CODE = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
TEXT = "<w:r><w:instrText>{}</w:instrText></w:r>"


def refused(data: bytes) -> str:
    """Every sentence with which a file is refused, in time."""
    began = process_time()
    with pytest.raises(HandslagError) as caught:
        fill_in(data, "vreemd.docx", {}, {}, META)
    assert process_time() - began < TIME
    return str(caught.value)


def added(part: str, data: bytes, kind: str = "") -> Parts:
    """A Word file with a part more, of a content type."""
    made = parts(p("Geachte heer")) | {part: data}
    row = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    return made | ({TYPES: made[TYPES].replace(b"</Types>", row.encode())} if kind else {})


def retyped(old: str, new: str) -> Parts:
    made = parts(p("Geachte heer"))
    return made | {TYPES: made[TYPES].replace(old.encode(), new.encode())}


def in_body(xml: str) -> Parts:
    return parts(p("Geachte heer"), xml)


def declared(dtd: str, use: str) -> Parts:
    made = parts(p("Geachte heer", "HIER"))
    head, _, rest = made[MAIN].partition(b"?>")
    return made | {MAIN: head + b"?>" + dtd.encode() + rest.replace(b"HIER", use.encode())}


BILLION = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(9))
FILES: dict[str, tuple[Callable[[], Parts], str]] = {
    "a template that Word fetches": (
        lambda: related(parts(p("x")), "attachedTemplate", "https://example.org/x.dotm", "External"),
        "it has an attached template (https://example.org/x.dotm)",
    ),
    "a picture from the network": (
        lambda: related(parts(p("x")), "image", "http://example.org/x.png", "External"),
        "it fetches something from elsewhere (image: http://example.org/x.png)",
    ),
    "a picture from another computer": (
        lambda: related(parts(p("x")), "image", "\\\\server\\share\\x.png", "External"),
        "it fetches something from elsewhere (image: \\\\server\\share\\x.png)",
    ),
    "an old drawing that names its picture": (
        lambda: in_body('<w:p><w:r><w:pict><v:imagedata src="http://example.org/x.png"/></w:pict></w:r></w:p>'),
        "it fetches something from elsewhere (http://example.org/x.png), in word/document.xml",
    ),
    "a link to a file": (
        lambda: related(parts(p("x")), "hyperlink", "file:///etc/passwd", "External"),
        "it has a link that is no web or e-mail address (file:///etc/passwd)",
    ),
    "an object of another program": (
        lambda: related(added("word/embeddings/oleObject1.bin", b"x"), "oleObject", "embeddings/oleObject1.bin"),
        "it has an object of another program (OLE) (embeddings/oleObject1.bin)",
    ),
    "an object that is packed in": (
        lambda: related(added("word/embeddings/x.xlsm", b"x"), "package", "embeddings/x.xlsm"),
        "it has another file in it (embeddings/x.xlsm)",
    ),
    "a control that runs": (
        lambda: added("word/activeX/activeX1.bin", b"x", "application/vnd.ms-office.activeX"),
        "it has a control that runs (ActiveX) (word/activeX/activeX1.bin)",
    ),
    "a macro under its own name": (
        lambda: added("word/vbaProject.bin", b"x", "application/vnd.ms-office.vbaProject"),
        "it has a macro (word/vbaProject.bin)",
    ),
    "a document with macros (.docm)": (
        lambda: retyped(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        "it has a macro (word/document.xml)",
    ),
    "a whole page of the web (altChunk)": (
        lambda: in_body('<w:altChunk r:id="rId9"/>'),
        "it has a whole document of another kind (altChunk), in word/document.xml",
    ),
    "a field that starts a program": (
        lambda: in_body(field('DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"')),
        "it has a field that reads, runs or sends something (DDEAUTO), in word/document.xml",
    ),
    "a field that reads a file": (
        lambda: in_body(field(" includetext /etc/passwd ")),
        "it has a field that reads, runs or sends something (INCLUDETEXT), in word/document.xml",
    ),
    "a field whose name is broken over runs": (
        lambda: in_body(f"<w:p>{CODE.format(TEXT.format('INCLUDE') + TEXT.format('PICTURE http://x'))}</w:p>"),
        "it has a field that reads, runs or sends something (INCLUDEPICTURE), in word/document.xml",
    ),
    "a field whose name another field makes": (
        lambda: in_body(f"<w:p>{CODE.format(CODE.format(TEXT.format('QUOTE 68 68 69')) + TEXT.format(' x'))}</w:p>"),
        "it has a field whose name is made by another field, in word/document.xml",
    ),
    "a field in one element": (
        lambda: in_body('<w:p><w:fldSimple w:instr="LINK Excel.Sheet x"/></w:p>'),
        "it has a field that reads, runs or sends something (LINK), in word/document.xml",
    ),
    "a mail merge with another file": (
        lambda: added(
            "word/settings.xml",
            b'<w:settings xmlns:w="%s"><w:dataSource/></w:settings>'
            % b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        ),
        "it has a mail merge with another file, in word/settings.xml",
    ),
    "an entity that reads a file (XXE)": (
        lambda: declared('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"),
        "word/document.xml has a DOCTYPE, which can read other files or grow without end",
    ),
    "entities that grow (a billion laughs)": (
        lambda: declared(f"<!DOCTYPE x [{BILLION}]>", "&a8;"),
        "word/document.xml has a DOCTYPE, which can read other files or grow without end",
    ),
    "a DTD in another encoding": (
        lambda: (
            parts(p("x")) | {"docProps/core.xml": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><x/>'.encode("utf-16")}
        ),
        "docProps/core.xml has a DOCTYPE",
    ),
    "the text in a part that says it is no XML": (
        lambda: {
            name.replace("document.xml", "document.bin") if name == MAIN else name: data.replace(
                b"/document.xml", b"/document.bin"
            )
            for name, data in declared("<!DOCTYPE x>", "x").items()
        },
        "word/document.bin has a DOCTYPE",
    ),
    "a relation that leads out of the file": (
        lambda: related(parts(p("x")), "image", "../../../etc/passwd"),
        "it refers to a file outside itself (../../../etc/passwd)",
    ),
    "a template (.dotx)": (
        lambda: retyped("document.main+xml", "template.main+xml"),
        "it is a Word template (.dotx), not a document",
    ),
}


@pytest.mark.parametrize(("made", "told"), FILES.values(), ids=FILES)
def test_what_runs_fetches_or_reads_is_refused(made: Callable[[], Parts], told: str) -> None:
    assert told in refused(zipped(made()))


def raw(*members: tuple[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*parts(p("x")).items(), *members):
            archive.writestr(zipfile.ZipInfo(name) if name.startswith("word/media/raw") else name, data)
    return file.getvalue()


ZIPS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a zip bomb": (lambda: raw(("word/media/a.bin", b"\0" * 30_000_000)), "word/media/a.bin becomes 1,0"),
    "a part of 100 MB": (
        lambda: raw(("word/media/raw", b"\0" * 100_000_000)),
        "word/media/raw is 100 MB when unpacked; at most 40",
    ),
    "much of a little": (
        lambda: raw(*((f"word/media/{n}.bin", bytes(range(256)) * 4_000) for n in range(70))),
        "it is 72 MB when unpacked; at most 60 MB is read",
    ),
    "text without end": (
        lambda: zipped(parts(*[p("".join(chr(97 + (n * k) % 26) for k in range(200))) for n in range(300)] * 200)),
        "of text and styles; at most 12 MB is read",
    ),
    "very many parts": (
        lambda: raw(*((f"a/{n}", b"") for n in range(1_000))),
        "it has 1,005 parts; a Word file has at most 1,000",
    ),
    "a way out of the folder": (lambda: raw(("../../x", b"")), "it has a part whose name leads out of the file ('../../x')"),
    "a name from the root": (lambda: raw(("/etc/x", b"")), "it has a part whose name leads out of the file ('/etc/x')"),
    "a Windows path": (lambda: raw(("C:\\x", b"")), "it has a part whose name leads out of the file"),
    "a password": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "this is an old Word file (.doc), or one with a password"),
    "a PDF": (lambda: b"%PDF-1.7\n", "this is a PDF, not a Word document (.docx)"),
    "nothing": (lambda: b"", "this file is empty"),
    "noise": (lambda: bytes(range(256)) * 9, "this is not a Word file, or a damaged one"),
    "half a file": (lambda: docx(p("x"))[:900], "this is not a Word file, or a damaged one"),
}


@pytest.mark.parametrize(("made", "told"), ZIPS.values(), ids=ZIPS)
def test_what_is_no_word_file_is_refused(made: Callable[[], bytes], told: str) -> None:
    assert told in refused(made())


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = raw((MAIN, b"<x/>"))
    assert "it has 2 parts of one name (word/document.xml)" in refused(twice)


def test_every_danger_is_told_at_once() -> None:
    made = related(in_body(field("DDE x") + '<w:altChunk r:id="x"/>'), "image", "http://x", "External")
    assert refused(zipped(made)).count("\n") == 2


TAGS: dict[str, tuple[str, str]] = {
    "Python's own": ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "there is no field"),
    "a function's globals": ("{{ range.__globals__ }}", "there is no field"),
    "Jinja's own": ("{{ self._TemplateReference__context }}", "there is no field"),
    "a template of another": ("{% include '/etc/passwd' %}", "/etc/passwd"),
    "a name that runs things": ("{{ lipsum.__globals__['os'].popen('id').read() }}", "there is no field '__globals__'"),
    "a thousand million characters": ("{{ 'a' * 10 ** 9 }}", "'*' does not work on text"),
    "loops in loops": ("{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}", "asks more work"),
    "a macro that calls itself": ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "without an end"),
    "a tag that is very long": ("{{ '" + "a" * 70_000 + "' }}", "a tag is too long to be one"),
    "very many tags": ("{{ 1 }}" * 6_000, "it has 6,000 tags; at most 5,000 are read"),
    "tags that are never ended": ("{{r " * 60_000, "a tag is begun and not ended with }}"),
}


@pytest.mark.parametrize(("tag", "told"), TAGS.values(), ids=TAGS)
def test_tags_reach_nothing_and_end_in_time(tag: str, told: str) -> None:
    assert told in refused(docx(p(tag)))


def test_a_loop_over_much_text_ends_in_time() -> None:
    body = (p("{%p for a in range(9999) %}"), *[p("lang " * 50)] * 400, p("{%p endfor %}"))
    assert "this becomes longer than a Word document can be" in refused(docx(*body))


def test_a_tag_that_writes_a_fields_code_is_refused_too() -> None:
    data = docx(field("{{ 'DDE' ~ 'AUTO' }} calc"))
    with pytest.raises(BadText, match=r"a field that reads, runs or sends something \(DDEAUTO\)"):
        filled(data, x=1)


NASTY = [
    "</w:t></w:r></w:p>",
    "]]>",
    "<!--",
    "{{ 7*7 }}",
    "{% raw %}",
    "R&D <AB> & Zn",
    "a\tb\nc",
    "{_{ x }_}",
    "&amp; &lt;",
    "\u202e",
    "\\1 \\g<0>",
    "=HYPERLINK(1)",
]


@pytest.mark.parametrize("value", NASTY)
def test_data_is_data(value: str) -> None:
    """In a paragraph, a cell, a header, and in an attribute that is made of it."""
    data = docx(p("Van ", "{{ x }}", " aan"), table(("{{ x }}",)), header=p("{{ x }}"))
    made = filled(data, x=value)
    assert words(made.data).split() == f"Van {value} aan {value}".split()
    assert words(made.data, "word/header.xml").split() == value.split()


@pytest.mark.parametrize("value", ["\0", "\x07", "\x0c", "\ud800", "\ufffe", "\x0b"])
def test_what_xml_cannot_hold_is_refused_with_its_place(value: str) -> None:
    with pytest.raises(BadText, match=r"cannot contain the control character U\+"):
        filled(docx(p("{{ x }}")), x=f"na {value}")


def test_a_link_in_the_document_and_a_chart_with_its_numbers_are_fine() -> None:
    made = related(parts(p("Zie de site")), "hyperlink", "https://www.example.org/a?b=c", "External")
    made = related(made, "package", "../embeddings/Blad1.xlsx", part="word/charts/_rels/chart1.xml.rels")
    assert words(filled(zipped(made), x=1).data) == "Zie de site"


def test_a_file_of_the_workspace_is_refused_by_its_command(tmp_path: Path) -> None:
    from tests.cli.user import handslag

    file = tmp_path / "vreemd.docx"
    file.write_bytes(zipped(related(parts(p("x")), "attachedTemplate", "http://x", "External")))
    result = handslag("document", "check", file)
    assert result.exit_code == 1
    assert "it has an attached template (http://x)" in result.output
    assert "hint: remove it in Word and save" in result.output


def test_none_of_these_files_is_refused_for_another_reason() -> None:
    assert words(filled(docx(p("Geachte ", run("{{ x }}"))), x="heer").data) == "Geachte heer"
    assert RELATIONS in parts()
