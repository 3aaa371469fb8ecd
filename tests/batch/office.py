"""What the tests of batches share: a batch of letters as a user asks for it, and looking at what it left."""

from __future__ import annotations

from pathlib import Path

from click.testing import Result

from tests.cli.user import handslag

PARTNERS = 3
COMMAND = ("batch", "thank-you-letter", "--date", "2027-12-07", "--format", "docx,pdf")


def batch(where: Path, *words: str | Path, formats: str = "txt") -> Result:
    """A letter for everyone at the end of the year."""
    asked = ("-w", where, "--occasion", "einde_kalenderjaar", "--format", formats)
    return handslag("batch", "thank-you-letter", *asked, *words)


def made(where: Path) -> dict[str, bytes]:
    """Every file that was made."""
    return {path.name: path.read_bytes() for path in sorted((where / "made").glob("*"))}


def partner(where: Path, number: int) -> Path:
    """The file of a partner."""
    (found,) = (where / "partners").glob(f"*-{number:05}.yaml")
    return found
