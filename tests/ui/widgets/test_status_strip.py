"""The strip says less where there is less room, the least important first, and cuts nothing."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.ui.screens.finding import part
from ui.look import look
from ui.widgets.status_strip import StatusStrip, StripItem, fitted, item_width

NEEDS = StripItem("warning", "4 saker behöver dig", needs_you=True, target="outbox", short="4 behöver dig")
AGE = StripItem("offline", "Inget nät, läget är från 07:41", needs_you=True, short="Inget nät")
WAITS = StripItem("outbox", "8 väntar", target="outbox")
NOT_KEPT = StripItem("lock", "Sparas bara tills du stänger appen", needs_you=True, short="Sparas inte")


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (100, [NEEDS.text, AGE.text, WAITS.text]),
        (57, [NEEDS.text, AGE.text, WAITS.text]),
        (56, [NEEDS.text, "Inget nät", WAITS.text]),
        (36, [NEEDS.text, "Inget nät", WAITS.text]),
        (35, ["4 behöver dig", "Inget nät", WAITS.text]),
        (30, ["4 behöver dig", "Inget nät", WAITS.text]),
        (29, [NEEDS.text, "Inget nät", ""]),
        (27, ["4 behöver dig", "Inget nät", ""]),
        (21, [NEEDS.text, "", ""]),
        (3, ["4 behöver dig", "", ""]),
    ],
)
def test_what_is_less_important_gives_way_first(room: int, said: list[str]) -> None:
    assert fitted([NEEDS, AGE, WAITS], room, len) == said


@pytest.mark.parametrize("width", [1440, 640, 431, 200])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_are_cut_at_any_width_and_the_whole_can_be_had(qapp: QApplication, width: int, scale: float) -> None:
    look.change(text_scale=scale)
    strip = StatusStrip()
    strip.show_items([NEEDS, AGE, WAITS], [NOT_KEPT])
    strip.resize(width, strip.height())
    strip.show()
    QApplication.processEvents()
    shown = [each for each in strip.findChildren(QAbstractButton) if each.isVisible()]
    if width > 200:
        for each in shown:
            assert each.width() >= item_width(each.text()), each.text()
            assert strip.rect().contains(each.geometry())
    assert shown[0].text() in (NEEDS.text, NEEDS.short)
    whole = {item.text for item in (NEEDS, AGE, WAITS, NOT_KEPT)}
    assert {each.accessibleName() for each in shown} <= whole
    assert all(text in strip.accessibleDescription() and text in strip.toolTip() for text in whole)
    strip.close()


def test_a_window_that_grows_gives_the_words_back(qapp: QApplication) -> None:
    strip = StatusStrip()
    strip.show_items([NEEDS, AGE, WAITS])
    strip.show()
    for width, words in ((160, NEEDS.short), (1440, NEEDS.text)):
        strip.resize(width, strip.height())
        QApplication.processEvents()
        assert part(strip, QAbstractButton).text() == words
    strip.close()
