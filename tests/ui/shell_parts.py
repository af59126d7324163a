"""Stand-ins for what main.py gives the window: storage, clock, requests, a screen as small as can be."""

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from ui.commands import Command
from ui.screen import Screen, ScreenContext
from workplace_app.domain.account import Account
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import Dialogue, Municipality
from workplace_app.domain.sign_in import ANYBODY, SignInWish

NOW = datetime(2026, 10, 13, 6, 12, tzinfo=UTC)  # 08:12 in Stockholm, a Tuesday
ELIN = Account("tenant", "elin", "elin.tenant", "elin@nacka.example", "Elin Ekhamn")
NACKA = Municipality("Nacka")
SPEAKING = Municipality(
    "Nacka", dialogue=Dialogue("https://dialog.nacka.example/v1", "api://dialog/Dialogue.ReadWrite")
)
"""One that has an interface for questions and acknowledgements."""
WRITING = Municipality("Nacka", dialogue=Dialogue(mail="redaktionen@nacka.example"))
"""One that takes them by mail."""


class Storage:
    """Settings in memory."""

    def __init__(self, **kept: str) -> None:
        self.kept = dict(kept)

    def setting(self, name: str) -> str | None:
        return self.kept.get(name)

    def set_setting(self, name: str, text: str | None) -> None:
        if text is None:
            self.kept.pop(name, None)
        else:
            self.kept[name] = text


class Clock:
    """Stands still until told."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, time: timedelta) -> None:
        self.now += time


class Requests:
    """Remembers what the window asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.wishes: list[SignInWish] = []

    def sign_in(self, wish: SignInWish = ANYBODY) -> None:
        self.wishes.append(wish)
        self.asked.append("sign in")

    def cancel_sign_in(self) -> None:
        self.asked.append("cancel sign in")

    def sign_in_with_device_code(self, wish: SignInWish = ANYBODY) -> None:
        self.asked.append("sign in with device code")

    def sign_in_to_cms(self) -> None:
        self.asked.append("sign in to cms")

    def cancel_cms_sign_in(self) -> None:
        self.asked.append("cancel cms sign in")

    def sign_out(self) -> None:
        self.asked.append("sign out")

    def refresh(self, feeds: frozenset[str]) -> None:
        self.asked.append(f"refresh {' '.join(sorted(feeds))}")

    def open_account_again(self) -> None:
        self.asked.append("open account again")

    def open_conversation(self, place_id: str) -> None:
        self.asked.append(f"open {place_id}")

    def believe(self, feed: str) -> None:
        self.asked.append(f"believe {feed}")


class PlainScreen(Screen):
    """Remembers what it was told."""

    kinds = frozenset({ChangeKind.TASKS})
    feeds = frozenset({"planner", "todo"})

    def __init__(self, context: ScreenContext, name: str = "Idag") -> None:
        super().__init__(context)
        self.name = name
        self.read: list[frozenset[ChangeKind]] = []
        self.shown: list[str] = []
        self.ticks: list[datetime] = []
        self.width_told = 0.0
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def title(self) -> str:
        return self.name

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        self.read.append(kinds)

    def focus_first(self) -> None:
        self.field.setFocus()

    def show_item(self, item_id: str) -> None:
        self.shown.append(item_id)

    def shown_item(self) -> str:
        return self.shown[-1] if self.shown else ""

    def set_effective_width(self, width: float) -> None:
        self.width_told = width

    def tick(self, now: datetime) -> None:
        self.ticks.append(now)

    def commands(self) -> list[Command]:
        return [Command(f"{self.name}.new", f"Ny i {self.name}", lambda: self.shown.append("ny"), "Ctrl+N")]
