"""What an ``about.yaml`` may say of a document kind. In: checked values. Out: one frozen :class:`About`.

Everything in which kinds differ stands here, as data: what they need, how often they are made for one partner, what is checked.
An expression sees the names that the kind's text sees (docs/reference.md); so a kind never needs Python of its own.
"""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field, model_validator

from generator.errors import Severity
from generator.profile.base import MaybeText, Section, Several, Text, optional, required, several
from generator.profile.party import Kind as PartnerKind

Language = Literal["nl", "en"]
PAPERS = "documents."
"""What the paths of papers begin with."""
FIELD = r"^[a-z_]+(\.[a-z_]+)*$"
"""A field by its dotted path: ``documents.thank_you``."""


class Names(Section):
    """A word in every language that the kind speaks."""

    nl: str = required("Nederlands", "In Dutch.")
    en: str = optional("Engels", "In English.")

    @model_validator(mode="before")
    @classmethod
    def one_word(cls, data: object) -> object:
        """A word alone is the Dutch one."""
        return {"nl": data} if isinstance(data, str) else data

    def in_(self, language: str) -> str:
        """The word in this language, else in Dutch."""
        return str(getattr(self, language) or self.nl)


class Occasions(Section):
    """How often the kind is made for one partner: once for each item of a list, or for one section."""

    from_: str = Field(
        alias="from", title="Uit", description="The section or list: 'documents.thank_you', 'placements'.", pattern=FIELD
    )
    named: str | None = Field(
        None,
        title="Naam",
        description="The field of an item that --occasion names: 'moment'; 'it' is the item itself, in a list of names.",
        pattern=FIELD,
    )
    usual: Several[Text] = several("Meestal", "Names of those that there are when the profile has none.")
    day: str | None = Field(
        None, title="Datum", description="The field with the document's date: 'letter_date'.", pattern=FIELD
    )
    to: Literal["contact", "signatories"] = Field(
        "contact", title="Aan", description="Whom a letter goes to when the profile names nobody."
    )
    forms: dict[str, Literal["u", "je"]] = Field(
        default={}, title="Vorm", description="Form of address by an occasion's name, when nobody's own is known."
    )
    without: MaybeText = optional("Zonder", "What is told when there is none: 'no placement among its activities'.")


class Need(Section):
    """Something without which nothing can be made."""

    that: Text = required("Dat", "An expression that must hold.")
    say: Text = required("Melding", "What is told when it does not: 'nobody of the partner can sign'.")
    hint: MaybeText = optional("Hint", "What to do.")


class Rule(Need):
    """Something to tell of a document that is made all the same: an error keeps it a draft."""

    each: MaybeText = optional("Voor elk", "A list; the rule is asked for each 'it' in it.")
    shown: MaybeText = optional("Genoemd", "An expression whose value stands for {} in the message: 'it.person'.")
    path: MaybeText = optional(
        "Veld", "The field that it is about; {} is the item's place in the list, from 0, and {occasion} the occasion's."
    )
    severity: Severity = Field(default=Severity.ERROR, title="Ernst", description="error, warning or hint.")


class Passage(Section):
    """How a passage of the text should be; what is not so is a warning."""

    words: tuple[int, int] | None = optional("Woorden", "Least and most words.")
    never_over: int | None = optional("Nooit meer dan", "Words; more is an error.")
    characters: int | None = optional("Tekens", "Most characters.")
    capitals: bool = Field(default=True, title="Hoofdletters", description="Whether it may have words in capitals: 'ROC'.")
    path: MaybeText = optional("Veld", "The field that it is written in; {occasion} is the occasion's.")


class Phrases(Section):
    """Words and phrases; '*' stands for any letters: 'verplicht* zich'."""

    nl: Several[Text] = several("Nederlands", "In Dutch.")
    en: Several[Text] = several("Engels", "In English.")

    def in_(self, language: str) -> tuple[str, ...]:
        """Those of this language."""
        found: tuple[str, ...] = getattr(self, language)
        return found


class Avoided(Section):
    """Words that a text of this kind does without."""

    words: Phrases = required("Woorden", "Words and phrases by language.")
    why: Text = required("Waarom", "Why not, as it follows the word: 'binds, and a letter of intent does not'.")
    instead: MaybeText = optional("Liever", "What to write instead.")
    passages: Several[Text] = several("Passages", "The passages in which they are looked for; none: the whole text.")
    severity: Severity = Field(default=Severity.WARNING, title="Ernst", description="error, warning or hint.")


class About(Section):
    """An ``about.yaml``."""

    name: Names = required("Naam", "What the kind is called.")
    what: Names | None = optional("Wat", "What it is, in one line.")
    file_name: Names | None = optional("Bestandsnaam", "What the files that are made are called; else its name.")
    version: str = Field(title="Versie", description="Version of the text: major.minor.patch.", pattern=r"^\d+\.\d+\.\d+$")
    date: datetime.date = required("Datum", "Day of that version.")
    code: str = Field(title="Code", description="Letters in the reference of a document.", pattern=r"^[A-Z]{2,4}$")
    layout: str = required("Layout", "The layout it is shown in.")
    languages: tuple[Language, ...] = Field(
        ("nl",), title="Talen", description="Languages it has a text in, the first by default."
    )
    formats: tuple[str, ...] = Field(
        ("docx", "pdf"), title="Formaten", description="Formats it is made in unless told otherwise."
    )
    partners: tuple[PartnerKind, ...] = several("Partners", "Kinds of partner that can have it; empty: all.")
    needs: Several[Text] = several("Nodig", "Sections of the profile that must be there: 'finance', 'documents.intent'.")
    requires: Several[Need] = several("Vereist", "What else must hold before anything can be made.")
    occasions: Occasions | None = optional("Gelegenheden", "How often it is made for one partner; none: once.")
    clauses: tuple[str, ...] = several("Artikelen", "Clauses in order; each has its own condition.")
    signed: bool = Field(
        default=False, title="Ondertekend", description="Whether parties sign it: every fault of the profile is about it then."
    )
    annex: MaybeText = optional("Bijlage", "The subject of the annex that this kind is: 'finance'.")
    binds: bool = Field(
        default=False,
        title="Bindt",
        description="Whether its annexes are bound with it; it has a cover and an annex text then.",
    )
    prepares: Several[Text] = several(
        "Bereidt voor", "Occasions of an invitation that it helps to prepare: 'kennismakingsgesprek'."
    )
    rules: Several[Rule] = several("Regels", "What is told of a document.")
    passages: dict[str, Passage] = Field(
        default={}, title="Passages", description="What is looked at in a passage, by its name; 'title' is the title."
    )
    avoid: Several[Avoided] = several("Liever niet", "Words it does without.")

    @property
    def papers(self) -> frozenset[str]:
        """The sections with papers that a document of this kind is made from: ``documents.invitations``."""
        own = {*self.needs, *([self.occasions.from_] if self.occasions else []), f"{PAPERS}agreement" if self.binds else ""}
        return frozenset(section for section in own if section.startswith(PAPERS))
