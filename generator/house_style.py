"""The school's house style. In: ``house_style`` of ``school.yaml``, and its files. Out: a Look."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.errors import BadInput, Fault
from generator.layout_files import layout_files, read_layouts
from generator.look import ACCENT, INK, SCHOOL_FILE, Logo, Look
from generator.profile import School
from generator.profile.school import HouseStyle

_LOGOS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
_SIGNS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff", "image/svg+xml": b"<"}
"""How a file of each type begins."""
_LARGEST = 5_000_000


def look_of(school: School, workspace: Path) -> Look:
    """How this school's documents look; handslag's own look where it chose nothing.

    Raises BadInput with every file that is missing, too large, of another type than its name says, or outside the workspace.
    """
    style = school.house_style or HouseStyle()
    files = [workspace / name for name in (style.logo, *style.font_files) if name]
    return _look(style, school.school.name, workspace, tuple(map(_state, (*files, *layout_files(workspace)))))


def _state(file: Path) -> tuple[str, int, int, int]:
    """A file, and what changes when it does."""
    try:
        seen = file.stat()
    except OSError:
        return str(file), 0, 0, 0
    return str(file), seen.st_ino, seen.st_mtime_ns, seen.st_size


@lru_cache(maxsize=4)
def _look(style: HouseStyle, school: str, workspace: Path, _state: tuple[tuple[str, int, int, int], ...]) -> Look:
    """The look, read again only when a file changed: one object for all documents of a batch, which is compared at once."""
    faults: list[Fault] = []
    logo = _logo(style.logo, school, workspace, faults) if style.logo else None
    fonts = tuple(
        (Path(name).name, _bytes(name, f"font_files.{n}", workspace, faults)) for n, name in enumerate(style.font_files)
    )
    layouts = read_layouts(workspace, faults)
    if faults:
        raise BadInput(*faults)
    return Look(
        accent=style.accent or ACCENT,
        heading=style.heading_colour or INK,
        font=style.font or "",
        heading_font=style.heading_font or "",
        font_files=fonts,
        logo=logo,
        window=str(style.window),
        engine=str(style.pdf_engine),
        layouts=layouts,
    )


def _logo(name: str, school: str, workspace: Path, faults: list[Fault]) -> Logo | None:
    kind = _LOGOS.get(Path(name).suffix.lower())
    if kind is None:
        faults.append(_fault(f"'{name}' is no PNG, JPEG or SVG", "logo", "save the logo as PNG, JPEG or SVG"))
        return None
    data = _bytes(name, "logo", workspace, faults)
    if data and not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_SIGNS[kind]):
        faults.append(_fault(f"'{name}' is not what its name says", "logo", f"it should be {kind}"))
    return Logo(data, kind, f"Logo {school}")


def _bytes(name: str, field: str, workspace: Path, faults: list[Fault]) -> bytes:
    """A file of the workspace; nothing outside it is ever read."""
    path = (workspace / name).resolve()
    if not path.is_relative_to(workspace.resolve()):
        faults.append(_fault(f"'{name}' lies outside the workspace", field, "copy it into the workspace"))
        return b""
    try:
        if path.exists() and not path.is_file():
            faults.append(_fault(f"'{name}' is no ordinary file", field, "name a file in the workspace"))
            return b""
        if path.stat().st_size > _LARGEST:
            faults.append(_fault(f"'{name}' is larger than 5 MB", field, "make it smaller"))
            return b""
        return path.read_bytes()
    except OSError as error:
        faults.append(_fault(f"'{name}' cannot be read: {error.strerror}", field, "the name is relative to the workspace"))
        return b""


def _fault(problem: str, field: str, hint: str) -> Fault:
    return Fault(problem, file=SCHOOL_FILE, path=f"house_style.{field}", hint=hint)
