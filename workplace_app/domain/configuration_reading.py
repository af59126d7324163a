"""Reads a municipality from named values, which come from a configuration file or a policy; what is wrong is named."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from workplace_app.domain.access import AccessRules
from workplace_app.domain.configuration import SAYING_SCOPES, CmsSource, Dialogue, Municipality
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.governance import Governance
from workplace_app.domain.keeping import Keeping
from workplace_app.domain.policy import DECLARATIONS, DECLARED, SECTIONS, Declaration
from workplace_app.domain.setting_kinds import Value, WrongValueError

STANDS_TWICE = object()
"""In place of the values of a key that stands twice, which two programs may choose between differently."""

Given = Mapping[str, Value]
"""Values by dotted name: those that somebody has given, each of its kind."""


class ConfigurationError(ValueError):
    """The configuration cannot be used; the message names the key."""


class Wrong(NamedTuple):
    """A setting that cannot be taken as it stands. ``reason`` goes on after its name."""

    name: str
    reason: str


class Reading(NamedTuple):
    """What a file or a policy says. ``unknown`` names what this program has no setting for."""

    values: Given
    wrong: tuple[Wrong, ...] = ()
    unknown: tuple[str, ...] = ()


class Conflict(NamedTuple):
    """Values of which each is right alone, and what is wrong with each beside the others. ``one_goes``: it is enough
    that one of them goes, the weakest; else all of them go."""

    wrong: tuple[Wrong, ...]
    one_goes: bool = False


def municipality_from_json(data: Mapping[str, Any]) -> Municipality:
    """Read a configuration file's content; unknown keys are left alone, a wrong value is named.

    Raises ``ConfigurationError``.
    """
    return municipality_from(strictly_read(data))


def strictly_read(data: Mapping[str, Any]) -> Given:
    """What a configuration file gives. Raises ``ConfigurationError`` for the first thing that is wrong."""
    reading = read_settings(data)
    for wrong in reading.wrong:
        raise ConfigurationError(f"{wrong.name} {wrong.reason}")
    if not data.get("name"):
        raise ConfigurationError("name is missing")
    conflict = find_conflict(reading.values)
    if conflict is not None:
        raise ConfigurationError(f"{conflict.wrong[0].name} {conflict.wrong[0].reason}")
    return reading.values


def read_settings(data: Mapping[str, Any]) -> Reading:
    """Each value on its own: what is wrong costs nothing but itself."""
    values: dict[str, Value] = {}
    wrong: dict[str, Wrong] = {}
    unknown: list[str] = []
    for name, raw in _flattened(data, ""):
        declaration = DECLARED.get(name)
        try:
            if raw is STANDS_TWICE or name in values:
                raise WrongValueError("stands twice")
            if name in SECTIONS:
                raise WrongValueError("is empty" if raw == {} else "must be an object")
            if declaration is None:
                unknown.append(name)
            elif name not in wrong:
                values[name] = declaration.read(raw)
        except WrongValueError as error:
            wrong[name] = Wrong(name, str(error))
            values.pop(name, None)
    return Reading(values, tuple(wrong.values()), tuple(unknown))


def _flattened(data: Mapping[str, Any], owner: str) -> Iterator[tuple[str, object]]:
    """Dotted names; a name may also stand dotted as it is. An object that must hold something is told when it does
    not."""
    for key, value in data.items():
        name = f"{owner}{key}"
        if name in SECTIONS and isinstance(value, Mapping) and (value or name not in ("cms", "cms.identity")):
            yield from _flattened(value, f"{name}.")
        elif name not in SECTIONS or value is not None:
            yield name, value


def find_conflict(given: Given) -> Conflict | None:
    """The first values that do not go together."""

    def has(name: str) -> bool:
        return name in given and given[name] != DECLARED[name].default

    cms = tuple(name for name in given if name.startswith("cms."))
    identity = tuple(name for name in cms if name.startswith("cms.identity."))
    if any(map(has, cms)) and not has("cms.address"):
        return _all_need(cms, "cms.address")
    if any(map(has, identity)):
        for needed in ("cms.identity.client_id", "cms.identity.issuer"):
            if not has(needed):
                return _all_need(identity, needed)
        if has("cms.scope"):
            return Conflict((Wrong("cms.scope", "is Entra ID's; with cms.identity name cms.identity.scopes"),))
    if has("dialogue.address") and not has("dialogue.scope"):
        # Without a token nobody could tell whose remark it is, nor whom to show the answer.
        return _all_need(("dialogue.address",), "dialogue.scope")
    grace, wipe = given.get("access.grace_days"), given.get("access.wipe_days")
    if isinstance(grace, int) and isinstance(wipe, int) and wipe < grace:
        too_early = Wrong("access.wipe_days", f"must be at least access.grace_days, which is {grace}")
        too_late = Wrong("access.grace_days", f"must be at most access.wipe_days, which is {wipe}")
        return Conflict((too_early, too_late), one_goes=True)
    return None


def _all_need(names: Iterable[str], needed: str) -> Conflict:
    return Conflict(tuple(Wrong(name, f"needs {needed}, which is missing") for name in names))


def whole_values(given: Given) -> dict[str, Value]:
    """Every setting's value: what is given, else its default, which yields where the two would not go together."""
    values = {declaration.name: _value(declaration, given) for declaration in DECLARATIONS}
    grace, wipe = values["access.grace_days"], values["access.wipe_days"]
    if isinstance(grace, int) and isinstance(wipe, int) and wipe < grace:
        yields, value = ("access.grace_days", wipe) if "access.wipe_days" in given else ("access.wipe_days", grace)
        values[yields] = value
    scopes = values["scopes"]
    if not values["teams_reading"] and isinstance(scopes, tuple):  # what is not read is not missed
        values["scopes"] = tuple(str(scope) for scope in scopes if scope not in SAYING_SCOPES)
    return values


def _value(declaration: Declaration, given: Given) -> Value:
    return given.get(declaration.name, declaration.default)


def municipality_from(given: Given, governance: Governance | None = None) -> Municipality:
    """The municipality that these values describe; they must not conflict."""
    values: dict[str, Any] = whole_values(given)
    return Municipality(
        name=values["name"],
        tenant_id=values["tenant_id"],
        client_id=values["client_id"],
        authority=values["authority"],
        instance_discovery=values["instance_discovery"],
        graph=values["graph"],
        scopes=values["scopes"],
        cms=_cms_source(values),
        dialogue=Dialogue(**_section(values, "dialogue.")),
        public_news=values["public_news"],
        public_disruptions=values["public_disruptions"] or None,
        service_catalogue=values["service_catalogue"] or None,
        ca_file=values["ca_file"] or None,
        clients=values["clients"],
        access=AccessRules(**_section(values, "access.")),
        keeping=Keeping(**_section(values, "keeping.")),
        teams_reading=values["teams_reading"],
        governance=governance or Governance(),
    )


def _cms_source(values: dict[str, Any]) -> CmsSource | None:
    if not values["cms.address"]:
        return None
    identity = ContentIdentity(**_section(values, "cms.identity.")) if values["cms.identity.issuer"] else None
    own = {key: value for key, value in _section(values, "cms.").items() if not key.startswith("identity.")}
    return CmsSource(identity=identity, **own)


def _section(values: dict[str, Any], owner: str) -> dict[str, Any]:
    return {name.removeprefix(owner): value for name, value in values.items() if name.startswith(owner)}
