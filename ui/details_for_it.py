"""What IT needs to know of a problem and has to do about it: to be read, marked, and copied with one press."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.look import look
from ui.screen import ScreenContext
from ui.service_names import service_name
from ui.theme import RADIUS_CARD
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.popover import Popover
from ui.widgets.surface import Surface
from workplace_app.domain.problem import Problem, ProblemKind

_WIDTH = 440
"""Pixels at 100 % of the plate that floats."""


class DetailsForIT(QWidget):
    """A plate with the details, and the button that copies them."""

    def __init__(self, context: ScreenContext, problem: Problem) -> None:
        super().__init__()
        self._context, self._problem = context, problem
        steps = Paragraph(self.steps())
        facts = Label(self.facts(), "caption", wrap=True)
        facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        facts.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that Tab reaches what the keys can mark
        copy = Button(self.tr("Copy for IT"), icon="copy", small=True)
        copy.clicked.connect(self.copy)
        plate = Surface("sunken", radius=RADIUS_CARD, line="line")
        plate.setLayout(Column(steps, 8, facts, 10, panel(Row(copy, None)), margins=(14, 12, 14, 12)))
        self.setLayout(Column(plate))
        self.setAccessibleName(self.tr("Details for IT"))
        self.setAccessibleDescription(self.text())

    def steps(self) -> str:
        """What IT has to do, in a sentence or two."""
        problem = self._problem
        if problem.kind is ProblemKind.CONSENT_MISSING and problem.scope:
            return self.tr(
                "Give the app the delegated permission {scope} in Microsoft Graph, with consent for the whole "
                "organisation. The app notices by itself within two hours."
            ).format(scope=problem.scope)
        if problem.kind is ProblemKind.CONSENT_MISSING:
            return self.tr("Give the app the permissions that it asks for, with consent for the whole organisation.")
        if problem.kind is ProblemKind.ACCESS_DENIED and problem.scope:
            return self.tr(
                "The app has the permission {scope}. See whether this person may read what it asks for in {service}."
            ).format(scope=problem.scope, service=service_name(problem.service))
        if problem.kind is ProblemKind.CONFIGURATION_WRONG:
            return self.tr("Mend what is named here. The command “workplace-app policy” shows what holds, and whence.")
        return self.tr("This is what happened, where and when.")

    def facts(self) -> str:
        """One thing a line, in the words of the service: nothing personal is in it."""
        problem, place = self._problem, self._context.municipality
        lines = [
            ("problem", problem.kind.value),
            ("service", problem.service or ""),
            ("scope", problem.scope or ""),
            ("detail", problem.detail or ""),
            ("tenant", place.tenant_id),
            ("client", place.client_id),
            ("authority", place.authority),
            ("time", f"{self._context.clock():%Y-%m-%d %H:%M} UTC"),
        ]
        return "\n".join(f"{name}: {value}" for name, value in lines if value)

    def text(self) -> str:
        """All of it, as it is copied."""
        return f"{self.steps()}\n{self.facts()}"

    def copy(self) -> None:
        """Put it on the clipboard."""
        QApplication.clipboard().setText(self.text())
        self._context.shell.say(self.tr("The details are copied. Send them to IT."), icon="copy")


def show_details_for_it(context: ScreenContext, problem: Problem, opener: QWidget, parent: QWidget) -> Popover:
    """Let the details float below the button that asks for them; Esc closes, and the button has the focus again.

    ``parent`` outlives the button, which is made anew whenever the problem is told in other words.
    """
    title = QCoreApplication.translate("DetailsForIT", "Details for IT")
    details = DetailsForIT(context, problem)
    details.setFixedWidth(look.px(_WIDTH))
    plate = Popover(Column(Label(title, "subtitle"), 8, details, margins=(16, 12, 16, 14)), parent, name=title)
    plate.show_below(opener)
    return plate
