"""A year of one school and one partner, played day by day with the commands that its staff gives.

From the first call to a letter of intent, an agreement, lessons, thanks, an evaluation and the end of the term: on each day the
agenda says what is due within two weeks, and what is late; the advice says what else would be wise.
"""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.user import EXAMPLES, MADE, edit, handslag

pytestmark = pytest.mark.slow

PARTNER = "lasserij-smit"
BEGINNING = """# Lasserij Smit: tip van een ouder.
schema: handslag/partnerprofiel/1
id: lasserij-smit

partner:
  kind: company
  legal_name: "Lasserij Smit B.V."
  trade_name: "Lasserij Smit"
  short_name: "het Bedrijf"
  people:
    - id: smit
      roles: [contact, signatory]
      given_name: "Els"
      surname: "Smit"
      phone: "+31612345682"

relationship:
  phase: verkenning                  # verkenning | intentie | lopend
"""
INVITATION = """
documents:
  invitations:
    - kind: kennismakingsgesprek
      letter_date: "2027-02-18"
      date: "2027-03-16"
      start: "15.00"
      location: "Aula"
      rsvp_by: "2027-03-09"
"""
INTENT = """documents:
  intent: {date: "2027-04-08", place: "Oudervoorde", valid_until: "2027-07-01"}
"""
AGREEMENT = """documents:
  agreement: {date: "2027-06-17", place: "Oudervoorde"}
  press_release: {date: "2027-06-17", embargo: "2027-06-17T16:00"}
  thank_you: [{moment: na_gastles, date: "2027-11-19", activity: ACT1}]
"""
COOPERATION = """
cooperation:
  title: "Leren lassen"
  start: "2027-08-01"
  end: "2028-07-31"
  school_years: ["2027-2028"]
  renewal: by_agreement
  notice: {months: 2}
  mr: {advice_required: true}
  evaluation: {per_school_year: 1, dates: ["2028-01-20"]}
  activities:
    - {id: ACT1, type: gastles, name: "Veilig werken", person: smit, schedule: {dates: ["2027-11-18"]}}

finance:
  lines:
    - {code: L1, text: "Gastlessen", quantity: 4, unit: les, unit_price: "250.00", vat: high21, payee: partner}
  instalments: {of: total_gross, parts: [{weight: 100, date: "2027-12-01"}]}
  invoicing: {by: partner, to: board, reference: "DV-7"}
"""

WATCHED = {
    "DO-02a",  # no shared ambition
    "DO-04a",  # call first
    "DO-06c",  # an evaluation is not recorded
    "DO-07a",  # no fixed contact
    "DO-08a",  # no press release
    "DO-09a",  # a thank-you before Christmas
    "DO-09b",  # a thank-you before the summer
    "DO-09c",  # somebody has not been thanked
    "DT-02",  # waiting for them to call
    "DT-03",  # a promise is late
    "DT-05a",  # the contact fades
    "DT-05c",  # the agreement ends, and nothing is planned
    "FZ-02",  # no guide for the conversation
    "FZ-03",  # no activity yet
    "FZ-05",  # no agreement yet
    "L-10",  # the participation council has not been asked
}
"""The rules whose moment comes and goes within this year."""


