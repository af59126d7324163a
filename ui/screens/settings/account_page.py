"""Konto och inloggning: who is signed in, and the ways in and out."""

from PySide6.QtWidgets import QWidget

from ui.places import SIGN_IN
from ui.screen import ScreenContext
from ui.screens.settings.rows import group, setting_row
from ui.signing_out import sign_out
from ui.widgets.buttons import Button
from ui.widgets.layouts import Column
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.keyring import Keyring


class AccountPage(QWidget):
    """Signing out is the one thing here that cannot be undone: its words say what goes, and what is lost is asked."""

    settings_shown = ()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        account = context.account
        if account.key == PUBLIC_ACCOUNT.key:
            sign_in = Button(self.tr("Sign in"), "primary", icon="sign-in")
            sign_in.clicked.connect(lambda: context.shell.go(SIGN_IN))
            words = self.tr("You see what is open to all: public services and public news.")
            rows = [setting_row(self.tr("You are not signed in"), words, sign_in)]
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
            rows.append(setting_row(self.tr("Sign out on this computer"), gone, leave))
        self.setLayout(Column(group(self.tr("Account"), *rows), None))
