"""An outbox with a wish of every kind in every state, filed as the screen files it and delivered as sync does."""

from datetime import date, datetime, timedelta

from tests.ui.shell_parts import NOW
from workplace_app.domain.article import Article, ArticleSource
from workplace_app.domain.conflict import ComparedField, Comparison, Conflict
from workplace_app.domain.event import Response
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.page import Fact
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.wishes import (
    Acknowledgement,
    Comment,
    DueChange,
    InvitationAnswer,
    NewTask,
    Nothing,
    Remark,
    Reply,
    ReservedTime,
    TimeGivenBack,
    Wish,
)
from workplace_app.domain.workspace import Channel, Workspace, WorkspaceKind
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.transaction import writing_mine

DECISION = "Skriv beslut om attefallsbygge, Tallkottestigen 8"
VISIT = "Boka platsbesök, Tallbacken 3:14"
HALL = "Handlingar till samrådet"
COMMENT = "Sökanden ringde. Hon skickar nya ritningar i morgon, så vi väntar med beslutet till dess."
NOTHING = Nothing()
OFFLINE = Problem(ProblemKind.OFFLINE, service="planner")
FACTS: tuple[Fact, ...] = (
    Task("planner:1", TaskSource.PLANNER, DECISION, "p", "Bygglov: beslut", None, True, False, etag="1"),
    Task("planner:2", TaskSource.PLANNER, VISIT, "p", "Bygglov: ärenden", None, True, False, etag="1"),
    Task("todo:1/1", TaskSource.TODO, "Ring fastighetsägaren", "1", "Mina", None, True, True),
    Article("intranet:1", ArticleSource.INTRANET, "Nya beslutsmallar gäller från 1 november", "", "", NOW),
    Workspace("team:bygg", WorkspaceKind.TEAM, "Bygglovsenheten"),
    Channel("channel:bygg/1", "team:bygg", "Ärenden"),
)
MOVED_DUE = Conflict(
    (
        Comparison(ComparedField.DUE, "2026-10-16", "2026-10-14"),
        Comparison(ComparedField.ASSIGNED, "Elin Ekhamn", "Elin Ekhamn"),
        Comparison(ComparedField.STATE, "open", "open"),
    ),
    "Samira Tjärnvik",
    NOW - timedelta(minutes=20),
)
GONE = Conflict(changed_by="Samira Tjärnvik", gone=True)
MOVED_MEETING = Conflict(
    (
        Comparison(ComparedField.START, "2026-10-15T11:00:00+00:00", "2026-10-16T08:30:00+00:00"),
        Comparison(ComparedField.END, "2026-10-15T12:30:00+00:00", "2026-10-16T10:00:00+00:00"),
        Comparison(ComparedField.PLACE, "Rum Ektorp", "Rum Ektorp"),
        Comparison(ComparedField.RESPONSE, "accepted", "not_answered"),
    ),
    "Pernilla Åskog",
    NOW - timedelta(hours=2),
)
CHANGED_TIME = Conflict(
    (
        Comparison(ComparedField.TITLE, "Läsa in ärendet", "Läsa in ärendet"),
        Comparison(ComparedField.START, "2026-10-14T12:12:00+00:00", "2026-10-14T13:00:00+00:00"),
        Comparison(ComparedField.INVITED, None, "Samira Tjärnvik"),
        Comparison(ComparedField.NOTES, None, "Ta med ritningarna."),
    )
)


