"""The agreement in English: its words, its grammar, the same numbers as in Dutch. A profile, and what a reader sees."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.load import load_partner
from generator.own.languages import PREVAILS
from generator.package import resource
from generator.profile import Profile
from generator.profile.activity import ActivityType
from tests.agreements.drafts import CARELESS, COMPANY, article, headings, lines_of, profile, school, slips, with_activity
from tests.agreements.drafts import read as read_in

ALWAYS = [
    "Purpose and ambition",
    "Activities",
    "Tasks and responsibilities",
    "Contact persons",
    "Finance",
    "Communication",
    "Evaluation",
    "Term and termination",
    "Amendment",
    "Non-performance",
    "Liability",
    "Disputes and applicable law",
    "Final provisions",
]
ASSOCIATION = COMPANY | {"kind": "association", "id": "club", "legal_name": "Vereniging Club", "legal_form": "vereniging"}
MUNICIPALITY = {"kind": "municipality", "legal_name": "gemeente Noorderlee", "legal_form": "gemeente"}
PERSON = {"id": "a", "surname": "Bakker", "initials": "A.", "titles_before": ["drs."], "salutation": "mevrouw"}
SLIP = re.compile(
    rf"{CARELESS}|\b[Aa] [aeio]|\b[Aa]n [^aeiouh]|\b(\w+) \1\b"
    r"|\b[Tt]he parties (is|has|\w+[^si]s)\b|\bthe (School|Company|parents) (are|have|provide|make)\b"
    r"|\b(1|one) (months|pupils|times|hours|supervisors|meetings|evaluations)\b"
    r"|\b(\d*[02-9]|two|three|four) (month|pupil|time|hour|supervisor|meeting|evaluation)\b"
)
"""What careless English leaves behind: *a activity*, *an pupil*, *the the*, *the parties has*, *one months*, *two pupil*."""


def read(partner: Profile, final: bool = False) -> str:
    return read_in(partner, final, language="en")


def samples() -> list[Profile]:
    files = sorted((resource("examples") / "partners").glob("*.yaml"))
    return [loaded.value for file in files if (loaded := load_partner(file, file.name, school())).value]


# -- the same document as the Dutch one -------------------------------------------------------------------------------------


def skeleton(text: str) -> list[tuple[str, int, list[str], list[str]]]:
    """What no translation changes of a line: its mark and number, its cells, where it refers to, the fields of its blanks."""
    rows = []
    for line in text.replace("Artikel", "Article").replace("Bijlage", "Annex").splitlines():
        if PREVAILS in line:
            continue
        mark = re.match(r"\s*(h2  Article \d+|Annex \d+|\[\w+\]|\S+)", line)
        references = re.findall(r"\{\w+ (\d+)\}|<(\S+)>", line)
        blanks = re.findall(r"\[[^\[\]]+: ([\w.]+)\]", line)
        rows.append((mark[0] if mark else "", line.count(" | "), sorted(map(str, references)), sorted(blanks)))
    return rows


def same(partner: Profile) -> bool:
    dutch, english = skeleton(read_in(partner)), skeleton(read(partner))
    note = next(i for i, row in enumerate(english) if row[0] == "[note]")
    return dutch == english[:note] + english[note + 1 :]  # without the box that says which text prevails


@pytest.mark.parametrize("partner", samples(), ids=lambda partner: partner.id)
def test_the_samples_read_well_and_have_the_same_articles_members_tables_and_references(partner: Profile) -> None:
    assert slips(read(partner), SLIP) == []
    assert same(partner)


@pytest.mark.parametrize("type_", list(ActivityType))
@pytest.mark.parametrize("place", ["school", "partner", None])
def test_every_type_of_activity_reads_well_and_the_same(type_: str, place: str | None) -> None:
    partner = profile(**with_activity(type_, place=place, pupils={"count": 1, "supervisors": 1}))
    assert slips(read(partner), SLIP) == []
    assert same(partner)


@pytest.mark.parametrize(
    "sections",
    [
        {},
        {"cooperation": {"start": "2027-08-01", "notice": {"months": 1}}},
        {"cooperation": {"start": "2027-08-01", "end": "2028-07-31", "renewal": "tacit", "notice": {"months": 1}}},
        {"cooperation": {"sponsoring": [{"what": "een oven", "counter_performance": "een bord"}], "force_majeure": True}},
        {"cooperation": {"governance": {"steering_group": {"meets_per_year": 1, "chair": "school"}, "working_group": {}}}},
        {"cooperation": {"disputes": {"steps": ["stuurgroep", "arbitrage"]}, "liability": {"cap": "amount", "amount": "1000"}}},
        {"cooperation": {"ip": {"owner": "gezamenlijk", "mutual_licence": False}, "confidentiality": True}},
        {"cooperation": {"evaluation": {"per_school_year": 1, "dates": ["2028-01-20"]}}, "third_parties": [ASSOCIATION]},
        {"partner": MUNICIPALITY, "documents": {"agreement": {"annexes": ["Begroting", "Draaiboek"], "copies": 1}}},
        {"cooperation": {"route_topics": {"a": "DP"}}, "finance": {"subsidy": {"name": "STO", "cofinancing_required_pct": 10}}},
    ],
)
def test_every_way_of_agreeing_reads_well_and_the_same(sections: dict[str, Any]) -> None:
    partner = profile(**sections)
    assert slips(read(partner), SLIP) == []
    assert same(partner)


def test_an_agreement_has_the_articles_that_are_always_there() -> None:
    assert headings(read(profile())) == ALWAYS


# -- which text counts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("final", [True, False])
def test_it_says_at_its_head_and_at_its_end_that_the_dutch_text_prevails(final: bool) -> None:
    text = read(profile(), final)
    assert text.index(f"[note]\n    p   {PREVAILS} The Dutch text prevails.\n") < text.index("h2  Parties")
    assert article(text, "Final provisions")[-1] == f"{PREVAILS} The Dutch text prevails, also in case of doubt."
    assert ("This is a draft." in text) == (not final)


# -- names and grammar --------------------------------------------------------------------------------------------------------


def test_the_parties_have_english_names_and_keep_their_registered_ones() -> None:
    text = read(profile(COMPANY | {"short_name": "het Bedrijf"}, third_parties=[ASSOCIATION | {"short_name": "de Club"}]))
    assert "hereinafter referred to as ‘the School’;" in text
    assert (
        "*Bakkerij Kruim B.V.*, with its registered office in [Town of the registered office: partner.statutory_seat]" in text
    )
    assert "‘the Company’;" in text
    assert "‘the Association’," in text
    assert "in triplicate" in text


@pytest.mark.parametrize(
    ("form", "name", "words"),
    [
        ("stichting", "Stichting Zorg", "*Stichting Zorg*, with its registered office in"),
        ("stichting", "Zorg", "the foundation (stichting) *Zorg*, with its registered office in"),
        ("bv", "Kruim", "the private limited company (besloten vennootschap) *Kruim*, with"),
        ("vof", "Jansen", "the general partnership (vennootschap onder firma) *Jansen*, established at"),
        ("gemeente", "gemeente Noorderlee", "the municipality *gemeente Noorderlee*, with its seat in"),
        ("gemeente", "Noorderlee", "the municipality of *Noorderlee*, with its seat in"),
        ("waterschap", "Waterschap Noord", "the water authority (waterschap) *Waterschap Noord*, with its seat in"),
        ("openbaar_lichaam", "Regio Noord", "the public body (openbaar lichaam) *Regio Noord*, with its seat in"),
    ],
)
def test_a_legal_form_is_explained_where_the_name_does_not_say_it(form: str, name: str, words: str) -> None:
    assert f"2.  {words}" in read(profile({"kind": "other", "legal_form": form, "legal_name": name}))


def test_dutch_titles_stand_only_where_a_party_is_described() -> None:
    person = PERSON | {"roles": ["signatory", "contact"], "function": "directeur", "authority": {"basis": "sole"}}
    text = read(profile(COMPANY | {"people": [person]}, **with_activity("lintstage", supervisor="a")))
    assert text.count("drs. A. Bakker") == 1
    assert "duly represented by Ms drs. A. Bakker, directeur, hereinafter" in text
    assert "The Company | A. Bakker, directeur |" in text
    assert article(text, "Supervision and attendance")[0] == "During the activity ‘Placement on a fixed weekday’, " + (
        "A. Bakker supervises the pupils."
    )


def test_what_holds_for_several_activities_is_said_once_and_in_the_plural() -> None:
    there = {"place": "partner", "supervisor": "a", "pupils": {"supervisors": 2}, "exam": {"pta_included": True}}
    given = [{"id": name, "type": "keuzevak_door_bedrijf", "name": f"Vak {name}"} | there for name in "ABC"]
    person = PERSON | {"roles": ["contact"]}
    one = read(profile(COMPANY | {"people": [person]}, cooperation={"activities": given[:1]}))
    three = read(profile(COMPANY | {"people": [person]}, cooperation={"activities": given}))
    all_ = "‘Vak A’, ‘Vak B’ and ‘Vak C’"
    assert "The parties carry out this activity:" in one
    assert "The parties carry out these activities:" in three
    assert "‘Vak A’ is included in the programme of tests and school exams (PTA) of the School." in one
    assert f"{all_} are included in the programme of tests and school exams (PTA) of the School." in three
    assert "During the activity ‘Vak A’, at least two supervisors of the School accompany the pupils." in one
    assert f"During the activities {all_}, at least two supervisors of the School accompany the pupils each time." in three


def test_one_of_something_is_singular() -> None:
    alone = {"pupils": {"count": 1, "supervisors": 1}, "place": "partner"}
    text = read(profile(**with_activity("lintstage", schedule={"sessions": 1, "weekday": "vrijdag"}, **alone)))
    assert "| Friday, by arrangement (1 time) | 1 pupil |" in text
    assert "at least one supervisor of the School accompanies the pupils." in text
    notice = read(profile(cooperation={"start": "2027-08-01", "notice": {"months": 1}}))
    assert "with a notice period of one month." in notice
    hours = with_activity("hybride_docent", person="a", hours_per_week="1", hours_total="40")
    staff = article(read(profile(COMPANY | {"people": [PERSON]}, **hours)), "Staff of the partner")
    assert staff[0] == "The Company makes A. Bakker available as a hybrid teacher for 1 hour per week, 40 hours in total."


def test_two_parties_are_both_and_three_are_all() -> None:
    two, three = read(profile()), read(profile(third_parties=[ASSOCIATION]))
    assert "only apply if both parties have recorded them" in two
    assert "only apply if all parties have recorded them" in three
    assert "all parties" not in two
    assert "both" not in three
    assert "the other party " not in three


@pytest.mark.parametrize(
    ("type_", "role"),
    [("hybride_docent", "a hybrid teacher"), ("gastles", "a guest teacher"), ("keuzevak_door_bedrijf", "a teacher")],
)
def test_a_role_has_its_article(type_: str, role: str) -> None:
    regular = {"regular": True} if type_ == "gastles" else {}
    text = read(profile(COMPANY | {"people": [PERSON]}, **with_activity(type_, name="X", person="a", **regular)))
    assert f"available as {role} for " in article(text, "Staff of the partner")[0]


def test_codes_units_dates_and_amounts_are_english() -> None:
    line = {"code": "L1", "text": "Meel", "quantity": "2.5", "unit": "dagdeel", "unit_price": "1009.50", "vat": "low9"}
    goal = {"id": "G", "text": "doel", "horizon": "lang", "due": "2028-03-09"}
    shared = {"data_sharing": {"categories": ["naam", "aanwezigheid"], "role": "zelfstandig_verantwoordelijk"}}
    activity = with_activity("lintstage", schedule={"start": "13.00", "end": "16.30", "weekday": "dinsdag"}, **shared)
    cooperation = activity["cooperation"] | {"goals": [goal], "mr": {"advice_date": "2027-05-01", "outcome": "positief"}}
    text = read(profile(finance={"lines": [line | {"payee": "partner"}]}, cooperation=cooperation))
    assert "2.5 | €1,009.50 per half-day | 9% | €2,523.75" in text
    assert "doel | long term | – | – | 9 March 2028" in text
    assert "Tuesday, 13:00–16:30" in text
    assert "the activity: name and attendance." in text
    assert "gave positive advice on this cooperation on 1 May 2027," in text


# -- words --------------------------------------------------------------------------------------------------------------------

GLOSS = re.compile(
    r"Wet voortgezet onderwijs 2020|Wet open overheid|Wet medezeggenschap op scholen|verklaring omtrent het gedrag"
    r"|college van burgemeester en wethouders|vennootschap onder firma|maatschap or vennootschap"
)
"""Dutch words that stand in the English text on purpose, with what they mean."""
DUTCH = re.compile(r"\b(de|het|een|en|van|voor|met|niet|partijen|leerlingen?|artikel|bijlage|overeenkomst|wordt|zijn)\b")


def test_no_dutch_word_is_left_behind() -> None:
    bare = profile(MUNICIPALITY, cooperation={"force_majeure": True}, third_parties=[ASSOCIATION])
    board = school().board.model_copy(update={"legal_name": "Stichting Noorderlee"})
    nobody = school().model_copy(update={"people": (), "board": board})
    partners = [bare, *(profile(**with_activity(type_)) for type_ in ActivityType)]
    texts = [read_in(partner, sender=nobody, language="en") for partner in partners]
    left = {line for text in texts for line in lines_of(text) if DUTCH.search(GLOSS.sub("", line))}
    assert left == set()


@pytest.mark.parametrize("path", sorted(resource("agreements").rglob("*.en.md")), ids=lambda path: path.stem)
def test_a_text_has_one_word_for_one_thing_british_spelling_and_short_lines(path: Path) -> None:
    source = path.read_text("utf-8")
    prose = re.sub(r"\{[%{#].*?[%}#]\}", "", source, flags=re.DOTALL)
    assert re.findall(r"\b(?:students?|internships?|shall|hereby|you|your|we|our)\b", prose, re.IGNORECASE) == []
    assert re.findall(r"\b(?:program|enrolled in|\w+iz(?:e|es|ed|ing|ation)|fulfills?|judgment)\b", prose) == []
    assert re.findall(r"7:658|6:119|Waadi|Wtta|\barticle (?:10|11|160|2\.37)\b|[\"']", prose) == []
    assert [line for line in source.splitlines() if len(line) > 128] == []
