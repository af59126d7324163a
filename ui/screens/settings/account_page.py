"""Konto och inloggning: who is signed in, the lock, and the ways in and out."""

from PySide6.QtWidgets import QWidget

from ui.access_words import access_words
from ui.choosing_code import choose_code
from ui.choosing_person import choose_person
from ui.commands import key_words
from ui.locking import lock
from ui.places import SIGN_IN
from ui.screen import ScreenContext
from ui.screens.settings.cms_row import CmsRow
from ui.screens.settings.rows import PageBody, group, setting_row
from ui.signing_out import sign_out
from ui.widgets.buttons import Button
from ui.widgets.layouts import Column
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.keyring import Keyring
from workplace_app.store.access_reader import access_record


class AccountPage(PageBody):
    """Signing out is the one thing here that cannot be undone: its words say what goes, and what is lost is asked."""

    settings_shown = ()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._choose: Button | None = None
        account = context.account
        if account.key == PUBLIC_ACCOUNT.key:
            sign_in = Button(self.tr("Sign in"), "primary", icon="sign-in")
            sign_in.clicked.connect(lambda: context.shell.go(SIGN_IN))
            words = self.tr("You see what is open to all: public services and public news.")
            groups = [group(self.tr("Account"), setting_row(self.tr("You are not signed in"), words, sign_in))]
        else:
            leave = Button(self.tr("Sign out"), icon="sign-in")
            leave.clicked.connect(lambda: sign_out(context, leave))
            gone = self.tr(
                "Everything that is kept here is removed, also what waits to be sent. In Microsoft 365 nothing changes."
            )
            rows = [setting_row(account.display_name, account.user_name)]
            if context.keyring is Keyring.NONE:
                until = self.tr(
                    "This computer has no keyring, so the app forgets everything when you close it. "
                    "Ask IT for a keyring."
                )
                rows.append(setting_row(self.tr("You are signed in until you close the app"), until))
            told = access_words(access_record(context.connection), context.municipality.access, context.clock())
            if told is not None:
                rows.append(setting_row(*told))
            if context.municipality.cms is not None and context.municipality.cms.identity is not None:
                rows.append(CmsRow(context))
            rows.append(setting_row(self.tr("Sign out on this computer"), gone, leave))
            groups = [group(self.tr("Account"), *rows), group(self.tr("Shared computer"), *self._lock_rows())]
        items = [item for each in groups for item in (each, 20)]
        self.setLayout(Column(*items, None))
        self._show_code()  # now that the rows have a parent: what is shown without one would be a window

    def _lock_rows(self) -> list[QWidget]:
        context = self._context
        lock_it = Button(self.tr("Lock"), icon="lock", key=key_words("Ctrl+Shift+L"))
        lock_it.clicked.connect(lambda: lock(context, lock_it))
        switch = Button(self.tr("Switch person"), icon="people")
        switch.clicked.connect(lambda: choose_person(context, switch))
        rows = [
            setting_row(self.tr("Lock the app"), self.tr("Nothing of yours is shown until you unlock it."), lock_it),
            setting_row(
                self.tr("Switch person"),
                self.tr("Somebody else uses the computer. Your account is locked and everything stays here."),
                switch,
            ),
        ]
        return rows if context.keyring is Keyring.NONE else [*self._code_rows(), *rows]

    def _code_rows(self) -> list[QWidget]:
        context = self._context
        choose = self._choose = Button("", icon="lock")
        choose.clicked.connect(lambda: choose_code(context, choose, self._saved))
        words = self.tr(
            "With a lock code you unlock the app at once, without a network too. It is asked at every start."
        )
        demanded = context.municipality.access.lock_code_required
        if demanded:
            words = self.tr("The municipality's IT wants a lock code on this computer.") + " " + words
        remove = self._remove = Button(self.tr("Remove the lock code"))
        remove.clicked.connect(lambda: choose_code(context, remove, self._removed, removes=True))
        without = self.tr("Then the app opens without a lock code, and unlocking takes a sign-in and a network.")
        self._remove_row = setting_row(self.tr("Do without a lock code"), without, remove)
        self._may_remove = not demanded
        self._remove_row.hide()
        return [setting_row(self.tr("Lock code"), words, choose), self._remove_row]

    def _show_code(self) -> None:
        has_code = self._context.people.has_code
        if self._choose is None:
            return
        self._choose.set_words(self.tr("Change the lock code") if has_code else self.tr("Choose a lock code"))
        self._remove_row.setVisible(has_code and self._may_remove)

    def _saved(self) -> None:
        self._show_code()
        self._context.shell.say(self.tr("The lock code is saved."), icon="lock")

    def _removed(self) -> None:
        self._show_code()
        self._context.shell.say(self.tr("The lock code is removed."), icon="lock")
