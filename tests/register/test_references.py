"""Numbers: one each, in order, without holes, and the same document keeps its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from generator.errors import BadInput
from generator.register import references
from generator.register.finding import documents
from generator.register.references import Entry, Which
from generator.register.register import Register, TakenError
from tests.register.office import agreement, finished, letter, make, marked, record

PARTNERS = [f"partner-{n}" for n in range(5)]


@contextmanager
def broken_promises(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A day later for all that is promised in here."""
    with monkeypatch.context() as patch:
        patch.setattr(references, "LEASE", timedelta(seconds=-1))
        yield


def promised(register: Register, *wanted: Which) -> tuple[Entry, ...]:
    """Places of documents that are not locked."""
    entries = register.promise_all(wanted)
    return tuple(entry for entry in entries if isinstance(entry, Entry))


def numbers(register: Register) -> list[str]:
    return [document.reference for document in documents(register)]


def test_documents_are_numbered_in_the_order_in_which_they_are_asked_for(register: Register) -> None:
    entries = promised(register, *map(letter, PARTNERS))
    assert [entry.reference for entry in entries] == [f"DV-2027-000{n}" for n in range(1, 6)]


def test_a_number_is_used_up_only_when_the_document_is_recorded(register: Register) -> None:
    entry = register.promise(agreement())
    assert documents(register) == ()
    record(register, entry)
    assert numbers(register) == ["DV-2027-0001"]


def test_the_same_document_keeps_its_reference_whatever_changes_in_it(register: Register) -> None:
    first = make(register, agreement(), text="1")
    make(register, agreement("van-t-veld"))
    again = make(register, agreement(), text="2", draft=False)
    assert (again.reference, again.version) == (first.reference, 1)
    assert numbers(register) == ["DV-2027-0001", "DV-2027-0002"]


@pytest.mark.parametrize("other", [agreement("van-t-veld"), agreement(language="en"), letter(), letter(occasion="na_gastles")])
def test_another_kind_partner_occasion_or_language_is_another_document(register: Register, other: Which) -> None:
    make(register, agreement())
    assert make(register, other).reference == "DV-2027-0002"


def test_every_year_begins_at_one(register: Register) -> None:
    make(register, letter("a", 2027))
    make(register, letter("b", 2028))
    make(register, letter("c", 2028))
    assert numbers(register) == ["DV-2027-0001", "DV-2028-0001", "DV-2028-0002"]


def test_the_letter_of_next_year_is_another_letter_and_the_old_one_is_still_known(register: Register) -> None:
    old = make(register, letter(year=2027))
    new = make(register, letter(year=2028))
    assert [(old.reference, old.again), (new.reference, new.again)] == [("DV-2027-0001", False), ("DV-2028-0001", True)]
    assert register.promise(letter(year=2027)) == old


def test_an_agreement_that_is_made_again_in_the_new_year_keeps_its_reference(register: Register) -> None:
    make(register, agreement(year=2027))
    assert make(register, agreement(year=2028)).reference == "DV-2027-0001"


def test_a_document_that_is_not_made_after_all_leaves_no_hole(register: Register) -> None:
    first, second, third = promised(register, *map(letter, PARTNERS[:3]))
    record(register, third)
    record(register, first)
    register.give_up(second)
    assert make(register, letter("another")).reference == "DV-2027-0002"
    assert make(register, letter(PARTNERS[1])).reference == "DV-2027-0004"
    assert numbers(register) == [f"DV-2027-000{n}" for n in range(1, 5)]


def test_giving_up_never_takes_a_number_from_a_document_that_was_made(register: Register) -> None:
    make(register, agreement())
    register.give_up(register.promise(agreement()))
    assert numbers(register) == ["DV-2027-0001"]


def test_a_killed_process_finds_its_promise_back(register: Register) -> None:
    before = promised(register, *map(letter, PARTNERS))
    register.promise(letter("another"))
    assert promised(register, *map(letter, reversed(PARTNERS))) == before[::-1]


def test_a_promise_that_is_not_kept_in_a_day_goes_to_the_next_document(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    with broken_promises(monkeypatch):
        late = register.promise(letter("late"))
    assert make(register, letter("another")).reference == late.reference == "DV-2027-0001"
    with pytest.raises(TakenError, match="DV-2027-0001"):
        record(register, late)
    assert make(register, letter("late")).reference == "DV-2027-0002"


def test_a_promise_is_found_back_after_a_day_when_nobody_took_it(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    with broken_promises(monkeypatch):
        late = register.promise(letter("late"))
    record(register, late)
    assert numbers(register) == [late.reference]


def test_two_processes_that_make_the_same_document_give_it_one_reference(register: Register) -> None:
    one, other = register.promise(agreement()), register.promise(agreement())
    record(register, one)
    record(register, other)
    assert numbers(register) == ["DV-2027-0001"]


def test_one_gives_up_what_the_other_makes(register: Register) -> None:
    one, other = register.promise(agreement()), register.promise(agreement())
    register.give_up(one)
    record(register, other)
    assert numbers(register) == ["DV-2027-0001"]


def test_a_group_of_documents_is_recorded_whole_or_not_at_all(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    with broken_promises(monkeypatch):
        late = register.promise(letter("late"))
    make(register, letter("another"))
    good = register.promise(letter("good"))
    with pytest.raises(TakenError) as caught:
        register.record(finished(register, good), finished(register, late))
    assert caught.value.entries == (late,)
    assert numbers(register) == ["DV-2027-0001"]


def test_thousands_are_promised_at_once(register: Register) -> None:
    wanted = [letter(f"partner-{n}") for n in range(1200)]
    promised(register, *wanted[::2])
    entries = promised(register, *wanted)
    assert [entry.number for entry in entries[::2]] == list(range(1, 601))
    assert [entry.number for entry in entries[1::2]] == list(range(601, 1201))


@pytest.mark.parametrize(
    ("status", "said"), [("signed", "was signed on 2027-06-20"), ("withdrawn", "was withdrawn on 2027-06-20")]
)
def test_a_locked_document_is_begun_anew_only_when_asked(register: Register, status: str, said: str) -> None:
    old = make(register, agreement())
    marked(register, old.reference, status)
    with pytest.raises(BadInput, match=f"was {status} on 2027-06-20") as caught:
        register.promise(agreement())
    assert "--new-version" in caught.value.faults[0].hint
    new = make(register, agreement(), new=True)
    assert (new.reference, new.version, new.again) == ("DV-2027-0002", 2, True)
    _, document = documents(register)
    assert document.replaces is not None
    assert document.replaces.reference == old.reference


def test_a_new_version_is_begun_once_and_then_made_again(register: Register) -> None:
    marked(register, make(register, agreement()).reference, "signed")
    first, second = (make(register, agreement(), new=True) for _ in range(2))
    assert first == second


def test_a_document_that_is_signed_while_it_is_made_again_is_not_recorded(register: Register) -> None:
    entry = make(register, agreement())
    marked(register, entry.reference, "signed")
    with pytest.raises(BadInput, match="was signed"):
        record(register, entry, text="2")
    assert len(documents(register)[0].makings) == 1


def test_among_many_a_locked_document_is_told_and_the_others_get_their_numbers(register: Register) -> None:
    marked(register, make(register, letter("locked")).reference, "signed")
    before, locked, after = register.promise_all([letter("a"), letter("locked"), letter("b")])
    assert isinstance(before, Entry)
    assert isinstance(after, Entry)
    assert (before.number, after.number) == (2, 3)
    assert str(locked) == "DV-2027-0001 was signed on 2027-06-20, and is not made again"
