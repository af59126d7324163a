"""The steps of signing in, as facts that the window words and draws."""

from datetime import datetime
from enum import StrEnum

from workplace_app.domain.account import Account
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem


class SignInStep(StrEnum):
    """Where signing in stands."""

    SIGNED_OUT = "signed_out"
    STARTING = "starting"  # asking the identity provider for its addresses
    WAITING_FOR_BROWSER = "waiting_for_browser"
    WAITING_FOR_DEVICE_CODE = "waiting_for_device_code"
    WAITING_FOR_SYSTEM = "waiting_for_system"  # the operating system's own sign-in is in front
    FINISHING = "finishing"  # exchanging the code, opening the store
    SIGNED_IN = "signed_in"
    FAILED = "failed"


@frozen
class SignInWish:
    """Who is to sign in, as far as the screen knows.

    ``account_key`` lets nobody else in (WRONG_ACCOUNT); ``user_name`` saves that person the writing of it. ``proof``:
    the identity provider asks for the password although the browser knows somebody; ``choose``: it asks who it is.
    """

    account_key: str = ""
    user_name: str = ""
    proof: bool = False
    choose: bool = False


ANYBODY = SignInWish()
"""Whoever the browser says."""


@frozen
class SignInState:
    """One step with what the screen needs to show it.

    ``address`` is where the browser was sent (so that "open again" can repeat it) or where the device code is
    typed; ``expires_at`` (UTC) ends the waiting. ``service`` is "cms" for a sign-in at the CMS's own issuer, beside an
    account that is open; None for that of the account itself.
    """

    step: SignInStep
    account: Account | None = None
    address: str | None = None
    user_code: str | None = None
    expires_at: datetime | None = None
    problem: Problem | None = None
    service: str | None = None
