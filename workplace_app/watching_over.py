"""What the process tells of itself, once the window stands: its log, what nobody caught, and what Qt says."""

from workplace_app.crash_report import crash_report
from workplace_app.folders import Folders
from workplace_app.logging_setup import RedactingFormatter, set_up_logging
from workplace_app.qt_messages import hear_qt


def watch_over(folders: Folders) -> None:
    """From now on all of it is in the log, and nothing of it holds a secret or anybody's words."""
    set_up_logging(folders.logs)
    crash_report.install(RedactingFormatter().formatException)
    hear_qt()
