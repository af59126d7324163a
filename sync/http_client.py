"""The only place where an httpx client is built: the system's trust, its proxy, time-outs, limits, and no redirects."""

import logging
import ssl
from collections.abc import Mapping
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx
import truststore

from workplace_app import __version__
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

USER_AGENT = f"NONISV|NackaKommun|NackaArbetsplats/{__version__}"
"""SharePoint wants to know who is calling before it throttles anybody: type|company|application/version."""
TIMEOUTS = httpx.Timeout(connect=10.0, read=30.0, write=30.0, pool=60.0)
_LIMITS = httpx.Limits(max_connections=12, max_keepalive_connections=8, keepalive_expiry=30.0)
_LOOPBACK = {"all://localhost": None, "all://127.0.0.1": None}
"""Never by way of a proxy: None means the client's own transport."""


def trust(ca_file: str | None) -> ssl.SSLContext:
    """The operating system's trust store, where municipal TLS inspection has put its root too, and one file beside it.

    There is no way to switch the checking off. Raises CONFIGURATION_WRONG for a file that cannot be used.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except OSError as error:  # ssl.SSLError is one too: the file is not there, or holds no certificate
            raise ProblemRaised(Problem(ProblemKind.CONFIGURATION_WRONG, detail="ca_file")) from error
    return context


def open_client(context: ssl.SSLContext, timeouts: httpx.Timeout = TIMEOUTS) -> httpx.AsyncClient:
    """The client for all APIs. HTTP/2 where the server has it, so that many small requests share one connection."""
    return httpx.AsyncClient(http2=True, **_settings(context, timeouts))


def open_blocking_client(context: ssl.SSLContext, timeouts: httpx.Timeout = TIMEOUTS) -> httpx.Client:
    """The client that MSAL speaks through, on worker threads."""
    return httpx.Client(**_settings(context, timeouts))


def packed_more_than_once(headers: Mapping[str, str]) -> bool:
    """True for a body in several content codings. gzip in gzip makes gigabytes of kilobytes in a single step, before
    any cap can count them; no honest server sends it."""
    codings = (coding.strip().lower() for coding in headers.get("content-encoding", "").split(","))
    return sum(coding not in ("", "identity") for coding in codings) > 1


def _settings(context: ssl.SSLContext, timeouts: httpx.Timeout) -> dict[str, Any]:
    # httpx logs whole addresses, delta tokens included, at INFO; httpcore tells headers at DEBUG.
    for name in ("httpx", "httpcore", "hpack"):
        logger = logging.getLogger(name)
        logger.setLevel(max(logging.WARNING, logger.level))
    return {
        "verify": context,
        "timeout": timeouts,
        "limits": _LIMITS,
        "follow_redirects": False,
        # None of the services needs a cookie, and a jar would carry them from one service, port and account to another.
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        "headers": {"User-Agent": USER_AGENT},
        "mounts": _LOOPBACK,
        "trust_env": True,
    }
