"""The profile: everything known about a school and its partners, as frozen, checked sections."""

from __future__ import annotations

from generator.profile.activity import Activity, ActivityType
from generator.profile.cooperation import Cooperation, Relationship
from generator.profile.finance import Finance
from generator.profile.occasions import Documents
from generator.profile.partner import Profile
from generator.profile.party import Address, Bank, Board, Ids, Kind, LegalForm, Organisation, Partner, ThirdParty
from generator.profile.person import Authority, Person
from generator.profile.school import School, SchoolData

__all__ = [
    "Activity",
    "ActivityType",
    "Address",
    "Authority",
    "Bank",
    "Board",
    "Cooperation",
    "Documents",
    "Finance",
    "Ids",
    "Kind",
    "LegalForm",
    "Organisation",
    "Partner",
    "Person",
    "Profile",
    "Relationship",
    "School",
    "SchoolData",
    "ThirdParty",
]
