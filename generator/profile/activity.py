"""What is done together: fifteen types of activity, each with its own data. In: checked values. Out: frozen sections."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import Discriminator

from generator.profile.activity_parts import (
    ActivityType,
    Construction,
    DataRole,
    DataSharing,
    Exam,
    InternshipAgreement,
    Leerweg,
    PartnerRole,
    Place,
    Pupils,
    Round,
    Schedule,
    TimeSlot,
    Transport,
    TransportMode,
    Work,
)
from generator.profile.base import Identifier, MaybeText, Section, Several, Text, optional, required, several
from generator.profile.values import Day, Money, Quantity, Whole, YesNo


class Activity(Section):
    """What every activity has. A text may ask any activity for the data of another type: it gets None."""

    id: Identifier = required("Aanduiding", "Name by which other places refer to it: 'ACT1'.")
    name: MaybeText = optional("Naam", "Name of the activity.")
    schedule: Schedule | None = optional("Planning", "Days and times.")
    place: Place | None = optional("Plaats", "Place: school, partner or extern.")
    location: MaybeText = optional("Locatie", "Location in words, when it is elsewhere.")
    leerjaar: Whole | None = optional("Leerjaar", "Year of vmbo: 1 to 4.")
    leerwegen: Several[Leerweg] = several("Leerwegen", "Learning pathways.")
    group: MaybeText = optional("Groep", "Class or group, in words.")
    pupils: Pupils | None = optional("Leerlingen", "Pupils who take part.")
    responsible: Identifier | None = optional(
        "Verantwoordelijke", "Person responsible: school, partner, or the id of a person or third party."
    )
    person: Identifier | None = optional("Uitvoerder", "Person who carries it out: an id, usually of somebody of the partner.")
    supervisor: Identifier | None = optional("Begeleider partner", "Supervisor of the partner: the id of a person.")
    school_supervisor: Identifier | None = optional("Begeleider school", "Supervisor of the school: the id of a person.")
    transport: Transport | None = optional("Vervoer", "Transport of the pupils.")
    data_sharing: DataSharing | None = optional("Gegevensuitwisseling", "Data that are exchanged.")

    def __getattr__(self, name: str) -> Any:
        # Facts go through activities of every type with the same questions; a text asks only what the type has.
        if name in ACTIVITY_KEYS:
            return None
        raise AttributeError(f"no type of activity has '{name}'")


class HybridTeacher(Activity):
    """An employee of the partner teaches, for example one day a week."""

    type: Literal[ActivityType.HYBRIDE_DOCENT] = required("Soort activiteit", "hybride_docent")
    subject: MaybeText = optional("Vak", "Subject that is taught.")
    hours_total: Quantity | None = optional("Uren in totaal", "Clock hours over the whole period.")
    hours_per_week: Quantity | None = optional("Uren per week", "Clock hours a week.")
    weeks: Whole | None = optional("Aantal weken", "Number of weeks.")
    construction: Construction | None = optional(
        "Constructie", "Footing: detachering, opdracht, eigen_aanstelling, vrijwillig."
    )
    responsible_teacher: MaybeText = optional("Verantwoordelijke docent", "Qualified teacher in charge.")
    training: MaybeText = optional("Scholing", "Training of the hybrid teacher.")
    absence_cover: MaybeText = optional("Vervanging", "Cover when the teacher is absent.")


class GuestLesson(Activity):
    """One or a few lessons by a professional."""

    type: Literal[ActivityType.GASTLES] = required("Soort activiteit", "gastles")
    topic: MaybeText = optional("Onderwerp", "Topic of the lesson.")
    lessons: Whole | None = optional("Aantal lessen", "Number of lessons.")
    room: MaybeText = optional("Lokaal", "Room and equipment.")
    teacher_present: YesNo | None = optional("Docent aanwezig", "Whether a teacher of the school is there.")
    regular: YesNo | None = optional("Regelmatig", "Whether it comes back regularly, so that a VOG is asked.")


class ElectiveAtMbo(Activity):
    """The mbo college gives an elective."""

    type: Literal[ActivityType.KEUZEVAK_OP_MBO] = required("Soort activiteit", "keuzevak_op_mbo")
    elective: MaybeText = optional("Keuzevak", "Name of the elective in the exam programme.")
    teachers: Several[Identifier] = several("Docenten", "Teachers: ids of people of the partner.")
    exam: Exam | None = optional("Examinering", "Examination.")
    attendance: MaybeText = optional("Aanwezigheid", "Report of attendance.")


class ElectiveByCompany(Activity):
    """Companies give an elective or a part of it."""

    type: Literal[ActivityType.KEUZEVAK_DOOR_BEDRIJF] = required("Soort activiteit", "keuzevak_door_bedrijf")
    elective: MaybeText = optional("Keuzevak", "Name of the elective in the exam programme.")
    part: MaybeText = optional("Onderdeel", "Part of the exam programme.")
    teachers: Several[Identifier] = several("Docenten", "Teachers: ids of people of the partner.")
    exam: Exam | None = optional("Examinering", "Examination.")
    materials: Several[Text] = several("Materialen", "Materials that are needed.")


class Placement(Activity):
    """What both forms of work placement have."""

    internship_agreement: InternshipAgreement | None = optional("Stageovereenkomst", "Agreement for each pupil.")
    work: Work | None = optional("Werkzaamheden", "Work that pupils may and may not do.")


class WeeklyPlacement(Placement):
    """Placement on a fixed day of the week."""

    type: Literal[ActivityType.LINTSTAGE] = required("Soort activiteit", "lintstage")


class BlockPlacement(Placement):
    """Placement in a block of days."""

    type: Literal[ActivityType.BLOKSTAGE] = required("Soort activiteit", "blokstage")
    groups: Several[Text] = several("Groepen", "Groups of pupils.")
    cspe_period: MaybeText = optional("Cspe-periode", "Period of the cspe that it goes with.")


class Timetabling(Activity):
    """A timetable that makes placement possible."""

    type: Literal[ActivityType.SLIM_ROOSTEREN] = required("Soort activiteit", "slim_roosteren")
    periods: Several[Text] = several("Perioden", "Periods.")
    classes: Several[Text] = several("Klassen", "Classes.")
    approved_by: MaybeText = optional("Goedgekeurd door", "Person who approves the timetable.")
    mr_advice_date: Day | None = optional(
        "Advies mr over rooster", "Day of the participation council's advice on the timetable."
    )


class CompanyVisit(Activity):
    """A visit to a company by a class or by teachers."""

    type: Literal[ActivityType.BEDRIJFSBEZOEK] = required("Soort activiteit", "bedrijfsbezoek")
    goal: MaybeText = optional("Leerdoel", "Learning goal of the visit.")
    ppe: Several[Text] = several("Beschermingsmiddelen", "Protective equipment.")


class OpenCompanyDay(Activity):
    """Companies open their doors."""

    type: Literal[ActivityType.OPEN_BEDRIJVENDAG] = required("Soort activiteit", "open_bedrijvendag")
    slots: Several[TimeSlot] = several("Tijdvakken", "Time slots.")
    companies: Several[Text] = several("Bedrijven", "Companies that take part.")
    pupils_per_slot: Whole | None = optional("Leerlingen per tijdvak", "Pupils in one slot.")
    lunch: YesNo | None = optional("Lunch", "Whether there is lunch.")


class NetworkMeeting(Activity):
    """Partners meet."""

    type: Literal[ActivityType.NETWERKBIJEENKOMST] = required("Soort activiteit", "netwerkbijeenkomst")
    programme: Several[Text] = several("Programma", "Programme, item by item.")
    hosts: Several[Text] = several("Gastheren", "Hosts who receive the guests.")


class Vakkanjers(Activity):
    """Teams solve a technical challenge of a national client."""

    type: Literal[ActivityType.VAKKANJERS] = required("Soort activiteit", "vakkanjers")
    edition: MaybeText = optional("Editie", "Year or theme.")
    assignment: MaybeText = optional("Opdracht", "Assignment.")
    team: MaybeText = optional("Team", "Name or make-up of the team.")
    coach: Identifier | None = optional("Coach", "Coach: the id of a person.")
    partner_role: PartnerRole | None = optional("Rol partner", "Role of the partner.")
    rounds: Several[Round] = several("Rondes", "Rounds with their days.")
    fee: Money | None = optional("Inschrijfgeld", "Entry fee in euros.")


class WorldSkills(Activity):
    """A trade competition."""

    type: Literal[ActivityType.WORLDSKILLS] = required("Soort activiteit", "worldskills")
    discipline: MaybeText = optional("Discipline", "Trade.")
    coach: Identifier | None = optional("Coach", "Coach: the id of a person.")
    partner_role: PartnerRole | None = optional("Rol partner", "Role of the partner.")
    rounds: Several[Round] = several("Rondes", "Rounds with their days.")


class OnStage(Activity):
    """A professions fair, followed by a day of doing at the professional's."""

    type: Literal[ActivityType.ONDERWIJS_ON_STAGE] = required("Soort activiteit", "onderwijs_on_stage")
    region: MaybeText = optional("Regio", "Region.")
    fair_date: Day | None = optional("Datum beroepenfeest", "Day of the fair.")
    doe_dag: Day | None = optional("Doe-dag", "Day of the return visit.")
    professionals: Whole | None = optional("Aantal beroepsbeoefenaars", "Number of professionals.")
    matches: Whole | None = optional("Aantal matches", "Number of matches.")


