"""Everything known about one partner (``partners/*.yaml``). In: checked values. Out: one frozen :class:`Profile`."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from generator.profile.accepting import Accepted, accepting
from generator.profile.base import Identifier, Section, Several, optional, required, several
from generator.profile.cooperation import Cooperation, Relationship
from generator.profile.finance import Finance
from generator.profile.occasions import Documents
from generator.profile.party import Partner, ThirdParty
from generator.profile.values import YesNo


class Language(StrEnum):
    """The language of documents for this partner."""

    NL = "nl"
    EN = "en"


class Profile(Section):
    """A partner profile, format version 1."""

    schema_: Literal["handslag/partnerprofiel/1"] = Field(
        alias="schema", title="Formaat", description="handslag/partnerprofiel/1"
    )
    id: Identifier = required("Aanduiding", "Name of the partner on the command line and in file names.")
    fictional: YesNo = Field(default=False, title="Fictief", description="Whether all of it is made up.")
    language: Language = Field(default=Language.NL, title="Taal", description="Language of documents: nl or en.")
    partner: Partner = required("Partner", "The organisation the school works with.")
    third_parties: Several[ThirdParty] = several("Andere partijen", "Further parties to the agreement.")
    relationship: Relationship | None = optional("Relatie", "Relationship of school and partner.")
    cooperation: Cooperation | None = optional("Samenwerking", "Cooperation of school and partner.")
    finance: Finance | None = optional("Financiën", "Financial arrangement.")
    documents: Documents | None = optional("Documenten", "Documents that are sent.")
    accepted: Accepted = accepting()
