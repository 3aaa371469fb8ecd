"""The fictional partners of the benchmarks: valid, varied, and the same for the same seed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.partners import FORMS, iban, partner, sole_trader_vat_id, town
from generator.profile.checks import check_iban, is_elfproef, is_sole_trader_vat_id
from generator.workspace import Contents, Workspace, read


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return town(tmp_path_factory.mktemp("town"), 60)


@pytest.fixture(scope="module")
def contents(workspace: Workspace) -> Contents:
    return read(workspace)


def test_every_profile_loads_without_a_fault(contents: Contents) -> None:
    assert contents.faults == ()
    read_back = {profile.id: profile.partner.ids.kvk for profile in contents.partners}
    assert read_back == {made["id"]: made["partner"]["ids"]["kvk"] for made in map(partner, range(60))}


def test_every_kind_and_legal_form_is_there(contents: Contents) -> None:
    found = {(profile.partner.kind, profile.partner.legal_form) for profile in contents.partners}
    assert found == set(FORMS)
    assert {profile.language for profile in contents.partners} == {"nl", "en"}


def test_everybody_is_thanked_at_the_end_of_the_year(contents: Contents) -> None:
    letters = [profile.documents.thank_you[0] for profile in contents.partners if profile.documents]
    assert [letter.moment for letter in letters] == ["einde_kalenderjaar"] * 60
    assert all(letter.result and letter.date and letter.to for letter in letters)


def test_the_same_seed_gives_the_same_files_and_another_seed_others(tmp_path: Path, workspace: Workspace) -> None:
    def files(space: Workspace) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in space.partner_files()}

    assert files(town(tmp_path / "again", 60)) == files(workspace)
    assert files(town(tmp_path / "other", 60, seed=2)) != files(workspace)
    assert set(files(town(tmp_path / "few", 7)).items()) <= set(files(workspace).items())


def test_the_numbers_are_valid_and_belong_to_nobody() -> None:
    ids = [partner(count)["partner"]["ids"] for count in range(300)]
    assert len({each["kvk"] for each in ids}) == 300
    assert all(re.fullmatch("00[0-9]{6}", each["kvk"]) for each in ids)
    rsins = [each["rsin"] for each in ids if "rsin" in each]
    assert len(set(rsins)) == len(rsins) > 200
    assert all(rsin.startswith("9999") and is_elfproef(rsin) for rsin in rsins)
    assert all(is_sole_trader_vat_id(sole_trader_vat_id(count)) for count in range(100))
    assert all(check_iban(iban(count))[4:8] == "FICT" for count in range(100))


def test_names_and_addresses_give_the_trouble_they_are_meant_to_give() -> None:
    made = [partner(count)["partner"] for count in range(300)]
    people = [person for each in made for person in each["people"]]
    for key in ("infix", "second_surname", "titles_before", "titles_after", "name_style"):
        assert any(key in person for person in people), key
    assert {person["address_form"] for person in people} == {"u", "je"}
    assert {person["salutation"] for person in people} == {"heer", "mevrouw", "neutraal"}
    assert {each["visit"]["country"] for each in made if "visit" in each} >= {"NL", "BE"}
    assert any("visit" not in each for each in made)
    assert any("post" in each for each in made)
    assert any("email" not in each for each in made)
