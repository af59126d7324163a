"""Stands in for pymsalruntime, the library beneath MSAL's broker: its functions as PyMsalRuntime.pyi (0.20.7) has them.

What the operating system would do it does with an MSAL application of its own against the demo's identity provider: so
MSAL's broker code runs as it is, and the tokens are such as the demo's Graph takes.
"""

import base64
import enum
import json
import threading
import time
import types
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.demo.msal_client import msal_application, sign_in
from tests.demo.town_thread import Town


class Status(enum.Enum):
    """Some of ``Response_Status``."""

    Status_Unexpected = 0
    Status_InteractionRequired = 2
    Status_NoNetwork = 3
    Status_UserCanceled = 7
    Status_AccountUnusable = 13

    def __str__(self) -> str:
        return f"Response_Status.{self.name}"


@dataclass
class Error:
    """An ``MSALRuntimeError``."""

    status: Status
    context: str = ""

    def get_status(self) -> Status:
        return self.status

    def get_error_code(self) -> int:
        return 0

    def get_tag(self) -> int:
        return 0

    def get_context(self) -> str:
        return self.context


@dataclass
class Person:
    """An ``MSALRuntimeAccount``."""

    object_id: str
    client_info: str

    def get_account_id(self) -> str:
        return self.object_id

    def get_client_info(self) -> str:
        return self.client_info


@dataclass
class Result:
    """An ``MSALRuntimeAuthResult``, and the results of reading and signing out."""

    error: Error | None = None
    person: Person | None = None
    answer: dict[str, Any] = field(default_factory=dict)
    expires: int = 0

    def get_error(self) -> Error | None:
        return self.error

    def get_account(self) -> Person | None:
        return self.person

    def get_telemetry_data(self) -> dict[str, str]:
        return {}

    def get_id_token(self) -> str:
        return json.dumps(self.answer.get("id_token_claims", {}))

    def get_raw_id_token(self) -> str:
        return str(self.answer.get("id_token", ""))

    def get_access_token(self) -> str:
        return str(self.answer["access_token"])

    def get_granted_scopes(self) -> list[str]:
        return str(self.answer.get("scope", "")).split()

    def is_pop_authorization(self) -> bool:
        return False

    def get_access_token_expiry_time(self) -> int:
        return self.expires


class CallbackData:
    """What MSAL waits for."""

    def __init__(self, *, is_interactive: bool = False) -> None:
        self.is_interactive = is_interactive
        self.signal = threading.Event()
        self.result: Any = None

    def complete(self, result: object) -> None:
        self.result = result
        self.signal.set()


class Parameters:
    """``MSALRuntimeAuthParameters``."""

    def __init__(self, client_id: str, authority: str) -> None:
        self.client_id, self.authority = client_id, authority
        self.scopes: list[str] = []
        self.redirect_uri = ""
        self.claims = ""
        self.more: dict[str, str] = {}

    def set_requested_scopes(self, scopes: list[str]) -> None:
        self.scopes = scopes

    def set_redirect_uri(self, address: str) -> None:
        self.redirect_uri = address

    def set_decoded_claims(self, claims: str) -> None:
        self.claims = claims

    def set_additional_parameter(self, key: str, value: str) -> None:
        self.more[key] = value


@dataclass
class SystemBroker:
    """The operating system: whom it knows, what it was asked, and what it is to say instead of a token."""

    town: Town
    user_name: str
    refuses: Error | None = None
    person: Person | None = None
    asked: list[tuple[str, Parameters | None, int | None]] = field(default_factory=list)
    waits_for: threading.Event | None = None

    def module(self) -> types.ModuleType:
        """What is imported under the name of pymsalruntime."""
        made = types.ModuleType("pymsalruntime")
        made.Response_Status = Status  # type: ignore[attr-defined]
        made.LogLevel = enum.Enum("LogLevel", "TRACE DEBUG INFO WARNING ERROR FATAL")  # type: ignore[attr-defined, misc]
        made.CallbackData = CallbackData  # type: ignore[attr-defined]
        made.MSALRuntimeAuthParameters = Parameters  # type: ignore[attr-defined]
        made.register_logging_callback = lambda _callback: None  # type: ignore[attr-defined]
        made.get_console_window = lambda: 0  # type: ignore[attr-defined]
        made.get_desktop_window = lambda: 0  # type: ignore[attr-defined]
        for name in ("signin_silently", "signin_interactively", "acquire_token_silently", "read_account_by_id"):
            setattr(made, name, getattr(self, name))
        made.signout_silently = self.signout_silently  # type: ignore[attr-defined]
        return made

    def signin_silently(self, parameters: Parameters, _id: str, done: Callable[[Result], None]) -> None:
        self.asked.append(("signin_silently", parameters, None))
        done(Result(Error(Status.Status_InteractionRequired)))

    def signin_interactively(
        self, window: int, parameters: Parameters, _id: str, _hint: str | None, done: Callable[[Result], None]
    ) -> None:
        self.asked.append(("signin_interactively", parameters, window))
        if self.waits_for is not None:
            self.waits_for.wait(30)
        done(self._token())

    def acquire_token_silently(
        self, parameters: Parameters, _id: str, _account: Person, done: Callable[[Result], None]
    ) -> None:
        self.asked.append(("acquire_token_silently", parameters, None))
        done(self._token())

    def read_account_by_id(self, object_id: str, _id: str, done: Callable[[Result], None]) -> None:
        known = self.person is not None and self.person.object_id == object_id
        done(Result(person=self.person if known else None))

    def signout_silently(self, _client_id: str, _id: str, account: Person, done: Callable[[Result], None]) -> None:
        self.asked.append(("signout_silently", None, None))
        self.person = None if self.person == account else self.person
        done(Result())

    @property
    def names(self) -> list[str]:
        """What was asked, in order."""
        return [name for name, _, _ in self.asked]

    def _token(self) -> Result:
        if self.refuses is not None:
            return Result(self.refuses)
        answer = sign_in(self.town, msal_application(self.town), self.user_name)
        claims = answer["id_token_claims"]
        info = base64.urlsafe_b64encode(json.dumps({"uid": claims["oid"], "utid": claims["tid"]}).encode()).decode()
        self.person = Person(claims["oid"], info.rstrip("="))
        return Result(person=self.person, answer=answer, expires=int(time.time()) + 3600)
