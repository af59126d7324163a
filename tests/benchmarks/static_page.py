"""How long Chromium takes from its start until it shows a static page: what staff would see of an intranet instead."""

import os
import subprocess
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from shutil import which

ROWS = 60
PATIENCE_SECONDS = 60.0
PAGE = (
    "<!doctype html><meta charset=utf-8><title>Idag</title><h1>Idag</h1><ul>"
    + "".join(f"<li>Uppgift nummer {number} som väntar på den som arbetar här" for number in range(ROWS))
    # Two frames: the first callback comes before the first painting, the second after it.
    + "</ul><script>requestAnimationFrame(() => requestAnimationFrame(() => fetch('/painted')))</script>"
)
# Without a keyring's question, a first-run page and look-ups of the outside world, which would make it slower.
OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--password-store=basic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic",
]  # fmt: skip


def browser() -> str | None:
    """The program, where one is installed."""
    return which("chromium") or which("chromium-browser")


class _Site(BaseHTTPRequestHandler):
    """Gives the page and hears when it has been painted."""

    painted = threading.Event()

    def do_GET(self) -> None:
        if self.path == "/painted":
            self.painted.set()
        content = PAGE.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        """Not on standard error, where marks are read."""


def shown_after(program: str) -> float:
    """Milliseconds from starting the browser, with a profile that it has used before, until it has shown the page."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        _once(program, profile)
        return _once(program, profile)


def _once(program: str, profile: str) -> float:
    site = HTTPServer(("127.0.0.1", 0), _Site)
    _Site.painted.clear()
    threading.Thread(target=site.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{site.server_port}/"
    platform = [] if os.environ.get("DISPLAY") else ["--headless=new"]
    begun = time.monotonic()
    process = subprocess.Popen(
        [program, *OPTIONS, *platform, f"--user-data-dir={profile}", f"--app={address}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        if not _Site.painted.wait(PATIENCE_SECONDS):
            raise RuntimeError(f"{program} showed nothing within {PATIENCE_SECONDS:.0f} s")
        return (time.monotonic() - begun) * 1000
    finally:
        process.terminate()
        process.wait()
        site.shutdown()
        site.server_close()
