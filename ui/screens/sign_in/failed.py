"""What is shown when signing in did not succeed: what happened, what to do, what IT needs to know."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.details_for_it import DetailsForIT
from ui.problem_remedy import Remedy
from ui.problem_wording import problem_words
from ui.screen import ScreenContext
from ui.screens.sign_in.stages import Acts, Stage, without_link
from ui.screens.sign_in.tall_button import TallButton
from ui.theme import ColourRole
from ui.widgets.labels import IconLabel, Paragraph
from ui.widgets.layouts import Column, Item, Row, panel
from workplace_app.domain.problem import Problem, ProblemKind

_OWN_CHOICE = (ProblemKind.SIGN_IN_CANCELLED, ProblemKind.SIGN_IN_TIMED_OUT)


class Failed(Stage):
    """``again`` tries the way that was tried; a way that needs no browser is offered beside it where IT lets
    people sign in with a code."""

    def __init__(self, context: ScreenContext, problem: Problem, acts: Acts, again: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._problem = context, problem
        self.show_it: TallButton | None = None
        self.detail: QWidget | None = None
        words = problem_words(problem, context.clock())
        calm = problem.kind in _OWN_CHOICE
        rest = " ".join(part for part in (words.means, words.do) if part)
        what: list[Item] = [lead("info" if calm else "warning", "muted" if calm else "warning", rest)] if rest else []
        items: list[Item] = [24]
        for button in self._buttons(words.remedy, acts, again):
            items += [button] if button is self.detail else [button, 8]
        self.fill(words.happened, *what, *items, without_link(context, acts), role="title")
        self.said = words.whole

    def _buttons(self, remedy: Remedy, acts: Acts, again: Callable[[], None]) -> list[QWidget]:
        """The next step first, and that one only is the primary button."""
        retry = TallButton(self.tr("Sign in again") if remedy is Remedy.SIGN_IN else self.tr("Try again"))
        retry.set_icon("refresh")
        retry.clicked.connect(again)
        buttons: list[TallButton] = [retry]
        if self._context.municipality.access.device_code:
            by_code = TallButton(self.tr("Sign in with a code"), icon="keyboard")
            by_code.clicked.connect(acts.sign_in_with_code)
            buttons.insert(0 if self._problem.kind is ProblemKind.NO_BROWSER else 1, by_code)
        if remedy is Remedy.SHOW_IT or self._problem.detail:
            buttons.insert(0 if remedy is Remedy.SHOW_IT else len(buttons), self._make_show_it())
        buttons[0].make_primary()
        self.first = buttons[0]
        shown: list[QWidget] = list(buttons)
        if self.show_it is not None:
            self.detail = panel(Column(DetailsForIT(self._context, self._problem), 8))
            self.detail.hide()
            shown.insert(buttons.index(self.show_it) + 1, self.detail)
        return shown

    def _make_show_it(self) -> TallButton:
        self.show_it = TallButton(self.tr("Show IT how"), icon="wrench")
        self.show_it.clicked.connect(self._toggle_detail)
        return self.show_it

    def _toggle_detail(self) -> None:
        if self.detail is not None and self.show_it is not None:
            hidden = self.detail.isHidden()
            self.detail.setVisible(hidden)
            self.show_it.set_words(self.tr("Hide the details") if hidden else self.tr("Show IT how"))


def lead(icon: str, tint: ColourRole, words: str) -> Row:
    """What it means and what to do, with an icon at the first line."""
    mark = IconLabel(icon, 20, tint)
    row = Row(mark, Paragraph(words, "reading", "muted"), gap=12)
    row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    row.setStretch(1, 1)
    return row
