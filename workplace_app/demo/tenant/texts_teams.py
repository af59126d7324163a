"""Teams with their channels: some that everybody has, some by what one works with."""

TEAMS_FOR_ALL: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "Projekt e-tjänster",
        "Vi gör kommunens e-tjänster enklare att förstå och använda.",
        ("Allmänt", "Krav och test", "Texter", "Lansering", "Frågor och svar"),
    ),
    (
        "Alla i stadshuset",
        "Det som rör alla som arbetar i huset.",
        ("Allmänt", "Praktiskt", "Köp och sälj", "Lunchtips", "Evenemang"),
    ),
    (
        "Friska Nacka",
        "Hälsa, rörelse och arbetsmiljö för alla medarbetare.",
        ("Allmänt", "Träningspass", "Stegtävlingen", "Ergonomi", "Pausgympa"),
    ),
    (
        "Beredskap och säkerhet",
        "Övningar, rutiner och lägesbilder.",
        ("Allmänt", "Övningar", "Rutiner", "Lägesbild", "Jour"),
    ),
)

TEAMS_BY_ROLE: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "case_worker": (
        (
            "Bygglovsenheten",
            "Enhetens gemensamma yta.",
            ("Allmänt", "Ärenden", "Rådgivning", "Mallar", "Fika och firande"),
        ),
        (
            "Stadsbyggnad: remisser",
            "Remisser till och från andra enheter.",
            ("Allmänt", "Underlag", "Trafik", "Miljö", "Räddningstjänst", "Grannehörande"),
        ),
        (
            "Attefall och småärenden",
            "Snabbspåret för mindre ärenden.",
            ("Allmänt", "Frågor", "Prejudikat", "Statistik"),
        ),
        (
            "Tillsyn",
            "Olovligt byggande, ovårdade tomter och hissar.",
            ("Allmänt", "Ärenden", "Platsbesök", "Domar", "Hissar"),
        ),
        (
            "Detaljplaner i Boo",
            "Planer som är på gång och frågor från sökande.",
            ("Allmänt", "Samråd", "Granskning", "Kartor", "Bygglov efter plan"),
        ),
        (
            "Digital granskning",
            "Verktyg och arbetssätt för granskning på skärm.",
            ("Allmänt", "Tips", "Fel och önskemål", "Utbildning"),
        ),
        (
            "Nybyggnadskartor",
            "Beställningar och leveranser tillsammans med lantmäteriet.",
            ("Allmänt", "Beställningar", "Leveranser", "Mätning", "Avvikelser"),
        ),
        (
            "Stadsarkitektens forum",
            "Gestaltning, kulturmiljö och exempel.",
            ("Allmänt", "Exempel", "Kulturmiljö", "Färg och material", "Studiebesök", "Arkiv"),
        ),
    ),
    "home_care": (
        (
            "Hemtjänsten Orminge",
            "Gruppens gemensamma yta.",
            ("Allmänt", "Schema", "Nycklar och bilar", "Överlämning", "Fika och firande"),
        ),
        (
            "Läkemedel och delegering",
            "Rutiner, delegeringar och avvikelser.",
            ("Allmänt", "Delegeringar", "Avvikelser", "Frågor till sjuksköterska"),
        ),
        (
            "Kvalitet i hemtjänsten",
            "Förbättringar, klagomål och beröm.",
            ("Allmänt", "Synpunkter", "Förbättringar", "Uppföljning", "Mätningar"),
        ),
        ("Trygghetslarm", "Larm, utryckningar och teknik.", ("Allmänt", "Larm", "Teknik", "Jour", "Byten")),
        (
            "Rehab och förflyttning",
            "Arbetsterapeuter och fysioterapeuter svarar.",
            ("Allmänt", "Hjälpmedel", "Lyft", "Filmer", "Frågor"),
        ),
        ("Demensteamet", "Bemötande och arbetssätt.", ("Allmänt", "Handledning", "Metoder", "Anhöriga", "Tips")),
        (
            "Bilar och cyklar",
            "Fordon, laddning och skador.",
            ("Allmänt", "Bokning", "Skador", "Däck och service", "Laddning"),
        ),
        (
            "Introduktion hemtjänst",
            "För nya kollegor och handledare.",
            ("Allmänt", "Checklistor", "Handledare", "Praktikanter", "Frågor", "Sommar"),
        ),
    ),
    "head_teacher": (
        (
            "Ekuddens skola",
            "Skolans gemensamma yta.",
            ("Allmänt", "Arbetslag F–3", "Arbetslag 4–6", "Schema och vikarier", "Fika och firande"),
        ),
        (
            "Rektorsgruppen",
            "Rektorer inom Välfärd skola.",
            ("Allmänt", "Ekonomi", "Bemanning", "Kvalitet", "Juridik", "Elevärenden"),
        ),
        (
            "Elevhälsoteamet Ekudden",
            "Samordning av stöd till elever.",
            ("Allmänt", "Möten", "Åtgärdsprogram", "Samverkan"),
        ),
        (
            "Skolans it och Unikum",
            "Lärplattform, datorer och konton.",
            ("Allmänt", "Frågor", "Konton", "Driftinformation", "Utbildning"),
        ),
        ("Fritidshemmet", "Planering och aktiviteter.", ("Allmänt", "Veckoplanering", "Lov", "Utflykter", "Mellanmål")),
        ("Skolmåltider", "Matsedel, specialkost och matråd.", ("Allmänt", "Specialkost", "Matråd", "Matsvinn")),
        (
            "Lokaler och skolgård",
            "Fel, ombyggnad och skolgården.",
            ("Allmänt", "Felanmälan", "Ombyggnad", "Skolgården", "Brand och säkerhet"),
        ),
        (
            "Kvalitetsarbete skola",
            "Analys, mål och uppföljning.",
            ("Allmänt", "Nationella prov", "Enkäter", "Analys", "Verksamhetsplan", "Arkiv"),
        ),
    ),
    "communicator": (
        (
            "Kommunikationsenheten",
            "Enhetens gemensamma yta.",
            ("Allmänt", "Redaktion", "Press", "Bildbank", "Fika och firande"),
        ),
        (
            "Webbredaktörerna",
            "Alla som skriver på nacka.se.",
            ("Allmänt", "Klarspråk", "Tillgänglighet", "Frågor", "Statistik", "Städveckan"),
        ),
        ("Kriskommunikation", "Beredskap, mallar och övningar.", ("Allmänt", "Mallar", "Övningar", "Jour")),
        (
            "Nya intranätet",
            "Projektet för det nya intranätet.",
            ("Allmänt", "Struktur", "Innehåll", "Test", "Lansering"),
        ),
        ("Sociala medier", "Planering, svar och statistik.", ("Allmänt", "Planering", "Svar", "Film", "Statistik")),
        ("Grafisk profil", "Mallar, tryck och skyltar.", ("Allmänt", "Mallar", "Tryck", "Skyltar")),
        (
            "Evenemang",
            "Invigningar, öppet hus och nationaldagen.",
            ("Allmänt", "Nationaldagen", "Invigningar", "Material", "Platser"),
        ),
        (
            "Internkommunikation",
            "Chefsbrev, trappmöten och nyheter.",
            ("Allmänt", "Chefsbrev", "Trappmöten", "Nyheter", "Mätningar", "Idéer"),
        ),
    ),
    "it_administrator": (
        (
            "Digitaliseringsenheten",
            "Enhetens gemensamma yta.",
            ("Allmänt", "Drift", "Säkerhet", "Projekt", "Fika och firande"),
        ),
        (
            "Driftjouren",
            "Störningar, ändringar och jour.",
            ("Allmänt", "Pågående", "Ändringar", "Efterarbete", "Jourschema", "Larm"),
        ),
        (
            "Klientplattformen",
            "Datorer, paket och uppdateringar.",
            ("Allmänt", "Paketering", "Uppdateringar", "Skrivare"),
        ),
        (
            "Konton och behörigheter",
            "Identiteter, grupper och tjänstekonton.",
            ("Allmänt", "Beställningar", "Tjänstekonton", "Granskning", "Frågor"),
        ),
        (
            "Systemförvaltarna",
            "Nätverk för alla som förvaltar system.",
            ("Allmänt", "Avtal", "Integrationer", "Utbildning", "Tips"),
        ),
        (
            "Informationssäkerhet",
            "Klassning, riskanalys och incidenter.",
            ("Allmänt", "Incidenter", "Riskanalyser", "Klassning"),
        ),
        ("Nät och telefoni", "Nätverk, växel och mobiler.", ("Allmänt", "Trådlöst", "Växeln", "Mobiler", "Skolor")),
        (
            "Införande ärendesystem",
            "Projektet för nytt ärendesystem.",
            ("Allmänt", "Konfiguration", "Test", "Flytt av data", "Utbildning", "Beslut"),
        ),
    ),
}
