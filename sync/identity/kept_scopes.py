"""Which of Graph's scopes the last token had, read from MSAL's token cache as it is kept between runs."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sync.granted_scopes import scopes_in


def kept_scopes(cache: str, others: Iterable[str] = ()) -> frozenset[str] | None:
    """The scopes of the newest token for Graph, as ``granted_scopes.scopes_in`` gives them; None without one.
    ``others`` are the scopes of the municipality's own interfaces, each of which has tokens of its own.

    It may have expired: what was granted holds for the next one too, until an administrator changes it. MSAL itself
    passes over expired ones, so its text is read here.
    """
    resources = {_resource(scope) for scope in others} - {""}
    tokens = [token for token in _tokens(cache) if not any(_resource(s) in resources for s in token["target"].split())]
    newest = max(tokens, key=lambda token: _number(token.get("cached_at")), default=None)
    return None if newest is None else scopes_in(newest["target"])


def _tokens(cache: str) -> Iterator[Mapping[str, Any]]:
    try:
        content = json.loads(cache)
    except (ValueError, RecursionError):
        return
    tokens = content.get("AccessToken") if isinstance(content, dict) else None
    for token in tokens.values() if isinstance(tokens, dict) else ():
        target = token.get("target") if isinstance(token, dict) else None
        if isinstance(target, str) and target:
            yield token


def _resource(scope: str) -> str:
    """Whose it is; "" for one that leaves it out, which is Graph's."""
    return scope.rpartition("/")[0].casefold()


def _number(value: object) -> int:
    text = str(value)
    return int(text) if text.isdecimal() else 0
