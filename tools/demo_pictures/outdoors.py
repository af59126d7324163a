"""Scenes out of doors: nature, streets, buildings."""

from tools.demo_pictures.brush import HIGH, INK, LEAF, PINE, SNOW, TEAL, WALLS, WIDE, Brush


def forest(b: Brush) -> None:
    b.sky("morning")
    b.disc(WIDE * b.dice.uniform(0.55, 0.8), 190, 70, 70, "#fff4d8", 190)
    ridges = ((270, 30, 22), (330, 36, 38), (410, 34, 60), (500, 30, 96), (610, 20, 150))
    for step, (base, rise, trees) in enumerate(ridges):
        b.ridge(base, rise, PINE[step], trees)


def lake(b: Brush) -> None:
    b.sky("day", 330)
    b.ridge(290, 24, PINE[1], 20)
    b.ridge(318, 10, PINE[3], 30)
    b.water(325, "#a9cbd0", "#4f8b96", "#2c5f6c")
    b.shape([(380, HIGH), (455, 470), (475, 470), (560, HIGH)], "#b89a74")
    for y in range(480, HIGH, 16):
        half = 10 + (y - 470) * 0.48
        b.stroke([(468 - half, y), (468 + half, y)], "#8d7351", 2)
    b.ridge(640, 18, PINE[4], 46)


def harbour(b: Brush) -> None:
    b.sky("evening", 380)
    for base, colour in ((338, "#77798a"), (356, "#565f6f"), (372, "#37444f")):
        b.ridge(base, 10, colour, 16)
    b.water(375, "#e9bb8d", "#8b7f84", "#2f4957")
    for x in (170, 330, 640, 790):
        tall = b.dice.randint(110, 170)
        b.box(x, 470 - tall, 3.5, tall, INK)
        b.shape([(x - 52, 468), (x + 60, 468), (x + 40, 492), (x - 38, 492)], INK)
        b.stroke([(x + 2, 470 - tall), (x + 50, 466)], INK, 1.4)


def park(b: Brush) -> None:
    b.sky("day")
    b.ridge(300, 16, "#9db3a0", 14)
    b.shade(0, 320, WIDE, 320, "#a9b98a", "#6f8a5a")
    b.shape([(470, 320), (500, 320), (700, HIGH), (300, HIGH)], "#dccfb3")
    leaves = ("#6d8a5a", "#7f9a63", "#5d7a4e") if b.second else LEAF
    for x, tall in ((120, 300), (300, 210), (690, 220), (850, 330)):
        b.leafy(x, 360 + tall * 0.4, tall, leaves)
    for _ in range(90):
        b.disc(b.dice.uniform(0, WIDE), b.dice.uniform(400, HIGH), 4, 2.4, b.dice.choice(leaves), 220)


def field(b: Brush) -> None:
    b.sky("morning")
    b.ridge(300, 30, PINE[1], 12)
    for step, colour in enumerate(("#c9c08a", "#b3b274", "#d8c583", "#94a162")):
        b.ridge(340 + step * 74, 26, colour)
    b.house(150, 300, 120, 356, "#a5483d", gable=True)
    b.leafy(330, 372, 120, ("#6d8a5a", "#7f9a63", "#5d7a4e"))


def flowers(b: Brush) -> None:
    b.sky("day")
    b.ridge(330, 20, "#9cb48b")
    b.shade(0, 360, WIDE, 280, "#8fae76", "#567a4a")
    for _ in range(150):
        y = 380 + 260 * b.dice.random()
        size = 3 + (y - 360) / 22
        x = b.dice.uniform(0, WIDE)
        b.stroke([(x, y), (x, y + size * 4)], "#4c6b40", 2)
        tone = b.dice.choice(("#e7c04f", "#d97b66", "#f2efe3", "#8b87b8"))
        for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            b.disc(x + dx * size * 0.6, y + dy * size * 0.6, size * 0.6, size * 0.6, tone)
        b.disc(x, y, size * 0.4, size * 0.4, "#7b5a2e")


def town(b: Brush) -> None:
    b.sky("grey")
    b.ridge(350, 14, PINE[1], 18)
    b.house(90, 230, 560, 500, "#cfc4ae", lit=0.3)
    b.house(650, 160, 220, 500, "#b5a58c", lit=0.25)
    b.box(0, 500, WIDE, 140, "#a8ada8")
    b.shape([(300, 500), (430, 500), (520, HIGH), (180, HIGH)], "#d8d5ca")
    b.box(716, 90, 4, 80, INK)
    b.shape([(720, 92), (780, 100), (780, 128), (720, 122)], TEAL)
    for x in (40, 930):
        b.leafy(x, 520, 190, ("#6d8a6a", "#7f9a7a"))


