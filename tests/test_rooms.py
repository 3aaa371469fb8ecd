"""The plan of the house, and that it is kept: who may import what, who may print, who may write.

``ROOMS`` is the plan, from the ground up. A room may import only what its row names, and of ours only rooms above it in the
table, so that nothing imports upwards or in a circle. The standard library is free, but for what ``CLOSED`` names.
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

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("generator/**/*.py"), ROOT / "cli.py"])

ROOMS: dict[str, tuple[str, str]] = {
    # file: (rooms of ours, below generator/; outside libraries)
    # --- the ground: what everything stands on
    "generator/__init__.py": ("", ""),
    "generator/errors.py": ("", ""),
    "generator/look.py": ("", ""),
    "generator/blocks.py": ("look", ""),
    "generator/package.py": ("errors", ""),
    "generator/readback.py": ("blocks errors", ""),
    # --- the profile: what is known
    "generator/profile/base.py": ("", "pydantic pydantic_core"),
    "generator/profile/checks.py": ("profile.base", "email_validator phonenumbers pydantic stdnum"),
    "generator/profile/forbidden.py": ("profile.checks", ""),
    "generator/profile/values.py": ("profile.base", "pydantic"),
    "generator/profile/activity_parts.py": ("profile.base profile.checks profile.values", "pydantic"),
    "generator/profile/activity.py": ("profile.activity_parts profile.base profile.values", "pydantic"),
    "generator/profile/cooperation.py": ("profile.activity profile.base profile.values", "pydantic"),
    "generator/profile/describe.py": ("profile.activity profile.base", "pydantic"),
    "generator/profile/finance.py": ("profile.base profile.values", "pydantic"),
    "generator/profile/occasions.py": ("profile.activity profile.base profile.checks profile.values", ""),
    "generator/profile/person.py": ("profile.base profile.checks profile.values", "pydantic"),
    "generator/profile/party.py": ("profile.base profile.checks profile.person profile.values", "pydantic"),
    "generator/profile/partner.py": (
        "profile.base profile.cooperation profile.finance profile.occasions profile.party profile.values",
        "pydantic",
    ),
    "generator/profile/school.py": (
        "profile.activity profile.base profile.checks profile.party profile.person profile.values",
        "pydantic",
    ),
    "generator/profile/__init__.py": (
        "profile.activity profile.cooperation profile.finance profile.occasions profile.partner profile.party "
        "profile.person profile.school",
        "",
    ),
    "generator/profile/rules_base.py": (
        "profile.activity profile.cooperation profile.finance profile.occasions profile.partner profile.party "
        "profile.person profile.school",
        "",
    ),
    "generator/profile/rules_activities.py": (
        "profile.activity profile.cooperation profile.person profile.rules_base profile.values",
        "",
    ),
    "generator/profile/rules_agreement.py": ("profile.finance profile.rules_base", ""),
    "generator/profile/rules_dates.py": ("profile.activity profile.rules_base profile.values", ""),
    "generator/profile/rules_parties.py": (
        "profile.checks profile.finance profile.party profile.person profile.rules_base",
        "",
    ),
    "generator/profile/rules_references.py": (
        "errors profile.activity profile.occasions profile.party profile.person profile.rules_base",
        "",
    ),
    "generator/profile/rules.py": (
        "errors profile.partner profile.rules_activities profile.rules_agreement profile.rules_base profile.rules_dates "
        "profile.rules_parties profile.rules_references profile.school",
        "",
    ),
    "generator/profile/schema.py": ("profile.base profile.partner profile.school", ""),
    # --- loading: files to profiles
    "generator/load/places.py": ("errors", ""),
    "generator/load/translate.py": ("errors profile.activity profile.base profile.describe", ""),
    "generator/load/yaml_faults.py": ("", ""),
    "generator/load/yaml.py": ("errors load.places load.yaml_faults profile.base", "yaml"),
    "generator/load/profiles.py": (
        "errors load.translate load.yaml profile.base profile.forbidden profile.partner profile.rules profile.school",
        "pydantic",
    ),
    "generator/load/__init__.py": ("load.profiles", ""),
    # --- wording: how values are written
    "generator/wording/cldr.py": ("", "babel"),
    "generator/wording/label_words_work.py": ("", ""),
    "generator/wording/label_words.py": ("wording.label_words_work", ""),
    "generator/wording/labels.py": ("errors wording.label_words", ""),
    "generator/wording/protocols.py": ("", ""),
    "generator/wording/sentences.py": ("", ""),
    "generator/wording/codes.py": ("wording.sentences", ""),
    "generator/wording/dates.py": ("wording.cldr wording.sentences", ""),
    "generator/wording/names.py": ("wording.protocols wording.sentences", ""),
    "generator/wording/addresses.py": ("wording.cldr wording.names wording.protocols wording.sentences", ""),
    "generator/wording/numbers.py": ("wording.cldr wording.sentences", ""),
    "generator/wording/salutations.py": ("wording.names wording.protocols wording.sentences", ""),
    "generator/wording/spelled.py": ("wording.numbers", ""),
    "generator/wording/__init__.py": (
        "wording.addresses wording.codes wording.dates wording.labels wording.names wording.numbers wording.salutations "
        "wording.sentences wording.spelled",
        "",
    ),
    # --- from profile to tree
    "generator/facts_parties.py": ("profile.cooperation profile.partner profile.party profile.person profile.school", ""),
    "generator/facts_activities.py": ("facts_parties profile.activity profile.person", ""),
    "generator/facts_agreement.py": (
        "facts_activities facts_parties profile.activity profile.cooperation profile.finance profile.party",
        "",
    ),
    "generator/facts.py": (
        "facts_activities facts_agreement facts_parties profile.activity profile.cooperation profile.occasions "
        "profile.partner profile.school",
        "",
    ),
    "generator/kinds.py": ("errors load.yaml profile.base profile.party", "pydantic"),
    "generator/missing.py": ("", "pydantic"),
    "generator/parse.py": ("blocks errors", "markdown_it mdit_py_plugins"),
    "generator/settle.py": ("blocks errors", ""),
    "generator/source.py": ("errors kinds missing wording", "jinja2 markupsafe pydantic"),
    # --- writers: from tree to file
    "generator/writers/__init__.py": ("", ""),
    "generator/writers/docx_styles.py": ("errors", "jinja2 lxml"),
    "generator/writers/docx_read.py": ("settle writers.docx_styles", "lxml"),
    "generator/writers/docx_text.py": ("blocks errors writers.docx_styles", ""),
    "generator/writers/docx_package.py": ("blocks writers.docx_styles writers.docx_text", "lxml"),
    "generator/writers/docx_paragraph.py": ("blocks writers.docx_text", ""),
    "generator/writers/docx_table.py": ("blocks readback writers.docx_paragraph writers.docx_text", ""),
    "generator/writers/docx_body.py": ("blocks readback writers.docx_paragraph writers.docx_table writers.docx_text", ""),
    "generator/writers/html_body.py": ("blocks errors", "markupsafe"),
    "generator/writers/html_colour.py": ("", ""),
    "generator/writers/markdown.py": ("blocks readback", ""),
    "generator/writers/outline.py": ("blocks", ""),
    "generator/writers/pdf_read.py": ("", "pypdfium2"),
    "generator/writers/pdf_tags.py": ("", "pydyf weasyprint"),
    "generator/writers/text.py": ("blocks readback", ""),
    "generator/writers/docx.py": (
        "blocks errors readback writers.docx_body writers.docx_layout writers.docx_logo writers.docx_package "
        "writers.docx_paragraph writers.docx_read writers.docx_styles writers.docx_text",
        "markupsafe",
    ),
    "generator/writers/docx_house.py": ("look writers.docx_logo writers.docx_styles writers.html_colour", "lxml"),
    "generator/writers/docx_layout.py": (
        "errors look writers.docx_house writers.docx_package writers.docx_styles writers.docx_text",
        "docxtpl jinja2 lxml markupsafe",
    ),
    "generator/writers/docx_logo.py": ("errors look writers.docx_text writers.picture", "docx lxml"),
    "generator/writers/fonts.py": ("errors look package writers.html", "fontTools"),
    "generator/writers/html.py": ("blocks errors look writers.fonts writers.html_body writers.html_colour", "jinja2"),
    "generator/writers/pdf_engine.py": ("errors look package writers.fonts writers.html", "weasyprint"),
    "generator/writers/pdf.py": (
        "blocks errors readback writers.fonts writers.html writers.pdf_engine writers.pdf_read writers.pdf_tags",
        "",
    ),
    "generator/writers/picture.py": ("look package writers.pdf_engine", "pypdfium2 weasyprint"),
    # --- the upper floor: the whole of it, one job at a time
    "generator/doctor.py": ("errors package", ""),
    "generator/house_style.py": ("errors look profile", ""),
    "generator/store.py": ("errors", ""),
    "generator/desk.py": (
        "blocks errors facts house_style kinds missing package parse profile settle source store wording writers.docx "
        "writers.html writers.markdown writers.outline writers.pdf writers.text",
        "",
    ),
    "generator/starter.py": ("package profile.schema store", ""),
    "generator/workspace.py": ("errors load.profiles package profile", ""),
    "generator/work.py": ("blocks desk errors kinds profile store workspace", ""),
    # --- the door
    "cli.py": ("desk doctor errors kinds profile.schema starter work workspace", "click"),
}

DOORS: dict[str, tuple[str, ...]] = {
    # each outside library, and the only rooms that may open it
    "babel": ("generator/wording/*",),
    "click": ("cli.py",),
    "docx": ("generator/writers/docx*",),
    "docxtpl": ("generator/writers/docx*",),
    "email_validator": ("generator/profile/*",),
    "fontTools": ("generator/writers/*",),
    "jinja2": ("generator/source.py", "generator/writers/*"),
    "lxml": ("generator/writers/docx*",),
    "markdown_it": ("generator/parse.py",),
    "markupsafe": ("generator/source.py", "generator/writers/*"),
    "mdit_py_plugins": ("generator/parse.py",),
    "phonenumbers": ("generator/profile/*",),
    "pydantic": (
        "generator/profile/*",
        "generator/load/*",
        "generator/kinds.py",
        "generator/missing.py",
        "generator/source.py",
    ),
    "pydantic_core": ("generator/profile/*", "generator/load/*"),
    "pypdfium2": ("generator/writers/*",),
    "stdnum": ("generator/profile/*",),
    "pydyf": ("generator/writers/pdf*",),
    "weasyprint": ("generator/writers/pdf*", "generator/writers/picture.py"),
    "yaml": ("generator/load/yaml*",),
}

CLOSED = {"http", "socket", "socketserver", "urllib.request", "ftplib", "smtplib", "ssl", "pickle", "marshal", "shelve"}
"""Nothing is fetched from or sent to anywhere, and nothing is read that could run."""

EDGE = ("cli.py", "generator/store.py")
"""Who may touch the output folder."""
WRITING = {"write_text", "write_bytes", "mkdir", "makedirs", "touch", "unlink", "rmdir", "rename", "symlink_to", "hardlink_to"}
PRINTING = {"print", "input", "breakpoint"}
LOOKING = ("generator/doctor.py",)
"""Who asks ``shutil`` where a program is, and writes nothing."""
DISTRIBUTIONS = {
    # the library as it is imported, and the package that brings it, where the two differ
    "docx": "python-docx",
    "email_validator": "email-validator",
    "fontTools": "fonttools",
    "markdown_it": "markdown-it-py",
    "mdit_py_plugins": "mdit-py-plugins",
    "pydantic_core": "pydantic",
    "stdnum": "python-stdnum",
    "yaml": "pyyaml",
}


@cache
def tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text("utf-8"), file)


def is_room(module: str) -> bool:
    path = module.replace(".", "/")
    return f"{path}.py" in FILES or f"{path}/__init__.py" in FILES


def imports(file: str) -> Iterator[tuple[str, int]]:
    """Each module that a file imports, ours in full (``generator.profile.person``), with the line where it does.

    A room that is named in a string is imported too, when it is needed (``import_module``).
    """
    for node in ast.walk(tree(file)):
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
    for node in ast.walk(tree(file)):
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


def counted() -> Iterator[tuple[str, str, str]]:
    """Every import that the table speaks of: the file, the place, the module. Not the standard library, nor our own version."""
    for file in FILES:
        for module, line in imports(file):
            if outside(module) or (ours(module) and module != "generator"):
                yield file, f"{file}:{line}", module if ours(module) else module.split(".")[0]


def allowed(file: str) -> set[str]:
    """What a file's row lets in, as module names."""
    rooms, libraries = ROOMS.get(file, ("", ""))
    return {f"generator.{room}" for room in rooms.split()} | set(libraries.split())


