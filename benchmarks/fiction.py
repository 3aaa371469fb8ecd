"""What the fictional partners are made of: names, trades, places, results. In: nothing. Out: tables.

Nobody and nothing in here exists, as far as we know. The names are chosen for the trouble they give: infixes, double names,
``’t`` and ``d’``, Turkish and Frisian letters, ``IJ``, initials of two letters, titles, Belgian capitals.
"""

from __future__ import annotations

GIVEN = (
    # given name, initials, salutation
    ("Anneke", "A.B.", "mevrouw"),
    ("Wim", "W.H.", "heer"),
    ("Kâmil", "K.", "heer"),
    ("Saskia", "S.", "mevrouw"),
    ("IJsbrand", "IJ.", "heer"),
    ("Thea", "Th.M.", "mevrouw"),
    ("Robin", "R.", "neutraal"),
    ("Christiaan", "Chr.", "heer"),
    ("Fatma", "F.", "mevrouw"),
    ("Jelle", "J.P.", "heer"),
    ("Noor", "N.", "mevrouw"),
    ("Sam", "S.J.", "neutraal"),
    ("Édith", "É.", "mevrouw"),
    ("Pieter", "P.C.", "heer"),
    ("Özlem", "Ö.", "mevrouw"),
    ("Mounir", "M.", "heer"),
    ("Femke", "F.J.", "mevrouw"),
    ("Zoë", "Z.", "neutraal"),
    ("Gerrit-Jan", "G.J.", "heer"),
)

SURNAMES = (
    # infix, surname
    ("de", "Vries"),
    ("van den", "Berg"),
    ("", "Jansen"),
    ("van ’t", "Veld"),
    ("’t", "Hart"),
    ("d’", "Ancona"),
    ("", "Yıldız"),
    ("ten", "Have"),
    ("van der", "Sluis"),
    ("in ’t", "Hout"),
    ("el", "Hamdaoui"),
    ("", "Hoekstra"),
    ("op de", "Beek"),
    ("", "IJzerman"),
    ("", "Şahin"),
    ("ter", "Horst"),
    ("", "Çelik"),
    ("", "Bakker"),
    ("de", "Cocq van Delwijnen"),
    ("", "Sjölund"),
    ("", "Mulder"),
    ("", "Nguyễn"),
    ("von", "Böhmer"),
)

SECOND = (("van", "Dijk"), ("", "Rechim"), ("ten", "Broeke"), ("van der", "Meer"), ("d’", "Hond"))
"""The second half of a double name."""

BEFORE = (("drs.",), ("ir.",), ("dr.",), ("prof.", "dr."), ("mr.",), ("ing.",))
AFTER = (("MBA",), ("MSc",), ("LLM", "MA"), ("BSc",))

TRADES = (
    # how a company's name begins, its sector, what its people are called
    ("Bouwbedrijf", "bouw", "uitvoerder"),
    ("Installatietechniek", "installatietechniek", "teamleider service"),
    ("Constructiebedrijf", "metaaltechniek", "praktijkopleider"),
    ("Bakkerij", "voeding", "bedrijfsleider"),
    ("Hoveniersbedrijf", "groen", "voorman"),
    ("Garage", "mobiliteit", "werkplaatschef"),
    ("Schildersbedrijf", "afbouw", "leermeester"),
    ("Drukkerij", "grafische industrie", "hoofd productie"),
    ("Timmerfabriek", "houttechniek", "meewerkend voorman"),
    ("Transportbedrijf", "transport en logistiek", "planner"),
    ("Restaurant", "horeca", "chef-kok"),
    ("Zorgatelier", "zorg en welzijn", "activiteitenbegeleider"),
)

ALONE = (
    # a sole trader's trade and sector
    ("Kapsalon", "uiterlijke verzorging"),
    ("Fietsenmaker", "mobiliteit"),
    ("Fotostudio", "media"),
    ("Meubelmakerij", "houttechniek"),
    ("Bloemenhuis", "detailhandel"),
)

INSTITUTIONS = ("Stichting Zorggroep", "Stichting Bibliotheek", "Stichting Museum", "Stichting Welzijn")
ASSOCIATIONS = ("Ondernemersvereniging", "Winkeliersvereniging", "Bedrijvenkring", "Historische Vereniging")

PLACE_STARTS = ("Ouder", "Linde", "Hazel", "Zilver", "Reiger", "Vlier", "Kraan", "Merel", "IJssel", "Wolken", "Distel", "Elzen")
PLACE_ENDS = ("voorde", "lee", "waarde", "zande", "horne", "werve", "kerke", "stade")
PLACE_SAINTS = ("’s-Heeren", "’t ", "Sint ", "Súd-", "De ")
"""What some names of places begin with."""

STREETS = (
    "Smidsweg",
    "Kerklaan",
    "Havenkade",
    "Burgemeester Van der Lindenstraat",
    "Zuiderzeeplein",
    "Nijverheidsweg",
    "1e Dwarsstraat",
    "’t Zand",
    "Groote Oost",
    "Prof. Dr. Ir. Te Winkellaan",
    "Ambachtsring",
    "Plein 1831",
)
LETTERS = "ABCEGHJKLMNPRTVWXZ"
"""Of which a postcode's two letters are taken: none that could make SA, SD or SS."""

ABROAD = (
    # country, postcode, place, street
    ("BE", "2399", "Zonnekerke", "Kapelstraat"),
    ("DE", "47599", "Lindenhöven", "Mühlenweg"),
    ("BE", "9099", "Merelwaarde", "Grote Steenweg"),
)
BELGIAN = (("Van der", "Meeren"), ("De", "Coninck"), ("Op de", "Beeck"), ("", "Vandenbroucke"))

RESULTS = {
    "nl": (
        "{n} leerlingen liepen stage in de werkplaats",
        "{n} leerlingen volgden een gastles over het vak",
        "{n} leerlingen bouwden samen een werkstuk voor de open dag",
        "de leerlingen maakten {n} posters over veilig werken",
        "klas 3B bracht {n} ontwerpen mee naar school",
    ),
    "en": (
        "{n} pupils did a placement in the workshop",
        "{n} pupils followed a guest lesson about the trade",
        "{n} pupils built a piece of work for the open day together",
        "the pupils made {n} posters about working safely",
        "class 3B took {n} designs back to school",
    ),
}
"""One concrete fact of the year, as it follows a colon."""

PRESENTS = {
    "nl": ("een kerstpakket dat de leerlingen zelf maakten", "zelfgemaakte gereedschapsborden", "een doos met eigen baksels"),
    "en": ("a Christmas hamper that the pupils made", "tool boards made by the pupils", "a box of their own baking"),
}
SYMBOLIC = {"nl": "een kaart die de leerlingen tekenden", "en": "a card that the pupils drew"}
"""For public bodies: no gift of any worth."""
