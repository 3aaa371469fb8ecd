"""The numbers and addresses of a party, held against their form. In: a text. Out: the text in its one spelling, or a refusal.

The strict pattern comes first, then the check digit: python-stdnum and phonenumbers accept and repair more than a document may
print. Nothing is looked up anywhere. This is the only door to stdnum, phonenumbers and email_validator.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from stdnum import iban as stdnum_iban
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn as elfproef

from generator.profile.base import checked, refuse

cached = lru_cache(maxsize=4096)


def digits(value: str, count: int, name: str) -> str:
    """A number of exactly so many digits; says how many were given."""
    if re.fullmatch(rf"[0-9]{{{count}}}", value):
        return value
    bare = re.sub(r"[ .-]", "", value)
    if re.fullmatch(rf"[0-9]{{{count}}}", bare):
        raise refuse(f"'{value}' has blanks or marks; a {name} has digits only", f"write '{bare}'")
    if not re.fullmatch(r"[0-9]+", bare):
        raise refuse(f"'{value}' is not a {name}", f"a {name} has {count} digits and nothing else")
    hint = "leading zeros count: put quotes around the number" if len(bare) < count else "compare it with the register"
    raise refuse(f"'{value}' has {len(bare)} digit{'' if len(bare) == 1 else 's'}; a {name} has {count}", hint)


def passes(check: Callable[[str], object], value: str) -> bool:
    """Whether a check of stdnum accepts the value."""
    try:
        check(value)
    except ValidationError:
        return False
    return True


def is_elfproef(value: str) -> bool:
    """Whether nine digits pass the elfproef, the check of RSIN and BSN."""
    return bool(re.fullmatch(r"[0-9]{9}", value)) and passes(elfproef.validate, value)


@cached
def check_kvk(value: str) -> str:
    """KVK number: 8 digits, no check digit."""
    return digits(value, 8, "KVK number")


@cached
def check_branch(value: str) -> str:
    """Vestigingsnummer: 12 digits."""
    return digits(value, 12, "vestigingsnummer")


@cached
def check_rsin(value: str) -> str:
    """RSIN: 9 digits that pass the elfproef."""
    if not is_elfproef(digits(value, 9, "RSIN")):
        raise refuse(f"'{value}' fails the check (elfproef) of an RSIN", "compare it with the extract of the trade register")
    return value


@cached
def check_vat_id(value: str) -> str:
    """Btw-id: NL, 9 digits, B, 2 digits; elfproef over the digits or mod 97 over the whole."""
    if not re.fullmatch(r"NL[0-9]{9}B[0-9]{2}", value):
        bare = re.sub(r"[ .-]", "", value).upper()
        hint = (
            f"write '{bare}'"
            if re.fullmatch(r"NL[0-9]{9}B[0-9]{2}", bare)
            else "a btw-id is NL, 9 digits, B, 2 digits: NL999910036B01"
        )
        raise refuse(f"'{value}' is not a btw-id", hint)
    if not is_elfproef(value[2:11]) and not passes(mod_97_10.validate, value):
        raise refuse(f"'{value}' fails the check of a btw-id", "compare it with an invoice of the partner")
    return value


def is_sole_trader_vat_id(value: str) -> bool:
    """Whether a btw-id has the form for sole traders (mod 97), which holds no citizen service number."""
    return passes(mod_97_10.validate, value) and not is_elfproef(value[2:11])


@cached
def check_oin(value: str) -> str:
    """OIN: 20 digits; with the prefix 00000001 an RSIN and 000 follow."""
    digits(value, 20, "OIN")
    if value.startswith("00000001") and not (is_elfproef(value[8:17]) and value.endswith("000")):
        raise refuse(f"'{value}' fails the check of an OIN", "after 00000001 come the nine digits of the RSIN and 000")
    return value


@cached
def check_iban(value: str) -> str:
    """IBAN of the Netherlands or elsewhere, stored without blanks."""
    bare = value.replace(" ", "")
    if bare.startswith("NL") and not re.fullmatch(r"NL[0-9]{2}[A-Z]{4}[0-9]{10}", bare):
        raise refuse(f"'{value}' is not a Dutch IBAN", "it is NL, 2 digits, 4 capitals and 10 digits: NL81FICT0100200301")
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", bare):
        raise refuse(f"'{value}' is not an IBAN", "write it in capitals, as on the bank statement: NL81FICT0100200301")
    # The check of the country is left out: for some it asks for banks that exist, which is no matter of form.
    if not passes(lambda number: stdnum_iban.validate(number, check_country=False), bare):
        raise refuse(f"'{value}' fails the check of an IBAN", "a digit is wrong or two are swapped; compare it with an invoice")
    return bare


def patterned(pattern: str, name: str, hint: str) -> Callable[[str], str]:
    """A check by form alone."""
    form = re.compile(pattern)

    def check(value: str) -> str:
        if not form.fullmatch(value):
            raise refuse(f"'{value}' is not a {name}", hint)
        return value

    return check


check_brin = patterned(r"[0-9]{2}[A-Z]{2}", "BRIN", "a BRIN is two digits and two capitals: 05KO")
check_brin_location = patterned(r"[0-9]{2}[A-Z]{2}[0-9]{2}", "BRIN with location", "it is a BRIN and two digits: 05KO00")
check_board_number = patterned(r"[0-9]{5}", "bestuursnummer", "a bestuursnummer has 5 digits: 41234")
check_municipality_code = patterned(r"[0-9]{4}", "CBS municipality code", "it has 4 digits: 0363")
check_country = patterned(r"[A-Z]{2}", "country code", "write two capitals: NL, BE, DE")
check_colour = patterned(r"#[0-9A-Fa-f]{6}", "colour", "write # and six hexadecimal digits, in quotes: '#1B5E6F'")


@cached
def check_postcode(value: str) -> str:
    """Dutch postcode, in the one spelling ``1234 AB``."""
    match = re.fullmatch(r"([1-9][0-9]{3}) ?([A-Z]{2})", value)
    if match is None:
        raise refuse(
            f"'{value}' is not a Dutch postcode", "write four digits (not starting with 0), a blank and two capitals: 1234 AB"
        )
    if match[2] in {"SA", "SD", "SS"}:
        raise refuse(
            f"'{value}' is not a Dutch postcode: no postcode ends in {match[2]}", "compare it with a letter of the partner"
        )
    return f"{match[1]} {match[2]}"


@cached
def check_phone(value: str) -> str:
    """Phone number in E.164: ``+31101234567``."""
    hint = "write + and the country code without blanks or zero: +31101234567"
    bare = re.sub(r"[ ().-]", "", value)
    if not re.fullmatch(r"\+[1-9][0-9]{6,14}", value):
        if re.fullmatch(r"0[1-9][0-9]{8}", bare):
            hint = f"write '+31{bare[1:]}'"
        elif re.fullmatch(r"\+[1-9][0-9]{6,14}", bare):
            hint = f"write '{bare}'"
        raise refuse(f"'{value}' is not a phone number in international form", hint)
    # The metadata of phonenumbers costs 50 ms, so a Dutch number, nearly all there are, is held against its plain rule first.
    if re.fullmatch(r"\+31[1-9][0-9]{8}", value) or (not value.startswith("+310") and possible_phone(value)):
        return value
    raise refuse(f"'{value}' cannot be a phone number", "a Dutch number has nine digits after +31")


def possible_phone(value: str) -> bool:
    """Whether a number has a country code that exists and a length its country uses."""
    import phonenumbers

    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(value))
    except phonenumbers.NumberParseException:
        return False


PLAIN_EMAIL = re.compile(r"[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,24}")


@cached
def check_email(value: str) -> str:
    """E-mail address by form; no name server is asked."""
    if PLAIN_EMAIL.fullmatch(value) and len(value) <= 100:
        return value
    import email_validator

    try:
        email_validator.validate_email(value, check_deliverability=False, globally_deliverable=False)
    except email_validator.EmailNotValidError as error:
        raise refuse(f"'{value}' is not an e-mail address", str(error).rstrip(".").lower().replace("email", "e-mail")) from None
    if "." not in value.rpartition("@")[2]:
        raise refuse(f"'{value}' is not an e-mail address", "after the @ comes a domain with a dot: info@school.nl")
    return value


@cached
def check_url(value: str) -> str:
    """Web address: http or https, a host, no blanks and no password."""
    from urllib.parse import urlsplit

    hint = "write the whole address: https://www.school.nl"
    try:
        parts = urlsplit(value)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        raise refuse(f"'{value}' is not a web address", hint) from None
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"} or not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", host) or not port_is_fine:
        raise refuse(f"'{value}' is not a web address", hint)
    if re.search(r"[\s<>\"{}|\\^`]", value) or "@" in parts.netloc:
        raise refuse(f"'{value}' holds a character that a web address cannot have", hint)
    return value


def typed(check: Callable[[str], str], pattern: str = "", kind: str = "") -> tuple[BeforeValidator, WithJsonSchema]:
    """The validator of a check and what the JSON Schema says of it."""
    schema = {"type": "string", **({"pattern": f"^(?:{pattern})?$"} if pattern else {}), **({"format": kind} if kind else {})}
    return BeforeValidator(checked(check)), WithJsonSchema(schema)


Kvk = Annotated[str | None, *typed(check_kvk, "[0-9]{8}")]
Branch = Annotated[str | None, *typed(check_branch, "[0-9]{12}")]
Rsin = Annotated[str | None, *typed(check_rsin, "[0-9]{9}")]
VatId = Annotated[str | None, *typed(check_vat_id, "NL[0-9]{9}B[0-9]{2}")]
Oin = Annotated[str | None, *typed(check_oin, "[0-9]{20}")]
Iban = Annotated[str | None, *typed(check_iban, "[A-Z]{2}[0-9]{2}[A-Z0-9 ]{11,40}")]
Brin = Annotated[str | None, *typed(check_brin, "[0-9]{2}[A-Z]{2}")]
BrinLocation = Annotated[str | None, *typed(check_brin_location, "[0-9]{2}[A-Z]{2}[0-9]{2}")]
BrinKey = Annotated[str, *typed(check_brin_location, "[0-9]{2}[A-Z]{2}[0-9]{2}")]
"""The number of a location where one must be given."""
BoardNumber = Annotated[str | None, *typed(check_board_number, "[0-9]{5}")]
MunicipalityCode = Annotated[str | None, *typed(check_municipality_code, "[0-9]{4}")]
Country = Annotated[str, *typed(check_country, "[A-Z]{2}")]
Colour = Annotated[str, *typed(check_colour, "#[0-9A-Fa-f]{6}")]
Phone = Annotated[str | None, *typed(check_phone, r"\+[1-9][0-9]{6,14}")]
Email = Annotated[str | None, *typed(check_email, kind="email")]
Url = Annotated[str | None, *typed(check_url, kind="uri")]
