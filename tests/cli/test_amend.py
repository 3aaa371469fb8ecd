"""A change in a partner's file, stored: two at once both get theirs, and a bad one leaves the file as it was."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from generator.amend import amend
from generator.errors import BadInput, WrongUsage
from generator.load.change import Edit
from generator.profile import Profile
from generator.workspace import Workspace, read
from tests.cli.user import COMPANY
from tests.processes import FORKED


def another_entry(number: int, profile: Profile) -> Iterator[Edit]:
    """One more contact, behind the last."""
    log = profile.relationship.contact_log if profile.relationship else ()
    yield f"relationship.contact_log.{len(log)}", {"date": "2027-09-02", "note": f"gesprek {number}"}


def one_more(root: Path, number: int) -> None:
    amend(Workspace(root), COMPANY, partial(another_entry, number))


def test_nothing_is_lost_when_many_change_a_file_at_once(school: Path) -> None:
    with ProcessPoolExecutor(8, mp_context=FORKED) as pool:
        list(pool.map(partial(one_more, school), range(24)))
    (profile,) = read(Workspace(school), [COMPANY]).partners
    assert profile.relationship is not None
    assert {entry.note for entry in profile.relationship.contact_log} >= {f"gesprek {number}" for number in range(24)}
    assert list((school / "partners").glob(".*")) == []


def test_a_bad_change_leaves_the_file_as_it_was(school: Path) -> None:
    file = school / f"partners/{COMPANY}.yaml"
    before = file.read_bytes()
    with pytest.raises(BadInput, match="is not one of the choices"):
        amend(Workspace(school), COMPANY, lambda _: [("relationship.phase", "bezig")])
    assert file.read_bytes() == before


def test_a_partner_that_nobody_knows_is_refused(school: Path) -> None:
    with pytest.raises(WrongUsage, match="there is no partner 'van-t-veld'"):
        amend(Workspace(school), "van-t-veld", lambda _: [])