class Assignment(Activity):
    """Pupils carry out a real assignment."""

    type: Literal[ActivityType.OPDRACHT_VOOR_BEDRIJF] = required("Soort activiteit", "opdracht_voor_bedrijf")
    question: MaybeText = optional("Vraag", "Question of the client.")
    client: Identifier | None = optional("Opdrachtgever", "Client: the id of a person of the partner.")
    deliverable: MaybeText = optional("Resultaat", "Result that is delivered.")
    deadline: Day | None = optional("Opleverdatum", "Day of delivery.")
    result_owner: Identifier | None = optional(
        "Eigenaar resultaat", "Owner of the result: school, partner or the id of a third party."
    )


class IntegratedRoute(Activity):
    """An integrated vmbo-mbo route; its ten topics are in ``cooperation.route_topics``."""

    type: Literal[ActivityType.DOORLOPENDE_LEERROUTE] = required("Soort activiteit", "doorlopende_leerroute")
    exam: Exam | None = optional("Examinering", "Examination.")


AnyActivity = Annotated[
    HybridTeacher
    | GuestLesson
    | ElectiveAtMbo
    | ElectiveByCompany
    | WeeklyPlacement
    | BlockPlacement
    | Timetabling
    | CompanyVisit
    | OpenCompanyDay
    | NetworkMeeting
    | Vakkanjers
    | WorldSkills
    | OnStage
    | Assignment
    | IntegratedRoute,
    Discriminator("type"),
]
"""An activity of any type; ``type`` says which."""


