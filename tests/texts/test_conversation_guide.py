"""The conversation guide: a profile, and what whoever leads the first conversation has in hand."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.blocks import Link
from generator.desk import compose, write
from generator.profile import Profile
from generator.profile.party import Kind
from generator.tree import blanks, lines
from generator.writers.outline import write_outline
from tests.agreements.drafts import SLIP, lines_of, slips
from tests.texts.forms import TO_THE_READER, controls, entries, fields, shape
from tests.texts.letters import SASKIA, WIM, document, order, profile, read

KIND = "conversation-guide"
KINDS = list(Kind)
MEETING = {"kind": "kennismakingsgesprek", "date": "2027-09-14", "location": "Smidsweg 7A, ’s-Heerenvoorde"}


def of_kind(kind: str, **sections: Any) -> Profile:
    return profile((WIM,), {"kind": kind}, **sections)


def invited(**more: Any) -> Profile:
    return profile((WIM, SASKIA), documents={"invitations": [{"kind": "open_dag"}, MEETING | more]})


def head(text: str) -> list[str]:
    """The facts below the title."""
    return [line.removeprefix("    tr  ") for line in text.split("h2  ")[0].splitlines() if line.startswith("    tr")]


def rows(text: str, heading: str) -> list[str]:
    """The rows of the table under a heading."""
    return [line[4:] for line in text.split(f"{heading}")[1].split("\nh2  ")[0].splitlines() if line.startswith("tr")]


# -- the order of the talk ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_goes_through_six_steps_in_fifty_minutes(language: str) -> None:
    steps = re.findall(r"h2  (\d)\. .* \((\d+) minut", read(KIND, profile(), language=language))
    assert steps == [("1", "5"), ("2", "10"), ("3", "10"), ("4", "10"), ("5", "10"), ("6", "5")]


def test_every_step_has_room_for_notes_and_the_last_for_what_is_agreed() -> None:
    text = read(KIND, profile())
    assert [text.split(f"h2  {n}. ")[1].split("\nh2  ")[0].count("[____") > 0 for n in range(1, 7)] == [True] * 6
    assert rows(text, "6. Afspraken") == [
        *(f"[____ afspraak {n}: wat] | [____ afspraak {n}: wie] | [____ afspraak {n}: wanneer]" for n in (1, 2, 3)),
        "Terugkoppeling aan de partner | [____ wie de terugkoppeling geeft] | [____ binnen een week: datum]",
    ]


# -- the head -----------------------------------------------------------------------------------------------------------------


def test_an_invitation_says_when_where_and_with_whom() -> None:
    text = read(KIND, invited(start="13.30", end="14.30", to=["wim", "saskia"]))
    assert head(text)[:5] == [
        "Partner | Bakkerij Kruim B.V. (bedrijf)",
        "Datum | dinsdag 14 september 2027, van 13.30 tot 14.30 uur",
        "Plaats | Smidsweg 7A, ’s-Heerenvoorde",
        "Gesprek met | de heer W.H. van ’t Veld, directeur; mevrouw S. de Vries, teamleider",
        "Namens de school | mevrouw N. Janssen-ten Broeke, relatiebeheerder en stagemakelaar",
    ]
    assert "Datum | dinsdag 14 september 2027, 13.30 uur" in head(read(KIND, invited(start="13.30")))
    assert "Datum | dinsdag 14 september 2027" in head(read(KIND, invited()))


def test_without_an_invitation_the_head_is_filled_in() -> None:
    assert head(read(KIND, profile(people=())))[1:4] == [
        "Datum | [____ datum en tijd van het gesprek]",
        "Plaats | [____ plaats van het gesprek]",
        "Gesprek met | [____ gesprekspartner]",
    ]
    assert "Gesprek met | de heer W.H. van ’t Veld, directeur" in head(read(KIND, profile()))


def test_what_is_known_of_the_relation_and_the_interests_is_there() -> None:
    known = profile(
        relationship={"origin": "een ouder", "networks": ["Bedrijvenkring", "STO-regio"]},
        cooperation={"interests": {"partner": ["nieuwe bakkers"], "common": ["vakmensen", "vers brood."]}},
    )
    text = read(KIND, known)
    assert head(text)[-2:] == ["Contact via | een ouder", "Netwerken | Bedrijvenkring en STO-regio"]
    assert "p   Dit is al bekend:\n•  Het Bedrijf: nieuwe bakkers\n•  Samen: vakmensen en vers brood\np   De vragen:\n" in text
    assert "Dit is al bekend" not in read(KIND, profile())


# -- what suits the partner ---------------------------------------------------------------------------------------------------


def questions(kind: str, language: str = "nl") -> list[str]:
    part = read(KIND, of_kind(kind), language=language).split("h3  ")[1].split("\np  ")[0]
    return part.splitlines()[1:]


def test_every_kind_of_partner_gets_questions_of_its_own() -> None:
    asked = {kind: questions(kind) for kind in KINDS}
    assert all(3 <= len(lines) <= 5 and all(line.startswith("•  ") for line in lines) for lines in asked.values())
    assert len({line for lines in asked.values() for line in lines}) == sum(map(len, asked.values()))
    for kind, words in {
        "mbo_college": "PTA",
        "company": "toezicht",
        "municipality": "subsidie",
        "association": "leden",
    }.items():
        assert words in " ".join(asked[Kind(kind)])


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_suit_the_partner_first_steps_first(kind: str) -> None:
    text = read(KIND, of_kind(kind))
    names = [row.split(" | ")[0] for row in rows(text, "5. Een kleine eerste stap")]
    assert names[:2] == ["Gastles", "Bezoek aan de partner"]
    assert ("Opdracht voor de partner" in names) == (kind != "mbo_college")
    assert ("keuzevak op het mbo" in text) == (kind == "mbo_college")
    assert ("hybride docent" in text) == (kind in ("company", "institution"))


def test_a_schools_own_catalogue_may_have_no_example(tmp_path: Path) -> None:
    (tmp_path / "catalogue.yaml").write_text("activities: {}\n", encoding="utf-8")
    asked = order(KIND, profile())
    text = write_outline(compose(replace(asked, roots=(tmp_path, *asked.roots)))).decode()
    assert "p   Kies samen één voorbeeld.\n•  Wat is haalbaar" in text


def test_the_only_link_is_one_that_is_known_to_work() -> None:
    links = {
        kind: [one.target for line in lines(document(KIND, of_kind(kind)).blocks) for one in line if isinstance(one, Link)]
        for kind in KINDS
    }
    assert links.pop(Kind.MBO_COLLEGE) == ["https://sterkberoepsonderwijs.nl"]
    assert set(map(tuple, links.values())) == {()}
    assert "Controleer vooraf of een hulpmiddel nog te krijgen is en nog klopt." in read(KIND, profile())


# -- language -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_it_reads_well_addresses_nobody_and_has_no_blank(kind: str, language: str) -> None:
    text = read(KIND, of_kind(kind), language=language)
    assert slips(text, SLIP) == []
    assert not TO_THE_READER.search("\n".join(lines_of(text)).replace("doe je mee", ""))
    assert blanks(document(KIND, of_kind(kind), language=language)) == ()


@pytest.mark.parametrize("partner", [*map(of_kind, KINDS), invited(), profile(people=())])
def test_both_languages_say_the_same(partner: Profile) -> None:
    assert shape(read(KIND, partner)) == shape(read(KIND, partner, language="en"))


def test_do_and_do_not_stand_side_by_side() -> None:
    do = rows(read(KIND, profile()), "Wel doen, niet doen")
    assert len(do) == 6
    assert do[0] == "Luisteren, en enthousiasme laten zien | Opsommen wat er niet kan"
    assert "Leerlingen toezeggen die daar niet heen willen" in do[3]


# -- the files ----------------------------------------------------------------------------------------------------------------


def test_notes_can_be_typed_in_pdf_and_in_word() -> None:
    made = document(KIND, profile())
    assert len(fields(write(made, "pdf"))) == len(entries(made)) > 15
    assert controls(write(made, "docx")) == {"text": len(entries(made))}
