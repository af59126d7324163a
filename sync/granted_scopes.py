"""Which delegated scopes a token was given, and whether the one that a request needs is among them."""

from workplace_app.domain.permissions import is_covered


def scopes_in(text: str) -> frozenset[str]:
    """The scopes of a token answer's ``scope``, or of a token's ``scp``, without the resource before their names."""
    return frozenset(map(_name, text.split()))


def is_granted(scope: str, granted: frozenset[str]) -> bool:
    """True when ``granted`` (from ``scopes_in``) holds the scope or a wider one (``domain/permissions.py``): a
    municipality may have consented to a wider one."""
    return is_covered(_name(scope), granted)


def _name(scope: str) -> str:
    return scope.rpartition("/")[2].casefold()
