"""Threads in channels and chats: an opening and what colleagues answered to just that."""

Thread = tuple[str, str, tuple[str, ...]]
"""(subject or "", opening, answers in order)."""

THREADS_FOR_ALL: tuple[Thread, ...] = (
    (
        "",
        "Påminnelse: {meeting} börjar klockan {clock} i {room_short}.",
        ("Jag är med på länk.", "Kan någon ta med adaptern?", "Den ligger redan i rummet."),
    ),
    (
        "Minnesanteckningar",
        "Nu ligger anteckningarna från {meeting} i mappen {folder}. Säg till om jag har missat något.",
        ("Punkt 3 blev bra. Lägg gärna till vem som följer upp.", "Gjort!", "Tack för att du skrev."),
    ),
    (
        "",
        "Vet någon vem som har hand om {subject} numera?",
        ("{person} har tagit över det.", "Tack, jag ringer direkt."),
    ),
    (
        "",
        "Välkommen {first_name}, som börjar hos oss på {weekday}!",
        ("Välkommen!", "Vad roligt, hälsningar från plan 4.", "Tack! Ser fram emot att träffa er."),
    ),
    ("", "Jag jobbar hemifrån på {weekday} men nås som vanligt.", ()),
    (
        "Ändrad rutin",
        "Från den {date} gäller en ny rutin för {subject}. Läs den och fråga här om något är oklart.",
        (
            "Gäller det också ärenden som redan är påbörjade?",
            "Nej, bara nya.",
            "Då uppdaterar jag vår checklista.",
            "Bra, säg till när den är klar så länkar jag.",
        ),
    ),
    (
        "",
        "Har någon en bra mall för {document}?",
        ("Titta i mappen Mallar, den heter samma sak.", "Den är från förra året, men fungerar.", "Perfekt."),
    ),
    ("", "Skrivaren på plan 3 krånglar igen. Använd den på plan 2 tills vidare.", ("Felanmäld.", "Nu fungerar den.")),
    (
        "",
        "{system} är långsamt i dag. Är det fler som märker av det?",
        ("Ja, sedan klockan {clock}.", "Driften vet om det och letar fel.", "Nu går det bättre hos mig."),
    ),
    ("", "Det finns en plats kvar på kursen i {course} den {date}.", ("Jag tar den!", "Då är det fullt.")),
    (
        "",
        "Tårta i köket klockan {clock}! {first_name} fyller jämnt.",
        ("Grattis!", "Kommer.", "Spara en bit till mig, jag är på väg."),
    ),
    (
        "Semesterplanering",
        "Skriv in era önskemål i listan senast den {date}.",
        ("Klart.", "Jag behöver byta vecka {week}, hör av er.", "Vi kan byta."),
    ),
    (
        "",
        "Nyckelkort som inte har använts på tre månader spärras på {weekday}.",
        ("Gäller det reservkorten också?", "Ja, säg till i receptionen om ni behöver dem."),
    ),
    (
        "",
        "Underlaget till {board} ska vara klart den {date}. Jag samlar ihop texterna.",
        ("Min del ligger i {folder}.", "Jag lämnar på {weekday}.", "Bra, då hinner vi läsa igenom."),
    ),
    (
        "",
        "Rapport från {meeting}: vi fick gehör för {subject}.",
        ("Härligt!", "När kan vi börja?", "Vecka {week}, om allt går som det ska."),
    ),
)

CHAT_LINES = (
    "Hinner du prata fem minuter?",
    "Ja, ring när du vill.",
    "Jag är i {room_short} till klockan {clock}.",
    "Tack för hjälpen i går!",
    "Skickar {document} nu.",
    "Fått den, tack.",
    "Kan vi flytta vårt möte till {weekday}?",
    "Går bra, jag ändrar.",
    "Såg du svaret om {subject}?",
    "Nej, var då?",
    "I mappen {folder}.",
    "Då är jag med.",
    "Lunch klockan halv tolv?",
    "Gärna!",
    "Är du på plats i dag?",
    "Hemifrån, men nås hela dagen.",
    "Vem är det som har hand om {subject}?",
    "Fråga {person}.",
    "Jag blir tio minuter sen.",
    "Ingen fara.",
    "Vill du läsa igenom innan jag skickar?",
    "Ser bra ut, skicka!",
    "Kan du ta samtalet från {unit}? Jag sitter i möte.",
    "Gjort, de ringer igen i morgon.",
)
GROUP_CHAT_TOPICS = (
    "Lunchgänget",
    "Samåkning",
    "Flytten till plan 3",
    "Studiebesöket",
    "Arbetsgruppen för {subject}",
    "Jouren vecka {week}",
)
