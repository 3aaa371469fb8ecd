"""The plan of the house, and that it is kept: who may import what, who may print, who may write.

The plan itself is ``tests/rooms.py``. A room may import only what its row names, and of ours only rooms above it in the plan,
so that nothing imports upwards or in a circle. The standard library is free, but for what ``CLOSED`` names.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from tests.rooms import DISTRIBUTIONS, DOORS, ROOMS

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("generator/**/*.py"), ROOT / "cli.py"])

CLOSED = {"http", "socket", "socketserver", "urllib.request", "ftplib", "smtplib", "ssl", "pickle", "marshal", "shelve"}
"""Nothing is fetched from or sent to anywhere, and nothing is read that could run."""

EDGE = ("cli.py", "generator/store.py")
"""Who may touch the output folder."""
WRITING = {"write_text", "write_bytes", "mkdir", "makedirs", "touch", "unlink", "rmdir", "rename", "symlink_to", "hardlink_to"}
SCRATCH = ("generator/writers/office.py",)
"""Who lays out files for another program, in a folder that is gone when it returns."""
PRINTING = {"print", "input", "breakpoint"}
LOOKING = ("generator/doctor.py",)
"""Who asks ``shutil`` where a program is, and writes nothing."""


@cache
def nodes(file: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse((ROOT / file).read_text("utf-8"), file)))


@cache
def is_room(module: str) -> bool:
    path = module.replace(".", "/")
    return f"{path}.py" in FILES or f"{path}/__init__.py" in FILES


def imports(file: str) -> Iterator[tuple[str, int]]:
    """Each module that a file imports, ours in full (``generator.profile.person``), with the line where it does.

    A room that is named in a string is imported too, when it is needed (``import_module``).
    """
    for node in nodes(file):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("generator."):
            yield from [(node.value, node.lineno)] if is_room(node.value) else []
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: write the import in full, from generator…"
            module = node.module or ""
            for alias in node.names:
                inner = f"{module}.{alias.name}"
                yield (inner if is_room(inner) else module), node.lineno


def ours(module: str) -> bool:
    return module.split(".")[0] in {"generator", "cli"}


def outside(module: str) -> bool:
    return not ours(module) and module.split(".")[0] not in sys.stdlib_module_names


def room_of(module: str) -> str:
    """``generator/parse.py`` of ``generator.parse``; the package's own file of ``generator.load``."""
    path = module.replace(".", "/")
    return f"{path}.py" if f"{path}.py" in FILES else f"{path}/__init__.py"


def calls(file: str) -> Iterator[tuple[str, ast.Call]]:
    """Each call in a file by its last name: ``write_text`` of ``path.write_text(…)``."""
    for node in nodes(file):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name, node


def opens_for_writing(name: str, call: ast.Call) -> bool:
    """Whether a call is ``open`` with a mode that writes."""
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    words = [value.value for value in given if isinstance(value, ast.Constant) and isinstance(value.value, str)]
    return name in {"open", "fdopen"} and any(
        word and set(word) <= set("rwaxbt+") and set(word) & set("wax+") for word in words
    )


@cache
def counted() -> tuple[tuple[str, str, str], ...]:
    """Every import that the table speaks of: the file, the place, the module. Not the standard library, nor our own version."""
    return tuple(_counted())


def _counted() -> Iterator[tuple[str, str, str]]:
    for file in FILES:
        for module, line in imports(file):
            if outside(module) or (ours(module) and module != "generator"):
                yield file, f"{file}:{line}", module if ours(module) else module.split(".")[0]


def allowed(file: str) -> set[str]:
    """What a file's row lets in, as module names."""
    rooms, libraries = ROOMS.get(file, ("", ""))
    return {f"generator.{room}" for room in rooms.split()} | set(libraries.split())


def test_every_file_has_a_row() -> None:
    assert [file for file in FILES if file not in ROOMS] == [], "say what it may import, in tests/rooms.py"
    assert [file for file in ROOMS if file not in FILES] == [], "this row has no file"


def test_a_room_imports_what_its_row_says() -> None:
    assert [f"{place}: {module}" for file, place, module in counted() if module not in allowed(file)] == [], "not in its row"
    used = {(file, module) for file, _, module in counted()}
    spare = [f"{file}: {module}" for file in ROOMS for module in sorted(allowed(file)) if (file, module) not in used]
    assert spare == [], "its row allows what it does not use"


def test_nothing_imports_upwards() -> None:
    floor = {room: number for number, room in enumerate(ROOMS)}
    ours_only = [(file, place, module) for file, place, module in counted() if ours(module)]
    assert [f"{place}: {module}" for file, place, module in ours_only if floor[room_of(module)] >= floor[file]] == []


def test_each_outside_library_has_one_door() -> None:
    libraries = [(file, place, module) for file, place, module in counted() if not ours(module)]
    assert {module for _, _, module in libraries} == set(DOORS)
    assert [f"{place}: {m}" for file, place, m in libraries if not any(fnmatch(file, door) for door in DOORS.get(m, ()))] == []


def test_nothing_comes_from_the_network_or_from_code_in_data() -> None:
    found = [(f"{file}:{line}", module) for file in FILES for module, line in imports(file)]
    assert [f"{place}: {m}" for place, m in found if m in CLOSED or m.split(".")[0] in CLOSED] == []


def test_writers_never_see_a_profile() -> None:
    private = ("generator.profile", "generator.load", "generator.wording", "generator.facts")
    writers = [(place, module) for file, place, module in counted() if file.startswith("generator/writers/")]
    assert [f"{place}: {module}" for place, module in writers if module.startswith(private)] == []


def test_only_the_command_line_prints() -> None:
    rooms = [file for file in FILES if file != "cli.py" and not file.startswith("generator/commands/")]
    assert [f"{file}:{call.lineno}: {name}" for file in rooms for name, call in calls(file) if name in PRINTING] == []
    attributes = [(file, node) for file in rooms for node in nodes(file) if isinstance(node, ast.Attribute)]
    assert [
        f"{file}:{node.lineno}: {node.attr}" for file, node in attributes if node.attr in {"stdout", "stderr", "stdin", "echo"}
    ] == []


def test_only_the_edge_writes_files() -> None:
    rooms = [file for file in FILES if file not in (*EDGE, *SCRATCH)]
    found = [(f"{file}:{call.lineno}", name, call) for file in rooms for name, call in calls(file)]
    assert [f"{place}: {name}" for place, name, call in found if name in WRITING or opens_for_writing(name, call)] == []
    assert [
        f"{file}:{line}: {m}"
        for file in rooms
        for m, line in imports(file)
        if m in {"shutil", "tempfile"} and file not in LOOKING
    ] == []


def test_every_library_is_a_dependency_and_every_dependency_is_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split("[<>=]", line)[0] for line in [*project["dependencies"], *project["optional-dependencies"]["cluster"]]}
    assert names == {DISTRIBUTIONS.get(library, library) for library in DOORS}


def test_the_command_line_starts_without_anything_heavy() -> None:
    code = f"import sys, cli; print(*[name for name in {sorted(set(DOORS) - {'click'})!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
