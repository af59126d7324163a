"""The sentences about codes: why one will not do, and why one did not unlock."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui.dates import left_words
from ui.problem_wording import problem_words
from workplace_app.domain.lock_code import LEAST_LETTERS, CodeFault
from workplace_app.domain.unlocking import CodeRefused

translate = QCoreApplication.translate


def fault_words(fault: CodeFault) -> str:
    """Why a code that somebody wants will not do."""
    if fault is CodeFault.TOO_SHORT:
        return translate("codes", "The lock code needs at least {count} signs.").format(count=LEAST_LETTERS)
    if fault is CodeFault.TOO_LONG:
        return translate("codes", "The lock code is too long.")
    return translate("codes", "The lock code is too easy to guess. Choose another one.")


def refusal_sentence(refused: CodeRefused, now: datetime) -> str:
    """Why a code did not unlock, and when another can be tried."""
    if refused.problem is not None:
        return problem_words(refused.problem, now).whole
    wait = ""
    if refused.wait_seconds:
        wait = translate("codes", "Try again in {time}.").format(time=left_words(refused.wait_seconds))
    return " ".join(part for part in (translate("codes", "Wrong lock code.") if refused.wrong else "", wait) if part)
