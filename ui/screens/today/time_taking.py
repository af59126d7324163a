"""Takes time in the calendar for the user: asked for below a row, seen at once, undone with Ctrl+Z."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui.dates import day_words, local, span_words
from ui.places import OUTBOX
from ui.screen import ScreenContext
from ui.screens.today.time_popover import TimePopover
from ui.taking_back import undo_wish
from ui.widgets.row_list import RowList
from ui.widgets.toast import HOLD
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.wishes import ReservedTime
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.outbox_undo import Undone


def ask_for_time(
    context: ScreenContext, rows: RowList, title: str = "", changed: Callable[[], None] = lambda: None
) -> TimePopover:
    """Ask below the current row of a list; ``title`` is proposed. ``changed`` is called when time has been taken."""

    def chosen(wish: ReservedTime) -> None:
        take_time(context, wish)
        changed()

    popover = TimePopover(rows, context.clock(), title)
    popover.chosen.connect(chosen)
    index = rows.currentIndex()
    row = rows.visualRect(index).intersected(rows.viewport().rect()) if index.isValid() else None
    popover.show_below(rows, row)
    return popover


def take_time(context: ScreenContext, wish: ReservedTime) -> None:
    """File the wish and say so."""
    now = context.clock()
    filed = file_intent(
        context.connection, IntentKind.RESERVE_TIME, "calendar:", now, wish, about=wish.title, hold=HOLD
    )

    open_outbox = QCoreApplication.translate("TimeTaking", "Show the outbox")

    def undo() -> None:
        undone = undo_wish(context, filed.id)
        if undone is Undone.OPPOSITE_FILED:
            removed = QCoreApplication.translate("TimeTaking", "The time was already in the calendar. It is removed.")
            context.shell.say(removed, icon="undo")
        elif undone is Undone.TOO_LATE:
            late = QCoreApplication.translate(
                "TimeTaking", "The time is on its way to the calendar. Undo it in the outbox when it has arrived."
            )
            context.shell.say(late, icon="info", action_text=open_outbox, action=lambda: context.shell.go(OUTBOX))
        _tell(context)

    when = f"{day_words(local(wish.start).date(), local(now).date())} {span_words(wish.start, wish.end)}"
    words = QCoreApplication.translate("TimeTaking", "The time is taken: {when}.").format(when=when)
    context.shell.say(words, icon="calendar", undo=undo)
    _tell(context)


def _tell(context: ScreenContext) -> None:
    context.requests.refresh(frozenset())
    context.shell.update_numbers()
