"""Asks for a new lock code, twice, and for the one until now where there is one."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.code_words import fault_words, refusal_sentence
from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.code_field import CodeField
from ui.widgets.dialog import Dialog
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, Paragraph
from ui.widgets.layouts import Column, Item, panel
from ui.widgets.toast import announce
from workplace_app.domain.lock_code import fault_of
from workplace_app.domain.unlocking import CodeRefused

WIDTH = 480
translate = QCoreApplication.translate


class ChoosingCode(Dialog):
    """``removes`` asks for the code until now and takes it away. ``demanded`` by IT it has no way out but locking the
    account. ``done`` is called when the code is another one."""

    def __init__(
        self,
        context: ScreenContext,
        opener: QWidget,
        done: Callable[[], None],
        *,
        removes: bool = False,
        demanded: bool = False,
    ) -> None:
        self._context, self._done = context, done
        self._removes, self._demanded = removes, demanded
        has_code = context.people.has_code
        title = _title(has_code=has_code, removes=removes)
        self.current = CodeField(translate("ChoosingCode", "Your lock code until now"))
        self.code = CodeField(translate("ChoosingCode", "New lock code, at least six signs"))
        self.again = CodeField(translate("ChoosingCode", "The same code again"))
        self._said = Paragraph("", "caption", "danger")
        self._said.hide()
        self.save = Button("", "primary", key="Enter")
        self.leave_it = Button("", "secondary", key="Esc")
        lead = Paragraph(_lead(removes=removes, demanded=demanded), colour="muted", leading=125)
        shown = [self.current] if removes else [self.current, self.code, self.again]
        shown = shown if has_code else shown[1:]
        self._shown = shown
        fields: list[Item] = [item for each in shown for item in (each, 12)]
        column = Column(
            Label(title, "title", wrap=True),
            10,
            lead,
            14,
            self._said,
            4,
            *fields,
            4,
            panel(Flow(self.save, self.leave_it)),
            margins=(28, 24, 28, 20),
        )
        super().__init__(opener, column, name=title, width=WIDTH)
        self.setAccessibleDescription(_lead(removes=removes, demanded=demanded))
        self.save.set_words(self.tr("Remove the lock code") if removes else self.tr("Save the lock code"))
        self.leave_it.set_words(self.tr("Lock the account instead") if demanded else self.tr("Cancel"))
        self.save.clicked.connect(self._save)
        self.leave_it.clicked.connect(self._leave_it)
        for number, each in enumerate(shown):
            each.entered.connect(self._save if each is shown[-1] else shown[number + 1].setFocus)
        self.first = shown[0].field

    def _save(self) -> None:
        if not self.save.isEnabled():
            return  # Enter, once more
        code = self.code.code
        if not self._removes:
            fault = fault_of(code.strip())
            if fault is not None:
                self._say(fault_words(fault), self.code)
                return
            if self.again.code != code:
                self._say(self.tr("The two codes are not the same."), self.again)
                return
        if self.save.hasFocus():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)  # from a button that is off it would go on to Cancel
        self.save.setEnabled(False)
        self._context.people.change_code(self.current.code, "" if self._removes else code.strip(), self._answered)

    def _answered(self, refused: CodeRefused | None) -> None:
        if not shiboken6.isValid(self) or self.isHidden():
            return  # the account has been left meanwhile
        self.save.setEnabled(True)
        if refused is not None:
            self.current.clear()
            self._say(refusal_sentence(refused, self._context.clock()), self._shown[0])
            return
        self._clear()
        self.leave()
        self._done()

    def _say(self, words: str, where: CodeField) -> None:
        self._said.set_words(words)
        self._said.show()
        self.restyle()
        where.field.setFocus(Qt.FocusReason.OtherFocusReason)
        where.field.selectAll()
        announce(self, words)

    def _leave_it(self) -> None:
        self._clear()
        self.leave()
        if self._demanded:
            self._context.people.lock()

    def _clear(self) -> None:
        for each in (self.current, self.code, self.again):
            each.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is the second button."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave_it()
            event.accept()
            return
        super().keyPressEvent(event)


def choose_code(
    context: ScreenContext,
    opener: QWidget,
    done: Callable[[], None],
    *,
    removes: bool = False,
    demanded: bool = False,
) -> ChoosingCode:
    """Ask over the window of ``opener``."""
    asked = ChoosingCode(context, opener, done, removes=removes, demanded=demanded)
    asked.open_with(asked.first)
    return asked


def _title(*, has_code: bool, removes: bool) -> str:
    if removes:
        return translate("ChoosingCode", "Remove your lock code")
    return (
        translate("ChoosingCode", "Change your lock code")
        if has_code
        else translate("ChoosingCode", "Choose a lock code")
    )


def _lead(*, removes: bool, demanded: bool) -> str:
    if removes:
        return translate(
            "ChoosingCode", "Then the app opens without a lock code, and unlocking takes a sign-in and a network."
        )
    words = translate(
        "ChoosingCode",
        "With the lock code you unlock the app at once, without a network too. Nobody can open what is kept here "
        "without it. If you forget it, what has not been sent is lost: we cannot bring it back, and neither can IT.",
    )
    if demanded:
        return translate("ChoosingCode", "Your municipality's IT wants a lock code on this computer.") + " " + words
    return words
