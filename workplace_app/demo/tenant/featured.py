"""What the five meet first: the tasks, events, messages and files of the pictures for Elin, and a few for the others.

Minutes are before the base moment, days are after today; a year in braces becomes this year's.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeaturedTask:
    """A task in a plan, in a To Do list or, as flagged mail, in the inbox (then ``place`` is who sent it)."""

    title: str
    place: str
    due: int | None
    by: str | None = None
    minutes: int = 2000
    hour: int | None = None


@dataclass(frozen=True, slots=True)
class FeaturedEvent:
    """One event. ``place`` is a room, "Teams" or an address; ``answer`` is Graph's response."""

    day: int
    start: tuple[int, int]
    end: tuple[int, int]
    title: str
    place: str
    answer: str = "accepted"
    with_whom: str | None = None


@dataclass(frozen=True, slots=True)
class FeaturedThread:
    """One thread in a channel or a chat: (who, minutes ago, words); "@Elin" at the start becomes a mention."""

    place: str
    channel: str
    posts: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class FeaturedFile:
    """A file in a site's library; changed so many minutes ago, made at the same time when it is new."""

    site: str
    folder: str
    name: str
    minutes: int
    by: str
    new: bool


SAMIRA, PERNILLA, JONAS = "Samira Tjärnvik", "Pernilla Åskog", "Jonas Vretlund"

PLANNER_TASKS: dict[str, tuple[FeaturedTask, ...]] = {
    "case_worker": (
        FeaturedTask("Svara på komplettering i ärende {year}-000412", "Bygglov: ärenden", -1, SAMIRA),
        FeaturedTask("Skriv beslut om attefallsbygge, Tallkottestigen 8", "Bygglov: beslut", 0, SAMIRA, 21),
        FeaturedTask("Boka platsbesök, Tallbacken 3:14", "Bygglov: ärenden", 0, PERNILLA),
        FeaturedTask("Uppdatera checklistan för startbesked", "Mallar och rutiner", 3, SAMIRA),
        FeaturedTask("Ge synpunkter på ny e-tjänst för attefall", "Projekt e-tjänster", 3, JONAS),
    ),
    "home_care": (
        FeaturedTask("Uppdatera genomförandeplan för brukaren i hörnhuset", "Brukare: uppföljning", 0),
        FeaturedTask("Lämna bil 7 på service", "Bilar och nycklar", 1),
        FeaturedTask("Förnya delegering för insulin", "Läkemedel och delegering", -1),
    ),
    "head_teacher": (
        FeaturedTask("Ordna vikarie till 4A i morgon", "Personal och vikarier", 0),
        FeaturedTask("Besluta om åtgärdsprogram i 5C", "Elevhälsa", 2),
        FeaturedTask("Lämna prognos till ekonomienheten", "Ekonomi Ekudden", -1),
    ),
    "communicator": (
        FeaturedTask("Publicera nyheten om nya simhallen", "Nyheter på intranätet", 0),
        FeaturedTask("Korrekturläs chefsbrevet", "Redaktionsplan", 0),
        FeaturedTask("Rätta brutna länkar på sidan om avfall", "nacka.se: förbättringar", -2),
    ),
    "it_administrator": (
        FeaturedTask("Informera om kvällens driftstopp i ärendesystemet", "Ändringar och drift", 0),
        FeaturedTask("Granska behörigheter i diariet", "Behörigheter", 1),
        FeaturedTask("Förnya certifikat för e-tjänsteplattformen", "Säkerhetsuppdateringar", -1),
    ),
}

TODO_TASKS: dict[str, tuple[FeaturedTask, ...]] = {
    "case_worker": (
        FeaturedTask("Granska nybyggnadskarta inför genomgången", "Mina uppgifter", 0, hour=10),
        FeaturedTask("Förbered trappmöte om de nya mallarna", "Mina uppgifter", 2),
    ),
    "home_care": (FeaturedTask("Ta med extra batterier till trygghetslarmen", "Mina uppgifter", 0),),
    "head_teacher": (FeaturedTask("Skriv veckobrev till vårdnadshavarna", "Mina uppgifter", 1),),
    "communicator": (FeaturedTask("Ring tryckeriet om affischerna", "Mina uppgifter", 0, hour=11),),
    "it_administrator": (FeaturedTask("Lämna över jourtelefonen", "Mina uppgifter", 0, hour=16),),
}

