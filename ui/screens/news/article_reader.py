"""The reader: one article with its picture from the cache, what can be done with it, and why it is shown."""

from datetime import datetime
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QWidget

from ui.dates import day_words, local, long_day, running_words
from ui.dialogue.ways import Way, way_of
from ui.look import look
from ui.opening import Link, checked
from ui.recipient import recipient
from ui.reminders.subjects import of_article
from ui.screen import ScreenContext
from ui.screens.news.acknowledged_words import acknowledged_markup
from ui.screens.news.deadline_note import DeadlineNote
from ui.screens.news.lead_picture import LeadPicture
from ui.screens.news.reason_words import reason_words
from ui.theme import READING_WIDTH
from ui.widgets.article_text import TEXT_MARGIN, ArticleText
from ui.widgets.buttons import Button, icon_button
from ui.widgets.cached_pictures import CachedPictures
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.notes import EmptyState, Note
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.surface import Rule, Surface
from workplace_app.domain.article import ArticleSource
from workplace_app.domain.as_seen import ArticleAsSeen
from workplace_app.store.news_reader import article

WORDS_A_MINUTE = 200
"""A calm reading pace."""
_LEAST_SIDE, _MOST_SIDE = 28, 120
"""Pixels of air left of the text: it grows with the pane."""
_QUIET_BUTTON_AIR = 12
_FOOT_ACROSS_FROM = 420
"""Pixels at 100 % from which words and button of the foot stand beside each other."""


