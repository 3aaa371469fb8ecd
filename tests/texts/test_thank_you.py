"""Thank-you letters: every moment, to one, several, a body or nobody known, in Dutch and English."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.desk import write
from generator.profile import Profile
from generator.profile.occasions import ThanksMoment
from generator.tree import blanks
from tests.agreements.drafts import slips
from tests.pdf.reading import page_texts
from tests.texts.letters import FAMILIAR, FORMAL, READERS, SASKIA, WIM, document, profile, read, told

KIND = "thank-you-letter"
MOMENTS = [str(moment) for moment in ThanksMoment]
LANGUAGES = ("nl", "en")
RESULT = "24 leerlingen bakken elke week brood"
LESSON = {
    "id": "A1",
    "type": "gastles",
    "topic": "brood bakken",
    "schedule": {"dates": ["2027-05-20", "2027-05-27", "2027-09-02"]},
}
PLACEMENT = {
    "id": "A1",
    "type": "lintstage",
    "place": "partner",
    "leerjaar": 3,
    "pupils": {"count": 12},
    "schedule": {"weekday": "vrijdag", "first": "2027-03-12", "last": "2027-05-21", "sessions": 10},
}
TEACHING = {"id": "A1", "type": "hybride_docent", "person": "saskia", "schedule": {"weekday": "dinsdag"}}
WORK: dict[str, dict[str, Any]] = {"na_gastles": LESSON, "na_stage": PLACEMENT, "hybride_docent": TEACHING}
"""The activity that a moment is about."""
FULL: dict[str, Any] = {
    "result": RESULT,
    "quote": "Ik wist niet dat deeg leeft",
    "present": "een brood van de leerlingen",
    "personal": "Uit Oudervoorde groeten wij ook de nieuwe buren.",
    "years": 10,
}


def thanks(
    moment: str, people: tuple[dict[str, Any], ...] = (WIM,), work: dict[str, Any] | None = None, **more: Any
) -> Profile:
    """A partner who gets this letter."""
    cooperation = {"cooperation": {"activities": [work]}} if work else {}
    return profile(people, **{"documents": {"thank_you": [{"moment": moment} | more]}} | cooperation)


def body(moment: str, people: tuple[dict[str, Any], ...] = (WIM,), **more: Any) -> str:
    """What the letter says between greeting and close, on one line."""
    given = {name: more.pop(name) for name in ("language", "day") if name in more}
    text = read(KIND, thanks(moment, people, **more), **given)
    said = text.split("[passage body]")[1].split("[closing]")[0]
    return " ".join(line.removeprefix("    p   ") for line in said.strip("\n").splitlines())


def copied(text: str) -> str:
    """Who gets a copy; empty when nobody does."""
    return next((line.removeprefix("p   Kopie: ") for line in text.splitlines() if line.startswith("p   Kopie")), "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("moment", MOMENTS)
def test_every_letter_is_whole_and_speaks_to_its_reader_in_one_form(moment: str, reader: str, language: str) -> None:
    person, how = READERS[reader]
    for more in ({}, FULL, {"activity": "A1"} if moment in WORK else {}):
        people = (WIM | person, SASKIA | person)
        text = read(KIND, thanks(moment, people, WORK.get(moment), **how | more), language=language)
        formal = reader in ("u", "two, formally", "a board")
        assert language == "en" or not (FAMILIAR if formal else FORMAL).findall(text)
        assert [line for line in slips(text) if "B.V.," not in line] == []
        assert text.split("[passage body]")[1].split()[1] not in ("Ik", "I")


@pytest.mark.parametrize("moment", MOMENTS)
def test_of_a_partner_of_whom_only_the_name_is_known_there_is_still_a_letter(moment: str) -> None:
    made = document(KIND, thanks(moment, ()))
    asked = [blank.path.rpartition(".")[2] for blank in blanks(made)]
    assert "Geachte heer of mevrouw," in read(KIND, thanks(moment, ()))
    personal = ["personal"] if moment in ("na_ondertekening", "jubileum", "vertrek") else []
    assert [name for name in asked if name != "visit"] == [*(["years"] if moment == "jubileum" else []), "result", *personal]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", ["u", "jullie", "a group"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_letter_fits_on_one_page_also_with_long_names(moment: str, reader: str, language: str) -> None:
    person, how = READERS[reader]
    long = {"surname": "Wassenaer van Sint-Pancras", "second_infix": "van der", "second_surname": "Hoeven tot Oudshoorn"}
    people = (WIM | person | long, SASKIA | person | long)
    name = "Coöperatieve Vereniging Samenwerkende Ambachtelijke Bakkerijen Noorderlee en Omstreken U.A."
    partner = {
        "partner": {"kind": "company", "legal_name": name, "people": people, "visit": {"street": "Dorpsstraat", "number": 4}}
    }
    sections = {
        "documents": {"thank_you": [{"moment": moment} | how | FULL]},
        "cooperation": {"activities": [WORK.get(moment, LESSON)]},
    }
    made = profile(people, partner["partner"], **sections)
    assert len(page_texts(write(document(KIND, made, language=language), "pdf"))) == 1
    assert [problem for problem in told(KIND, made, language=language) if "words" in problem] == []


@pytest.mark.parametrize(
    ("result", "said"),
    [
        ("24 leerlingen bakken elke week brood", "Iets om trots op te zijn: 24 leerlingen bakken elke week brood. Dankzij"),
        ("veertien lesdagen in vier maanden", "Iets om trots op te zijn: veertien lesdagen in vier maanden. Dankzij"),
        ("24 leerlingen kregen hun diploma!", "Iets om trots op te zijn: 24 leerlingen kregen hun diploma! Dankzij"),
        ("D&P-leerlingen bakken brood.", "Iets om trots op te zijn: D&P-leerlingen bakken brood. Dankzij"),
        ("Alle leerlingen zijn geslaagd.", "Iets om trots op te zijn. Alle leerlingen zijn geslaagd. Dankzij"),
    ],
)
def test_any_result_stands_well_in_the_letter(result: str, said: str) -> None:
    assert said in body("einde_kalenderjaar", result=result)


def test_a_pupil_is_quoted_without_a_name_and_a_present_is_named() -> None:
    text = body("einde_kalenderjaar", result=RESULT, quote="Dit vergeet ik niet meer", present="kerstpakket")
    assert "bakken elke week brood. Een van de leerlingen zei: ‘Dit vergeet ik niet meer.’ Dankzij" in text
    assert "Bij deze brief hoort een presentje: kerstpakket. Wij wensen" in text


def test_after_a_guest_lesson_the_letter_names_the_last_day_before_it() -> None:
    text = body("na_gastles", work=LESSON)
    assert text.startswith(
        "Op donderdag 27 mei gaf u een gastles over brood bakken aan onze leerlingen. Hartelijk dank voor uw tijd"
    )
    assert body("na_gastles", language="en", work=LESSON).startswith(
        "On Thursday 27 May you gave a guest lesson on brood bakken"
    )


def test_several_lessons_are_counted() -> None:
    text = read(KIND, thanks("na_gastles", lessons=4))
    assert "Bedankt voor uw gastlessen" in text
    assert "De afgelopen tijd gaf u vier gastlessen aan onze leerlingen." in text
    assert "De lessen hebben iets in gang gezet:" in text


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("saskia", "Onlangs gaf u een gastles aan onze leerlingen."),
        ("wim", "Onlangs gaf Saskia de Vries een gastles aan onze leerlingen. Hartelijk dank dat u dat mogelijk maakte."),
        (["wim", "saskia"], "Onlangs gaf Saskia de Vries een gastles"),
    ],
)
def test_who_did_not_teach_is_not_thanked_for_teaching(to: object, said: str) -> None:
    lesson = {"id": "A1", "type": "gastles", "person": "saskia"}
    assert body("na_gastles", (WIM, SASKIA), work=lesson, to=to).startswith(said)


def test_without_a_name_for_the_teacher_it_was_somebody_of_the_partner() -> None:
    assert body("na_gastles", (WIM, SASKIA)).startswith("Onlangs gaf een medewerker van uw bedrijf een gastles")


def test_a_placement_is_told_with_its_days_its_pupils_and_the_evaluation_to_come() -> None:
    sections = {"cooperation": {"activities": [PLACEMENT], "evaluation": {"dates": ["2027-03-01", "2027-07-01", "2027-09-01"]}}}
    partner = profile((WIM,), documents={"thank_you": [{"moment": "na_stage", "date": "2027-06-01"}]}, **sections)
    dutch, english = (read(KIND, partner, language=language) for language in LANGUAGES)
    assert "Tien vrijdagen lang hadden twaalf van onze leerlingen uit leerjaar 3 een stageplek bij u." in dutch
    assert "Op donderdag 1 juli 2027 evalueren wij de samenwerking." in dutch
    assert "On ten Fridays, twelve of our pupils from year 3 had a placement with you." in english
    assert "On Thursday 1 July 2027 we evaluate the cooperation." in english


def test_a_placement_elsewhere_was_not_with_the_reader() -> None:
    away = {
        "id": "A1",
        "type": "blokstage",
        "place": "extern",
        "pupils": {"count": 1},
        "schedule": {"dates": ["2027-04-05", "2027-04-06"]},
    }
    text = body("na_stage", work=away)
    assert text.startswith("Van 5 april 2027 tot en met 6 april 2027 had één van onze leerlingen een stageplek in de streek.")
    assert "Hartelijk dank voor uw hulp daarbij." in text


@pytest.mark.parametrize(
    ("to", "said", "copy"),
    [
        (
            "saskia",
            "Dit schooljaar stond u elke dinsdag bij ons voor de klas. Hartelijk dank voor uw inzet",
            "de heer W.H. van ’t Veld",
        ),
        ("wim", "Dit schooljaar stond Saskia de Vries elke dinsdag bij ons voor de klas.", "mevrouw S. de Vries"),
        (["saskia", "wim"], "Dit schooljaar stond Saskia de Vries elke dinsdag bij ons voor de klas.", ""),
    ],
)
def test_a_hybrid_teacher_and_the_employer_both_hear_of_it(to: object, said: str, copy: str) -> None:
    assert body("hybride_docent", (WIM, SASKIA), work=TEACHING, to=to).startswith(said)
    assert copied(read(KIND, thanks("hybride_docent", (WIM, SASKIA), TEACHING, to=to))) == copy


@pytest.mark.parametrize("moment", ["na_gastles", "na_bezoek", "na_activiteit", "na_stage"])
def test_thanks_to_an_employee_go_to_the_employer_too(moment: str) -> None:
    assert copied(read(KIND, thanks(moment, (WIM, SASKIA), to="saskia"))) == "de heer W.H. van ’t Veld"
    assert copied(read(KIND, thanks(moment, (WIM, SASKIA), to="saskia", cc=["de kantine"]))) == "de kantine"
    assert copied(read(KIND, thanks(moment, (WIM, SASKIA), to="wim"))) == ""


def test_the_days_of_a_visit_come_from_its_invitation() -> None:
    invitations = [{"kind": "bedrijfsbezoek", "date": day} for day in ("2027-05-25", "2027-06-08")]
    partner = profile(documents={"thank_you": [{"moment": "na_bezoek"}], "invitations": invitations})
    assert "Op dinsdag 25 mei waren onze leerlingen bij u op bezoek." in read(KIND, partner)


def test_a_visit_to_the_school_is_told_from_the_other_side() -> None:
    meeting = {"id": "A1", "type": "netwerkbijeenkomst", "place": "school", "schedule": {"dates": ["2027-05-27"]}}
    partner = profile(
        documents={"thank_you": [{"moment": "na_bezoek", "activity": "A1"}]}, cooperation={"activities": [meeting]}
    )
    assert "Op donderdag 27 mei was u bij ons op school. Fijn dat u er was" in read(KIND, partner)


def test_an_activity_of_the_last_two_weeks_is_meant_when_none_is_named() -> None:
    fair = {"id": "A1", "type": "open_bedrijvendag", "name": "Open bedrijvendag Noord", "schedule": {"dates": ["2027-05-27"]}}
    assert "uw bijdrage aan de open bedrijvendag Noord, op donderdag 27 mei." in body("na_activiteit", work=fair)
    assert "contribution to ‘Open bedrijvendag Noord’, on Thursday 27 May." in body("na_activiteit", work=fair, language="en")
    assert "aan de activiteit voor onze leerlingen." in body("na_activiteit", work=fair, day=date(2027, 8, 1))


@pytest.mark.parametrize(
    ("day", "begins", "wish"),
    [
        (
            date(2027, 12, 13),
            "Het jaar 2027 is bijna voorbij",
            "Wij wensen u fijne feestdagen en een gezond en inspirerend 2028.",
        ),
        (date(2028, 1, 4), "Het jaar 2027 ligt achter ons", "Wij wensen u een gezond en inspirerend 2028."),
    ],
)
def test_the_wish_is_for_the_year_that_comes_or_has_just_begun(day: date, begins: str, wish: str) -> None:
    text = body("einde_kalenderjaar", day=day)
    assert text.startswith(begins)
    assert text.endswith(wish)


@pytest.mark.parametrize(
    ("day", "over", "coming"),
    [
        (date(2028, 6, 29), "Het schooljaar 2027-2028 zit er bijna op.", "2028-2029"),
        (date(2028, 9, 1), "Het schooljaar 2027-2028 zit erop.", "2028-2029"),
        (date(2028, 11, 1), "Het schooljaar 2028-2029 zit er bijna op.", "2029-2030"),
    ],
)
def test_the_end_of_a_school_year_looks_ahead_to_the_next(day: date, over: str, coming: str) -> None:
    assert f"{over} Hartelijk dank" in body("einde_schooljaar", day=day)
    assert f"Wij hopen dat de samenwerking in het schooljaar {coming} een vervolg krijgt." in body("einde_schooljaar", day=day)
    agreed = profile(documents={"thank_you": [{"moment": "einde_schooljaar"}]}, cooperation={"school_years": [coming]})
    assert f"Ook in het schooljaar {coming} werken wij graag met u samen." in read(KIND, agreed, day=day)


def test_an_anniversary_counts_the_years_and_a_farewell_leaves_the_door_open() -> None:
    assert "h1  Tien jaar samenwerking" in read(KIND, thanks("jubileum", years=10))
    assert "h1  Ten years of cooperation" in read(KIND, thanks("jubileum", years=10), language="en")
    assert "Onze deur blijft openstaan." in body("afscheid")
    assert "Nu u afscheid neemt van Bakkerij Kruim B.V., bedanken wij u graag" in body("vertrek")


@pytest.mark.parametrize(
    ("moment", "day", "warned"),
    [
        ("na_gastles", date(2027, 6, 3), False),
        ("na_gastles", date(2027, 6, 4), True),
        ("na_stage", date(2027, 6, 4), False),
        ("na_stage", date(2027, 6, 5), True),
        ("einde_kalenderjaar", date(2027, 12, 15), False),
        ("einde_kalenderjaar", date(2027, 12, 16), True),
        ("einde_schooljaar", date(2027, 6, 20), False),
        ("einde_schooljaar", date(2027, 10, 1), True),
    ],
)
def test_a_letter_that_comes_late_is_told(moment: str, day: date, warned: bool) -> None:
    work = WORK.get(moment)
    named = {"activity": "A1"} if work else {}
    partner = profile(documents={"thank_you": [{"moment": moment} | named]}, cooperation={"activities": [work] if work else []})
    assert any("the letter" in problem for problem in told(KIND, partner, day=day)) is warned


def test_a_present_for_a_public_official_and_a_request_are_told() -> None:
    town = {"partner": {"kind": "municipality", "legal_name": "gemeente Noord", "people": [WIM]}}
    letter = {"moment": "einde_kalenderjaar", "present": "een taart", "personal": "Zou u ons willen bellen?"}
    partner = profile((WIM,), town["partner"], documents={"thank_you": [letter]})
    problems = told(KIND, partner, day=date(2027, 12, 1))
    assert "the present goes to a public official" in problems
    assert any("zou u" in problem and "asks for something" in problem for problem in problems)


def test_after_the_signing_the_letter_names_the_day_and_the_start() -> None:
    agreed = {"agreement": {"date": "2027-05-28"}, "thank_you": [{"moment": "na_ondertekening"}]}
    partner = profile(documents=agreed, cooperation={"title": "Leren bakken", "start": "2027-08-01"})
    text = read(KIND, partner)
    assert "Op vrijdag 28 mei ondertekenden wij onze samenwerkingsovereenkomst ‘Leren bakken’." in text
    assert "Op 1 augustus 2027 gaan wij samen van start." in text
    assert told(KIND, partner) == []
    assert told(KIND, partner, day=date(2027, 6, 10)) == ["the letter does not come in the week after the signing"]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_letter_may_name_an_activity_of_another_type(moment: str) -> None:
    assert "één concreet resultaat" in body(moment, work=PLACEMENT, activity="A1")
