"""The item model of services and journeys: one list, so that search and themes show both."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from ui.models.row_model import GroupRow, RowModel
from workplace_app.domain.frozen import frozen
from workplace_app.domain.journey import Journey
from workplace_app.domain.service import Known, Service, ServiceChannelKind

CHANNEL_ICONS = {
    ServiceChannelKind.E_SERVICE: "screen",
    ServiceChannelKind.FORM: "form",
    ServiceChannelKind.PHONE: "phone",
    ServiceChannelKind.VISIT: "pin",
}


def channel_words(kind: ServiceChannelKind) -> str:
    """What a channel is called."""
    return {
        ServiceChannelKind.E_SERVICE: QCoreApplication.translate("ServiceModel", "E-service"),
        ServiceChannelKind.FORM: QCoreApplication.translate("ServiceModel", "Form"),
        ServiceChannelKind.PHONE: QCoreApplication.translate("ServiceModel", "Phone"),
        ServiceChannelKind.VISIT: QCoreApplication.translate("ServiceModel", "Visit"),
    }[kind]


@frozen
class ServiceRow:
    """A service or a journey as one row shows it. ``channels`` are icons with words; ``heading`` groups."""

    id: str
    title: str
    summary: str
    channels: tuple[tuple[str, str], ...]
    pinned: bool = False
    journey: bool = False
    heading: str = ""


def service_row(service: Service, *, pinned: bool = False, heading: str = "") -> ServiceRow:
    """The row of a service; only channels that are known are named."""
    known = [channel for channel in service.channels if channel.known is Known.YES]
    channels = tuple((CHANNEL_ICONS[channel.kind], channel_words(channel.kind)) for channel in known)
    if not any(channel.kind is ServiceChannelKind.E_SERVICE for channel in known) and service.address:
        channels = (("page", QCoreApplication.translate("ServiceModel", "Web page")), *channels)
    return ServiceRow(service.id, service.title, service.summary, channels, pinned=pinned, heading=heading)


class StepCounts(QObject):
    """Plurals: the extraction of words knows them in ``self.tr`` only."""

    def steps(self, count: int) -> str:
        """How long a journey is."""
        return self.tr("%n step(s)", "", count)


def journey_row(journey: Journey, *, heading: str = "") -> ServiceRow:
    """The row of a journey."""
    steps = StepCounts().steps(len(journey.steps))
    return ServiceRow(journey.id, journey.title, journey.summary, (("route", steps),), journey=True, heading=heading)


class ServiceModel(RowModel[ServiceRow]):
    """Services and journeys."""

    def group(self, row: ServiceRow) -> GroupRow | None:
        """The category or the letter, where the list has headings."""
        return GroupRow(row.heading) if row.heading else None

    def title(self, row: ServiceRow) -> str:
        """Typing searches titles."""
        return row.title

    def spoken(self, row: ServiceRow) -> str:
        """Everything that the row shows."""
        kind = self.tr("journey") if row.journey else ""
        pinned = self.tr("pinned") if row.pinned else ""
        channels: Sequence[str] = [words for _, words in row.channels]
        return ", ".join(part for part in (row.title, kind, row.summary, *channels, pinned) if part)
