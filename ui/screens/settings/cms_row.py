"""The account page's row for a CMS with an issuer of its own: whether its news can be read, and the way to that."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.cms_sign_in import UNDER_WAY
from ui.freshness import fetched, needs_cms_sign_in
from ui.problem_remedy import Remedy
from ui.problem_wording import remedy_text
from ui.restyling import is_leaving, take_leave
from ui.screen import ScreenContext
from ui.screens.settings.rows import setting_row
from ui.widgets.buttons import Button
from ui.widgets.layouts import Column
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.sign_in import SignInState
from workplace_app.store.feed_state_reader import feed_states

NEWS_OF_CMS = ("intranet_news",)


class CmsRow(QWidget):
    """Follows the steps of that sign-in, and what the last round found out."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._column = Column()
        self.setLayout(self._column)
        self._shown = ""
        self._button: Button | None = None
        self.show_state()
        context.watcher.cms_sign_in.connect(self._stepped)
        context.watcher.changes.connect(self._changed)

    @property
    def words(self) -> str:
        """How it stands."""
        return self._shown

    @property
    def button(self) -> Button | None:
        """What can be done about it, None when nothing need be."""
        return self._button

    def show_state(self) -> None:
        """Read again how it stands."""
        step = self._context.watcher.cms_step
        requests = self._context.requests
        if step is not None and step.step in UNDER_WAY:
            self._show(self.tr("Continue in the browser."), self.tr("Cancel"), requests.cancel_cms_sign_in)
        elif needs_cms_sign_in(fetched(feed_states(self._context.connection), NEWS_OF_CMS)):
            self._show(
                self.tr("The intranet has a sign-in of its own, and you are not signed in there."),
                remedy_text(Remedy.SIGN_IN_TO_CMS),
                requests.sign_in_to_cms,
            )
        else:
            self._show(self.tr("The intranet has a sign-in of its own. Signing out ends it too."), "", None)

    def _show(self, words: str, action: str, act: Callable[[], None] | None) -> None:
        if words == self._shown:
            return
        self._shown = words
        while (item := self._column.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                take_leave(widget)
        self._button = None
        if act is not None:
            self._button = Button(action)
            self._button.clicked.connect(act)
        self._column.addWidget(setting_row(self.tr("News for staff"), words, self._button))

    def _stepped(self, _state: SignInState) -> None:
        if not is_leaving(self):
            self.show_state()

    def _changed(self, kinds: frozenset[ChangeKind]) -> None:
        if ChangeKind.FEED_STATE in kinds and not is_leaving(self):
            self.show_state()
