"""What Qt says of itself goes into our log, one line each, without what it quotes.

Its own way is the error channel, which a desktop keeps in the journal of the system, where others may read it.
"""

import logging
import re

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LOG = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_QUOTED = re.compile(r"\"[^\"]*\"?|'[^']*'?|“[^”]*”?")
"""Names of widgets, files and what a screen reader is told: they may be anybody's words."""
_LONGEST = 300


def hear_qt() -> None:
    """From now on Qt's messages are in the log."""
    qInstallMessageHandler(_heard)


def _heard(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = context.category or "default"
    _LOG.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", category, _QUOTED.sub("“…”", message)[:_LONGEST])
