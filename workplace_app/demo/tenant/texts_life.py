"""What colleagues write while the demo runs."""

MENTIONS = (
    "Hinner du titta på ärende {case} före klockan {clock}?",
    "Kan du svara på frågan om {subject}? Underlaget ligger i {folder}.",
    "Vet du hur det gick med {subject}?",
    "Jag behöver din bedömning innan {meeting} på {weekday}.",
    "Du var med förra gången, stämmer det som står i {document}?",
    "Kan du ta det här? Jag är i {room_short} hela eftermiddagen.",
)
REPLIES = (
    "Jag tar det.",
    "Klart nu, se mappen {folder}.",
    "Tack, då vet jag.",
    "Stäm av med {person} först.",
    "Vi tar det på {meeting}.",
    "Bra, då stänger vi frågan.",
    "Jag återkommer efter lunch.",
    "Det löste sig, ni behöver inte göra något.",
)
CHAT_NEWS = (
    "Har du tid en stund klockan {clock}?",
    "Jag har lagt upp det i {folder}.",
    "Vet du om {person} är på plats i dag?",
    "Tack för i morse!",
    "Vi börjar utan dig om du är sen.",
    "Kan du titta på {document} när du hinner?",
)
GROUP_NEWS = (
    "Tack för tipset, det ska vi prova hos oss.",
    "Vi ses i {room_short} klockan {clock} på {weekday}.",
    "Samma fråga hos oss. Hur gjorde ni?",
    "Jag har lagt en sammanställning i gruppens filer.",
    "Finns det intresse för en träff vecka {week}?",
)
