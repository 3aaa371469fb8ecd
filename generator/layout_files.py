"""The school's own layouts: which files there are, and what they may be called. In: a workspace. Out: names and bytes.

A layout of the workspace wins over ours. What is there and is not used would be a silent loss, so it is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.errors import BadInput, Fault, did_you_mean
from generator.svg import svg_size

LAYOUTS = "layouts"
"""The folder with the school's own layouts."""
WORD = ("agreement", "letter", "press-release")
PAGE = ("page.html", "print.css", "screen.css")
"""The page of the PDF and of the web page, and how they look."""
PICTURES = (".png", ".jpg", ".jpeg", ".svg")
NAMES = (*(f"{name}.docx" for name in WORD), *PAGE)
_LARGEST, _MOST = 10_000_000, 50


def layout_files(workspace: Path) -> tuple[Path, ...]:
    """Every file in the folder of layouts, by name; what Word or an editor leaves while it is open is not one."""
    folder = workspace / LAYOUTS
    if not folder.is_dir():
        return ()
    return tuple(sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$"))))


def read_layouts(workspace: Path, faults: list[Fault]) -> tuple[tuple[str, bytes], ...]:
    """The layouts and the pictures they show, as (file name, bytes); what is wrong with them goes into ``faults``."""
    paths = layout_files(workspace)
    if len(paths) > _MOST:
        faults.append(
            Fault(f"there are {len(paths)} files; at most {_MOST} are read", file=LAYOUTS, hint="keep only layouts in it")
        )
        return ()
    found = len(faults)
    faults += [fault.at(file=f"{LAYOUTS}/{path.name}") for path in paths for fault in _faults(path, workspace)]
    return () if len(faults) > found else tuple((path.name, path.read_bytes()) for path in paths)


def _faults(path: Path, workspace: Path) -> Iterator[Fault]:
    """What bars a file; at most one thing."""
    real = path.resolve()
    if not real.is_relative_to(workspace.resolve()):
        yield Fault("is a link that leads out of the workspace", hint="copy the file itself into the workspace")
    elif not real.is_file():
        yield Fault("is no ordinary file", hint="keep only files in it")
    elif path.suffix.lower() not in PICTURES and path.name not in NAMES:
        yield Fault("is no layout that handslag knows, and would not be used", hint=did_you_mean(path.name, NAMES))
    elif real.stat().st_size > _LARGEST:
        yield Fault("is larger than 10 MB", hint="make the pictures in it smaller")
    elif path.suffix.lower() == ".svg":
        yield from _svg_faults(real)


def _svg_faults(path: Path) -> Iterator[Fault]:
    try:
        svg_size(path.read_bytes())
    except BadInput as error:
        yield from (fault.at(path="", problem=fault.problem.replace("the logo", "the picture")) for fault in error.faults)
