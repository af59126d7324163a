"""The sentences for what can go wrong with signing in and with the account; the others are in ``problem_sentences``."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui.problem_remedy import Remedy, Sentences
from workplace_app.domain.problem import ProblemKind

translate = QCoreApplication.translate

SIGN_IN_SENTENCES: dict[ProblemKind, Callable[[], Sentences]] = {
    ProblemKind.SIGN_IN_NEEDED: lambda: (
        translate("problems", "Sign in again to fetch what is new."),
        translate("problems", "Everything you have is still here."),
        "",
        Remedy.SIGN_IN,
    ),
    ProblemKind.SIGN_IN_CANCELLED: lambda: (
        translate("problems", "The sign-in was cancelled."),
        "",
        translate("problems", "You can start it again whenever you want."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.SIGN_IN_TIMED_OUT: lambda: (
        translate("problems", "The sign-in took too long and was stopped."),
        "",
        translate("problems", "Start it again."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.CLAIMS_CHALLENGE: lambda: (
        translate("problems", "Your employer wants you to confirm who you are."),
        translate("problems", "Everything you have is still here."),
        translate("problems", "Sign in again."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.CONDITIONAL_ACCESS: lambda: (
        translate("problems", "Your employer's rules for access stopped the sign-in."),
        translate("problems", "Everything you have is still here."),
        translate("problems", "Ask IT which rule it is."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.DEVICE_NOT_APPROVED: lambda: (
        translate("problems", "This computer does not meet your employer's rules for access."),
        translate("problems", "Everything you have is still here."),
        translate("problems", "Ask IT what is missing."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.APP_NOT_APPROVED: lambda: (
        translate("problems", "Your employer's rules do not let this app in."),
        translate("problems", "Everything you have is still here."),
        translate("problems", "IT has to approve the app."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.APP_NOT_ASSIGNED: lambda: (
        translate("problems", "You have not been given this app yet."),
        "",
        translate("problems", "Ask IT to give it to your account."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.SECOND_FACTOR_MISSING: lambda: (
        translate("problems", "Your employer wants you to have a second way to prove who you are."),
        translate("problems", "Everything you have is still here."),
        translate("problems", "Sign in again, and the browser shows you how."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.PASSWORD_EXPIRED: lambda: (
        translate("problems", "Your password has to be changed."),
        translate("problems", "Everything you have is still here."),
        translate("problems", "Sign in again, and change it in the browser."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.SIGN_IN_RISKY: lambda: (
        translate("problems", "The sign-in was stopped as a precaution."),
        translate("problems", "It looked unusual. Everything you have is still here."),
        translate("problems", "Ask IT to look at your account."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.ACCOUNT_LOCKED: lambda: (
        translate("problems", "The account is locked for a while."),
        translate("problems", "That happens after several wrong passwords. Everything you have is still here."),
        translate("problems", "Wait a while and sign in again. Ask IT if that does not help."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.WRONG_TENANT: lambda: (
        translate("problems", "That account belongs to another organisation."),
        "",
        translate("problems", "Sign in with your work account."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.WRONG_ACCOUNT: lambda: (
        translate("problems", "You signed in with another account than the one that is open here."),
        "",
        translate("problems", "Sign in with the same account, or sign out first."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.ACCESS_REVOKED: lambda: (
        translate("problems", "Your sign-in has been ended from elsewhere."),
        translate("problems", "Everything you have is still here, locked."),
        translate("problems", "Sign in again to open it."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.LOCKED_HERE: lambda: (
        translate("problems", "The account is locked on this computer."),
        translate("problems", "Everything you have is still here, locked."),
        translate("problems", "Unlock it in the app's window."),
        Remedy.NONE,
    ),
    ProblemKind.GRACE_OVER: lambda: (
        translate("problems", "It is a long time since you signed in with a network."),
        translate("problems", "Everything you have is still here, locked."),
        translate("problems", "Sign in again to open it."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.ACCOUNT_DISABLED: lambda: (
        translate("problems", "The account is blocked."),
        translate("problems", "Nothing new is fetched until it is opened again."),
        translate("problems", "Ask IT."),
        Remedy.SHOW_IT,
    ),
    ProblemKind.NO_BROWSER: lambda: (
        translate("problems", "No web browser could be opened."),
        "",
        translate("problems", "Sign in with a code on another device."),
        Remedy.NONE,
    ),
    ProblemKind.BROWSER_NEEDED: lambda: (
        translate("problems", "No web browser could be opened."),
        translate("problems", "You sign in there, so it is needed."),
        translate("problems", "Open a web browser and try again. Ask IT if that does not help."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.CLOCK_WRONG: lambda: (
        translate("problems", "The computer's clock is wrong."),
        translate("problems", "Signing in needs the right time."),
        translate("problems", "Set the clock and try again."),
        Remedy.SIGN_IN,
    ),
}
