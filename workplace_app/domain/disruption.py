"""Drift information: a planned or current disruption that staff should know of."""

from datetime import datetime

from workplace_app.domain.frozen import frozen


@frozen
class Disruption:
    """One disruption; it is shown from ``shown_from`` until ``ends`` (None: until it is withdrawn)."""

    id: str
    title: str
    text: str
    shown_from: datetime
    starts: datetime | None = None
    ends: datetime | None = None
    planned: bool = False
    public: bool = False
    address: str | None = None
    changed: datetime | None = None
