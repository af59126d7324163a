"""What the identity provider waits for: codes to be redeemed or entered; and browsers that know somebody."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from workplace_app.demo.identity.tokens import Grant
from workplace_app.demo.staff import Staff

CODE_LIFE = timedelta(minutes=10)
DEVICE_CODE_LIFE = timedelta(minutes=15)
USER_CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels, so that no word comes out, and nothing that looks like a digit."""
USER_CODE_LENGTH = 8


@dataclass(frozen=True, slots=True)
class IssuedCode:
    """An authorization code's other half."""

    grant: Grant
    redirect_uri: str
    code_challenge: str
    nonce: str | None
    expires: datetime


@dataclass(slots=True)
class DeviceCode:
    """A device that waits; ``grant`` comes when somebody has entered its code, ``declined`` when they said no."""

    user_code: str
    scope: str
    expires: datetime
    grant: Grant | None = None
    declined: bool = False


class Pending:
    """Kept in memory only: whoever waits when the demo ends starts again."""

    def __init__(self) -> None:
        self._codes: dict[str, IssuedCode] = {}
        self._devices: dict[str, DeviceCode] = {}
        self._browsers: dict[str, Staff] = {}

    def issue_code(self, grant: Grant, parameters: Mapping[str, str], now: datetime) -> str:
        """A code for the authorize request with these parameters, and forget the ones that have expired."""
        self._codes = {code: kept for code, kept in self._codes.items() if kept.expires > now}
        code = f"1.A{secrets.token_urlsafe(96)}"
        self._codes[code] = IssuedCode(
            grant, parameters["redirect_uri"], parameters["code_challenge"], parameters.get("nonce"), now + CODE_LIFE
        )
        return code

    def redeem_code(self, code: str, now: datetime) -> IssuedCode | None:
        """The code's other half, once; None when unknown, redeemed or expired."""
        issued = self._codes.pop(code, None)
        return issued if issued is not None and issued.expires > now else None

    def issue_device_code(self, scope: str, now: datetime) -> tuple[str, DeviceCode]:
        """The secret that the device polls with, and what waits under it."""
        self._devices = {code: kept for code, kept in self._devices.items() if kept.expires + DEVICE_CODE_LIFE > now}
        user_code = "".join(secrets.choice(USER_CODE_LETTERS) for _ in range(USER_CODE_LENGTH))
        device_code = secrets.token_urlsafe(96)
        self._devices[device_code] = DeviceCode(user_code, scope, now + DEVICE_CODE_LIFE)
        return device_code, self._devices[device_code]

    def device(self, device_code: str) -> DeviceCode | None:
        """What waits under a device's secret."""
        return self._devices.get(device_code)

    def forget_device(self, device_code: str) -> None:
        """The device has its tokens."""
        self._devices.pop(device_code, None)

    def device_by_user_code(self, user_code: str, now: datetime) -> DeviceCode | None:
        """The device that shows this code, however it was typed."""
        typed = "".join(letter for letter in user_code.upper() if letter.isalnum())
        waiting = (device for device in self._devices.values() if device.expires > now and device.grant is None)
        return next((device for device in waiting if device.user_code == typed and not device.declined), None)

    def remember_browser(self, person: Staff) -> str:
        """A new session for a browser in which this person signed in: the value of its cookie."""
        session = secrets.token_urlsafe(24)
        self._browsers[session] = person
        return session

    def browser_person(self, session: str) -> Staff | None:
        """Who signed in last in the browser with this cookie."""
        return self._browsers.get(session)

    def forget_browser(self, session: str) -> None:
        """The browser signed out."""
        self._browsers.pop(session, None)

    def forget_browsers_of(self, person: Staff) -> None:
        """Every browser of a person whose sessions were revoked."""
        self._browsers = {session: kept for session, kept in self._browsers.items() if kept != person}
