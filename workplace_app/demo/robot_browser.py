"""Does at the demo's sign-in pages what a person does in a browser: for tests, and for rounds without a display."""

import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit

TIMEOUT_SECONDS = 20.0


class _Form(HTMLParser):
    """The first form of a page: where it is sent and what travels with it unseen."""

    def __init__(self) -> None:
        super().__init__()
        self.action: str | None = None
        self.fields: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form" and self.action is None:
            self.action = values.get("action", "")
        elif tag == "input" and values.get("type") == "hidden" and values.get("name"):
            self.fields[values["name"]] = values.get("value", "")


class RobotError(Exception):
    """The pages were not what a sign-in looks like; the words say where it stopped."""


class RobotBrowser:
    """Signs in as one of the five. Standard library only, no proxy, and only http or https addresses.

    ``open`` has the shape of ``webbrowser``'s, so that it can be registered in its place. With ``cancels`` it presses
    cancel in place of a person. ``problem`` tells afterwards why it failed, None when it did not.
    """

    def __init__(self, user_name: str, ca_file: str | Path | None = None, *, cancels: bool = False) -> None:
        self._choice = {"cancel": "1"} if cancels else {"user_name": user_name}
        context = ssl.create_default_context(cafile=str(ca_file)) if ca_file is not None else None
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPSHandler(context=context),
            urllib.request.HTTPCookieProcessor(),  # as a browser: who has signed in once is known
        )
        self._thread: threading.Thread | None = None
        self.problem: str | None = None
        self.asked = 0
        """How often it was asked who it is."""

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:  # noqa: ARG002  webbrowser's shape
        """Begin to sign in at an authorize address and return at once; the answer reaches the app's receiver."""
        self._start(self._sign_in, url)
        return True

    def enter_code(self, address: str, user_code: str) -> None:
        """Begin to sign in with a device code at the address that the app showed, and return at once."""
        self._start(self._enter_code, address, user_code)

    def wait(self, timeout_seconds: float = TIMEOUT_SECONDS) -> bool:
        """Wait until it has done its part; False when it is still at it."""
        if self._thread is None:
            return True
        self._thread.join(timeout_seconds)
        return not self._thread.is_alive()

    def _start(self, work: Callable[..., None], *words: str) -> None:
        def run() -> None:
            try:
                work(*words)
            except (OSError, RobotError) as error:
                self.problem = f"{type(error).__name__}: {error}"

        self.problem = None
        self._thread = threading.Thread(target=run, name="robot browser", daemon=True)
        self._thread.start()

    def _sign_in(self, url: str) -> None:
        address, page = self._load(url)
        if urlsplit(address).netloc != urlsplit(url).netloc:
            return  # the app's receiver has its answer without anybody having been asked
        target, fields = _form_of(address, page)
        if urlsplit(target).netloc != urlsplit(address).netloc:
            self._load(target, fields)  # the answer itself, and again nobody has been asked
            return
        self.asked += 1
        address, page = self._load(target, {**fields, **self._choice})
        if urlsplit(address).netloc == urlsplit(target).netloc:
            receiver, answer = _form_of(address, page)
            if not answer:
                raise RobotError("the choice was not accepted")
            self._load(receiver, answer)

    def _enter_code(self, address: str, user_code: str) -> None:
        target, fields = _form_of(*self._load(address))
        self._load(target, {**fields, "user_code": user_code, **self._choice})

    def _load(self, address: str, form: dict[str, str] | None = None) -> tuple[str, str]:
        """The page at an address, or the one that answers a form, with the address it was finally found at."""
        if urlsplit(address).scheme not in ("http", "https"):
            raise RobotError("not an address of the web")
        body = urlencode(form).encode() if form is not None else None
        request = urllib.request.Request(address, body)  # noqa: S310  the scheme was checked
        try:
            with self._opener.open(request, timeout=TIMEOUT_SECONDS) as answer:
                return answer.geturl(), answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            with error:
                raise RobotError(f"{urlsplit(address).path} answered {error.code}") from error


def _form_of(address: str, page: str) -> tuple[str, dict[str, str]]:
    form = _Form()
    form.feed(page)
    if form.action is None:
        raise RobotError(f"{urlsplit(address).path} has no form")
    return urljoin(address, form.action), form.fields
