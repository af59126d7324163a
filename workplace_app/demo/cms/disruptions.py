"""Drift information of the demo: what is announced when it starts, and what comes and goes while it runs."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from workplace_app.demo.cms.content import DISRUPTION_ROOT, Content, Property, guid_of
from workplace_app.demo.cms.publishing_days import LOCAL, local_moment
from workplace_app.demo.cms.shapes import Json, moment_text

DISRUPTION_TYPE = ("Page", "StandardPage", "DisruptionPage")
_FIRST_BEGUN, _FIRST_COMING = 3_000, 3_100
_SHOWN_AFTER_END = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class _Notice:
    number: int
    guid: str
    title: str
    text: str
    shown_from: datetime
    starts: datetime
    ends: datetime | None
    planned: bool
    public: bool


class DisruptionDesk:
    """Whoever writes drift information."""

    def __init__(self, folder: Path, origin: str) -> None:
        data = json.loads((folder / "disruptions.json").read_text(encoding="utf-8"))
        self._begun: list[dict[str, Any]] = data["begun"]
        self._coming: list[dict[str, Any]] = data["coming"]
        self._origin = origin

    def announced(self, now: datetime) -> Iterator[Content]:
        """What is announced on the day of the start; all times are counted from that day."""
        today = now.astimezone(LOCAL).date()

        def moment(place: tuple[int, str]) -> datetime:
            return local_moment(today + timedelta(days=place[0]), place[1])

        for place, item in enumerate(self._begun):
            shown_from = min(moment(item["shown"]), now - timedelta(minutes=30))
            starts = moment(item["starts"])
            yield self._content(
                _Notice(
                    number=_FIRST_BEGUN + place,
                    guid=guid_of(f"disruption:{item['id']}"),
                    title=item["title"],
                    text=item["text"],
                    shown_from=shown_from,
                    starts=starts if item["planned"] else min(starts, shown_from),
                    ends=None if item["ends"] is None else moment(item["ends"]),
                    planned=item["planned"],
                    public=item["public"],
                )
            )

    def coming(self, place: int, at: datetime) -> Content:
        """The disruption number ``place`` that comes while the demo runs."""
        item = self._coming[place % len(self._coming)]
        starts = at + timedelta(hours=2) if item["planned"] else at
        return self._content(
            _Notice(
                number=_FIRST_COMING + place,
                guid=guid_of(f"coming:{item['id']}:{place}:{at.date()}"),
                title=item["title"],
                text=item["text"],
                shown_from=at,
                starts=starts,
                ends=starts + timedelta(hours=item["hours"]),
                planned=item["planned"],
                public=item["public"],
            )
        )

    def _content(self, notice: _Notice) -> Content:
        dates = {"starts": notice.starts, "ends": notice.ends}
        return Content(
            number=notice.number,
            guid=notice.guid,
            name=notice.title,
            content_type=DISRUPTION_TYPE,
            parent=DISRUPTION_ROOT,
            segment=notice.guid,
            address=f"{self._origin}/driftinformation/{notice.guid}/",
            created=notice.shown_from,
            changed=notice.shown_from,
            start_publish=notice.shown_from,
            stop_publish=None if notice.ends is None else notice.ends + _SHOWN_AFTER_END,
            properties={
                "heading": Property("PropertyLongString", notice.title),
                "text": Property("PropertyLongString", notice.text),
                "planned": Property("PropertyBoolean", notice.planned),
                "public": Property("PropertyBoolean", notice.public),
            }
            | {
                name: Property("PropertyDate", None if moment is None else moment_text(moment))
                for name, moment in dates.items()
            },
            staff_only=not notice.public,
        )


def public_json(disruption: Content) -> Json:
    """One disruption as the public site's driftinformation.json has it."""
    values: Mapping[str, object] = {name: prop.value for name, prop in disruption.properties.items()}
    return {
        "id": disruption.guid,
        "title": values["heading"],
        "text": values["text"],
        "shown_from": moment_text(disruption.start_publish),
        "starts": values["starts"],
        "ends": values["ends"],
        "planned": values["planned"],
        "public": True,
        "address": disruption.address,
        "changed": moment_text(disruption.changed),
    }
