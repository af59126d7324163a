"""Which proxy is used for an address, as httpx finds it: from the environment, else from the system's settings."""

import importlib
import importlib.util
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

_WINDOWS = importlib.util.find_spec("winreg") is not None


def proxy_for(address: str) -> str:
    """Host and port of the proxy, without the name and password that may stand before them; "" for the direct way.

    Loopback never goes by way of one (``http_client``). No names are looked up.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if host in ("localhost", "127.0.0.1") or proxy_bypass(host):
        return ""
    proxies = getproxies()
    named = proxies.get(parts.scheme) or proxies.get("all") or ""
    if not named:
        return ""
    proxy = urlsplit(named if "://" in named else f"http://{named}")
    return f"{proxy.hostname or ''}:{proxy.port}" if proxy.port else proxy.hostname or ""


def proxy_script() -> str:
    """The host of the automatic configuration script (PAC) that the system names; "" where there is none, or where
    the system does not say. Such a script is a program, and nothing here runs it."""
    address = _windows_script() if _WINDOWS else ""
    return urlsplit(address).hostname or address


def _windows_script() -> str:
    registry: Any = importlib.import_module("winreg")  # typed on Windows only
    place = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, place) as settings:
            return str(registry.QueryValueEx(settings, "AutoConfigURL")[0])
    except OSError:
        return ""
