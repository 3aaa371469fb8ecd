"""The relationship and the cooperation: phase, contacts, goals, duration. In: checked values. Out: frozen sections."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.profile.activity import AnyActivity
from generator.profile.base import Identifier, MaybeText, Section, Several, Text, optional, required, several
from generator.profile.values import Day, Money, Number, SchoolYear, Whole, YesNo


class Phase(StrEnum):
    """Phase of the relationship."""

    VERKENNING = "verkenning"
    INTENTIE = "intentie"
    LOPEND = "lopend"
    AFGEROND = "afgerond"
    BEEINDIGD = "beeindigd"


OVER = frozenset({Phase.AFGEROND, Phase.BEEINDIGD})
"""Phases in which nothing more is planned."""


class ContactKind(StrEnum):
    """What sort of contact it was."""

    TELEFOON = "telefoon"
    GESPREK = "gesprek"
    BEZOEK = "bezoek"
    BEDRIJFSBEZOEK = "bedrijfsbezoek"
    BIJEENKOMST = "bijeenkomst"
    UITNODIGING = "uitnodiging"
    EVALUATIE = "evaluatie"
    EMAIL = "email"
    BRIEF = "brief"
    OVERIG = "overig"


class Promise(Section):
    """Something one side promised to do."""

    what: Text = required("Toezegging", "What was promised.")
    by: Identifier | None = optional("Door", "Party that promised: school, partner or the id of a third party.")
    due: Day | None = optional("Uiterlijk", "Last day for it.")
    done: YesNo | None = optional("Gedaan", "Whether it was done.")


class ContactEntry(Section):
    """One contact with the partner."""

    date: Day = required("Datum", "Day of the contact.")
    kind: ContactKind | None = optional("Soort contact", "Sort of contact.")
    note: MaybeText = optional("Notitie", "Subject of the contact.")
    answered: YesNo | None = optional("Beantwoord", "For an invitation: whether there was an answer.")
    open_promises: Several[Promise] = several("Toezeggingen", "Promises that were made.")


class Relationship(Section):
    """Relationship of school and partner."""

    phase: Phase | None = optional("Fase", "Phase of the relationship.")
    origin: MaybeText = optional("Herkomst", "Origin of the contact; follows 'via': 'ouder van een leerling'.")
    networks: Several[Text] = several("Netwerken", "Networks that both belong to.")
    fixed_contact_school: Identifier | None = optional(
        "Vaste contactpersoon school", "Permanent contact of the school: the id of a person."
    )
    fixed_contact_partner: Identifier | None = optional(
        "Vaste contactpersoon partner", "Permanent contact of the partner: the id of a person."
    )
    contact_log: Several[ContactEntry] = several("Contactmomenten", "Contacts so far.")
    next_contact: Day | None = optional("Volgend contact", "Day of the next contact.")
    partner_declined: YesNo | None = optional("Partner wil niet", "Whether the partner has said no.")


class Renewal(StrEnum):
    """What happens at the end of the agreement."""

    NONE = "none"
    TACIT = "tacit"
    BY_AGREEMENT = "by_agreement"


class Notice(Section):
    """Notice to end the agreement."""

    months: Whole | None = optional("Opzegtermijn in maanden", "Term of notice in months.")
    before: Day | None = optional("Eerste datum waartegen", "First day to which notice can be given.")


class Interests(Section):
    """Interests of each side."""

    school: Several[Text] = several("Belangen school", "Interests of the school.")
    partner: Several[Text] = several("Belangen partner", "Interests of the partner.")
    common: Several[Text] = several("Gedeelde belangen", "Interests of both.")


class Horizon(StrEnum):
    """Short or long term."""

    KORT = "kort"
    LANG = "lang"


class Goal(Section):
    """A goal with its measure."""

    id: Identifier = required("Aanduiding", "Name of the goal: 'G1'.")
    horizon: Horizon | None = optional("Termijn", "Term: kort or lang.")
    text: Text = required("Doel", "Goal as a clause: '24 leerlingen ronden het keuzevak af'.")
    measure: MaybeText = optional("Maat", "Measure: 'aantal stages'.")
    target: Number | None = optional("Streefwaarde", "Number to reach.")
    due: Day | None = optional("Datum", "Day by which it is reached.")


class Tasks(Section):
    """What each party does, for the article on tasks."""

    school: Several[Text] = several("Taken school", "Tasks of the school, each as it follows 'zorgt voor'.")
    partner: Several[Text] = several("Taken partner", "Tasks of the partner.")
    third_parties: dict[Identifier, Several[Text]] = Field(
        default={}, title="Taken andere partijen", description="Tasks of third parties, by their id."
    )


class Group(Section):
    """A steering or working group."""

    members: Several[Text] = several("Leden", "Members, by function.")
    meets_per_year: Whole | None = optional("Bijeenkomsten per schooljaar", "Meetings a school year.")
    chair: Identifier | None = optional("Voorzitter", "Chair: school, partner or the id of a third party.")


class Governance(Section):
    """How the cooperation is organised."""

    steering_group: Group | None = optional("Stuurgroep", "Group that decides.")
    working_group: Group | None = optional("Werkgroep", "Group that carries out.")


class Outcome(StrEnum):
    """What the participation council said."""

    POSITIEF = "positief"
    NEGATIEF = "negatief"
    VOORWAARDELIJK = "voorwaardelijk"


class ParticipationAdvice(Section):
    """Advice of the participation council (mr)."""

    advice_required: YesNo | None = optional("Advies mr nodig", "Whether the council's advice is needed.")
    advice_date: Day | None = optional("Datum advies mr", "Day of the advice.")
    outcome: Outcome | None = optional("Advies mr", "Outcome of the advice.")


class EvaluationPlan(Section):
    """Evaluation by the parties."""

    per_school_year: Whole | None = optional("Evaluaties per schooljaar", "Evaluations a school year.")
    dates: Several[Day] = several("Evaluatiedata", "Days of the evaluations.")


class Transparency(Section):
    """Openness that the law asks of public parties."""

    woo_applies: YesNo | None = optional("Woo van toepassing", "Whether the Open Government Act (Woo) applies.")


class Owner(StrEnum):
    """Who owns material."""

    MAKER = "maker"
    SCHOOL = "school"
    PARTNER = "partner"
    GEZAMENLIJK = "gezamenlijk"


class IntellectualProperty(Section):
    """Rights on material that is made."""

    owner: Owner | None = optional("Eigenaar materiaal", "Owner of the material.")
    mutual_licence: YesNo | None = optional("Wederzijds gebruik", "Whether both may use each other's material.")


class Cap(StrEnum):
    """Up to what a party is liable."""

    NONE = "none"
    INSURED_AMOUNT = "insured_amount"
    AMOUNT = "amount"


class Liability(Section):
    """Liability between the parties."""

    cap: Cap | None = optional("Grens aansprakelijkheid", "Limit of the liability: none, insured_amount or amount.")
    amount: Money | None = optional("Bedrag", "Amount in euros, when cap is amount.")


class DisputeStep(StrEnum):
    """A step in settling a dispute."""

    CONTACTPERSONEN = "contactpersonen"
    STUURGROEP = "stuurgroep"
    DIRECTIES = "directies"
    MEDIATION = "mediation"
    ARBITRAGE = "arbitrage"
    RECHTER = "rechter"


class Disputes(Section):
    """Settlement of disputes."""

    steps: Several[DisputeStep] = several("Stappen bij geschil", "Steps in order.")
    court_district: MaybeText = optional("Arrondissement", "District of the court: 'Midden-Nederland'.")


class RouteTopics(Section):
    """The ten topics that the law asks of an agreement on a doorlopende leerroute (WVO 2020, article 2.107b)."""

    a: MaybeText = optional("Profiel en opleidingsdomein", "Profile and field of training.")
    b: MaybeText = optional("Leiding", "Management of the pathway.")
    c: MaybeText = optional("Verantwoording van de leiding", "Account that the management gives.")
    d: MaybeText = optional("Inrichting, personeel en faciliteiten", "Set-up with staff and facilities.")
    e: MaybeText = optional("Overdracht van bekostiging", "Transfer of funding: amount and purpose.")
    f: MaybeText = optional("Overstapoptie", "Change to another pathway.")
    g: MaybeText = optional("Rol van het bedrijfsleven", "Role of companies.")
    h: MaybeText = optional("Geschilbeslechting", "Settlement of disputes.")
    i: MaybeText = optional("Toetreden, opzeggen, ontbinden en wijzigen", "Joining and leaving, ending and changing.")
    j: MaybeText = optional("Medezeggenschap", "Participation in decisions: staff, parents and pupils.")


class Sponsoring(Section):
    """A contribution with something in return."""

    what: Text = required("Bijdrage", "Contribution of the sponsor.")
    counter_performance: MaybeText = optional("Tegenprestatie", "Service in return by the school.")
    mr_consent_date: Day | None = optional("Instemming mr op", "Day the participation council consented.")


class ArticleText(Section):
    """What an article says."""

    title: Text = required("Kop", "Heading: 'Parkeren'.")
    text: Several[Text] = Field(
        min_length=1, title="Leden", description="Members of the article: full sentences, each a member."
    )


class ExtraClause(ArticleText):
    """An article for this partner alone."""

    after: Identifier = required("Na", "The article that it comes after: 'contacts'.")
    en: ArticleText | None = optional("Engels", "Text in English, for a document in English.")


class Cooperation(Section):
    """What school and partner do together, and under which conditions."""

    number: MaybeText = optional("Nummer", "Number of the cooperation at the school: 'DV-2027-001'.")
    title: MaybeText = optional("Titel", "Title of the cooperation.")
    start: Day | None = optional("Ingangsdatum", "First day.")
    end: Day | None = optional("Einddatum", "Last day.")
    school_years: Several[SchoolYear] = several("Schooljaren", "School years: '2027-2028'.")
    renewal: Renewal | None = optional("Verlenging", "Renewal: none, tacit or by_agreement.")
    notice: Notice | None = optional("Opzegging", "Notice to end the agreement.")
    recitals: Several[Text] = several("Overwegingen", "Recitals: two to six clauses, small at the start and without full stop.")
    shared_ambition: MaybeText = optional(
        "Gezamenlijke ambitie", "Shared ambition: what the parties want to reach together, one sentence."
    )
    interests: Interests | None = optional("Belangen", "Interests of each side.")
    goals: Several[Goal] = several("Doelen", "Goals with measure and date.")
    activities: Several[AnyActivity] = several("Activiteiten", "Activities.")
    tasks: Tasks | None = optional("Taken", "Tasks of each party.")
    governance: Governance | None = optional("Organisatie", "Steering and working group.")
    mr: ParticipationAdvice | None = optional("Medezeggenschap", "Advice of the participation council.")
    evaluation: EvaluationPlan | None = optional("Evaluatie", "Evaluation by the parties.")
    confidentiality: YesNo | None = optional("Geheimhouding", "Whether the agreement has an article on confidentiality.")
    transparency: Transparency | None = optional("Openbaarheid", "Openness that the law asks of public parties.")
    ip: IntellectualProperty | None = optional("Intellectuele eigendom", "Rights on material.")
    liability: Liability | None = optional("Aansprakelijkheid", "Liability between the parties.")
    force_majeure: YesNo | None = optional("Overmacht", "Whether the agreement has an article on force majeure.")
    disputes: Disputes | None = optional("Geschillen", "Settlement of disputes.")
    route_topics: RouteTopics | None = optional("Onderwerpen doorlopende leerroute", "Ten topics the law asks for.")
    sponsoring: Several[Sponsoring] = several("Sponsoring", "Contributions with something in return.")
    extra_clauses: Several[ExtraClause] = several("Extra artikelen", "Articles for this partner alone.")
    left_out_clauses: Several[Identifier] = several("Weggelaten artikelen", "Articles that this agreement goes without.")