class Year:
    """The school, and the commands that are given in it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "school"
        shutil.copytree(EXAMPLES, self.root, ignore=MADE)
        shutil.rmtree(self.root / "partners")
        (self.root / "partners").mkdir()
        self.profile = self.root / f"partners/{PARTNER}.yaml"
        self.profile.write_text(BEGINNING, "utf-8")

    def on(self, day: str, *words: str, fine: tuple[int, ...] = (0,)) -> str:
        """A command, given on a day; what it printed."""
        noon = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
        env = {"SOURCE_DATE_EPOCH": str(int(noon.timestamp()))}
        result = handslag(*words, "-w", self.root, "--date", day, env=env)
        assert result.exit_code in fine, f"{day} handslag {' '.join(words)}: {result.output}"
        return result.stdout

    def due(self, day: str) -> list[str]:
        """What the agenda says on a day: ``late`` or the day, and what it is."""
        until = date.fromisoformat(day) + timedelta(days=14)
        items = json.loads(self.on(day, "agenda", "--until", str(until), "--json"))["items"]
        return [f"{'late' if item['late'] else item['date'][5:]} {item['title']}" for item in items]

    def advice(self, day: str) -> list[str]:
        """The rules that ask for something on a day; of those that are watched here, in order."""
        told = json.loads(self.on(day, "advise", PARTNER, "--json", fine=(0, 1)))["advice"]
        return sorted({one["rule"] for one in told} & WATCHED)

    def marked(self, day: str, kind: str, status: str, *words: str) -> None:
        """A document is made, and what becomes of it is noted."""
        if status != "signed":
            self.on(day, "draft", kind, PARTNER, "--format", "md", *words)
        made = json.loads(handslag("register", "--kind", kind, "-w", self.root, "--json").stdout)
        self.on(day, "mark", made[-1]["reference"], status)


def test_a_year_of_one_school(tmp_path: Path) -> None:
    year = Year(tmp_path)

    # -- a tip from a parent: first call, then keep the promise --
    assert year.due("2027-01-14") == ["01-14 Bel: er is nog geen contact vastgelegd"]
    assert year.advice("2027-01-14") == ["DO-04a", "FZ-03"]
    year.on(
        "2027-01-14",
        "log",
        PARTNER,
        "Kennis gemaakt",
        "--kind",
        "telefoon",
        "--promise",
        "folder sturen",
        "--due",
        "2027-01-21",
    )
    assert year.due("2027-01-18") == ["01-21 Toegezegd door de school: folder sturen"]
    assert year.advice("2027-01-18") == ["FZ-03"]
    assert year.due("2027-01-22") == ["late Toegezegd door de school: folder sturen"]
    assert year.advice("2027-01-22") == ["DT-03", "FZ-03"]
    year.on("2027-01-22", "log", PARTNER, "--kept", "1")
    assert year.due("2027-01-22") == []
    assert year.advice("2027-01-22") == ["FZ-03"]

    # -- a month of silence: an invitation to meet --
    assert year.due("2027-02-16") == ["late Neem contact op: 30 dagen na het laatste contact (14 januari 2027)"]
    year.profile.write_text(year.profile.read_text("utf-8") + INVITATION, "utf-8")
    assert year.due("2027-02-16")[1:] == ["02-18 Verstuur de uitnodiging: kennismakingsgesprek, op 16 maart 2027"]
    assert year.advice("2027-02-16") == ["DT-02", "FZ-02", "FZ-03"]
    year.on("2027-02-16", "draft", "conversation-guide", PARTNER, "--format", "md")
    year.marked("2027-02-18", "invitation", "sent")
    year.on("2027-02-18", "log", PARTNER, "Uitnodiging nagebeld", "--kind", "telefoon")
    assert year.due("2027-03-04") == [
        "03-09 Laatste dag om te antwoorden op de uitnodiging: kennismakingsgesprek",
        "03-16 Kennismakingsgesprek, 15.00 uur, Aula",
    ]
    assert year.advice("2027-03-04") == ["FZ-03"]

    # -- they meet, and state what they intend --
    year.on("2027-03-16", "log", PARTNER, "Gedeelde ambitie gevonden", "--kind", "gesprek", "--next", "2027-04-08")
    edit(year.profile, "phase: verkenning", "phase: intentie  ")
    edit(year.profile, "documents:\n", INTENT)
    assert year.due("2027-04-01") == [
        "04-08 Neem contact op, zoals gepland",
        "04-08 Ondertekening van de intentieverklaring",
    ]
    year.on("2027-04-08", "log", PARTNER, "Intentie getekend", "--kind", "bezoek", "--next", "2027-06-17")
    year.marked("2027-04-08", "letter-of-intent", "sent")
    year.marked("2027-04-08", "letter-of-intent", "signed")
    assert year.due("2027-04-09") == []

    # -- the agreement: advice of the council first, then signatures and the press --
    year.on("2027-05-28", "log", PARTNER, "Concept besproken", "--kind", "gesprek")
    edit(year.profile, "\ndocuments:\n", f"{COOPERATION}\n{AGREEMENT}")
    assert year.due("2027-06-03") == [
        "06-16 Vraag advies aan de medezeggenschapsraad, vóór 17 juni 2027",
        "06-17 Neem contact op, zoals gepland",
        "06-17 Het embargo op het persbericht eindigt om 16.00 uur",
        "06-17 Verstuur het persbericht",
        "06-17 Ondertekening van de overeenkomst",
    ]
    assert year.advice("2027-06-03") == ["DO-02a", "DO-07a", "L-10"]
    edit(year.profile, "  start:", '  shared_ambition: "Jongeren uit de streek leren het lasvak kennen."\n  start:')
    edit(year.profile, "relationship:\n", "relationship:\n  fixed_contact_school: relatiebeheerder\n")
    edit(year.profile, "mr: {advice_required: true}", 'mr: {advice_required: true, advice_date: "2027-06-08"}')
    year.marked("2027-06-10", "cooperation-agreement", "sent")
    assert [one for one in year.due("2027-06-18") if one.startswith("late")] == [
        "late Neem contact op, zoals gepland",
        "late Verstuur het persbericht",
        "late Ondertekening van de overeenkomst",
    ]
    year.on("2027-06-17", "log", PARTNER, "Getekend, met de krant erbij", "--kind", "bijeenkomst")
    year.marked("2027-06-17", "cooperation-agreement", "signed")
    year.marked("2027-06-17", "press-release", "sent")
    edit(year.profile, "phase: intentie  ", "phase: lopend    ")
    assert year.due("2027-06-18") == []
    assert year.advice("2027-06-18") == ["DO-09b"]
    assert "getekend" in year.on("2027-06-18", "status")

    # -- the summer: a partner is not left alone for ninety days --
    assert year.due("2027-09-06") == ["09-15 Neem contact op: 90 dagen na het laatste contact (17 juni 2027)"]
    assert year.advice("2027-09-16") == ["DT-05a"]
    year.on("2027-09-07", "log", PARTNER, "Datum gastles bevestigd", "--kind", "e-mail")

    # -- the guest lesson, its thank-you, the invoice, and Christmas --
    assert year.due("2027-11-18") == [
        "11-19 Verstuur het bedankje: na de gastles",
        "12-01 Termijn 1 van 1 (2027-2028): € 1.210,00",
    ]
    year.on("2027-11-18", "log", PARTNER, "Gastles gegeven", "--kind", "bezoek")
    year.marked("2027-11-19", "thank-you-letter", "sent", "--occasion", "na_gastles")
    assert year.due("2027-12-02") == [
        "late Termijn 1 van 1 (2027-2028): € 1.210,00",
        "12-15 Stuur een bedankje vóór de kerstvakantie",
    ]
    assert year.advice("2027-12-02") == ["DO-09a"]
    year.marked("2027-12-10", "thank-you-letter", "sent", "--occasion", "einde_kalenderjaar")
    assert year.due("2027-12-16") == []
    assert year.advice("2027-12-11") == []

    # -- the evaluation, recorded --
    assert year.due("2028-01-10") == ["01-20 Evaluatie van de samenwerking"]
    assert year.due("2028-01-24") == ["late Evaluatie van de samenwerking"]
    assert year.advice("2028-02-21") == ["DO-06c", "DT-05a"]
    year.on("2028-02-21", "log", PARTNER, "Geëvalueerd: graag nog een jaar", "--kind", "evaluatie", "--next", "2028-04-18")
    assert year.due("2028-02-21") == []
    assert year.advice("2028-02-21") == []

    # -- what comes next is discussed before the May holiday; then thanks, and the end --
    assert year.due("2028-04-17") == [
        "04-18 Neem contact op, zoals gepland",
        "04-28 Bespreek het vervolg: de overeenkomst eindigt op 31 juli 2028",
    ]
    year.on("2028-04-18", "log", PARTNER, "Vervolg besproken: zij stoppen", "--kind", "telefoon")
    year.on("2028-06-20", "log", PARTNER, "Afscheid gepland", "--kind", "telefoon")
    assert year.due("2028-06-26") == [
        "late Bespreek het vervolg: de overeenkomst eindigt op 31 juli 2028",
        "07-07 De overeenkomst eindigt op 31 juli 2028",
        "07-07 Stuur een bedankje vóór de zomervakantie",
    ]
    assert year.advice("2028-06-26") == ["DO-09b", "DT-05c"]
    year.marked("2028-07-05", "thank-you-letter", "sent", "--occasion", "einde_schooljaar")
    edit(year.profile, "phase: lopend    ", "phase: afgerond  ")
    assert year.due("2028-08-21") == []
    assert year.advice("2028-08-21") == []

    # -- through all of it, the profile stayed its owner's --
    assert year.profile.read_text("utf-8").startswith("# Lasserij Smit: tip van een ouder.\n")
    assert "# verkenning | intentie | lopend" in year.profile.read_text("utf-8")
