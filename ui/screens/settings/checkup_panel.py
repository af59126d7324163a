"""Kontrollera datorn: looks for what is wrong, and says it in words that can be copied and saved for IT."""

import json
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.checkup_text import as_json, report_lines
from ui.checkup_words import area_name, check_words, state_name, subject_words
from ui.computer_check import ComputerCheck
from ui.dates import local
from ui.file_saving import FileSaving, ToSave
from ui.look import look
from ui.screen import ScreenContext
from ui.screens.settings.rows import group, setting_row
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, panel
from ui.widgets.notes import Note, NoteTone
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.toast import announce
from workplace_app.domain.checkup import Check, CheckState, Checkup


class CheckupPanel(QWidget):
    """A button, then what was found: what is not well with what to do, and how many things are."""

    def __init__(self, context: ScreenContext, computer: ComputerCheck) -> None:
        super().__init__()
        self._context, self._computer = context, computer
        self._saving: FileSaving | None = None
        self.found: Checkup | None = None
        self._button = Button(self.tr("Check this computer"), icon="wrench")
        self._button.clicked.connect(self._begin)
        self._progress = Label("", "caption", "muted")
        self._progress.hide()
        row = setting_row(
            self.tr("Is something not working?"),
            self.tr(
                "Looks at the network, the sign-in, the keyring, the clock and what is saved here. It changes nothing, "
                "and nothing is sent to anybody."
            ),
            panel(Column(self._button, self._progress, gap=4)),
        )
        self._result = Column(gap=16)
        self.setLayout(Column(group(self.tr("Troubleshooting"), row), 16, panel(self._result)))

    def _begin(self) -> None:
        if not self._progress.isHidden():
            return  # it is looking; a button that is off would give the focus away
        self._clear()
        self._progress.setText(self.tr("Looking…"))
        self._progress.show()
        announce(self, self._progress.text())
        self._computer.begin(self._stepped, self._ended)

    def _stepped(self, done: int, of: int) -> None:
        self._progress.setText(self.tr("{done} of {of} steps").format(done=done, of=of))

    def _ended(self, checkup: Checkup) -> None:
        self.found = checkup
        self._progress.hide()
        self._show(checkup)

    def _clear(self) -> None:
        while (item := self._result.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _show(self, checkup: Checkup) -> None:
        self._clear()
        told = [check for check in checkup.checks if check.state is not CheckState.OK]
        summary = self._summary(checkup, len(checkup.checks) - len(told))
        tones: dict[CheckState, NoteTone] = {CheckState.PROBLEM: "danger", CheckState.WARNING: "warning"}
        copy = Button(self.tr("Copy for IT"), icon="copy", small=True)
        copy.clicked.connect(self._copy)
        save = Button(self.tr("Save for IT"), icon="download", small=True)
        save.clicked.connect(self._save)
        self._result.addWidget(Note(tones.get(checkup.worst, "success"), summary))
        self._result.addWidget(panel(Flow(copy, save)))
        for area, checks in groupby(told, key=lambda check: check.area):
            self._result.addWidget(group(area_name(area), *(_row(check, checkup) for check in checks)))
        announce(self, summary)
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """In a small window what was found would stand below the edge, and nothing would seem to have happened."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # or the page would not be so long yet
        page: QWidget | None = self
        while page is not None and not isinstance(page, ScrollPage):
            page = page.parentWidget()
        first = self._result.itemAt(0)
        if page is None or first is None:
            return
        bar = page.verticalScrollBar()
        bottom = self._result.geometry().top() + first.geometry().bottom()
        if self.mapTo(page, QPoint(0, bottom)).y() > page.height():
            bar.setValue(bar.value() + self.mapTo(page, QPoint()).y() - look.gap(8))

    def _summary(self, checkup: Checkup, good: int) -> str:
        problems = sum(check.state is CheckState.PROBLEM for check in checkup.checks)
        well = self.tr("%n thing(s) are as they should be.", "", good)
        ill = self.tr("%n problem(s) found.", "", problems) if problems else self.tr("No problem was found.")
        return f"{ill} {well}"

    def _copy(self) -> None:
        if self.found is not None:
            QApplication.clipboard().setText("\n".join(report_lines(self.found)))
            self._context.shell.say(self.tr("The result is copied. Send it to IT."), icon="copy")

    def _save(self) -> None:
        found = self.found
        if found is None:
            return

        def content(path: Path) -> bytes:
            if path.suffix.lower() == ".json":
                return (json.dumps(as_json(found), ensure_ascii=False, indent=1) + "\n").encode()
            return ("\n".join(report_lines(found)) + "\n").encode()

        kinds = (self.tr("Text") + " (*.txt)", "JSON (*.json)")
        name = self.tr("Check of the computer {day}").format(day=f"{local(found.at):%Y-%m-%d}")
        saved = self.tr("The result is saved in {file}.")
        what = ToSave(
            self.tr("Save the result"), name, "txt", kinds, content, lambda path: saved.format(file=path.name)
        )
        self._saving = FileSaving(self._context, self.window())
        self._saving.ask(what)


def _row(check: Check, checkup: Checkup) -> QWidget:
    words = check_words(check, checkup.at)
    title = f"{state_name(check.state)}: {subject_words(check)}" if check.subject else state_name(check.state)
    return setting_row(title, f"{words.found} {words.advice}".strip())
