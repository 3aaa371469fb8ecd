"""An organisation: the partner, a third party, the school's board. In: checked values. Out: frozen sections."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, ValidationInfo, field_validator

from generator.profile.base import Identifier, MaybeText, Section, Several, Text, optional, required, several
from generator.profile.checks import (
    BoardNumber,
    Branch,
    Brin,
    BrinLocation,
    Country,
    Email,
    Iban,
    Kvk,
    MunicipalityCode,
    Oin,
    Phone,
    Rsin,
    Url,
    VatId,
    check_postcode,
)
from generator.profile.person import Person
from generator.profile.values import Whole, YesNo


class Kind(StrEnum):
    """What sort of partner it is."""

    MBO_COLLEGE = "mbo_college"
    COMPANY = "company"
    MUNICIPALITY = "municipality"
    INSTITUTION = "institution"
    ASSOCIATION = "association"
    OTHER = "other"


class LegalForm(StrEnum):
    """The legal form of an organisation."""

    STICHTING = "stichting"
    VERENIGING = "vereniging"
    COOPERATIE = "cooperatie"
    BV = "bv"
    NV = "nv"
    VOF = "vof"
    MAATSCHAP = "maatschap"
    CV = "cv"
    EENMANSZAAK = "eenmanszaak"
    GEMEENTE = "gemeente"
    PROVINCIE = "provincie"
    WATERSCHAP = "waterschap"
    OPENBAAR_LICHAAM = "openbaar_lichaam"
    KERKGENOOTSCHAP = "kerkgenootschap"


PUBLIC_FORMS = frozenset({LegalForm.GEMEENTE, LegalForm.PROVINCIE, LegalForm.WATERSCHAP, LegalForm.OPENBAAR_LICHAAM})


class Size(StrEnum):
    """Size of an organisation, for the payment term the law allows."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    PUBLIC = "public"


class VatStatus(StrEnum):
    """Whether an organisation charges VAT."""

    EXEMPT = "exempt"
    TAXABLE = "taxable"
    PUBLIC = "public"


class Ids(Section):
    """The numbers under which an organisation is registered."""

    kvk: Kvk = optional("KVK-nummer", "Trade register number: 8 digits.")
    vestigingsnummer: Branch = optional("Vestigingsnummer", "Number of the branch in the trade register: 12 digits.")
    rsin: Rsin = optional("RSIN", "Number of a legal person or partnership: 9 digits. A sole trader has none.")
    btw_id: VatId = optional("Btw-id", "VAT identification number: NL999910036B01.")
    brin: Brin = optional("BRIN", "BRIN number of a school or mbo college: 99ZA.")
    brin_vestiging: BrinLocation = optional("BRIN met vestiging", "BRIN number of a school's location: 99ZA00.")
    board_number: BoardNumber = optional("Bestuursnummer", "DUO's number of a school board: 5 digits.")
    oin: Oin = optional("OIN", "Number of a public body for electronic invoices: 20 digits.")
    cbs_gemeentecode: MunicipalityCode = optional("Gemeentecode", "Code of a municipality at CBS: 4 digits.")


class Vat(Section):
    """How an organisation stands towards VAT."""

    status: VatStatus | None = optional("Btw-status", "VAT status: exempt, taxable or public.")
    deduct_input_vat: YesNo | None = optional("Aftrek voorbelasting", "Whether it deducts the VAT it pays.")
    ground: MaybeText = optional("Grond vrijstelling", "Ground of the exemption: 'onderwijsvrijstelling'.")
    btw_compensatiefonds: YesNo | None = optional(
        "Btw-compensatiefonds", "Whether a municipality recovers VAT through the fund."
    )


class Bank(Section):
    """The account that receives payments."""

    iban: Iban = optional("IBAN", "Account number: NL81FICT0100200301.")
    account_name: MaybeText = optional("Ten name van", "Name of the account holder.")


