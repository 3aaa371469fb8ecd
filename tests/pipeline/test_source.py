"""Fill: what a text may use, what a value can never do, and how a mistake in a text is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from generator.blocks import Meta, Paragraph, Table
from generator.clauses import Clause
from generator.errors import BadText
from generator.escape import escape
from generator.parse import parse
from generator.profile.base import Section, optional
from generator.readback import said
from generator.source import fill
from tests.pipeline.conftest import META


class Ids(Section):
    kvk: str | None = optional("KVK-nummer", "Trade register number, 8 digits.")


class Partner(Section):
    name: str | None = optional("Naam", "The name.")
    ids: Ids | None = optional("Nummers", "Identifiers.")
    start: date | None = optional("Startdatum", "First day; of the cooperation.")


class Rise(Section):
    from_: date | None = Field(default=None, alias="from", title="Vanaf", description="First day.")


def filled(folder: Path, text: str, language: str = "nl", clauses: dict[str, str] | None = None, **names: Any) -> str:
    """The Markdown of ``text`` with these names."""
    (folder / "kind").mkdir()
    (folder / "clauses").mkdir()
    (folder / "kind/text.nl.md").write_text(text, encoding="utf-8")
    listed = []
    for name, body in (clauses or {}).items():
        file = f"clauses/{name}.nl.md"
        (folder / file).write_text(body, encoding="utf-8")
        when = body.partition("when: ")[2].split("\n")[0]
        listed.append(Clause(name, file, when))
    return fill((folder,), "kind/text.nl.md", listed, names, names, language)


def problem(folder: Path, text: str, **names: Any) -> str:
    """The faults of filling ``text``, as a reader sees them."""
    with pytest.raises(BadText) as caught:
        filled(folder, text, **names)
    return "\n".join(f"{fault}; {fault.hint}".removesuffix("; ") for fault in caught.value.faults)


# --- values ---


def test_a_value_is_shown_and_never_acts(tmp_path: Path) -> None:
    name = "Jansen & Zn. <B.V.> *_{{7*7}}_* | #1"
    assert filled(tmp_path, "{{ name }}", name=name) == "Jansen \\& Zn. \\<B.V.\\> \\*\\_\\{\\{7\\*7\\}\\}\\_\\* &#124; \\#1\n"


HARD = st.text(
    st.one_of(st.sampled_from("&<>\"'|*_#{}[]()\\`~!:=-+.1 \n\t\u00a0🙂ب"), st.characters(exclude_categories=("Cs", "Cc"))),
    min_size=1,
)
CORNERS = [
    "# x",
    "1. x",
    "1) x",
    "12",
    "- x",
    "+ x",
    "===",
    "---",
    "::: note",
    "| x",
    "\\",
    "a\\",
    "[x](y)",
    "![x](y)",
    "&amp;",
    " x ",
    "`x`",
    "\n",
    "{#x}",
]


def settled_text(markdown: str, meta: Meta) -> str:
    (block,) = parse(markdown, meta).blocks
    assert isinstance(block, Paragraph)
    return said(block.content)


@given(HARD)
def test_any_value_arrives_as_typed_in_a_paragraph(value: str) -> None:
    assert settled_text(str(escape(value)) or "x", META) == value


@given(HARD)
def test_any_value_arrives_as_typed_in_a_table(value: str) -> None:
    (table,) = parse(f"| a | b |\n|---|---|\n|{escape(value)}| {escape(value)} |", META).blocks
    assert isinstance(table, Table)
    assert [said(cell) for cell in table.rows[0]] == [value, value]


@pytest.mark.parametrize("value", CORNERS)
def test_a_value_that_looks_like_markdown_arrives_as_typed(value: str, meta: Meta) -> None:
    assert settled_text(str(escape(value)), meta) == value
    assert settled_text(f"{escape(value)} en {escape(value)}", meta) == f"{value} en {value}"


def test_glued_and_repeated_values_stay_values(tmp_path: Path) -> None:
    text = "{% macro bold(x) %}**{{ x }}**{% endmacro %}{{ bold('a*') ~ '_b' }} {{ bold('c') + '*' }}"
    text += "{% set d %}{{ e }}{% endset %} {{ d }}"
    assert filled(tmp_path, text, e="e_") == "**a\\***\\_b **c**\\* e\\_\n"


# --- blanks ---


def test_an_empty_field_becomes_a_blank_with_its_own_name(tmp_path: Path) -> None:
    text = "{{ partner.name }} {{ partner.ids.kvk }} {{ partner.start | date }}{% if partner.name %}niet{% endif %}"
    assert filled(tmp_path, text, partner=Partner(ids=Ids())) == (
        "[Naam](blank:partner.name) [KVK-nummer](blank:partner.ids.kvk) [Startdatum](blank:partner.start)\n"
    )


def test_below_an_empty_section_everything_is_empty(tmp_path: Path) -> None:
    assert filled(tmp_path, "{{ partner.ids.kvk }}{% for x in partner.ids %}niet{% endfor %}", partner=Partner()) == (
        "[KVK-nummer](blank:partner.ids.kvk)\n"
    )


def test_in_english_the_label_is_the_description(tmp_path: Path) -> None:
    assert (
        filled(tmp_path, "{{ partner.start | date }}", language="en", partner=Partner()) == "[First day](blank:partner.start)\n"
    )


def test_a_field_goes_by_its_name_in_the_profile(tmp_path: Path) -> None:
    rise = Rise.model_validate({"from": date(2027, 8, 1)})
    assert filled(tmp_path, "{{ rise.from | date }} {{ empty.from | date }}", rise=rise, empty=Rise()) == (
        "1\u00a0augustus 2027 [Vanaf](blank:empty.from)\n"
    )


def test_a_text_can_give_a_blank_its_own_label(tmp_path: Path) -> None:
    assert (
        filled(tmp_path, "{{ partner.name | blank('naam', 'partner.name') }}", partner=Partner())
        == "[naam](blank:partner.name)\n"
    )


# --- clauses ---


def test_clauses_stand_where_the_text_wants_them_with_their_name_as_anchor(tmp_path: Path) -> None:
    clauses = {
        "one": "## Een\n\n{% if 'two' in articles %}\nZie [](#two).\n{% endif %}\n",
        "two": "---\nwhen: pupils\n---\n## Twee\n\nx\n",
        "three": "---\nwhen: not pupils\n---\n## Drie\n\nx\n",
    }
    assert filled(tmp_path, "# T\n\n{{ clauses }}\n", clauses=clauses, pupils=True) == (
        "# T\n\n## Een {#one}\n\nZie [](#two).\n\n## Twee {#two}\n\nx\n"
    )


def test_every_fault_of_every_clause_is_told_with_file_and_line(tmp_path: Path) -> None:
    clauses = {
        "one": "---\nwhen: parter\n---\n## Een\n",
        "two": "---\n---\n## Twee\n\n{{ partner.nme }}\n",
        "three": "## Drie\n{{ x | mony }}",
    }
    with pytest.raises(BadText) as caught:
        filled(tmp_path, "# T\n{{ clauses }}", clauses=clauses, partner=Partner())
    assert [(f.file, f.line, f.problem) for f in caught.value.faults] == [
        ("clauses/one.nl.md", None, "there is nothing called 'parter'"),
        ("clauses/two.nl.md", 5, "there is no field 'nme' there"),
        ("clauses/three.nl.md", 2, "No filter named 'mony'."),
    ]


# --- what a text may not do ---


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{{ prtner }}", "kind/text.nl.md:1: there is nothing called 'prtner'; did you mean 'partner'?"),
        (
            "\n{{ partner.ids.kvkk }}",
            "kind/text.nl.md:2: there is no field 'kvkk' there; handslag fields shows all that there are",
        ),
        ("{{ amount }}", "kind/text.nl.md:1: the amount 1.50 needs a filter: '| money' or '| number'"),
        ("{{ day }}", "kind/text.nl.md:1: 2027-06-17 needs a filter: '| date', '| clock' …"),
        ("{{ yes }}", "kind/text.nl.md:1: 'True' cannot be printed: use it in a condition"),
        ("{{ none }}", "kind/text.nl.md:1: 'None' cannot be printed: use it in a condition"),
        ("{{ 'a' * 1000000000 }}", "kind/text.nl.md:1: '*' does not work on text"),
        ("{% if x %}", "kind/text.nl.md:1: Unexpected end of template."),
        ("{% include '../secret.md' %}", "kind/text.nl.md: there is no text '../secret.md'"),
    ],
)
def test_a_mistake_is_told_in_the_writers_terms(tmp_path: Path, text: str, wanted: str) -> None:
    names = {"partner": Partner(ids=Ids()), "amount": Decimal("1.50"), "day": date(2027, 6, 17), "yes": True}
    assert problem(tmp_path, text, **names).startswith(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "{{ partner.__class__ }}",
        "{{ partner.model_dump() }}",
        "{{ ''.format.__globals__ }}",
        "{{ 'x'.join(['a']) }}",
        "{{ lipsum }}",
        "{{ partner.model_fields }}",
        "{{ self.__init__ }}",
        "{{ cycler }}",
        "{{ 'x' | safe }}",
        "{{ ['x'] | attr('append') }}",
    ],
)
def test_a_text_cannot_reach_python(tmp_path: Path, text: str) -> None:
    assert problem(tmp_path, text, partner=Partner(name="x"))
