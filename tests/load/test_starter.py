"""The files of a new workspace: what stands in them behind a #, is right once the # is taken away."""

from __future__ import annotations

import re
from pathlib import Path

from generator.errors import Severity
from generator.load import load_partner, load_school
from generator.package import resource

FOLDER = resource("templates") / "workspace"


def filled_in(source: Path, folder: Path) -> Path:
    """The file with every ``# field: …`` as a field; prose behind a # stays a comment."""
    text = re.sub(r"^(\s*)# ( *(?:- )?[{\w].*?[:\]}].*)$", r"\1\2", source.read_text("utf-8"), flags=re.MULTILINE)
    head, rest = text.split("schema: ", 1)
    made = folder / source.name
    made.write_text(re.sub(r"^(?!#).*", "", head, flags=re.MULTILINE) + "schema: " + rest, encoding="utf-8")
    return made


def test_a_profile_with_all_its_examples_filled_in_has_no_errors(tmp_path: Path) -> None:
    school = load_school(filled_in(FOLDER / "school.yaml", tmp_path), "school.yaml")
    partner = load_partner(filled_in(FOLDER / "partners/voorbeeld.yaml", tmp_path), "voorbeeld.yaml", school.value)
    assert school.value is not None, school.faults
    assert partner.value is not None, partner.faults
    assert [str(fault) for fault in (*school.faults, *partner.faults) if fault.severity is Severity.ERROR] == []
    assert partner.value.documents is not None
    assert partner.value.documents.invitations[0].to == ("directeur",)
    assert partner.value.finance is not None
    assert school.value.house_style is not None