class Address(Section):
    """A visiting address (street and number) or a postal one (po_box)."""

    country: Country = Field(default="NL", title="Land", description="Country as two capitals: NL, BE, DE.")
    street: MaybeText = optional("Straat", "Street.")
    number: Whole | None = optional("Huisnummer", "House number, digits only.")
    letter: MaybeText = optional("Huisletter", "Letter directly behind the number: 'A' of 7A.")
    suffix: MaybeText = optional("Toevoeging", "Addition to the house number: 'bis', '2'.")
    po_box: MaybeText = optional("Postbus", "Number of the PO box, in a postal address.")
    postcode: MaybeText = optional("Postcode", "Postcode: 1234 AB.")
    place: MaybeText = optional("Plaats", "Town, as its people write it: '’s-Heerenvoorde'.")

    @field_validator("postcode")
    @classmethod
    def dutch_postcode(cls, value: str | None, info: ValidationInfo) -> str | None:
        """A postcode in the Netherlands is checked and gets its one spelling; other countries have other forms."""
        return check_postcode(value) if value and info.data.get("country") == "NL" else value


class Safety(Section):
    """Safety of young people at the partner's workplace."""

    rie_current: YesNo | None = optional("RI&E actueel", "Whether the risk assessment is up to date.")
    rie_covers_youth: YesNo | None = optional("RI&E over jongeren", "Whether it covers the risks for young people.")
    supervisor_named: YesNo | None = optional("Toezichthouder benoemd", "Whether a supervisor is named.")
    forbidden_tasks_agreed: YesNo | None = optional(
        "Verboden taken afgesproken", "Whether tasks that pupils may not do are agreed."
    )


class Organisation(Section):
    """What every organisation has: names, seat, numbers, addresses."""

    legal_name: Text = required(
        "Statutaire naam", "Registered name, as in the trade register; never the school's own name for a board."
    )
    trade_name: MaybeText = optional("Handelsnaam", "Name in daily use.")
    short_name: MaybeText = optional("Korte naam", "Defined name in agreements, with its article: 'het Bedrijf'.")
    legal_form: LegalForm | None = optional("Rechtsvorm", "Legal form.")
    size: Size | None = optional("Omvang", "Size: small, medium, large or public.")
    statutory_seat: MaybeText = optional("Statutaire zetel", "Town of the registered office.")
    sector: MaybeText = optional("Branche", "Sector, small: 'metaaltechniek'.")
    ids: Ids = Field(default_factory=Ids, title="Nummers", description="Numbers under which it is registered.")
    vat: Vat | None = optional("Btw", "Position towards VAT.")
    bank: Bank | None = optional("Bankrekening", "Account that receives payments.")
    visit: Address | None = optional("Bezoekadres", "Visiting address.")
    post: Address | None = optional("Postadres", "Postal address, when it differs.")
    phone: Phone = optional("Telefoonnummer", "Phone number in international form: +31101234567.")
    email: Email = optional("E-mailadres", "General e-mail address.")
    invoice_email: Email = optional("E-mailadres facturen", "E-mail address for invoices.")
    website: Url = optional("Website", "Web address: https://www.school.nl.")
    boilerplate: MaybeText = optional(
        "Over de organisatie", "Description for the end of a press release: two or three sentences."
    )


class Partner(Organisation):
    """The organisation the school works with."""

    kind: Kind = required(
        "Soort partner", "Kind of partner: mbo_college, company, municipality, institution, association or other."
    )
    safety: Safety | None = optional("Veiligheid", "Safety of young people at the workplace.")
    people: Several[Person] = several("Personen", "People of the partner.")


class ThirdParty(Partner):
    """A further party to the agreement."""

    id: Identifier = required("Aanduiding", "Name by which other places of the file refer to this party.")


class Board(Organisation):
    """The school's board (bevoegd gezag): the party that signs, because a school has no legal personality."""

    privacy_officer_email: Email = optional(
        "E-mailadres functionaris gegevensbescherming", "E-mail address of the privacy officer."
    )
