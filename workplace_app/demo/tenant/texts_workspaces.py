"""Sites, groups, plans and lists: some that everybody has, some by what one works with."""

SITES_FOR_ALL: tuple[tuple[str, str], ...] = (
    ("Mallar och rutiner", "Gällande mallar, rutiner och checklistor."),
    ("Trappmöten", "Bilder och anteckningar från trappmötena."),
    ("Stadshuset: praktiskt", "Passerkort, rum, cykelgarage och vaktmästeri."),
    ("Personalhandboken", "Regler och stöd för dig som är anställd."),
    ("Inköp och upphandling", "Ramavtal, beställningar och stöd."),
    ("Ekonomi och budget", "Anvisningar, tidplaner och prognoser."),
    ("Arkiv och diarium", "Så registrerar, hittar och gallrar du handlingar."),
    ("Dataskydd", "Registerförteckning, mallar och kontaktpersoner."),
    ("Nackas e-tjänster", "Förvaltning och statistik för e-tjänsterna."),
)

SITES_BY_ROLE: dict[str, tuple[tuple[str, str], ...]] = {
    "case_worker": (
        ("Byggnadsnämndens beslut", "Protokoll och delegationslistor."),
        ("Kartor och mätning", "Beställningar och underlag."),
        ("Kulturmiljöprogrammet", "Underlag för varsamhet och bevarande."),
        ("Plan- och bygglagen i praktiken", "Vägledning och domar."),
    ),
    "home_care": (
        ("Hemtjänstens handbok", "Rutiner för alla moment."),
        ("Hygien och smittskydd", "Basala hygienrutiner."),
        ("Hjälpmedel", "Beställning, skötsel och filmer."),
        ("Sommarbemanning", "Planering och introduktion."),
    ),
    "head_teacher": (
        ("Rektorsportalen", "Stöd i skoljuridik, ekonomi och bemanning."),
        ("Läsåret", "Kalendarium, prov och lov."),
        ("Elevhälsans rutiner", "Stödmaterial och blanketter."),
        ("Skolbyggnader", "Lokaler, underhåll och ombyggnad."),
    ),
    "communicator": (
        ("Redaktörshandboken", "Skriva, publicera och städa på nacka.se."),
        ("Bildbanken", "Bilder med rättigheter."),
        ("Kommunikationsplaner", "Planer för projekt och beslut."),
        ("Varumärket Nacka", "Profil, mallar och exempel."),
    ),
    "it_administrator": (
        ("Driftdokumentation", "Servrar, tjänster och beroenden."),
        ("Licenser och avtal", "Vad vi har och när det löper ut."),
        ("Säkerhetshandboken", "Regler, rutiner och checklistor."),
        ("Projektkontoret it", "Projekt, beslut och tidplaner."),
    ),
}

GROUPS_FOR_ALL: tuple[tuple[str, str], ...] = (
    ("Klimatnätverket", "För dig som vill minska kommunens klimatpåverkan."),
    ("Skyddsombuden", "Frågor om arbetsmiljö."),
    ("Kören i stadshuset", "Vi sjunger tillsammans på onsdagar."),
    ("Nätverket för klarspråk", "Begripliga texter för alla."),
    ("Cykelklubben", "Till jobbet på två hjul."),
)

PLANS_FOR_ALL = (
    "Mallar och rutiner",
    "Projekt e-tjänster",
    "Trappmöten",
    "Systematiskt arbetsmiljöarbete",
    "Introduktion av nya kollegor",
    "Friska Nacka",
)
PLANS_BY_ROLE: dict[str, tuple[str, ...]] = {
    "case_worker": (
        "Bygglov: ärenden",
        "Bygglov: beslut",
        "Remisser",
        "Tillsyn",
        "Startbesked och slutbesked",
        "Detaljplaner i Boo",
        "Bygglovrådgivning",
        "Digital granskning",
        "Arkiv och gallring",
    ),
    "home_care": (
        "Brukare: uppföljning",
        "Kontaktmän",
        "Läkemedel och delegering",
        "Avvikelser",
        "Bilar och nycklar",
        "Schemaönskemål",
        "Hygienronder",
        "Sommarbemanning",
        "Förbättringar",
    ),
    "head_teacher": (
        "Läsårsplanering",
        "Elevhälsa",
        "Personal och vikarier",
        "Ekonomi Ekudden",
        "Lokaler och skolgård",
        "Kvalitetsarbete",
        "Trygghet och studiero",
        "Nationella prov",
        "Vårdnadshavare",
    ),
    "communicator": (
        "Redaktionsplan",
        "Nyheter på intranätet",
        "nacka.se: förbättringar",
        "Press",
        "Sociala medier",
        "Kampanjer",
        "Bild och film",
        "Kriskommunikation",
        "Tillgänglighet",
    ),
    "it_administrator": (
        "Ändringar och drift",
        "Säkerhetsuppdateringar",
        "Behörigheter",
        "Klientplattformen",
        "Avveckling av system",
        "Införande ärendesystem",
        "Licenser",
        "Incidenter: efterarbete",
        "Nät och telefoni",
    ),
}
BUCKETS: tuple[tuple[str, ...], ...] = (
    ("Att göra", "Pågår", "Väntar på svar", "Klart"),
    ("Inkommet", "Granskas", "Komplettering", "Beslut", "Avslutat"),
    ("Idéer", "Nästa vecka", "Den här veckan", "Klart"),
)
LISTS_BY_ROLE: dict[str, tuple[str, str, str]] = {
    "case_worker": ("Platsbesök", "Handledning av nya", "Någon gång"),
    "home_care": ("Passet", "Att ta upp på mötet", "Utbildning"),
    "head_teacher": ("Samtal att boka", "Skolrundan", "Någon gång"),
    "communicator": ("Texter på gång", "Att fråga om", "Någon gång"),
    "it_administrator": ("Jourveckan", "Att undersöka", "Certifikat som löper ut"),
}
