"""Keeping: what need not be made again, and what happens when a number is taken meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.inputs import Inputs
from generator.job import Job
from generator.keep import Keeper, Numbered
from generator.make import make
from generator.plan import Task, plan
from generator.register import open_register, references
from generator.register.finding import documents
from generator.register.register import Register, TakenError
from generator.workspace import Workspace
from tests.cli.conftest import school
from tests.cli.user import COMPANY, edit

__all__ = ["school"]


@dataclass(frozen=True)
class Desk:
    """Somebody at work: the tasks of a job, and who keeps them."""

    tasks: tuple[Task, ...]
    keeper: Keeper
    register: Register

    def number(self, which: int = 0) -> Numbered:
        (numbered,) = self.keeper.number(self.tasks[which : which + 1])
        assert isinstance(numbered, Numbered)
        return numbered

    def unchanged(self) -> list[str]:
        """The files that need not be made again."""
        return [result.path.name for result in self.keeper.unchanged(self.number()) if result.path]


@contextmanager
def desk(where: Path, *formats: str, out: Path | None = None, final: bool = False, day: int = 17) -> Iterator[Desk]:
    """The agreement of the company, and then everyone's."""
    today = date(2027, 6, day)
    job = Job(Workspace(where), "cooperation-agreement", (), formats or ("txt",), None, today, today, final, out, False)
    tasks = sorted((one for one in plan(job) if isinstance(one, Task)), key=lambda task: task.order.partner.id != COMPANY)
    order = tasks[0].order
    with open_register(where, order.school, {}) as register:
        yield Desk(tuple(tasks), Keeper(job, register, Inputs(order.roots, order.school, where)), register)


def make_once(where: Path) -> Path:
    """The company's agreement as a text."""
    with desk(where) as at:
        (result,) = at.keeper.done(at.tasks[0])
    assert result.path is not None
    return result.path


def test_what_was_made_from_the_same_need_not_be_made_again(school: Path) -> None:
    with desk(school) as at:
        assert at.unchanged() == []
    name = make_once(school).name
    with desk(school) as at:
        assert at.unchanged() == [name]


def test_a_file_that_was_edited_is_left_and_one_that_is_gone_is_made_again(school: Path) -> None:
    made = make_once(school)
    made.write_text("edited", encoding="utf-8")
    with desk(school) as at:
        assert at.unchanged() == [made.name]
    made.unlink()
    with desk(school) as at:
        assert at.unchanged() == []


@pytest.mark.parametrize("asked", [{"final": True}, {"day": 18}, {"out": Path("elsewhere")}])
def test_another_state_day_or_folder_is_made_again(school: Path, asked: dict[str, bool | int | Path]) -> None:
    make_once(school)
    with desk(school, **asked) as at:  # type: ignore[arg-type]
        assert at.unchanged() == []


def test_a_format_that_is_not_there_is_made_again(school: Path) -> None:
    make_once(school)
    with desk(school, "txt", "md") as at:
        assert at.unchanged() == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (f"partners/{COMPANY}.yaml", 'title: "Metaal', 'title: "Staal'),
        ("school.yaml", "Vakcollege De Vuurbaak", "Vakcollege Het Baken"),
        ("texts/cooperation-agreement/text.nl.md", "een", "1"),
    ],
)
def test_what_it_is_made_from_decides(school: Path, file: str, old: str, new: str) -> None:
    (school / "texts/cooperation-agreement").mkdir(parents=True)
    for source in (Path(__file__).parents[2] / "agreements/cooperation-agreement").iterdir():
        (school / f"texts/cooperation-agreement/{source.name}").write_bytes(source.read_bytes())
    make_once(school)
    edit(school / file, old, new)
    with desk(school) as at:
        assert at.unchanged() == []


def test_a_comment_in_a_profile_is_no_reason_to_make_a_letter_again(school: Path) -> None:
    name = make_once(school).name
    with (school / f"partners/{COMPANY}.yaml").open("a", encoding="utf-8") as file:
        file.write("# called them today\n")
    with desk(school) as at:
        assert at.unchanged() == [name]


def test_a_document_whose_number_was_taken_meanwhile_is_not_stored(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody's machine slept for a day between the promise and the document; making it again gives the next number."""
    with desk(school) as late, desk(school) as quick:
        with monkeypatch.context() as patch:
            patch.setattr(references, "LEASE", timedelta(seconds=-1))
            slept = late.number(0)
        (other,) = quick.keeper.done(quick.tasks[1])
        with pytest.raises(TakenError):
            late.keeper.keep(slept, make(slept.task))
        assert [path.name for path in (school / "made").iterdir()] == [other.path.name if other.path else ""]
        (again,) = late.keeper.done(late.tasks[0])
        assert (other.reference, again.reference) == ("DV-2027-0001", "DV-2027-0002")
        assert [one.partner for one in documents(late.register)] == [other.partner, COMPANY]
