"""The right half of the sign-in page: search among the services, their themes, drift information, public news."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.disruption_notes import DisruptionNotes
from ui.freshness import fetched, freshness
from ui.look import look
from ui.models.article_model import ArticleModel, ArticleRow, article_row
from ui.models.service_model import ServiceModel, ServiceRow, journey_row, service_row
from ui.places import NEWS, SERVICES
from ui.screen import ScreenContext
from ui.screens.services.services_screen import COMPANIES, THEME_ICONS
from ui.screens.sign_in.margins import SideMargins
from ui.screens.sign_in.theme_tile import ThemeTile
from ui.theme import RADIUS_CARD
from ui.widgets.article_delegate import ArticleDelegate
from ui.widgets.buttons import Button
from ui.widgets.cached_pictures import CachedPictures
from ui.widgets.card import Freshness
from ui.widgets.fields import SearchField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.notes import Note, StateLine
from ui.widgets.row_list import RowList
from ui.widgets.service_delegate import ServiceDelegate
from ui.widgets.surface import Surface
from workplace_app.domain.article import ArticleSource
from workplace_app.domain.as_seen import NewsFilter, Recipient
from workplace_app.domain.search_hit import HitKind
from workplace_app.store.feed_state_reader import feed_states
from workplace_app.store.journey_reader import journey
from workplace_app.store.news_reader import articles
from workplace_app.store.search import Search
from workplace_app.store.service_reader import service, themes

HITS_SHOWN = 8
NEWS_SHOWN = 4
NEWS_READ = 40
"""Whoever has signed in has other news among the public ones."""
NEWS_FEEDS = frozenset({"public_news"})
_COLUMNS = 2


class _ServiceField(SearchField):
    """Down goes into the hits."""

    hits: QWidget | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.hits is not None and self.hits.isVisible():
            self.hits.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class OpenToAll(QWidget):
    """Everything leads into the places that are open without an account."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._search = Search(context.connection, context.clock)
        self._pictures = CachedPictures(context.connection)
        self._hits, self._news = ServiceModel(), ArticleModel()
        self.field = _ServiceField(self.tr("Search the services"))
        self.hit_list = RowList(self.tr("Services that match"), self._hits, ServiceDelegate(), fit=True)
        delegate = ArticleDelegate(self._pictures, picture_height=64)
        self.news_list = RowList(self.tr("Public news"), self._news, delegate, fit=True)
        self.services_known = 0
        self._columns = _COLUMNS
        self._news_state: QWidget | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self._tiles: list[ThemeTile] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._themes = panel(self._grid)
        self.disruptions = DisruptionNotes(self._context)
        self._no_hit = Paragraph("", colour="muted")
        self._found = Surface("surface", radius=RADIUS_CARD, line="line")
        self._no_hit_row = panel(Row(self._no_hit, margins=(16, 8, 16, 8)))
        self._found.setLayout(Column(self._no_hit_row, self.hit_list, margins=(0, 6, 0, 6)))
        self._found.hide()
        self._all_news = Button(self.tr("All news"), "flush", small=True)
        self._news_place = Column()
        news = Surface("surface", radius=RADIUS_CARD, line="line")
        news.setLayout(Column(self._news_place, self.news_list, margins=(0, 4, 0, 4)))
        news_head = Row(Label(self.tr("News from the municipality"), "subtitle", elide=True), self._all_news)
        news_head.setStretch(0, 1)
        column = Column(
            Label(self.tr("Open to all"), "title"),
            4,
            Paragraph(self.tr("You can use this without signing in."), colour="muted"),
            16,
            self.field,
            14,
            self._themes,
            self._found,
            28,
            self.disruptions,
            news_head,
            8,
            news,
            None,
            margins=(0, 36, 0, 24),
        )
        self.margins = SideMargins(column, 48)
        self.setLayout(self.margins)
        self.setAccessibleName(self.tr("Open to all"))

    def _connect(self) -> None:
        self.field.hits = self.hit_list
        self.field.textChanged.connect(lambda _text: self._show_hits())
        self.field.returnPressed.connect(self._open_best)
        for rows, act in ((self.hit_list, self._open_service), (self.news_list, self._open_article)):
            rows.opened.connect(act)
            model = rows.model()
            rows.clicked.connect(lambda index, act=act, model=model: act(model.row_at(index)))
        self._all_news.clicked.connect(lambda: self._context.shell.go(NEWS))

    # Reading

    def read_services(self) -> None:
        """Read the themes and what is searched for again."""
        found = [each for each in themes(self._context.connection) if each.theme not in COMPANIES]
        order = list(THEME_ICONS)
        found.sort(key=lambda each: order.index(each.theme) if each.theme in order else len(order))
        self.services_known = sum(each.services for each in themes(self._context.connection))
        for tile in self._tiles:
            tile.hide()
            tile.deleteLater()
        self._tiles = []
        for each in found:
            tile = ThemeTile(THEME_ICONS.get(each.theme, "services"), each.theme, each.services)
            tile.clicked.connect(lambda _=False, theme=each.theme: self._context.shell.go(SERVICES, theme))
            self._tiles.append(tile)
        self._place_tiles()
        hint = self.tr("Search %n service(s), for example bygglov or förskola", "", self.services_known)
        self.field.setPlaceholderText(hint)
        self._show_hits()

    def _place_tiles(self) -> None:
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // self._columns, number % self._columns)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        self.restyle()

    def restyle(self) -> None:
        """Take the air between the tiles from the look."""
        self._grid.setSpacing(look.gap(10))

    def set_columns(self, columns: int) -> None:
        """One or two tiles beside each other."""
        if columns != self._columns:
            self._columns = columns
            self._place_tiles()

    def read_disruptions(self) -> None:
        """Read drift information again."""
        self.disruptions.refresh(self._context.clock(), feed_states(self._context.connection))

    def read_news(self) -> None:
        """Read the public news again."""
        if self._pictures.forget_absent():
            self.news_list.restyle()
        now = self._context.clock()
        listing = articles(self._context.connection, NewsFilter.ALL, Recipient(), now, limit=NEWS_READ)
        public = [each for each in listing.rows if each.source is ArticleSource.PUBLIC][:NEWS_SHOWN]
        # Nobody has read anything here yet: no row is new, none is to be acknowledged.
        self._news.set_rows([article_row(replace(each, unread=False, acknowledge_by=None), now) for each in public])
        self.show_news_state()

    def show_news_state(self) -> None:
        """Say how old the news are, and why there are none."""
        if self._news_state is not None:
            self._news_state.hide()
            self._news_state.deleteLater()
            self._news_state = None
        together = fetched(feed_states(self._context.connection), NEWS_FEEDS)
        empty = self._news.rowCount() == 0
        words = self.tr("There is no public news right now.")
        state = freshness(together, self._context.clock(), empty=empty, empty_words=words, fetching=False)
        if state.freshness in (Freshness.OLD, Freshness.FAILED):
            self._news_state = Note(state.tone, state.words, *self._retry(state.action))
        elif state.freshness is Freshness.EMPTY:
            self._news_state = StateLine("info", state.words)
        elif state.freshness is Freshness.UNKNOWN:
            self._news_state = StateLine("help", state.words, *self._retry(state.action), muted=True)
        if self._news_state is not None:
            self._news_place.addWidget(self._news_state)

    def _retry(self, words: str) -> list[QWidget]:
        if not words:
            return []
        button = Button(words, small=True)
        button.clicked.connect(lambda: self._context.requests.refresh(NEWS_FEEDS))
        return [button]

    # Searching

    def _show_hits(self) -> None:
        words = self.field.text().strip()
        rows = self._found_rows(words) if words else []
        self._hits.set_rows(rows)
        self._themes.setVisible(not words)
        self._found.setVisible(bool(words))
        self.hit_list.setVisible(bool(rows))
        self._no_hit_row.setVisible(not rows)
        nothing = self.tr("No service on this computer matches “{words}”. Try another word.").format(words=words)
        self._no_hit.set_words(nothing)

    def _found_rows(self, words: str) -> list[ServiceRow]:
        connection = self._context.connection
        rows = []
        for hit in self._search.find(words, frozenset({HitKind.SERVICE, HitKind.JOURNEY}), limit=HITS_SHOWN):
            if hit.kind is HitKind.SERVICE and (found := service(connection, hit.id)) is not None:
                rows.append(service_row(found))
            elif hit.kind is HitKind.JOURNEY and (way := journey(connection, hit.id)) is not None:
                rows.append(journey_row(way))
        return rows

    def _open_best(self) -> None:
        """Enter in the field."""
        best = next((row for row in self._hits.rows if isinstance(row, ServiceRow)), None)
        if best is not None:
            self._open_service(best)

    def _open_service(self, row: ServiceRow | None) -> None:
        if row is not None:
            self._context.shell.go(SERVICES, row.id)

    def _open_article(self, row: ArticleRow | None) -> None:
        if row is not None:
            self._context.shell.go(NEWS, row.id)
