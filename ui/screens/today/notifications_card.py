"""New in my workspaces: the latest notifications that wait to be handled."""

from ui.models.notification_model import NotificationModel, NotificationRow, notification_row
from ui.places import WORKSPACES
from ui.screen import ScreenContext
from ui.screens.today.today_card import ListCard, Reading
from ui.widgets.notification_delegate import NotificationDelegate
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.notification import NotificationState
from workplace_app.store.notification_reader import count_notifications, notifications

_MOST_ROWS = 10


class NotificationsCard(ListCard):
    """Enter shows the notification among the workspaces."""

    card_id = "notifications"
    kinds = frozenset({ChangeKind.NOTIFICATIONS, ChangeKind.OWN_THINGS, ChangeKind.FEED_STATE})
    feeds = frozenset({"teams", "chats", "sites", "site_files"})

    def __init__(self, context: ScreenContext) -> None:
        self._notifications = NotificationModel()
        delegate = NotificationDelegate(compact=True)
        super().__init__(context, self.tr("New in my workspaces"), self._notifications, delegate, footer=" ")
        self.open_with(self._open)
        self.footer_clicked.connect(lambda: context.shell.go(WORKSPACES))

    def empty_words(self) -> str:
        """All is handled."""
        return self.tr("Nothing new. You are up to date.")

    def read(self, reading: Reading) -> bool:
        """The newest open ones."""
        listed = notifications(self.context.connection, NotificationState.OPEN, reading.now, limit=_MOST_ROWS)
        self.show_rows([notification_row(seen, reading.now) for seen in listed.rows])
        count = count_notifications(self.context.connection, reading.now).open
        self.set_footer(self.tr("All %n", "notifications", count) if count else "")
        return count > 0

    def _open(self, row: NotificationRow) -> None:
        self.context.shell.go(WORKSPACES, row.id)
