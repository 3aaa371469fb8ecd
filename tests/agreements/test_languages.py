"""Both languages of every text say the same; and the comparison itself, tried on made-up texts that forgot something."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import BadText
from generator.kinds import Kind, kinds
from generator.own.languages import PREVAILS, differences
from generator.package import resource

AGREED = resource("agreements")
ROOTS = tuple(folder for folder in (AGREED, resource("templates") / "texts") if folder.is_dir())
KINDS = kinds(ROOTS)
FILES = {str(path.relative_to(root)): path for root in ROOTS for path in sorted(root.rglob("*.md"))}
DUTCH = {name.removesuffix(".nl.md") for name in FILES if name.endswith(".nl.md")}
ENGLISH = {name.removesuffix(".en.md") for name in FILES if name.endswith(".en.md")}


@pytest.mark.parametrize("name", sorted(DUTCH & ENGLISH))
def test_both_languages_say_the_same(name: str) -> None:
    assert differences(ROOTS, name) == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_has_all_its_texts_in_the_languages_it_names(kind: Kind) -> None:
    wanted = [f"{kind.id}/text", *(f"clauses/{clause}" for clause in kind.about.clauses)]
    there = {"nl": DUTCH, "en": ENGLISH}
    assert [(name, code) for code in kind.about.languages for name in wanted if name not in there[code]] == []
    assert kind.about.languages == (("nl", "en") if f"{kind.id}/text" in ENGLISH else ("nl",))


def test_no_translation_stands_alone_and_no_shared_text_lacks_one() -> None:
    assert set() == ENGLISH - DUTCH
    assert {name for name in DUTCH - ENGLISH if not name.endswith("/text")} == set()


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if "en" in kind.about.languages], ids=lambda kind: kind.id)
def test_what_is_agreed_says_at_its_head_that_the_dutch_text_prevails(kind: Kind) -> None:
    text = FILES[f"{kind.id}/text.en.md"].read_text("utf-8")
    said = f"::: note\n{PREVAILS} The Dutch text prevails.\n:::\n"
    assert (said in text) == (AGREED / kind.id).is_dir()


NL = """---
when: activities
---
{% from 'clauses/_words.nl.md' import times %}
{% set notice = cooperation.notice %}
{% set roles = {'coach': 'een coach', 'jury': 'een jurylid'} %}
{% macro shown(person) -%}
{% if person.phone %}{{ person.phone | phone }}{% else %}–{% endif %}
{%- endmacro %}
## Duur

1. {{ the_school | start }} {{ 'geeft een les' if activities | length == 1 else 'geeft lessen' }} aan {{ partner.legal_name }}.