def test_every_file_has_a_row() -> None:
    assert [file for file in FILES if file not in ROOMS] == [], "say what it may import, in ROOMS"
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
    rooms = [file for file in FILES if file != "cli.py"]
    assert [f"{file}:{call.lineno}: {name}" for file in rooms for name, call in calls(file) if name in PRINTING] == []
    attributes = [(file, node) for file in rooms for node in ast.walk(tree(file)) if isinstance(node, ast.Attribute)]
    assert [
        f"{file}:{node.lineno}: {node.attr}" for file, node in attributes if node.attr in {"stdout", "stderr", "stdin", "echo"}
    ] == []


def test_only_the_edge_writes_files() -> None:
    rooms = [file for file in FILES if file not in EDGE]
    found = [(f"{file}:{call.lineno}", name, call) for file in rooms for name, call in calls(file)]
    assert [f"{place}: {name}" for place, name, call in found if name in WRITING or opens_for_writing(name, call)] == []
    assert [
        f"{file}:{line}: {m}"
        for file in rooms
        for m, line in imports(file)
        if m in {"shutil", "tempfile"} and file not in LOOKING
    ] == []


def test_every_library_is_a_dependency_and_every_dependency_is_used() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split("[<>=]", line)[0] for line in declared}
    assert names == {DISTRIBUTIONS.get(library, library) for library in DOORS}


def test_the_command_line_starts_without_anything_heavy() -> None:
    code = f"import sys, cli; print(*[name for name in {sorted(set(DOORS) - {'click'})!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
