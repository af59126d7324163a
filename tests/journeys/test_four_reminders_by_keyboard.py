"""A task, a service, a notification and words of one's own: they ring after sleep and after a restart, once; one is
snoozed, the others are done, and all of them can be taken along as a calendar file."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.desk import Desk
from tests.journeys.hands import Hands
from tests.journeys.network import Watch, until_settled
from tests.journeys.town import ELIN, Town
from ui.reminders.notice import ReminderNotice
from workplace_app.domain.reminder import ReminderKind
from workplace_app.store.reminder_reader import count_rung, done_reminders, open_reminders

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
OWN = "Ring Åsa om nycklar, larm; och sopor på Ormvråken \\ Tallbacken, före lunch på tisdag eller senast onsdag"
A_NIGHT = timedelta(hours=33)
"""Beyond tomorrow at eight, whenever the test is run."""
_LONGEST_LINE = 75
"""Octets of a line in a calendar file (RFC 5545, 3.1)."""


def _remind_tomorrow(hands: Hands) -> None:
    hands.press("Ctrl+R")
    hands.tab_to("I morgon bitti")
    hands.press("Return")


def _notice(desk: Desk) -> ReminderNotice | None:
    found = desk.program.application.window.findChildren(ReminderNotice)
    return next((each for each in found if each.isVisible()), None)


def _rung_in_sight(desk: Desk) -> int:
    return sum(line.startswith("har ringt, ") for line in desk.words().splitlines())


def _finish_one(desk: Desk, hands: Hands) -> None:
    before = _rung_in_sight(desk)
    hands.go_down_to("har ringt, ")
    hands.press("E")
    desk.until(lambda: _rung_in_sight(desk) < before)


def _set_four(desk: Desk, hands: Hands) -> None:
    hands.press("Ctrl+1")
    _remind_tomorrow(hands)
    hands.press("Ctrl+4", "Down")
    _remind_tomorrow(hands)
    hands.press("Ctrl+3", "Down")
    _remind_tomorrow(hands)
    hands.command("Ny påminnelse …")
    hands.write(OWN)
    hands.tab_to("I morgon bitti")
    hands.press("Return")
    kinds = [ReminderKind.TASK, ReminderKind.SERVICE, ReminderKind.NOTIFICATION, ReminderKind.TEXT]
    assert Counter(each.subject.kind for each in open_reminders(desk.connection)) == Counter(kinds)


def _lines(content: bytes) -> list[str]:
    """The lines of a calendar file, unfolded as RFC 5545 says; that they were folded as it says."""
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    folded = content.removesuffix(b"\r\n").split(b"\r\n")
    assert max(len(line) for line in folded) <= _LONGEST_LINE
    for line in folded:
        line.decode("utf-8")  # no letter is cut in two
    return content.decode("utf-8").replace("\r\n ", "").splitlines()


def _values(lines: list[str], name: str) -> list[str]:
    return [line.partition(":")[2] for line in lines if line.partition(":")[0].partition(";")[0] == name]


def _take_along(desk: Desk, hands: Hands, saved: Path) -> None:
    hands.press("Ctrl+6")
    hands.save_as(saved, "Spara alla påminnelser som .ics")
    lines = _lines(saved.read_bytes())
    kept = open_reminders(desk.connection)
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert _values(lines, "UID") == [each.id for each in kept]
    assert _values(lines, "DTSTART") == [f"{each.at:%Y%m%dT%H%M%SZ}" for each in kept]
    assert len(_values(lines, "DTSTAMP")) == len(kept)
    assert lines.count("BEGIN:VALARM") == lines.count("END:VALARM") == len(kept)
    assert set(_values(lines, "ACTION")) == {"DISPLAY"}
    escaped = OWN.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    assert escaped in _values(lines, "SUMMARY")


def test_four_reminders_by_keyboard(qapp: QApplication, desk: Desk, town: Town, tmp_path: Path) -> None:
    watch, municipality = Watch(), town.municipality
    desk.start(municipality, clock=watch)
    desk.sign_in(town.robot(ELIN))
    until_settled(desk)
    hands = Hands(desk)
    hands.come_to()
    _set_four(desk, hands)
    _take_along(desk, hands, tmp_path / "alla.ics")
    assert _notice(desk) is None

    # The lid was closed over the moment: they ring when it is opened, together and once.
    town.pull_the_plug()
    watch.wind_on(A_NIGHT)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    desk.until(lambda: _notice(desk) is not None)
    assert "4 påminnelser har ringt" in desk.words()
    hands.press("Ctrl+Shift+R")
    assert hands.spoken == "Visa dem"
    hands.press("Return")
    assert (desk.place, _notice(desk)) == ("reminders", None)

    # One is snoozed, the others are done; the focus stays in the list.
    hands.go_down_to(OWN)
    hands.press("S")
    hands.choose("Om en timme")
    desk.until(lambda: _rung_in_sight(desk) == 3)
    while _rung_in_sight(desk):
        _finish_one(desk, hands)
    assert count_rung(desk.connection) == 0
    assert len(done_reminders(desk.connection, 10)) == 3
    desk.close()

    # After a restart only the snoozed one rings, and only once.
    watch.wind_on(timedelta(hours=2))
    desk.start(municipality, clock=watch)
    desk.until(lambda: _notice(desk) is not None)
    ringing = _notice(desk)
    assert ringing is not None
    assert ringing.words == OWN
    hands.come_to()
    hands.press("Ctrl+Shift+R", "E")
    assert (_notice(desk), count_rung(desk.connection)) == (None, 0)
    desk.close()
    desk.start(municipality, clock=watch)
    desk.until(lambda: desk.program.workplace.commands.get("reminder.focus") is not None)
    assert (_notice(desk), open_reminders(desk.connection)) == (None, ())