def street(b: Brush) -> None:
    b.sky("grey")
    x = -30
    while x < WIDE:
        wide = b.dice.randint(120, 190)
        b.house(x, b.dice.randint(120, 220), wide - 6, 410, b.dice.choice(WALLS))
        x += wide
    b.box(0, 410, WIDE, 230, "#9da4a5")
    b.shape([(410, 410), (550, 410), (900, HIGH), (60, HIGH)], "#788083")
    b.shape([(505, 410), (530, 410), (800, HIGH), (620, HIGH)], "#5e4d3d")
    for step in range(7):
        y = 430 + step * 32
        x, size = 535 + step * 42, 5 + step * 3.4
        foot, tip = y + size, y - size * 1.6
        b.shape([(x - size, foot), (x + size, foot), (x + size * 0.2, tip), (x - size * 0.2, tip)], "#d8763f")
        b.box(x - size * 0.55, y - size * 0.2, size * 1.1, size * 0.5, "#f6f2e9")


def snow(b: Brush) -> None:
    b.sky("winter")
    b.ridge(300, 24, "#9fb4bd", 40)
    b.house(120, 250, 170, 420, "#a5574a", gable=True, lit=0.7)
    b.house(620, 230, 220, 420, "#d9c9a6", gable=True, lit=0.6)
    b.shade(0, 400, WIDE, 240, "#f4f7f8", "#d9e3e9")
    b.shape([(330, HIGH), (440, 410), (540, 410), (640, HIGH)], "#c3d0d8")
    b.box(420, 430, 110, 60, "#d98a3f", 8)
    b.box(440, 402, 62, 36, "#4d6470", 6)
    b.shape([(404, 500), (540, 500), (560, 470), (392, 470)], "#54656d")
    for _ in range(260):
        size = b.dice.uniform(1, 4)
        b.disc(b.dice.uniform(0, WIDE), b.dice.uniform(0, HIGH), size, size, "#ffffff", 210)


def timber(b: Brush) -> None:
    b.sky("day")
    b.shape([(90, 170), (600, 80), (600, 540), (90, 540)], "#c0935f")
    b.shape([(600, 80), (880, 190), (880, 540), (600, 540)], "#93693f")
    for x in range(96, 600, 8):
        b.box(x, 172 - (x - 90) * 90 / 510, 1.6, 470, "#6b4727", clear=b.dice.randint(18, 60))
    for row in range(4):
        for column in range(6):
            x = 122 + column * 80
            y = 198 - column * 13 + row * 84
            b.box(x - 4, y - 4, 52, 60, "#6b4b2b")
            b.box(x, y, 44, 52, "#f3dfae" if b.dice.random() < 0.3 else "#86a0aa")
        for column in range(3):
            b.box(632 + column * 82, 160 + column * 30 + row * 88, 46, 50, "#57727d")
    b.box(0, 540, WIDE, 100, "#a8b093")
    b.ridge(600, 8, "#5f7a55", 34)


def school(b: Brush) -> None:
    b.sky("morning")
    b.ridge(330, 18, PINE[1], 26)
    b.house(120, 280, 640, 480, "#b5715a", lit=0.35)
    b.house(380, 230, 140, 480, "#c98a6f", gable=True, lit=0.4)
    b.shade(0, 480, WIDE, 160, "#c7c3b4", "#aaa694")
    for x in (230, 560):
        b.ring(x, 560, 44, "#f0ead9", 4)
    b.leafy(840, 520, 230, ("#c9a24e", "#b9743c", "#d2b45f"))
    b.box(60, 300, 4, 220, INK)
    b.shape([(64, 302), (124, 308), (124, 340), (64, 334)], TEAL)


def playground(b: Brush) -> None:
    b.sky("day")
    b.ridge(310, 18, "#94ae8a", 22)
    b.shade(0, 380, WIDE, 260, "#b7c08d", "#8fa36a")
    b.disc(480, 560, 420, 90, "#d9c7a0")
    b.stroke([(180, 540), (240, 300), (420, 300), (480, 540)], "#8b5e3c", 12)
    for x in (285, 375):
        b.stroke([(x, 302), (x - 8, 470)], INK, 3)
        b.stroke([(x + 44, 302), (x + 36, 470)], INK, 3)
        b.box(x - 16, 468, 60, 10, TEAL, 4)
    b.shape([(620, 320), (700, 320), (860, 560), (810, 570)], "#d8a23f")
    b.stroke([(640, 560), (640, 320)], "#8b5e3c", 10)
    b.stroke([(700, 560), (700, 320)], "#8b5e3c", 10)
    b.shape([(610, 322), (670, 250), (730, 322)], "#b5573f")


