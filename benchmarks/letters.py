"""The school's December: a thank-you letter for each of many partners. In: a folder. Out: how long each way takes, a letter.

handslag runs as a whole command: profiles read and validated, every letter numbered, made, read back, recorded and stored. The
others are what a handy colleague would write (``colleague.py``), fewer letters where they take long. Every output is counted.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.material import template
from benchmarks.partners import town
from benchmarks.race import Aim
from generator.desk import compose, write
from generator.job import Job
from generator.plan import Task, plan
from generator.register import open_register
from generator.register.finding import documents
from generator.workspace import Workspace, read

ROOT = Path(__file__).resolve().parent.parent
KIND, DAY = "thank-you-letter", date(2026, 12, 1)
MANY, WORKERS = 1000, 2
LOOK = 0.5
"""Seconds between two looks at the memory of what runs: a look holds it up for some milliseconds."""
OURS, OURS_TWO = "handslag, DOCX", "handslag, DOCX and PDF"
PLAIN, EACH = "docxtpl, DOCX", "docxtpl + LibreOffice, one by one"
GROUPS, WEASYPRINT = "docxtpl + LibreOffice, 200 a call", "docxtpl + WeasyPrint"
COLLEAGUE = {PLAIN: ("docxtpl", 1, 0.4), WEASYPRINT: ("weasyprint", 2, 0.2), GROUPS: ("libreoffice-groups", 2, 0.2)}
"""Name to its way, the files it makes of a letter, and the share of the letters that it is timed with."""
COLLEAGUE[EACH] = ("libreoffice-each", 2, 0.01)
AIMS = (Aim(OURS, PLAIN, 5), Aim(OURS_TWO, EACH, 30), Aim(OURS_TWO, GROUPS, 4), Aim(OURS_TWO, WEASYPRINT, 2.5))
PAGE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Brief</title><style>
@page { size: A4; margin: 25mm; @bottom-right { content: counter(page) " van " counter(pages) } }
body { font: 10.5pt/1.4 Carlito, Calibri, sans-serif } .on-screen { display: none }
table { border-collapse: collapse } td, th { text-align: left; padding: 2pt 8pt 2pt 0; font-weight: normal }
.letterhead { border-bottom: 1pt solid #1f4e79; margin-bottom: 15mm } .name { font-size: 15pt; font-weight: bold }
.address { min-height: 39mm } h1 { font-size: 12pt } .closing p + p { margin-top: 16mm }
</style></head>"""


@dataclass(frozen=True, slots=True)
class Timed:
    """How long one way took."""

    name: str
    letters: int
    seconds: float
    peak: int
    """Most memory that it and its processes had at a moment, in MB."""

    @property
    def each(self) -> float:
        """Seconds a letter."""
        return self.seconds / self.letters


def timed(folder: Path, number: int = MANY, rounds: int = 3) -> list[Timed]:
    """Each way in the median of its rounds. They take turns, so that a busy moment of the machine hits all."""
    school = town(folder / "town", number)
    tasks = tasks_of(school)
    one = material(folder / "one", tasks[0])
    found: dict[str, list[Timed]] = {}
    for _ in range(rounds):
        for done in _round(folder / "round", school, one, number, len(tasks)):
            found.setdefault(done.name, []).append(done)
        shutil.rmtree(folder / "round")
    return [sorted(times, key=lambda done: done.seconds)[len(times) // 2] for times in found.values()]


def _round(folder: Path, school: Workspace, one: Path, number: int, letters: int) -> Iterator[Timed]:
    """Each way, one after the other."""
    yield _ours(OURS, school, folder / "docx", "docx", letters)
    yield _ours(OURS_TWO, school, folder / "both", "docx,pdf", letters)
    for name, (way, files, share) in COLLEAGUE.items():
        yield _colleague(name, way, shutil.copytree(one, folder / way), files, max(2, round(number * share)))


def tasks_of(school: Workspace) -> list[Task]:
    """What handslag is going to make; all of it can be made."""
    job = Job(school, KIND, (), ("docx",), None, DAY, DAY, False, None, False)
    planned = list(plan(job, read(school)))
    tasks = [one for one in planned if isinstance(one, Task)]
    assert len(tasks) == len(planned) > 0, "a fictional partner has a fault"
    return tasks


def _ours(name: str, school: Workspace, out: Path, formats: str, number: int) -> Timed:
    words = (sys.executable, str(ROOT / "cli.py"), "batch", KIND, "--format", formats, "--date", DAY.isoformat(), "--quiet")
    done = _run(name, [*words, "--workers", str(WORKERS), "--out", str(out), "-w", str(school.root)], number)
    assert len(list(out.iterdir())) == number * len(formats.split(",")), "an output is missing"
    contents = read(school, [])
    assert contents.school
    with open_register(school.root, contents.school) as register:
        assert len(documents(register, kinds=[KIND])) == number, "a letter is not in the register"
    (school.root / ".handslag/register.sqlite").unlink()
    return done


def material(folder: Path, task: Task) -> Path:
    """What a colleague begins with: this letter as a template, and as a page."""
    folder.mkdir(parents=True)
    document = compose(task.order)
    (folder / "made.docx").write_bytes(write(document, "docx"))
    values = template(folder / "made.docx", task.order, folder / "template.docx")
    (folder / "made.docx").unlink()
    (folder / "values.json").write_text(json.dumps(values), "utf-8")
    html = write(document, "html").decode()
    (folder / "letter.html").write_text(PAGE + html[html.index("<body") :], "utf-8")
    return folder


def _colleague(name: str, way: str, folder: Path, files: int, number: int) -> Timed:
    done = _run(name, [sys.executable, "-m", "benchmarks.colleague", way, str(folder), str(number)], number)
    assert sum(path.stat().st_size > 0 for path in folder.glob("letter-*")) == number * files, "an output is missing"
    return done


def _run(name: str, words: Sequence[str], number: int) -> Timed:
    """Run a command to its end, and watch its memory."""
    began, peak = time.perf_counter(), 0
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        while process.poll() is None:
            peak = max(peak, _memory(process.pid))
            time.sleep(LOOK)
        seconds = time.perf_counter() - began
        assert process.returncode == 0, process.stdout and process.stdout.read()
    return Timed(name, number, seconds, peak // 1024)


def _memory(process: int) -> int:
    """Kilobytes of a process and all below it; what they share counts once. 0 where the system does not tell."""
    return sum(_own(each) for each in _family(process))


def _family(process: int) -> Iterator[int]:
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # it may have ended meanwhile
            for child in children.read_text("ascii").split():
                yield from _family(int(child))


def _own(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def told(found: Sequence[Timed], number: int = MANY) -> Iterator[str]:
    """The lines of the race: each way's time a letter, then each ratio with its aim."""
    by_name = {one.name: one for one in found}
    yield f"a thank-you letter for each of {number} partners; whole commands, {WORKERS} workers, {os.cpu_count()} cores"
    for one in found:
        rate = f"{one.each * 1000:>9.1f} ms a letter{1 / one.each:>8.1f} a second"
        yield f"  {one.name:<36}{rate}{one.peak:>6} MB at most   ({one.letters} letters)"
    for aim in AIMS:
        ratio = by_name[aim.against].each / by_name[aim.runner].each
        yield f"  {aim.runner}: {ratio:.1f} × as fast as {aim.against}{aim.told(ratio)}"
