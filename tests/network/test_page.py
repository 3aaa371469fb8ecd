"""The overview page in a real browser: Chromium shows it without a fault, axe finds nothing, and it prints."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from tests.cli.user import EXAMPLES, MADE, handslag, many_partners

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "node_modules/axe-core/axe.min.js"
HARD = "Jansen & Zn. <script>alert(1)</script> {{ 7*7 }}"
DAY = ("--date", "2027-10-20")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it; without the sandbox, which a container does not offer."""
    found = next(path for name in ("chromium", "google-chrome") if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[tuple[Page, list[str]]]:
    """A page, and everything that it fetches or complains of."""
    page, told = browser.new_page(viewport={"width": 1200, "height": 900}), list[str]()
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: told.append(request.url))
    yield page, told
    page.close()


def written(school: Path, *words: str) -> Path:
    """The overview of a school."""
    file = school.parent / "overview.html"
    result = handslag("status", "-w", school, *DAY, "--html", file, "--force", *words)
    assert result.exit_code == 0, result.output
    return file


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """The sample school in a colour of its own, with a partner whose name tries everything."""
    shutil.copytree(EXAMPLES, tmp_path / "school", ignore=MADE)
    hard = f"schema: handslag/partnerprofiel/1\nid: hard\npartner: {{kind: other, legal_name: '{HARD}'}}\n"
    (tmp_path / "school/partners/hard.yaml").write_text(hard, "utf-8")
    return tmp_path / "school"


def axe(page: Page) -> list[str]:
    """What axe-core finds, with every rule it has: rule and place."""
    page.add_script_tag(path=AXE)
    found: dict[str, Any] = page.evaluate("() => axe.run(document)")
    assert len(found["passes"]) > 20, "it did look"
    return [f"{one['id']}: {node['html']}" for one in found["violations"] for node in one["nodes"]]


@pytest.mark.parametrize(("language", "accent"), [("nl", "#1B5E6F"), ("en", "#FFD400"), ("nl", "#000000")])
def test_axe_finds_nothing(school: Path, shown: tuple[Page, list[str]], language: str, accent: str) -> None:
    with (school / "school.yaml").open("a", encoding="utf-8") as file:
        file.write(f'house_style: {{accent: "{accent}"}}\n')
    page, told = shown
    url = written(school, "--lang", language).as_uri()
    page.goto(url)
    assert told == [url], "nothing else is fetched, and nothing complains"
    for summary in page.locator("summary").all():
        summary.click()
    assert axe(page) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 24, 31)"
    assert axe(page) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 360, "height": 640})
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, "nothing sticks out on a telephone"


def test_every_word_of_a_partner_is_there_as_it_was_typed(school: Path, shown: tuple[Page, list[str]]) -> None:
    page, _ = shown
    page.goto(written(school).as_uri())
    assert page.get_by_role("rowheader", name=HARD).count() >= 1
    assert page.locator("html").get_attribute("lang") == "nl"
    row = page.get_by_role("row", name="Van ’t Veld & Zonen").first.inner_text()
    assert row.replace("\n", " ").split("\t") == [
        "Van ’t Veld & Zonen",
        "bedrijf",
        "lopend",
        "11-5-2027",
        "7-9-2027 (voorbij)",
        "getekend t/m 31-7-2028",
        "€ 21.673",
        "€ 6.580",
        "1 waarschuwing 4 tips",
        "1 te laat 3 op komst",
    ]


def test_every_chart_has_its_figures_as_a_table_too(school: Path, shown: tuple[Page, list[str]]) -> None:
    page, _ = shown
    page.goto(written(school, "--lang", "en").as_uri())
    figures = page.locator("figure")
    assert figures.locator("[role=img][aria-label]").count() == figures.locator("details table").count() == 4
    for figure in figures.all():
        figure.locator("summary").click()
        table = [cell.inner_text() for cell in figure.locator("tbody td").all()]
        drawn = figure.locator("[role=img]").inner_text()
        assert [said for said in table if said not in ("0", "–") and said not in drawn] == []


def test_it_is_something_to_look_at(school: Path, shown: tuple[Page, list[str]]) -> None:
    page, _ = shown
    page.goto(written(school).as_uri())
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    colours = {colour for _, colour in picture.getcolors(1_000_000) or ()}
    assert (0x1B, 0x5E, 0x6F) in colours, "the school's colour"
    assert picture.width == 1200
    for name in ("h1", "table", ".bars", ".columns", ".agenda"):
        box = page.locator(name).first.bounding_box()
        assert box is not None
        assert 0 < box["width"] <= 1200, name


def test_it_prints_on_paper_with_nothing_cut_off(school: Path, shown: tuple[Page, list[str]], tmp_path: Path) -> None:
    page, _ = shown
    page.goto(written(school).as_uri())
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(" ".join(sheet.extract_text() for sheet in printed.pages).split())
    assert {(round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) for sheet in printed.pages} == {
        (842, 595)
    }
    assert "2 te laat" in text
    assert f"1 / {len(printed.pages)}" in text, "pages are numbered"
    assert "Stuur een bedankje vóór de kerstvakantie" in text


def test_bars_and_columns_are_drawn_as_long_as_they_say(school: Path, shown: tuple[Page, list[str]]) -> None:
    page, _ = shown
    page.goto(written(school).as_uri())
    ends = "bar => bar.lastElementChild.offsetLeft + bar.lastElementChild.offsetWidth - bar.offsetLeft"
    widths = page.evaluate(f"[...document.querySelectorAll('[aria-label^=Geld] .bar')].map({ends})")
    assert widths == sorted(widths, reverse=True)
    heights = page.evaluate("[...document.querySelectorAll('.columns i')].map(one => one.offsetHeight)")
    told = [int(one.inner_text()) for one in page.locator(".columns .room").all()]
    assert [round(height * max(told) / max(heights)) for height in heights] == told


def test_what_cannot_be_read_is_said_on_the_page(school: Path, shown: tuple[Page, list[str]]) -> None:
    (school / "partners/roc-noorderlee.yaml").write_text("id: roc", "utf-8")
    page, _ = shown
    page.goto(written(school).as_uri())
    assert page.locator(".unread").inner_text().endswith("tellen niet mee (handslag check): partners/roc-noorderlee.yaml")
    assert axe(page) == []


def test_a_large_network_stays_readable(tmp_path: Path, shown: tuple[Page, list[str]]) -> None:
    page, _ = shown
    page.goto(written(many_partners(tmp_path, 60)).as_uri())
    assert page.locator("figure:has([aria-label^=Geld]) tbody tr").count() == 13
    assert page.locator("figure", has_text="overige 51").count() == 1
    assert axe(page) == []


def test_a_school_without_partners_has_a_page_too(tmp_path: Path, shown: tuple[Page, list[str]]) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "school", ignore=MADE)
    for file in (tmp_path / "school/partners").glob("*"):
        file.unlink()
    page, _ = shown
    page.goto(written(tmp_path / "school").as_uri())
    assert "Er zijn nog geen partners." in page.locator("main").inner_text()
    assert axe(page) == []


def test_the_page_is_not_written_over_another(school: Path) -> None:
    file = school.parent / "x.html"
    file.write_text("mine", "utf-8")
    again = handslag("status", "-w", school, *DAY, "--html", file)
    assert (again.exit_code, file.read_text("utf-8")) == (1, "mine")
    assert handslag("status", "-w", school, "--html", school.parent / "x.pdf").exit_code == 2
