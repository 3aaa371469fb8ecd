"""Words for enumerations of the cooperation. In: nothing. Out: tables from value to (Dutch, English), small as in a sentence.

One table for each enumeration of activities, agreements, money and occasions, by the name of its class.
"""

from __future__ import annotations

Words = dict[str, tuple[str, str]]

ACTIVITIES: dict[str, Words] = {
    "ActivityType": {
        "hybride_docent": ("hybride docent", "hybrid teacher"),
        "gastles": ("gastles", "guest lesson"),
        "keuzevak_op_mbo": ("keuzevak op het mbo", "elective at the mbo college"),
        "keuzevak_door_bedrijf": ("keuzevak door een bedrijf", "elective by a company"),
        "lintstage": ("lintstage", "placement on a fixed weekday"),
        "blokstage": ("blokstage", "placement in a block of days"),
        "slim_roosteren": ("slim roosteren", "smart timetabling"),
        "bedrijfsbezoek": ("bedrijfsbezoek", "company visit"),
        "open_bedrijvendag": ("open bedrijvendag", "open day of companies"),
        "netwerkbijeenkomst": ("netwerkbijeenkomst", "network meeting"),
        "vakkanjers": ("Vakkanjers", "Vakkanjers"),
        "worldskills": ("WorldSkills", "WorldSkills"),
        "onderwijs_on_stage": ("Onderwijs on stage", "Onderwijs on stage"),
        "opdracht_voor_bedrijf": ("opdracht voor een bedrijf", "assignment for a company"),
        "doorlopende_leerroute": ("doorlopende leerroute vmbo-mbo", "integrated vmbo-mbo pathway"),
    },
    "Place": {
        "school": ("op school", "at the school"),
        "partner": ("bij de partner", "at the partner"),
        "extern": ("elders", "elsewhere"),
    },
    "TransportMode": {
        "bus": ("bus", "coach"),
        "ov": ("openbaar vervoer", "public transport"),
        "fiets": ("fiets", "bicycle"),
        "taxi": ("taxi", "taxi"),
        "auto": ("auto", "car"),
        "lopend": ("te voet", "on foot"),
    },
    "DataRole": {
        "zelfstandig_verantwoordelijk": ("zelfstandig verwerkingsverantwoordelijke", "independent controller"),
        "gezamenlijk_verantwoordelijk": ("gezamenlijk verwerkingsverantwoordelijke", "joint controller"),
        "verwerker": ("verwerker", "processor"),
    },
    "Construction": {
        "detachering": ("detachering", "secondment"),
        "opdracht": ("overeenkomst van opdracht", "contract for services"),
        "eigen_aanstelling": ("eigen aanstelling bij de school", "appointment by the school"),
        "vrijwillig": ("vrijwillige inzet", "voluntary work"),
    },
    "PartnerRole": {
        "opdrachtgever": ("opdrachtgever", "client"),
        "coach": ("coach", "coach"),
        "jurylid": ("jurylid", "member of the jury"),
        "trainingsplek": ("trainingsplek", "training place"),
    },
}

COOPERATION: dict[str, Words] = {
    "Phase": {
        "verkenning": ("verkenning", "exploration"),
        "intentie": ("intentie", "intention"),
        "lopend": ("lopend", "current"),
        "afgerond": ("afgerond", "completed"),
        "beeindigd": ("beëindigd", "ended"),
    },
    "ContactKind": {
        "telefoon": ("telefoongesprek", "phone call"),
        "gesprek": ("gesprek", "conversation"),
        "bezoek": ("bezoek", "visit"),
        "bedrijfsbezoek": ("bedrijfsbezoek", "company visit"),
        "bijeenkomst": ("bijeenkomst", "meeting"),
        "uitnodiging": ("uitnodiging", "invitation"),
        "evaluatie": ("evaluatie", "evaluation"),
        "email": ("e-mail", "e-mail"),
        "brief": ("brief", "letter"),
        "overig": ("overig", "other"),
    },
    "Renewal": {
        "none": ("geen verlenging", "no renewal"),
        "tacit": ("stilzwijgende verlenging", "tacit renewal"),
        "by_agreement": ("verlenging in overleg", "renewal by agreement"),
    },
    "Horizon": {"kort": ("korte termijn", "short term"), "lang": ("lange termijn", "long term")},
    "Outcome": {
        "positief": ("positief", "positive"),
        "negatief": ("negatief", "negative"),
        "voorwaardelijk": ("positief onder voorwaarden", "positive under conditions"),
    },
    "Owner": {
        "maker": ("de maker", "the maker"),
        "school": ("de school", "the school"),
        "partner": ("de partner", "the partner"),
        "gezamenlijk": ("partijen gezamenlijk", "the parties jointly"),
    },
    "Cap": {
        "none": ("geen maximum", "no maximum"),
        "insured_amount": ("het verzekerde bedrag", "the insured amount"),
        "amount": ("een vast bedrag", "a fixed amount"),
    },
    "DisputeStep": {
        "contactpersonen": ("de contactpersonen", "the contacts"),
        "stuurgroep": ("de stuurgroep", "the steering group"),
        "directies": ("de directies", "the managements"),
        "mediation": ("mediation", "mediation"),
        "arbitrage": ("arbitrage", "arbitration"),
        "rechter": ("de rechter", "the court"),
    },
}

