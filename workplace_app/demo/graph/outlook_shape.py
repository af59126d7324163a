"""What Outlook does to everything that it sends: immutable or mutable ids, and times in the zone that is asked for."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from workplace_app.demo.graph.exchange import GraphRequest, bad_request
from workplace_app.demo.tenant.change_log import Json

IMMUTABLE, MUTABLE = "AAkA", "AAMk"
_IDS = ("id", "seriesMasterId", "parentFolderId", "conversationId")
_MOMENTS = ("start", "end")
_ZONES = {
    "utc": "UTC",
    "europe/stockholm": "Europe/Stockholm",
    "w. europe standard time": "Europe/Stockholm",
    "central european standard time": "Europe/Stockholm",
}


def stored_id(given: str) -> str:
    """The id as the tenant keeps it, whichever form the client uses."""
    return IMMUTABLE + given.removeprefix(MUTABLE) if given.startswith(MUTABLE) else given


def as_outlook(document: Json, request: GraphRequest) -> Json:
    """The document with ids and times as the Prefer header wishes.

    Ids are mutable unless IdType="ImmutableId" is preferred (Microsoft, graph/outlook-immutable-id).
    """
    shown = dict(document)
    if request.prefers("IdType") != "ImmutableId":
        for name in _IDS:
            if isinstance(shown.get(name), str):
                shown[name] = MUTABLE + shown[name].removeprefix(IMMUTABLE)
    zone = request.prefers("outlook.timezone")
    if zone and zone.casefold() != "utc" and not shown.get("isAllDay"):
        for name in _MOMENTS:
            if name in shown:
                shown[name] = _in_zone(shown[name], zone)
    return shown


def applied(request: GraphRequest) -> dict[str, str]:
    """The Preference-Applied header."""
    found = []
    if request.prefers("IdType") == "ImmutableId":
        found.append('IdType="ImmutableId"')
    zone = request.prefers("outlook.timezone")
    if zone:
        found.append(f'outlook.timezone="{zone}"')
    return {"Preference-Applied": ", ".join(found)} if found else {}


def moment_sent(body: Json, name: str) -> datetime:
    """A dateTimeTimeZone of a body, in UTC. Raises ``Refusal``."""
    given = body.get(name)
    try:
        zone = _ZONES[str(given["timeZone"]).casefold()] if isinstance(given, dict) else ""
        local = datetime.fromisoformat(str(given["dateTime"])[:19]) if isinstance(given, dict) else None
    except (KeyError, ValueError) as error:
        raise bad_request(f"The value of property '{name}' is invalid.", "ErrorInvalidProperty") from error
    if local is None:
        raise bad_request(f"Required property '{name}' is missing.", "ErrorPropertyValidationFailure")
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _in_zone(moment: Json, zone: str) -> Json:
    name = _ZONES.get(zone.casefold())
    if name is None:
        raise bad_request(f"The time zone '{zone}' is not supported.", "TimeZoneNotSupportedException")
    utc = datetime.fromisoformat(moment["dateTime"][:19]).replace(tzinfo=UTC)
    local = utc.astimezone(ZoneInfo(name))
    return {"dateTime": local.strftime("%Y-%m-%dT%H:%M:%S.0000000"), "timeZone": zone}
