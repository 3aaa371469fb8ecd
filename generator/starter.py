"""A new workspace. In: a folder. Out: commented files to fill in, or the sample school."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from generator.package import resource
from generator.profile.schema import json_schema
from generator.store import write_new

SCHEMAS = {"school": ".handslag/school.schema.json", "partner": ".handslag/partner.schema.json"}
"""Where the profile's schemas go, for editors that complete and check YAML while it is typed."""


def start(folder: Path, sample: bool) -> Iterator[tuple[Path, bool]]:
    """Make the files of a workspace; yields each with whether it is new. Raises BadInput when the folder cannot be written."""
    source = resource("examples") if sample else resource("templates") / "workspace"
    for file in sorted(source.rglob("*.yaml")):
        target = folder / file.relative_to(source)
        yield target, write_new(target, file.read_text(encoding="utf-8"))
    for which, name in SCHEMAS.items():
        target = folder / name
        yield target, write_new(target, json.dumps(json_schema(which), indent=1, ensure_ascii=False) + "\n")
