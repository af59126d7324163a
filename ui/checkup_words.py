"""What the checks of this computer are called in words: what was found, and what to do about it."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.checkup_network_words import network_words
from ui.dates import left_words
from ui.permission_words import lost_without
from ui.problem_wording import problem_words
from ui.service_names import service_name
from workplace_app.domain.checkup import Area, Check, CheckState, Finding

translate = QCoreApplication.translate


class CheckWords(NamedTuple):
    """``found`` is one sentence, ``advice`` what to do ("" where nothing is to be done)."""

    found: str
    advice: str = ""


_NAMED_SERVICES = ("identity", "graph", "cms", "content_identity", "dialogue")
Words = Callable[[], tuple[str, str]]

_WORDS: dict[Finding, Words] = {
    Finding.VERSIONS: lambda: (translate("checkup", "Version {program} on {system}, Python {python}."), ""),
    Finding.CHECK_FAILED: lambda: (
        translate("checkup", "This could not be checked: the check itself failed ({error})."),
        translate("checkup", "Report it to those who make the app."),
    ),
    Finding.TOO_SLOW: lambda: (
        translate("checkup", "This could not be checked within {seconds} seconds."),
        translate("checkup", "Run it again when the computer has less to do."),
    ),
    Finding.CONFIGURED: lambda: (translate("checkup", "The app is set up for {name}."), ""),
    Finding.NOT_CONFIGURED: lambda: (
        translate("checkup", "The app is not set up for a municipality: nobody can sign in."),
        translate("checkup", "Put a configuration file where IT's are read, or name one with --configuration."),
    ),
    Finding.CONFIGURATION_WRONG: lambda: (
        translate("checkup", "The configuration cannot be used: {why}."),
        translate("checkup", "Correct the file. Without it only public services are shown."),
    ),
    Finding.AUTHORITY_FILE_USED: lambda: (
        translate("checkup", "The extra certificate authorities in this file are trusted too."),
        "",
    ),
    Finding.AUTHORITY_FILE_UNUSABLE: lambda: (
        translate("checkup", "The file of extra certificate authorities cannot be used."),
        translate("checkup", "See that it is there, readable, and holds certificates in PEM."),
    ),
    Finding.DIRECT: lambda: (translate("checkup", "Reached without a proxy."), ""),
    Finding.PROXY_USED: lambda: (translate("checkup", "Reached by way of the proxy {proxy}."), ""),
    Finding.PROXY_SCRIPT_NOT_READ: lambda: (
        translate("checkup", "The system names a proxy script (PAC) at {script}, which the app does not read."),
        translate("checkup", "Name the proxy itself in the system's settings, or in HTTPS_PROXY."),
    ),
    Finding.SIGNED_BY_EVERYBODYS: lambda: (
        translate("checkup", "The certificate is signed by {by}, whom everybody trusts."),
        "",
    ),
    Finding.SIGNED_BY_OWN: lambda: (
        translate("checkup", "The certificate is signed by {by}, whom this computer trusts and not everybody."),
        "",
    ),
    Finding.INSPECTED: lambda: (
        translate("checkup", "The traffic is opened on its way: the certificate is signed by {by}."),
        translate("checkup", "It works. If sign-in makes trouble, exempt this address from inspection."),
    ),
    Finding.SIGNER_UNKNOWN: lambda: (translate("checkup", "Who signed the certificate could not be told."), ""),
    Finding.CLOCK_RIGHT: lambda: (translate("checkup", "The clock is right, to within a minute."), ""),
    Finding.CLOCK_OFF: lambda: (
        translate("checkup", "The clock differs from the servers' by {time}."),
        translate("checkup", "Let the system set its time by itself. Sign-in fails from five minutes on."),
    ),
    Finding.CLOCK_BEHIND_CERTIFICATES: lambda: (
        translate("checkup", "The clock is so far behind that a server's certificate is not valid yet."),
        translate("checkup", "Let the system set its time by itself."),
    ),
    Finding.CLOCK_JUMPS: lambda: (
        translate("checkup", "The clock was set while it was being looked at."),
        translate("checkup", "Run it again. If it says so again, see who sets the time."),
    ),
    Finding.NOBODY_TOLD_THE_TIME: lambda: (
        translate("checkup", "No server told the time, so the clock could not be checked."),
        "",
    ),
    Finding.KEYRING_WORKS: lambda: (translate("checkup", "The keyring kept a key and gave it back."), ""),
    Finding.KEYRING_SILENT: lambda: (
        translate("checkup", "The keyring did not answer within {seconds} seconds."),
        translate("checkup", "It may be asking for its password in a window of its own."),
    ),
    Finding.NOBODY_SIGNED_IN_HERE: lambda: (
        translate("checkup", "Nobody has signed in on this computer, so nothing is kept."),
        "",
    ),
    Finding.FILE_WHOLE: lambda: (translate("checkup", "The file is whole: every page was read ({size} MB)."), ""),
    Finding.FILE_DAMAGED: lambda: (
        translate("checkup", "The file is damaged."),
        translate("checkup", "Start the app: it sets the file aside and fetches again what can be fetched."),
    ),
    Finding.FILE_OLD: lambda: (
        translate("checkup", "The file is of an older version of the app ({version}, now {current})."),
        translate("checkup", "Start the app once: it brings the file up to date."),
    ),
    Finding.FILES_MISSING: lambda: (
        translate("checkup", "Files are missing: {files}."),
        translate("checkup", "Start the app and sign in again."),
    ),
    Finding.KEY_SEALED: lambda: (
        translate("checkup", "The key is sealed with its owner's code, so the files were not opened."),
        "",
    ),
    Finding.KEY_NOT_TO_BE_HAD: lambda: (
        translate("checkup", "The key to what is saved could not be had."),
        translate("checkup", "See what is said of the keyring."),
    ),
    Finding.OPEN_TO_OTHERS: lambda: (
        translate("checkup", "Others who use this computer can reach this. It is encrypted."),
        translate("checkup", "Take their rights away (chmod 700 for the folder, 600 for files)."),
    ),
    Finding.ROOM_ENOUGH: lambda: (translate("checkup", "There is room on the disk: {free} MB."), ""),
    Finding.ROOM_SHORT: lambda: (
        translate("checkup", "There is little room on the disk: {free} MB."),
        translate("checkup", "Free some space."),
    ),
    Finding.CONSENTED: lambda: (translate("checkup", "All {count} permissions were granted at the last sign-in."), ""),
    Finding.CONSENT_LACKING: lambda: (
        translate("checkup", "This permission was not granted. {lost}"),
        translate("checkup", "Give it in Entra ID with consent for the organisation, or leave it out of the scopes."),
    ),
    Finding.CONSENT_NOT_KNOWN: lambda: (
        translate("checkup", "Nobody is signed in, so what IT has consented to is not known here."),
        translate("checkup", "Sign in, then run it again."),
    ),
    Finding.NOT_GOVERNED: lambda: (translate("checkup", "No policy of IT's governs this computer."), ""),
    Finding.GOVERNED: lambda: (translate("checkup", "IT's policy decides {count} settings."), ""),
    Finding.SETTING_IGNORED: lambda: (
        translate("checkup", "A setting is not obeyed: {why}."),
        translate("checkup", "Correct it where it was set."),
    ),
}


def check_words(check: Check, now: datetime) -> CheckWords:
    """The words for one check."""
    if check.finding is Finding.PROBLEM and check.problem is not None:
        words = problem_words(check.problem, now)
        found, advice = words.happened, words.do
    else:
        found, advice = network_words(check) or _WORDS[check.finding]()
    lost = lost_without(check.facts["scope"]) if "scope" in check.facts else ""
    off = round(abs(float(check.facts["seconds"]))) if check.finding is Finding.CLOCK_OFF else 0
    values = {**check.facts, "subject": check.subject, "lost": lost, "time": left_words(off)}
    return CheckWords(found.format(**values).strip(), advice.format(**values))


def subject_words(check: Check) -> str:
    """What a check is about: a service by what people call it, with its address; else the file, the address, the
    permission."""
    service = check.facts.get("service", "")
    if service in _NAMED_SERVICES:
        name = service_name(service)
        return f"{name[:1].upper()}{name[1:]} ({check.subject})"
    return check.subject


def area_name(area: Area) -> str:
    """The heading of an area."""
    return {
        Area.PROGRAM: translate("checkup", "The app"),
        Area.CONFIGURATION: translate("checkup", "Configuration"),
        Area.POLICY: translate("checkup", "IT's policy"),
        Area.NETWORK: translate("checkup", "Network and services"),
        Area.PROXY: translate("checkup", "Proxy"),
        Area.TLS: translate("checkup", "Certificates"),
        Area.CLOCK: translate("checkup", "Clock"),
        Area.KEYRING: translate("checkup", "Keyring"),
        Area.CACHE: translate("checkup", "What is saved here"),
        Area.CONSENT: translate("checkup", "Permissions"),
    }[area]


def state_name(state: CheckState) -> str:
    """How a check ended, in a word."""
    return {
        CheckState.OK: translate("checkup", "Good"),
        CheckState.UNKNOWN: translate("checkup", "Not known"),
        CheckState.WARNING: translate("checkup", "Note"),
        CheckState.PROBLEM: translate("checkup", "Problem"),
    }[state]
