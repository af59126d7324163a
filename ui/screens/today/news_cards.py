"""News for me, and what is left to acknowledge."""

from PySide6.QtWidgets import QWidget

from ui.dates import long_day
from ui.look import look
from ui.models.article_model import ArticleModel, ArticleRow, article_row
from ui.places import NEWS
from ui.recipient import recipient
from ui.screen import ScreenContext
from ui.screens.today.today_card import ListCard, Reading, TodayCard
from ui.theme import Weight
from ui.widgets.article_delegate import ArticleDelegate
from ui.widgets.buttons import Button
from ui.widgets.cached_pictures import CachedPictures
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import Column, Row, panel
from workplace_app.domain.as_seen import ArticleSummary, NewsFilter
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.own_things import CardHeight
from workplace_app.store.news_reader import articles, count_news

_MOST_ROWS = 8
_PICTURE_HEIGHT = 56
_BUTTON_PART = 0.6
"""How much of a line the button may take from the last day."""
NEWS_KINDS = frozenset({ChangeKind.NEWS, ChangeKind.OWN_THINGS, ChangeKind.PROFILE, ChangeKind.FEED_STATE})


class NewsCard(ListCard):
    """Enter or a press reads the article."""

    card_id = "news"
    kinds = NEWS_KINDS | {ChangeKind.PICTURES}
    feeds = frozenset({"intranet_news", "public_news", "site_news"})

    def __init__(self, context: ScreenContext) -> None:
        self._articles = ArticleModel()
        self._pictures = CachedPictures(context.connection)
        delegate = ArticleDelegate(self._pictures, picture_height=_PICTURE_HEIGHT, lead=False)
        super().__init__(context, self.tr("News for you"), self._articles, delegate, footer=self.tr("All news"))
        self.open_with(self._open)
        self.footer_clicked.connect(lambda: context.shell.go(NEWS))

    def empty_words(self) -> str:
        """No news."""
        return self.tr("No news for you in the last months.")

    def read(self, reading: Reading) -> bool:
        """The newest of those that concern the user, the unread before the read."""
        if self._pictures.forget_absent():
            self.rows.restyle()
        who = recipient(self.context.connection)
        listed = articles(self.context.connection, NewsFilter.FOR_ME, who, reading.now, limit=_MOST_ROWS).rows
        listed = tuple(sorted(listed, key=lambda summary: not summary.unread))
        self.show_rows([article_row(summary, reading.now) for summary in listed])
        return bool(listed)

    def _open(self, row: ArticleRow) -> None:
        self.context.shell.go(NEWS, row.id)


class AcknowledgeCard(TodayCard):
    """The article whose last day is nearest, and how many more there are."""

    card_id = "acknowledge"
    kinds = NEWS_KINDS
    feeds = frozenset({"intranet_news"})
    height_at_first = CardHeight.SHORT

    def __init__(self, context: ScreenContext) -> None:
        self._headline = Label("", "body", weight=Weight.MEDIUM, elide=True)
        self._due = Label("", "caption", "warning", elide=True)
        self._read = Button(self.tr("Read and acknowledge"), small=True)
        self._next: ArticleSummary | None = None
        super().__init__(context, self.tr("To acknowledge"), self._make_body())
        self._read.clicked.connect(self._open)

    def _make_body(self) -> QWidget:
        due = Row(IconLabel("clock", 16, "warning"), self._due, self._read, gap=6)
        due.setStretch(1, 1)
        return panel(Column(self._headline, 5, due, None, margins=(16, 0, 12, 0)))

    def empty_words(self) -> str:
        """All is acknowledged."""
        return self.tr("Nothing to acknowledge. You are up to date.")

    def read(self, reading: Reading) -> bool:
        """The nearest."""
        who = recipient(self.context.connection)
        listed = articles(self.context.connection, NewsFilter.TO_ACKNOWLEDGE, who, reading.now, limit=1).rows
        if not listed:
            return False
        self._next = listed[0]
        self._headline.setText(self._next.title)
        if self._next.acknowledge_by is not None:
            self._due.setText(self.tr("By {day}").format(day=long_day(self._next.acknowledge_by)))
        # The button is never cut: its short words fit beside the day even in the narrowest card.
        whole, short = self.tr("Read and acknowledge"), self.tr("Read", "an article")
        self._read.set_words(whole, whole)
        if self._read.sizeHint().width() > (self.width() - look.gap(40)) * _BUTTON_PART:
            self._read.set_words(short, whole)
        more = count_news(self.context.connection, who, reading.now).to_acknowledge
        self.set_title(self.tr("To acknowledge ({count})").format(count=more) if more > 1 else self.name)
        return True

    def _open(self) -> None:
        if self._next is not None:
            self.context.shell.go(NEWS, self._next.id)
