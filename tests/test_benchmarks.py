"""The benchmarks are fair: the plain script says the same words, and every runner does its work in every round."""

from __future__ import annotations

from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.colleague import weasyprint
from benchmarks.letters import AIMS, Timed, material, tasks_of, told
from benchmarks.material import crowd, order, sample, template, text
from benchmarks.partners import town
from benchmarks.race import Race, run
from benchmarks.sheets import races
from generator.desk import compose, write
from generator.workspace import read


def test_the_plain_template_has_many_tags_and_says_the_same_words(tmp_path: Path) -> None:
    ordered = order(sample(tmp_path / "school"))
    ours, tagged, plain = tmp_path / "ours.docx", tmp_path / "template.docx", tmp_path / "plain.docx"
    ours.write_bytes(write(compose(ordered), "docx"))
    values = template(ours, ordered, tagged)
    assert text(tagged).count("{{ v") > 30

    layout = DocxTemplate(tagged)
    layout.render(values, autoescape=True)
    layout.save(plain)
    assert text(plain) == text(ours)


def test_a_crowd_is_as_many_good_profiles_as_asked_for(tmp_path: Path) -> None:
    contents = read(crowd(tmp_path, 12))
    assert len(contents.partners) == 12
    assert contents.faults == ()


def test_the_spreadsheet_of_the_benchmark_goes_in_and_comes_back(tmp_path: Path) -> None:
    for race in races(tmp_path, 1, 40):
        assert all(seconds > 0 for seconds in run(race).values())


def test_runners_take_turns_and_the_first_round_is_not_counted() -> None:
    turns: list[str] = []
    medians = run(Race("two", {"a": lambda: turns.append("a"), "b": lambda: turns.append("b")}, (), 3))
    assert turns == ["a", "b"] * 4
    assert set(medians) == {"a", "b"}


def test_the_colleague_s_letter_says_the_same_words_in_both_formats(tmp_path: Path) -> None:
    (task, *_) = tasks_of(town(tmp_path / "town", 2))
    folder = material(tmp_path / "letters", task)
    weasyprint(folder, 2)
    (tmp_path / "ours.docx").write_bytes(write(compose(task.order), "docx"))
    assert text(folder / "letter-1.docx") == text(tmp_path / "ours.docx")
    assert sorted(path.suffix for path in folder.glob("letter-*")) == [".docx", ".docx", ".pdf", ".pdf"]


def test_every_aim_is_told_with_what_came_of_it() -> None:
    found = [
        Timed(name, 10, seconds, 1) for name, seconds in {n: 1.0 for aim in AIMS for n in (aim.runner, aim.against)}.items()
    ]
    lines = list(told(found, 10))
    assert sum("NOT MET" in line for line in lines) == len(AIMS)
    assert "100.0 ms a letter" in lines[1]
