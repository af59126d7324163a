"""The operating system's own sign-in (Web Account Manager on Windows) through MSAL; the browser is what is left.

Verified on Linux with a stand-in for pymsalruntime beneath MSAL's own code. Not verified, for want of Windows: that the
dialogue comes up over the window, that its tokens carry the device's compliance, which statuses WAM gives in earnest.
"""

import asyncio
import logging
import re
import sys
import threading
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Protocol

from sync.identity.entra_problems import SERVICE, problem_from_result
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind

_LOG = logging.getLogger(__name__)
_STATUS = re.compile(r"Status: (?:Response_Status\.)?(?:Status_)?(\w+)")
# PyMsalRuntime.pyi of pymsalruntime 0.20.7, Response_Status.
_BY_STATUS = {
    "UserCanceled": ProblemKind.SIGN_IN_CANCELLED,
    "ApplicationCanceled": ProblemKind.SIGN_IN_CANCELLED,
    "NoNetwork": ProblemKind.OFFLINE,
    "NetworkTemporarilyUnavailable": ProblemKind.OFFLINE,
    "ServerTemporarilyUnavailable": ProblemKind.SERVICE_UNAVAILABLE,
    "TransientError": ProblemKind.SERVICE_UNAVAILABLE,
    "InteractionRequired": ProblemKind.SIGN_IN_NEEDED,
    "AccountUnusable": ProblemKind.SIGN_IN_NEEDED,
    "AccountNotFound": ProblemKind.SIGN_IN_NEEDED,
}
_BROWSER_HELPS = {ProblemKind.SIGN_IN_NEEDED, ProblemKind.SERVICE_UNAVAILABLE, ProblemKind.REQUEST_REFUSED}


class OnlyTheSystem(Protocol):
    """MSAL's ``on_before_launching_ui``."""

    def __call__(self, ui: str = "", **more: object) -> None:
        """Called with what MSAL is about to show."""


@frozen
class OsBroker:
    """``keyword`` is MSAL's for the system at hand; ``window`` gives the id of the window over which the dialogue is to
    stand (on Windows a handle), which MSAL demands."""

    keyword: str
    window: Callable[[], int]

    @property
    def keywords(self) -> dict[str, bool]:
        """What MSAL's application is made with."""
        return {self.keyword: True}


def os_broker_for(
    municipality: Municipality, window: Callable[[], int] | None, system: str = sys.platform
) -> OsBroker | None:
    """The broker that IT wants (``access.os_broker``), where the system has one and there is a window. Only on Windows:
    elsewhere it would need Microsoft's own programs, and without their libraries MSAL does not start at all."""
    if not municipality.access.os_broker or system != "win32" or window is None:
        return None
    return OsBroker("enable_broker_on_windows", window)


def why_not_usable() -> str | None:
    """What keeps MSAL's broker from being used on this computer, None when nothing does.

    MSAL finds it out when an application is made, and then either raises (ImportError without pymsalruntime, OSError
    without what that is linked to) or goes on without a word (RuntimeError, on an old Windows). So its module is
    imported before: only here, since nobody else needs it and most computers have none.
    """
    try:
        import_module("msal.broker")
    except (ImportError, OSError, RuntimeError, AttributeError) as error:
        return type(error).__name__
    return None


async def ask_the_system(question: Callable[[OnlyTheSystem], Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Ask by MSAL's ``acquire_token_interactive``, whose ``on_before_launching_ui`` the question is given; None, and a
    line in the log, when it is to be done in the browser.

    A result without a token is one that the browser would not better: the person's own cancel, no network, a rule of
    the employer's. The thread is a daemon: nothing can take the system's dialogue away, and neither a cancelled sign-in
    nor the end of the program waits for whoever sits before it.
    """
    try:
        result = await _on_a_daemon(lambda: question(_only_the_system))
    except Exception as error:  # noqa: BLE001  a library of the system's that says nothing of what it raises
        # MSAL's RedirectUriError: IT has not registered ms-appx-web://Microsoft.AAD.BrokerPlugin/<client ID>.
        _LOG.warning("the system's own sign-in failed (%s): the browser is asked", type(error).__name__)
        return None
    if "access_token" in result:
        return result
    problem = problem_from_broker(result)
    if problem.kind in _BROWSER_HELPS:
        _LOG.warning("the system's own sign-in failed (%s): the browser is asked", problem.detail)
        return None
    return result


def problem_from_broker(result: Mapping[str, Any]) -> Problem:
    """What a result without a token means, which may be the broker's: by Entra's number, else by its status."""
    if result.get("error") != "broker_error":
        return problem_from_result(result)
    problem = problem_from_result(result)
    if problem.kind is not ProblemKind.REQUEST_REFUSED:
        return problem
    status = _STATUS.search(str(result.get("error_description", "")))
    name = status.group(1) if status else "no status"
    return Problem(_BY_STATUS.get(name, ProblemKind.REQUEST_REFUSED), service=SERVICE, detail=f"broker: {name}")


class _OwnBrowserError(RuntimeError):
    """MSAL was about to open the browser by itself, with a receiver that cannot be cancelled."""


def _only_the_system(ui: str = "", **_more: object) -> None:
    if ui == "browser":
        raise _OwnBrowserError


async def _on_a_daemon(question: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Mapping[str, Any]] = loop.create_future()

    def settle(result: Mapping[str, Any] | None, error: BaseException | None) -> None:
        if answer.done():
            return  # cancelled meanwhile
        if error is not None:
            answer.set_exception(error)
        elif result is not None:
            answer.set_result(result)

    def work() -> None:
        result, error = None, None
        try:
            result = question()
        except BaseException as raised:  # noqa: BLE001  handed over as it is
            error = raised
        try:
            loop.call_soon_threadsafe(settle, result, error)
        except RuntimeError:
            _LOG.info("the system's own sign-in ended after the program")

    threading.Thread(target=work, name="system sign-in", daemon=True).start()
    return await answer
