"""What activities are made of: schedule, pupils, exam, transport. In: checked values. Out: frozen sections."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.profile.base import Identifier, MaybeText, Section, Several, Text, optional, required, several
from generator.profile.checks import BrinKey
from generator.profile.values import Clock, Day, Weekday, Whole, YesNo


class ActivityType(StrEnum):
    """The sort of activity."""

    HYBRIDE_DOCENT = "hybride_docent"
    GASTLES = "gastles"
    KEUZEVAK_OP_MBO = "keuzevak_op_mbo"
    KEUZEVAK_DOOR_BEDRIJF = "keuzevak_door_bedrijf"
    LINTSTAGE = "lintstage"
    BLOKSTAGE = "blokstage"
    SLIM_ROOSTEREN = "slim_roosteren"
    BEDRIJFSBEZOEK = "bedrijfsbezoek"
    OPEN_BEDRIJVENDAG = "open_bedrijvendag"
    NETWERKBIJEENKOMST = "netwerkbijeenkomst"
    VAKKANJERS = "vakkanjers"
    WORLDSKILLS = "worldskills"
    ONDERWIJS_ON_STAGE = "onderwijs_on_stage"
    OPDRACHT_VOOR_BEDRIJF = "opdracht_voor_bedrijf"
    DOORLOPENDE_LEERROUTE = "doorlopende_leerroute"


class Place(StrEnum):
    """Where an activity is."""

    SCHOOL = "school"
    PARTNER = "partner"
    EXTERN = "extern"


class Leerweg(StrEnum):
    """A learning pathway of vmbo."""

    BB = "bb"
    KB = "kb"
    GL = "gl"
    TL = "tl"


class TransportMode(StrEnum):
    """How pupils travel."""

    BUS = "bus"
    OV = "ov"
    FIETS = "fiets"
    TAXI = "taxi"
    AUTO = "auto"
    LOPEND = "lopend"


class DataRole(StrEnum):
    """The parties' role under the GDPR (AVG)."""

    ZELFSTANDIG_VERANTWOORDELIJK = "zelfstandig_verantwoordelijk"
    GEZAMENLIJK_VERANTWOORDELIJK = "gezamenlijk_verantwoordelijk"
    VERWERKER = "verwerker"


class Construction(StrEnum):
    """On what footing an employee of the partner works at the school."""

    DETACHERING = "detachering"
    OPDRACHT = "opdracht"
    EIGEN_AANSTELLING = "eigen_aanstelling"
    VRIJWILLIG = "vrijwillig"


class PartnerRole(StrEnum):
    """What the partner does in a competition."""

    OPDRACHTGEVER = "opdrachtgever"
    COACH = "coach"
    JURYLID = "jurylid"
    TRAININGSPLEK = "trainingsplek"


class Schedule(Section):
    """When an activity is: a weekday in a period, or single dates."""

    weekday: Weekday | None = optional("Dag", "Day of the week, for a weekly activity.")
    start: Clock | None = optional("Begintijd", "Start time: '13.00'.")
    end: Clock | None = optional("Eindtijd", "End time: '16.00'.")
    first: Day | None = optional("Eerste dag", "First day.")
    last: Day | None = optional("Laatste dag", "Last day.")
    sessions: Whole | None = optional("Aantal keren", "Number of times.")
    dates: Several[Day] = several("Data", "Single days, when it is not weekly.")
    break_minutes: Whole | None = optional("Pauze in minuten", "Break a day, in minutes.")


class Pupils(Section):
    """Pupils who take part."""

    count: Whole | None = optional("Aantal leerlingen", "Number of pupils.")
    min_age: Whole | None = optional("Minimumleeftijd", "Age of the youngest.")
    max_age: Whole | None = optional("Maximumleeftijd", "Age of the oldest.")
    voluntary: YesNo | None = optional("Vrijwillig", "Whether pupils may refuse.")
    choice_recorded: YesNo | None = optional("Keuze vastgelegd", "Whether the pupils' own choice is on record.")
    by_location: dict[BrinKey, Whole] = Field(
        default={}, title="Leerlingen per vestiging", description="Pupils by the school's location: BRIN and two digits."
    )
    supervisors: Whole | None = optional("Aantal begeleiders", "Number of supervisors of the school.")


class Exam(Section):
    """How an elective is examined."""

    pta_included: YesNo | None = optional("In het PTA", "Whether the elective is in the school's exam programme (PTA).")
    pta_deadline: Day | None = optional("Uiterste datum PTA", "Last day to set the PTA.")
    assessor: Identifier | None = optional("Beoordelaar", "Assessor: school or partner.")
    grade_owner: Identifier | None = optional("Stelt cijfer vast", "Party that sets the grade: school or partner.")


class Transport(Section):
    """Transport of the pupils."""

    mode: TransportMode | None = optional("Vervoer", "Means of transport.")
    arranged_by: Identifier | None = optional(
        "Geregeld door", "Party that arranges it: school, partner or the id of a third party."
    )


class DataSharing(Section):
    """Which data of pupils are exchanged."""

    categories: Several[Text] = several("Gegevens", "Kinds of data: 'naam', 'aanwezigheid'.")
    role: DataRole | None = optional("Rol AVG", "Role of the parties under the GDPR.")
    purpose: MaybeText = optional("Doel gegevens", "Purpose of the data.")


class InternshipAgreement(Section):
    """The placement agreement for each pupil."""

    per_pupil: YesNo | None = optional("Stageovereenkomst per leerling", "Whether each pupil has one.")
    parents_sign: YesNo | None = optional("Ouders tekenen", "Whether the parents sign.")


class Work(Section):
    """What pupils on placement may and may not do."""

    light: YesNo | None = optional("Licht werk", "Whether the work is light.")
    industrial: YesNo | None = optional("Industrieel werk", "Whether it is industrial work.")
    tasks: Several[Text] = several("Taken", "Tasks of the pupils.")
    forbidden: Several[Text] = several("Niet toegestaan", "Tasks that pupils may not do.")


class TimeSlot(Section):
    """A part of a day."""

    start: Clock = required("Van", "Start time.")
    end: Clock = required("Tot", "End time.")


class Round(Section):
    """A round of a competition."""

    name: Text = required("Ronde", "Name: 'regionale finale'.")
    date: Day | None = optional("Datum", "Day.")
    place: MaybeText = optional("Plaats", "Place.")
