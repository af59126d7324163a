"""The numbers of the rail and the words of the strip, read again when what they count has changed."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from ui.access_words import grace_items
from ui.dates import local
from ui.pinned import pinned_things
from ui.places import MY_QUESTIONS, NEWS, REMINDERS, TODAY, WORKSPACES
from ui.rail import Rail
from ui.recipient import recipient
from ui.screen import ScreenContext
from ui.sent_news import SentNews
from ui.status import keeping_items, strip_items
from ui.widgets.status_strip import StatusStrip
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.access_reader import access_record
from workplace_app.store.badge_reader import badges
from workplace_app.store.feed_state_reader import feed_states
from workplace_app.store.outbox_reader import count_intents
from workplace_app.store.person_reader import profile

KINDS = frozenset(
    {
        ChangeKind.TASKS,
        ChangeKind.NEWS,
        ChangeKind.NOTIFICATIONS,
        ChangeKind.OUTBOX,
        ChangeKind.OWN_THINGS,
        ChangeKind.REMINDERS,
        ChangeKind.FEED_STATE,
        ChangeKind.PROFILE,
        ChangeKind.SERVICES,
        ChangeKind.WORKSPACES,
        ChangeKind.REMARKS,
        ChangeKind.ACCESS,
    }
)
SECONDS_IN_A_MINUTE = 60


class Numbers(QObject):
    """Lives as long as an account is open in the window."""

    minute_began = Signal(object)

    def __init__(self, context: ScreenContext, rail: Rail, strip: StatusStrip) -> None:
        super().__init__(rail)
        self._context = context
        self._rail, self._strip = rail, strip
        self._progress: SyncProgress | None = context.watcher.at_rest
        self._left = False
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._new_minute)
        self._sent = SentNews(context, self)
        context.watcher.changes.connect(self._changed)
        context.watcher.progress.connect(self._progressed)
        self._wait_for_minute()

    def _changed(self, kinds: frozenset[ChangeKind]) -> None:
        if kinds & KINDS:
            self.read()

    def _progressed(self, progress: SyncProgress) -> None:
        self._progress = progress
        self.read()

    def _wait_for_minute(self) -> None:
        now = self._context.clock()
        left = timedelta(seconds=SECONDS_IN_A_MINUTE - now.second, microseconds=-now.microsecond)
        self._minute.start(max(1, round(left.total_seconds() * 1000)))

    def _new_minute(self) -> None:
        self._wait_for_minute()
        self.read()
        self.minute_began.emit(self._context.clock())

    def leave(self) -> None:
        """Read no more: the connection is about to be closed, and a reading may still be on its way."""
        self._left = True
        self._sent.leave()
        self._minute.stop()
        self.deleteLater()

    def read(self) -> None:
        """Read the numbers and show them."""
        if self._left:
            return
        connection, now = self._context.connection, self._context.clock()
        known = profile(connection)
        if known is not None:
            self._rail.set_person(known.person.name, known.person.unit)
        counts = badges(connection, recipient(connection), local(now))
        numbers = {TODAY: counts.tasks, NEWS: counts.news, WORKSPACES: counts.notifications}
        for place, count in (numbers | {REMINDERS: counts.reminders, MY_QUESTIONS: counts.answers}).items():
            self._rail.set_count(place, count)
        self._rail.set_pinned(pinned_things(connection, now))
        states = feed_states(connection).values()
        answered = [state.answered_at for state in states if state.answered_at is not None]
        outbox = count_intents(connection, _day_began(now))
        left = strip_items(now, max(answered, default=None), self._progress, outbox)
        grace = grace_items(access_record(connection), self._context.municipality.access, now)
        self._strip.show_items(left, [*grace, *keeping_items(self._context.keyring)])


def _day_began(now: datetime) -> datetime:
    return local(now).replace(hour=0, minute=0, second=0, microsecond=0)
