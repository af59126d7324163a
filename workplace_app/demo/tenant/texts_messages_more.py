"""More threads, so that sixty channels do not say the same thing on the same day."""

from workplace_app.demo.tenant.texts_messages import Thread

MORE_FOR_ALL: tuple[Thread, ...] = (
    (
        "",
        "Har vi någon som kan ta emot studiebesök från en grannkommun vecka {week}?",
        ("Vi kan visa hur vi arbetar.", "Då bokar jag {room_short}."),
    ),
    ("", "Brandlarmet testas på {weekday} klockan {clock}. Ni behöver inte gå ut.", ("Tack för förvarningen.",)),
    (
        "Felaktig uppgift",
        "På {page} står fel telefonnummer. Någon ringde fel tre gånger i går.",
        ("Rättat nu.", "Finns det på fler ställen?", "Jag söker igenom resten."),
    ),
    (
        "",
        "Jag hittade ett bra exempel på hur man skriver kort om {subject}. Ligger i {folder}.",
        ("Mycket bättre än vårt.", "Vi kan låna upplägget rakt av."),
    ),
    (
        "",
        "Vem har nyckeln till förrådet på plan 1?",
        ("Den hänger i receptionen.", "Den är utlånad till klockan {clock}."),
    ),
    (
        "Utrymning",
        "Ny samlingsplats vid utrymning: gräsplanen mot {street}.",
        ("Är skyltarna bytta?", "På {weekday}."),
    ),
    (
        "",
        "Budgetuppföljningen för {month} är klar. Vi ligger {number} tusen under plan.",
        ("Vad beror det på?", "En tjänst som inte är tillsatt.", "Då vet jag, tack."),
    ),
    (
        "",
        "Enkäten om {subject} är öppen till den {date}. Den tar fem minuter.",
        ("Klart!", "Länken fungerar inte i mobilen.", "Nu gör den det."),
    ),
    ("", "Kaffemaskinen på plan 2 är lagad.", ("Äntligen.", "Bästa nyheten den här veckan!")),
    (
        "",
        "Vi får praktikant från vecka {week}. Vem vill vara handledare?",
        ("Gärna, om någon delar med mig.", "Jag delar."),
    ),
    (
        "Sekretess",
        "Skriv inte namn eller personnummer i rubriker på möten, alla i huset kan se dem.",
        ("Bra påminnelse.", "Gäller det också filnamn?", "Ja."),
    ),
    (
        "",
        "Protokollet från {board} är justerat och ligger i {folder}.",
        ("Då kan vi skicka besluten.", "Jag gör det i dag."),
    ),
)

