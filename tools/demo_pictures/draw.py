"""Draws the demo municipality's pictures into resources/demo/pictures: `python -m tools.demo_pictures.draw`.

The pictures are kept in the repository, so that the demo needs no painter when it runs. The same scene and number give
the same picture. Most are JPEG, some PNG, since a CMS holds both.
"""

import json
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tools.demo_pictures import indoors, outdoors
from tools.demo_pictures.brush import Brush

FOLDER = Path(__file__).parents[2] / "resources" / "demo"
JPEG_QUALITY = 82
TWICE = {
    "paper", "laptop", "office", "forest", "town", "street", "crane", "lake", "park", "school", "snow", "care",
    "coffee", "field", "food", "pool",
}  # fmt: skip
AS_PNG = {"map", "water"}
DESCRIPTIONS = {
    "forest": "Skogsåsar bakom varandra i morgondis",
    "lake": "Brygga ut i en stilla sjö",
    "harbour": "Segelbåtar vid solnedgång",
    "park": "Grusgång mellan träd i höstfärger",
    "field": "Åkrar med en röd stuga i kanten",
    "flowers": "Sommaräng med blommor",
    "town": "Stadshuset med flagga och torg",
    "street": "Gata med grävarbete och koner",
    "snow": "Plogbil mellan hus i snöfall",
    "timber": "Hörnet av ett stort trähus",
    "school": "Skolbyggnad i tegel med skolgård",
    "playground": "Lekplats med gungor och rutschkana",
    "crane": "Byggkranar över nya hus",
    "bus": "Buss på en gata",
    "bike": "Cykel på en cykelväg",
    "water": "Vatten som rinner ur en kran",
    "pool": "Simbassäng med banlinor",
    "office": "Mötesrum med långbord och fönster",
    "laptop": "Bärbar dator med ett hänglås på skärmen",
    "paper": "Två pappersark och en penna på ett bord",
    "keys": "Nyckelskåp med märkta nycklar",
    "care": "Fåtölj vid ett fönster med en blomma på bordet",
    "coffee": "Kaffekoppar på ett bord",
    "food": "Bricka med skollunch",
    "library": "Bokhyllor med böcker i många färger",
    "stage": "Scen med mikrofon och gitarr",
    "map": "Karta med en markerad tomt",
}


def main() -> None:
    """Draw all of them anew."""
    application = QGuiApplication(["draw", "-platform", "offscreen"])
    pictures = FOLDER / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    for scene in (*outdoors.SCENES, *indoors.SCENES):
        name = scene.__name__.removesuffix("_sheet")
        for number in (1, 2) if name in TWICE else (1,):
            brush = Brush(name, number)
            scene(brush)
            brush.grain()
            file = pictures / f"{name}-{number}.{'png' if name in AS_PNG else 'jpg'}"
            brush.done().save(str(file), quality=JPEG_QUALITY)
    described = json.dumps(DESCRIPTIONS, ensure_ascii=False, indent=1)
    (FOLDER / "pictures.json").write_text(described + "\n", encoding="utf-8")
    application.quit()


if __name__ == "__main__":
    main()