def crane(b: Brush) -> None:
    b.sky("evening" if b.dice.random() < 0.5 else "day")
    b.ridge(400, 14, "#7f8f95", 10)
    for x, top in ((60, 300), (230, 230), (640, 270), (790, 330)):
        b.house(x, top, 130, 540, b.dice.choice(WALLS), lit=0.15)
    b.box(395, 250, 190, 290, "#8c9296")
    for row in range(5):
        b.box(395, 250 + row * 58, 190, 7, "#5f676b")
    for x, reach in ((500, 330), (190, 210)):
        b.box(x, 90, 10, 450, "#d8a23f")
        b.box(x - 90, 96, 90 + reach, 9, "#d8a23f")
        b.stroke([(x + 5, 50), (x + reach * 0.8, 98)], INK, 2)
        b.stroke([(x + 5, 50), (x - 80, 98)], INK, 2)
        b.stroke([(x + reach * 0.7, 104), (x + reach * 0.7, 220)], INK, 2)
    b.shade(0, 540, WIDE, 100, "#a39480", "#7f7261")


def bus(b: Brush) -> None:
    b.sky("grey")
    for x, top in ((0, 180), (190, 230), (420, 150), (650, 210), (820, 170)):
        b.house(x, top, 170, 400, b.dice.choice(WALLS), lit=0.3)
    b.shade(0, 400, WIDE, 240, "#8b9396", "#6f777a")
    tone = b.dice.choice((TEAL, "#b5573f", "#3f6b8a"))
    b.box(150, 300, 620, 210, tone, 26)
    b.box(180, 330, 560, 84, "#24323a", 10)
    for x in range(186, 720, 80):
        b.box(x, 334, 72, 76, "#a9c3cc", 6)
    b.box(150, 440, 620, 12, "#f0ead9", clear=180)
    for x in (270, 640):
        b.disc(x, 512, 44, 44, INK)
        b.disc(x, 512, 20, 20, "#9aa3a6")
    b.box(746, 450, 20, 18, "#f4dfa6", 4)


def bike(b: Brush) -> None:
    b.sky("day")
    b.ridge(300, 20, PINE[2], 24)
    b.shade(0, 360, WIDE, 280, "#9fb184", "#7b9163")
    b.shape([(120, HIGH), (420, 360), (520, 360), (900, HIGH)], "#8f989b")
    b.stroke([(470, 380), (500, 620)], "#f0ead9", 5)
    for x in (340, 590):
        b.ring(x, 500, 84, INK, 9)
        b.ring(x, 500, 6, INK, 6)
    frame = b.dice.choice(("#b5573f", TEAL, "#d8a23f"))
    b.stroke([(340, 500), (430, 380), (560, 380), (590, 500)], frame, 11)
    b.stroke([(430, 380), (455, 500), (560, 380)], frame, 11)
    b.stroke([(455, 500), (340, 500)], frame, 9)
    b.stroke([(560, 380), (550, 340), (600, 336)], INK, 9)
    b.stroke([(430, 380), (424, 352)], INK, 8)
    b.box(396, 342, 60, 12, INK, 6)


def water(b: Brush) -> None:
    b.shade(0, 0, WIDE, HIGH, "#dfe9ea", "#b9d3d8")
    b.box(360, 40, 240, 70, "#8d999d", 20)
    b.box(450, 90, 60, 130, "#7b888d")
    b.box(430, 206, 100, 26, "#68757a", 8)
    b.shape([(462, 232), (498, 232), (512, 470), (448, 470)], "#6fb3c0", 220)
    b.disc(480, 520, 300, 60, "#5aa0b0")
    b.disc(480, 514, 240, 42, "#83c0cb")
    for step in range(5):
        b.disc(480, 510, 60 + step * 46, 9 + step * 8, "#ffffff", 34)
    b.box(0, 580, WIDE, 60, SNOW)


SCENES = (
    forest, lake, harbour, park, field, flowers, town, street, snow, timber, school, playground, crane, bus, bike,
    water,
)  # fmt: skip
