"""Wording of mail and of conversations in groups."""

SUBJECTS_FOR_ALL = (
    "Frågor om {subject}",
    "Underlag till {meeting}",
    "Anteckningar från {meeting}",
    "Inbjudan: kurs i {course}",
    "Påminnelse: {document}",
    "Ändrad tid för {meeting}",
    "Svar om {subject}",
    "Information om {system}",
    "Faktura att attestera",
    "Synpunkt {case} från invånare",
    "Nyhetsbrev från {unit}",
    "Tack för hjälpen med {subject}",
    "Enkät om {subject}",
    "Remiss: {document}",
    "Beställning klar",
    "Nya rutiner för {subject}",
)
SUBJECTS_BY_ROLE: dict[str, tuple[str, ...]] = {
    "case_worker": (
        "Komplettering i ärende {case}",
        "Ritningar till {property}",
        "Fråga om {building} på {street}",
        "Yttrande, {property}",
        "Överklagande av beslut i ärende {case}",
        "Remissvar om {property}",
        "Bild från platsbesök, {street}",
    ),
    "home_care": (
        "Schemabyte vecka {week}",
        "Avvikelse: {event}",
        "Ny brukare i {district}",
        "Beröm från anhörig",
        "Bil {car} på verkstad",
    ),
    "head_teacher": (
        "Ledighetsansökan {class_name}",
        "Vikarie till {class_name}",
        "Orosanmälan",
        "Synpunkt från vårdnadshavare, {class_name}",
        "Offert: läromedel i {school_subject}",
        "Felanmälan {building_part}",
    ),
    "communicator": (
        "Text om {news_subject}",
        "Frågor från {paper} om {news_subject}",
        "Bilder till {news_subject}",
        "Korrektur {page}",
        "Tillgänglighetsrapport för {page}",
        "Önskemål om affisch",
    ),
    "it_administrator": (
        "Larm: {system} svarar långsamt",
        "Beställning av konto, {unit}",
        "Certifikat för {system} löper ut",
        "Licenser för {program}",
        "Ändringsärende {case}",
        "Säkerhetsbulletin vecka {week}",
    ),
}
SENTENCES = (
    "Hej! Jag skickar det vi talade om.",
    "Kan du återkomma före {weekday}?",
    "Underlaget finns i mappen {folder}.",
    "Det gäller {property}, ärende {case}.",
    "Hör av dig till {person} om du har frågor.",
    "Vi behöver ett svar innan {meeting} den {date}.",
    "Tack för snabb hjälp förra veckan.",
    "Jag har lagt till mina synpunkter direkt i dokumentet.",
    "Meddela om tiden inte passar, så hittar vi en ny.",
    "Enligt {unit} är det klart vecka {week}.",
    "Läs gärna igenom och säg om något är otydligt.",
    "Vi har fått in {number} svar hittills.",
    "Det här är brådskande, ring mig om du kan.",
    "Beslutet fattas i {board} den {date}.",
    "Jag är ledig på {weekday} men nås på mobilen.",
)

GROUP_TOPICS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "Klimatnätverket": (
        (
            "Vem har provat ellastcykel i tjänsten?",
            (
                "Vi på utemiljö har lånat en i tre veckor. Den klarar backen vid Skuru utan problem.",
                "Vi har två i Orminge. Batteriet räcker ett helt pass, men ladda inomhus när det är minusgrader.",
                "Kan man se den någonstans? Vi funderar på en till biblioteket.",
            ),
        ),
        (
            "Matsvinnet i skolköken: siffror för hösten",
            (
                "Vi är nere på 31 gram per portion. Bäst är dagarna då eleverna får smaka innan de tar.",
                "Bra jobbat! Får vi använda diagrammet i nyhetsbrevet?",
                "Ja, det ligger i gruppens filer.",
            ),
        ),
        (
            "Återbruk av möbler vid flytten",
            (
                "Femtio stolar och tolv skrivbord behöver nytt hem före den {date}.",
                "Daglig verksamhet kan ta emot skrivborden, vi har plats i verkstaden.",
                "Skolan tar gärna stolarna.",
            ),
        ),
        (
            "Solceller på idrottshallen",
            (
                "Nu är anläggningen i drift. Den första veckan gav den {number} procent av hallens el.",
                "Går det att visa på en skärm i entrén?",
            ),
        ),
    ),
    "Skyddsombuden": (
        (
            "Skyddsrond i stadshuset vecka {week}",
            (
                "Vi börjar på plan 1 klockan {clock}. Ta med protokollet från förra ronden.",
                "Jag kan inte då, {first_name} går i mitt ställe.",
            ),
        ),
        (
            "Ventilationen på plan 3",
            (
                "Flera har fått huvudvärk på eftermiddagarna. Har ni märkt något?",
                "Vi har mätt: koldioxiden är hög efter klockan två.",
                "Felanmält. De kommer på {weekday}.",
            ),
        ),
        (
            "Ensamarbete på kvällar",
            ("Rutinen har uppdaterats. Läs särskilt avsnittet om larm.", "Bra, men telefonnumret på sidan 2 är fel."),
        ),
    ),
    "Kören i stadshuset": (
        (
            "Noter till luciatåget",
            ("Noterna ligger i mappen. Altarna får en extra stämma i år.", "Jag saknar sidan 3.", "Uppladdad nu!"),
        ),
        (
            "Övning flyttas till {weekday}",
            ("Nämndsalen är upptagen, så vi ses i matsalen klockan {clock}.", "Jag kommer lite sent."),
        ),
        (
            "Vi behöver fler basar",
            ("Känner du någon som sjunger gärna men inte säger det?", "Jag har lockat med en från {unit}!"),
        ),
    ),
    "Nätverket för klarspråk": (
        (
            "Hur skriver ni datum i beslut?",
            (
                "Vi skriver 3 maj {year}, inte {year}-05-03, i löpande text.",
                "Samma här. I tabeller är siffror lättare.",
            ),
        ),
        (
            "Brevmall till vårdnadshavare",
            (
                "Jag har kortat den från två sidor till en. Tyck till!",
                "Mycket bättre. Flytta upp vad man ska göra till första stycket.",
            ),
        ),
        ("Ord vi kan byta ut", ("Erhålla, föreligga, beakta. Fyll på!", "Avseende och i enlighet med.", "Ombesörja.")),
    ),
    "Cykelklubben": (
        (
            "Vinterdäck i år igen",
            ("Dubbat fram räcker långt. Verkstaden i garaget har öppet på {weekday}.", "Tack för tipset!"),
        ),
        (
            "Cykelgaraget är fullt",
            (
                "Det står {number} cyklar som inte har rörts sedan sommaren. De märks upp nu.",
                "Min är den gröna, den används!",
            ),
        ),
        (
            "Gemensam tur till Erstavik",
            ("Vi samlas vid entrén klockan {clock} på {weekday}.", "Jag tar med kaffe.", "Jag hänger på."),
        ),
    ),
}
