"""What is needed besides what a row says. In: the values of a row. Out: the same with ids, and a fault for each gap."""

from __future__ import annotations

from generator.errors import Fault
from generator.load.paths import value_at
from generator.profile.partner import Profile
from generator.sheets.columns import COMING, CONTACT, columns
from generator.sheets.ids import slug, unused
from generator.sheets.places import Spots, resolved
from generator.sheets.rows import Given, Row
from generator.sheets.who import name_key


def complete(row: Row, given: Given, old: Profile | None, spots: Spots, id_: str) -> None:
    """Fills in ids, and notes what is missing of a new partner, contact or thank-you letter."""
    if old is None:
        given.values["id"] = id_
        need(row, given, "partner.kind", spots)
        need(row, given, "partner.legal_name", spots)
    if is_new(given, old, resolved(CONTACT, spots)):
        need(row, given, f"{CONTACT}.surname", spots)
        introduce(given, old, resolved(CONTACT, spots))
    if is_new(given, old, resolved(COMING, spots)):
        need(row, given, f"{COMING}.moment", spots)


def is_new(given: Given, old: Profile | None, path: str) -> bool:
    """Whether a row speaks of a person or letter that the profile does not have."""
    return (old is None or value_at(old, path) is None) and any(each.startswith(f"{path}.") for each in given.values)


def introduce(given: Given, old: Profile | None, path: str) -> None:
    """A new person gets an id, and is the contact from now on."""
    taken = {person.id for person in old.partner.people} if old else set()
    name = " ".join(str(given.values.get(f"{path}.{part}", "")) for part in ("infix", "surname"))
    contact = given.values.setdefault(f"{path}.id", unused(slug(name) or "contact", taken.__contains__))
    given.values["relationship.fixed_contact_partner"] = contact


def need(row: Row, given: Given, pattern: str, spots: Spots) -> None:
    """A fault when a value is missing that must be there, unless its cell has a fault already."""
    path = resolved(pattern, spots)
    if path in given.values or any(fault.path == path for fault in given.faults):
        return
    column = next(column for column in columns() if column.path == pattern)
    if any(each.path == pattern for each in row.columns.values()):
        hint = "fill it in; # in the first cell leaves out a row that is no partner"
        given.faults.append(row.fault(pattern, f"'{column.nl}' is empty", hint))
    else:
        problem = f"there is no column '{column.nl}' ({column.en}), and somebody new needs it"
        given.faults.append(Fault(problem, file=row.table.name, path=path, hint="add the column"))


def keep_legal_name(given: Given, old: Profile | None) -> None:
    """A list of partners has names in daily use; where that is the trade name, the legal name stays as it is."""
    trade_name = old.partner.trade_name if old else None
    said = given.values.get("partner.legal_name")
    if trade_name and said and name_key(str(said)) == name_key(trade_name):
        del given.values["partner.legal_name"]
