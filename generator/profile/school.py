"""The school and its board: who sends the documents (``school.yaml``). In: checked values. Out: one frozen :class:`School`."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from generator.profile.accepting import Accepted, accepting
from generator.profile.activity import Leerweg
from generator.profile.base import Identifier, MaybeText, Section, Several, Text, optional, required, several
from generator.profile.checks import BrinKey, Colour, Email, Phone, Url
from generator.profile.numbering import References
from generator.profile.party import Address, Board, Ids
from generator.profile.person import Person
from generator.profile.values import YesNo


class Denomination(StrEnum):
    """Under whose authority the school stands."""

    BIJZONDER = "bijzonder"
    OPENBAAR = "openbaar"
    SAMENWERKINGSSCHOOL = "samenwerkingsschool"


class SchoolKind(StrEnum):
    """The sort of school."""

    VMBO = "vmbo"
    VO = "vo"
    PRAKTIJKONDERWIJS = "praktijkonderwijs"


class VacationRegion(StrEnum):
    """The school's holiday region."""

    NOORD = "noord"
    MIDDEN = "midden"
    ZUID = "zuid"


class Location(Section):
    """A location of the school."""

    brin_vestiging: BrinKey = required("BRIN met vestiging", "Number of the location: 99ZA00.")
    name: Text = required("Naam", "Name of the location.")


class SchoolData(Section):
    """The school itself."""

    name: Text = required("Naam school", "Name of the school, as on its letterhead.")
    short_name: MaybeText = optional("Korte naam", "Defined name in agreements, with its article: 'de School'.")
    kind: SchoolKind | None = optional("Schoolsoort", "Kind of school: vmbo, vo or praktijkonderwijs.")
    denomination: Denomination | None = optional("Denominatie", "Denomination: bijzonder, openbaar or samenwerkingsschool.")
    leerwegen: Several[Leerweg] = several("Leerwegen", "Learning pathways.")
    profiles: Several[Text] = several("Profielen", "Profiles of vmbo: 'DP', 'PIE', 'ZW'.")
    vacation_region: VacationRegion | None = optional("Vakantieregio", "Holiday region: noord, midden or zuid.")
    ids: Ids = Field(default=Ids(), title="Nummers", description="Numbers under which the school is registered.")
    locations: Several[Location] = several("Vestigingen", "Locations that take part.")
    visit: Address | None = optional("Bezoekadres", "Visiting address.")
    post: Address | None = optional("Postadres", "Postal address, when it differs.")
    phone: Phone = optional("Telefoonnummer", "Phone number in international form: +31101234567.")
    email: Email = optional("E-mailadres", "General e-mail address.")
    website: Url = optional("Website", "Web address.")
    boilerplate: MaybeText = optional("Over de school", "Description for the end of a press release: two or three sentences.")


class Council(Section):
    """The participation council."""

    name: MaybeText = optional("Naam mr", "Name of the council, small: 'medezeggenschapsraad van …'.")


class Insurance(Section):
    """Insurance of the school."""

    liability: YesNo | None = optional("Aansprakelijkheidsverzekering", "Whether the school is insured for liability.")
    accident: YesNo | None = optional("Ongevallenverzekering", "Whether pupils are insured for accidents.")
    internship_covered: YesNo | None = optional("Stage gedekt", "Whether placement is covered.")


class Consents(Section):
    """Arrangements for all cooperations."""

    image_consent_register: YesNo | None = optional(
        "Register beeldtoestemming", "Whether the school keeps a register of consents for images."
    )
    insurance: Insurance | None = optional("Verzekeringen", "Insurance of the school.")


class Window(StrEnum):
    """The side of the window in an envelope."""

    LEFT = "left"
    RIGHT = "right"


class LetterheadLine(StrEnum):
    """A line of the letterhead."""

    BOARD = "board"
    VISIT = "visit"
    POST = "post"
    PHONE = "phone"
    EMAIL = "email"
    WEBSITE = "website"
    KVK = "kvk"
    BRIN = "brin"


class PdfEngine(StrEnum):
    """What makes a PDF."""

    WEASYPRINT = "weasyprint"
    LIBREOFFICE = "libreoffice"


class HouseStyle(Section):
    """The school's look."""

    accent: Colour | None = optional("Accentkleur", "Colour of numbers, rules and table heads: '#1B5E6F'.")
    heading_colour: Colour | None = optional("Kleur van koppen", "Colour of titles and headings: '#1F2933'.")
    font: MaybeText = optional("Lettertype", "Font family of the text: one of font_files, or installed.")
    heading_font: MaybeText = optional("Lettertype van koppen", "Font family of titles and headings; default: the text's.")
    font_files: Several[Text] = several("Lettertypebestanden", "Font files (TTF, OTF), as paths from the workspace.")
    logo: MaybeText = optional("Logo", "Logo file: PNG, JPEG or SVG, as a path from the workspace.")
    window: Window = Field(
        default=Window.LEFT, title="Venster", description="Side of the window in your envelopes: left or right."
    )
    letterhead: Several[LetterheadLine] = several(
        "Briefhoofd", "Lines of the letterhead, in their order; default: post (or else visit), phone, email, website."
    )
    footer: MaybeText = optional("Voetregel", "Line at the foot of each page: 'IBAN NL12 ABCD … · KVK 99999999'.")
    pdf_engine: PdfEngine = Field(
        default=PdfEngine.WEASYPRINT,
        title="PDF-programma",
        description="What makes the PDF: weasyprint (from page.html and print.css) or libreoffice (a print of the Word file).",
    )


class School(Section):
    """A school file (``school.yaml``), format version 1."""

    schema_: Literal["handslag/school/1"] = Field(alias="schema", title="Formaat", description="handslag/school/1")
    id: Identifier = required("Aanduiding", "Name of the school in file names.")
    fictional: YesNo = Field(default=False, title="Fictief", description="Whether all of it is made up.")
    school: SchoolData = required("School", "The school itself.")
    board: Board = required("Bevoegd gezag", "The school's board: the party that signs.")
    people: Several[Person] = several("Personen", "People of the school and its board.")
    mr: Council | None = optional("Medezeggenschapsraad", "Participation council.")
    consents: Consents | None = optional("Regelingen", "Arrangements for all cooperations.")
    house_style: HouseStyle | None = optional("Huisstijl", "Look of the school.")
    references: References | None = optional("Kenmerken", "References of the documents.")
    accepted: Accepted = accepting()
