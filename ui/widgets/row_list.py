"""The list view of the program: keys act on the current row, nothing jumps, a screen reader finds its place at once."""

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QKeyCombination,
    QModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from ui.look import look
from ui.models.row_model import NO_INDEX, Index, RowModel
from ui.widgets.kept_place import KeptPlace
from ui.widgets.row_delegate import RowDelegate
from ui.widgets.way_to_end import WayToEnd

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MENU = (
    QKeyCombination(Qt.Key.Key_Menu),
    QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F10),
)
_TRANSIENT = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class RowList(QListView):
    """``fit`` makes it as high as its rows (a card scrolls with its page); otherwise it scrolls.

    ``chosen`` follows the selection, ``opened`` is Enter or a double click, ``part_pressed`` a click on an action or
    another part of a row, ``menu_wanted`` Shift+F10, the menu key or the right button. All carry the row.
    """

    chosen = Signal(object)
    opened = Signal(object)
    part_pressed = Signal(object, str)
    menu_wanted = Signal(object, QPoint)

    single_letter_keys = True
    """For all lists: the user may turn them off (WCAG 2.1.4)."""

    def __init__(self, name: str, model: RowModel[Any], delegate: RowDelegate, *, fit: bool = False) -> None:
        super().__init__()
        self._rows = model
        self._delegate = delegate
        self._fit = fit
        self._ring = False
        self._bound: dict[str, Callable[[], None]] = {}
        self._place = KeptPlace(self, model)
        self._way_to_end = WayToEnd(self, model, self._place)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setViewport(QWidget())  # which lets the surface behind show through, as Qt's own does not
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self._connect()
        self.restyle()
        self._set_first_current()

    def _connect(self) -> None:
        model = self._rows
        for before in (model.rowsAboutToBeInserted, model.rowsAboutToBeRemoved):
            before.connect(self._place.remember)
        for after in (model.rowsInserted, model.rowsRemoved):
            after.connect(self._rows_changed)
        model.dataChanged.connect(self._fit_again)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.doubleClicked.connect(self._open)

    # For screens

    @property
    def current_row(self) -> Any | None:
        """The row that keys act on."""
        return self._rows.row_at(self.currentIndex())

    @property
    def chosen_row(self) -> Any | None:
        """The selected row."""
        selected = self.selectionModel().selectedIndexes()
        return self._rows.row_at(selected[0]) if selected else None

    def choose(self, key: Hashable) -> bool:
        """Select the row with this key and bring it into sight; False when it is not shown."""
        index = self._rows.index_of(key)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def choose_first(self) -> None:
        """Select the first row."""
        first = self._first_index()
        if first.isValid():
            self.setCurrentIndex(first)

    def choose_current(self) -> bool:
        """Select the row that keys act on; False when there is none."""
        index = self.currentIndex()
        if self._rows.row_at(index) is None:
            return False
        self.setCurrentIndex(index)
        return True

    def bind(self, keys: str, act: Callable[[], None]) -> None:
        """While the list has the focus these keys ("E", "Space", "Ctrl+Return") do this; ask for ``current_row``."""
        self._bound[QKeySequence(keys).toString()] = act

    @property
    def shows_focus(self) -> bool:
        """True while the keyboard is used here; the delegate then paints the ring."""
        return self._ring and self.hasFocus()

    # Keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run what is bound, open with Enter, else move."""
        self._ring = True
        self._way_to_end.stop()
        self.viewport().update()
        act = self._bound.get(QKeySequence(event.keyCombination()).toString())
        text = event.text()  # Delete comes with one too, but none that anybody could read
        single = text.isprintable() and bool(text.strip()) and not event.modifiers()
        if act is not None and (self.single_letter_keys or not single):
            act()
        elif event.key() in _ENTER and not event.modifiers():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
            event.ignore()
        elif event.key() == Qt.Key.Key_Home and not event.modifiers():
            self.choose_first()  # Qt would go to the heading above it, which cannot be chosen
            self.scrollToTop()
        elif event.key() == Qt.Key.Key_End and not event.modifiers():
            self._way_to_end.start()
        elif event.keyCombination() in _MENU:
            self._want_menu(self.currentIndex(), self.visualRect(self.currentIndex()).center())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing looks for a row, unless letters are bound to actions."""
        if not (self.single_letter_keys and any(len(keys) == 1 for keys in self._bound)):
            super().keyboardSearch(search)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on an action or a check box is not a choice of the row."""
        self._ring = False
        self._way_to_end.stop()
        if event.button() == Qt.MouseButton.LeftButton and self._part_under(event.position()):
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which part was pressed."""
        part = self._part_under(event.position()) if event.button() == Qt.MouseButton.LeftButton else ""
        if part:
            # Not chosen, but current: the next key goes on from here.
            index = self.indexAt(event.position().toPoint())
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.part_pressed.emit(self._rows.row_at(index), part)
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two presses on a part are two presses, not an opening."""
        if self._part_under(event.position()):
            event.accept()
            return
        super().mouseDoubleClickEvent(event)

    def _part_under(self, pos: QPointF) -> str:
        index = self.indexAt(pos.toPoint())
        row = self._rows.row_at(index)
        return "" if row is None else self._delegate.part_at(QRectF(self.visualRect(index)), row, pos)

    def contextMenuEvent(self, event: Any) -> None:
        """Ask for the menu of the row under the pointer, or of the current one."""
        by_pointer = event.reason() == event.Reason.Mouse
        index = self.indexAt(event.pos()) if by_pointer else self.currentIndex()
        self._want_menu(index, event.pos() if by_pointer else self.visualRect(index).center())

    def _want_menu(self, index: QModelIndex, at: QPoint) -> None:
        row = self._rows.row_at(index)
        if row is not None:
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(at))

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        if row is not None:
            self.opened.emit(row)

    # Focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to whoever came by key; without a current row a screen reader would say nothing."""
        if event.reason() not in _TRANSIENT:
            self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        if not self.currentIndex().isValid():
            self._set_first_current()
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A card forgets its choice when the user goes elsewhere."""
        super().focusOutEvent(event)
        self._way_to_end.stop()
        if self._fit and event.reason() not in _TRANSIENT:
            self.clearSelection()
        self.viewport().update()

    def _first_index(self) -> QModelIndex:
        for number in range(self._rows.rowCount()):
            index = self._rows.index(number)
            if self._rows.row_at(index) is not None:
                return index
        return QModelIndex()

    def _set_first_current(self) -> None:
        """Current but not chosen: found by the screen reader, and nothing is opened."""
        index = self._first_index()
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _selection_changed(self) -> None:
        row = self.chosen_row
        if row is not None:
            self.chosen.emit(row)

    # Changes keep the place

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """A row that goes leaves the next one current, for the keys, but not chosen: Qt would choose it, and nothing
        may be opened that nobody opened."""
        current = self.currentIndex()
        if start <= current.row() <= end:
            last = self._rows.rowCount() - 1
            following = [*range(end + 1, last + 1), *range(start - 1, -1, -1)]
            heirs = (self._rows.index(row) for row in following)
            heir = next((index for index in heirs if self._rows.row_at(index) is not None), QModelIndex())
            self.selectionModel().setCurrentIndex(heir, QItemSelectionModel.SelectionFlag.Clear)
        super().rowsAboutToBeRemoved(parent, start, end)

    def _rows_changed(self) -> None:
        if not self.currentIndex().isValid():
            self._set_first_current()
        self._fit_again()
        self._place.restore_soon()

    # Size

    def restyle(self) -> None:
        """Lay out again with the lengths of the look."""
        self.verticalScrollBar().setSingleStep(look.row_height)
        self._delegate.forget_heights()
        self.scheduleDelayedItemsLayout()
        self._fit_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows may need another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit_again()

    def content_height(self) -> int:
        """The height of all rows that are read."""
        option = QStyleOptionViewItem()
        option.initFrom(self)
        option.widget = self
        rows = range(self._rows.rowCount(NO_INDEX))
        return sum(self._delegate.sizeHint(option, self._rows.index(number)).height() for number in rows)

    def _fit_again(self) -> None:
        if self._fit:
            self.setFixedHeight(self.content_height())

    def sizeHint(self) -> QSize:
        """As narrow as the pane allows."""
        return QSize(look.px(240), super().sizeHint().height())
