"""Nyheter: what is unread, saved and to be acknowledged, and a reader that opens nothing by itself."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.store.many_facts import articles as many_articles
from tests.ui.opened import Opened
from tests.ui.screens.a_day import ARTICLES, article
from tests.ui.screens.finding import button, part, words
from tests.ui.shell_parts import NOW
from ui.models.article_model import ArticleModel, ArticleRow
from ui.screens.news.article_reader import ArticleReader
from ui.screens.news.lead_picture import LeadPicture
from ui.screens.news.news_screen import NewsScreen
from ui.widgets.article_text import ArticleText
from ui.widgets.buttons import Button
from ui.widgets.choices import Segmented
from ui.widgets.labels import Label, Paragraph
from ui.widgets.row_list import RowList
from workplace_app.domain.as_seen import NewsFilter
from workplace_app.domain.changes import ChangeKind
from workplace_app.store.news_reader import article as read_article

ACKNOWLEDGE = ARTICLES[0]


@pytest.fixture
def news(day: Opened) -> Opened:
    day.workplace.go("news")
    return day


def screen(news: Opened) -> NewsScreen:
    found = news.workplace.pages.shown
    assert isinstance(found, NewsScreen)
    return found


def rows(news: Opened) -> list[ArticleRow]:
    model = part(screen(news), RowList).model()
    assert isinstance(model, ArticleModel)
    return [row for row in model.rows if isinstance(row, ArticleRow)]


def choose(news: Opened, article_id: str) -> None:
    assert part(screen(news), RowList).choose(article_id)


def press(news: Opened, name: str) -> None:
    button(screen(news), name).click()


def filter_to(news: Opened, which: NewsFilter) -> None:
    segmented = part(screen(news), Segmented)
    segmented.choose(which)
    segmented.changed.emit(which)


def told(news: Opened) -> list[str]:
    return words(screen(news))


def test_the_newest_stands_first_and_all_are_unread(news: Opened) -> None:
    assert [row.id for row in rows(news)] == [each.id for each in ARTICLES]
    assert all(row.summary.unread for row in rows(news))


def test_who_stays_at_an_article_has_read_it(news: Opened, qtbot: QtBot) -> None:
    choose(news, ARTICLES[1].id)
    assert screen(news).shown_item() == ARTICLES[1].id
    assert all(row.summary.unread for row in rows(news))
    qtbot.waitUntil(lambda: [row.summary.unread for row in rows(news)] == [True, False, True])
    assert "Text simhall" in part(screen(news), ArticleText).toPlainText()


def test_who_passes_by_or_leaves_has_read_nothing(news: Opened) -> None:
    page, listed = screen(news), part(screen(news), RowList)
    listed.setFocus()
    for _ in range(2):
        QTest.keyClick(listed, Qt.Key.Key_Down)
    assert page._staying.isActive()
    news.workplace.go("today")
    assert not page._staying.isActive()
    news.workplace.go("news")
    assert all(row.summary.unread for row in rows(news))


def test_nothing_is_read_where_the_reader_is_out_of_sight(news: Opened) -> None:
    news.application.window.resize(700, 700)
    choose(news, ARTICLES[1].id)
    assert not screen(news)._staying.isActive()


def test_who_opens_an_article_has_read_it_at_once(news: Opened) -> None:
    listed = part(screen(news), RowList)
    choose(news, ARTICLES[2].id)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert [row.summary.unread for row in rows(news)] == [True, True, False]


def test_saving_is_kept_can_be_undone_and_has_its_list(news: Opened) -> None:
    choose(news, ARTICLES[1].id)
    press(news, "Save")
    filter_to(news, NewsFilter.SAVED)
    assert [row.id for row in rows(news)] == [ARTICLES[1].id]
    news.workplace._toasts.undo_last()
    assert rows(news) == []


def test_k_acknowledges_without_a_network_and_it_leaves_that_list(news: Opened) -> None:
    filter_to(news, NewsFilter.TO_ACKNOWLEDGE)
    choose(news, ACKNOWLEDGE.id)
    listed = part(screen(news), RowList)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_K)
    seen = read_article(news.connection, ACKNOWLEDGE.id, NOW)
    assert seen is not None
    assert seen.acknowledged_at == NOW
    assert rows(news) == []
    assert any("Acknowledged 08:12" in each for each in told(news))
    news.workplace._toasts.undo_last()
    assert [row.id for row in rows(news)] == [ACKNOWLEDGE.id]


def test_an_article_that_nobody_must_read_has_no_foot(news: Opened) -> None:
    choose(news, ARTICLES[1].id)
    assert not any(each.text() == "I have read this" for each in screen(news).findChildren(Button) if each.isVisible())


def test_a_withdrawn_article_has_lost_its_words_and_its_picture(news: Opened) -> None:
    news.keep(article("mallar", 1, stop_publish=NOW + timedelta(minutes=5), picture=ACKNOWLEDGE.picture))
    choose(news, ACKNOWLEDGE.id)
    assert part(screen(news), LeadPicture).isVisible()
    news.clock.pass_time(timedelta(minutes=10))
    screen(news).refresh(frozenset({ChangeKind.NEWS}))
    assert any("withdrawn" in each for each in told(news))
    assert part(screen(news), ArticleText).toPlainText() == ""
    assert not part(screen(news), LeadPicture).isVisible()
    assert all("Ingress mallar" not in each for each in told(news))


def link_at(text: ArticleText) -> QPoint:
    """The middle of the first link."""
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.links()[0].start + 2)
    return text.cursorRect(cursor).center()


def test_a_link_tells_where_it_leads_before_it_is_opened(news: Opened) -> None:
    choose(news, ARTICLES[1].id)
    QApplication.processEvents()
    text = part(screen(news), ArticleText)
    QTest.mouseMove(text.viewport(), link_at(text))
    QApplication.processEvents()
    assert "Leads to www.nacka.se" in told(news)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=link_at(text))
    assert news.addresses == ["https://www.nacka.se/simhall"]


def test_tab_comes_to_a_link_and_enter_opens_it(news: Opened) -> None:
    choose(news, ARTICLES[1].id)
    text = part(screen(news), ArticleText)
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert "Leads to www.nacka.se" in told(news)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert news.addresses == ["https://www.nacka.se/simhall"]
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert not text.hasFocus(), "after the last link Tab goes on"


def test_an_unsafe_link_is_told_and_not_opened(news: Opened) -> None:
    news.keep(article("simhall", 2, body_html="<p><a href='javascript:alert(1)'>Läs mer här</a></p>"))
    screen(news).refresh(frozenset({ChangeKind.NEWS}))
    choose(news, ARTICLES[1].id)
    QApplication.processEvents()
    text = part(screen(news), ArticleText)
    QTest.mouseMove(text.viewport(), link_at(text))
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=link_at(text))
    assert "Not a safe address: it is not opened" in told(news)
    assert news.addresses == []


class Watch:
    """Notes whatever is opened while it is on; a hook cannot be taken away again."""

    def __init__(self) -> None:
        self.on = False
        self.opened: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.on and event in {"open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen"}:
            self.opened.append(f"{event} {arguments}")


WATCH = Watch()


@pytest.mark.parametrize(
    "scheme", ["file:///{path}", "{path}", "http://127.0.0.1/{path}", "//server/share/x.png", "qrc:{path}"]
)
def test_a_picture_that_is_not_in_the_cache_is_never_looked_for(news: Opened, tmp_path: Path, scheme: str) -> None:
    secret = tmp_path / "secret.png"
    image = QImage(3, 3, QImage.Format.Format_RGB32)
    assert image.save(str(secret))
    text = part(screen(news), ArticleText)
    WATCH.opened.clear()
    WATCH.on = True
    try:
        address = scheme.format(path=secret)
        answer = text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
        text.show_html(f"<p>x <img src='{address}'></p>")
    finally:
        WATCH.on = False
    assert isinstance(answer, QImage)
    assert answer.isNull()
    assert WATCH.opened == []
    found = text.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(address))
    assert not isinstance(found, QImage) or found.isNull(), "Qt has not read the file either"


def test_a_picture_from_the_cache_is_shown(news: Opened) -> None:
    answer = part(screen(news), ArticleText).loadResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl("cache:mall")
    )
    assert (answer.width(), answer.height()) == (1, 1)


def test_copying_the_link_puts_it_on_the_clipboard(news: Opened) -> None:
    choose(news, ARTICLES[1].id)
    press(news, "Copy link")
    assert QApplication.clipboard().text() == ARTICLES[1].address


def test_why_it_is_shown_is_told_with_the_real_reason(news: Opened) -> None:
    choose(news, ARTICLES[1].id)
    press(news, "Why do I see this?")
    assert any("<b>Bygglovsenheten</b>" in each for each in told(news))


def test_ten_thousand_articles_are_read_by_pages(news: Opened) -> None:
    filter_to(news, NewsFilter.ALL)
    news.keep(*many_articles(10_000))
    screen(news).refresh(frozenset({ChangeKind.NEWS}))
    assert len(rows(news)) == 200
    assert part(screen(news), RowList).model().canFetchMore(part(screen(news), RowList).rootIndex())


def test_bar_text_and_foot_begin_on_one_line(news: Opened) -> None:
    choose(news, ACKNOWLEDGE.id)
    reader = part(screen(news), ArticleReader)
    for width in (1440, 1920):
        news.application.window.resize(width, 900)
        QApplication.processEvents()
        heading = next(each for each in reader.findChildren(Paragraph) if each.words == ACKNOWLEDGE.title)
        save = next(each for each in reader.findChildren(Button) if each.text() == "Save")
        left = heading.mapTo(reader, heading.rect().topLeft()).x()
        assert abs(save.mapTo(reader, save.rect().topLeft()).x() + 12 - left) <= 2


def test_in_a_narrow_window_the_reader_stands_alone_and_the_way_back_is_shown(news: Opened) -> None:
    news.application.window.resize(700, 700)
    part(screen(news), RowList).opened.emit(rows(news)[0])
    reader = part(screen(news), ArticleReader)
    assert reader.isVisible()
    assert not part(screen(news), RowList).isVisible()
    press(news, "Back to the list")
    assert part(screen(news), RowList).isVisible()


def test_nothing_fetched_is_unknown_and_nothing_there_is_empty(unknown: Opened) -> None:
    unknown.workplace.go("news")
    assert any(each.startswith("We do not know yet") for each in words(unknown.workplace.pages))


def test_a_list_that_is_known_to_be_empty_says_so(known_empty: Opened) -> None:
    known_empty.workplace.go("news")
    assert any(each.startswith("No news for you") for each in words(known_empty.workplace.pages))


def test_a_row_speaks_all_it_shows(news: Opened) -> None:
    model = part(screen(news), RowList).model()
    assert isinstance(model, ArticleModel)
    spoken = model.spoken(rows(news)[0])
    for each in ("unread", ACKNOWLEDGE.title, ACKNOWLEDGE.lead, "Bygglovsenheten", "Friday 16 October"):
        assert each in spoken


def test_labels_never_take_what_came_from_outside_for_markup(news: Opened) -> None:
    news.keep(article("b", 0, title="<b>Fet</b> & <a href='https://ond.example'>länk</a>", lead="<i>x</i>"))
    screen(news).refresh(frozenset({ChangeKind.NEWS}))
    choose(news, "intranet:b")
    heading = next(each for each in screen(news).findChildren(Paragraph) if "Fet" in each.words)
    assert heading.text().count("&lt;b&gt;") == 1 or "<b>Fet</b>" not in heading.text()
    assert all(not isinstance(each, Label) or "<b>" not in each.text() for each in screen(news).findChildren(Label))
