"""A menu that is made when it is asked for and gone when it has closed, with all that its entries hold."""

from PySide6.QtWidgets import QMenu, QWidget


def passing_menu(parent: QWidget) -> QMenu:
    """Fill it, then call ``popup``. Without this every opening would leave a menu behind for as long as ``parent``."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
