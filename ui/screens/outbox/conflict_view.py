"""Both versions of one thing side by side, with what differs marked; neither is preferred, and it can wait."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.dates import local
from ui.look import look
from ui.screen import ScreenContext
from ui.screens.outbox.conflict_words import ConflictWords, FieldWords, VersionWords, conflict_words
from ui.screens.outbox.intent_words import readable_wish, what_it_concerns
from ui.taking_back import take_back
from ui.theme import RADIUS_CARD, RADIUS_SMALL, Weight
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.surface import Surface
from ui.widgets.toast import announce
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.store.outbox_filing import as_it_was, keep_as_task, keep_mine, keep_theirs
from workplace_app.store.outbox_reader import history, intent
from workplace_app.store.task_reader import task

WIDTH = 680
_BESIDE_FROM = 520
"""Pixels at 100 % from which the versions stand beside each other."""


def open_conflict(
    context: ScreenContext, opener: QWidget, intent_id: str, changed: Callable[[], None]
) -> "ConflictView | None":
    """Ask over the window of ``opener``, whatever is shown there. None when there is nothing to choose any more.
    ``changed`` is called when the user has chosen."""
    found = intent(context.connection, intent_id)
    if found is None or found.state is not IntentState.NEEDS_YOU or found.conflict is None:
        return None
    view = ConflictView(context, opener, found, changed)
    view.open_with(view.later)
    announce(view, view.spoken)
    return view


class ConflictView(Dialog):
    """The focus begins on "decide later": whoever presses Enter once too often has chosen nothing."""

    def __init__(self, context: ScreenContext, opener: QWidget, collided: Intent, changed: Callable[[], None]) -> None:
        self._context, self._intent, self._changed = context, collided, changed
        now, wish = context.clock(), readable_wish(collided)
        seen = task(context.connection, collided.target_id, local(now))
        what = what_it_concerns(collided, wish, seen.task if seen is not None else None)
        said = conflict_words(collided, wish, what, history(context.connection, collided.id), now)
        self.spoken = f"{said.title}. {said.subject}. {said.mine.spoken}. {said.theirs.spoken}. {said.kept}"
        self.mine, self.theirs = _Version(said.mine), _Version(said.theirs)
        self._pair = Row(self.mine, self.theirs, gap=12)
        self._pair.setStretch(0, 1)
        self._pair.setStretch(1, 1)
        self.later = Button("", "quiet", key="Esc")
        super().__init__(opener, self._layout_of(said), name=said.title, width=WIDTH)
        self.later.set_words(self.tr("Decide later"))
        self.setAccessibleDescription(self.spoken)
        self._connect()

    def _layout_of(self, said: ConflictWords) -> Column:
        foot = Row(IconLabel("info", 18), Paragraph(said.kept, colour="muted", leading=125), self.later, gap=10)
        foot.setStretch(1, 1)
        return Column(
            Label(said.title, "title", wrap=True),
            4,
            Label(said.subject, "body", "muted", wrap=True),
            18,
            self._pair,
            14,
            foot,
            margins=(28, 24, 28, 16),
        )

    def _connect(self) -> None:
        conflict = self._intent.conflict
        gone = conflict is not None and conflict.gone
        self.mine.keep.clicked.connect(self._make_task if gone else self._keep_mine)
        self.theirs.keep.clicked.connect(self._keep_theirs)
        self.later.clicked.connect(self.leave)

    def fit_to(self, width: int) -> None:
        """In a narrow window the versions stand below each other."""
        beside = width >= look.px(_BESIDE_FROM)
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    # Choosing

    def _keep_mine(self) -> None:
        if keep_mine(self._context.connection, self._intent, self._context.clock()):
            self._context.requests.refresh(frozenset())
            self._done(self.tr("Your version is sent."), self._undo)
        else:
            self._done(self.tr("It no longer needed you."), None)

    def _keep_theirs(self) -> None:
        if keep_theirs(self._context.connection, self._intent, self._context.clock()):
            self._context.requests.refresh(frozenset())  # what stood behind it need wait no longer
            self._done(self.tr("The other version stands. Yours can be read in the outbox."), self._undo)
        else:
            self._done(self.tr("It no longer needed you."), None)

    def _make_task(self) -> None:
        made = keep_as_task(self._context.connection, self._intent, self._context.clock())
        if made is None:
            self._done(self.tr("It no longer needed you."), None)
            return
        self._context.requests.refresh(frozenset())
        self._done(self.tr("It is a task of yours now."), partial(self._undo, made.id))

    def _done(self, words: str, undo: Callable[[], None] | None) -> None:
        self.leave()
        self._context.shell.say(words, icon="check" if undo is not None else "info", undo=undo)
        self._changed()

    def _undo(self, made: str = "") -> None:
        """The question stands again, unless the answer to it has left already."""
        context, now = self._context, self._context.clock()
        undone = (not made or take_back(context, made)) and as_it_was(context.connection, self._intent, now)
        if not undone:
            context.shell.say(self.tr("It was too late: it is already on its way."), icon="info")
        self._changed()


class _Version(Surface):
    """One of the two. ``keep`` is its button, hidden where there is nothing to keep."""

    def __init__(self, said: VersionWords) -> None:
        super().__init__("surface", radius=RADIUS_CARD - 2, line="outline")
        self.keep = Button(said.button, wide=True)
        self.keep.setAccessibleDescription(said.spoken)
        if not said.button:
            self.keep.hide()  # never shown here: what has no parent yet would be a window, and take the focus
        column = Column(
            Label(said.title, "strong", wrap=True),
            2,
            Label(said.who, "caption", "muted", digits=True, wrap=True),
            12,
            *(item for each in said.fields for item in (_field(each), 4)),
            None,
            10,
            self.keep,
            margins=(16, 14, 16, 16),
        )
        self.setLayout(column)
        self.setAccessibleName(said.title)
        self.setAccessibleDescription(said.spoken)


def _field(said: FieldWords) -> Surface:
    value = Label(said.value, "body", weight=Weight.SEMIBOLD if said.differs else None, wrap=True, digits=True)
    words = Column(Label(said.name, "caption", "muted"), value, gap=1, margins=(10, 6, 10, 6))
    row = Row(panel(words), gap=0)
    row.setStretch(0, 1)
    plate = Surface("warning_soft" if said.differs else "surface", radius=RADIUS_SMALL, line="line")
    plate.outline_only_when_strong()
    if said.differs:
        row.addWidget(IconLabel("edit", 16, "warning"))
        row.addSpacing(look.gap(10))
    else:
        plate.set_fill("surface")
    plate.setLayout(row)
    return plate
