"""The words for what a check of the ways to the services found."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from workplace_app.domain.checkup import Check, Finding
from workplace_app.domain.problem import ProblemKind

translate = QCoreApplication.translate
Words = Callable[[], tuple[str, str]]

_WORDS: dict[Finding, Words] = {
    Finding.NO_NETWORK: lambda: (
        translate("checkup", "There is no network: nothing could be reached."),
        translate("checkup", "Connect to a network. What is saved can be used meanwhile."),
    ),
    Finding.NETWORK_WANTS_SIGN_IN: lambda: (
        translate("checkup", "The network wants you to sign in to it first."),
        translate("checkup", "Open a web page and sign in to the network."),
    ),
    Finding.NETWORK_WORKS: lambda: (translate("checkup", "{answered} of {asked} addresses answered."), ""),
    Finding.NOTHING_TO_REACH: lambda: (translate("checkup", "No address is configured, so none was asked."), ""),
    Finding.ANSWERS: lambda: (translate("checkup", "It answers ({seconds} s)."), ""),
    Finding.ANSWERS_SLOWLY: lambda: (
        translate("checkup", "It answers slowly ({seconds} s)."),
        translate("checkup", "See whether a proxy or a filter on the way is busy."),
    ),
    Finding.ISSUER_RIGHT: lambda: (translate("checkup", "It is the issuer that the configuration names."), ""),
    Finding.ISSUER_OTHER: lambda: (
        translate("checkup", "It says that it is {issuer}; the configuration has {expected}."),
        translate("checkup", "Correct the address of the issuer, or the tenant, in the configuration."),
    ),
    Finding.NO_ISSUER: lambda: (
        translate("checkup", "What it answers describes no issuer, so nobody can sign in there."),
        translate("checkup", "Correct the address of the issuer in the configuration."),
    ),
    Finding.TENANT_UNKNOWN: lambda: (
        translate("checkup", "The tenant of the configuration is not known there."),
        translate("checkup", "Correct tenant_id in the configuration."),
    ),
    Finding.STOPPED_ON_THE_WAY: lambda: (
        translate("checkup", "Something on the way stops it with a web page of its own ({status})."),
        translate("checkup", "Let {subject} through in the proxy or the filter."),
    ),
}

_UNREACHED: dict[ProblemKind, Words] = {
    ProblemKind.OFFLINE: lambda: (
        translate("checkup", "It cannot be reached: its name is not known here, or nobody answers."),
        translate("checkup", "Check the name server, the firewall and the address in the configuration."),
    ),
    ProblemKind.CAPTIVE_PORTAL: lambda: (
        translate("checkup", "A web page answers in its place: the network's own sign-in, or a filter's."),
        translate("checkup", "Sign in to the network in a browser, or let {subject} through."),
    ),
    ProblemKind.TIMED_OUT: lambda: (
        translate("checkup", "It did not answer within {seconds} seconds."),
        translate("checkup", "Try again. If it stays so, see what stops it on the way."),
    ),
    ProblemKind.TLS_UNTRUSTED: lambda: (
        translate("checkup", "Its certificate is not trusted here."),
        translate(
            "checkup", "Is the traffic inspected? Then the inspector's authority has to be in the system's trust."
        ),
    ),
    ProblemKind.CLOCK_WRONG: lambda: (
        translate("checkup", "Its certificate is not valid yet: this computer's clock is behind."),
        translate("checkup", "Let the system set its time by itself."),
    ),
    ProblemKind.PROXY_REFUSED: lambda: (
        translate("checkup", "The proxy does not let it through."),
        translate("checkup", "The app signs in to no proxy: let {subject} through without."),
    ),
    ProblemKind.NOT_FOUND: lambda: (
        translate("checkup", "There is nothing at the configured address."),
        translate("checkup", "Correct the address in the configuration."),
    ),
    ProblemKind.UNREADABLE_ANSWER: lambda: (
        translate("checkup", "It answers with something else than it should."),
        translate("checkup", "Check the address in the configuration."),
    ),
}


def network_words(check: Check) -> tuple[str, str] | None:
    """What was found and what to do, with the facts' places in them; None for what is said of other things too."""
    if check.finding is not Finding.NOT_REACHED:
        words = _WORDS.get(check.finding)
        return words() if words is not None else None
    kind = None if check.problem is None else check.problem.kind
    if kind in _UNREACHED:
        return _UNREACHED[kind]()
    return (
        translate("checkup", "It answers that it cannot serve right now."),
        translate("checkup", "Try again later. If it stays so, ask those who run it."),
    )
