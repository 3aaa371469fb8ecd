"""What the tests of the PDF writer share: an agreement, written once."""

from __future__ import annotations

import pytest

from generator.writers.pdf import write_pdf
from tests.pdf.sample import LAYOUTS, agreement


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """The sample agreement: five pages, a table over three of them."""
    return write_pdf(agreement(), LAYOUTS)
