"""Scenes in rooms and on tables."""

from tools.demo_pictures.brush import CREAM, HIGH, INK, TEAL, WIDE, Brush


def _table(b: Brush, wall: str, top: str) -> None:
    b.shade(0, 0, WIDE, 400, wall, CREAM)
    b.shade(0, 380, WIDE, 260, top, "#8a6a49")
    for y in range(400, HIGH, 34):
        b.stroke([(0, y), (WIDE, y + 5)], "#7d5f40", 1)


def pool(b: Brush) -> None:
    b.shade(0, 0, WIDE, 300, "#f3f6f5", "#dbe7e8")
    for column in range(7):
        x = 36 + column * 130
        b.shade(x, 70, 106, 170, "#b9d5dc", "#eaf4f4")
        b.stroke([(x + 53, 70), (x + 53, 240)], "#f7faf9", 4)
    for column in range(9):
        b.shape([(480, 20), (column * 120 - 40, 0), (column * 120 + 6, 0)], "#b08d62", 200)
    b.box(0, 262, WIDE, 34, "#cdd6d3")
    b.shade(0, 296, WIDE, 344, "#86cbd2", "#2f94a3", "#187286")
    for lane in range(-5, 6):
        near = 480 + lane * 300
        tone = "#d8705f" if lane % 2 else "#f4f7f7"
        b.shape([(478 + lane * 76, 296), (483 + lane * 76, 296), (near + 9, HIGH), (near - 9, HIGH)], tone)
    for _ in range(240):
        y = 304 + 330 * b.dice.random() ** 0.7
        grow = (y - 280) / 360
        b.disc(b.dice.uniform(0, WIDE), y, 44 * grow, 3 * grow, "#ffffff", b.dice.randint(16, 52))


def office(b: Brush) -> None:
    b.shade(0, 0, WIDE, 420, "#e6e6df", "#f1efe8")
    for x in (80, 370, 660):
        b.box(x, 60, 230, 240, "#f9f8f3", 4)
        b.shade(x + 10, 70, 210, 220, "#bcd3dd", "#dfe9e6")
        b.stroke([(x + 115, 70), (x + 115, 290)], "#f9f8f3", 5)
    b.shade(0, 420, WIDE, 220, "#b7aa97", "#9a8d7b")
    b.shape([(140, 470), (820, 470), (930, 590), (30, 590)], "#c89f6d")
    b.shape([(30, 590), (930, 590), (930, 612), (30, 612)], "#8e6a43")
    for x in (220, 400, 580, 760):
        b.box(x - 36, 360, 72, 92, b.dice.choice((TEAL, "#54656d", "#b5715a")), 14)
        b.box(x - 4, 440, 8, 40, INK)
    b.box(430, 500, 120, 12, "#f9f8f3", 2)
    b.box(300, 520, 90, 8, "#f9f8f3", 2)


def laptop(b: Brush) -> None:
    _table(b, "#c9d5d4", "#b98f63")
    b.shape([(230, 520), (730, 520), (800, 590), (160, 590)], "#b9c0c2")
    b.shape([(270, 530), (690, 530), (720, 562), (240, 562)], "#7f898d")
    b.box(260, 180, 440, 340, "#3a464b", 14)
    b.shade(276, 196, 408, 306, "#e9f1f1", "#cfe0e0")
    b.box(300, 222, 160, 18, TEAL, 4)
    for row in range(6):
        b.box(300, 264 + row * 34, 360 - b.dice.randint(0, 180), 12, "#9fb2b5", 4)
    b.box(440, 360, 190, 126, "#f6f2e9", 12)
    b.ring(535, 408, 20, TEAL, 8)
    b.box(505, 408, 60, 50, TEAL, 8)
    b.disc(535, 430, 7, 7, "#f6f2e9")
    b.disc(850, 520, 52, 20, "#e9e2d3")
    b.box(808, 440, 84, 80, "#e9e2d3", 12)


