"""A batch on a cluster: a scheduler and two workers, which have no disk in common with who asks."""

from __future__ import annotations

import base64
import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from benchmarks.partners import town
from generator.job import Job
from generator.register import open_register
from generator.register.finding import documents
from generator.rounds import Asked, Rounds
from generator.workspace import Workspace, school_of
from tests.batch.office import COMMAND, batch, made, partner
from tests.cli.user import edit
from tests.cluster.site import ROOT, Site, until
from tests.processes import Running, command

pytestmark = pytest.mark.slow

DAY = date(2027, 12, 7)
PARTNERS = 8
OWN = """---
---
# Met dank aan {{ partner.legal_name }}

Namens het hele team: dank u wel.
"""
LOGO = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def job(where: Path, *formats: str) -> Job:
    """A letter for everyone at the end of the year."""
    return Job(Workspace(where), "thank-you-letter", (), formats, None, DAY, DAY, False, None, False, ("einde_kalenderjaar",))


def rounds(where: Path, site: Site, *formats: str) -> Rounds:
    """The same, from the cluster."""
    return Rounds(Asked(job(where, *formats), scheduler=site.address))


def test_a_worker_that_is_killed_half_way_costs_nothing(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.batch.TOGETHER", 2)
    here, there = town(tmp_path / "here", PARTNERS).root, town(tmp_path / "there", PARTNERS).root
    assert batch(here, "--date", DAY.isoformat(), formats="docx,pdf").exit_code == 0
    work = rounds(there, site, "docx", "pdf")
    going = work.go()
    done = [next(going)]
    site.workers[0].send_signal(signal.SIGKILL)
    done += going
    assert site.workers[0].wait() == -signal.SIGKILL
    assert work.tally.summary == f"{PARTNERS} documents: {PARTNERS} made"
    assert made(there) == made(here)
    assert len(made(there)) == 2 * PARTNERS
    with open_register(there, school_of(Workspace(there))) as register:
        found = sorted((one.reference, len(one.makings)) for one in documents(register))
    assert found == [(f"DV-2027-{number:04}", 1) for number in range(1, PARTNERS + 1)]
    assert [one.results[0].reference for one in done] == [reference for reference, _ in found]


def test_the_schools_own_texts_and_logo_reach_workers_without_its_disk(tmp_path: Path, site: Site) -> None:
    here, there = town(tmp_path / "here", 2).root, town(tmp_path / "there", 2).root
    for where in (here, there):
        (where / "texts/thank-you-letter").mkdir(parents=True)
        about = (ROOT / "templates/texts/thank-you-letter/about.yaml").read_text("utf-8")
        (where / "texts/thank-you-letter/about.yaml").write_text(about, "utf-8")
        for language in ("nl", "en"):
            (where / f"texts/thank-you-letter/text.{language}.md").write_text(OWN, "utf-8")
        (where / "huis").mkdir()
        (where / "huis/logo.png").write_bytes(LOGO)
        school = re.sub(r"(?m)^house_style:.*\n(?:[ #].*\n|\n)*", "", (where / "school.yaml").read_text("utf-8"))
        (where / "school.yaml").write_text(f"{school}\nhouse_style: {{logo: huis/logo.png, accent: '#8A1538'}}\n", "utf-8")
    first = batch(here, formats="docx,html")
    assert batch(there, "--scheduler", site.address, formats="docx,html").stdout == first.stdout
    assert made(there) == made(here)
    pages = [data.decode() for name, data in made(there).items() if name.endswith("html")]
    assert all("Namens het hele team" in page and "image/png" in page for page in pages)
    # -- a text that changes meanwhile is another text, also for workers that had the old one --
    changed = there / "texts/thank-you-letter/text.nl.md"
    changed.write_text(OWN.replace("het hele team", "ons allen"), "utf-8")
    assert batch(there, "--scheduler", site.address, formats="docx,html").exit_code == 0
    assert "Namens ons allen" in next(data for name, data in made(there).items() if name.endswith("html")).decode()


def test_faults_are_told_as_they_are_without_a_cluster(tmp_path: Path, site: Site) -> None:
    here, there = town(tmp_path / "here", 3).root, town(tmp_path / "there", 3).root
    for where in (here, there):
        edit(partner(where, 0), "present:", "# present:")
        edit(partner(where, 0), "result:", "# result:")
    first, second = batch(here, "--final"), batch(there, "--final", "--scheduler", site.address)
    assert (second.exit_code, second.stdout, second.stderr) == (first.exit_code, first.stdout, first.stderr)
    assert first.stdout == "3 documents: 2 made, 1 failed\n"


def test_ctrl_c_ends_it_at_once_and_the_cluster_is_free_for_the_next(tmp_path: Path, site: Site) -> None:
    where = town(tmp_path / "town", 200).root
    words = (*COMMAND, "--format", "txt", "-w", str(where), "--scheduler", site.address)
    going = Running(command, *words)
    until(lambda: any((where / "made").glob("*.txt")))
    assert going.stop(signal.SIGINT) == (130, "stopped; every file that was made is whole\n")
    rest = batch(where, "--scheduler", site.address, "--date", DAY.isoformat(), "--limit", "200")
    assert re.fullmatch(r"200 documents: \d+ made, \d+ unchanged.*\n", rest.stdout)


def test_what_is_there_needs_no_cluster(three: Path) -> None:
    batch(three)
    assert batch(three, "--scheduler", "tcp://127.0.0.1:9").stdout == "3 documents: 3 unchanged\n"


def test_a_scheduler_that_is_not_there(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cluster.PATIENCE", 0.5)
    ran = batch(three, "--scheduler", "tcp://127.0.0.1:9")
    assert ran.exit_code == 1
    assert ran.stderr.startswith("error: no scheduler answers at tcp://127.0.0.1:9: ")
    assert "hint: start one with 'dask scheduler'" in ran.stderr
    assert not (three / "made").exists()


@pytest.mark.parametrize("address", ["10.0.0.5", "http://10.0.0.5:8786", "tls://127.0.0.1:9"])
def test_an_address_that_is_none(three: Path, address: str) -> None:
    ran = batch(three, "--scheduler", address)
    assert ran.exit_code == 2
    assert ran.stderr.startswith(f"error: --scheduler {address}: ")
    assert "Traceback" not in ran.stderr


def test_workers_of_this_machine_and_of_a_cluster_exclude_each_other(three: Path) -> None:
    ran = batch(three, "--scheduler", "tcp://127.0.0.1:9", "--workers", "2")
    assert (ran.exit_code, ran.stderr.partition(",")[0]) == (2, "error: --workers is of this machine")


def test_without_the_package_the_message_says_what_to_install(three: Path) -> None:
    code = "import sys; sys.modules['distributed'] = None; from cli import main; main(prog_name='handslag')"
    words = [*COMMAND, "-w", str(three), "--scheduler", "tcp://127.0.0.1:9"]
    ran = subprocess.run([sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    told = "error: what speaks to a cluster is not installed: distributed\n  hint: pip install 'handslag[cluster]'\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", told)
