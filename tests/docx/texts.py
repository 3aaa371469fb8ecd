"""Small texts of every kind of document, in Markdown; together they say all that a document may contain."""

from __future__ import annotations

AGREEMENT = """
# Keuzevak robotica

::: facts
| | |
|---|---|
| Partijen | Stichting Voortgezet Onderwijs De Vuurbaak en Van ’t Veld Techniek B.V. |
| School | Vakcollege De Vuurbaak |
| Kenmerk | DV-2027-001-SO |
| Looptijd | van 1 augustus 2027 tot en met 31 juli 2028 |
:::

::: note
Dit is een **concept**. Laat het nakijken door de eigen juridisch adviseur van de school voordat partijen ondertekenen.
:::

## Partijen

De ondergetekenden:

::: parties
1. de stichting **Stichting Voortgezet Onderwijs De Vuurbaak**, statutair gevestigd te ’s-Heerenvoorde, ingeschreven in het
   handelsregister onder nummer 41234567, als bevoegd gezag van Vakcollege De Vuurbaak (BRIN 99XY), rechtsgeldig
   vertegenwoordigd door mevrouw drs. M.J. de Graaf, bestuurder, hierna te noemen ‘de school’;
1. de besloten vennootschap **Van ’t Veld Techniek B.V.**, statutair gevestigd te Hilversum, ingeschreven in het
   handelsregister onder nummer [KVK-nummer](blank:partner.ids.kvk), vertegenwoordigd door
   [naam van de tekenbevoegde](blank:partner.people.0.name), hierna te noemen ‘de partner’,
:::

hierna gezamenlijk te noemen ‘partijen’ en ieder afzonderlijk ‘partij’,

## Overwegingen

overwegende dat:

::: recitals
1. leerlingen van het vmbo kennismaken met techniek in de praktijk, en de partner daarvoor zijn werkplaats openstelt;
1. de partner jonge mensen wil laten zien wat een vak inhoudt,
:::

zijn het volgende overeengekomen:

## Doel en ambitie {#purpose}

1. Partijen geven samen het keuzevak robotica, zodat leerlingen het vak leren waar het wordt uitgeoefend. Zij stemmen het
   programma af op de eisen van het examen en op wat in het bedrijf mogelijk is.
1. Partijen werken samen aan:

   1. lessen in de werkplaats van de partner, gegeven door een vakman samen met een docent;
   1. een opdracht uit de praktijk waarmee leerlingen het vak afsluiten;
   1. jaarlijkse bijscholing van docenten.

1. Wat partijen verder afspreken, staat in [](#activities) en [](#annex-finance).

## Activiteiten en planning {#activities}

1. De activiteiten zijn:

| Activiteit | Wanneer | Plaats | Leerlingen | Kosten |
|---|---|---|--:|--:|
| Lessen keuzevak robotica | dinsdag 13.00-16.30 uur | Techniekhuis, Nijverheidsweg 12 | 18 | € 4.500,00 |
| Bedrijfsbezoek | 12 oktober 2027 | Hilversum | 36 | € 250,00 |
| Gastles veilig werken | 9 november 2027 | Vakcollege De Vuurbaak | 54 | kosteloos |
| Afsluitende presentatie | 6 juni 2028 | Techniekhuis | 18 | € 1.150,50 |

2. Wijzigt een datum, dan laat een partij dat **ten minste tien werkdagen** van tevoren weten aan de contactpersoon.
1. Bij *overmacht* geldt [](#term).

## Looptijd {#term}

1. De overeenkomst geldt van 1 augustus 2027 tot en met 31 juli 2028.
1. Een partij kan schriftelijk opzeggen:

   1. bij een ernstige tekortkoming, met
      - een brief, en
      - een termijn van [opzegtermijn](blank:cooperation.notice);
   1. met wederzijds goedvinden.

   Opzegging laat de lopende lessen ongemoeid.

## Overige bepalingen

### Contact

De contactpersonen zijn bereikbaar via [info@devuurbaak.example](mailto:info@devuurbaak.example):

1. voor het onderwijs: de heer W.H. van ’t Veld;
1. voor het geld: mevrouw A.B. van der Ven-van Dijk MBA.

Zij overleggen:

1. in oktober;
1. in maart.

#### Evaluatie

- Eén gesprek per jaar.
- Een kort verslag.

## Ondertekening

Aldus overeengekomen en in tweevoud ondertekend,

::: signature
**Stichting Voortgezet Onderwijs De Vuurbaak**

| | |
|---|---|
| Naam | mevrouw drs. M.J. de Graaf |
| Functie | bestuurder |
| Plaats | ’s-Heerenvoorde |
| Datum | [datum van ondertekening](write:) |
| Handtekening | [handtekening](write:) |
:::

::: signature
**Van ’t Veld Techniek B.V.**

| | |
|---|---|
| Naam | [naam](blank:partner.people.0.name) |
| Functie | directeur |
| Plaats | Hilversum |
| Datum | [datum van ondertekening](write:) |
| Handtekening | [handtekening](write:) |
:::

## Bijlagen

::: annexes
1. Programma en planning
1. Financiële afspraken {#annex-finance}
1. Huisregels van de werkplaats
:::
"""

