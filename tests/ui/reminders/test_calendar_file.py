"""A calendar file says the same when it is read again, whatever stands in the titles, and a mark injects nothing."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.ui.shell_parts import NOW
from ui.reminders.calendar_file import calendar_file
from workplace_app.domain.reminder import Reminder, ReminderKind, ReminderSubject, new_reminder, plain_title

ARTICLE = ReminderSubject(
    ReminderKind.ARTICLE, "Nya mallar; läs, kvittera", "intranet:1", "https://intranat.nacka.example/1"
)


def read(content: bytes) -> Calendar:
    found = Calendar.from_ical(content)
    assert isinstance(found, Calendar)
    return found


def test_one_reminder_is_one_event_that_rings_at_its_moment() -> None:
    made = new_reminder(ARTICLE, NOW + timedelta(days=1), NOW)
    calendar = read(calendar_file([made], NOW))
    (event,) = calendar.walk("VEVENT")
    assert str(event["uid"]) == made.id
    assert event.decoded("dtstart") == made.at
    assert event.decoded("dtstamp") == NOW
    assert str(event["summary"]) == ARTICLE.title
    assert str(event["url"]) == ARTICLE.address
    assert str(event["transp"]) == "TRANSPARENT", "it books no time"
    (alarm,) = event.walk("VALARM")
    assert (alarm.decoded("trigger"), str(alarm["action"])) == (timedelta(0), "DISPLAY")
    assert str(alarm["description"]) == ARTICLE.title


def test_the_moment_stands_in_utc_so_that_no_zone_can_move_it() -> None:
    summer = new_reminder(ARTICLE, datetime(2027, 7, 1, 6, tzinfo=UTC), NOW)
    assert b"DTSTART:20270701T060000Z\r\n" in calendar_file([summer], NOW)


def test_an_address_that_the_program_would_not_open_stays_at_home() -> None:
    hostile = ReminderSubject(ReminderKind.ARTICLE, "Läs", "intranet:1", "javascript:alert(1)")
    content = calendar_file([new_reminder(hostile, NOW, NOW)], NOW)
    assert b"javascript" not in content


def test_a_line_end_in_a_title_begins_no_line() -> None:
    hostile = "Läs\r\nATTACH:file:///etc/passwd\r\nEND:VEVENT\r\nBEGIN:VEVENT"
    content = calendar_file([new_reminder(ReminderSubject(ReminderKind.TEXT, hostile), NOW, NOW)], NOW)
    assert len(read(content).walk("VEVENT")) == 1
    assert not any(line.startswith(b"ATTACH") for line in content.split(b"\r\n"))


@given(st.lists(st.text(min_size=1).filter(plain_title), max_size=5))
def test_whatever_is_written_can_be_read_again(titles: list[str]) -> None:
    made: list[Reminder] = [
        new_reminder(ReminderSubject(ReminderKind.TEXT, title), NOW + timedelta(minutes=number), NOW)
        for number, title in enumerate(titles)
    ]
    content = calendar_file(made, NOW)
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    found = read(content).walk("VEVENT")
    assert [(str(each["uid"]), str(each["summary"])) for each in found] == [
        (each.id, each.subject.title) for each in made
    ]
