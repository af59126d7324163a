"""Lays IT's policy over a configuration file over what is built in: each setting has one value and one origin."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workplace_app.domain.configuration import Municipality
from workplace_app.domain.configuration_reading import (
    Conflict,
    Given,
    Reading,
    find_conflict,
    municipality_from,
    whole_values,
)
from workplace_app.domain.governance import BUILT_IN, Governance, Held, Ignored, Origin, OriginKind
from workplace_app.domain.policy import DECLARED, Together


class Layer(NamedTuple):
    """What one source says. ``ignored`` is what is wrong with it."""

    origin: Origin
    values: Given
    ignored: tuple[Ignored, ...] = ()


def policy_layer(origin: Origin, reading: Reading) -> Layer:
    """A policy as it was read: what is wrong or unknown is told and costs nothing but itself."""
    wrong = [Ignored(origin, each.name, each.reason) for each in reading.wrong]
    unknown = [Ignored(origin, name, "is no setting of this program") for name in reading.unknown]
    return Layer(origin, reading.values, (*wrong, *unknown))


def lay_over(layers: Sequence[Layer]) -> Municipality:
    """The municipality of these layers, the strongest first. Never fails: what does not go together with something
    stronger is ignored and told."""
    ignored = [each for layer in layers for each in layer.ignored]
    values: dict[str, Held] = {}
    for layer in layers:
        decided = _decided_by_policy(values)
        for name, value in layer.values.items():
            declaration = DECLARED[name]
            by = decided.get(declaration.together) if declaration.together else None
            if by is not None and layer.origin.kind is not OriginKind.POLICY:
                if name not in values:
                    reason = f"is left out, since policy decides {by}, which goes with it"
                    ignored.append(Ignored(layer.origin, name, reason))
            elif name not in values:
                values[name] = Held(name, value, layer.origin)
    strength = {layer.origin: number for number, layer in enumerate(layers)}
    given = {name: held.value for name, held in values.items()}
    while (conflict := find_conflict(given)) is not None:
        for left_out in _losers(conflict, values, strength):
            ignored.append(left_out)
            del given[left_out.name]
    held = tuple(
        Held(name, value, values[name].origin if name in given else BUILT_IN)
        for name, value in whole_values(given).items()
    )
    return municipality_from(given, Governance(held, tuple(ignored)))


def _decided_by_policy(values: Mapping[str, Held]) -> dict[Together, str]:
    found: dict[Together, str] = {}
    for name, held in values.items():
        together = DECLARED[name].together
        if together is not None and held.origin.kind is OriginKind.POLICY:
            found.setdefault(together, name)
    return found


def _losers(conflict: Conflict, values: Mapping[str, Held], strength: Mapping[Origin, int]) -> list[Ignored]:
    """Those of a conflict that go; of two, the weaker one, and of two from one place the first."""
    wrong = list(conflict.wrong)
    if conflict.one_goes:
        wrong = [max(wrong, key=lambda each: strength[values[each.name].origin])]
    return [Ignored(values[each.name].origin, each.name, each.reason) for each in wrong]


def rules_only(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """What of IT's policy holds in the demo municipality too: what may be done and kept, no addresses."""
    return tuple(
        Layer(
            layer.origin,
            {name: value for name, value in layer.values.items() if DECLARED[name].rule},
            layer.ignored,
        )
        for layer in layers
    )
