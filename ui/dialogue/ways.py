"""By which way a remark leaves: to the municipality's interface, by the user's own mail program, or not at all."""

from enum import StrEnum
from urllib.parse import quote

from ui.opening import Refusal, checked
from ui.screen import ScreenContext
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.remark import About


class Way(StrEnum):
    """What the municipality's configuration and the account allow."""

    INTERFACE = "interface"
    MAIL = "mail"
    NONE = "none"


def way_of(context: ScreenContext) -> Way:
    """The interface needs somebody who is signed in; mail is for everybody."""
    if has_interface(context):
        return Way.INTERFACE
    return Way.MAIL if context.municipality.dialogue.mail else Way.NONE


def has_interface(context: ScreenContext) -> bool:
    """True where remarks and acknowledgements reach the municipality by themselves."""
    return bool(context.municipality.dialogue.address) and context.account.key != PUBLIC_ACCOUNT.key


def mail_address(mail: str, subject: str, about: About, text: str) -> str | None:
    """A mail that begins with these words; None when they are more than an address may hold."""
    body = "\n\n".join(filter(None, [text, about.title, about.address or ""]))
    address = f"mailto:{mail}?subject={_field(subject)}&body={_field(body)}"
    return None if isinstance(checked(address), Refusal) else address


def empty_mail_address(mail: str, subject: str) -> str:
    """A mail without words, for those that are on the clipboard instead."""
    return f"mailto:{mail}?subject={_field(subject)}"


def _field(text: str) -> str:
    return quote(text.replace("\r\n", "\n"), safe="")
