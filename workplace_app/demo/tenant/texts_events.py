"""Wording of calendars: series by role, single events, notes."""

SERIES_FOR_ALL: tuple[tuple[str, str, int, int, int, str], ...] = (
    ("Stadsdirektörens måndagsmöte", "mon", 9, 0, 30, "Teams"),
    ("Fredagsfika", "fri", 14, 30, 30, "Köket, plan 3"),
    ("Friska Nacka: lunchpromenad", "wed", 12, 0, 45, "Entrén, stadshuset"),
    ("Kören i stadshuset", "wed", 16, 45, 60, "Nämndsalen, plan 5"),
)
"""(title, day or "workdays", hour, minute, length in minutes, place)."""

SERIES_BY_ROLE: dict[str, tuple[tuple[str, str, int, int, int, str], ...]] = {
    "case_worker": (
        ("Morgonavstämning", "workdays", 8, 30, 20, "Teams"),
        ("Ärendefördelning", "mon", 10, 0, 45, "Rum Ektorp, plan 3"),
        ("Remissmöte med Trafikenheten", "tue", 14, 45, 45, "Teams"),
        ("Bygglovrådgivning", "thu", 15, 0, 60, "Stadsbyggnadsservice"),
        ("Skrivtid: beslut", "fri", 9, 0, 120, ""),
        ("Handledning", "wed", 13, 0, 45, "Rum Järla, plan 2"),
        ("Kontorstid på planenheten", "thu", 10, 0, 60, "Stadshuset, plan 4"),
    ),
    "home_care": (
        ("Överlämning", "workdays", 7, 0, 20, "Orminge centrum"),
        ("Schemamöte", "tue", 13, 30, 45, "Orminge centrum"),
        ("Teammöte med sjuksköterska", "thu", 14, 0, 45, "Teams"),
        ("Reflektion i gruppen", "fri", 13, 0, 45, "Orminge centrum"),
        ("Bilkontroll", "mon", 15, 15, 15, "Garaget, Orminge"),
        ("Rehabrond", "wed", 10, 0, 45, "Teams"),
    ),
    "head_teacher": (
        ("Ledningsgrupp Ekudden", "mon", 8, 0, 60, "Rektorsexpeditionen"),
        ("Dagens frånvaro och vikarier", "workdays", 7, 30, 15, "Teams"),
        ("Arbetslag F–3", "tue", 14, 30, 60, "Personalrummet"),
        ("Arbetslag 4–6", "thu", 14, 30, 60, "Personalrummet"),
        ("Elevhälsoteam", "wed", 13, 0, 75, "Rektorsexpeditionen"),
        ("Rektorsgruppen", "fri", 9, 0, 90, "Rum Boo, plan 2"),
    ),
    "communicator": (
        ("Morgonmöte redaktionen", "workdays", 8, 45, 15, "Teams"),
        ("Redaktionsmöte", "tue", 9, 30, 45, "Rum Sickla, plan 3"),
        ("Webbredaktörernas timme", "thu", 13, 0, 60, "Teams"),
        ("Planering sociala medier", "mon", 13, 0, 45, "Rum Boo, plan 2"),
        ("Skrivstuga klarspråk", "wed", 9, 0, 60, "Rum Älta, plan 1"),
        ("Projektmöte nya intranätet", "fri", 10, 0, 60, "Teams"),
    ),
    "it_administrator": (
        ("Driftmöte", "workdays", 8, 15, 15, "Teams"),
        ("Ändringsråd", "tue", 13, 0, 45, "Teams"),
        ("Projektmöte ärendesystem", "thu", 9, 0, 60, "Rum Kvarnholmen, plan 2"),
        ("Säkerhetsmöte", "mon", 14, 0, 45, "Rum Saltängen, plan 4"),
        ("Paketeringsverkstad", "wed", 10, 0, 90, "Verkstaden, plan 1"),
        ("Leverantörsmöte utskrift", "fri", 13, 0, 45, "Teams"),
    ),
}

SINGLES_FOR_ALL = (
    "Samtal med {person}",
    "Avstämning om {subject}",
    "Arbetsplatsträff",
    "Kurs i {course}",
    "Uppföljning av {document}",
    "Workshop: {subject}",
    "Intervju inför rekrytering",
    "Lunch med {person}",
    "Presentation för {board}",
    "Möte med {unit}",
    "Planeringsdag",
    "Samverkansgrupp",
    "Utbildning i {system}",
    "Frågestund om {subject}",
    "Hälsoundersökning",
)
SINGLES_BY_ROLE: dict[str, tuple[str, ...]] = {
    "case_worker": (
        "Platsbesök, {street}",
        "Tekniskt samråd, {street}",
        "Genomgång av ärende {case}",
        "Slutsamråd, {property}",
        "Möte med sökande, {property}",
        "Avstämning av remisser, {property}",
        "Syn på {street}",
        "Möte om detaljplan i {district}",
    ),
    "home_care": (
        "Hembesök hos {client}",
        "Vårdplanering, {client}",
        "Anhörigsamtal, {client}",
        "Handledning av elev",
        "Delegeringssamtal",
        "Hygienrond i {district}",
        "Genomgång av hjälpmedel hos {client}",
        "Introduktion av vikarie",
    ),
    "head_teacher": (
        "Utvecklingssamtal {class_name}",
        "Lektionsbesök {class_name}",
        "Föräldramöte {class_name}",
        "Medarbetarsamtal {person}",
        "Skyddsrond i {building_part}",
        "Matråd",
        "Elevråd",
        "Möte med vårdnadshavare, {class_name}",
        "Ekonomiuppföljning",
    ),
    "communicator": (
        "Fotografering: {news_subject}",
        "Intervju om {news_subject}",
        "Avstämning pressmeddelande: {news_subject}",
        "Korrektur: {news_subject}",
        "Möte om {page}",
        "Filminspelning: {news_subject}",
        "Kampanjmöte: {news_subject}",
    ),
    "it_administrator": (
        "Driftstopp: {system}",
        "Test av {program}",
        "Genomgång av incident {case}",
        "Avtalsmöte: {system}",
        "Installation i {school}",
        "Riskanalys: {system}",
        "Återläsningsprov: {system}",
        "Möte om behörigheter med {unit}",
    ),
}
PRIVATE_TITLES = ("Tandläkare", "Vårdcentralen", "Hämta på förskolan", "Bilbesiktning", "Utvecklingssamtal", "Frisör")
ALL_DAY_TITLES = (
    "Semester: {person}",
    "Studiedag",
    "Planeringsdagar",
    "Klämdag",
    "Distansarbete",
    "Jour",
    "{person} fyller år",
    "Sista dag för {subject}",
    "Konferens om {course}",
)
AGENDAS = (
    "Vi går igenom läget och bestämmer vem som gör vad till nästa gång.",
    "Läs underlaget i förväg så att vi kan använda tiden till frågor om {subject}.",
    "Ta med dator. {person} visar hur det fungerar och svarar på frågor.",
    "Dagordning: föregående anteckningar, {subject}, övriga frågor.",
    "Mötet är inställt om ingen har något att ta upp. Skriv i så fall i kanalen dagen före.",
    "Hör av dig till {person} om tiden inte passar.",
)
