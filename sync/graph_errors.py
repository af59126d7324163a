"""How Graph says that something is special: by a code in the body or claims in a header, not only by status."""

import base64
import binascii
import re

import msgspec

from sync.answer import Answer
from sync.granted_scopes import is_granted

_EXPIRED_CODES = {
    "syncstatenotfound",
    "syncstateinvalid",
    "resyncrequired",
    "resyncchangesapplydifferences",
    "resyncchangesuploaddifferences",
}
_CONSENT_CODES = {"authorization_requestdenied", "erroraccessdenied"}
"""Each workload words a missing scope in its own way: Planner with an empty code, Teams with "Forbidden", SharePoint
with the "accessDenied" that it also says of one closed library. These two are the least ambiguous."""
_URL_SAFE = str.maketrans("+/", "-_")
_CLAIMS = re.compile(r'claims="([^"]+)"')


class _Error(msgspec.Struct):
    code: str | None = None
    message: str | None = None


class _ErrorBody(msgspec.Struct):
    error: _Error | None = None


def error_code(content: bytes) -> str:
    """The code of an OData error, "" when there is none (Planner leaves it empty)."""
    try:
        body = msgspec.json.decode(content, type=_ErrorBody)
    except (msgspec.MsgspecError, RecursionError):
        return ""
    return (body.error.code or "") if body.error else ""


def is_expired_bookmark(answer: Answer) -> bool:
    """True for a delta or page link that the server has forgotten (delta-query-overview: 410, or "a 40X-series error
    with codes such as syncStateNotFound")."""
    if answer.status == 410:
        return True
    return 400 <= answer.status < 500 and error_code(answer.content).lower() in _EXPIRED_CODES


def lacks_consent(answer: Answer, scope: str | None, granted: frozenset[str] | None) -> bool:
    """True for a 403 that comes for want of ``scope``, not because this one item is closed.

    What the token was given decides; only where nobody knows (None) does the error's code have to do.
    """
    if answer.status != 403 or scope is None:
        return False
    if granted is not None:
        return not is_granted(scope, granted)
    return error_code(answer.content).lower() in _CONSENT_CODES


def claims_challenge(answer: Answer) -> str | None:
    """The claims of a continuous access evaluation challenge, as JSON text; None when the 401 carries none."""
    header = answer.headers.get("www-authenticate", "")
    match = _CLAIMS.search(header)
    if answer.status != 401 or "insufficient_claims" not in header or not match:
        return None
    value = match.group(1).translate(_URL_SAFE)
    try:
        return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