FINANCE: dict[str, Words] = {
    "VatCode": {
        "exempt": ("vrijgesteld", "exempt"),
        "outside": ("geen btw", "no VAT"),
        "zero": ("0%", "0%"),
        "low9": ("9%", "9%"),
        "high21": ("21%", "21%"),
        "reverse": ("btw verlegd", "VAT reverse-charged"),
    },
    "VatRounding": {"per_rate": ("per tarief", "per rate")},
    "Per": {"year": ("per schooljaar", "per school year"), "total": ("in totaal", "in total")},
    "ShareBasis": {
        "pupils": ("naar aantal leerlingen", "by number of pupils"),
        "equal": ("gelijke delen", "equal shares"),
        "percentage": ("naar percentage", "by percentage"),
        "weight": ("naar gewicht", "by weight"),
    },
    "InstalmentsOf": {
        "total_gross": ("totaal inclusief btw", "total including VAT"),
        "payable_to_partner": ("bedrag voor de partner", "amount payable to the partner"),
        "share_of_partner": ("aandeel van de partner", "share of the partner"),
        "share_of_partner_two_years": ("aandeel van de partner over twee schooljaren", "share of the partner over two years"),
    },
    "InstalmentKind": {
        "termijn": ("termijn", "instalment"),
        "voorschot": ("voorschot", "advance"),
        "na_verantwoording": ("na verantwoording", "after account has been rendered"),
    },
    "InvoiceDetail": {
        "per_instalment": ("per termijn", "per instalment"),
        "per_activity": ("per activiteit", "per activity"),
        "subsidiebeschikking": ("volgens de subsidiebeschikking", "as the subsidy decision says"),
    },
    "IndexMethod": {"percentage": ("vast percentage", "fixed percentage"), "cbs": ("CBS-indexcijfer", "CBS index")},
    "Settlement": {
        "fixed_price": ("vaste prijs", "fixed price"),
        "nacalculatie": ("nacalculatie", "settlement of actual costs"),
    },
}

OCCASIONS: dict[str, Words] = {
    "InvitationKind": {
        "kennismakingsgesprek": ("kennismakingsgesprek", "introductory meeting"),
        "open_dag": ("open dag", "open day"),
        "bedrijfsbezoek": ("bedrijfsbezoek", "company visit"),
        "open_bedrijvendag": ("open bedrijvendag", "open day of companies"),
        "partnerbijeenkomst": ("partnerbijeenkomst", "partner meeting"),
        "netwerkbijeenkomst": ("netwerkbijeenkomst", "network meeting"),
        "evaluatiegesprek": ("evaluatiegesprek", "evaluation meeting"),
        "gastles": ("gastles", "guest lesson"),
        "oud_leerlingen": ("bijeenkomst met oud-leerlingen", "meeting with former pupils"),
        "ondertekening": ("ondertekening", "signing"),
        "jury": ("jury", "jury"),
        "opdracht": ("opdracht", "assignment"),
    },
    "ThanksMoment": {
        "na_gastles": ("na de gastles", "after the guest lesson"),
        "na_bezoek": ("na het bezoek", "after the visit"),
        "na_activiteit": ("na de activiteit", "after the activity"),
        "na_stage": ("na de stage", "after the placement"),
        "hybride_docent": ("hybride docent", "hybrid teacher"),
        "einde_kalenderjaar": ("einde van het kalenderjaar", "end of the calendar year"),
        "einde_schooljaar": ("einde van het schooljaar", "end of the school year"),
        "na_ondertekening": ("na de ondertekening", "after the signing"),
        "jubileum": ("jubileum", "anniversary"),
        "vertrek": ("vertrek van de contactpersoon", "departure of the contact"),
        "afscheid": ("afscheid van de samenwerking", "end of the cooperation"),
    },
    "Respondent": {
        "school": ("school", "school"),
        "partner": ("partner", "partner"),
        "leerlingen": ("leerlingen", "pupils"),
        "bedrijven": ("bedrijven", "companies"),
        "ouders": ("ouders", "parents"),
    },
}
