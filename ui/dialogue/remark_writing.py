"""Opens the dialog for a screen, and sends what is written there: by the outbox, with a time to undo, or by mail."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.commands import Command
from ui.dialogue.remark_dialog import RemarkDialog
from ui.dialogue.ways import Way, empty_mail_address, mail_address, way_of
from ui.dialogue.wording import ICONS, mail_subject, sent_words
from ui.offline_note import is_offline
from ui.screen import ScreenContext
from ui.taking_back import take_back
from ui.widgets.toast import HOLD
from workplace_app.domain.intent import Intent
from workplace_app.domain.remark import REMARK_KINDS, About, RemarkDraft, RemarkKind
from workplace_app.domain.wishes import Remark, wish_of
from workplace_app.store.own_things.remark_drafts import as_draft, drop_draft, send_draft


class RemarkWriting(QObject):
    """One for each screen that has something to ask about; the screen calls ``leave`` when it goes out of sight."""

    def __init__(self, context: ScreenContext, screen: QWidget, sent: Callable[[], None] | None = None) -> None:
        super().__init__(screen)
        self._context, self._screen = context, screen
        self._sent = sent
        self._dialog: RemarkDialog | None = None

    @property
    def offered(self) -> bool:
        """False where the municipality has named neither an interface nor a mail address."""
        return way_of(self._context) is not Way.NONE

    def write(self, about: About, kind: RemarkKind = RemarkKind.QUESTION) -> None:
        """Open the dialog about something, with what was written about it before."""
        if not self.offered:
            return
        self.leave()
        self._dialog = RemarkDialog(self._screen, self._context, about, kind)
        self._dialog.send_wanted.connect(self._send)
        self._dialog.destroyed.connect(self._gone)
        self._dialog.write()

    def leave(self) -> None:
        """Close the dialog; what has been written stays."""
        if self._dialog is not None:
            self._dialog.leave()
            self._dialog = None

    def commands(self, place: str, about: Callable[[], About | None]) -> tuple[Command, ...]:
        """The three kinds for the palette, about what the screen shows at that moment."""
        if not self.offered:
            return ()

        def writing(kind: RemarkKind) -> Callable[[], None]:
            def write() -> None:
                shown = about()
                if shown is not None:
                    self.write(shown, kind)

            return write

        def any_shown() -> bool:
            return about() is not None

        words = {
            RemarkKind.QUESTION: self.tr("Ask about this page"),
            RemarkKind.IDEA: self.tr("Suggest something about this page"),
            RemarkKind.CORRECTION: self.tr("Correct an error on this page"),
        }
        return tuple(
            Command(f"{place}.{kind.value}", text, writing(kind), "", ICONS[kind], any_shown)
            for kind, text in words.items()
        )

    def _gone(self) -> None:
        self._dialog = None

    def _send(self, draft: RemarkDraft) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        if way_of(self._context) is Way.MAIL:
            self._mail(dialog, draft)
            return
        about, context = dialog.about, self._context
        intent = send_draft(context.connection, about, draft, context.clock(), HOLD)
        dialog.done()
        self._tell_sent()
        words = sent_words(draft.kind, offline=is_offline(context))
        context.shell.say(words, icon=ICONS[draft.kind], undo=lambda: self.take_back(intent))

    def _tell_sent(self) -> None:
        self._context.requests.refresh(frozenset())
        self._context.shell.update_numbers()
        if self._sent is not None:
            self._sent()

    def take_back(self, intent: Intent) -> None:
        """Undo: the words come back to where they were written, with what has been written since."""
        context = self._context
        if self._dialog is not None:
            self._dialog.keep()  # before they come back, or it would keep its own in their place when it closes
        wish, kind = wish_of(intent.kind, intent.payload), REMARK_KINDS[intent.kind]
        words = as_draft(intent.target_id, RemarkDraft(kind, wish.text)) if isinstance(wish, Remark) else None
        if not take_back(context, intent.id, words):
            context.shell.say(self.tr("It was too late: it is already on its way."), icon="info")
            return
        if isinstance(wish, Remark) and self._screen.isVisible():
            self.write(About(intent.target_id, intent.about, wish.address), kind)
        context.shell.update_numbers()
        if self._sent is not None:
            self._sent()

    def _mail(self, dialog: RemarkDialog, draft: RemarkDraft) -> None:
        """The words go to the mail program. Whether they leave there is not ours to know: the draft stays."""
        context, about = self._context, dialog.about
        mail, subject = context.municipality.dialogue.mail, mail_subject(draft.kind, about.title)
        address = mail_address(mail, subject, about, draft.text.strip())
        dialog.leave()
        if address is None:
            QApplication.clipboard().setText(draft.text)
            words = self.tr("The text is too long to be filled in: paste it in the mail.")
        else:
            words = self.tr("The mail is open in your mail program. The text is kept here too.")
        if not context.shell.open_address(address or empty_mail_address(mail, subject)):
            return
        context.shell.say(
            words,
            icon="mail",
            action_text=self.tr("Remove it here"),
            action=lambda: drop_draft(context.connection, about.id),
        )
