"""Facts: a profile, and what follows from it. However little or odd a profile is, an agreement can be drafted."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.facts import facts
from generator.facts_agreement import annexes
from generator.facts_parties import Party
from generator.load import load_partner
from generator.package import resource
from generator.profile import Profile
from generator.profile.activity import ActivityType
from generator.profile.party import Kind, LegalForm
from tests.agreements.drafts import COMPANY, document, profile, school


def sample(name: str) -> dict[str, Any]:
    loaded = load_partner(resource("examples") / "partners" / f"{name}.yaml", f"{name}.yaml", school())
    assert isinstance(loaded.value, Profile)
    return facts(loaded.value, school())


def names(parties: tuple[Party, ...]) -> list[str]:
    return [party.name for party in parties]


def test_the_parties_are_the_board_the_partner_and_then_the_others() -> None:
    known = sample("gemeente-noorderlee")
    assert names(known["parties"]) == ["de School", "de Gemeente", "de Bedrijvenkring"]
    assert names(known["public_parties"]) == ["de Gemeente"]
    assert (known["the_school"], known["the_partner"], known["two_parties"]) == ("de School", "de Gemeente", False)
    assert [[s.person.id for s in party.signatories] for party in known["parties"]] == [
        ["bestuurder"],
        ["wethouder"],
        ["voorzitter", "secretaris"],
    ]


def test_without_a_name_of_its_own_a_party_is_called_by_its_kind() -> None:
    nameless = {"kind": "mbo_college", "legal_name": "Stichting ROC"}
    assert facts(profile(nameless), school())["the_partner"] == "het Mbo-college"
    assert names(facts(profile(nameless), school(), "en")["parties"]) == ["the School", "the College"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("partner", "leaders"),
    [
        ("roc-noorderlee", ["het Mbo-college"]),
        ("van-t-veld-en-zonen", ["hybride_docent", "praktijkbegeleider", "de School", "relatiebeheerder"]),
        ("gemeente-noorderlee", ["relatiebeheerder", "relatiebeheerder", "relatiebeheerder"]),
    ],
)
def test_every_activity_of_the_samples_has_somebody_in_charge(partner: str, leaders: list[str]) -> None:
    found = [planned.leader for planned in sample(partner)["activities"]]
    assert [leader.person.id if leader.person else leader.party.name for leader in found] == leaders


def test_the_partners_staff_is_who_teaches_at_the_school() -> None:
    known = sample("van-t-veld-en-zonen")
    rows = [(row.planned.activity.id, row.person and row.person.id, row.known, row.is_guest_teacher) for row in known["staff"]]
    assert rows == [("ACT1", "hybride_docent", False, True), ("ACT3", None, False, False), ("ACT4", None, False, False)]
    assert names(known["staff_parties"]) == ["het Bedrijf"]
    assert sample("roc-noorderlee")["staff"] == ()


def test_safety_is_asked_of_who_receives_pupils_in_its_workplace() -> None:
    asked = {
        name: (sample(name)["workplace_safety"], sample(name)["practical_work"], sample(name)["pupil_host"] is not None)
        for name in SAMPLES
    }
    assert asked == {
        "roc-noorderlee": (True, True, True),
        "van-t-veld-en-zonen": (True, True, True),
        "gemeente-noorderlee": (True, True, False),
    }


SAMPLES = ("roc-noorderlee", "van-t-veld-en-zonen", "gemeente-noorderlee")


def test_an_annex_is_about_what_its_title_says_first() -> None:
    titles = [
        "Financiële afspraken",
        "Stageafspraken en veiligheid",
        "Veiligheid bij de stage",
        "Begroting 2028",
        "Plattegrond",
    ]
    assert [(annex.subject, annex.anchor) for annex in annexes(titles)] == [
        ("finance", "annex-finance"),
        ("placement", "annex-placement"),
        ("safety", "annex-safety"),
        (None, "annex-4"),
        (None, "annex-5"),
    ]


def test_days_in_a_row_are_a_period_and_others_are_loose() -> None:
    visit = {"id": "A", "type": "bedrijfsbezoek"}
    row, loose = (
        facts(profile(cooperation={"activities": [visit | {"schedule": {"dates": days}}]}), school())["activities"][0]  # type: ignore[index]
        for days in (["2028-04-04", "2028-04-03"], ["2028-04-03", "2028-04-10"])
    )
    assert (row.first.day, row.last.day, row.loose_days) == (3, 4, ())
    assert [day.day for day in loose.loose_days] == [3, 10]


# --- odd and sparse profiles --------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["Jansen & Zn. <B.V.>", "*_{{7*7}}_* | #1", "’s-Heerenvoorde", "1. eerste", "[x](blank:y)", "{% raw %}", ":::"]
)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["a", "b", "bestuurder"]), "surname": WORDS},
        optional={
            "roles": st.lists(st.sampled_from(["signatory", "signatory_by_proxy", "contact", "teacher"]), max_size=2),
            "function": WORDS,
            "authority": st.fixed_dictionaries(
                {},
                optional={
                    "basis": st.sampled_from(["joint", "proxy", "mandate"]),
                    "together_with": st.sampled_from(["a", "b", "nobody"]),
                },
            ),
            "vog": st.just({"required": True}),
        },
    ),
    max_size=2,
    unique_by=lambda person: str(person["id"]),
)
PARTNERS = st.fixed_dictionaries(
    {"kind": st.sampled_from(list(map(str, Kind))), "legal_name": WORDS},
    optional={
        "legal_form": st.sampled_from(list(map(str, LegalForm))),
        "short_name": WORDS,
        "statutory_seat": WORDS,
        "visit": st.fixed_dictionaries({}, optional={"street": WORDS, "number": st.just(7), "place": WORDS}),
        "people": PEOPLE,
    },
)
DAYS = st.sampled_from(["2027-09-01", "2027-09-02", "2028-01-10"])
ACTIVITIES = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from(["X", "Y"]), "type": st.sampled_from(list(map(str, ActivityType)))},
        optional={
            "name": WORDS,
            "place": st.sampled_from(["school", "partner", "extern"]),
            "person": st.sampled_from(["a", "b", "nobody"]),
            "supervisor": st.just("a"),
            "school_supervisor": st.just("directeur"),
            "responsible": st.sampled_from(["school", "partner", "nobody"]),
            "leerwegen": st.just(["bb"]),
            "pupils": st.fixed_dictionaries({}, optional={"count": st.integers(0, 30), "min_age": st.integers(12, 17)}),
            "schedule": st.fixed_dictionaries(
                {}, optional={"dates": st.lists(DAYS, max_size=3), "first": DAYS, "start": st.just("9.00")}
            ),
            "transport": st.fixed_dictionaries({}, optional={"arranged_by": st.sampled_from(["school", "nobody"])}),
        },
    ),
    max_size=3,
)
COOPERATIONS = st.fixed_dictionaries(
    {},
    optional={
        "title": WORDS,
        "activities": ACTIVITIES,
        "start": DAYS,
        "end": DAYS,
        "renewal": st.sampled_from(["none", "tacit", "by_agreement"]),
        "notice": st.fixed_dictionaries({}, optional={"months": st.integers(0, 12), "before": DAYS}),
        "recitals": st.lists(WORDS, max_size=2),
        "interests": st.fixed_dictionaries({}, optional={"school": st.lists(WORDS, max_size=2)}),
        "goals": st.just([{"id": "G", "text": "doel"}]),
        "governance": st.sampled_from([{}, {"steering_group": {}}, {"working_group": {"chair": "partner"}}]),
        "liability": st.sampled_from([{}, {"cap": "amount"}, {"cap": "insured_amount"}]),
        "confidentiality": st.booleans(),
        "evaluation": st.just({}),
        "mr": st.just({"advice_date": "2027-05-01"}),
        "disputes": st.just({"steps": ["arbitrage"]}),
    },
)
FINANCES = st.sampled_from(
    [
        None,
        {},
        {"invoicing": {"by": "nobody", "to": "board"}, "subsidy": {"name": "STO"}},
        {
            "lines": [{"code": "L", "text": "x", "quantity": 1, "unit_price": 2, "vat": "exempt", "payee": "partner"}],
            "indexation": {},
        },
    ]
)


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(
    PARTNERS,
    st.lists(PARTNERS, max_size=1),
    COOPERATIONS,
    FINANCES,
    st.sampled_from([None, {}, {"agreement": {"annexes": ["#", "x"]}}]),
)
def test_every_profile_that_is_valid_gives_a_draft(
    partner: dict[str, Any],
    others: list[dict[str, Any]],
    cooperation: dict[str, Any],
    finance: dict[str, Any] | None,
    documents: dict[str, Any] | None,
) -> None:
    third = [other | {"id": f"third-{number}"} for number, other in enumerate(others)]
    draft = profile(partner, third_parties=third, cooperation=cooperation, finance=finance, documents=documents)
    assert document(draft).blocks


def test_the_barest_profile_gives_a_draft() -> None:
    assert document(profile({"kind": "other", "legal_name": COMPANY["legal_name"]})).blocks
