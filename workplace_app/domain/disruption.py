"""Drift information: a planned or current disruption that staff should know of."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
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
