"""Says until when the open account can be used without a network: the strip in the last week, the settings always."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui.dates import day_and_month, local, running_words
from ui.widgets.status_strip import StripItem
from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_record import AccessRecord
from workplace_app.domain.access_standing import Access, standing

translate = QCoreApplication.translate
TOLD_IN_THE_STRIP_DAYS = 7


def grace_items(record: AccessRecord, rules: AccessRules, now: datetime) -> list[StripItem]:
    """Nothing as long as there is more than a week: most of those who are without a network are back before that."""
    found = standing(record, rules, now)
    if found.access is not Access.IN_GRACE or found.locks_at is None or found.days_left is None:
        return []
    if found.days_left > TOLD_IN_THE_STRIP_DAYS:
        return []
    day = day_and_month(local(found.locks_at).date())
    words = translate("access", "Open without a network until {day}").format(day=day)
    short = translate("access", "Open until {day}").format(day=day)
    return [StripItem("lock", words, target="settings/account", short=short)]


def access_words(record: AccessRecord, rules: AccessRules, now: datetime) -> tuple[str, str] | None:
    """Until when, and how that comes about; None where the sign-in service has said nothing yet."""
    found = standing(record, rules, now)
    if found.locks_at is None or record.confirmed_at is None:
        return None
    title = translate("access", "Open without a network until {day}")
    last = running_words(record.confirmed_at, now)
    words = translate(
        "access",
        "The sign-in service answered last {time}. Each time it does, the days begin anew. Then everything is locked, "
        "not removed, until you sign in with a network.",
    )
    return title.format(day=day_and_month(local(found.locks_at).date())), words.format(time=last)
