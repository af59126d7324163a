"""The commands that the window offers wherever one is."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.commands import Command
from ui.places import OUTBOX, PLACES, REMINDERS, SETTINGS
from ui.text_size import larger, smaller
from ui.user_settings import UserSettings
from workplace_app.domain.settings import TEXT_PERCENT

translate = QCoreApplication.translate


class WindowActs(NamedTuple):
    """What the window can do, for its commands."""

    go: Callable[[str], None]
    offers: Callable[[str], bool]
    back: Callable[[], None]
    forward: Callable[[], None]
    next_pane: Callable[[], None]
    previous_pane: Callable[[], None]
    search: Callable[[], None]
    remind: Callable[[], None]
    new_reminder: Callable[[], None]
    lock: Callable[[], None]
    switch_person: Callable[[], None]
    refresh: Callable[[], None]
    undo: Callable[[], None]
    can_undo: Callable[[], bool]
    show_keys: Callable[[], None]


def window_commands(acts: WindowActs, settings: UserSettings, places: tuple[str, ...]) -> list[Command]:
    """Moving about, searching, fetching, undoing, text size."""
    return [
        Command(
            "search", translate("commands", "Search everything"), acts.search, "Ctrl+K", "search", in_palette=False
        ),
        *_places(acts, places),
        Command(
            "go.outbox",
            translate("commands", "Show the outbox"),
            partial(acts.go, OUTBOX),
            icon="outbox",
            enabled=lambda: acts.offers(OUTBOX),
        ),
        Command("refresh", translate("commands", "Fetch what is new here"), acts.refresh, "F5", "refresh"),
        Command("undo", translate("commands", "Undo"), acts.undo, "Ctrl+Z", "undo", acts.can_undo),
        Command("back", translate("commands", "Back"), acts.back, "Alt+Left", in_palette=False),
        Command("forward", translate("commands", "Forward"), acts.forward, "Alt+Right", in_palette=False),
        Command("next_pane", translate("commands", "Next pane"), acts.next_pane, "F6", in_palette=False),
        Command(
            "previous_pane", translate("commands", "Previous pane"), acts.previous_pane, "Shift+F6", in_palette=False
        ),
        *(_reminders(acts) if REMINDERS in places else ()),
        *(_people(acts) if REMINDERS in places else ()),
        *_text_size(settings),
        Command("keys", translate("commands", "Keys"), acts.show_keys, "F1", "keyboard"),
    ]


def _places(acts: WindowActs, places: tuple[str, ...]) -> list[Command]:
    made = []
    number = 0
    for place in PLACES:
        if place.id not in places:
            continue
        number += not place.at_foot
        key = "Ctrl+," if place.id == SETTINGS else f"Ctrl+{number}"
        words = translate("commands", "Go to {place}").format(place=place.text())
        made.append(Command(f"go.{place.id}", words, partial(acts.go, place.id), key, place.icon))
    return made


def _reminders(acts: WindowActs) -> list[Command]:
    return [
        Command("remind", translate("commands", "Remind me of what is chosen …"), acts.remind, "Ctrl+R", "bell"),
        Command("remind.new", translate("commands", "New reminder …"), acts.new_reminder, icon="plus"),
    ]


def _people(acts: WindowActs) -> list[Command]:
    return [
        Command("lock", translate("commands", "Lock the app"), acts.lock, "Ctrl+Shift+L", "lock"),
        Command("switch_person", translate("commands", "Switch person …"), acts.switch_person, icon="people"),
    ]


def _text_size(settings: UserSettings) -> list[Command]:
    def change(percent: int) -> None:
        settings.set(TEXT_PERCENT, percent)

    return [
        Command(
            "larger",
            translate("commands", "Larger text"),
            lambda: change(larger(settings.get(TEXT_PERCENT))),
            "Ctrl++",
            "plus",
        ),
        Command(
            "smaller",
            translate("commands", "Smaller text"),
            lambda: change(smaller(settings.get(TEXT_PERCENT))),
            "Ctrl+-",
        ),
        Command("normal_size", translate("commands", "Normal text"), lambda: change(100), "Ctrl+0"),
    ]
