"""Docs that cannot lie: what the pages say of commands, options, fields, files and versions is held against the program."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from cli import main
from generator import __version__
from generator.kinds import kinds
from generator.profile import Profile, School
from generator.workspace import Workspace
from tools.docs import made, pages, sections

ROOT = Path(__file__).resolve().parent.parent
PAGES = [page.relative_to(ROOT).as_posix() for page in pages()]
CODE = re.compile(r"^```(?:sh|console|bash)\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`((?:\.venv/bin/)?handslag [^`<]+)`")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
ADDRESSES = re.compile(r"--(?:extra-)?index-url|--find-links|--trusted-host|\"resolved\":|https?://\S*/simple\b")
"""How a lock file or a script names where packages come from: that is each machine's own business."""


def text(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def commands(page: str) -> Iterator[list[str]]:
    """Every ``handslag …`` in a page's code, in blocks and in lines, as words."""
    blocks = [line for block in CODE.findall(text(page)) for line in block.splitlines()]
    for line in [*blocks, *INLINE.findall(text(page))]:
        words = line.split("#")[0].removeprefix("$ ").split()
        if words and words[0] in {"handslag", ".venv/bin/handslag"}:
            yield words[1:]


@pytest.mark.parametrize("page", PAGES)
def test_what_is_made_from_the_program_is_up_to_date(page: str) -> None:
    assert made(text(page)) == text(page), "run: make docs"


def named(words: list[str]) -> click.Command:
    """The command that these words call; one of a group, if they go on with its name."""
    command: click.Command = main
    for word in (word for word in words if not word.startswith("-")):
        if not isinstance(command, click.Group):
            break
        if command is not main and word not in command.commands:
            break
        command = command.commands[word]
    return command


@pytest.mark.parametrize("page", PAGES)
def test_every_command_and_option_in_a_page_exists(page: str) -> None:
    for words in commands(page):
        command = named(words)
        known = {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}
        assert {word.split("=")[0] for word in words if word.startswith("-")} <= known, words


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_in_a_page_exists(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", text(page), re.MULTILINE)) <= targets


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    assert [target for target in LINK.findall(text(page)) if not (folder / target).exists()] == []


def test_every_field_of_the_profile_says_what_it_is() -> None:
    fields = {f"{s.__name__}.{name}": field for s in sections(School, Profile) for name, field in s.model_fields.items()}
    assert len(fields) > 150
    assert [name for name, field in fields.items() if not (field.title and field.description)] == []


def test_the_changelog_has_this_version_and_the_version_of_every_text() -> None:
    changelog = text("CHANGELOG.md")
    assert f"### {__version__} " in changelog
    for kind in kinds(Workspace(ROOT).text_roots).values():
        assert f"### {kind.id} {kind.text_version}" in changelog


def test_contributing_says_why_each_dependency_is_there() -> None:
    declared = tomllib.loads(text("pyproject.toml"))["project"]["dependencies"]
    table = text("CONTRIBUTING.md").split("## Why each dependency", 1)[1]
    assert [name for name in (re.split("[<>=]", line)[0] for line in declared) if name not in table] == []


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    files = [ROOT / name for name in listed.decode().split("\0") if name and name != "tests/test_docs.py"]
    texts = {file: file.read_bytes().decode("utf-8", "replace") for file in files if file.is_file()}
    assert texts
    assert [file.relative_to(ROOT).as_posix() for file, body in texts.items() if ADDRESSES.search(body)] == []


def test_every_locked_package_has_its_hashes() -> None:
    for lock in sorted(ROOT.glob("requirements*.txt")):
        pins = re.findall(r"^[a-z][\w.-]*==\S+ \\\n    --hash=sha256:", lock.read_text("utf-8"), re.MULTILINE)
        assert len(pins) == len(re.findall(r"^[a-z]", lock.read_text("utf-8"), re.MULTILINE)) > 0
