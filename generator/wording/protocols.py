"""What wording asks of a person, an address and a party. In: nothing. Out: protocols that the profile's models fulfil.

Wording does not import the profile: it reads these attributes only, named as in the YAML. Each may be None or empty, except
where it says otherwise. Values of enumerations are compared as ``str``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Named(Protocol):
    """Somebody with a name: a person of the school or of a partner."""

    @property
    def salutation(self) -> str | None:
        """``mevrouw``, ``heer`` or ``neutraal``; None counts as ``neutraal``."""

    @property
    def titles_before(self) -> Sequence[str] | None:
        """``("prof.", "dr.")``."""

    @property
    def titles_after(self) -> Sequence[str] | None:
        """``("LLM", "MA")``."""

    @property
    def noble_title(self) -> str | None:
        """``baron``, ``jhr.``."""

    @property
    def initials(self) -> str | None:
        """``W.H.``, with stops and without spaces."""

    @property
    def given_name(self) -> str | None:
        """``Wim``."""

    @property
    def infix(self) -> str | None:
        """``van ’t``."""

    @property
    def surname(self) -> str | None:
        """``Veld``; the main word."""

    @property
    def second_infix(self) -> str | None:
        """Infix of the second half of a double name."""

    @property
    def second_surname(self) -> str | None:
        """The second half of a double name."""

    @property
    def name_style(self) -> str | None:
        """``nl``, or ``as_registered``: no case is ever changed (Belgian names)."""

    @property
    def address_form(self) -> str | None:
        """``u`` or ``je``; None counts as ``u``."""


class Located(Protocol):
    """An address. A visiting address has ``street``, ``number``, ``letter`` and ``suffix`` too, a post address ``po_box``."""

    @property
    def postcode(self) -> str | None:
        """``1236 CD``."""

    @property
    def place(self) -> str | None:
        """``’s-Heerenvoorde``, as its people write it."""

    @property
    def country(self) -> str | None:
        """ISO 3166 code, ``NL`` when None."""