LETTER = """
::: address
Constructiebedrijf Van ’t Veld & Zonen B.V.\\
T.a.v. de heer W.H. van ’t Veld\\
Smidsweg 7A\\
1236 CD  ’S-HEERENVOORDE
:::

::: details
| | |
|---|---|
| Plaats en datum | Oudervoorde, 9 maart 2027 |
| Ons kenmerk | DV-2027-001-BD |
:::

# Onderwerp: dank voor de gastlessen

Geachte heer Van ’t Veld,

::: passage opening
Tien vrijdagen lang kregen twaalf van onze leerlingen een plek in uw werkplaats. Zij leerden er lassen, meten en plannen, en
kwamen thuis met zwarte handen en goede verhalen.
:::

Drie dingen bleven hun het meest bij:

- het geduld waarmee uw vaklieden uitlegden wat er misging;
- de eigen proefstukken, die nu bij ons in de hal hangen;
- het gesprek over leren en werken.

Wij danken u en uw medewerkers hartelijk. Op dinsdag 6 juni 2028 laten de leerlingen zien wat zij maakten. U bent van harte
welkom.

::: closing
Met hartelijke groet,

mevrouw drs. M.J. de Graaf\\
teamleider\\
Vakcollege De Vuurbaak
:::

Bijlage: programma van 6 juni 2028

Kopie: mevrouw A.B. van der Ven-van Dijk MBA
"""

PRESS_RELEASE = """
’s-Heerenvoorde, 9 maart 2027

**Voor directe publicatie**

# Leerlingen lassen mee bij Van ’t Veld & Zonen

**Twaalf leerlingen van Vakcollege De Vuurbaak werkten tien vrijdagen in de lasserij van Van ’t Veld & Zonen. Donderdag 17 juni
laten zij in het Techniekhuis zien wat zij maakten.**

De school en het bedrijf geven samen het keuzevak robotica. Leerlingen leren het vak waar het wordt uitgeoefend.

## Leren in de praktijk

‘Zij stellen vragen die wij onszelf al jaren niet meer stellen’, zegt directeur W.H. van ’t Veld.

\\###

## Noot voor de redactie (niet voor publicatie)

Contact: [info@devuurbaak.example](mailto:info@devuurbaak.example)
"""

ANNEX = """
# Bijlage 2: Financiële afspraken

::: parties
1. de school
1. de partner
:::

## Kosten {#annex-2-costs}

1. De kosten staan in de begroting.
1. Zij zijn verdeeld:

   1. naar gebruik;
   1. naar draagkracht.

## Betaling {#annex-2-payment}

1. De partner betaalt wat volgens [](#annex-2-costs) voor zijn rekening is.

## Stukken

1. begroting
1. planning

::: recitals
1. overweging
:::

::: annexes
1. Begroting
:::
"""

FORM = """
# Evaluatie van de samenwerking

## Afspraken

| Wij vinden | 1 | 2 | 3 | 4 | n.v.t. |
|---|:-:|:-:|:-:|:-:|:-:|
| De afspraken zijn duidelijk. | [1](tick:clear) | [2](tick:clear) | [3](tick:clear) | [4](tick:clear) | [n.v.t.](tick:clear) |
| Ik weet bij wie ik terechtkan. | [1](tick:who) | [2](tick:who) | [3](tick:who) | [4](tick:who) | [n.v.t.](tick:who) |

Toelichting:

[toelichting bij de afspraken](entry:4)

| Doel | Bereikt | Toelichting |
|---|:-:|---|
| 90 procent van de leerlingen rondt het keuzevak af | [ja](tick:goal) | [toelichting bij doel 1](entry:2) |

Ingevuld door [naam](entry:) op [datum](entry:).
"""
