"""The sentences for every kind of problem, and what the button beside them does."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui.problem_remedy import Remedy, Sentences
from ui.sign_in_problem_sentences import SIGN_IN_SENTENCES
from workplace_app.domain.problem import ProblemKind

translate = QCoreApplication.translate

SENTENCES: dict[ProblemKind, Callable[[], Sentences]] = {
    ProblemKind.OFFLINE: lambda: (
        translate("problems", "There is no network."),
        translate("problems", "What you see is from the last time, and you can go on working."),
        translate("problems", "We try again when the network is back."),
        Remedy.RETRY,
    ),
    ProblemKind.CAPTIVE_PORTAL: lambda: (
        translate("problems", "The network wants you to sign in to it first."),
        translate("problems", "Nothing is fetched until then."),
        translate("problems", "Open a web page and sign in to the network."),
        Remedy.RETRY,
    ),
    ProblemKind.TIMED_OUT: lambda: (
        translate("problems", "{service} did not answer in time."),
        "",
        translate("problems", "We try again soon."),
        Remedy.RETRY,
    ),
    ProblemKind.THROTTLED: lambda: (
        translate("problems", "{service} asks us to wait."),
        "",
        translate("problems", "We try again soon."),
        Remedy.NONE,
    ),
    ProblemKind.SERVICE_UNAVAILABLE: lambda: (
        translate("problems", "{service} is not answering right now."),
        "",
        translate("problems", "We try again soon."),
        Remedy.RETRY,
    ),
    ProblemKind.KEYRING_LOCKED: lambda: (
        translate("problems", "The computer's keyring is locked."),
        translate("problems", "The key to your saved data is there."),
        translate("problems", "Unlock the keyring and try again."),
        Remedy.RETRY,
    ),
    ProblemKind.KEYRING_SILENT: lambda: (
        translate("problems", "The computer's keyring does not answer."),
        translate("problems", "The key to your saved data is there."),
        translate("problems", "See if it asks you for something, and try again."),
        Remedy.RETRY,
    ),
    ProblemKind.STORE_BUSY: lambda: (
        translate("problems", "Another program is using the saved data."),
        "",
        translate("problems", "We try again soon."),
        Remedy.RETRY,
    ),
    ProblemKind.CONSENT_MISSING: lambda: (
        translate("problems", "You do not have access to {service} yet."),
        "",
        translate("problems", "IT has to approve the app."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.ACCESS_DENIED: lambda: (
        translate("problems", "You do not have access to this in {service}."),
        "",
        translate("problems", "Ask whoever owns it, or IT."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.CHANGED_MEANWHILE: lambda: (
        translate("problems", "Somebody else has changed the same thing."),
        "",
        translate("problems", "Choose which version is to stand."),
        Remedy.NONE,
    ),
    ProblemKind.CONFIGURATION_WRONG: lambda: (
        translate("problems", "The app is not set up right for your organisation."),
        "",
        translate("problems", "IT has to correct the configuration."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.TLS_UNTRUSTED: lambda: (
        translate("problems", "The connection to {service} is not secure."),
        translate("problems", "Somebody may be listening, so nothing was sent."),
        translate("problems", "Ask IT if the network inspects traffic."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.PROXY_REFUSED: lambda: (
        translate("problems", "The network's proxy did not let us through."),
        "",
        translate("problems", "Ask IT."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.NO_KEYRING: lambda: (
        translate("problems", "This computer has no keyring."),
        translate("problems", "So nothing is saved: when you close the app, it forgets."),
        translate("problems", "Ask IT for a keyring."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.KEY_LOST: lambda: (
        translate("problems", "The key to your saved data is gone."),
        translate("problems", "Nobody can read that data any more, not you either."),
        translate("problems", "Sign in again and everything is fetched anew."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.KEY_DOES_NOT_FIT: lambda: (
        translate("problems", "The key in the computer's keyring does not fit your saved data."),
        translate("problems", "Nothing has been removed. Whoever has the right key can still open it."),
        translate("problems", "Sign in again and everything is fetched anew. Ask IT about what you had written."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.KEY_LEFT: lambda: (
        translate("problems", "You are signed out and your saved data is removed."),
        translate("problems", "Its key is still in the computer's keyring, where it opens nothing."),
        translate("problems", "You need not do anything."),
        Remedy.NONE,
    ),
    ProblemKind.DISK_FULL: lambda: (
        translate("problems", "The disk is full."),
        translate("problems", "What is new is not saved until there is room."),
        translate("problems", "Make room on the computer."),
        Remedy.RETRY,
    ),
    ProblemKind.DISK_REFUSED: lambda: (
        translate("problems", "The computer's disk could not be used."),
        translate("problems", "What was saved before is still there. What is new is not saved."),
        translate("problems", "Make room on the computer and try again. Ask IT if that does not help."),
        Remedy.RETRY,
    ),
    ProblemKind.STORE_DAMAGED: lambda: (
        translate("problems", "The saved data is damaged."),
        translate("problems", "What you have written is kept apart and safe."),
        translate("problems", "Sign in again and the rest is fetched anew."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.STORE_FROM_THE_FUTURE: lambda: (
        translate("problems", "The saved data was written by a newer version of the app."),
        translate("problems", "Nothing has been changed."),
        translate("problems", "Ask IT for the newest version."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.UNREADABLE_ANSWER: lambda: (
        translate("problems", "{service} sent an answer that we could not read."),
        translate("problems", "What you had is still here."),
        translate("problems", "We try again later."),
        Remedy.RETRY,
    ),
    ProblemKind.UNREADABLE_ITEM: lambda: (
        translate("problems", "One thing from {service} could not be read."),
        translate("problems", "Everything else is here."),
        "",
        Remedy.NONE,
    ),
    ProblemKind.NOT_FOUND: lambda: (
        translate("problems", "This no longer exists in {service}."),
        "",
        "",
        Remedy.NONE,
    ),
    ProblemKind.REQUEST_REFUSED: lambda: (
        translate("problems", "{service} did not accept what we asked."),
        "",
        translate("problems", "The fault is ours and has been noted."),
        Remedy.NONE,
    ),
    ProblemKind.FOREIGN_ADDRESS: lambda: (
        translate("problems", "{service} pointed to an address that we do not trust."),
        translate("problems", "Nothing was sent there."),
        translate("problems", "IT can see which in the log."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.SUSPICIOUS_EMPTINESS: lambda: (
        translate("problems", "{service} said that much of it is gone."),
        translate("problems", "We do not believe that yet, so what you had is still here."),
        translate("problems", "We ask again soon. If you know that it is so, say it here."),
        Remedy.BELIEVE,
    ),
    ProblemKind.UNEXPECTED: lambda: (
        translate("problems", "Something went wrong in the app."),
        translate("problems", "What you have is still here."),
        translate("problems", "The fault is ours and has been noted."),
        Remedy.RETRY,
    ),
    **SIGN_IN_SENTENCES,
}
