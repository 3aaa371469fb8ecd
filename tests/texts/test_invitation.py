"""Invitations: every occasion, to one, several, a body or nobody known, bare and full, in Dutch and English."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk import write
from generator.tree import blanks
from tests.office import pages, printed
from tests.pdf.reading import page_texts
from tests.texts.invitations import (
    FULL,
    KIND,
    LANGUAGES,
    OCCASIONS,
    RELATION,
    WHEN,
    careless,
    invited,
    letter,
    partner,
    with_activity,
)
from tests.texts.letters import FAMILIAR, FORMAL, READERS, SASKIA, WIM, document, read

# --- every one of them ---


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("occasion", OCCASIONS)
def test_every_invitation_is_whole_and_speaks_to_its_reader_in_one_form(occasion: str, reader: str, language: str) -> None:
    person, how = READERS[reader]
    people = (WIM | person, SASKIA | person)
    for sections, more in (({}, {}), ({}, WHEN), (RELATION, FULL)):
        text = read(KIND, invited(occasion, people, sections, **how | more), language=language)
        formal = reader in ("u", "two, formally") or (reader == "a board" and occasion != "oud_leerlingen")
        assert language == "en" or not (FAMILIAR if formal else FORMAL).findall(text)
        assert careless(text) == []


@pytest.mark.parametrize("occasion", OCCASIONS)
def test_what_an_invitation_cannot_do_without_is_a_blank(occasion: str) -> None:
    made = document(KIND, invited(occasion, ()))
    asked = {blank.path.removeprefix("documents.invitations.0.") for blank in blanks(made)}
    elsewhere = {"location"} if occasion in ("ondertekening", "evaluatiegesprek") else set()
    assert asked == {"date", "start", "end", "rsvp_by", *elsewhere} | ({"partner.visit"} & asked)
    assert "Geachte heer of mevrouw," in read(KIND, invited(occasion, ()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("occasion", OCCASIONS)
def test_day_place_and_answer_stand_in_every_invitation(occasion: str, language: str) -> None:
    text = letter(occasion, language=language, address_form="u", **WHEN)
    dutch = language == "nl"
    assert (
        "donderdag 18 november 2027, van 15.00 tot 16.00 uur" if dutch else "Thursday 18 November 2027, from 3.00 pm"
    ) in text
    assert "Dorpshuis, Dorpsstraat 1, Oudervoorde" in text
    assert ("Laat u ons uiterlijk dinsdag 12 oktober 2027 weten" if dutch else "let us know by Tuesday 12 October 2027") in text
    assert "Noor Janssen-ten Broeke" in text
    assert "n.janssen@devuurbaak.example" in text
    assert blanks(document(KIND, invited(occasion, **WHEN))) == ()


@pytest.mark.parametrize("kind", ["company", "mbo_college", "municipality", "institution", "association", "other"])
@pytest.mark.parametrize("occasion", OCCASIONS)
def test_every_kind_of_partner_gains_something_that_suits_it(occasion: str, kind: str) -> None:
    for language in LANGUAGES:
        text = read(KIND, invited(occasion, sections={"partner": partner(kind)}, **WHEN), language=language)
        assert careless(text) == []
    if occasion not in ("evaluatiegesprek", "oud_leerlingen"):
        gained = {"mbo_college": "toekomstige studenten", "municipality": "in huis hebben", "association": "Uw leden"}
        assert gained.get(kind, "kennis met") in read(KIND, invited(occasion, sections={"partner": partner(kind)}, **WHEN))


def test_a_first_meeting_takes_one_page_however_much_is_known_of_it(tmp_path: Path) -> None:
    files = []
    for reader, language in [(reader, language) for reader in ("u", "jullie") for language in LANGUAGES]:
        person, how = READERS[reader]
        partner = invited("kennismakingsgesprek", (WIM | person, SASKIA | person), **FULL | how)
        made = document(KIND, partner, language=language)
        assert len(page_texts(write(made, "pdf"))) == 1
        files.append(tmp_path / f"{reader}-{language}.docx")
        files[-1].write_bytes(write(made, "docx"))
    assert [len(pages(pdf)) for pdf in printed(files, tmp_path / "printed").values()] == [1, 1, 1, 1]


# --- each occasion ---


def test_a_first_meeting_says_who_brought_them_together_and_leaves_them_free() -> None:
    text = letter("kennismakingsgesprek", introduced_by="een ouder", **WHEN)
    assert "Uw bedrijf kwam ter sprake via een ouder. Wij denken dat wij elkaar iets te bieden hebben." in text
    assert "Komt het nu niet uit? Dan horen wij dat ook graag." in text
    at_school = letter("kennismakingsgesprek", (WIM | {"address_form": "u"},))
    assert "Wij komen ook graag naar u toe, en een andere dag kan natuurlijk ook." in at_school
    assert "naar u toe" not in text
    known = letter("kennismakingsgesprek", sections={"relationship": {"origin": "een ouder van een leerling"}})
    assert "Er is al een lijn tussen uw bedrijf en onze school: een ouder van een leerling." in known


def test_an_open_day_has_a_stand_or_asks_for_it() -> None:
    with_stand = letter("open_dag", stand="een tafel, met stroom", arrival="17.30")
    assert "Voor uw bedrijf houden wij een plek vrij: een tafel, met stroom. Opbouwen kan vanaf 17.30 uur." in with_stand
    assert "en of het met een stand is" not in with_stand
    assert "weten of u komt, en of het met een stand is?" in letter("open_dag")


def test_a_visit_tells_size_and_age_of_the_group_with_one_supervisor_for_twelve() -> None:
    sections = with_activity("bedrijfsbezoek", pupils={"count": 25, "min_age": 13, "max_age": 15}, ppe=["een helm"])
    text = letter("bedrijfsbezoek", sections=sections | {"partner": partner("company")})
    assert "Het gaat om 25 leerlingen van 13 tot 15 jaar en 3 begeleiders van onze school." in text
    assert "Wij zorgen dat de groep goed gekleed is: een helm." in text
    assert "Of foto’s mogen, horen wij ook graag." in text
    assert "Kruim en Zoon, Dorpsstraat 4, 1234 AB Oudervoorde" in text
    assert "Foto’s maken wij niet." in letter("bedrijfsbezoek", photos=False)


def test_a_company_takes_part_in_an_open_day_of_companies_and_others_come_and_see() -> None:
    slots = [{"start": "9.00", "end": "10.30"}, {"start": "11.00", "end": "12.30"}]
    text = letter("open_bedrijvendag", slots=slots, sections=with_activity("open_bedrijvendag", pupils_per_slot=15))
    assert "Tijdvakken | 9.00-10.30 uur, 11.00-12.30 uur" in text
    assert "Per tijdvak | Hooguit 15 leerlingen" in text
    assert "weten of u meedoet en in welke tijdvakken?" in text
    town = letter("open_bedrijvendag", sections={"partner": partner("municipality")})
    assert "U bent van harte welkom om een kijkje te nemen." in town
    assert "meedoet" not in town


@pytest.mark.parametrize("occasion", ["partnerbijeenkomst", "netwerkbijeenkomst"])
def test_a_meeting_has_its_programme_with_times_when_there_are_times(occasion: str) -> None:
    assert "Het programma: inloop welkom Onze leerlingen ontvangen de gasten." in letter(occasion, agenda=["inloop", "welkom"])
    slots = [{"start": "15.30", "end": "15.45"}, {"start": "15.45", "end": "17.00"}]
    text = letter(occasion, agenda=["inloop", "welkom"], slots=slots)
    assert "Tijd | Onderdeel 15.30-15.45 uur | Inloop 15.45-17.00 uur | Welkom" in text
    assert "Neem gerust een collega mee." in text
    assert "collega mee" not in letter(occasion, bring_colleague=False)


def test_an_evaluation_has_agenda_goals_and_a_form_to_fill_in() -> None:
    text = letter("evaluatiegesprek", sections=RELATION, **WHEN)
    assert (
        "Dit staat op de agenda: de doelen de ervaringen van leerlingen de afspraken wat er beter kan het vervolg Dit is"
        in text
    )
    assert "Dit is het doel dat wij samen afspraken: 12 leerlingen bakken elke week brood (uiterlijk 24 maart 2028)" in text
    assert "Wilt u het evaluatieformulier vooraf invullen en ons toesturen?" in text
    assert text.endswith("Bijlage: evaluatieformulier")
    assert "de kosten" in letter("evaluatiegesprek", sections=RELATION | {"finance": {}})


def test_a_guest_lesson_tells_the_practical_things_and_gives_tips() -> None:
    text = letter("gastles", **FULL)
    for row in (
        "Onderwerp | Veilig werken",
        "Groep | Klas 3B, kader",
        "Leerlingen | 24",
        "Lessen | 2 lessen van 45 tot 50 minuten",
    ):
        assert row in text
    assert "Een docent van onze school is erbij en houdt het overzicht in de klas. Wij vergoeden de reiskosten." in text
    assert "Een paar tips voor een les waar vmbo-leerlingen van genieten:" in text
    assert "Het onderwerp kiest u zelf" in letter("gastles")


def test_former_pupils_are_asked_themselves_or_by_way_of_a_colleague() -> None:
    group = letter("oud_leerlingen", greeting="oud-leerlingen", **WHEN)
    assert "Beste oud-leerlingen, Weten jullie het nog, de eerste dag bij ons op school?" in group
    assert "Wij vinden het leuk jullie weer te zien!" in group
    one = letter("oud_leerlingen", (WIM | {"address_form": "je"},), **WHEN)
    assert "Beste Wim, Zat je vroeger bij ons op school? Dan nodigen wij je graag uit." in one
    assert (
        "Werken er bij jullie bedrijf nog meer oud-leerlingen van Vakcollege De Vuurbaak? Geef deze brief dan aan hen door."
        in one
    )
    assert "Wij vinden het leuk oud-leerlingen weer te zien!" in one


def test_former_pupils_are_je_unless_they_want_to_be_u() -> None:
    assert "Beste Wim, Zat je vroeger" in letter("oud_leerlingen", (WIM,))
    assert "Geachte heer Van ’t Veld, Zat u vroeger" in letter("oud_leerlingen", (WIM | {"address_form": "u"},))
    assert "Geachte oud-leerlingen, Weet u het nog" in letter("oud_leerlingen", greeting="oud-leerlingen", address_form="u")
    assert "Geachte heer of mevrouw, Zat u vroeger" in letter("oud_leerlingen", ())


def test_a_signing_says_who_signs_and_asks_whether_photos_may_be_taken() -> None:
    text = letter("ondertekening", press_present=True, sections=RELATION | {"partner": partner("company")}, **WHEN)
    assert "onder de samenwerkingsovereenkomst ‘Brood voor de buurt’." in text
    assert "Kruim en Zoon: de heer W.H. van ’t Veld, directeur" in text
    assert "Stichting Voortgezet Onderwijs Noorderlee: mevrouw drs. M.J. de Graaf, voorzitter" in text
    assert "De regionale pers is ook uitgenodigd." in text
    assert "Vindt u het goed dat u daarop te zien bent?" in text
    assert "foto" not in letter("ondertekening", photos=False)
    assert "onder de intentieverklaring." in letter("ondertekening", sections={"relationship": {"phase": "intentie"}})


def test_a_jury_knows_assignment_and_criteria_or_hears_them_later() -> None:
    text = letter("jury", assignment="een fietsenrek", criteria=["vakmanschap", "samenwerken"])
    assert "Opdracht | Een fietsenrek" in text
    assert "De jury let op: vakmanschap samenwerken" in text
    assert "Waar de jury op let, hoort u vooraf van ons." in letter("jury")


def test_an_assignment_comes_from_the_activity_or_is_asked_for() -> None:
    sections = with_activity(
        "opdracht_voor_bedrijf", question="ontwerp een kantine", deliverable="een maquette", deadline="2028-03-01"
    )
    text = letter("opdracht", sections=sections)
    assert "Wij denken aan deze opdracht: ontwerp een kantine. Het resultaat: een maquette." in text
    assert "Klaar op | 1 maart 2028" in text
    assert "Heeft uw bedrijf een vraag waar jonge mensen met een frisse blik naar mogen kijken?" in letter("opdracht")
