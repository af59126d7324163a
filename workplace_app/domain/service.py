"""A public service of the municipality and the channels through which it is reached, all of equal rank."""

from datetime import date
from enum import StrEnum

from workplace_app.domain.frozen import frozen


class ServiceChannelKind(StrEnum):
    """The four ways to reach a service, in the order of the four tiles."""

    E_SERVICE = "e_service"
    FORM = "form"
    PHONE = "phone"
    VISIT = "visit"


class Known(StrEnum):
    """Whether it is known that a channel exists; unknown is never drawn as no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@frozen
class ServiceChannel:
    """One way to reach a service. ``address`` is https, tel: or mailto:; ``label`` what is written on it."""

    kind: ServiceChannelKind
    known: Known
    label: str = ""
    address: str | None = None


@frozen
class Service:
    """One service. ``requires`` are ids of services that come before it; ``prerequisites`` is the same in words for
    what has no entry of its own. ``address`` is its page on the municipality's site (None: not known). ``checked``
    is the day on which somebody compared it with the site, ``dead_since`` the day its address stopped answering."""

    id: str
    title: str
    summary: str
    theme: str
    category: str
    address: str | None
    channels: tuple[ServiceChannel, ...] = ()
    prerequisites: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    checked: date | None = None
    dead_since: date | None = None