MORE_BY_ROLE: dict[str, tuple[Thread, ...]] = {
    "case_worker": (
        (
            "",
            "Hur räknar ni byggnadsarea för {building} med tak men utan väggar?",
            (
                "Bara det som är inom pelarna.",
                "Se vägledningen i {folder}, sista sidan.",
                "Tack, det var den jag letade efter.",
            ),
        ),
        (
            "Handläggningstid",
            "Ärende {case} har tio veckor den {date}. Det väntar på yttrande från {unit}.",
            ("Jag ringer dem.", "De svarar före {weekday}."),
        ),
        ("", "Slutbesked är utfärdat för {street}. Fint resultat!", ("Bilderna ligger i {folder}.",)),
        (
            "",
            "Detaljplanen i {district} har en gammal bestämmelse om takvinkel. Hur har vi tillämpat den?",
            ("Liten avvikelse upp till tre grader.", "Det finns ett beslut från förra året.", "Länka gärna."),
        ),
        (
            "Överklagande",
            "Länsstyrelsen har avslagit överklagandet i ärende {case}.",
            ("Då vann beslutet laga kraft.", "Jag meddelar sökanden."),
        ),
        ("", "{first_name} och jag åker till {property} klockan {clock}. Plats för en till.", ("Jag hänger på.",)),
        (
            "",
            "Rådgivningen var full i dag, {number} besök. Mest frågor om {building}.",
            ("Ska vi öppna en tid till på {weekday}?", "Bra idé, jag kan ta den."),
        ),
    ),
    "home_care": (
        ("", "Skyddshandskar i storlek M är slut i bil {car}.", ("Fyllt på nu.", "Beställer fler.")),
        (
            "Ny brukare",
            "{client} börjar hos oss på {weekday}. Läs genomförandeplanen före första besöket.",
            ("Läst.", "Finns det larm?", "Ja, från och med i dag."),
        ),
        ("", "Hissen i huset på {street} är trasig. Räkna med tre trappor.", ("Tack, jag lägger mer tid.",)),
        (
            "",
            "Tack {first_name} för att du stannade kvar i går kväll.",
            ("Självklart!", "Ni gör skillnad, båda två."),
        ),
        (
            "Läkemedel",
            "Apodosen till {client} var fel packad. Ta inte ur påsen för {weekday}.",
            ("Sjuksköterskan är meddelad.", "Ny påse kommer klockan {clock}."),
        ),
        ("", "Handledarträff den {date} om {course}.", ("Jag kommer.", "Kan man vara med på länk?", "Ja.")),
    ),
    "head_teacher": (
        (
            "Trygghet",
            "Enkäten visar att elever i {class_name} vill ha fler vuxna ute på rasten.",
            ("Vi lägger om schemat.", "Fritids kan ta eftermiddagen."),
        ),
        ("", "Fotografen kommer på {weekday}. Schema sitter i personalrummet.", ("{class_name} är först.",)),
        (
            "",
            "Vi har {number} ansökningar till tjänsten som {job}.",
            ("Vem sitter med i intervjuerna?", "Jag och skyddsombudet.", "Jag bokar {room_short}."),
        ),
        ("", "Läromedlen i {school_subject} har kommit.", ("De ligger i {building_part}.", "Tack!")),
        (
            "",
            "Kom ihåg frånvaroanmälan före klockan 8.30, {class_name} saknades i går.",
            ("Gjort.", "Det var jag, förlåt."),
        ),
        (
            "Utflykt",
            "{class_name} åker till {district} den {date}. Kostchefen har fått antalet.",
            ("Matsäckar är beställda.",),
        ),
    ),
    "communicator": (
        (
            "",
            "Sökorden den här veckan: de flesta letar efter {news_subject}.",
            ("Då lyfter vi det på startsidan.", "Gjort, till och med {weekday}."),
        ),
        (
            "Korrektur",
            "Affischen till {meeting} har fel datum.",
            ("Ny version uppladdad.", "Tryckeriet stoppat i tid!"),
        ),
        (
            "",
            "Invånare frågar om {news_subject} i tre kanaler. Svarar vi likadant?",
            ("Jag samordnar.", "Kontaktcenter har samma text nu."),
        ),
        ("", "Bildbyrån höjer priset från {month}.", ("Vi har egna bilder från {district}.", "De räcker långt.")),
        (
            "",
            "Tillgänglighetsgranskningen hittade {number} brister på {page}.",
            ("Jag tar tabellerna.", "Jag tar pdf-filerna."),
        ),
    ),
    "it_administrator": (
        (
            "",
            "Lagringen i {system} är full till {number} procent.",
            ("Gallra loggarna.", "Klart, nu är det gott om plats."),
        ),
        (
            "",
            "{unit} ser inte sin skrivare efter uppdateringen.",
            ("Drivrutinen föll bort.", "Utskick på gång.", "Löst för alla på plan 3."),
        ),
        (
            "Beslut",
            "Vi avvecklar den gamla inloggningen till {system} den {date}.",
            ("Vilka påverkas?", "{number} personer, alla är informerade."),
        ),
        ("", "Lösenfrasen för servicekontot till {system} är bytt.", ("Integrationen startar om i natt.", "Gick bra.")),
        ("", "Ny dator till {first_name} är klar att hämta.", ("Hämtar klockan {clock}.",)),
    ),
}
