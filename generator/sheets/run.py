"""The spreadsheet commands. In: a workspace and the file that the user named. Out: files, stored; and what is to be told."""

from __future__ import annotations

from pathlib import Path

from generator.errors import BadInput, Fault, WrongUsage
from generator.sheets.annotate import bad_rows
from generator.sheets.export import exported, template
from generator.sheets.importing import Imported, go, look
from generator.store import file_name, store, write_file
from generator.workspace import Workspace, read

MARKED = "nakijken"
"""Behind the name of the copy in which the bad cells are marked."""


def import_file(workspace: Workspace, path: Path, sheet: str | None, dry_run: bool) -> tuple[Imported, Path | None]:
    """Imports a spreadsheet; gives what becomes of each row, and the copy in which bad cells are marked.

    Raises BadInput or WrongUsage when the file cannot be read.
    """
    imported = look(workspace, path, sheet)
    if dry_run:
        return imported, None
    go(imported)
    if not imported.errors:
        return imported, None
    name = file_name(path.stem.removesuffix(f"-{MARKED}"), MARKED, suffix="xlsx")
    return imported, store(workspace.output, name, bad_rows(imported, path.read_bytes())).path


def write_template(path: Path, language: str, force: bool) -> None:
    """Writes an empty spreadsheet. Raises BadInput when the file is there, unless ``force`` says to replace it."""
    write_file(xlsx(path), template(language), force)


def export_file(workspace: Workspace, path: Path, language: str, force: bool) -> tuple[int, tuple[Fault, ...]]:
    """Writes every partner into a spreadsheet; gives how many, and the faults of those that could not be read."""
    contents = read(workspace)
    usable = {partner.id for partner in contents.partners}
    left_out = {file for id_, file in contents.files.items() if id_ not in usable}
    faults = tuple(fault for fault in contents.faults if fault.file in left_out)
    if not usable:
        raise BadInput(*(faults or [Fault("there are no partners yet", file=f"{workspace.root}/partners")]))
    data, told = exported(contents.partners, language)
    write_file(xlsx(path), data, force)
    return len(usable), (*faults, *told)


def xlsx(path: Path) -> Path:
    """A path that says what we write."""
    if path.suffix.lower() != ".xlsx":
        raise WrongUsage(Fault(f"'{path.name}' is not the name of an Excel file", hint=f"write {path.stem}.xlsx"))
    return path
