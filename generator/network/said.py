"""The words of the overview. In: nothing. Out: tables in Dutch and English."""

from __future__ import annotations

STATES: dict[str, tuple[str, str]] = {
    "none": ("geen", "none"),
    "intent": ("intentie", "intent"),
    "draft": ("concept", "draft"),
    "sent": ("verzonden", "sent"),
    "signed": ("getekend", "signed"),
    "ended": ("afgelopen", "ended"),
}
SEVERITIES: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "error": (("{} fout", "{} fouten"), ("{} error", "{} errors")),
    "warning": (("{} waarschuwing", "{} waarschuwingen"), ("{} warning", "{} warnings")),
    "hint": (("{} tip", "{} tips"), ("{} hint", "{} hints")),
}
"""How much advice, for one and for more."""
NO_PHASE = ("geen fase", "no phase")
COLUMNS: dict[str, tuple[str, ...]] = {
    "nl": ("Partner", "Fase", "Laatste", "Volgende", "Overeenkomst", "Geld", "Advies"),
    "en": ("Partner", "Phase", "Last", "Next", "Agreement", "Money", "Advice"),
}
"""The heads of the table on a terminal, which has little room."""
UNTIL = ("t/m {day}", "to {day}")
LEGEND = {
    "nl": "Laatste en volgende contact (! = voorbij).\nAdvies: fouten/waarschuwingen/tips (handslag advise).",
    "en": "Last and next contact (! = past).\nAdvice: errors/warnings/hints (handslag advise).",
}
TOTALS = {
    "nl": ("{partners} partners", "{late} te laat, {due} op komst (handslag agenda)"),
    "en": ("{partners} partners", "{late} late, {due} coming up (handslag agenda)"),
}
ONE = {"nl": "1 partner", "en": "1 partner"}
NOBODY = {"nl": "Er zijn nog geen partners.", "en": "There are no partners yet."}

MONTHS = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
PAGE: dict[str, dict[str, str]] = {
    "nl": {
        "title": "Het partnernetwerk van {school}",
        "as_of": "Stand op {day}",
        "partners": "partners",
        "current": "lopende samenwerkingen",
        "signed": "getekende overeenkomsten",
        "late": "te laat",
        "coming": "op komst tot en met {day}",
        "table": "Partners",
        "partner": "Partner",
        "kind": "Soort",
        "phase": "Fase",
        "last": "Laatste contact",
        "next": "Volgend contact",
        "agreement": "Overeenkomst",
        "cash": "Geld",
        "in_kind": "In natura",
        "advice": "Advies",
        "to_do": "Te doen",
        "charts": "In beeld",
        "kinds": "Partners naar soort en fase",
        "contacts": "Contacten per maand",
        "money": "Geld en bijdragen in natura",
        "due": "Wat er te doen is",
        "number": "Aantal",
        "month": "Maand",
        "sort": "Soort",
        "numbers": "Cijfers bij deze grafiek",
        "others": "overige {number}",
        "agenda": "Agenda",
        "date": "Datum",
        "what": "Wat",
        "do": "Wat te doen",
        "late_head": "Te laat",
        "coming_head": "Op komst tot en met {day}",
        "unread": "Deze bestanden zijn niet te lezen en tellen niet mee (handslag check):",
        "nothing": "Er is niets te doen.",
        "no_data": "Nog geen gegevens.",
        "to_do_late": "{number} te laat",
        "to_do_due": "{number} op komst",
        "made_by": "Gemaakt met handslag op {day}. Bedragen zijn inclusief btw, over alle schooljaren.",
        "none": "–",
        "nobody": "Er zijn nog geen partners.",
        "overdue": "(voorbij)",
    },
    "en": {
        "title": "The partner network of {school}",
        "as_of": "As of {day}",
        "partners": "partners",
        "current": "current cooperations",
        "signed": "signed agreements",
        "late": "late",
        "coming": "coming up to {day}",
        "table": "Partners",
        "partner": "Partner",
        "kind": "Kind",
        "phase": "Phase",
        "last": "Last contact",
        "next": "Next contact",
        "agreement": "Agreement",
        "cash": "Cash",
        "in_kind": "In kind",
        "advice": "Advice",
        "to_do": "To do",
        "charts": "Charts",
        "kinds": "Partners by kind and phase",
        "contacts": "Contacts a month",
        "money": "Cash and contributions in kind",
        "due": "What is to be done",
        "number": "Number",
        "month": "Month",
        "sort": "Sort",
        "numbers": "The figures of this chart",
        "others": "{number} others",
        "agenda": "Agenda",
        "date": "Date",
        "what": "What",
        "do": "What to do",
        "late_head": "Late",
        "coming_head": "Coming up to {day}",
        "unread": "These files cannot be read and are not counted (handslag check):",
        "nothing": "Nothing is to be done.",
        "no_data": "No data yet.",
        "to_do_late": "{number} late",
        "to_do_due": "{number} coming up",
        "made_by": "Made with handslag on {day}. Amounts include VAT, over all school years.",
        "none": "–",
        "nobody": "There are no partners yet.",
        "overdue": "(past)",
    },
}
