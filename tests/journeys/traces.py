"""Everything of somebody that could still be found in the program by whoever sits down next."""

import gc
from collections.abc import Collection, Iterator

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QClipboard
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QSystemTrayIcon,
    QTextEdit,
    QToolTip,
    QWidget,
)

from tests.journeys.desk import Desk
from workplace_app.account_stores import OpenedAccount
from workplace_app.store.task_reader import open_tasks

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def tasks_of(desk: Desk) -> frozenset[str]:
    """The titles of somebody's open tasks, which nobody else has."""
    rows = open_tasks(desk.connection, desk.page.context.clock()).rows
    return frozenset(each.task.title for each in rows if len(each.task.title) > 8)


def traces(desk: Desk, marks: Collection[str]) -> list[tuple[str, str]]:
    """Where one of these can be found in what is shown, spoken, hidden, hinted at, copied, called, logged or kept in
    the settings: the place and the mark."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what has gone for whoever looks is gone
    return [(where, mark) for where, text in _everything(desk) for mark in marks if mark in text]


def keys_in_memory(account_key: str) -> list[OpenedAccount]:
    """The keys to somebody's files that the program still holds."""
    gc.collect()
    return [each for each in gc.get_objects() if isinstance(each, OpenedAccount) and each.account_key == account_key]


def _everything(desk: Desk) -> Iterator[tuple[str, str]]:
    for top in QApplication.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            yield from ((repr(widget), text) for text in _of_widget(widget))
        for thing in top.findChildren(QObject):
            if isinstance(thing, QAbstractItemModel):
                yield from ((repr(thing), text) for text in _of_model(thing))
        for action in top.actions():
            yield from (("an action", action.text()), ("an action's tip", action.toolTip()))
    for tray in QApplication.instance().findChildren(QSystemTrayIcon):  # type: ignore[union-attr]
        yield "the tray", tray.toolTip()
    clipboard = QApplication.clipboard()
    yield "the clipboard", clipboard.text()
    if clipboard.supportsSelection():
        yield "the selection", clipboard.text(QClipboard.Mode.Selection)
    yield "the tool tip", QToolTip.text()
    for path in (*desk.folders.logs.rglob("*"), *desk.folders.data.glob("*.ini"), desk.folders.current_account):
        if path.is_file():
            yield str(path), path.read_text(encoding="utf-8", errors="replace")


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.objectName())
    if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
        yield widget.text()
    if isinstance(widget, QTextEdit):
        yield widget.toPlainText()
    spoken = QAccessible.queryAccessibleInterface(widget)
    if spoken is not None:
        yield from (spoken.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        for role in _ROLES:
            text = model.data(model.index(row, 0), role)
            if isinstance(text, str):
                yield text
