"""What a command of the control is told, read with care: the words of the error say what is wrong."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from workplace_app.demo.faults.book import FaultKind, FaultRule
from workplace_app.demo.network import ORIGINS
from workplace_app.demo.staff import STAFF, Staff, staff_by_user_name

RULE_TEXTS = ("origin", "path", "method", "location", "code")
RULE_NUMBERS = ("skip", "status", "size")

Order = Mapping[str, Any]
Answer = dict[str, Any]


class OrderError(ValueError):
    """A command that cannot be followed; the words say what is wrong with it."""


def flag(order: Order, name: str, default: bool | None = None) -> bool:
    """A yes or no of a command. Raises ``OrderError``."""
    value = order.get(name, default)
    if isinstance(value, str):
        value = {"true": True, "1": True, "on": True, "false": False, "0": False, "": False}.get(value.casefold())
    if not isinstance(value, bool):
        raise OrderError(f"{name} must be true or false")
    return value


def number(order: Order, name: str, default: float | None = None) -> float:
    """A number of a command. Raises ``OrderError``."""
    try:
        return float(order.get(name, default))
    except (TypeError, ValueError) as error:
        raise OrderError(f"{name} must be a number") from error


def choice(order: Order, name: str, allowed: tuple[str, ...]) -> str:
    """One of several words. Raises ``OrderError``."""
    value = order.get(name)
    if value not in allowed:
        raise OrderError(f"{name} must be one of {', '.join(allowed)}")
    return str(value)


def rule_of(order: Order) -> FaultRule:
    """A fault as it is ordered. Raises ``OrderError``."""
    rule = FaultRule(FaultKind(choice(order, "kind", tuple(FaultKind))))
    for name in RULE_TEXTS:
        if order.get(name):
            setattr(rule, name, str(order[name]))
    for name in RULE_NUMBERS:
        if order.get(name) not in (None, ""):
            setattr(rule, name, int(number(order, name)))
    if order.get("seconds") not in (None, ""):
        rule.seconds = number(order, "seconds")
    if order.get("retry_after") is not None:
        rule.retry_after = str(order["retry_after"])
    if "times" in order:
        rule.times = None if order["times"] in (None, "") else int(number(order, "times"))
    if rule.location not in ("good", "foreign", "none"):
        raise OrderError("location must be good, foreign or none")
    return rule


def people(order: Order) -> tuple[Staff, ...]:
    """Whom a command concerns: ``user_name``, or everybody when nobody is named. Raises ``OrderError``."""
    name = str(order.get("user_name") or "")
    if not name:
        return STAFF
    person = staff_by_user_name(name)
    if person is None:
        raise OrderError("nobody has that user_name")
    return (person,)


def origins(order: Order) -> tuple[str, ...]:
    """Which origins a command concerns: ``origin``, or all when none is named. Raises ``OrderError``."""
    return (choice(order, "origin", ORIGINS),) if order.get("origin") else ORIGINS


async def read_order(request: Request) -> Order:
    """The order that was posted, as JSON or as a form. Raises ``OrderError``."""
    if "form" in request.headers.get("content-type", ""):
        filled = (await request.form()).items()
        return {name: value for name, value in filled if value != "" or name == "times"}
    if not await request.body():
        return {}
    try:
        order = await request.json()
    except ValueError as error:
        raise OrderError("the body must be JSON") from error
    if not isinstance(order, dict):
        raise OrderError("the body must be an object")
    return order
