"""Why a link was not opened, in words."""

from PySide6.QtCore import QCoreApplication

from ui.opening import Refusal

translate = QCoreApplication.translate


def refusal_words(refusal: Refusal) -> str:
    """One sentence for each reason."""
    if refusal is Refusal.NOT_OPENED:
        return translate("opening", "The computer has no program that opens the link.")
    if refusal is Refusal.EMPTY:
        return translate("opening", "There is no link to open.")
    return translate("opening", "The link is not a safe web address and was not opened.")
