"""Threads that belong to one kind of work."""

from workplace_app.demo.tenant.texts_messages import Thread

THREADS_BY_ROLE: dict[str, tuple[Thread, ...]] = {
    "case_worker": (
        (
            "Ärende {case}",
            "Sökanden vill flytta {building} en meter närmare gränsen. Är det någon som har haft ett liknande fall?",
            (
                "Ja, på {street}. Där krävdes grannens medgivande.",
                "Titta på domen som ligger i Prejudikat.",
                "Tack, då begär jag in ett medgivande.",
            ),
        ),
        (
            "",
            "Grannehörandet för {property} är utskickat. Svar senast den {date}.",
            ("Jag bevakar.", "Två svar har kommit, inga invändningar."),
        ),
        (
            "",
            "Kan någon följa med på platsbesök på {street} på {weekday}?",
            ("Jag kan, klockan {clock}.", "Ta med mätstickan.", "Vi ses i garaget."),
        ),
        (
            "Remissvar",
            "Trafikenheten vill ha bredare infart på {property}. Ska vi begära ny situationsplan?",
            (
                "Ja, men fråga först om måtten i nybyggnadskartan stämmer.",
                "Kartan är ommätt, sidan 2 gäller.",
                "Då begär jag komplettering i dag.",
            ),
        ),
        (
            "",
            "Ny dom om {building} på prickad mark. Den talar för att vi varit för stränga.",
            ("Intressant. Tar vi den på skrivtiden?", "Ja, jag sammanfattar en sida.", "Lägg den gärna i Prejudikat."),
        ),
        (
            "",
            "Räddningstjänsten har svarat om {property}: inget att invända.",
            ("Då kan beslutet skrivas.", "Jag tar det."),
        ),
        (
            "",
            "Telefontiden i går: {number} samtal, de flesta om {building}.",
            ("Ska vi lägga ut ett förtydligande på webben?", "Jag pratar med kommunikation."),
        ),
        (
            "Startbesked {case}",
            "Kontrollplanen saknar certifierad sakkunnig brand. Jag håller startbeskedet tills den är kompletterad.",
            ("Rätt. Skriv att de får bygga när det är klart, inte före.", "Skickat."),
        ),
        (
            "",
            "Den nya mallen för beslut fungerar inte med bilagor. Är det bara jag?",
            ("Samma här.", "Digitaliseringsenheten är på det.", "Löst: ladda om mallen."),
        ),
    ),
    "home_care": (
        (
            "",
            "Bil {car} står kvar på laddning med trasig kontakt. Använd den inte i dag.",
            ("Jag tar bil 3 i stället.", "Verkstaden kommer klockan {clock}."),
        ),
        (
            "Överlämning",
            "{client} har ätit dåligt i två dagar. Följ upp vid lunch och dokumentera.",
            ("Lunch gick bra, åt nästan allt.", "Bra! Fortsätt följa till {weekday}."),
        ),
        (
            "",
            "Vem kan ta kvällen på {weekday}? {first_name} är sjuk.",
            ("Jag kan till klockan 20.", "Då tar jag sista rundan.", "Tack, ni är guld."),
        ),
        (
            "",
            "Nyckeln till {client} är inte återlämnad i skåpet.",
            ("Den ligger hos mig, jag lämnar vid {clock}.", "Tack."),
        ),
        (
            "Delegering",
            "Delegeringarna för {medicine} går ut den {date}. Boka tid med sjuksköterskan.",
            ("Bokad!", "Jag gör det i eftermiddag."),
        ),
        ("", "Halkan är svår vid hörnhuset. Använd broddar.", ("Sandat nu.", "Fint, tack utemiljö!")),
        (
            "Avvikelse",
            "Larmet hos {client} gav inget svar vid provet. Batteriet bytt, nytt prov i kväll.",
            ("Provet i kväll gick bra.", "Avslutar avvikelsen."),
        ),
        (
            "",
            "Beröm från en dotter i dag: hon är så glad att vi alltid ringer när vi blir sena.",
            ("Så fint att höra!", "Tar med det till mötet."),
        ),
    ),
    "head_teacher": (
        (
            "",
            "Vikarie till {class_name} den {date} är ordnad.",
            ("Tack! Planeringen ligger i mappen.", "Jag visar runt på morgonen."),
        ),
        (
            "Rastvakter",
            "Schemat för rastvakter är uppdaterat från vecka {week}.",
            ("Det blev dubbelt på {weekday}.", "Rättat.", "Bra."),
        ),
        (
            "",
            "Matsalen stänger klockan 13 på {weekday} på grund av golvvård.",
            ("Då byter vi lunch med {class_name}.", "Köket är med på det."),
        ),
        (
            "Elevhälsa",
            "Vi behöver tid för uppföljning i {class_name}. Fungerar {weekday} klockan {clock}?",
            ("Fungerar för kuratorn.", "Jag bokar rummet."),
        ),
        (
            "",
            "Nationella provet i {school_subject}: lösenorden hämtas hos mig från klockan 7.30.",
            ("Noterat.", "Finns det reservdatorer?", "Fem stycken på expeditionen."),
        ),
        (
            "",
            "Låset till {building_part} krånglar, använd andra dörren.",
            ("Felanmält.", "Smeden kommer på {weekday}."),
        ),
        (
            "Studiedag",
            "Programmet för studiedagen om {course} är klart.",
            ("Ser bra ut!", "Kan vi lägga in en längre paus?", "Ja, 20 minuter klockan {clock}."),
        ),
        (
            "",
            "Tack alla för ett fint öppet hus i går. {number} familjer kom!",
            ("Eleverna var stolta.", "Bilderna ligger i mappen."),
        ),
    ),
    "communicator": (
        (
            "",
            "Texten om {news_subject} är klar för korrektur.",
            ("Läser nu.", "Två små ändringar, annars jättebra.", "Publicerar klockan {clock}."),
        ),
        (
            "Press",
            "{paper} ringer om {news_subject}. Vem svarar?",
            ("{person} tar det.", "Budskapet ligger i dokumentet, tredje stycket."),
        ),
        (
            "",
            "Bilden på {page} saknar alternativtext.",
            ("Fixar.", "Klart, och jag gick igenom resten av sidan också."),
        ),
        (
            "Klarspråk",
            "Får man skriva {subject} i en rubrik, eller är det för internt?",
            ("För internt. Skriv vad läsaren ska göra.", "Bra, då byter jag."),
        ),
        (
            "",
            "Inlägget om {news_subject} har fått {number} frågor. Jag svarar löpande.",
            ("Samla dem, så gör vi en fråga-svar-sida.", "Bra idé."),
        ),
        (
            "",
            "Statistiken för {page}: de flesta lämnar efter tio sekunder. Vi behöver flytta upp kontaktvägen.",
            ("Gör ett utkast så testar vi.", "Utkastet ligger i Struktur."),
        ),
        ("", "Filmen om {news_subject} är textad och klar.", ("Snyggt!", "Jag bokar den till {weekday}.")),
        (
            "Chefsbrev",
            "Har någon något till chefsbrevet vecka {week}? Stopp på {weekday}.",
            ("En rad om {subject}.", "Och påminn om enkäten."),
        ),
    ),
    "it_administrator": (
        (
            "Driftstörning",
            "{system} svarar inte sedan {clock}. Felsökning pågår.",
            (
                "Lastbalanseraren ser frisk ut.",
                "Databasen hade slut på anslutningar.",
                "Omstartad, följer läget.",
                "Stabilt. Skriver efterarbete i morgon.",
            ),
        ),
        (
            "Ändring",
            "Uppdatering av {system} görs den {date} klockan 20–22. Kortare avbrott att vänta.",
            ("Är systemförvaltaren med?", "Ja, {person} testar efteråt."),
        ),
        (
            "",
            "Certifikatet för {system} löper ut om {number} dagar.",
            ("Beställt.", "Installerat i test, produktion på {weekday}."),
        ),
        (
            "",
            "{program} finns nu som paket för alla datorer. Rulla ut till pilotgruppen först.",
            ("Pilot klar utan fel.", "Då går vi vidare på {weekday}."),
        ),
        (
            "",
            "Skolan i {district} har dålig täckning i B-huset.",
            ("Två accesspunkter till är beställda.", "Mätning på {weekday}."),
        ),
        (
            "Behörigheter",
            "Tjänstekontot för {system} har fler rättigheter än det behöver.",
            ("Jag drar ned det till läsning.", "Stäm av med {unit} först.", "De säger ok."),
        ),
        (
            "",
            "Säkerhetsbulletinen för vecka {week} är läst. En åtgärd för oss: {program}.",
            ("Paketeras i dag.", "Utrullad."),
        ),
        (
            "Efterarbete {case}",
            "Orsaken var en full disk. Larmet fanns men gick till fel grupp.",
            ("Larmgruppen rättad.", "Vi går igenom de andra larmen också."),
        ),
    ),
}
