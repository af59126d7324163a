"""Takes out of facts what nobody sees and everybody is misled by: control characters, and marks that turn text around.

Text of every source passes here on its way into the store, so that no list, tool tip, window title or notification
has to think of it. HTML bodies are treated where they are cleaned (``wire.html_cleaning``).
"""

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, get_args, get_type_hints

from workplace_app.domain.page import Fact

INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
"""Controls, zero-width space and joiners of words, and the marks that embed, override or isolate a direction: with
U+202E "gpj.exe" reads "exe.jpg". The joiner inside emoji (U+200D) and the soft hyphen mean something and stay."""
_LINE_ENDS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")
_MANY_LINES = {"text", "notes", "description", "preview", "lead", "summary", "note"}
_NO_WORDS = {
    "id", "key", "etag", "address", "canonical_address", "online_address", "media_type", "language", "icon",
    "body_html", "content", "requires", "related", "prerequisites",
}  # fmt: skip


def visible(fact: Fact) -> Fact:
    """The fact as it is (the very same object) or, where its words hold such characters, with cleaned words."""
    cleaned: Fact = _cleaned(fact, one_line=True)
    return cleaned


def visible_words(text: str) -> str:
    """A text without them, its lines as they are."""
    return text if text.isprintable() else INVISIBLE.sub("", text)


def _cleaned(value: Any, *, one_line: bool) -> Any:
    if isinstance(value, str):
        if value.isprintable():  # a quick look that nearly every text passes
            return value
        value = INVISIBLE.sub("", value)
        return _LINE_ENDS.sub(" ", value).strip() if one_line else value
    if isinstance(value, tuple):
        items = tuple(_cleaned(item, one_line=one_line) for item in value)
        return value if all(map(_same, items, value)) else items
    changes = {}
    for name in _worded(type(value)):  # type: ignore[arg-type]  # mypy thinks of the instances
        held = getattr(value, name)
        if held and not (type(held) is str and held.isprintable()):
            new = _cleaned(held, one_line=name not in _MANY_LINES)
            if new is not held:
                changes[name] = new
    return replace(value, **changes) if changes else value


def _same(one: object, other: object) -> bool:
    return one is other


@cache
def _worded(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a fact's type that may hold words; none of a number's, a moment's or an enumeration's."""
    if not is_dataclass(kind):
        return ()
    held = get_type_hints(kind)
    return tuple(
        field.name
        for field in fields(kind)
        if field.name not in _NO_WORDS and not field.name.endswith("_id") and _may_hold_words(held[field.name])
    )


def _may_hold_words(hint: Any) -> bool:
    return hint is str or is_dataclass(hint) or any(map(_may_hold_words, get_args(hint)))
