"""Numbers of parties and authority to sign. In: a case. Out: (path, problem, hint) for each thing that lacks or clashes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.profile.checks import is_elfproef, is_sole_trader_vat_id
from generator.profile.finance import VatCode
from generator.profile.party import Ids, Kind, LegalForm, Organisation, Partner
from generator.profile.person import AuthorityBasis, AuthorityEvidence, Person, Role
from generator.profile.rules_base import Case, Found, Party, named

SIGNING = frozenset({Role.SIGNATORY, Role.SIGNATORY_BY_PROXY})
DECISIONS = frozenset({AuthorityEvidence.COLLEGE_DECISION, AuthorityEvidence.DECISION})
PROXIES = frozenset({AuthorityEvidence.PROXY, AuthorityEvidence.PROXY_DEED, AuthorityEvidence.MANDATE})
WITH_VAT = frozenset({VatCode.LOW9, VatCode.HIGH21})


def numbers_agree(case: Case) -> Iterator[Found]:
    """Numbers that contain each other agree: RSIN in btw-id and OIN, BRIN in the number of a location."""
    for party in case.parties:
        organisation = party.organisation
        yield from vat_id_agrees(f"{party.path}.ids.btw_id", organisation.ids, organisation.legal_form)
        yield from others_agree(f"{party.path}.ids", organisation.ids)
        if organisation.legal_form is LegalForm.EENMANSZAAK and organisation.ids.rsin:
            yield f"{party.path}.ids.rsin", "a sole trader has no RSIN, so this may be a BSN", "remove it"
    if case.profile is None and case.school:
        yield from others_agree("school.ids", case.school.school.ids)


def vat_id_agrees(path: str, ids: Ids, form: LegalForm | None) -> Iterator[Found]:
    """A legal person's btw-id holds its RSIN; a sole trader's holds no BSN."""
    if ids.btw_id is None:
        return
    if form is LegalForm.EENMANSZAAK:
        if not is_sole_trader_vat_id(ids.btw_id):
            yield path, f"'{ids.btw_id}' may hold a BSN: a sole trader has another btw-id since 2020", "ask for the new btw-id"
    elif ids.rsin and ids.btw_id[2:11] != ids.rsin:
        yield (
            path,
            f"'{ids.btw_id}' does not hold the RSIN '{ids.rsin}'",
            "one of the two is wrong; compare them with the register",
        )
    elif form and not is_elfproef(ids.btw_id[2:11]):
        yield path, f"'{ids.btw_id}' has the form of a sole trader's btw-id", f"check the number and the legal form '{form}'"


def others_agree(path: str, ids: Ids) -> Iterator[Found]:
    """OIN and number of a location hold the number they are made of."""
    if ids.oin and ids.rsin and ids.oin.startswith("00000001") and ids.oin[8:17] != ids.rsin:
        yield f"{path}.oin", f"'{ids.oin}' does not hold the RSIN '{ids.rsin}'", "one of the two is wrong"
    if ids.brin and ids.brin_vestiging and not ids.brin_vestiging.startswith(ids.brin):
        yield (
            f"{path}.brin_vestiging",
            f"'{ids.brin_vestiging}' does not begin with the BRIN '{ids.brin}'",
            "one of the two is wrong",
        )


def is_municipality(organisation: Organisation) -> bool:
    """Whether a party is a municipality."""
    return organisation.legal_form is LegalForm.GEMEENTE or (
        isinstance(organisation, Partner) and organisation.kind is Kind.MUNICIPALITY
    )


def signing(party: Party) -> Iterator[tuple[str, Person]]:
    """The people of a party who sign, with their paths."""
    for index, person in enumerate(party.people):
        if SIGNING & set(person.roles):
            yield f"{party.people_path}.{index}", person


def agreeing(case: Case) -> tuple[Party, ...]:
    """The parties, when the file is about an agreement."""
    return case.parties if case.agreed else ()


def signatories(case: Case) -> Iterator[Found]:
    """Every party has somebody who signs, and what shows the authority."""
    for party in agreeing(case):
        people = list(signing(party))
        if not people:
            yield party.people_path, f"nobody signs for {party.organisation.legal_name}", "give somebody the role 'signatory'"
        for path, person in people:
            if person.authority is None or person.authority.evidence is None:
                yield (
                    f"{path}.authority",
                    f"the authority of {named(person)} to sign is not shown",
                    "fill in authority.basis and evidence",
                )


def joint(case: Case) -> Iterator[Found]:
    """Who may only sign together with somebody names that person, who signs too."""
    for party in agreeing(case):
        people = {person.id for _, person in signing(party)}
        for path, person in signing(party):
            authority = person.authority
            if authority is None or authority.basis is not AuthorityBasis.JOINT:
                continue
            if authority.together_with is None:
                yield f"{path}.authority", f"{named(person)} signs jointly, but with whom?", "fill in authority.together_with"
            elif authority.together_with not in people:
                problem = f"'{authority.together_with}' has no role 'signatory', though {named(person)} may only sign jointly"
                yield f"{path}.authority.together_with", problem, "give the second signatory that role"


def college_decision(case: Case) -> Iterator[Found]:
    """A municipality enters an agreement by a decision of its college, with its date."""
    for party in agreeing(case):
        if not is_municipality(party.organisation):
            continue
        authorities = [person.authority for _, person in signing(party) if person.authority]
        if authorities and not any(each.evidence in DECISIONS and each.decision_date for each in authorities):
            hint = "for the burgemeester, fill in evidence: college_decision and decision_date"
            yield party.people_path, "the decision of the college to enter the agreement, or its date, is missing", hint


def alderman(case: Case) -> Iterator[Found]:
    """An alderman, or anybody with the role for it, signs for a municipality only by a proxy with its date."""
    for party in agreeing(case):
        for path, person in signing(party):
            wethouder = is_municipality(party.organisation) and "wethouder" in (person.function or "").lower()
            if not wethouder and Role.SIGNATORY_BY_PROXY not in person.roles:
                continue
            authority = person.authority
            if authority and authority.evidence and (authority.evidence not in PROXIES or authority.date is None):
                hint = "fill in basis: proxy, evidence: proxy_deed and the date of the proxy"
                yield f"{path}.authority", f"{named(person)} signs without a recorded proxy", hint


def register_numbers(case: Case) -> Iterator[Found]:
    """Every party to an agreement has a KVK number, and a school a BRIN."""
    for party in agreeing(case):
        if party.organisation.ids.kvk is None:
            hint = "look it up in the trade register; public bodies are registered too"
            yield f"{party.path}.ids.kvk", f"the KVK number of {party.organisation.legal_name} is missing", hint
    if case.profile is None and case.school and case.school.school.ids.brin is None:
        yield "school.ids.brin", f"the BRIN of {case.school.school.name} is missing", "it is two digits and two capitals: 05KO"


def wanted_numbers(case: Case) -> Iterator[Found]:
    """An RSIN is wanted of all but sole traders, a BRIN of an mbo college."""
    for party in agreeing(case):
        organisation = party.organisation
        if organisation.ids.rsin is None and organisation.legal_form not in (None, LegalForm.EENMANSZAAK):
            yield (
                f"{party.path}.ids.rsin",
                f"the RSIN of {organisation.legal_name} is missing",
                "it is in the extract of the trade register",
            )
        mbo = isinstance(organisation, Partner) and organisation.kind is Kind.MBO_COLLEGE
        if mbo and organisation.ids.brin is None:
            yield (
                f"{party.path}.ids.brin",
                f"the BRIN of {organisation.legal_name} is missing",
                "it is two digits and two capitals: 25LX",
            )


def vat_numbers(case: Case) -> Iterator[Found]:
    """Who charges VAT on a line has a btw-id."""
    charging = {line.payee for line in case.finance.lines if line.vat in WITH_VAT}
    for party in case.parties:
        if party.name in charging and party.organisation.ids.btw_id is None:
            hint = "ask for it, or change the VAT of its lines"
            yield f"{party.path}.ids.btw_id", f"{party.organisation.legal_name} charges VAT, but its btw-id is missing", hint


def accounts(case: Case) -> Iterator[Found]:
    """Who receives money has an account."""
    paid = {line.payee for line in case.finance.lines}
    for party in case.parties:
        bank = party.organisation.bank
        if party.name in paid and (bank is None or bank.iban is None or bank.account_name is None):
            hint = "fill in bank.iban and bank.account_name"
            yield f"{party.path}.bank", f"{party.organisation.legal_name} receives money, but its account is missing", hint
