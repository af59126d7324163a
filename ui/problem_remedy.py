"""What may be done about a problem, and the shape of what is said of it."""

from enum import StrEnum


class Remedy(StrEnum):
    """What the button beside the words does."""

    NONE = ""
    RETRY = "retry"
    SIGN_IN = "sign_in"
    SIGN_IN_TO_CMS = "sign_in_to_cms"
    """Signs in for the CMS alone, beside an account that is signed in."""
    SHOW_IT = "show_it"
    """Shows what IT has to do: the scope, the address, the technical remark."""
    BELIEVE = "believe"
    """The user knows that what a source no longer names is really gone."""


Sentences = tuple[str, str, str, Remedy]
"""What happened, what it means ("" when that goes without saying), what to do, and the button."""