def paper(b: Brush) -> None:
    b.shade(0, 0, WIDE, HIGH, "#d8ccb9", "#c3b49c")
    painter = b.painter
    for turn, x, y, tone in ((-9, 190, 90, "#efece3"), (5, 380, 60, "#fbfaf6")):
        painter.save()
        painter.translate(x, y)
        painter.rotate(turn)
        b.box(10, 14, 380, 520, "#7a6a52", 4, 70)
        b.box(0, 0, 380, 520, tone, 4)
        b.box(36, 44, 170, 24, "#2f4550", 2)
        for row in range(9):
            b.box(36, 104 + row * 30, 300 - (row * 53 + b.dice.randint(0, 60)) % 130, 10, "#b9c0bd", 2)
        b.stroke([(40, 470), (90, 410), (170, 450), (250, 396), (330, 440)], "#7fa8ad", 3)
        painter.restore()
    painter.save()
    painter.translate(760, 150)
    painter.rotate(24)
    b.box(0, 0, 22, 330, "#1f4f57", 8)
    b.shape([(0, 330), (22, 330), (11, 372)], "#2b363b")
    painter.restore()


def keys(b: Brush) -> None:
    b.shade(0, 0, WIDE, HIGH, "#b7c4c2", "#8fa29f")
    b.box(180, 60, 600, 520, "#54656d", 16)
    b.box(204, 84, 552, 472, "#dfe3df", 10)
    for row in range(3):
        for column in range(5):
            x, y = 270 + column * 105, 130 + row * 150
            b.disc(x, y, 7, 7, "#7b888d")
            if b.dice.random() < 0.82:
                b.box(x - 16, y + 4, 32, 40, b.dice.choice((TEAL, "#b5573f", "#d8a23f", "#54656d")), 8)
                b.ring(x, y + 62, 13, "#8a7a4a", 6)
                b.box(x - 4, y + 74, 8, 44, "#8a7a4a", 2)
                b.box(x + 2, y + 98, 12, 6, "#8a7a4a")


def care(b: Brush) -> None:
    b.shade(0, 0, WIDE, 430, "#e9dfcf", "#f3ece0")
    b.box(90, 70, 250, 250, "#f9f6ee", 4)
    b.shade(104, 84, 222, 222, "#bcd3dd", "#dfe9d9")
    b.shade(0, 430, WIDE, 210, "#b58c63", "#976f4a")
    b.box(470, 250, 340, 220, "#5f8a83", 40)
    b.box(440, 330, 80, 170, "#4d756f", 30)
    b.box(770, 330, 80, 170, "#4d756f", 30)
    b.box(510, 390, 270, 80, "#79a39b", 20)
    b.box(560, 300, 120, 100, "#d8a23f", 16)
    b.box(210, 470, 170, 12, "#8e6a43", 4)
    b.box(290, 480, 10, 110, "#8e6a43")
    b.disc(296, 440, 34, 30, "#d97b66")
    b.box(272, 440, 48, 34, "#e9e2d3", 6)
    b.box(880, 190, 8, 320, "#6b6257")
    b.shape([(836, 130), (930, 130), (950, 210), (816, 210)], "#f2dfb3")


def coffee(b: Brush) -> None:
    _table(b, "#d9cfc0", "#b08458")
    for x, y, tone in ((300, 470, TEAL), (520, 520, "#b5573f"), (700, 450, "#e9e2d3")):
        b.disc(x, y + 46, 104, 26, "#000000", 30)
        b.disc(x, y + 40, 100, 24, "#f3efe6")
        b.box(x - 56, y - 70, 112, 108, tone, 22)
        b.ring(x + 66, y - 20, 24, tone, 12)
        b.disc(x, y - 66, 54, 15, "#f3efe6")
        b.disc(x, y - 66, 46, 11, "#5a3d28")
    for x in (300, 520, 700):
        b.stroke([(x - 8, 330), (x + 6, 300), (x - 6, 270), (x + 8, 240)], "#ffffff", 4)
    b.box(110, 200, 180, 120, "#f9f8f3", 6)
    b.box(130, 226, 120, 12, "#b9c0bd", 3)
    b.box(130, 254, 90, 12, "#b9c0bd", 3)


