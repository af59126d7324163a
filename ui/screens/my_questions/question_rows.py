"""The rows of Mina frågor: what is on its way, what the municipality has, what has been answered."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui.dates import running_words
from ui.dialogue.wording import ICONS, Standing, kind_name, standing
from ui.models.row_model import GroupRow, RowModel
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import IntentState
from workplace_app.domain.remark import RemarkAsSeen, RemarkState

translate = QCoreApplication.translate
_OVER = (RemarkState.ANSWERED, RemarkState.CLOSED)


@frozen
class QuestionRow:
    """One remark as a row shows it."""

    id: str
    icon: str
    title: str
    under: str
    standing: Standing
    unread: bool
    place: int
    """Which group: 0 on its way, 1 with the municipality, 2 answered or closed."""
    needs_you: bool = False


def question_row(remark: RemarkAsSeen, now: datetime, *, offline: bool) -> QuestionRow:
    """The row of a remark: its first line, and what it is about."""
    title = next((line.strip() for line in remark.text.splitlines() if line.strip()), kind_name(remark.kind))
    under = "  ·  ".join(
        part for part in (kind_name(remark.kind), remark.about.title, running_words(remark.written_at, now)) if part
    )
    place = 0 if remark.intent is not None else 2 if remark.state in _OVER else 1
    return QuestionRow(
        remark.id,
        ICONS[remark.kind],
        title,
        under,
        standing(remark, now, offline=offline),
        remark.unread,
        place,
        remark.intent is not None and remark.intent.state is IntentState.NEEDS_YOU,
    )


class QuestionModel(RowModel[QuestionRow]):
    """Grouped by where they are."""

    def title(self, row: QuestionRow) -> str:
        """Typing searches what was written."""
        return row.title

    def spoken(self, row: QuestionRow) -> str:
        """Everything that the row shows, what is new first."""
        new = translate("dialogue", "new answer") if row.unread else ""
        return ", ".join(part for part in (new, row.title, *row.under.split("  ·  "), row.standing.words) if part)

    def group(self, row: QuestionRow) -> GroupRow:
        """The heading."""
        return GroupRow(
            (self.tr("On their way"), self.tr("With the municipality"), self.tr("Answered and closed"))[row.place]
        )
