"""News pages of sites: headings, leads and paragraphs."""

TITLES = (
    "Nu gäller nya rutiner för {subject}",
    "Så gick det i enkäten om {subject}",
    "Ny version av {system} på {weekday}",
    "Välkommen till {meeting} den {date}",
    "Fem frågor om {subject}",
    "{unit} berättar: så arbetar vi med {subject}",
    "Kom ihåg: {document} ska vara klar den {date}",
    "Ny på jobbet? Läs det här om {subject}",
    "Vi byter {program} vecka {week}",
    "Tack för alla svar om {subject}",
    "Öppet hus i {district} den {date}",
    "Checklistan för {subject} är uppdaterad",
    "Kurs i {course}: anmäl dig nu",
    "Beslut från {board}",
    "Flytten till nya lokaler i {district}",
    "Månadens förbättring i {month}",
)
LEADS = (
    "Här är det viktigaste i korthet.",
    "Ändringen gäller alla som arbetar med frågan.",
    "Läs igenom före {date}.",
    "Det här behöver du göra och när.",
    "Arbetet har tagit ett halvår och många har bidragit.",
    "Frågorna har varit många, här är svaren.",
    "Det påverkar dig som arbetar i {district}.",
)
PARAGRAPHS = (
    (
        "Från den {date} arbetar vi på ett nytt sätt med {subject}. Det gamla sättet går att använda till "
        "vecka {week}, men inte längre."
    ),
    (
        "Bakgrunden är enkel: det tog för lång tid och blev fel för ofta. Vi gick igenom {number} fall och "
        "såg samma sak i nästan alla."
    ),
    (
        "Du behöver inte göra något i {system} själv. Inställningarna ändras under natten och är klara när "
        "du kommer på morgonen."
    ),
    "Har du frågor, skriv i kanalen Allmänt eller ring {person}. Vanliga frågor samlas längst ned på sidan.",
    (
        "{unit} har provat i tre månader. Det som fungerade bäst var att någon hade tid att svara direkt när "
        "det tog stopp."
    ),
    "Underlaget ligger i mappen {folder}. Den gamla mallen tas bort, så spara inga kopior på skrivbordet.",
    "På {meeting} visar vi hur det går till steg för steg. Det går lika bra att vara med på länk.",
    (
        "Resultatet är bättre än förra året: {number} procent fler är nöjda. Lägst betyg får väntetiderna, "
        "så där lägger vi kraften nu."
    ),
    "Tänk på sekretessen. Namn och personnummer hör inte hemma i ärendets rubrik, inte heller i filnamn.",
    "Nästa uppföljning är den {date}. Då bestämmer {board} hur vi går vidare.",
)
HEADINGS = ("Det här ändras", "Så gör du", "Därför gör vi det", "Tider att hålla", "Frågor och svar", "Vad händer nu?")
