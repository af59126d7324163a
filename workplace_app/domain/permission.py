"""What is said of one delegated permission: what it is for, what is lost without it, and why nothing narrower does."""

from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import IntentKind


@frozen
class Narrower:
    """A permission that allows less and was weighed; ``why_not`` is what it does not give, as half a sentence."""

    scope: str
    why_not: str


@frozen
class Permission:
    """One delegated permission of Microsoft Graph.

    ``scope`` is its name and ``id`` Microsoft's GUID of the delegated one, as a manifest names it. ``admin_consent``:
    Microsoft lets only an administrator agree to it. ``purpose`` is what the program does with it, ``without`` what
    staff then see. ``requests`` are the operations that it is for ("GET /users", with the placeholders of Microsoft's
    description), ``feeds`` and ``wishes`` what of the program makes them. ``wider`` allow all of the same and more: a
    municipality may have agreed to one of them instead. ``although`` says why it is asked for beside another one that
    would do. One that is not ``asked`` for is used only where the municipality's configuration names it.
    """

    scope: str
    id: str
    admin_consent: bool
    purpose: str
    without: str
    requests: tuple[str, ...]
    feeds: tuple[str, ...] = ()
    wishes: tuple[IntentKind, ...] = ()
    narrower: tuple[Narrower, ...] = ()
    wider: tuple[str, ...] = ()
    although: str = ""
    asked: bool = True

    @property
    def writes(self) -> bool:
        """True when the program can change something with it."""
        return bool(self.wishes)