class ArticleReader(Surface):
    """``save_wanted``, ``ask_wanted``, ``acknowledge_wanted`` and ``back_wanted`` are for the screen, which keeps the
    marks."""

    save_wanted = Signal()
    ask_wanted = Signal()
    acknowledge_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, context: ScreenContext, pictures: CachedPictures) -> None:
        super().__init__("surface")
        self._context = context
        self.shown: ArticleAsSeen | None = None
        self._alone = False
        self._empty: QWidget | None = None
        self._make_parts(pictures)
        lead = Column(self._title, 4, self._under, 14, self._picture, 6, self._caption, 8, self._lead, 8)
        # The text keeps a little room for the ring of its focus: what stands over it begins where its words do.
        above = panel(Row(panel(lead), margins=(TEXT_MARGIN, 0, TEXT_MARGIN, 0)))
        self._column = panel(Column(above, self._text))
        self._beside = _line(self._column, None)
        self._beside.setStretch(0, 1000)
        self._page = ScrollPage(panel(Column(20, self._beside, 24, None)))
        self._nothing = EmptyState(
            "news", self.tr("No article chosen"), self.tr("Choose an article in the list to read it here.")
        )
        self.setLayout(
            Column(
                self._bar,
                Rule(),
                self._why_panel,
                self._deadline,
                self._page,
                self._nothing,
                self._where_panel,
                self._foot,
            )
        )
        self._align()
        self.show_article(None, context.clock())

    def restyle(self) -> None:
        """Take lengths from the look."""
        self._align()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margin grows with the pane, the column does not."""
        super().resizeEvent(event)
        self._align()

    def _align(self) -> None:
        """At most 75 characters to a line; bar, text and foot begin on the same vertical line."""
        margin = look.gap(TEXT_MARGIN)
        self._column.setMaximumWidth(look.px(READING_WIDTH) + 2 * margin)
        spare = (self.width() - look.px(READING_WIDTH)) // 2
        side = max(look.gap(_LEAST_SIDE), min(look.gap(_MOST_SIDE), spare))
        self._beside.setContentsMargins(side - margin, 0, look.gap(_LEAST_SIDE) - margin, 0)
        bar = look.gap(12) if self._alone else side - look.gap(_QUIET_BUTTON_AIR)
        self._bar_line.setContentsMargins(bar, look.gap(6), look.gap(12), look.gap(6))
        self._foot_line.setContentsMargins(side, look.gap(10), look.gap(24), look.gap(10))
        for line in (self._bar_line, self._foot_line):
            line.setSpacing(look.gap(8))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        foot_across = self.width() >= look.px(_FOOT_ACROSS_FROM)
        self._foot_line.setDirection(across if foot_across else down)
        self._foot_mark.setVisible(foot_across)
        if self.shown is not None:
            self._show_foot(self.shown)
        self._word_buttons()

    def _word_buttons(self) -> None:
        """The buttons give up their words where they have no room: first those whose icons say enough."""
        worded = (
            (self._copy, self.tr("Copy link"), self.tr("Copy link")),
            (self._remind, self.tr("Remind me"), self.tr("Remind me (Ctrl+R)")),
            (self._why, self.tr("Why do I see this?"), self.tr("Why do I see this?")),
            (self._ask, self.tr("Ask or correct"), self.tr("Ask or correct")),
        )
        self._word_save(worded=True)
        for button, words, tip in worded:
            button.set_words(words, tip)
        for button, _words, tip in worded:
            if self._bar_line.minimumSize().width() > self.width():
                button.set_words("", tip)
        self._word_save(worded=self._bar_line.minimumSize().width() <= self.width())

    def _word_save(self, *, worded: bool) -> None:
        words = self.tr("Saved") if self.shown is not None and self.shown.saved_at is not None else self.tr("Save")
        self._save.set_words(words if worded else "", words)

    def _make_parts(self, pictures: CachedPictures) -> None:
        self._back = icon_button("chevron-left", self.tr("Back to the list"))
        self._back.hide()
        self._save = Button(self.tr("Save"), "quiet", icon="bookmark")
        self._ask = Button(self.tr("Ask or correct"), "quiet", icon="dialog")
        if way_of(self._context) is Way.NONE:
            self._ask.hide()  # never shown here: what has no parent yet would be a window, and take the focus
        self._copy = Button(self.tr("Copy link"), "quiet", icon="copy")
        self._remind = Button(self.tr("Remind me"), "quiet", icon="bell")
        self._why = Button(self.tr("Why do I see this?"), "quiet", icon="eye")
        self._out = icon_button("external", self.tr("Open in the browser (Ctrl+Enter)"))
        left = (self._back, self._save, self._remind, self._ask, self._copy)
        self._bar_line = _line(*left, None, self._why, self._out)
        self._bar = panel(self._bar_line)
        self._why_words = Note("info", "", icon="eye", markup=True)
        self._why_panel = panel(Row(self._why_words, margins=(20, 10, 20, 0)))
        self._why_panel.hide()
        self._deadline = DeadlineNote(self._context)
        self._title = Paragraph("", "heading", leading=115)
        self._under = Label("", "body", "muted", digits=True, wrap=True)
        self._picture = LeadPicture(pictures)
        self._caption = Label("", "caption", "muted", wrap=True)
        self._lead = Paragraph("", "reading", leading=145, markup=True)
        self._text = ArticleText(self._context.connection, self.tr("The article's text"))
        self._where = Label("", "caption", "muted", elide=True)
        self._where_panel = panel(Row(IconLabel("link", 16), self._where, gap=6, margins=(20, 4, 20, 4)))
        self._where_panel.hide()
        self._foot_words = Paragraph("", leading=120, markup=True)
        self._acknowledge = Button(self.tr("I have read this"), "primary", key="K")
        self._foot_mark = IconLabel("check-circle", 20, "warning")
        self._foot_line = _line(self._foot_mark, self._foot_words, self._acknowledge)
        self._foot_line.setStretch(1, 1)
        self._foot = panel(Column(Rule(), self._foot_line))
        self._connect()

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._ask.clicked.connect(self.ask_wanted)
        self._acknowledge.clicked.connect(self.acknowledge_wanted)
        self._copy.clicked.connect(self.copy_link)
        self._remind.clicked.connect(self.remind)
        if not self._context.reminds:
            self._remind.hide()
        self._out.clicked.connect(self.open_outside)
        self._why.clicked.connect(lambda: self._why_panel.setVisible(self._why_panel.isHidden()))
        self._text.link_pressed.connect(self._context.shell.open_address)
        self._text.link_under.connect(self._show_where)

    # Showing

    def show_article(self, article_id: str | None, now: datetime) -> None:
        """Show an article, or that none is chosen."""
        found = article(self._context.connection, article_id, now) if article_id else None
        same = found is not None and self.shown is not None and found.article == self.shown.article
        self.shown = found
        self._deadline.show_for(found, now)
        for part in (self._page, self._bar):
            part.setVisible(found is not None)
        self._nothing.setVisible(found is None)
        if found is None:
            self._foot.hide()
            self._why_panel.hide()
            return
        self._show_marks(found)
        if not same:
            self._show_text(found, now)
            self._why_panel.hide()
            self._page.verticalScrollBar().setValue(0)

    def _show_text(self, seen: ArticleAsSeen, now: datetime) -> None:
        shown = seen.article
        self.setAccessibleName(shown.title)
        if seen.withdrawn_at is not None:
            day = day_words(local(seen.withdrawn_at).date(), local(now).date())
            self._title.set_words(shown.title)
            self._under.setText(self.tr("The article has been withdrawn since {day}.").format(day=day))
            for part in (self._picture, self._caption, self._lead):
                part.hide()
            self._text.show_html("")
            return
        self._title.set_words(shown.title)
        minutes = max(1, round(len(shown.body_html.split()) / WORDS_A_MINUTE))
        publisher = shown.publisher or ("nacka.se" if shown.source is ArticleSource.PUBLIC else self.tr("Intranet"))
        parts = (publisher, shown.author, running_words(shown.published, now), self.tr("%n minute(s)", "", minutes))
        self._under.setText("  ·  ".join(part for part in parts if part))
        own = shown.picture
        self._picture.show_picture(own.key if own else None, own.alt if own else "")
        self._caption.setText(own.caption if own else "")
        self._caption.setVisible(own is not None and bool(own.caption) and not self._picture.isHidden())
        self._lead.set_words(f"<b>{escape(shown.lead)}</b>")
        self._text.show_html(shown.body_html)
        # A feed that gives the lead only has it as its text too.
        self._lead.setVisible(bool(shown.lead) and self._text.toPlainText().strip() != shown.lead.strip())
        who = recipient(self._context.connection)
        self._why_words.set_words(reason_words(shown, who))

    def _show_marks(self, seen: ArticleAsSeen) -> None:
        saved = seen.saved_at is not None
        self._save.set_icon("star-filled" if saved else "bookmark")
        self._word_buttons()
        link = checked(seen.article.address)
        self._out.setEnabled(isinstance(link, Link))
        self._copy.setEnabled(isinstance(link, Link))
        self._show_foot(seen)

    def _show_foot(self, seen: ArticleAsSeen) -> None:
        last_day = seen.article.acknowledge_by
        self._foot.setVisible(last_day is not None and seen.withdrawn_at is None)
        if last_day is None:
            return
        done = seen.acknowledged_at is not None
        self._acknowledge.setVisible(not done)
        self._foot_mark.set_icon("check-circle", "success" if done else "warning")
        if done and seen.acknowledged_at is not None:
            self._foot_words.set_words(acknowledged_markup(self._context, seen.article.id, seen.acknowledged_at))
        else:
            below = self.tr("Acknowledge by {day}. It works without a network.").format(day=long_day(last_day))
            wanted = self.tr("Everybody concerned is to read this")
            # Where the foot is narrow the last day alone leaves room for the text that is to be read.
            self._foot_words.set_words(below if self._foot_mark.isHidden() else f"<b>{wanted}</b><br/>{below}")

    def set_alone(self, *, alone: bool) -> None:
        """With one pane at a time the way back is shown."""
        self._alone = alone
        self._back.setVisible(alone)
        self._align()

    def _show_where(self, address: str) -> None:
        link = checked(address) if address else None
        self._where_panel.setVisible(link is not None)
        if isinstance(link, Link):
            self._where.setText(self.tr("Leads to {host}").format(host=link.shown))
        elif link is not None:
            self._where.setText(self.tr("Not a safe address: it is not opened"))

    # Acts

    def open_outside(self) -> None:
        """Open the article in the browser."""
        if self.shown is not None:
            self._context.shell.open_address(self.shown.article.address)

    def copy_link(self) -> None:
        """Put the article's address on the clipboard."""
        if self.shown is not None and self.shown.article.address:
            QApplication.clipboard().setText(self.shown.article.address)
            self._context.shell.say(self.tr("The link is copied."), icon="copy")

    def remind(self) -> None:
        """Ask when to be reminded of the article."""
        if self.shown is not None:
            self._context.shell.remind(of_article(self.shown.article), self._remind)

    def focus_text(self) -> None:
        """Give the focus to the text."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(*items: QWidget | None) -> QHBoxLayout:
    """A row whose margins the reader sets: they depend on its width."""
    line = QHBoxLayout()
    for item in items:
        if item is None:
            line.addStretch(1)
        else:
            line.addWidget(item)
    return line
