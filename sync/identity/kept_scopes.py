"""Which of Graph's scopes the last token had, read from MSAL's token cache as it is kept between runs."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sync.granted_scopes import scopes_in

_OTHERS = "api://"
"""How the municipality's own interfaces name their scopes; a token is for one interface only."""


def kept_scopes(cache: str) -> frozenset[str] | None:
    """The scopes of the newest token for Graph, as ``granted_scopes.scopes_in`` gives them; None without one.

    It may have expired: what was granted holds for the next one too, until an administrator changes it. MSAL itself
    passes over expired ones, so its text is read here.
    """
    newest = max(_graph_tokens(cache), key=lambda token: _number(token.get("cached_at")), default=None)
    return None if newest is None else scopes_in(newest["target"])


def _graph_tokens(cache: str) -> Iterator[Mapping[str, Any]]:
    try:
        content = json.loads(cache)
    except (ValueError, RecursionError):
        return
    tokens = content.get("AccessToken") if isinstance(content, dict) else None
    for token in tokens.values() if isinstance(tokens, dict) else ():
        target = token.get("target") if isinstance(token, dict) else None
        if isinstance(target, str) and target and _OTHERS not in target:
            yield token


def _number(value: object) -> int:
    text = str(value)
    return int(text) if text.isdecimal() else 0
