"""What a lock code must be, and how long one waits after a wrong one."""

from enum import StrEnum

LEAST_LETTERS = 6
MOST_LETTERS = 128
LONGEST_WAIT = 60
_DIGITS = "01234567890123456789"


class CodeFault(StrEnum):
    """Why a code will not do."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    TOO_EASY = "too_easy"  # one sign over and over, or digits in their order


def fault_of(code: str) -> CodeFault | None:
    """What is wrong with a code that somebody wants; None for a good one."""
    if len(code) < LEAST_LETTERS:
        return CodeFault.TOO_SHORT
    if len(code) > MOST_LETTERS:
        return CodeFault.TOO_LONG
    in_order = code.isdigit() and (code in _DIGITS or code[::-1] in _DIGITS)
    if in_order or len(set(code)) == 1:
        return CodeFault.TOO_EASY
    return None


def wait_after(wrong: int) -> int:
    """Seconds before another try, after so many wrong ones in a row: 0, 1, 2, 4 … 60. At 60 a code of six digits that
    somebody guesses at the screen lasts for a year."""
    if wrong <= 0:
        return 0
    return min(LONGEST_WAIT, int(2 ** min(wrong - 1, 10)))
