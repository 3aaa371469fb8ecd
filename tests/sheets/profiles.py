"""Profiles of every sort, for the tests that hold for all of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from generator.load.profiles import validate
from generator.load.yaml import Source
from generator.profile import Profile
from generator.profile.base import refused_character
from generator.profile.cooperation import Phase
from generator.profile.occasions import ThanksMoment
from generator.profile.party import Kind, LegalForm, Size, VatStatus
from generator.profile.person import AddressForm, NameStyle, Salutation
from generator.sheets.cells import GARBLED
from generator.sheets.merge import newly_broken

DANGEROUS = [
    "=1+1", "+31", "-5", "@SUM(A1)", "\tx", "_x0041_", "007", "1e5", "TRUE", "a;b", '"q"', "a\nb", "’t", "null", "yes", "~",
    "a: b", "- x", "# x", "{x}", "[y]", "&a", "*b", "!t", "%d", "`g", "\u00a0x", "x\u2028y", "\ufeffz", "€ 5", "😀", "İı",
    "Jansen & Zn. <B.V.> *_{{7*7}}_* | #1",
]  # fmt: skip


def says_something(text: str) -> bool:
    """Whether a text may stand in a profile, says something, and does not look as if a file had lost its accents."""
    is_sound = not refused_character(text) and not GARBLED.search(text)
    return is_sound and any(character.isalnum() for character in text.strip(" \t\n\ufeff"))


TEXTS = st.one_of(st.sampled_from(DANGEROUS), st.text(min_size=1, max_size=30)).filter(says_something)
NAMES = TEXTS.filter(lambda text: "\n" not in text)
ITEMS = TEXTS.filter(lambda text: text == text.strip())
"""Of a list in one cell; a hard blank around an item, as it comes along from a web page, means nothing there."""
TITLES = ITEMS.filter(lambda text: "\n" not in text)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat)
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)
DIGITS = st.text("0123456789", min_size=8, max_size=8)


def maybe(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A group in which each field is there or not."""
    return st.fixed_dictionaries({}, optional=fields)


def words(kind: Any) -> st.SearchStrategy[str]:
    """A value of an enumeration."""
    return st.sampled_from([str(each) for each in kind])


ADDRESS = maybe(
    street=NAMES, number=st.integers(0, 99_999), letter=st.sampled_from("AbZ"), suffix=st.sampled_from(["bis", "2", "=1"]),
    postcode=st.sampled_from(["1236 CD", "9999 XZ"]), place=NAMES,
)  # fmt: skip
POST = st.one_of(
    ADDRESS, maybe(po_box=st.sampled_from(["1", "007", "12345"]), country=st.sampled_from(["BE", "US"]), place=NAMES)
)
PERSON = st.builds(
    lambda needed, more: {**needed, **more},
    st.fixed_dictionaries({"id": IDS, "surname": NAMES}),
    maybe(
        salutation=words(Salutation), titles_before=st.lists(TITLES, max_size=3), initials=NAMES, given_name=NAMES, infix=NAMES,
        second_infix=NAMES, second_surname=NAMES, titles_after=st.lists(TITLES, max_size=2), function=TEXTS,
        email=st.sampled_from(["a@b.example", "Ünï@dömain.example"]), phone=st.sampled_from(["+31612345678", "+3225551234"]),
        address_form=words(AddressForm), name_style=words(NameStyle),
    ),
)  # fmt: skip
LETTER = st.builds(
    lambda moment, more: {"moment": moment, **more},
    words(ThanksMoment),
    maybe(date=DAYS, result=TEXTS, present=TEXTS, personal=TEXTS),
)
PARTNER = st.builds(
    lambda needed, more: {**needed, **more},
    st.fixed_dictionaries({"kind": words(Kind), "legal_name": TEXTS}),
    maybe(
        trade_name=TEXTS, short_name=TEXTS, legal_form=words(LegalForm), size=words(Size), sector=TEXTS, statutory_seat=TEXTS,
        vat=maybe(status=words(VatStatus)),
        ids=maybe(kvk=DIGITS, vestigingsnummer=DIGITS.map("0000{}".format), rsin=st.just("999910036"), brin=st.just("99ZA")),
        bank=maybe(iban=st.sampled_from(["NL81FICT0100200301", "NL54FICT0100200302"]), account_name=TEXTS),
        visit=ADDRESS, post=POST, phone=st.just("+31101234567"), email=st.just("info@b.example"),
        invoice_email=st.just("f@b.example"),
        website=st.sampled_from(["https://www.b.example", "http://b.example/x?y=1"]), boilerplate=TEXTS,
        people=st.lists(PERSON, min_size=1, max_size=1),
    ),
)  # fmt: skip
RELATIONSHIP = maybe(
    phase=words(Phase), origin=TEXTS, networks=st.lists(ITEMS, max_size=3), next_contact=DAYS, partner_declined=st.booleans()
)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """A partner of which a spreadsheet can hold all: one contact, one thank-you letter."""
    partner = draw(PARTNER)
    data: dict[str, Any] = {"schema": "handslag/partnerprofiel/1", "id": draw(IDS), "partner": partner}
    data |= draw(
        maybe(
            language=st.sampled_from(["nl", "en"]),
            relationship=RELATIONSHIP,
            documents=maybe(thank_you=st.lists(LETTER, max_size=1)),
        )
    )
    if partner.get("people"):
        data["relationship"] = {**data.get("relationship", {}), "fixed_contact_partner": partner["people"][0]["id"]}
    source = Source("")
    source.data = data
    profile, faults = validate(source, Profile)
    assert profile is not None, faults
    assume(not list(newly_broken(None, profile, None)))
    return profile
