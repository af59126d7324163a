"""An article is read by key: it scrolls, its links come into sight, its single letters work, and can be turned off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened
from tests.ui.screens.a_day import ARTICLES, article
from tests.ui.screens.finding import part
from tests.ui.shell_parts import NOW
from ui.screens.news.article_reader import ArticleReader
from ui.widgets.article_text import ArticleText
from ui.widgets.row_list import RowList
from ui.widgets.scroll_page import ScrollPage
from workplace_app.domain.settings import SINGLE_LETTER_KEYS
from workplace_app.store.news_reader import article as read_article

LONG = article(
    "lang",
    body_html="".join(f"<p>Stycke {number}. " + "Ord " * 60 + "</p>" for number in range(40))
    + "<p><a href='https://www.nacka.se/sist'>Sist</a></p>",
)
TO_ACKNOWLEDGE = ARTICLES[0].id


class Reading:
    """The window on Nyheter with an article whose text has the focus."""

    def __init__(self, day: Opened) -> None:
        self.day = day
        day.keep(LONG)
        day.workplace.go("news")
        assert day.workplace.pages.shown is not None
        self.reader = part(day.workplace.pages.shown, ArticleReader)
        self.page = part(self.reader, ScrollPage)
        self.text = part(self.reader, ArticleText)
        self.listed = part(day.workplace.pages.shown, RowList, "News")

    def read(self, article_id: str) -> None:
        self.listed.choose(article_id)
        self.text.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)
        QApplication.processEvents()
        return self.at

    @property
    def at(self) -> int:
        return self.page.verticalScrollBar().value()

    @property
    def acknowledged(self) -> bool:
        seen = read_article(self.day.connection, TO_ACKNOWLEDGE, NOW)
        return seen is not None and seen.acknowledged_at is not None


@pytest.fixture
def reading(day: Opened) -> Reading:
    return Reading(day)


def test_the_keys_for_scrolling_scroll_the_article(reading: Reading) -> None:
    reading.read(LONG.id)
    end = reading.page.verticalScrollBar().maximum()
    assert end > 1000
    line = reading.press(Qt.Key.Key_Down)
    assert 0 < line < 200
    assert reading.press(Qt.Key.Key_Up) == 0
    page = reading.press(Qt.Key.Key_PageDown)
    assert page > 200
    assert reading.press(Qt.Key.Key_PageUp) == 0
    assert reading.press(Qt.Key.Key_Space) == page
    assert reading.press(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier) == 0
    assert reading.press(Qt.Key.Key_End) == end
    assert reading.press(Qt.Key.Key_Home) == 0


def test_a_link_that_tab_comes_to_is_brought_into_sight(reading: Reading) -> None:
    reading.read(LONG.id)
    reading.press(Qt.Key.Key_Tab)
    assert reading.text.hasFocus()
    at = reading.text.viewport().mapTo(reading.page.viewport(), reading.text.cursorRect().center())
    assert reading.page.viewport().rect().contains(at)
    assert reading.at > 1000


def test_words_can_still_be_copied(reading: Reading) -> None:
    reading.read(LONG.id)
    reading.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    reading.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Stycke 39" in QApplication.clipboard().text()


def test_k_acknowledges_while_the_article_is_read(reading: Reading) -> None:
    reading.read(TO_ACKNOWLEDGE)
    reading.press(Qt.Key.Key_K)
    assert reading.acknowledged


def test_k_acknowledges_from_a_button_of_the_reader_after_f6(reading: Reading) -> None:
    reading.read(TO_ACKNOWLEDGE)
    reading.listed.setFocus()
    reading.press(Qt.Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert reading.reader.isAncestorOf(focused)
    reading.press(Qt.Key.Key_K)
    assert reading.acknowledged


def test_single_letters_that_are_turned_off_do_nothing_in_the_reader(reading: Reading) -> None:
    reading.day.application.settings.set(SINGLE_LETTER_KEYS, False)
    reading.read(TO_ACKNOWLEDGE)
    reading.press(Qt.Key.Key_K)
    assert not reading.acknowledged


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier]
)
def test_a_letter_with_another_key_is_no_single_letter(reading: Reading, modifier: Qt.KeyboardModifier) -> None:
    reading.read(TO_ACKNOWLEDGE)
    QTest.keyClick(reading.text, Qt.Key.Key_K, modifier)
    assert not reading.acknowledged
