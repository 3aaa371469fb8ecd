"""Profiles as a spreadsheet, and back: in the same workspace nothing changes, and in an empty one nothing is missing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.profile import Profile
from generator.sheets.export import exported
from generator.sheets.importing import State, go, look
from generator.sheets.known import known_partners
from generator.sheets.write import new_file
from generator.workspace import Workspace
from tests.sheets.profiles import profiles

ALL = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def workspace_of(folder: Path, people: list[Profile]) -> Workspace:
    """A workspace with these partners."""
    (folder / "partners").mkdir(parents=True)
    for profile in people:
        (folder / "partners" / f"{profile.id}.yaml").write_bytes(new_file(profile))
    return Workspace(folder)


@ALL
@given(profile=profiles(), language=st.sampled_from(["nl", "en"]))
def test_what_is_exported_comes_back_without_a_change(profile: Profile, language: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        workspace = workspace_of(Path(folder, "here"), [profile])
        sheet = Path(folder, "partners.xlsx")
        sheet.write_bytes(exported([profile], language)[0])
        imported = look(workspace, sheet, None)
        assert [outcome.state for outcome in imported.outcomes] == [State.UNCHANGED], imported.faults
        assert imported.faults == ()


@ALL
@given(profile=profiles(), language=st.sampled_from(["nl", "en"]))
def test_an_export_makes_the_same_profile_in_an_empty_workspace(profile: Profile, language: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder, "there"))
        sheet = Path(folder, "partners.xlsx")
        sheet.write_bytes(exported([profile], language)[0])
        imported = look(workspace, sheet, None)
        assert imported.errors == ()
        go(imported)
        (known,) = known_partners(workspace)
        assert known.profile is not None
        assert said_by(known.profile) == said_by(profile)


def said_by(value: Any) -> Any:
    """What a profile says; a group in which nothing stands says nothing."""
    if isinstance(value, Profile):
        value = value.model_dump(exclude_defaults=True)
    if not isinstance(value, dict):
        return value
    return {key: said for key, each in value.items() if (said := said_by(each)) not in ({}, (), None)}