{% if two_parties %}
1. {{ shown(partner) }} belt {{ times(notice.months, 'maand', 'maanden') }} vóór het einde
   {%- if notice.before %} op {{ notice.before | date }}{% endif %}, zie [](#term).
{% else %}
1. Partijen wijzen {{ roles[cooperation.role] }} aan: {{ '' | blank('naam', 'partner.people') }}.
{% endif %}

| Wat | Wanneer |
|---|--:|
{% for planned in activities if planned.name %}
| {{ planned.name }} | {{ planned.day | date }} |
{% endfor %}
{% if goals | length > 1 %}
| Samen | {{ goals | length }} |
{% endif %}

::: note
{% if planned_type == 'gastles' and annex('safety') %}Zie [](#annex-safety).{% endif %}

:::
{% include 'clauses/_words.nl.md' %}
"""
EN = """---
when: activities
---
{% from 'clauses/_words.en.md' import times %}
{% set roles = {'coach': 'a coach', 'jury': 'a member of the jury'} %}
{% macro shown(person) -%}
{{ person.phone | phone if person.phone else '–' }}
{%- endmacro %}
## Term

1. {% if activities | length == 1 %}A lesson is{% else %}Lessons are{% endif %} given to {{ partner.legal_name }}
   by {{ the_school }}.

{% set term = cooperation.notice %}
{% if two_parties %}
1. As [](#term) says{% if term.before %}, on {{ term.before | long_date }}{% endif %}, {{ shown(partner) }} calls
   {{ times(term.months, 'month', 'months') }} before the end.
{% else %}
1. The parties appoint {{ roles[cooperation.role] }}: {{ '' | blank('name', 'partner.people') }}.
{% endif %}

| What | When |
|---|--:|
{% for one in activities if one.name %}
| {{ one.name }} | {{ one.day | short_date }} |
{% endfor %}
{% if goals | length > 1 %}
| Together | {{ goals | length }} |
{% endif %}

::: note
{% if planned_type == 'gastles' and annex('safety') %}See [](#annex-safety).{% endif %}

:::
{% include 'clauses/_words.en.md' %}
"""


def compared(folder: Path, dutch: str, english: str) -> list[str]:
    """The differences of a pair that stands in its own folder."""
    (folder / "clauses").mkdir()
    for name, text in {"_words.nl": "", "_words.en": "", "x.nl": dutch, "x.en": english}.items():
        (folder / f"clauses/{name}.md").write_text(text, encoding="utf-8")
    return [str(difference) for difference in differences((folder,), "clauses/x")]


def test_other_words_order_grammar_and_local_names_are_no_difference(tmp_path: Path) -> None:
    assert compared(tmp_path, NL, EN) == []


FORMS = """{% macro you(formal, familiar) -%}{{ formal if addressee.form == 'u' else familiar }}{%- endmacro %}
{% set u = you('u', 'je') %}
## {{ you('Komt u', 'Kom je') }}?

Wij zien {{ u }} graag bij {{ partner.trade_name }}.
{% include 'clauses/' ~ occasion.kind ~ '.nl.md' %}
"""
NO_FORMS = """## Will you come?

We hope to see you at {{ partner.trade_name }}.
{% include 'clauses/' ~ occasion.kind ~ '.en.md' %}
"""


def test_forms_of_address_are_grammar_and_an_include_may_depend(tmp_path: Path) -> None:
    assert compared(tmp_path, FORMS, NO_FORMS) == []


def test_an_include_of_another_folder_is_a_difference(tmp_path: Path) -> None:
    told = compared(tmp_path, FORMS, NO_FORMS.replace("'clauses/'", "'letters/'"))
    assert told[0].endswith("are not the same sort of place")


PHONE = "{{ person.phone | phone if person.phone else '–' }}"
APPOINT = "1. The parties appoint {{ roles[cooperation.role] }}: {{ '' | blank('name', 'partner.people') }}.\n"
BOX = EN[EN.index("::: note") : EN.index("{% include")]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("when: activities\n", "when: electives\n", "the front matter differs: 'when: activities' and 'when: electives'"),
        (
            " {{ partner.legal_name }}",
            " the partner",
            "x.nl.md:12 (1.) and clauses/x.en.md:11 (1.): only the Dutch text has partner",
        ),
        ("by {{ the_school }}", "by {{ the_partner }}", "only the English text has the_partner"),
        ("{{ term.before | long_date }}", "the day", "only the Dutch text has cooperation.notice.before"),
        (
            "{% if term.before %}, on {{ term.before | long_date }}{% endif %}",
            "{{ term.before }}",
            "whether cooperation.notice.before",
        ),
        ("term.months", "term.before", "only the Dutch text has cooperation.notice.months"),
        ("As [](#term) says", "As said", "only the Dutch text has a link to #term"),
        ("See [](#annex-safety)", "See [](#annex-data)", "only the English text has a link to #annex-data"),
        (" and annex('safety')", "", "only the Dutch text has whether annex('safety')"),
        ("annex('safety')", "annex('data')", "only the Dutch text has whether annex('safety')"),
        ("== 'gastles'", "== 'blokstage'", "only the Dutch text has whether planned_type is 'gastles'"),
        ("== 'gastles'", "!= 'gastles'", "only the English text has whether planned_type is no 'gastles'"),
        ("{% if two_parties %}", "{% if not two_parties %}", "('if two_parties',) and ('if no two_parties',)"),
        ("{% if two_parties %}", "{% if the_partner %}", "('if two_parties',) and ('if the_partner',)"),
        (APPOINT, "", "x.nl.md:18 (1.) and clauses/x.en.md:21 (|): these are not the same sort of place"),
        (
            BOX,
            "",
            "x.nl.md:30 (::: note) and clauses/x.en.md:31 (all of clauses/_words): these are not the same sort",
        ),
        (
            "{% else %}\n1. The parties",
            "{% endif %}\n{% if two_parties %}\n1. The parties",
            "('else',) and ('if two_parties',)",
        ),
        ("'partner.people'", "'partner.ids'", "only the English text has a blank for 'partner.ids'"),
        (", 'jury': 'a member of the jury'", "", "only the Dutch text has a word for 'jury'"),
        (PHONE, "{{ person.phone | phone }}", "only the Dutch text has whether person.phone"),
        (PHONE, "{{ person.email if person.phone else '–' }}", "only the Dutch text has person.phone"),
        ("shown(person)", "shown(who)", "are not the same sort of place"),
        ("{{ shown(partner) }}", "{{ partner }}", "only the Dutch text has shown()"),
        ("import times", "import count", "only the English text has count of clauses/_words"),
        ("|---|--:|", "|---|---|", "are not the same sort of place"),
        (" | {{ one.day | short_date }} |", "{{ one.day | short_date }} |", "do not have the same cells"),
        (" if one.name %}", " %}", "('for activities if activities[].name',) and ('for activities',)"),
        ("for one in activities", "for one in electives", "only the English text has electives[].day, electives[].name"),
        ("{% if goals | length > 1 %}", "{% if goals %}", "('if how many goals',) and ('if goals',)"),
        (
            " | {{ goals | length }} |",
            " |",
            "x.nl.md:27 (|) and clauses/x.en.md:28 (|): these do not have the same",
        ),
        (
            "{% include 'clauses/_words.en.md' %}",
            "",
            "x.nl.md:34 (all of clauses/_words): nothing stands against it in",
        ),
        ("::: note", "::: facts", "are not the same sort of place"),
        ("## Term", "### Term", "are not the same sort of place"),
        ("1. The parties appoint", "   1. The parties appoint", "are not the same sort of place"),
    ],
)
def test_what_a_translation_forgot_or_made_up_is_told(tmp_path: Path, before: str, after: str, told: str) -> None:
    changed = EN.replace(before, after)
    assert changed != EN
    assert told in "\n".join(compared(tmp_path, NL, changed))


def test_only_a_translation_says_that_it_is_one(tmp_path: Path) -> None:
    clause = f"\n1. {PREVAILS} The Dutch text prevails.\n"
    assert compared(tmp_path, NL, EN + clause) == []


def test_a_text_of_the_other_language_cannot_be_imported(tmp_path: Path) -> None:
    with pytest.raises(BadText, match=r"_words\.nl\.md is in the other language"):
        compared(tmp_path, NL, EN.replace("_words.en", "_words.nl"))
    with pytest.raises(BadText, match=r"there is no clauses/_deeds\.en\.md"):
        differences(*_changed(tmp_path, EN.replace("_words.en", "_deeds.en")))


def _changed(folder: Path, english: str) -> tuple[tuple[Path, ...], str]:
    (folder / "clauses/x.en.md").write_text(english, encoding="utf-8")
    return (folder,), "clauses/x"
