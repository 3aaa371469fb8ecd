"""Words for the values that documents print. In: nothing. Out: tables from value to (Dutch, English), small as in a sentence.

``ENUMERATIONS`` has a table for each enumeration of the profile, by the name of its class (activities, agreements, money and
occasions come from ``label_words_work``); ``LOOSE`` is for values that a profile holds as plain words. English words follow
the glossary; a Dutch term of law or school stays behind them in brackets.
"""

from __future__ import annotations

from generator.wording.label_words_work import ACTIVITIES, COOPERATION, FINANCE, OCCASIONS, Words

LOOSE: Words = {
    # who does, pays or arranges it
    "school": ("school", "school"),
    "partner": ("partner", "partner"),
    "board": ("schoolbestuur", "school board"),
    "vervoerder": ("vervoerder", "transport company"),
    # units of a price, in the singular
    "uur": ("uur", "hour"),
    "dagdeel": ("dagdeel", "half-day"),
    "dag": ("dag", "day"),
    "week": ("week", "week"),
    "maand": ("maand", "month"),
    "les": ("les", "lesson"),
    "leerling": ("leerling", "pupil"),
    "persoon": ("persoon", "person"),
    "team": ("team", "team"),
    "set": ("set", "set"),
    "rit": ("rit", "trip"),
    "bus": ("bus", "coach"),
    "stuk": ("stuk", "item"),
    # data that parties share about pupils
    "naam": ("naam", "name"),
    "klas": ("klas", "class"),
    "leeftijd": ("leeftijd", "age"),
    "leerjaar": ("leerjaar", "year"),
    "leerweg": ("leerweg", "learning pathway"),
    "aanwezigheid": ("aanwezigheid", "attendance"),
    "resultaat": ("resultaat", "result"),
    "contactgegevens": ("contactgegevens", "contact details"),
    # vmbo profiles
    "BWI": ("bouwen, wonen en interieur", "construction, housing and interior"),
    "PIE": ("produceren, installeren en energie", "manufacturing, installation and energy"),
    "MT": ("mobiliteit en transport", "mobility and transport"),
    "M&T": ("mobiliteit en transport", "mobility and transport"),
    "MVI": ("media, vormgeving en ICT", "media, design and ICT"),
    "MAT": ("maritiem en techniek", "maritime and technology"),
    "MaT": ("maritiem en techniek", "maritime and technology"),
    "ZW": ("zorg en welzijn", "care and welfare"),
    "Z&W": ("zorg en welzijn", "care and welfare"),
    "EO": ("economie en ondernemen", "economics and entrepreneurship"),
    "E&O": ("economie en ondernemen", "economics and entrepreneurship"),
    "HBR": ("horeca, bakkerij en recreatie", "hospitality, bakery and recreation"),
    "GR": ("groen", "green studies"),
    "GROEN": ("groen", "green studies"),
    "DP": ("dienstverlening en producten", "services and products"),
    "D&P": ("dienstverlening en producten", "services and products"),
    # media
    "weekblad": ("weekblad", "weekly paper"),
    "dagblad": ("dagblad", "daily paper"),
    "lokale_omroep": ("lokale omroep", "local broadcaster"),
    "regionale_omroep": ("regionale omroep", "regional broadcaster"),
    "nieuwssite": ("nieuwssite", "news site"),
    "dagelijks": ("dagelijks", "daily"),
    "EUR": ("euro", "euro"),
}

PARTIES: dict[str, Words] = {
    "Kind": {
        "mbo_college": ("mbo-college", "senior secondary vocational college (mbo)"),
        "company": ("bedrijf", "company"),
        "municipality": ("gemeente", "municipality"),
        "institution": ("instelling", "institution"),
        "association": ("vereniging", "association"),
        "other": ("organisatie", "organisation"),
    },
    "LegalForm": {
        "stichting": ("stichting", "foundation (stichting)"),
        "vereniging": ("vereniging", "association (vereniging)"),
        "cooperatie": ("coöperatie", "cooperative (coöperatie)"),
        "bv": ("besloten vennootschap", "private limited company (bv)"),
        "nv": ("naamloze vennootschap", "public limited company (nv)"),
        "vof": ("vennootschap onder firma", "general partnership (vof)"),
        "maatschap": ("maatschap", "professional partnership (maatschap)"),
        "cv": ("commanditaire vennootschap", "limited partnership (cv)"),
        "eenmanszaak": ("eenmanszaak", "sole proprietorship (eenmanszaak)"),
        "gemeente": ("gemeente", "municipality"),
        "provincie": ("provincie", "province"),
        "waterschap": ("waterschap", "water authority (waterschap)"),
        "openbaar_lichaam": ("openbaar lichaam", "public body (openbaar lichaam)"),
        "kerkgenootschap": ("kerkgenootschap", "religious community (kerkgenootschap)"),
    },
    "Size": {
        "small": ("klein", "small"),
        "medium": ("middelgroot", "medium-sized"),
        "large": ("groot", "large"),
        "public": ("overheid", "public body"),
    },
    "VatStatus": {
        "exempt": ("vrijgesteld van btw", "VAT-exempt"),
        "taxable": ("btw-plichtig", "subject to VAT"),
        "public": ("overheid", "public body"),
    },
    "Language": {"nl": ("Nederlands", "Dutch"), "en": ("Engels", "English")},
}