def type_of(activity: Activity) -> ActivityType:
    """Its type, which every activity has, but not their common class."""
    return ActivityType(getattr(activity, "type"))  # noqa: B009


ACTIVITY_CLASSES: tuple[type[Activity], ...] = get_args(get_args(AnyActivity)[0])
ACTIVITY_KEYS: frozenset[str] = frozenset(key for activity in ACTIVITY_CLASSES for key in activity.model_fields)
"""Every key that some type of activity has."""
Activity.also = ACTIVITY_KEYS

__all__ = [
    "ACTIVITY_CLASSES",
    "ACTIVITY_KEYS",
    "Activity",
    "ActivityType",
    "AnyActivity",
    "Assignment",
    "BlockPlacement",
    "CompanyVisit",
    "Construction",
    "DataRole",
    "DataSharing",
    "ElectiveAtMbo",
    "ElectiveByCompany",
    "Exam",
    "GuestLesson",
    "HybridTeacher",
    "IntegratedRoute",
    "InternshipAgreement",
    "Leerweg",
    "NetworkMeeting",
    "OnStage",
    "OpenCompanyDay",
    "PartnerRole",
    "Place",
    "Placement",
    "Pupils",
    "Round",
    "Schedule",
    "TimeSlot",
    "Timetabling",
    "Transport",
    "TransportMode",
    "Vakkanjers",
    "WeeklyPlacement",
    "Work",
    "WorldSkills",
    "type_of",
]
