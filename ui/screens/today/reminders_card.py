"""What has rung and what rings next."""

from ui.places import REMINDERS
from ui.screen import ScreenContext
from ui.screens.reminders.reminder_delegate import ReminderDelegate
from ui.screens.reminders.reminder_rows import ReminderModel, ReminderRow, card_row
from ui.screens.today.today_card import ListCard, Reading
from ui.widgets.card import CardState, Freshness
from workplace_app.domain.changes import ChangeKind
from workplace_app.store.reminder_reader import open_reminders

_MOST_ROWS = 8


class RemindersCard(ListCard):
    """They are the user's own and on the computer: this card has no age and is never unknown."""

    card_id = "reminders"
    kinds = frozenset({ChangeKind.REMINDERS})

    def __init__(self, context: ScreenContext) -> None:
        model, delegate = ReminderModel(grouped=False), ReminderDelegate(compact=True)
        super().__init__(context, self.tr("Reminders"), model, delegate, footer=self.tr("All reminders"))
        self.open_with(self._open)
        self.footer_clicked.connect(lambda: context.shell.go(REMINDERS))

    def empty_words(self) -> str:
        """Nothing waits."""
        return self.tr("No reminder waits.")

    def read(self, reading: Reading) -> bool:
        """What has rung first, then what is next."""
        found = open_reminders(self.context.connection, _MOST_ROWS)
        self.show_rows([card_row(each, reading.now) for each in found])
        empty = CardState(Freshness.EMPTY, words=self.empty_words())
        self.show_state(CardState(Freshness.FRESH) if found else empty)
        return bool(found)

    def _open(self, row: ReminderRow) -> None:
        self.context.shell.go(REMINDERS, row.id)