PEOPLE: dict[str, Words] = {
    "Salutation": {"mevrouw": ("mevrouw", "Ms"), "heer": ("heer", "Mr"), "neutraal": ("neutraal", "neutral")},
    "AddressForm": {"u": ("u", "formal"), "je": ("je", "informal")},
    "NameStyle": {"nl": ("Nederlandse regels", "Dutch rules"), "as_registered": ("zoals vastgelegd", "as registered")},
    "Role": {
        "signatory": ("ondertekenaar", "signatory"),
        "signatory_by_proxy": ("ondertekenaar bij volmacht", "signatory by proxy"),
        "letter_signatory": ("ondertekenaar van brieven", "signatory of letters"),
        "spokesperson": ("woordvoerder", "spokesperson"),
        "fixed_contact": ("vaste contactpersoon", "permanent contact"),
        "contact": ("contactpersoon", "contact"),
        "rsvp": ("aanmeldingen", "registrations"),
        "press_contact": ("perscontact", "press contact"),
        "evaluation": ("evaluatie", "evaluation"),
        "quote": ("geciteerd in de pers", "quoted in the press"),
        "teacher": ("docent", "teacher"),
        "guest_teacher": ("gastdocent", "guest teacher"),
        "hybrid_teacher": ("hybride docent", "hybrid teacher"),
        "internship_supervisor": ("stagebegeleider", "placement supervisor"),
        "coach": ("coach", "coach"),
    },
    "AuthorityBasis": {
        "sole": ("zelfstandig bevoegd", "authorised to sign alone"),
        "joint": ("gezamenlijk bevoegd", "authorised to sign jointly"),
        "statutory": ("bevoegd op grond van de wet", "authorised by law"),
        "proxy": ("gevolmachtigd", "authorised by proxy"),
        "mandate": ("gemandateerd", "authorised by mandate"),
    },
    "AuthorityEvidence": {
        "kvk": ("inschrijving in het handelsregister", "trade register entry"),
        "mandate": ("mandaat", "mandate"),
        "proxy": ("volmacht", "proxy"),
        "proxy_deed": ("volmachtbesluit", "deed of proxy"),
        "statutes": ("statuten", "articles of association"),
        "decision": ("besluit", "decision"),
        "college_decision": ("besluit van het college van burgemeester en wethouders", "decision of the municipal executive"),
        "owner": ("eigenaar", "owner"),
    },
    "TeachingBasis": {
        "gastdocent": ("gastdocent", "guest teacher"),
        "bevoegd": ("bevoegd docent", "qualified teacher"),
        "zij_instromer": ("zij-instromer", "career changer in training"),
    },
}

SCHOOLS: dict[str, Words] = {
    "Denomination": {
        "bijzonder": ("bijzonder onderwijs", "private (bijzonder) education"),
        "openbaar": ("openbaar onderwijs", "public-authority (openbaar) education"),
        "samenwerkingsschool": ("samenwerkingsschool", "joint private and public-authority school"),
    },
    "SchoolKind": {
        "vmbo": ("vmbo-school", "school for pre-vocational secondary education (vmbo)"),
        "vo": ("school voor voortgezet onderwijs", "secondary school"),
        "praktijkonderwijs": ("school voor praktijkonderwijs", "school for practical education"),
    },
    "Window": {"left": ("links", "left"), "right": ("rechts", "right")},
    "PdfEngine": {"weasyprint": ("WeasyPrint", "WeasyPrint"), "libreoffice": ("LibreOffice", "LibreOffice")},
    "LetterheadLine": {
        "board": ("bestuur", "board"),
        "visit": ("bezoekadres", "visiting address"),
        "post": ("postadres", "postal address"),
        "phone": ("telefoon", "telephone"),
        "email": ("e-mail", "e-mail"),
        "website": ("website", "website"),
        "kvk": ("KVK-nummer", "KVK number"),
        "brin": ("BRIN", "BRIN"),
    },
    "VacationRegion": {
        "noord": ("regio Noord", "region North"),
        "midden": ("regio Midden", "region Central"),
        "zuid": ("regio Zuid", "region South"),
    },
    "Leerweg": {
        "bb": ("basisberoepsgerichte leerweg", "basic vocational pathway (bb)"),
        "kb": ("kaderberoepsgerichte leerweg", "advanced vocational pathway (kb)"),
        "gl": ("gemengde leerweg", "combined pathway (gl)"),
        "tl": ("theoretische leerweg", "theoretical pathway (tl)"),
    },
    "Weekday": {
        "maandag": ("maandag", "Monday"),
        "dinsdag": ("dinsdag", "Tuesday"),
        "woensdag": ("woensdag", "Wednesday"),
        "donderdag": ("donderdag", "Thursday"),
        "vrijdag": ("vrijdag", "Friday"),
        "zaterdag": ("zaterdag", "Saturday"),
        "zondag": ("zondag", "Sunday"),
    },
}

ENUMERATIONS: dict[str, Words] = PARTIES | PEOPLE | SCHOOLS | ACTIVITIES | COOPERATION | FINANCE | OCCASIONS
