"""What the pipeline's tests share: a plain heading of a document."""

from __future__ import annotations

from datetime import date

import pytest

from generator.blocks import Meta, Sender

META = Meta(
    title="Overeenkomst",
    kind="cooperation-agreement",
    kind_name="Samenwerkingsovereenkomst",
    text_version="1.0.0 (2026-11-23)",
    language="nl",
    reference="DV-1-SO",
    day=date(2027, 6, 17),
    draft=True,
    sender=Sender("De School"),
)


@pytest.fixture
def meta() -> Meta:
    """A draft in Dutch."""
    return META