FLAGGED_MAIL: dict[str, tuple[FeaturedTask, ...]] = {
    "case_worker": (FeaturedTask("Läs remissvar från Trafikenheten", "Trafikenheten", 0, hour=14, minutes=900),),
    "home_care": (FeaturedTask("Önskemål om julschema", "Hemtjänsten Orminge", 3, minutes=1300),),
    "head_teacher": (FeaturedTask("Underlag till samverkan på torsdag", "Personalenheten", 1, minutes=1100),),
    "communicator": (FeaturedTask("Frågor från lokaltidningen om simhallen", "Kontaktcenter", 0, minutes=160),),
    "it_administrator": (FeaturedTask("Avtalet om utskrift löper ut", "Ekonomienheten", 2, minutes=1500),),
}

EVENTS: dict[str, tuple[FeaturedEvent, ...]] = {
    "case_worker": (
        FeaturedEvent(0, (10, 30), (11, 15), "Ärendegenomgång", "Rum Ektorp, plan 3", with_whom=SAMIRA),
        FeaturedEvent(0, (13, 0), (14, 30), "Platsbesök, Tallkottestigen 8", "Tallkottestigen 8", "organizer", JONAS),
        FeaturedEvent(0, (15, 0), (16, 0), "Bygglovrådgivning", "Stadsbyggnadsservice"),
        FeaturedEvent(1, (9, 0), (9, 30), "Stadsdirektörens e-trappmöte", "Teams"),
        FeaturedEvent(1, (13, 15), (14, 0), "Samtal med Samira Tjärnvik", "Rum Järla, plan 2", with_whom=SAMIRA),
        FeaturedEvent(1, (15, 30), (16, 0), "Avstämning av remisser", "Teams", "notResponded", PERNILLA),
    ),
    "home_care": (
        FeaturedEvent(0, (14, 0), (14, 45), "Arbetsplatsträff", "Orminge centrum"),
        FeaturedEvent(1, (9, 0), (9, 30), "Stadsdirektörens e-trappmöte", "Teams"),
    ),
    "head_teacher": (
        FeaturedEvent(0, (13, 0), (14, 0), "Elevhälsoteam", "Rektorsexpeditionen, Ekuddens skola", "organizer"),
        FeaturedEvent(1, (9, 0), (9, 30), "Stadsdirektörens e-trappmöte", "Teams"),
        FeaturedEvent(1, (14, 0), (15, 30), "Rektorsgruppen", "Rum Boo, plan 2"),
    ),
    "communicator": (
        FeaturedEvent(0, (9, 30), (10, 15), "Redaktionsmöte", "Rum Sickla, plan 3", "organizer"),
        FeaturedEvent(1, (9, 0), (9, 30), "Stadsdirektörens e-trappmöte", "Teams", "organizer"),
    ),
    "it_administrator": (
        FeaturedEvent(0, (13, 0), (13, 45), "Ändringsråd", "Teams", "organizer"),
        FeaturedEvent(0, (20, 0), (22, 0), "Driftstopp: ärendesystemet uppdateras", "Teams", "organizer"),
        FeaturedEvent(1, (9, 0), (9, 30), "Stadsdirektörens e-trappmöte", "Teams"),
    ),
}

_PARKING = (
    "@Elin Kan du titta på parkeringen i 412 före klockan 14? Vi får annars vänta till nästa remissrunda. "
    "Ritningen ligger i Underlag."
)
THREADS: tuple[FeaturedThread, ...] = (
    FeaturedThread(
        "Bygglovsenheten",
        "Ärenden",
        (
            (
                PERNILLA,
                8,
                _PARKING,
            ),
            (JONAS, 6, "Måtten på infarten finns också i nybyggnadskartan, sidan 2."),
            (SAMIRA, 3, "Tack båda. Vi tar beslutet på genomgången 10:30."),
        ),
    ),
    FeaturedThread("Bygglovsenheten", "Allmänt", ((SAMIRA, 24, "Genomgången flyttar till Rum Ektorp, samma tid."),)),
)

CHATS: tuple[FeaturedThread, ...] = (
    FeaturedThread("case_worker", JONAS, ((JONAS, 1130, "Kartan är klar och ligger i mappen för 3:14."),)),
)

FILES: tuple[FeaturedFile, ...] = (
    FeaturedFile("Stadsbyggnad: remisser", "Underlag", "Remissvar Tallbacken.docx", 39, PERNILLA, False),
    FeaturedFile("Stadsbyggnad: remisser", "Underlag", "Trafikutredning.pdf", 1210, PERNILLA, True),
    FeaturedFile("Stadsbyggnad: remisser", "Underlag", "Buller.pdf", 1208, PERNILLA, True),
    FeaturedFile("Stadsbyggnad: remisser", "Underlag", "Solstudie.pdf", 1205, PERNILLA, True),
)

PAGES: tuple[tuple[str, str, str, int], ...] = (
    ("Mallar och rutiner", "Beslutsmall {year}-11", "Gäller beslut som skrivs från 1 november", 1300),
)
"""(site, title, first sentence, minutes ago)."""
