"""Nyheter: the list at the left, the reader at the right; one pane at a time where there is no room for two."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.commands import Command
from ui.dialogue.remark_writing import RemarkWriting
from ui.feeds_state import FeedsState
from ui.models.article_model import ArticleModel, ArticleRow, article_row
from ui.pane_screen import PaneScreen
from ui.recipient import recipient
from ui.reminders.subjects import of_article
from ui.screen import ScreenContext
from ui.screens.news.acknowledging import Acknowledging
from ui.screens.news.article_reader import ArticleReader
from ui.widgets.adaptive_panes import AdaptivePanes, Pane
from ui.widgets.article_delegate import ArticleDelegate
from ui.widgets.buttons import Button, icon_button
from ui.widgets.cached_pictures import CachedPictures
from ui.widgets.choices import Segmented
from ui.widgets.headings import pane_head
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.letter_keys import LetterKeys
from ui.widgets.row_list import RowList
from ui.widgets.surface import Surface
from workplace_app.domain.as_seen import NewsFilter
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.listing import Cursor, Listing
from workplace_app.domain.own_things import ArticleMark
from workplace_app.domain.remark import About
from workplace_app.store.news_reader import articles, count_news
from workplace_app.store.own_things import article_marks

TWO_PANES_FROM = 900
STAYED_MS = 1500
"""How long an article must be in sight beside the list until it counts as read."""


class NewsScreen(PaneScreen):
    """An article that is opened, or stayed at for a while, is marked as read: those that one passes on the way are not.
    Saving and acknowledging can be undone."""

    kinds: ClassVar = frozenset(
        {
            ChangeKind.NEWS,
            ChangeKind.PICTURES,
            ChangeKind.OWN_THINGS,
            ChangeKind.PROFILE,
            ChangeKind.FEED_STATE,
            ChangeKind.OUTBOX,
        }
    )
    feeds: ClassVar = frozenset({"intranet_news", "public_news", "site_news", "pictures"})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._pictures = CachedPictures(context.connection)
        self._writing = RemarkWriting(context, self)
        self._acknowledging = Acknowledging(context, self, self._marks_changed)
        self._articles = ArticleModel()
        self._list = RowList(self.tr("News"), self._articles, ArticleDelegate(self._pictures))
        self._reader = ArticleReader(context, self._pictures)
        self._state = FeedsState(context, self.feeds - {"pictures"})
        self._staying = QTimer(self, singleShot=True, interval=STAYED_MS)
        self._staying.timeout.connect(self._mark_read)
        self._list_pane = self._make_list_pane()
        panes = AdaptivePanes(
            "news",
            Pane(self._list_pane, 440, stop=self._list),
            Pane(self._reader),
            room_from=(TWO_PANES_FROM,),
            memory=context.settings.storage,
        )
        self.use_panes(panes)
        self._connect()

    def _make_list_pane(self) -> QWidget:
        self._fetch = icon_button("refresh", self.tr("Fetch news (F5)"))
        choices = [
            (NewsFilter.FOR_ME, self.tr("For me")),
            (NewsFilter.ALL, self.tr("All", "news")),
            (NewsFilter.SAVED, self.tr("Saved", "news")),
            (NewsFilter.TO_ACKNOWLEDGE, self.tr("To acknowledge")),
        ]
        self._filter = Segmented(self.tr("Which news"), choices, NewsFilter.FOR_ME)
        self._explains = Label(self.tr("Chosen by your unit and your groups"), "caption", "muted", elide=True)
        self._by_date = Button(self.tr("Show all by date"), "flush", small=True)
        explained = Row(self._explains, self._by_date, margins=(16, 6, 16, 4))
        explained.setStretch(0, 1)
        self._explained = panel(explained)
        filters = panel(Row(self._filter, None, margins=(14, 0, 8, 0)))
        column = Column(pane_head(self.tr("News"), self._fetch), filters, self._explained, self._state)
        column.addWidget(self._list, 1)
        return Surface("surface", layout=column)

    def _connect(self) -> None:
        self._fetch.clicked.connect(lambda: self.context.requests.refresh(self.feeds))
        self._filter.changed.connect(lambda _value: self._read_list())
        self._by_date.clicked.connect(lambda: self._show_filter(NewsFilter.ALL))
        self._list.chosen.connect(self._chosen)
        self._list.opened.connect(self._opened)
        self._list.bind("K", self._acknowledge)
        LetterKeys(self._reader, {"K": self._acknowledge})
        self._list.bind("Ctrl+D", self._save)
        self._list.bind("Ctrl+Return", self._reader.open_outside)
        self._reader.save_wanted.connect(self._save)
        self._reader.ask_wanted.connect(self._ask)
        self._reader.acknowledge_wanted.connect(self._acknowledge)
        self._reader.back_wanted.connect(lambda: self._panes.show_pane(self._list_pane))
        self._panes.rearranged.connect(lambda: self._reader.set_alone(alone=self._panes.room == 1))

    def title(self) -> str:
        """The place's name."""
        return self.tr("News")

    # Reading

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        """Read the list again; what is being read stays."""
        if ChangeKind.PICTURES in kinds or ChangeKind.NEWS in kinds:
            self._look_for_pictures()
        if kinds - {ChangeKind.FEED_STATE, ChangeKind.OUTBOX}:
            self._read_list()
        if self._reader.shown is not None:
            self._reader.show_article(self._reader.shown.article.id, self.context.clock())
        self._show_freshness()

    def _look_for_pictures(self) -> None:
        if self._pictures.forget_absent():
            self._list.restyle()

    def _read_list(self) -> None:
        now = self.context.clock()
        who = recipient(self.context.connection)
        which: NewsFilter = self._filter.chosen

        def fetch(after: Cursor | None) -> Listing[ArticleRow]:
            found = articles(self.context.connection, which, who, now, after)
            return Listing(tuple(article_row(summary, now) for summary in found.rows), found.after)

        self._articles.set_source(fetch)
        counts = count_news(self.context.connection, who, now)
        self._filter.set_count(NewsFilter.FOR_ME, counts.unread or None)
        self._filter.set_count(NewsFilter.TO_ACKNOWLEDGE, counts.to_acknowledge or None)
        self._explained.setVisible(which is NewsFilter.FOR_ME and bool(who.unit))
        self._show_freshness()

    def _show_freshness(self) -> None:
        self._state.show_for(empty=self._articles.rowCount() == 0, empty_words=self._empty_words())

    def _empty_words(self) -> str:
        words: dict[NewsFilter, Callable[[], str]] = {
            NewsFilter.FOR_ME: lambda: self.tr("No news for you. The rest is under All."),
            NewsFilter.ALL: lambda: self.tr("There is no news."),
            NewsFilter.SAVED: lambda: self.tr("You have saved no article. Ctrl+D saves the one you read."),
            NewsFilter.TO_ACKNOWLEDGE: lambda: self.tr("Nothing to acknowledge. You are up to date."),
        }
        return words[self._filter.chosen]()

    # Acts

    def _show_filter(self, which: NewsFilter) -> None:
        self._filter.choose(which)
        self._read_list()

    def _chosen(self, row: ArticleRow) -> None:
        self._reader.show_article(row.id, self.context.clock())
        if self._panes.in_sight(self._reader):
            self._staying.start()

    def _mark_read(self) -> None:
        """What the reader shows has been read."""
        self._staying.stop()
        if self._reader.shown is None:
            return
        read = [self._reader.shown.article.id]
        (before,) = article_marks.mark_read(self.context.connection, read, self.context.clock())
        if before.read_at is None:
            self._read_list()
            self.context.shell.update_numbers()

    def leave(self) -> None:
        """Whoever goes elsewhere reads no longer."""
        self._staying.stop()
        self._writing.leave()

    def _opened(self, row: ArticleRow) -> None:
        self._chosen(row)
        self._mark_read()
        self._panes.show_pane(self._reader)
        self._reader.focus_text()

    def _save(self) -> None:
        seen = self._reader.shown
        if seen is None:
            return
        connection, ids = self.context.connection, [seen.article.id]
        if seen.saved_at is not None:
            before = article_marks.unsave(connection, ids)
            words = self.tr("The article is no longer saved.")
        else:
            before = article_marks.save(connection, ids, self.context.clock())
            words = self.tr("The article is saved.")
        self._marks_changed()
        self.context.shell.say(words, icon="bookmark", undo=lambda: self._restore(before))

    def _acknowledge(self) -> None:
        self._acknowledging.acknowledge(self._reader.shown)

    def _ask(self) -> None:
        about = self._about()
        if about is not None:
            self._writing.write(about)

    def _about(self) -> About | None:
        seen = self._reader.shown
        if seen is None or seen.withdrawn_at is not None:
            return None
        return About(seen.article.id, seen.article.title, seen.article.address)

    def _restore(self, before: Sequence[ArticleMark]) -> None:
        article_marks.restore(self.context.connection, before)
        self._marks_changed()

    def _marks_changed(self) -> None:
        self.refresh(frozenset({ChangeKind.OWN_THINGS}))
        self.context.shell.update_numbers()

    # Places

    def choose_first(self) -> None:
        """Choose the newest article, so that it is read."""
        self._list.choose_first()

    def show_item(self, item_id: str) -> None:
        """Show one article, in whichever list it is."""
        if not self._list.choose(item_id):
            self._list.clearSelection()  # no row may look as if it were the one that is read
        self._reader.show_article(item_id, self.context.clock())
        self._mark_read()
        self._panes.show_pane(self._reader)

    def focus_item(self) -> None:
        """The article's row, from which the arrows go on, if it is in the list that is shown; else its text."""
        row: ArticleRow | None = self._list.chosen_row
        if self._panes.in_sight(self._list_pane) and row is not None and row.id == self.shown_item():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._reader.focus_text()

    def shown_item(self) -> str:
        """The article that is being read."""
        return self._reader.shown.article.id if self._reader.shown is not None else ""

    def remind(self) -> None:
        """Of the article that is read."""
        seen = self._reader.shown
        self.context.shell.remind(of_article(seen.article) if seen is not None else None)

    def focus_first(self) -> None:
        """The list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """List and reader."""
        return (self._list, self._reader)

    def commands(self) -> Sequence[Command]:
        """What can be done with the article that is read."""
        return (
            Command("news.save", self.tr("Save the article"), self._save, "Ctrl+D", "bookmark", self._has_article),
            Command("news.acknowledge", self.tr("Acknowledge the article"), self._acknowledge, "", "check-circle"),
            Command("news.copy", self.tr("Copy the link"), self._reader.copy_link, "Ctrl+Shift+C", "copy"),
            Command("news.all", self.tr("Show all news by date"), lambda: self._show_filter(NewsFilter.ALL)),
            *self._writing.commands("news", self._about),
        )

    def _has_article(self) -> bool:
        return self._reader.shown is not None
