"""Run the races and print the ratios: ``make bench``, or ``make bench ARGS="--rounds 3"`` for a quick look.

Same content for all, same run, taking turns. *Warm* is one process that has made a document before; *cold* is a whole command
from the shell, start-up included. handslag's times include validating the profile and reading back what was written.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks import letters, sheets
from benchmarks.material import DAY, KIND, PARTNER, crowd, order, sample, template
from benchmarks.race import Aim, Race, met, run
from generator import __version__
from generator.desk import compose, write
from generator.workers import GARBAGE
from generator.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
CLI = (sys.executable, str(ROOT / "cli.py"))
BARE = "import click\n@click.group()\ndef main(): 'Nothing.'\nmain()\n"
PLAIN = """import json, sys
from docxtpl import DocxTemplate
layout = DocxTemplate(sys.argv[1])
layout.render(json.load(open(sys.argv[2])), autoescape=True)
layout.save(sys.argv[3])
"""


def races(folder: Path, rounds: int) -> Iterator[Race]:
    """Every race, with its material made; garbage is looked for as seldom as a command does, for all alike."""
    gc.set_threshold(GARBAGE)
    workspace = sample(folder / "school")
    ordered = order(workspace)
    ours, plain, tagged = folder / "ours.docx", folder / "plain.docx", folder / "template.docx"
    ours.write_bytes(write(compose(ordered), "docx"))
    values = template(ours, ordered, tagged)

    def docxtpl() -> None:
        layout = DocxTemplate(tagged)
        layout.render(values, autoescape=True)
        layout.save(plain)

    def made(format_: str) -> Callable[[], object]:
        return lambda: (folder / f"warm.{format_}").write_bytes(write(compose(order(workspace)), format_))

    yield Race(
        "agreement as DOCX, warm",
        {"handslag": made("docx"), "plain docxtpl": docxtpl},
        (Aim("handslag", "plain docxtpl", 3),),
        rounds * 3,
    )
    yield Race(
        "agreement as DOCX, cold",
        _cold_docx(folder, workspace.root, tagged, values),
        (Aim("handslag", "plain docxtpl"),),
        rounds,
    )
    yield Race(
        "agreement as PDF",
        {
            "handslag, warm": made("pdf"),
            "handslag, cold": _draft(workspace.root, "pdf"),
            "LibreOffice, cold": _libreoffice(ours, folder),
        },
        (Aim("handslag, warm", "LibreOffice, cold", 5), Aim("handslag, cold", "LibreOffice, cold")),
        rounds,
    )
    yield _steps(workspace, rounds)
    yield from _start_up(folder, rounds)
    yield from sheets.races(folder / "sheets", max(1, rounds // 4))


def _steps(workspace: Workspace, rounds: int) -> Race:
    """Where the time of one warm agreement goes."""
    ordered = order(workspace)
    document = compose(ordered)
    steps: dict[str, Callable[[], object]] = {
        "read and validate": lambda: order(workspace),
        "fill, parse, settle": lambda: compose(ordered),
        "write DOCX, read back": lambda: write(document, "docx"),
        "write PDF, read back": lambda: write(document, "pdf"),
    }
    return Race("the steps of one agreement, warm", steps, (), rounds)


def _cold_docx(folder: Path, school: Path, tagged: Path, values: Mapping[str, str]) -> dict[str, Callable[[], object]]:
    script, data = folder / "plain.py", folder / "values.json"
    script.write_text(PLAIN, "utf-8")
    data.write_text(json.dumps(values), "utf-8")
    plain = _command(sys.executable, str(script), str(tagged), str(data), str(folder / "cold.docx"))
    return {"handslag": _draft(school, "docx"), "plain docxtpl": plain}


def _start_up(folder: Path, rounds: int) -> Iterator[Race]:
    bare = folder / "bare.py"
    bare.write_text(BARE, "utf-8")
    partners = crowd(folder / "crowd", 300)
    yield Race(
        "--help, cold",
        {"handslag": _command(*CLI, "--help"), "bare click": _command(sys.executable, str(bare), "--help")},
        (Aim("handslag", "bare click", 0.5),),
        rounds * 3,
    )
    checked = _command(*CLI, "check", "-w", str(partners.root), allowed=(0, 1))
    yield Race("check of 300 profiles, cold", {"handslag": checked}, (), max(3, rounds // 3), {"handslag": 3})


def _draft(school: Path, format_: str) -> Callable[[], object]:
    return _command(*CLI, "draft", KIND, PARTNER, "--format", format_, "--date", DAY.isoformat(), "-w", str(school), "--force")


def _libreoffice(docx: Path, folder: Path) -> Callable[[], object]:
    profile, out = (folder / "office").as_uri(), folder / "office-pdf"
    convert = _command(
        "soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(out), str(docx)
    )

    def converted() -> None:
        (out / "ours.pdf").unlink(missing_ok=True)
        convert()
        assert (out / "ours.pdf").stat().st_size, "LibreOffice ends with 0 also when it made nothing"

    return converted


def _command(*words: str, allowed: tuple[int, ...] = (0,)) -> Callable[[], object]:
    def command() -> None:
        done = subprocess.run(words, capture_output=True, text=True, env=os.environ | {"PYTHONWARNINGS": ""}, check=False)
        assert done.returncode in allowed, f"{words}\n{done.stdout}{done.stderr}"

    return command


def _told(race: Race, medians: Mapping[str, float]) -> Iterator[str]:
    """The lines of one race: each runner's time, then each ratio with its aim."""
    yield race.name
    for name, seconds in medians.items():
        limit = race.limits.get(name)
        yield f"  {name:<22}{seconds * 1000:>10.1f} ms" + ("" if limit is None else met(f"under {limit:g} s", seconds < limit))
    for aim in race.aims:
        ratio = medians[aim.against] / medians[aim.runner]
        yield f"  {aim.runner} is {ratio:.2f} × as fast as {aim.against}{aim.told(ratio)}"


def main() -> None:
    """Print every race."""
    options = argparse.ArgumentParser(prog="make bench")
    hint = "how often each runner of a slow race runs: quick ones three times as often, letters three times; 0: letters alone"
    options.add_argument("--rounds", type=int, default=7, help=hint)
    options.add_argument("--partners", type=int, default=letters.MANY, help="how many get a letter; 0: no letters")
    asked = options.parse_args()
    print(f"handslag {__version__}, Python {platform.python_version()}, {os.cpu_count()} cores; medians of interleaved runs\n")
    with tempfile.TemporaryDirectory() as folder:
        if asked.partners:
            found = letters.timed(Path(folder) / "letters", asked.partners)
            print(*letters.told(found, asked.partners), "", sep="\n", flush=True)
        for race in races(Path(folder), asked.rounds) if asked.rounds else ():
            print(*_told(race, run(race)), "", sep="\n", flush=True)


if __name__ == "__main__":
    main()