class FilledOutbox:
    """Files at moments before ``now`` and brings each wish as far as it is said."""

    def __init__(self, screen: Connection, sync: Connection, now: datetime = NOW) -> None:
        self.screen, self.now = screen, now
        self.delivery = OutboxDelivery(sync)

    def file(
        self, minutes: int, kind: IntentKind, target: str, about: str = "", wish: Wish = NOTHING, hold: int = 0
    ) -> Intent:
        """File a wish so many minutes ago."""
        return file_intent(
            self.screen, kind, target, self.ago(minutes), wish, about=about, hold=timedelta(seconds=hold)
        )

    def ago(self, minutes: float) -> datetime:
        return self.now - timedelta(minutes=minutes)

    def collide(self, filed: Intent, conflict: Conflict, minutes: int = 1) -> Intent:
        """It has been sent without a network, then with one, and somebody else was there first."""
        self.delivery.sending(filed.id, self.ago(minutes + 2))
        self.delivery.wait(filed.id, OFFLINE, self.ago(minutes + 2))
        self.delivery.sending(filed.id, self.ago(minutes))
        self.delivery.needs_you(
            filed.id, Problem(ProblemKind.CHANGED_MEANWHILE, service="planner"), self.ago(minutes), conflict
        )
        return filed

    def confirm(self, filed: Intent, minutes: int, answer: str | None = None) -> Intent:
        self.delivery.sending(filed.id, self.ago(minutes))
        self.delivery.confirmed(filed.id, self.ago(minutes), answer)
        return filed

    # Conflicts

    def due_conflict(self) -> Intent:
        wish = DueChange(date(2026, 10, 16), None)
        return self.collide(self.file(50, IntentKind.CHANGE_DUE, "planner:1", DECISION, wish), MOVED_DUE, 20)

    def gone_comment(self) -> Intent:
        filed = self.file(45, IntentKind.COMMENT_TASK, "planner:9", "Lägenhet 3, Saltsjöbaden", Comment(COMMENT))
        return self.collide(filed, GONE, 18)

    def moved_meeting(self) -> Intent:
        wish = InvitationAnswer(Response.ACCEPTED, "Jag tar med kartan.", self.ago(-100), self.ago(-190))
        filed = self.file(40, IntentKind.ANSWER_INVITATION, "event:9", "Samråd om Tallbacken", wish)
        return self.collide(filed, MOVED_MEETING, 15)

    def changed_time(self) -> Intent:
        wish = TimeGivenBack("Läsa in ärendet", self.ago(-240), self.ago(-300), made_by="1")
        filed = self.file(36, IntentKind.GIVE_TIME_BACK, "event:7", wish.title, wish)
        return self.collide(filed, CHANGED_TIME, 34)

    # All of it

    def fill(self) -> None:
        """Every kind, every state."""
        self.confirm(
            self.file(500, IntentKind.CORRECT_ERROR, "service:karta", "Nybyggnadskarta", Remark("Tiden är fel.")), 32
        )
        accepted = InvitationAnswer(Response.ACCEPTED)
        self.confirm(self.file(31, IntentKind.ANSWER_INVITATION, "event:1", "Avstämning av remisser", accepted), 31)
        withdraw(
            self.screen,
            self.file(60, IntentKind.REPLY, "channel:bygg/1", "Bygglovsenheten, Ärenden", Reply("Jag kommer inte.")).id,
            self.ago(58),
        )
        self.due_conflict()
        self.file(39, IntentKind.COMPLETE_TASK, "planner:1", DECISION)
        self.gone_comment()
        self.moved_meeting()
        refused = self.file(38, IntentKind.REOPEN_TASK, "todo:1/1", "Ring fastighetsägaren")
        self.delivery.sending(refused.id, self.ago(37))
        self.delivery.needs_you(refused.id, Problem(ProblemKind.ACCESS_DENIED, service="todo"), self.ago(37))
        prepared = ReservedTime("Förbereda samrådet", self.ago(-330), self.ago(-390))
        self.confirm(self.file(35, IntentKind.RESERVE_TIME, "calendar:", prepared.title, prepared), 34, "event:6")
        not_needed = TimeGivenBack("Restid till Boo", self.ago(-420), self.ago(-450), made_by="2")
        self.file(25, IntentKind.GIVE_TIME_BACK, "event:8", not_needed.title, not_needed)
        self.file(24, IntentKind.COMPLETE_TASK, "planner:2", VISIT)
        self.file(
            20, IntentKind.REPLY, "channel:bygg/1", "Bygglovsenheten, Ärenden",
            Reply("Ja, måtten stämmer med kartan.", "message:1"),
        )  # fmt: skip
        read = Acknowledgement(self.ago(17))
        self.file(17, IntentKind.ACKNOWLEDGE_ARTICLE, "intranet:1", "Nya beslutsmallar gäller från 1 november", read)
        busy = self.file(12, IntentKind.CREATE_TASK, "todo:", "", NewTask("Ta med lasern", date(2026, 10, 15)))
        later = Problem(ProblemKind.THROTTLED, service="todo", retry_at=self.ago(-8))
        self.delivery.sending(busy.id, self.ago(11))
        self.delivery.wait(busy.id, later, self.ago(11), self.ago(-8))
        lost = self.file(
            10,
            IntentKind.RESERVE_TIME,
            "calendar:",
            "",
            ReservedTime("Läsa handlingar", self.ago(-100), self.ago(-160)),
        )
        self.delivery.sending(lost.id, self.ago(9))
        self.delivery.unknown(lost.id, Problem(ProblemKind.TIMED_OUT, service="outlook"), self.ago(9), self.ago(-2))
        question = Remark("Gäller taxan från i dag eller från nämndens beslut?", "https://intranat.nacka.example/taxa")
        sending = self.file(5, IntentKind.ASK_QUESTION, "intranet:2", "Ny taxa för bygglov", question)
        self.delivery.sending(sending.id, self.ago(0.1))
        self.file(
            4, IntentKind.SEND_IDEA, "service:karta", "Nybyggnadskarta", Remark("Visa priset före beställningen.")
        )
        self.file(0, IntentKind.COMMENT_TASK, "planner:2", VISIT, Comment("Nyckeln hänger på kroken."), hold=6)


def unreadable(screen: Connection, filed: Intent) -> None:
    """What no version of the program has written stands in the payload."""
    with writing_mine(screen):
        screen.execute("UPDATE mine.outbox SET payload = '{\"what\": 1}' WHERE id = ?", (filed.id,))
