"""Why an article is among those for me, in one sentence with the real reason in bold."""

from html import escape

from PySide6.QtCore import QCoreApplication

from workplace_app.domain.article import Article
from workplace_app.domain.as_seen import Recipient


def reason_words(article: Article, who: Recipient) -> str:
    """The sentence; it is worked out here on the computer, from what is known of the user's unit and groups."""
    here = QCoreApplication.translate("reasons", "Worked out on this computer. Nothing leaves it.")
    return f"{_reason(article, who)} {here}"


def _reason(article: Article, who: Recipient) -> str:
    named = [name for name in article.audience if name == who.unit or name in who.groups]
    if article.acknowledge_by is not None and (named or not article.audience):
        return QCoreApplication.translate("reasons", "You see this because it <b>has to be acknowledged</b>.")
    if who.unit and article.publisher == who.unit:
        words = QCoreApplication.translate("reasons", "You see this because <b>{unit}</b> wrote it.")
        return words.format(unit=escape(who.unit))
    if named:
        words = QCoreApplication.translate("reasons", "You see this because it is meant for <b>{name}</b>.")
        return words.format(name=escape(named[0]))
    if not article.audience:
        return QCoreApplication.translate("reasons", "You see this because it is meant for <b>everybody</b>.")
    words = QCoreApplication.translate("reasons", "It is meant for <b>{names}</b>; you find it in the list of all.")
    return words.format(names=escape(", ".join(article.audience)))
