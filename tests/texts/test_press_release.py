"""The press release: a profile, and what an editor reads. The order of the parts, the words, and what must be right first."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from generator.desk import write
from generator.load import load_partner
from generator.package import resource
from generator.profile import Profile
from generator.profile.activity import ActivityType
from generator.tree import blanks
from tests.agreements.drafts import lines_of, slips
from tests.texts.letters import SASKIA, WIM, document, profile, school, told
from tests.texts.letters import read as read_letter

KIND = "press-release"
HOUSE = {"trade_name": "Bakkerij Kruim", "visit": {"street": "Dorpsstraat", "number": 4, "place": "Lindewijk"}}
QUOTE = {"person": "wim", "organisation": "partner", "text": "Zo’n dag is goud waard.", "approved": True}
FULL: dict[str, Any] = {
    "date": "2027-06-10",
    "headline": "Leerlingen bakken brood",
    "lead": "Dertig leerlingen bakken vanaf donderdag brood bij Bakkerij Kruim.",
    "quotes": [QUOTE],
    "media": [{"name": "De Courant"}],
}


def release(
    people: tuple[dict[str, Any], ...] = (WIM, SASKIA), cooperation: dict[str, Any] | None = None, **more: Any
) -> Profile:
    """The bakery with a press release that says this besides the usual."""
    papers = {"press_release": FULL | more}
    return profile(people, HOUSE, documents=papers, **({"cooperation": cooperation} if cooperation is not None else {}))


def read(partner: Profile, language: str = "nl", **more: Any) -> list[str]:
    """The lines of the release, without their marks."""
    return lines_of(read_letter(KIND, partner, language=language, **more))


def activity(type_: str, **more: Any) -> dict[str, Any]:
    return {"activities": [{"id": "A", "type": type_} | more]}


def about(cooperation: dict[str, Any], people: tuple[dict[str, Any], ...] = (WIM, SASKIA), language: str = "nl") -> str:
    """The first paragraph of the body."""
    return first_paragraph(read(release(people, cooperation), language))


def first_paragraph(lines: list[str]) -> str:
    return lines[lines.index("[passage body]") + 1]


def samples() -> list[Profile]:
    files = sorted((resource("examples") / "partners").glob("*.yaml"))
    return [loaded.value for file in files if (loaded := load_partner(file, file.name, school())).value]


# --- the parts, in order -----------------------------------------------------------------------------------------------------


def test_the_parts_stand_in_the_order_that_editors_expect() -> None:
    moment = {"date": "2027-06-12", "time": "15.30", "place": "Dorpsstraat 4"}
    picture = {"file": "brood.jpg", "caption": "Wim kneedt", "photographer": "Kruim", "free_of_rights": True}
    partner = release(
        body=["Eerste alinea.", "Tweede alinea."],
        next_step="In het najaar volgt een brede proef",
        photo_moment=moment,
        images=[picture | {"people_consent": True}],
        reachable="op werkdagen van 9.00 tot 17.00 uur",
    )
    boilerplate = school().school.boilerplate
    assert read(partner) == [
        "Oudervoorde, 10 juni 2027",
        "*Voor directe publicatie*",
        "Leerlingen bakken brood",
        "[passage lead]",
        "*Dertig leerlingen bakken vanaf donderdag brood bij Bakkerij Kruim.*",
        "[passage body]",
        "Eerste alinea.",
        "‘Zo’n dag is goud waard’, zegt Wim van ’t Veld, directeur van Bakkerij Kruim.",
        "Tweede alinea.",
        "In het najaar volgt een brede proef.",
        "###",
        "Over Vakcollege De Vuurbaak",
        boilerplate,
        "Noot voor de redactie (niet voor publicatie)",
        "Meer informatie: Noor Janssen-ten Broeke, relatiebeheerder en stagemakelaar van Vakcollege De Vuurbaak, "
        "telefoon 06 12 34 56 78, e-mail n.janssen@devuurbaak.example, bereikbaar op werkdagen van 9.00 tot 17.00 uur.",
        "Woordvoerder: Tom Bakker, directeur.",
        "Fotomoment: zaterdag 12 juni, 15.30 uur, Dorpsstraat 4. Fotografen melden zich aan bij Noor Janssen-ten Broeke.",
        "Beeld bij dit bericht, los meegestuurd:",
        "brood.jpg: Wim kneedt. Foto: Kruim. Rechtenvrij te gebruiken bij dit bericht. Wie herkenbaar op de foto staat, heeft "
        "toestemming gegeven voor plaatsing in regionale media.",
    ]


def test_an_embargo_stands_where_a_release_at_once_would() -> None:
    partner = release(embargo="2027-06-10T16:00")
    assert read(partner)[1] == "*EMBARGO tot donderdag 10 juni 2027, 16.00 uur*"
    assert read(partner, "en")[1] == "*EMBARGOED until Thursday 10 June 2027, 4.00 pm*"
    assert read(release(), "en")[1] == "*For immediate release*"


def test_in_english_it_ends_as_the_british_press_does() -> None:
    lines = read(release(), "en")
    assert lines[lines.index("ENDS") :][1] == "About Vakcollege De Vuurbaak"
    assert "Notes to editors (not for publication)" in lines
    assert "Wim van ’t Veld, directeur of Bakkerij Kruim, said: ‘Zo’n dag is goud waard.’" in lines


def test_every_organisation_that_has_a_boilerplate_is_told_about() -> None:
    club = {"id": "club", "kind": "association", "legal_name": "Vereniging Club", "boilerplate": "De club is van 1910."}
    town = {"id": "stad", "kind": "municipality", "legal_name": "Gemeente Lindewijk", "legal_form": "gemeente"}
    partner = release().model_copy(update={"third_parties": profile(third_parties=[club, town]).third_parties})
    lines = read(partner)
    assert [line for line in lines if line.startswith("Over ")] == ["Over Vakcollege De Vuurbaak", "Over Vereniging Club"]
    assert "De club is van 1910." in lines


# --- quotes ------------------------------------------------------------------------------------------------------------------


def said(*quotes: dict[str, Any], language: str = "nl", **more: Any) -> list[str]:
    """The lines with a quote."""
    return [line for line in read(release(quotes=quotes, **more), language) if "zegt" in line or "said" in line]


def test_who_was_named_before_has_only_a_surname_with_its_capital() -> None:
    again = QUOTE | {"text": "Kom kijken"}
    assert said(QUOTE, again) == [
        "‘Zo’n dag is goud waard’, zegt Wim van ’t Veld, directeur van Bakkerij Kruim.",
        "‘Kom kijken’, zegt Van ’t Veld.",
    ]
    assert said(QUOTE, lead="Wim van ’t Veld bakt brood.")[0].endswith("zegt Van ’t Veld.")
    assert said(QUOTE, body=["Dat bedacht Wim van ’t Veld."])[0].endswith("zegt Van ’t Veld.")
    assert said(QUOTE, language="en", lead="Wim van ’t Veld bakes.") == ["Van ’t Veld said: ‘Zo’n dag is goud waard.’"]


def test_the_partner_speaks_before_the_school_and_each_for_their_own() -> None:
    ours = {"person": "directeur", "organisation": "school", "text": "Mooi!"}
    assert said(ours, QUOTE)[1] == "‘Mooi!’, zegt Tom Bakker, directeur van Vakcollege De Vuurbaak."
    both = {"id": "directeur", "given_name": "Dirk", "surname": "Kruim"}
    theirs = {"person": "directeur", "organisation": "partner", "text": "Lekker…"}
    partner = release((WIM, both), quotes=[ours, theirs, {"person": "wim", "text": "Ja"}])
    assert [line for line in read(partner) if "zegt" in line] == [
        "‘Lekker…’, zegt Dirk Kruim van Bakkerij Kruim.",
        "‘Ja’, zegt Wim van ’t Veld, directeur van Bakkerij Kruim.",
        "‘Mooi!’, zegt Tom Bakker, directeur van Vakcollege De Vuurbaak.",
    ]


@pytest.mark.parametrize(
    ("partner", "named"),
    [
        ({"kind": "municipality", "legal_name": "gemeente Lindewijk", "legal_form": "gemeente"}, "de gemeente Lindewijk."),
        ({"kind": "municipality", "legal_name": "Lindewijk", "legal_form": "gemeente"}, "de gemeente Lindewijk."),
        ({"kind": "other", "legal_name": "Waterschap Rijn", "legal_form": "waterschap"}, "het waterschap Rijn."),
        ({"kind": "company", "legal_name": "Jansen & Zn. B.V."}, "Jansen & Zn. B.V."),
        ({"kind": "institution", "legal_name": "Stichting Zorg", "trade_name": "De *Linde*"}, "De *Linde*."),
    ],
)
def test_an_organisation_is_named_as_in_a_newspaper(partner: dict[str, Any], named: str) -> None:
    made = profile((WIM,), partner, documents={"press_release": FULL})
    assert [line for line in read(made) if "zegt" in line] == [
        f"‘Zo’n dag is goud waard’, zegt Wim van ’t Veld, directeur van {named}"
    ]


# --- what the profile knows --------------------------------------------------------------------------------------------------

WEEKLY = {"weekday": "dinsdag", "start": "9.00", "end": "12.00", "first": "2027-09-07", "last": "2028-01-25", "sessions": 12}


@pytest.mark.parametrize(
    ("type_", "more", "words"),
    [
        (
            "hybride_docent",
            {"person": "saskia", "place": "school", "schedule": WEEKLY, "subject": "brood"},
            "Op dinsdag geeft Saskia de Vries, teamleider van Bakkerij Kruim, les in brood bij Vakcollege De Vuurbaak. Dat "
            "gebeurt twaalf keer, van 7 september tot en met 25 januari 2028, telkens van 9.00 tot 12.00 uur. Wie in de "
            "praktijk werkt en daarnaast voor de klas staat, heet een hybride docent.",
        ),
        (
            "gastles",
            {"name": "Gastlessen hygiëne", "place": "school", "schedule": {"dates": ["2027-06-15", "2028-02-03"]}},
            "Op twee dagen volgen leerlingen de gastlessen hygiëne van Bakkerij Kruim bij Vakcollege De Vuurbaak. Dat gebeurt "
            "op dinsdag 15 juni en donderdag 3 februari 2028.",
        ),
        (
            "keuzevak_op_mbo",
            {"name": "Keuzevak brood", "pupils": {"count": 21}, "leerjaar": 4, "schedule": {"first": "2027-09-07"}},
            "Vanaf dinsdag 7 september volgen 21 leerlingen uit leerjaar 4 het keuzevak brood bij Bakkerij Kruim in Lindewijk. "
            "Keuzevakken kiezen vmbo-leerlingen zelf, naast de vakken van hun profiel.",
        ),
        (
            "keuzevak_door_bedrijf",
            {"elective": "koken", "pupils": {"count": 1}, "schedule": {"dates": ["2027-06-14", "2027-06-15"], "start": "9.00"}},
            "Van maandag 14 juni tot en met dinsdag 15 juni volgt één leerling het keuzevak koken, telkens vanaf 9.00 uur. "
            "Bakkerij Kruim verzorgt de lessen.",
        ),
        (
            "lintstage",
            {"pupils": {"count": 20}, "schedule": WEEKLY | {"first": "2028-01-11", "sessions": None}},
            "Aan een lintstage bij Bakkerij Kruim in Lindewijk doen twintig leerlingen mee. Dat gebeurt op dinsdag, van 11 "
            "januari tot en met 25 januari 2028, telkens van 9.00 tot 12.00 uur. Bij een lintstage lopen leerlingen een tijd "
            "lang op een vaste dag in de week stage.",
        ),
        (
            "open_bedrijvendag",
            {
                "name": "Open bakkersdag",
                "schedule": {"dates": ["2027-06-15"], "start": "9.00", "end": "12.00"},
                "companies": ["A"],
            },
            "Aan de open bakkersdag doen leerlingen mee, op dinsdag 15 juni, van 9.00 tot 12.00 uur. Deze bedrijven doen "
            "mee: A.",
        ),
        (
            "opdracht_voor_bedrijf",
            {"name": "Nieuw brood", "question": "Wat is lekker?", "deadline": "2027-07-01", "pupils": {"count": 2}},
            "Tot donderdag 1 juli werken twee leerlingen aan ‘Nieuw brood’ voor Bakkerij Kruim. De opdracht: Wat is lekker?",
        ),
        (
            "netwerkbijeenkomst",
            {"location": "De Kuil, Markt 1"},
            "Binnen de samenwerking ontmoeten de partners elkaar tijdens een netwerkbijeenkomst (De Kuil, Markt 1).",
        ),
        (
            "slim_roosteren",
            {},
            "Binnen de samenwerking maakt Vakcollege De Vuurbaak in het rooster ruimte voor leren bij partners.",
        ),
        (
            "vakkanjers",
            {"rounds": [{"name": "finale", "date": "2027-06-15", "place": "Lindewijk"}]},
            "Aan Vakkanjers in Lindewijk doen leerlingen mee, op dinsdag 15 juni. Bij Vakkanjers bedenken teams van leerlingen "
            "een oplossing voor een technisch vraagstuk.",
        ),
    ],
)
def test_an_activity_is_told_in_sentences(type_: str, more: dict[str, Any], words: str) -> None:
    assert about(activity(type_, **more)) == words


def test_in_english_too() -> None:
    more = {"person": "saskia", "place": "school", "schedule": WEEKLY, "subject": "bread"}
    assert about(activity("hybride_docent", **more), language="en") == (
        "On Tuesdays, Saskia de Vries, teamleider of Bakkerij Kruim, teaches bread at Vakcollege De Vuurbaak. This takes place "
        "12 times, from 7 September to 25 January 2028, each time from 9.00 am to 12.00 pm. Somebody who works in the field "
        "and also teaches is a hybrid teacher."
    )
    assert about(activity("lintstage", pupils={"count": 9}), language="en") == (
        "The placement on a fixed weekday at Bakkerij Kruim in Lindewijk is for nine pupils. In a weekly placement "
        "(lintstage), pupils learn at work on a fixed day of the week."
    )


SCHEDULES: list[dict[str, Any]] = [
    {},
    WEEKLY,
    {"weekday": "maandag"},
    {"dates": ["2027-06-15"], "start": "9.00", "end": "10.00"},
    {"dates": ["2027-06-15", "2028-06-20"], "end": "10.00"},
    {"dates": ["2027-06-15", "2027-06-16"], "start": "9.00"},
    {"first": "2028-06-10", "last": "2028-06-20"},
    {"last": "2028-06-20"},
]


@pytest.mark.parametrize("type_", ActivityType)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_activity_makes_whole_sentences_however_little_is_known(type_: ActivityType, language: str) -> None:
    for schedule in SCHEDULES:
        for more in (
            {},
            {"place": "partner", "pupils": {"count": 1}},
            {"name": "Techniek XL", "place": "school", "leerjaar": 2},
        ):
            text = read_letter(KIND, release((), activity(type_, schedule=schedule, **more), quotes=[]), language=language)
            assert slips(text) == []
            assert "[" not in first_paragraph(lines_of(text))


def test_what_is_said_once_is_not_said_again() -> None:
    two = {"activities": [{"id": name, "type": "hybride_docent", "person": "saskia", "name": name} for name in "AB"]}
    lines = read(release(cooperation=two, quotes=[{"person": "saskia", "text": "Ja"}]))
    assert [line for line in lines if "Vries" in line] == [
        "Binnen de samenwerking geeft Saskia de Vries, teamleider van Bakkerij Kruim, les. Wie in de praktijk werkt en "
        "daarnaast voor de klas staat, heet een hybride docent.",
        "‘Ja’, zegt De Vries.",
        "Binnen de samenwerking geeft De Vries les.",
    ]


def test_from_the_fifth_on_activities_are_only_named() -> None:
    six = {"activities": [{"id": f"A{n}", "type": "bedrijfsbezoek", "name": f"Bezoek {n}"} for n in range(6)]}
    lines = read(release(cooperation=six))
    assert sum(line.startswith("Aan het bezoek ") for line in lines) == 4
    assert "Ook op het programma: ‘Bezoek 4’ en ‘Bezoek 5’." in lines


def test_why_how_much_and_how_it_goes_on_follow_in_that_order() -> None:
    cooperation = {
        "shared_ambition": "Iedereen leert bakken",
        "interests": {"school": ["echt werk"], "partner": ["nieuwe bakkers", "plezier"], "common": ["goed brood"]},
        "goals": [{"id": "G1", "horizon": "lang", "text": "elk jaar twee leerbanen"}],
        "end": "2028-07-31",
        "evaluation": {"dates": ["2027-01-01", "2028-02-10", "2028-06-01"]},
    }
    partner = release(cooperation=cooperation, facts=["30 broden", "10 dagen"])
    lines = read(partner.model_copy(update={"finance": profile(finance={"subsidy": {"name": "Fonds B."}}).finance}))
    start = next(n for n, line in enumerate(lines) if "ambitie" in line)
    assert lines[start : lines.index("###")] == [
        "Vakcollege De Vuurbaak en Bakkerij Kruim werken samen vanuit een gezamenlijke ambitie: ‘Iedereen leert bakken.’ Wat "
        "levert dat op? Voor Vakcollege De Vuurbaak: echt werk. Voor Bakkerij Kruim: nieuwe bakkers en plezier. Voor "
        "allebei: goed brood.",
        "Op de langere termijn is het doel: elk jaar twee leerbanen.",
        "De feiten op een rij:",
        "30 broden",
        "10 dagen",
        "De samenwerking loopt tot en met 31 juli 2028. Daarvoor is subsidie beschikbaar: Fonds B. Op donderdag 10 februari "
        "2028 kijken de partners samen terug op de eerste resultaten.",
    ]


def test_the_next_step_of_the_profile_stands_instead_of_the_evaluation() -> None:
    text = "\n".join(read(release(cooperation={"evaluation": {"dates": ["2028-02-10"]}}, next_step="Volgend jaar weer!")))
    assert "Volgend jaar weer!\n###" in text
    assert "kijken de partners" not in text


def test_own_paragraphs_stand_instead_of_ours() -> None:
    text = "\n".join(
        read(release(cooperation=activity("lintstage") | {"shared_ambition": "Bakken"}, body=["Een.", "Twee.", "Drie."]))
    )
    assert "lintstage" not in text
    assert "Bakken" not in text
    assert re.search(r"Een\.\n.*zegt.*\nTwee\.\nDrie\.\n###", text)


# --- pupils, images, media ---------------------------------------------------------------------------------------------------

PUPILS = "Op de foto staan leerlingen die (of van wie de ouders) toestemming hebben gegeven voor plaatsing in regionale media."
PEOPLE = "Wie herkenbaar op de foto staat, heeft toestemming gegeven voor plaatsing in regionale media."


@pytest.mark.parametrize(
    ("image", "sentence"),
    [
        ({"people_consent": True}, PEOPLE),
        ({"people_consent": True, "pupils_recognisable": True, "pupils_consent_ids": ["LL-031"]}, PUPILS),
        ({"people_consent": True, "pupils_recognisable": True}, ""),
        ({"people_consent": False}, ""),
        ({}, ""),
    ],
)
def test_consent_is_said_only_when_it_is_there(image: dict[str, Any], sentence: str) -> None:
    partner = release(images=[{"file": "a.jpg"} | image])
    line = next(line for line in read(partner) if line.startswith("a.jpg"))
    assert line == f"a.jpg. {sentence}".strip()


def test_neither_the_media_nor_the_register_of_consents_are_printed() -> None:
    image = {"file": "a.jpg", "people_consent": True, "pupils_recognisable": True, "pupils_consent_ids": ["LL-031"]}
    text = "\n".join(read(release(images=[image], media=[{"name": "De Courant", "email": "redactie@courant.example"}])))
    assert "Courant" not in text
    assert "LL-031" not in text


# --- what is told ------------------------------------------------------------------------------------------------------------


def test_what_is_right_is_told_nothing_of_but_its_length() -> None:
    assert [problem for problem in told(KIND, release()) if "words" not in problem] == []


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"quotes": [QUOTE | {"approved": False}]}, "the words of 'wim' are not approved"),
        ({"quotes": [QUOTE | {"approved": None}]}, "the words of 'wim' are not approved"),
        ({"quotes": []}, "nobody is quoted"),
        ({"date": "2027-06-12"}, "zaterdag 12 juni 2027 is in the weekend, when few desks are manned"),
        ({"embargo": "2027-06-09T16:00"}, "the embargo is over before the release is sent"),
        ({"photo_moment": {"date": "2027-06-09"}}, "the photo moment is over when the release is sent"),
        ({"headline": "Leerlingen van ROC bakken brood"}, "the title says 'ROC', in capitals"),
        ({"headline": "een twee drie vier vijf zes zeven acht negen tien elf"}, "the title has 11 words; at most 10 is right"),
        ({"headline": "Leerlingen " + "b" * 80}, "the title has 91 characters; 80 is the most"),
        ({"lead": "Leerlingen bakken."}, "the lead has 2 words; 30 to 60 is right"),
        ({"body": ["woord " * 345]}, "the body has 359 words; 200 to 350 is right"),
        ({"body": ["woord " * 495]}, "the body has 509 words; more than 500 cannot be final"),
        ({"lead": "De beste bakker"}, "the lead says 'beste': it praises, and a newspaper does not"),
        ({"body": ["Zij bakken regelmatig"]}, "the body says 'regelmatig': it is vague"),
        ({"lead": "Wij bakken"}, "the lead says 'wij': it speaks of us or to the reader, and news is in the third person"),
        ({"headline": "Brood i.p.v. koek"}, "the title says 'i.p.v.': it is an abbreviation"),
        ({"lead": "Brood wordt gebakken"}, "the lead says 'wordt': it weakens the sentence"),
    ],
)
def test_what_could_be_better_is_told(more: dict[str, Any], problem: str) -> None:
    assert problem in told(KIND, release(**more))


def test_an_embargo_until_later_on_the_same_day_is_fine() -> None:
    assert "the embargo is over before the release is sent" not in told(KIND, release(embargo="2027-06-10T16:00"))


def test_praise_and_weak_words_are_free_in_a_quote() -> None:
    loud = QUOTE | {"text": "Wij zijn trots: dit is de beste dag, en het wordt nog mooier"}
    assert [problem for problem in told(KIND, release(quotes=[loud])) if "says" in problem] == []


def test_an_amount_is_one_of_the_budget() -> None:
    gift = {"code": "K1", "text": "oven", "by": "partner", "quantity": 2, "unit_price": "50.20"}
    finance = profile(finance={"in_kind": [gift]}).finance
    for fact, problems in (("een oven van 100 euro", []), ("een oven van € 101", ["101 euro"])):
        partner = release(facts=[fact]).model_copy(update={"finance": finance})
        found = [problem for problem in told(KIND, partner) if "budget" in problem]
        assert found == [f"it says {amount}, and the budget has no such amount" for amount in problems]
    assert not [problem for problem in told(KIND, release(facts=["een oven van 101 euro"])) if "budget" in problem]


def test_a_release_in_another_language_says_that_words_are_still_to_be_translated() -> None:
    problem = "headline, lead and quotes are in the language of the profile"
    assert problem in told(KIND, release(), language="en")
    assert problem not in told(KIND, release().model_copy(update={"language": "en"}), language="en")


# --- samples and edges -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("partner", samples(), ids=lambda partner: partner.id)
def test_the_samples_have_a_body_of_the_right_length_and_none_of_our_own_words_is_told(partner: Profile) -> None:
    problems = told(KIND, partner)
    assert [problem for problem in problems if "body" in problem or "says" in problem] == []
    assert blanks(document(KIND, partner)) == ()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_known_gives_blanks_for_what_an_editor_needs(language: str) -> None:
    partner = profile((), {"legal_name": "Kruim"}, documents={"press_release": {}})
    paths = [blank.path for blank in blanks(document(KIND, partner, language=language))]
    assert paths == [f"documents.press_release.{field}" for field in ("headline", "lead", "body")]
    assert slips(read_letter(KIND, partner, language=language)) == []


def test_odd_characters_arrive_as_they_were_typed() -> None:
    odd = "Jansen & Zn. <B.V.> *_{{7*7}}_* | #1"
    text = "\n".join(read(release(headline=odd, lead=odd, body=[odd], facts=[odd], quotes=[QUOTE | {"text": odd}])))
    assert text.count(odd) == 4


def test_the_text_file_can_be_pasted_in_an_email() -> None:
    text = write(document(KIND, release(body=["Een zin. " * 40])), "txt").decode().replace("\N{NO-BREAK SPACE}", " ")
    assert text.startswith(
        "CONCEPT\n\nPERSBERICHT\n\nOudervoorde, 10 juni 2027\n\nVoor directe publicatie\n\nLeerlingen bakken brood\n\n"
    )
    assert "\n\n###\n\nOver Vakcollege De Vuurbaak\n\n" in text
    assert not re.search(r"^[=-]{3,}$", text, re.MULTILINE)


def test_the_day_of_sending_is_that_of_the_profile_or_the_one_asked_for() -> None:
    assert read(release(date=None), day=date(2028, 2, 3))[0] == "Oudervoorde, 3 februari 2028"
    assert read(release(place="Lindewijk"))[0] == "Lindewijk, 10 juni 2027"