def food(b: Brush) -> None:
    _table(b, "#dfe3da", "#c39a6b")
    b.box(160, 300, 640, 290, "#7d8f8c", 30)
    b.box(178, 318, 604, 254, "#95a7a3", 24)
    b.disc(430, 450, 170, 104, "#f9f8f3")
    b.disc(430, 450, 132, 78, "#f1eee4")
    b.disc(390, 440, 64, 40, "#b9743c")
    b.disc(470, 480, 58, 30, "#d8b45a")
    for _ in range(34):
        b.disc(b.dice.gauss(490, 26), b.dice.gauss(418, 15), 8, 8, "#6d8f4a")
    b.disc(690, 390, 54, 34, "#f9f8f3")
    for _ in range(12):
        b.disc(b.dice.gauss(690, 18), b.dice.gauss(384, 10), 10, 9, b.dice.choice(("#c8503f", "#7f9a4f", "#e2b54d")))
    b.box(650, 450, 66, 100, "#bcd3dd", 10, 190)
    b.box(650, 478, 66, 72, "#f4f4ef", 10)


def library(b: Brush) -> None:
    b.shade(0, 0, WIDE, HIGH, "#d9cdb8", "#c8b99f")
    tones = ("#b5573f", "#1f7a80", "#d8a23f", "#54656d", "#8f9a4f", "#e9e2d3", "#7b5a6b", "#3f6b8a")
    for row in range(4):
        shelf = 160 + row * 150
        x = 30.0
        while x < WIDE - 40:
            wide, tall = b.dice.uniform(16, 40), b.dice.uniform(82, 126)
            if b.dice.random() < 0.06:
                x += 60
                continue
            b.box(x, shelf - tall, wide, tall, b.dice.choice(tones), 2)
            b.box(x + 3, shelf - tall + 16, wide - 6, 5, "#ffffff", clear=110)
            x += wide + 2
        b.box(0, shelf, WIDE, 16, "#8e6a43")
        b.box(0, shelf + 16, WIDE, 8, "#000000", clear=30)


def stage(b: Brush) -> None:
    b.shade(0, 0, WIDE, HIGH, "#3b2f3a", "#2a2430")
    for x, lean in ((240, -60), (480, 0), (720, 60)):
        b.shape([(x - 14, 60), (x + 14, 60), (x + 150 + lean, 520), (x - 150 + lean, 520)], "#f6e3b0", 46)
        b.box(x - 20, 36, 40, 30, "#1c1a20", 6)
    b.shade(0, 500, WIDE, 140, "#a8794c", "#6f4d30")
    for x in (0, 800):
        for fold in range(5):
            b.shade(x + fold * 32, 0, 32, 540, "#8e3b35", "#5f2724")
    b.box(455, 300, 10, 220, "#c9c3b4")
    b.disc(460, 296, 17, 22, "#54656d")
    b.disc(580, 470, 46, 58, "#c98a4f")
    b.disc(580, 410, 32, 38, "#c98a4f")
    b.box(574, 220, 13, 170, "#5a3d28")
    b.disc(580, 450, 13, 13, "#2a2430")


def map_sheet(b: Brush) -> None:
    b.shade(0, 0, WIDE, HIGH, "#eee8d8", "#e2dac5")
    b.shape([(0, 420), (220, 380), (380, 470), (560, 440), (700, 540), (960, 500), (960, 640), (0, 640)], "#b5d2d8")
    for _ in range(7):
        across, down = b.dice.uniform(60, 130), b.dice.uniform(36, 80)
        b.disc(b.dice.uniform(60, 900), b.dice.uniform(40, 380), across, down, "#c9d5ae")
    for road in (120, 250, 350):
        b.stroke([(0, road), (240, road + 40), (520, road - 30), (960, road + 30)], "#ffffff", 14)
    for way in (180, 430, 690):
        b.stroke([(way, 0), (way + 30, 200), (way - 20, 430)], "#ffffff", 10)
    for _ in range(70):
        x, y = b.dice.uniform(30, 900), b.dice.uniform(30, 400)
        b.box(x, y, b.dice.uniform(14, 34), b.dice.uniform(12, 26), "#c4a58c", 2)
    b.stroke([(330, 210), (470, 190), (500, 300), (350, 320), (330, 210)], "#b5573f", 5)
    b.disc(415, 250, 22, 22, TEAL)
    b.shape([(397, 262), (433, 262), (415, 304)], TEAL)
    b.disc(415, 250, 9, 9, "#f6f2e9")


SCENES = (pool, office, laptop, paper, keys, care, coffee, food, library, stage, map_sheet)
