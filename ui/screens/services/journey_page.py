"""The page of one journey: what it is for, and its steps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.services.journey_view import JourneyView
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, Paragraph
from ui.widgets.layouts import Column, Item, panel
from workplace_app.domain.journey import Journey


class JourneyPage(QWidget):
    """``service_wanted`` carries the id of a step's service, ``remind_wanted`` the button that was pressed;
    ``ask_wanted`` asks about the journey, where that is ``asked``."""

    service_wanted = Signal(str)
    remind_wanted = Signal(QWidget)
    ask_wanted = Signal()

    def __init__(self, journey: Journey, *, reminds: bool, asked: bool = False) -> None:
        super().__init__()
        self.journey = journey
        self.setAccessibleName(journey.title)
        view = JourneyView()
        view.show_journey(journey)
        view.service_wanted.connect(self.service_wanted)
        remind = Button(self.tr("Remind me"), icon="bell", tip=self.tr("Remind me (Ctrl+R)"))
        remind.clicked.connect(lambda: self.remind_wanted.emit(remind))
        ask = Button(self.tr("Ask, suggest or correct"), icon="dialog")
        ask.clicked.connect(self.ask_wanted)
        buttons = [*([remind] if reminds else []), *([ask] if asked else [])]
        acts: list[Item] = [10, panel(Flow(*buttons))] if buttons else []
        journeys = self.tr("Journeys")
        steps = self.tr("%n step(s); a dashed ring is optional", "", len(journey.steps))
        self.setLayout(
            Column(
                Label(f"{journeys}  ›  {journey.theme}", "caption", "muted", elide=True),
                4,
                Paragraph(journey.title, "heading", leading=115),
                6,
                Paragraph(journey.summary, "reading", leading=140),
                *acts,
                10,
                Label(steps, "caption", "muted", wrap=True),
                10,
                view,
                None,
            )
        )
