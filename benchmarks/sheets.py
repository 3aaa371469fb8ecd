"""Spreadsheets: how fast they are read, and a whole import. In: a folder. Out: races, with a list of fictional partners."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from openpyxl import load_workbook

from benchmarks.material import sample
from benchmarks.partners import partner
from benchmarks.race import Aim, Race
from generator.load.profiles import validate
from generator.load.yaml import Source
from generator.profile import Profile
from generator.sheets.export import exported
from generator.sheets.importing import State, go, look
from generator.sheets.workbook import open_workbook
from generator.workspace import Workspace

MANY = 10_000


def races(folder: Path, rounds: int, number: int = MANY) -> Iterator[Race]:
    """Reading such a list as handslag does, marks included, against openpyxl's quickest way; then an import of all of it."""
    sheet = listed(folder / "partners.xlsx", number)

    def calamine() -> None:
        assert len(open_workbook(sheet.read_bytes(), sheet.name).read("Partners").rows) == number + 1

    def openpyxl() -> None:
        with closing(load_workbook(sheet, read_only=True)) as book:
            assert sum(1 for _ in book["Partners"].iter_rows(values_only=True)) == number + 1

    readers = {"handslag (python-calamine)": calamine, "openpyxl, read only": openpyxl}
    yield Race(f"reading {number} rows", readers, (Aim("handslag (python-calamine)", "openpyxl, read only", 3),), rounds)
    made: list[Workspace] = []
    into = {"into an empty workspace": new(folder, sheet, number, made), "again, unchanged": again(sheet, number, made)}
    yield Race(f"import of {number} rows", into, (), rounds, dict.fromkeys(into, number / 1_000))


def listed(path: Path, number: int) -> Path:
    """A spreadsheet with so many partners."""
    people = []
    for count in range(number):
        source = Source(str(count))
        source.data = partner(count)
        profile, _ = validate(source, Profile)
        assert profile is not None
        people.append(profile)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(exported(people, "nl")[0])
    return path


def new(folder: Path, sheet: Path, number: int, made: list[Workspace]) -> Callable[[], object]:
    """An import into a workspace without partners, another one each time."""

    def run() -> None:
        workspace = sample(folder / f"school-{len(made)}")
        shutil.rmtree(workspace.root / "partners")
        imported = look(workspace, sheet, None)
        go(imported)
        assert imported.count(State.NEW) == number
        made.append(workspace)

    return run


def again(sheet: Path, number: int, made: list[Workspace]) -> Callable[[], object]:
    """The same import when all of it is there."""

    def run() -> None:
        assert look(made[-1], sheet, None).count(State.UNCHANGED) == number

    return run


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    from benchmarks.race import run

    with TemporaryDirectory() as scratch:
        for race in races(Path(scratch), 3, int(sys.argv[1]) if len(sys.argv) > 1 else MANY):
            print(race.name)
            for runner, seconds in run(race).items():
                print(f"  {runner:<28}{seconds:6.2f} s")
