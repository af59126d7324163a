"""The deliveries that the matrix tries: one line for each kind of wish and service that it can go to.

A new kind of wish is added here; ``test_every_delivery_has_a_case`` fails until it is. A case says what the wish is
about, how to make the town as it was before anybody wished, and how often the wish shows in the town.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from tests.faults.stage import Stage
from workplace_app.domain.event import Response
from workplace_app.domain.intent import IntentKind
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
from workplace_app.store.connection_type import Connection

CHANGE, REPLY, READ_BACK = "change", "reply", "read-back"
"""The change meets the fault on its way there; it is made and its answer meets the fault; after an attempt without an
answer the world is read first, and that question meets the fault."""
Json = Mapping[str, Any]


@dataclass(frozen=True)
class DeliveryCase:
    """One kind of wish to one service.

    What it is about is the first row of ``table`` ("": no row, but the prefix itself) in the filled cache of ``feed``
    whose id begins with ``prefix``, or (``in_list``) that task's list; ``among`` narrows the rows. ``address`` is where
    that can be read (of ``origin`` cms: the town's control knows what the dialogue has received), and ``times`` how
    often the wish shows there: ``mark`` is a word that no other cell uses. ``undo`` is the change that puts the town
    back; ``put_back_by`` does it where that takes another road, and ``made_before`` makes what the wish is about, which
    an earlier wish has made. ``requests`` are how many may be made for one wish: two
    where the service knows it by its id.
    """

    id: str
    kind: IntentKind
    feed: str
    prefix: str
    address: Callable[[str], str]
    times: Callable[[Json, str], int]
    undo: Json = field(default_factory=dict)
    wish: Callable[[str], Wish] = lambda _mark: Nothing()
    in_list: bool = False
    table: str = "tasks"
    among: str = "1"
    origin: str = "graph"
    put_back_by: Callable[[Stage, str], None] | None = None
    reads_back: bool = True
    requests: int = 1
    made_before: Callable[[Stage, str], str] | None = None

    def target(self, connection: Connection) -> str:
        if not self.table:
            return f"{self.prefix}:"
        row = connection.execute(
            f"SELECT id FROM main.{self.table} WHERE id LIKE ? AND {self.among} ORDER BY id LIMIT 1",
            (f"{self.prefix}:%",),
        ).fetchone()
        assert row is not None, self.id
        return str(row[0]).rpartition("/")[0] if self.in_list else str(row[0])

    def read(self, stage: Stage, target: str) -> dict[str, Any]:
        """The thing as the town has it."""
        if self.origin == "cms":
            return stage.town.look("dialogue")
        answer = stage.town.web.get(
            f"{stage.town.graph}{self.address(target)}", headers={"authorization": stage.authorization["graph"]}
        )
        assert answer.status_code == 200, answer.text
        content: dict[str, Any] = answer.json()
        return content

    def put_back(self, stage: Stage, target: str, mark: str) -> dict[str, Any]:
        """The town as if nobody had wished; gives the thing as it is then."""
        now = self.read(stage, target)
        if self.put_back_by is not None and self.times(now, mark):
            self.put_back_by(stage, target)
            now = self.read(stage, target)
        if self.undo:
            headers = {"authorization": stage.authorization["graph"], "content-type": "application/json"}
            if "@odata.etag" in now:
                headers["if-match"] = now["@odata.etag"]
            address = f"{stage.town.graph}{self.address(target)}"
            answer = stage.town.web.patch(address, headers=headers, content=json.dumps(self.undo).encode())
            assert answer.status_code < 300, answer.text
            now = self.read(stage, target)
        assert not self.times(now, mark), self.id
        return now


def _identity(target: str) -> str:
    return target.partition(":")[2]


def _todo(target: str) -> str:
    list_id, _, task_id = _identity(target).partition("/")
    return f"/me/todo/lists/{list_id}/tasks/{task_id}"


def _todo_list(target: str) -> str:
    return f"/me/todo/lists/{_identity(target)}/tasks?$top=200"


def _planner(target: str) -> str:
    return f"/planner/tasks/{_identity(target)}"


def _mail(target: str) -> str:
    return f"/me/messages/{_identity(target)}"


def _chat(target: str) -> str:
    return f"/chats/{_identity(target)}/messages?$top=50"


def _calendar(_target: str) -> str:
    return "/me/calendarView?startDateTime=2026-10-14T00:00:00Z&endDateTime=2026-10-15T00:00:00Z&$top=200"


def _counted(answer: Json, mark: str) -> int:
    return sum(mark in json.dumps(item) for item in answer["value"])


def _due_in_november(task: Json, _mark: str) -> int:
    return int("2026-11" in json.dumps(task.get("dueDateTime")))


def _event(target: str) -> str:
    return f"/me/events/{_identity(target)}"


def _unsure(stage: Stage, target: str) -> None:
    """An answer cannot be taken back, but another one can be given."""
    headers = {"authorization": stage.authorization["graph"], "content-type": "application/json"}
    address = f"{stage.town.graph}{_event(target)}/tentativelyAccept"
    answer = stage.town.web.post(address, headers=headers, content=b'{"sendResponse": false}')
    assert answer.status_code < 300, answer.text


def _time_taken(stage: Stage, mark: str) -> str:
    """An event that an earlier wish, called as the mark, has made; its id."""
    headers = {"authorization": stage.authorization["graph"], "content-type": "application/json"}
    moments = {
        name: {"dateTime": moment.strftime("%Y-%m-%dT%H:%M:%S"), "timeZone": "UTC"}
        for name, moment in (("start", TAKEN), ("end", STARTS))
    }
    content = json.dumps({"subject": mark, **moments, "transactionId": mark}).encode()
    answer = stage.town.web.post(f"{stage.town.graph}/me/events", headers=headers, content=content)
    assert answer.status_code == 201, answer.text
    return f"event:{answer.json()['id']}"


def _not_acknowledged(stage: Stage, target: str) -> None:
    stage.town.order("dialogue/forget", article=_identity(target))


def _acknowledged(log: Json, _mark: str) -> int:
    return len(log["acknowledgements"])


def _received(log: Json, mark: str) -> int:
    return sum(remark["text"] == mark for remark in log["remarks"])


STARTS, ENDS = datetime(2026, 10, 14, 9, tzinfo=UTC), datetime(2026, 10, 14, 10, tzinfo=UTC)
TAKEN = datetime(2026, 10, 14, 0, 30, tzinfo=UTC)
SEEN, WISHED = date(2026, 10, 20), date(2026, 11, 20)
COMPLETE, REOPEN = IntentKind.COMPLETE_TASK, IntentKind.REOPEN_TASK
DUE, COMMENT, CREATE = IntentKind.CHANGE_DUE, IntentKind.COMMENT_TASK, IntentKind.CREATE_TASK
REPLIES, RESERVE = IntentKind.REPLY, IntentKind.RESERVE_TIME
ASK, SUGGEST, CORRECT = IntentKind.ASK_QUESTION, IntentKind.SEND_IDEA, IntentKind.CORRECT_ERROR
ANSWER, ACKNOWLEDGE = IntentKind.ANSWER_INVITATION, IntentKind.ACKNOWLEDGE_ARTICLE
READ_AT = datetime(2026, 10, 14, 7, tzinfo=UTC)


def _to_the_dialogue(
    name: str,
    kind: IntentKind,
    times: Callable[[Json, str], int],
    wish: Callable[[str], Wish],
    put_back_by: Callable[[Stage, str], None] | None = None,
) -> DeliveryCase:
    """What is put under an id of ours: sent again without a look, and taken once."""
    return DeliveryCase(
        name,
        kind,
        "intranet_news",
        "intranet",
        _identity,
        times,
        wish=wish,
        table="articles",
        origin="cms",
        put_back_by=put_back_by,
        reads_back=False,
        requests=2,
    )


CASES = (
    DeliveryCase(
        "complete-planner",
        COMPLETE,
        "planner",
        "planner",
        _planner,
        lambda task, _: int(task["percentComplete"] == 100),
        {"percentComplete": 0},
    ),
    DeliveryCase(
        "reopen-planner",
        REOPEN,
        "planner",
        "planner",
        _planner,
        lambda task, _: int(task["percentComplete"] == 0),
        {"percentComplete": 100},
    ),
    DeliveryCase(
        "due-planner",
        DUE,
        "planner",
        "planner",
        _planner,
        _due_in_november,
        {"dueDateTime": "2026-10-20T10:00:00Z"},
        wish=lambda _mark: DueChange(WISHED, SEEN),
    ),
    DeliveryCase(
        "complete-todo",
        COMPLETE,
        "todo",
        "todo",
        _todo,
        lambda task, _: int(task["status"] == "completed"),
        {"status": "notStarted"},
    ),
    DeliveryCase(
        "reopen-todo",
        REOPEN,
        "todo",
        "todo",
        _todo,
        lambda task, _: int(task["status"] != "completed"),
        {"status": "completed"},
    ),
    DeliveryCase(
        "due-todo",
        DUE,
        "todo",
        "todo",
        _todo,
        _due_in_november,
        {"dueDateTime": {"dateTime": "2026-10-20T00:00:00", "timeZone": "Europe/Stockholm"}},
        wish=lambda _mark: DueChange(WISHED, SEEN),
    ),
    DeliveryCase(
        "comment-todo",
        COMMENT,
        "todo",
        "todo",
        _todo,
        lambda task, mark: json.dumps(task.get("body")).count(mark),
        wish=Comment,
    ),
    DeliveryCase(
        "create-todo",
        CREATE,
        "todo",
        "todo",
        _todo_list,
        lambda tasks, mark: sum(task["title"] == mark for task in tasks["value"]),
        wish=NewTask,
        in_list=True,
    ),
    DeliveryCase(
        "reply-chat",
        REPLIES,
        "chats",
        "chat",
        _chat,
        _counted,
        wish=Reply,
        table="workspaces",
    ),
    DeliveryCase(
        "reserve-time",
        RESERVE,
        "calendar",
        "calendar",
        _calendar,
        _counted,
        wish=lambda mark: ReservedTime(mark, STARTS, ENDS),
        reads_back=False,
        requests=2,
        table="",
    ),
    DeliveryCase(
        "complete-mail",
        COMPLETE,
        "mail",
        "mail",
        _mail,
        lambda mail, _: int(mail["flag"]["flagStatus"] == "complete"),
        {"flag": {"flagStatus": "flagged"}},
    ),
)
LATER_CASES = (
    DeliveryCase(
        "answer-invitation",
        ANSWER,
        "calendar",
        "event",
        _event,
        lambda event, _: int(event["responseStatus"]["response"] == "accepted"),
        wish=lambda _mark: InvitationAnswer(Response.ACCEPTED),
        table="events",
        among="response NOT IN ('organizer') AND NOT cancelled",
        put_back_by=_unsure,
    ),
    _to_the_dialogue("ask-question", ASK, _received, Remark),
    _to_the_dialogue("send-idea", SUGGEST, _received, Remark),
    _to_the_dialogue("correct-error", CORRECT, _received, Remark),
    _to_the_dialogue(
        "acknowledge", ACKNOWLEDGE, _acknowledged, lambda _mark: Acknowledgement(READ_AT), _not_acknowledged
    ),
    DeliveryCase(
        "give-time-back",
        IntentKind.GIVE_TIME_BACK,
        "calendar",
        "event",
        _calendar,
        lambda answer, mark: int(not _counted(answer, mark)),
        wish=lambda mark: TimeGivenBack(mark, TAKEN, STARTS, made_by=mark),
        table="events",
        made_before=_time_taken,
    ),
)
"""A case that is added comes after the others, so that ``make test`` goes on playing the cells that it has played."""
ALL_CASES = (*CASES, *LATER_CASES)
