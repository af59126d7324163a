"""The units of the municipality as the directory shows them, with where they sit and what people there are called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. ``area`` is the director's area it belongs to; ``weight`` how many it has in each round of hiring."""

    name: str
    area: str
    office: str
    head: str
    titles: tuple[str, ...]
    weight: int = 1


CITY = "Miljö och bygglov"
STREETS_AND_HOUSES = "Trafik och fastighet"
GROWTH = "Stadsutveckling"
SCHOOL = "Välfärd skola"
CARE = "Välfärd samhällsservice"
SUPPORT = "Stöd och service"
WORK = "Arbetsmarknad och etablering"
LEISURE = "Kultur och fritid"

_TEACHERS = (
    "Lärare",
    "Lärare",
    "Lärare",
    "Förstelärare",
    "Barnskötare",
    "Elevassistent",
    "Specialpedagog",
    "Skolsköterska",
)
_PRESCHOOL = ("Förskollärare", "Förskollärare", "Barnskötare", "Barnskötare", "Kock")
_CARERS = ("Undersköterska", "Undersköterska", "Vårdbiträde", "Samordnare", "Sjuksköterska")
_SOCIAL = ("Biståndshandläggare", "Socialsekreterare", "Handläggare", "Familjebehandlare")

UNITS: tuple[Unit, ...] = (
    Unit(
        "Bygglovsenheten",
        CITY,
        "Stadshuset, plan 3",
        "Enhetschef",
        ("Bygglovshandläggare", "Bygglovshandläggare", "Byggnadsinspektör", "Bygglovsadministratör", "Stadsarkitekt"),
        2,
    ),
    Unit(
        "Miljöenheten",
        CITY,
        "Stadshuset, plan 3",
        "Enhetschef",
        ("Miljöinspektör", "Livsmedelsinspektör", "Miljöstrateg"),
        2,
    ),
    Unit(
        "Lantmäterienheten",
        CITY,
        "Stadshuset, plan 2",
        "Enhetschef",
        ("Lantmätare", "Kart- och mätingenjör", "GIS-ingenjör"),
        1,
    ),
    Unit(
        "Stadsbyggnadsservice",
        CITY,
        "Stadshuset, plan 1",
        "Gruppchef",
        ("Servicehandläggare", "Arkivarie", "Registrator"),
        1,
    ),
    Unit(
        "Planenheten",
        GROWTH,
        "Stadshuset, plan 4",
        "Planchef",
        ("Planarkitekt", "Planarkitekt", "Landskapsarkitekt"),
        2,
    ),
    Unit(
        "Exploateringsenheten",
        GROWTH,
        "Stadshuset, plan 4",
        "Enhetschef",
        ("Exploateringsingenjör", "Projektledare"),
        1,
    ),
    Unit(
        "Trafikenheten",
        STREETS_AND_HOUSES,
        "Stadshuset, plan 2",
        "Enhetschef",
        ("Trafikplanerare", "Trafikingenjör"),
        1,
    ),
    Unit(
        "Enheten för drift offentlig utemiljö",
        STREETS_AND_HOUSES,
        "Driftgården Skuru",
        "Driftchef",
        ("Parkarbetare", "Driftledare", "Landskapsingenjör"),
        2,
    ),
    Unit(
        "Enheten för bygg och anläggning",
        STREETS_AND_HOUSES,
        "Stadshuset, plan 2",
        "Enhetschef",
        ("Byggprojektledare", "Fastighetsförvaltare"),
        1,
    ),
    Unit("Ekuddens skola", SCHOOL, "Ekuddens skola", "Rektor", _TEACHERS, 4),
    Unit("Ljungvallens skola", SCHOOL, "Ljungvallens skola", "Rektor", _TEACHERS, 4),
    Unit("Bergkullens skola", SCHOOL, "Bergkullens skola", "Rektor", _TEACHERS, 4),
    Unit("Vågbrytarens skola", SCHOOL, "Vågbrytarens skola", "Rektor", _TEACHERS, 4),
    Unit("Mossgläntans skola", SCHOOL, "Mossgläntans skola", "Rektor", _TEACHERS, 3),
    Unit("Tallrotens förskola", SCHOOL, "Tallrotens förskola", "Rektor", _PRESCHOOL, 2),
    Unit("Skeppsmasten förskola", SCHOOL, "Skeppsmasten förskola", "Rektor", _PRESCHOOL, 2),
    Unit("Hallonbackens förskola", SCHOOL, "Hallonbackens förskola", "Rektor", _PRESCHOOL, 2),
    Unit(
        "Utbildningsenheten",
        SCHOOL,
        "Stadshuset, plan 2",
        "Enhetschef",
        ("Utredare", "Utbildningshandläggare", "Tillsynshandläggare"),
    ),
    Unit(
        "Elevhälsan",
        SCHOOL,
        "Stadshuset, plan 1",
        "Enhetschef",
        ("Kurator", "Skolpsykolog", "Skolläkare", "Logoped"),
        1,
    ),
    Unit("Hemtjänsten Orminge", CARE, "Orminge centrum", "Enhetschef", _CARERS, 3),
    Unit("Hemtjänsten Sicklaön", CARE, "Sickla", "Enhetschef", _CARERS, 3),
    Unit("Hemtjänsten Saltsjöbaden", CARE, "Tattby", "Enhetschef", _CARERS, 2),
    Unit("Äldreboendet Lillgläntan", CARE, "Älta", "Enhetschef", _CARERS, 4),
    Unit(
        "Daglig verksamhet Verkstan",
        CARE,
        "Björknäs",
        "Enhetschef",
        ("Stödassistent", "Stödpedagog", "Arbetsterapeut"),
        2,
    ),
    Unit("Äldreenheten", CARE, "Stadshuset, plan 2", "Enhetschef", _SOCIAL, 2),
    Unit("Omsorgsenheten", CARE, "Stadshuset, plan 2", "Enhetschef", _SOCIAL, 2),
    Unit(
        "Arbets- och etableringsenheten",
        WORK,
        "Stadshuset, plan 1",
        "Enhetschef",
        ("Coach", "Handläggare", "Samhällsvägledare"),
        1,
    ),
    Unit(
        "Vuxenutbildningen",
        WORK,
        "Nacka Forum",
        "Enhetschef",
        ("Studie- och yrkesvägledare", "Utbildningsadministratör"),
        1,
    ),
    Unit(
        "Kultur- och fritidsenheten",
        LEISURE,
        "Stadshuset, plan 5",
        "Enhetschef",
        ("Kulturutvecklare", "Föreningskonsulent"),
        1,
    ),
    Unit("Biblioteken", LEISURE, "Dieselverkstaden", "Bibliotekschef", ("Bibliotekarie", "Biblioteksassistent"), 2),
    Unit("Badhusen", LEISURE, "Näckenbadet", "Enhetschef", ("Badvärd", "Simlärare", "Drifttekniker"), 2),
    Unit(
        "Kommunikationsenheten",
        SUPPORT,
        "Stadshuset, plan 5",
        "Kommunikationschef",
        ("Kommunikatör", "Webbredaktör", "Pressansvarig", "Formgivare"),
        1,
    ),
    Unit(
        "Digitaliseringsenheten",
        SUPPORT,
        "Stadshuset, plan 4",
        "Digitaliseringschef",
        ("IT-tekniker", "Systemförvaltare", "IT-arkitekt", "Förändringsledare"),
        2,
    ),
    Unit(
        "Juridik- och kanslienheten",
        SUPPORT,
        "Stadshuset, plan 5",
        "Kanslichef",
        ("Kommunjurist", "Nämndsekreterare"),
        1,
    ),
    Unit(
        "Ekonomienheten",
        SUPPORT,
        "Stadshuset, plan 4",
        "Ekonomichef",
        ("Controller", "Redovisningsekonom", "Upphandlare"),
        2,
    ),
    Unit(
        "Personalenheten",
        SUPPORT,
        "Stadshuset, plan 4",
        "Personalchef",
        ("HR-partner", "Lönespecialist", "Rekryterare"),
        2,
    ),
    Unit(
        "Kontaktcenter",
        SUPPORT,
        "Stadshuset, plan 1",
        "Enhetschef",
        ("Kundvägledare", "Kundvägledare", "Växeltelefonist"),
        2,
    ),
    Unit("Måltidsenheten", SUPPORT, "Ektorp", "Måltidschef", ("Kock", "Måltidsbiträde", "Kostekonom"), 3),
    Unit("Överförmyndarenheten", SUPPORT, "Stadshuset, plan 2", "Enhetschef", ("Handläggare", "Jurist"), 1),
)

AREAS = (CITY, GROWTH, STREETS_AND_HOUSES, SCHOOL, CARE, WORK, LEISURE, SUPPORT)
DIRECTORS_OFFICE = "Stadsledningskontoret"
