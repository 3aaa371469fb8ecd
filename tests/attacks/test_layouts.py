"""Looks from elsewhere: letterheads, pages, styles and logos that would run, read or fetch. Each is refused in a sentence."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from cli import main

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "templates" / "layouts"
RELATIONS = "word/_rels/document.xml.rels"
END = "</Relationships>"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


@pytest.fixture
def school(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "school")
    (tmp_path / "school" / "layouts").mkdir()
    (tmp_path / "secret.png").write_bytes(picture())
    return tmp_path / "school"


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (9, 9), "#7A1F5C").save(file, "PNG")
    return file.getvalue()


def told(school: Path, *words: str) -> str:
    """What handslag says, when it refuses."""
    result = CliRunner().invoke(main, [*words, "-w", str(school)])
    assert result.exit_code == 1, result.output
    assert not list(school.glob("made/*"))
    return result.stdout + result.stderr


def drafted(school: Path) -> str:
    return told(school, "draft", "thank-you-letter", "roc-noorderlee", "--date", "2027-06-17")


def letterhead(school: Path, part: str, old: str, new: str, more: dict[str, bytes] | None = None) -> None:
    """A letterhead of ours with something in it that does not belong there."""
    with zipfile.ZipFile(OURS / "letter.docx") as ours:
        parts = {name: ours.read(name) for name in ours.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(school / "layouts" / "letter.docx", "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in (parts | (more or {})).items():
            file.writestr(name, data)


def relation(kind: str, target: str, mode: str = "External") -> tuple[str, str, str]:
    row = f'<Relationship Id="x" Type="http://x/{kind}" Target="{target}"'
    return RELATIONS, END, row + (f' TargetMode="{mode}"/>' if mode else "/>") + END


LETTERHEADS = {
    "a picture from elsewhere": (*relation("image", "http://127.0.0.1:9/x.png"), "fetches something from elsewhere (image"),
    "a file of this machine": (*relation("image", "file:///etc/passwd"), "fetches something from elsewhere (image"),
    "an attached template": (*relation("attachedTemplate", "http://127.0.0.1:9/x.dotm"), "an attached template"),
    "a macro": (*relation("vbaProject", "vbaProject.bin", ""), "a macro"),
    "a file beside the package": (*relation("header", "../../../x.xml", ""), "refers to a file outside itself"),
    "a field that reads": ("word/footer1.xml", " NUMPAGES ", " INCLUDETEXT /etc/passwd ", "a field that reads, runs or sends"),
    "a DTD": (
        "word/styles.xml",
        "<w:styles",
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:styles',
        "has a DOCTYPE, which can read other files or grow without end",
    ),
    "Python": ("word/footer1.xml", "{{ sender.name }}", "{{ ''.__class__.__mro__ }}", "cannot be filled: access to attribute"),
    "a value without end": ("word/footer1.xml", "{{ sender.name }}", "{{ 'a' * 10**9 }}", "this becomes longer than"),
    "another file": ("word/footer1.xml", "{{ sender.name }}", "{% include '/etc/passwd' %}", "layouts/letter.docx"),
}


@pytest.mark.parametrize(("part", "old", "new", "said"), LETTERHEADS.values(), ids=LETTERHEADS)
def test_a_letterhead_that_runs_reads_or_fetches_is_refused(school: Path, part: str, old: str, new: str, said: str) -> None:
    letterhead(school, part, old, new)
    for message in (drafted(school), told(school, "layout", "check")):
        assert "layouts/letter.docx" in message
        assert said in message


def test_a_letterhead_that_unpacks_without_end_is_refused(school: Path) -> None:
    letterhead(school, RELATIONS, END, END, {"word/media/bomb.bin": bytes(39_000_000)})
    assert "times as big when unpacked" in drafted(school)


STYLES = {
    "an import": '@import "http://127.0.0.1:9/x.css";',
    "an import in disguise": r'@\69mport url("http://127.0.0.1:9/x.css");',
    "a picture from elsewhere": "body { background: url(http://127.0.0.1:9/x.png) }",
    "a picture, half in a comment": "body { background: url(/**/http://127.0.0.1:9/x.png) }",
    "a file of this machine": "body { background: url('file:///etc/passwd') }",
    "a way out": "body { background: url(../../secret.png) }",
    "a font from elsewhere": "@font-face { font-family: x; src: u\\72l(http://127.0.0.1:9/x.ttf) }",
    "the end of the styles": "body { color: red } </style><script>alert(1)</script>",
}


@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
def test_styles_that_fetch_are_refused_in_every_format(school: Path, css: str) -> None:
    (school / "layouts" / "print.css").write_text((OURS / "print.css").read_text("utf-8") + css, encoding="utf-8")
    for format_ in ("pdf", "html"):
        words = ("draft", "thank-you-letter", "roc-noorderlee", "--date", "2027-06-17", "--format", format_)
        assert "layouts/print.css: " in told(school, *words)


TAKES = "takes something from elsewhere"
PAGES = {
    "a script": ("<main>", "<script>alert(1)</script><main>", "has a <script>"),
    "a picture from elsewhere": (
        "<main>",
        '<img src="http://127.0.0.1:9/x.png" alt="x"><main>',
        TAKES,
    ),
    "a file of this machine": ("<main>", '<img src="file:///etc/passwd" alt="x"><main>', TAKES),
    "a file put in the PDF": ("<main>", '<a rel="attachment" href="#x">x</a><main>', "rel=attachment"),
    "another address for all": ("<main>", '<base href="http://127.0.0.1:9/"><main>', "has a <base>"),
    "what runs on its own": ("<main>", '<main onclick="alert(1)">', "has 'onclick'"),
    "a script made while filling": ("<main>", "{{ ('<scr' ~ 'ipt>') | safe }}<main>", "has a <script>"),
    "styles in the page": ("<main>", "<style>@import 'http://127.0.0.1:9/'</style><main>", TAKES),
    "a refresh": ("<main>", '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9"><main>', "can lead elsewhere"),
    "Python": ("<main>", "{{ meta.__class__.__mro__ }}<main>", "access to attribute '__class__'"),
    "another file": ("<main>", "{% include 'print.css' %}<main>", "layouts/page.html"),
    "a loop without end": (
        "<main>",
        "{% for a in range(10**9) %}x{% endfor %}<main>",
        "asks more work than a document can need",
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), PAGES.values(), ids=PAGES)
def test_a_page_that_runs_or_fetches_is_refused(school: Path, old: str, new: str, said: str) -> None:
    page = (OURS / "page.html").read_text("utf-8").replace(old, new, 1)
    (school / "layouts" / "page.html").write_text(page, encoding="utf-8")
    message = told(school, "draft", "thank-you-letter", "roc-noorderlee", "--date", "2027-06-17", "--format", "html")
    assert "layouts/page.html" in message
    assert said in message


PICTURES = {
    "a script": SVG.format("<script>alert(1)</script>"),
    "a picture from elsewhere": SVG.format('<image href="http://127.0.0.1:9/x.png"/>'),
    "a file of this machine": SVG.format('<image href="file:///etc/passwd"/>'),
    "an entity": f'<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>{SVG.format("<text>&e;</text>")}',
    "a style that fetches": SVG.format("<style>@import url(http://127.0.0.1:9/x.css);</style>"),
    "a thousand million shapes": SVG.format(
        "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 10)) + '<g id="g0"><path/></g>'
    ),
}


@pytest.mark.parametrize("svg", PICTURES.values(), ids=PICTURES)
def test_a_picture_that_runs_or_fetches_is_refused(school: Path, svg: str) -> None:
    (school / "layouts" / "zegel.svg").write_text(svg, encoding="utf-8")
    assert "layouts/zegel.svg: the picture cannot be used" in drafted(school)
    (school / "layouts" / "zegel.svg").rename(school / "logo.svg")
    with (school / "school.yaml").open("a", encoding="utf-8") as file:
        file.write("\nhouse_style: {logo: logo.svg}\n")
    assert "house_style.logo: the logo cannot be used" in drafted(school)


@pytest.mark.parametrize("name", ["../secret.png", "/etc/passwd.png", "partners/../../secret.png"])
def test_a_logo_outside_the_workspace_is_refused(school: Path, name: str) -> None:
    with (school / "school.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\nhouse_style: {{logo: '{name}'}}\n")
    assert "lies outside the workspace" in drafted(school)


@pytest.mark.parametrize("name", ["zegel.png", "letter.docx", "print.css"])
def test_a_link_out_of_the_workspace_is_refused(school: Path, name: str) -> None:
    (school / "layouts" / name).symlink_to(school.parent / "secret.png")
    assert f"layouts/{name}: is a link that leads out of the workspace" in drafted(school)
