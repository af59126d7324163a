"""The menu of the person at the foot of the rail: settings, and the way out."""

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from ui.icons import icon
from ui.places import SETTINGS
from ui.screen import ScreenContext
from ui.signing_out import sign_out
from ui.widgets.menus import passing_menu

translate = QCoreApplication.translate


def open_person_menu(context: ScreenContext, button: QWidget) -> None:
    """Open it above the button."""
    menu = passing_menu(button)
    menu.addAction(icon("settings"), translate("PersonMenu", "Settings"), lambda: context.shell.go(SETTINGS))
    menu.addSeparator()
    menu.addAction(context.shell.commands.menu_action("lock", menu))
    menu.addAction(context.shell.commands.menu_action("switch_person", menu))
    menu.addSeparator()
    words = translate("PersonMenu", "Sign out and remove what is kept here")
    menu.addAction(icon("sign-in"), words, lambda: sign_out(context, button))
    menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
