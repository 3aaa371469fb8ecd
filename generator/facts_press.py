"""Who says what in a press release. In: the release as the profile has it, the parties. Out: quotes with their speakers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.facts_activities import party_of, person_in
from generator.facts_parties import Party
from generator.profile.person import Person
from generator.profile.press import PressRelease, Quote

_FULL_STOP = re.compile(r"(?<!\.)\.$")
"""One full stop at the end; three are an ellipsis."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words, and who says them."""

    quote: Quote
    person: Person
    party: Party

    @property
    def words(self) -> str:
        """The words without their full stop: ``‘…’, zegt …`` ends the sentence elsewhere."""
        return _FULL_STOP.sub("", self.quote.text)


def quotes(release: PressRelease | None, parties: tuple[Party, ...]) -> tuple[Quoted, ...]:
    """The quotes whose speaker is known, in the profile's order."""
    given = release.quotes if release else ()
    rows = ((quote, *_speaker(quote, parties)) for quote in given)
    return tuple(Quoted(quote, person, party) for quote, person, party in rows if person and party)


def _speaker(quote: Quote, parties: tuple[Party, ...]) -> tuple[Person | None, Party | None]:
    """The person, and for whom; two parties may each have somebody with the same id."""
    named = party_of(parties, quote.organisation) if quote.organisation else None
    among = (named,) if named else (*parties[1:], parties[0])
    person = person_in(among, quote.person)
    return person, named or next((party for party in parties if person and person in party.people), None)
