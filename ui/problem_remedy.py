"""What may be done about a problem, and the shape of what is said of it."""

from enum import StrEnum


class Remedy(StrEnum):
    """What the button beside the words does."""

    NONE = ""
    RETRY = "retry"
    SIGN_IN = "sign_in"
    SHOW_IT = "show_it"
    """Shows what IT has to do: the scope, the address, the technical remark."""
    BELIEVE = "believe"
    """The user knows that what a source no longer names is really gone."""


Sentences = tuple[str, str, str, Remedy]
"""What happened, what it means ("" when that goes without saying), what to do, and the button."""
