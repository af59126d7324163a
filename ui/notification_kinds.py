"""What each kind of notification is called where it is spoken of as a kind: "You hear no more of invitations"."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from workplace_app.domain.notification import NotificationKind

translate = QCoreApplication.translate


def kind_words(kind: NotificationKind) -> str:
    """The kind in the plural, to stand within a sentence."""
    words: dict[NotificationKind, Callable[[], str]] = {
        NotificationKind.MENTION: lambda: translate("NotificationKinds", "mentions of you"),
        NotificationKind.CHANNEL_MESSAGE: lambda: translate("NotificationKinds", "messages in channels"),
        NotificationKind.CHAT_MESSAGE: lambda: translate("NotificationKinds", "chat messages"),
        NotificationKind.FILE_NEW: lambda: translate("NotificationKinds", "new files"),
        NotificationKind.FILE_CHANGED: lambda: translate("NotificationKinds", "changed files"),
        NotificationKind.PAGE_NEW: lambda: translate("NotificationKinds", "new pages"),
        NotificationKind.TASK_ASSIGNED: lambda: translate("NotificationKinds", "new tasks"),
        NotificationKind.INVITATION: lambda: translate("NotificationKinds", "invitations"),
        NotificationKind.CONVERSATION: lambda: translate("NotificationKinds", "conversations in groups"),
    }
    return words[kind]()
