"""Invented streets, properties and rooms; real names of districts."""

STREETS = (
    "Tallkottestigen",
    "Granbarksvägen",
    "Ekollonstigen",
    "Vattenpasset",
    "Murarstigen",
    "Lingonrisvägen",
    "Fågelholksvägen",
    "Stenskottsvägen",
    "Ljunghedsgränd",
    "Bryggkransvägen",
    "Hallonsnåret",
    "Skiffergången",
    "Rönnbärsslingan",
    "Kajutstigen",
    "Solgläntevägen",
    "Vindflöjelgatan",
    "Hasselrastvägen",
    "Mossängsbacken",
    "Lärkträdsstigen",
    "Fyrskeppsvägen",
    "Kantarellstråket",
    "Bergknallevägen",
    "Sälgbackestigen",
    "Akvareumgatan",
    "Trollsländevägen",
    "Kvarnrännan",
    "Blåsippsslänten",
    "Ankarlinegränd",
    "Näverstigen",
    "Duvkullestigen",
    "Skogsbrynsgatan",
    "Tjärbryggevägen",
)

PROPERTIES = (
    "Tallbacken",
    "Ekliden",
    "Bergsrosen",
    "Stenkumlet",
    "Lövholken",
    "Hällristaren",
    "Strandpiparen",
    "Nejonögat",
    "Solhöjden",
    "Granruskan",
    "Rävlyan",
    "Ankarfästet",
    "Björnmossan",
    "Fiskgjusen",
    "Ormvråken",
    "Kalkbrottet",
    "Tornfalken",
    "Mosippan",
    "Vattentornet",
    "Klippstranden",
)

ROOMS = (
    "Rum Ektorp, plan 3",
    "Rum Järla, plan 2",
    "Rum Björknäs, plan 4",
    "Rum Älta, plan 1",
    "Rum Boo, plan 2",
    "Rum Sickla, plan 3",
    "Rum Orminge, plan 1",
    "Rum Saltängen, plan 4",
    "Nämndsalen, plan 5",
    "Rum Kvarnholmen, plan 2",
)

OFFICES = ("Stadshuset, plan 1", "Stadshuset, plan 2", "Stadshuset, plan 3", "Stadshuset, plan 4", "Stadshuset, plan 5")

DISTRICTS = (
    "Sicklaön",
    "Boo",
    "Fisksätra",
    "Saltsjöbaden",
    "Älta",
    "Orminge",
    "Ektorp",
    "Björknäs",
    "Järla",
    "Kvarnholmen",
    "Skuru",
    "Saltängen",
)

SCHOOLS = (
    "Ekuddens skola",
    "Ljungvallens skola",
    "Tallrotens förskola",
    "Bergkullens skola",
    "Skeppsmasten förskola",
    "Hallonbackens förskola",
    "Vågbrytarens skola",
    "Mossgläntans skola",
)

BUYERS = (
    "brukaren på plan 2",
    "brukaren i hörnhuset",
    "morgonbesöket",
    "kvällsbesöket",
    "dubbelbemanningen",
    "nattpatrullen",
)
