"""What the status strip says, worked out from facts: the age of what is shown, the round that runs, the outbox."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from ui.dates import moment_words
from ui.places import NEEDS_YOU, OUTBOX
from ui.widgets.status_strip import StripItem
from workplace_app.domain.as_seen import OutboxCounts
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.progress import SyncProgress

translate = QCoreApplication.translate


def strip_items(
    now: datetime,
    updated: datetime | None,
    progress: SyncProgress | None,
    outbox: OutboxCounts,
) -> list[StripItem]:
    """From left to right: what needs the user, the network or the age, what waits. ``updated`` is when anything was
    fetched last, None when nothing ever was."""
    items = []
    if outbox.needs_you:
        words, short = StatusCounts().needing_you(outbox.needs_you), StatusCounts().need_you(outbox.needs_you)
        items.append(StripItem("warning", words, needs_you=True, target=f"{OUTBOX}/{NEEDS_YOU}", short=short))
    items.append(_age_item(now, updated, progress))
    offline = progress is not None and (progress.offline or progress.stopped_by is not None)
    waiting = outbox.waiting - outbox.sending if offline else outbox.put_off
    if outbox.waiting > waiting:
        leaving = outbox.waiting - waiting
        words, short = StatusCounts().being_sent(leaving), StatusCounts().are_sent(leaving)
        items.append(StripItem("outbox", words, target=OUTBOX, short=short))
    if waiting:
        items.append(StripItem("outbox", StatusCounts().waiting(waiting), target=OUTBOX))
    return items


def keeping_items(keyring: Keyring) -> list[StripItem]:
    """At the right, as long as it is so: that nothing outlives the program."""
    if keyring is not Keyring.NONE:
        return []
    words, short = translate("status", "Kept only until you close the app"), translate("status", "Kept for now")
    return [StripItem("lock", words, needs_you=True, short=short)]


class StatusCounts(QObject):
    """Plurals: the extraction of words knows them in ``tr`` only, which needs a QObject."""

    def needing_you(self, count: int) -> str:
        return self.tr("%n thing(s) need you", "", count)

    def need_you(self, count: int) -> str:
        return self.tr("%n need(s) you", "", count)

    def are_sent(self, count: int) -> str:
        return self.tr("%n being sent", "", count)

    def waiting(self, count: int) -> str:
        return self.tr("%n waiting", "", count)

    def being_sent(self, count: int) -> str:
        return self.tr("%n thing(s) being sent", "", count)


def _age_item(now: datetime, updated: datetime | None, progress: SyncProgress | None) -> StripItem:
    if progress is not None and progress.running:
        if progress.first_round and progress.feeds_total:
            words = translate("status", "Fetching for the first time: {done} of {total}")
            words = words.format(done=progress.feeds_done, total=progress.feeds_total)
        else:
            words = translate("status", "Fetching what is new")
        return StripItem("refresh", words, short=translate("status", "Fetching"))
    if progress is not None and progress.offline:
        words, short = translate("status", "No network, nothing fetched yet"), translate("status", "No network")
        if updated is not None:
            words = translate("status", "No network, as of {time}").format(time=moment_words(updated, now))
        return StripItem("offline", words, needs_you=True, short=short)
    if progress is not None and progress.stopped_by is not None:
        words, short = translate("status", "Nothing can be fetched"), translate("status", "Not fetching")
        if updated is not None:
            words = translate("status", "Nothing new is fetched, as of {time}").format(time=moment_words(updated, now))
        return StripItem("warning", words, needs_you=True, short=short)
    if updated is None:
        return StripItem("help", translate("status", "Nothing fetched yet"))
    return StripItem("cloud-check", translate("status", "Updated {time}").format(time=moment_words(updated, now)))
