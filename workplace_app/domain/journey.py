"""A journey ("resa"): a life situation as ordered steps, some of which must come before others."""

from workplace_app.domain.frozen import frozen


@frozen
class JourneyStep:
    """One step; ``number`` counts from 1. ``requires`` are the numbers of steps that must be done first."""

    number: int
    title: str
    note: str = ""
    service_id: str | None = None
    optional: bool = False
    requires: tuple[int, ...] = ()


@frozen
class Journey:
    """One journey. ``id`` is "journey:…"."""

    id: str
    title: str
    summary: str
    theme: str
    steps: tuple[JourneyStep, ...]
    keywords: tuple[str, ...] = ()
