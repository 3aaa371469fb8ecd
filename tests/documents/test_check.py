"""What is wrong in a Word document is told all at once, each at its place, with what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document

from generator.documents.annotate import annotated
from generator.documents.check import check
from generator.errors import Severity
from generator.vocabulary import Vocabulary, vocabulary
from generator.workspace import Workspace
from tests.cli.user import EXAMPLES, MADE, handslag, listed
from tests.documents.test_filled import faults
from tests.documents.valid import VALID
from tests.documents.word import META, W, docx, order, p, run, table, tree, words

KNOWN = order()
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing/><w:txbxContent>{0}</w:txbxContent></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.fixture(scope="module")
def known() -> Vocabulary:
    """What the documents of the sample school may use."""
    return vocabulary(KNOWN.kind, Workspace(EXAMPLES), "nl")


def told(data: bytes, known: Vocabulary) -> list[tuple[str, str, str]]:
    return [(one.place, one.fault("x.docx").problem, one.hint) for one in check(data, "x.docx", known)]


BROKEN: dict[str, tuple[bytes, list[tuple[str, str, str]]]] = {
    "a name that is not there": (
        docx(p("Geachte heer"), p("van {{ partnr.legal_name }} te ", "{{ partner.visit", ".plaats }}")),
        [
            ("paragraph 2", "there is nothing called 'partnr', in {{ partnr.legal_name }}", "did you mean 'partner'?"),
            (
                "paragraph 2",
                "there is no field 'plaats' in 'partner.visit', in {{ partner.visit.plaats }}",
                "choose from: country",
            ),
        ],
    ),
    "a tag that is not whole": (
        docx(p("{ partner.legal_name }}"), p("{{ partner.legal_name }"), p("{{ day | date }} {{ day")),
        [
            ("paragraph 1", "a tag is ended with }} and was not begun, in { partner.legal_name }}", "begin it with {{"),
            ("paragraph 2", "a tag is begun with {{ and not ended, in {{ partner.legal_name }", "end it with }}"),
            ("paragraph 3", "a tag is begun with {{ and not ended, in {{ day", "end it with }}"),
        ],
    ),
    "a filter that is wrong": (
        docx(table(("Datum", "{{ cooperation.start | datum }}"), ("Naam", "{{ partner.legal_name | date }}"))),
        [
            (
                "table 1, row 1, column 2",
                "there is no filter 'datum', in {{ cooperation.start | datum }}",
                "did you mean 'date'?",
            ),
            (
                "table 1, row 2, column 2",
                "the filter 'date' is for a date, and this is text, in {{ partner.legal_name | date }}",
                "",
            ),
        ],
    ),
    "a value that needs a filter": (
        docx(p("{{ cooperation.start }}"), p("{{ budget.to_fund }}"), p("{{ final }}"), p("{{ parties }}"), p("{{ partner }}")),
        [
            ("paragraph 1", "a date needs a filter: '| date', in {{ cooperation.start }}", ""),
            ("paragraph 2", "an amount needs a filter: '| money' or '| number', in {{ budget.to_fund }}", ""),
            ("paragraph 3", "yes or no cannot be printed: use it in {% if … %}, in {{ final }}", ""),
            ("paragraph 4", "a list needs a loop ({% for … %}) or '| conjunction', in {{ parties }}", ""),
            ("paragraph 5", "this is a group of fields: print one of them, in {{ partner }}", ""),
        ],
    ),
    "a loop that is not closed": (
        docx(p("{%p for one in parties %}"), p("{{ one.nam }}"), p("{% if final %}"), footer=p("{% endif %}")),
        [
            ("paragraph 1", "{% for … %} is not closed, in {%p for one in parties %}", "put {% endfor %} where it ends"),
            ("paragraph 2", "there is no field 'nam' in 'one', in {{ one.nam }}", "did you mean 'name'?"),
            ("paragraph 3", "{% if … %} is not closed, in {% if final %}", "put {% endif %} where it ends"),
            (
                "footer, paragraph 1",
                "this closes or divides nothing that was opened, in {% endif %}",
                "put {% if … %} or {% for … %} before it, or remove it",
            ),
        ],
    ),
    "a row that a tag takes away": (
        docx(table(("{%tr for one in parties %}{{ one.name }}", "{%tr endfor %}"))),
        [
            (
                "table 1, row 1, column 2",
                "{%tr for one in parties %} and {%tr endfor %} stand in one row, which they both take away, in {%tr endfor %}",
                "give each a row of its own, above and below the row to repeat",
            )
        ],
    ),
    "a tag for rows outside a table": (
        docx(p("{%tr for one in parties %}"), p("{{ one.name }}"), p("{%tr endfor %}")),
        [
            (
                f"paragraph {n}",
                f"'tr' is for a row or cell, and this stands in no table, in {tag}",
                "leave 'tr' out, or write {%p … %}",
            )
            for n, tag in ((1, "{%tr for one in parties %}"), (3, "{%tr endfor %}"))
        ],
    ),
    "words beside a tag that takes its paragraph": (
        docx(p("Let op: {%p if final %}"), p("x"), p("{%p endif %}")),
        [
            (
                "paragraph 1",
                "this takes its paragraph away, and 'Let op:' stands in it too, in {%p if final %}",
                "give the tag a paragraph of its own",
            )
        ],
    ),
    "what Jinja cannot read, each by itself": (
        docx(
            p("{{ partner.legal name }}"),
            p("{% als final %}"),
            p("{{ day | date( }}"),
            p("{{ }}"),
            p("{% include 'x' %}"),
            header=p("{% iff final %}x{% endif %}"),
        ),
        [
            (
                "paragraph 1",
                "a name has no spaces in it, in {{ partner.legal name }}",
                "write an underscore (_) or a dot for the space, or {% … %} for an instruction",
            ),
            ("paragraph 2", "there is no {% als … %}, in {% als final %}", "choose from: "),
            ("paragraph 3", "a bracket, or the tag itself, is not closed, in {{ day | date( }}", "count the brackets"),
            ("paragraph 4", "there is nothing in this tag, in {{ }}", "write the name of a field in it, or remove it"),
            (
                "paragraph 5",
                "'include' takes in another text, and a Word document stands by itself, in {% include 'x' %}",
                "write it out",
            ),
            ("header, paragraph 1", "there is no {% iff … %}, in {% iff final %}", "did you mean 'if'?"),
            ("header, paragraph 1", "this closes or divides nothing that was opened, in {% endif %}", "put {% if"),
        ],
    ),
    "a list that is no list, and a field of a list": (
        docx(
            p(
                "{{ partner.people.surname }}{% for x in partner %}{% endfor %}",
                "{{ parties | map(attribute='nam') | conjunction }}",
            )
        ),
        [
            (
                "paragraph 1",
                "'surname' stands in each item of a list, not in the list, in {{ partner.people.surname }}",
                "go through it: {% for one in … %}{{ one.surname }}{% endfor %}",
            ),
            ("paragraph 1", "'partner' is no list: there is nothing to go through, in {% for x in partner %}", ""),
            ("paragraph 1", "there is no field 'nam' in ", "did you mean 'name'?"),
        ],
    ),
    "what people who know some of it write": (
        docx(
            p("{% if final %}a{% else if draft %}b{% endif %}"),
            p("{% if partner.kind = 'company' %}a{% endif final %}"),
            p("{% for one of parties %}{% endfor %}"),
            p("{{ partner.legal_name } }{ { day | date }}"),
            p("{{ day | date('lang') }}"),
            p("{{ sender.name }} {{ cooperation.activities.title }} {{ cooperation.activities[0].title }}"),
        ),
        [
            ("paragraph 1", "there is no {% else if … %}, in {% else if draft %}", "write {% elif … %}"),
            ("paragraph 2", "one '=' does not compare, in {% if partner.kind = 'company' %}", "write =="),
            ("paragraph 2", "what ends something has no more words in it, in {% endif final %}", "write {% endif %}"),
            ("paragraph 3", "a loop is written with 'in', in {% for one of parties %}", "{% for party in parties %}"),
            ("paragraph 4", "there is a space between the two signs of a tag, in {{", "write {{ and }}"),
            ("paragraph 5", "the filter 'date' is not given what it takes, in ", "look at what stands between its brackets"),
            ("paragraph 6", "there is no field 'name' in 'sender', in ", "did you mean 'sender.school.name'?"),
            ("paragraph 6", "there is no field 'title' in the items of 'cooperation.activities'", "handslag fields"),
            ("paragraph 6", "there is no field 'title' in 'cooperation.activities[0]', in", "handslag fields"),
        ],
    ),
    "a tag in a text box, a footnote and a deletion": (
        docx(
            f"<w:p>{BOX.format(p('{{ referenc }}'))}</w:p>",
            "<w:p><w:del w:id='1' w:author='x'><w:r><w:delText>{{ day | date }}</w:delText></w:r></w:del></w:p>",
            footnotes=f'<w:footnote w:id="2">{p("{{ referenc }}")}</w:footnote>',
        ),
        [
            (
                "paragraph 2 (in a text box)",
                "there is nothing called 'referenc', in {{ referenc }}",
                "did you mean 'reference'?",
            ),
            (
                "paragraph 3",
                "a tag stands in text that was struck out with tracked changes",
                "accept or reject the changes in Word",
            ),
            ("footnotes, paragraph 1", "there is nothing called 'referenc', in {{ referenc }}", "did you mean 'reference'?"),
        ],
    ),
}


@pytest.mark.parametrize(("data", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_broken_document_is_explained_at_the_right_place(
    data: bytes, expected: list[tuple[str, str, str]], known: Vocabulary
) -> None:
    found = told(data, known)
    assert [place for place, _, _ in found] == [place for place, _, _ in expected]
    for (_, problem, hint), (_, begin, advice) in zip(found, expected, strict=True):
        assert problem.startswith(begin)
        assert hint.startswith(advice)


@pytest.mark.parametrize(("data", "_", "__"), VALID.values(), ids=VALID)
def test_a_valid_document_has_no_fault_but_unknown_names(data: bytes, _: object, __: object, known: Vocabulary) -> None:
    problems = {one.problem for one in check(data, "x.docx", known) if one.severity is Severity.ERROR}
    assert [one for one in problems if not one.startswith(("there is nothing called", "there is no field"))] == []


def test_a_tag_that_runs_on_into_the_next_paragraph_is_a_warning_since_it_can_be_made(known: Vocabulary) -> None:
    (remark,) = check(docx(p("{{ partner."), p("legal_name }}")), "x.docx", known)
    assert (remark.severity, remark.place) == (Severity.WARNING, "paragraph 1")
    assert "a tag runs on into the next paragraph" in remark.problem


def test_everything_that_a_document_may_use_is_known(known: Vocabulary) -> None:
    data = docx(
        p("{{ partner.legal_name }} {{ school.visit | address }} {{ day | date }} {{ reference }} {{ language }}"),
        p("{% for party in parties if party.is_public %}{{ loop.index }} {{ party.contact | name }}{% endfor %}"),
        p("{% for year in budget.years %}{{ year.totals.gross | money }}{% endfor %}{{ (activities | first).activity.type }}"),
        p("{{ parties | map(attribute='organisation.legal_name') | conjunction }} {{ partner.people[0].surname }}"),
        p(
            "{% set ns = namespace(n=0) %}{% set x = partner.ids %}{{ x.kvk }}{{ x['kvk'] }}",
            "{% macro m(a) %}{{ a }}{% endmacro %}",
        ),
        p("{{ cooperation.end.year }} {{ cooperation.start | date if cooperation.start else 'nog te bepalen' }}"),
    )
    assert told(data, known) == []


# --- the command ---


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """The sample school with a document of its own."""
    shutil.copytree(EXAMPLES, tmp_path / "school", ignore=MADE)
    (tmp_path / "school/documents").mkdir()
    return tmp_path / "school"


def test_the_command_tells_all_and_counts(school: Path) -> None:
    file = school / "documents/brief.docx"
    file.write_bytes(docx(p("{{ partnr.x }}"), p("{{ day }}")))
    result = handslag("document", "check", file, "-w", school)
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"error: {file}: paragraph 1: there is nothing called 'partnr', in {{{{ partnr.x }}}}",
        "  hint: did you mean 'partner'?",
        f"error: {file}: paragraph 2: a date needs a filter: '| date', in {{{{ day }}}}",
        f"{file}: 2 errors, 0 warnings",
    ]


def test_what_passes_can_be_made_for_every_partner(school: Path) -> None:
    file = school / "documents/brief.docx"
    file.write_bytes(docx(p("{{ partner.legal_name }} {{ partner.people[7].surname }}")))
    result = handslag("document", "check", file, "-w", school)
    assert result.exit_code == 1
    assert (
        f"{file}: paragraph 1: there is no number 7 in this list, of which the first is 0 (with gemeente-noorderlee), "
        "in {{ partner.legal_name }}{{ partner.people[7].surname }}"
    ) in result.output
    shown = handslag("draft", "brief", "gemeente-noorderlee", "-w", school).stderr
    assert "documents/brief.docx: {{ partner.legal_name }}{{ partner.people[7].surname }}: there is no number 7" in shown
    file.write_bytes(docx(p("{{ partner.legal_name }}")))
    assert handslag("document", "check", file, "-w", school).output == f"{file}: 0 errors, 0 warnings\n"


def test_the_form_alone_can_be_judged(school: Path) -> None:
    file = school / "vreemd.docx"
    file.write_bytes(docx(p("{{ customer.name | upper }}{% for x in rows %}{{ x }}{% endfor %}")))
    assert handslag("document", "check", file, "--any-names", "-w", school).exit_code == 0
    assert handslag("document", "check", file, "-w", school).exit_code == 1


def test_json_has_the_place_for_programs(school: Path) -> None:
    file = school / "vreemd.docx"
    file.write_bytes(docx(p("a"), table(("x", "{{ partnr }}"))))
    (remark,) = listed(handslag("document", "check", file, "--json", "-w", school))["remarks"]
    place = {name: remark[name] for name in ("part", "paragraph", "cell", "tag", "severity", "path")}
    assert place == {
        "part": "word/document.xml",
        "paragraph": 3,
        "cell": {"table": 1, "row": 1, "column": 2},
        "tag": "{{ partnr }}",
        "severity": "error",
        "path": "table 1, row 1, column 2",
    }


@pytest.mark.parametrize("words_", [("geen.docx",), ("documents",)])
def test_a_file_that_cannot_be_read_is_told(school: Path, words_: tuple[str, ...]) -> None:
    result = handslag("document", "check", school / words_[0], "-w", school)
    assert result.exit_code in (1, 2)
    assert "Traceback" not in result.output


# --- comments in a copy ---


def test_a_copy_has_the_remarks_as_comments_at_their_words(school: Path, tmp_path: Path) -> None:
    file, copy = school / "brief.docx", school / "brief-nakijken.docx"
    body = p("Geachte ", run("{{ part", "<w:b/>"), "nr.x }}", " en {{ partner.legal_name }}")
    file.write_bytes(docx(body, table(("{{ day }}",)), header=p("{{ referenc }}")))
    result = handslag("document", "check", file, "--annotate", copy, "-w", school)
    assert str(copy) in result.output
    data = copy.read_bytes()
    assert comments(data) == [
        ("{{ partnr.x }}", ["there is nothing called 'partnr'", "did you mean 'partner'?"]),
        ("{{ day }}", ["a date needs a filter: '| date'"]),
        (
            "Geachte {{ partnr.x }} en {{ partner.legal_name }}",
            ["header, paragraph 1: there is nothing called 'referenc'", "{{ referenc }}", "did you mean 'reference'?"],
        ),
    ]
    assert words(data) == words(file.read_bytes())
    assert faults(data, tmp_path) == []


def test_the_document_itself_and_a_file_that_is_there_are_left_alone(school: Path) -> None:
    file = school / "brief.docx"
    file.write_bytes(docx(p("{{ partnr }}")))
    assert handslag("document", "check", file, "--annotate", file, "-w", school).exit_code == 2
    (school / "copy.docx").write_bytes(b"van mij")
    assert "is there already" in handslag("document", "check", file, "--annotate", school / "copy.docx", "-w", school).output
    assert (school / "copy.docx").read_bytes() == b"van mij"


def test_comments_that_were_there_stay(known: Vocabulary) -> None:
    data = docx(p("{{ partnr }}"))
    once = annotated(data, "x.docx", check(data, "x.docx", known), META.day)
    twice = annotated(once, "x.docx", check(once, "x.docx", known), META.day)
    assert [about for about, _ in comments(twice)] == ["{{ partnr }}", "{{ partnr }}"]


def test_a_document_without_any_text_can_have_a_remark() -> None:
    data = docx(header=p("{{ x"))
    assert [lines[0][:20] for _, lines in comments(annotated(data, "x.docx", check(data, "x.docx", None), META.day))] == [
        "header, paragraph 1:"
    ]


def comments(data: bytes) -> list[tuple[str, list[str]]]:
    """Each comment: the words it is about, and its own lines."""
    root, notes = tree(data), tree(data, "word/comments-handslag.xml")
    return [(_between(root, one.get(f"{{{W}}}id", "")), ["".join(map(str, line.itertext())) for line in one]) for one in notes]


def _between(root: object, number: str) -> str:
    """The words between the beginning and the end of a comment."""
    said, inside = "", False
    for element in root.iter():  # type: ignore[attr-defined]
        if element.get(f"{{{W}}}id") == number and element.tag.startswith(f"{{{W}}}commentRange"):
            inside = element.tag.endswith("Start")
        elif inside and element.tag == f"{{{W}}}t":
            said += element.text
    return said.strip()


def test_a_font_that_is_not_here_is_a_hint_when_it_is_used(school: Path) -> None:
    file = school / "documents/brief.docx"
    word = Document()
    word.add_paragraph("{{ partner.legal_name }}").runs[0].font.name = "Nergens Sans"
    word.styles["Quote"].font.name = "Ongebruikt Sans"
    word.save(str(file))
    told_ = handslag("document", "check", file, "-w", school).output
    assert f"hint: {file}: the font 'Nergens Sans' is not on this machine" in told_
    assert "Ongebruikt" not in told_
    assert f"{file}: 0 errors, 0 warnings" in told_
