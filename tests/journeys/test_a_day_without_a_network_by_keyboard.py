"""A day in a basement, by keyboard alone: everything that can be done waits in the outbox, and takes effect once when
the network is back."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from tests.journeys.desk import Desk, translate
from tests.journeys.hands import Hands
from tests.journeys.network import Watch, find_network, lose_network, strip, until_settled
from tests.journeys.town import ELIN, Town
from ui.dates import local
from ui.screens.today.day_choice import offered_days
from workplace_app.clock import now_utc
from workplace_app.domain.as_seen import NewsFilter, Recipient
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.workspace import Workspace, WorkspaceKind
from workplace_app.store.feed_state_reader import place_state
from workplace_app.store.news_reader import articles
from workplace_app.store.outbox_reader import pending_intents, sent_intents
from workplace_app.store.reminder_reader import open_reminders
from workplace_app.store.task_reader import open_tasks
from workplace_app.store.workspace_reader import channels, workspaces

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
IN_PLANNER, IN_TODO = "Klart på fredag – hälsar Elin.", "Behöver kartan först."
IN_CHAT, IN_CHANNEL = "Jag kommer kl. 10.", "Tack, då vet vi."
QUESTION, IDEA, CORRECTION = "Gäller det också oss i Fisksätra?", "Lägg till ett exempel.", "Numret är fel."
EVERYTHING = Counter(
    {
        IntentKind.COMPLETE_TASK: 1,
        IntentKind.CHANGE_DUE: 1,
        IntentKind.COMMENT_TASK: 2,
        IntentKind.ANSWER_INVITATION: 1,
        IntentKind.RESERVE_TIME: 1,
        IntentKind.ACKNOWLEDGE_ARTICLE: 1,
        IntentKind.REPLY: 2,
        IntentKind.ASK_QUESTION: 1,
        IntentKind.SEND_IDEA: 1,
        IntentKind.CORRECT_ERROR: 1,
    }
)


def _tasks(desk: Desk, source: TaskSource) -> list[Task]:
    listed = open_tasks(desk.connection, local(now_utc())).rows
    return [seen.task for seen in listed if seen.task.source is source]


def _places(desk: Desk, kind: WorkspaceKind) -> list[Workspace]:
    return [seen.workspace for seen in workspaces(desk.connection, now_utc(), frozenset({kind})).rows]


def _read_teams_while_one_can(desk: Desk, hands: Hands) -> tuple[str, str]:
    """Open a channel and a chat, as one does in the office; their titles."""
    hands.press("Ctrl+3", "Shift+F6")
    desk.until(lambda: bool(_places(desk, WorkspaceKind.CHAT) and _places(desk, WorkspaceKind.TEAM)))
    team = next(each for each in _places(desk, WorkspaceKind.TEAM) if channels(desk.connection, each.id))
    chat = _places(desk, WorkspaceKind.CHAT)[0]
    channel = channels(desk.connection, team.id)[0]
    hands.go_down_to(team.title)
    hands.press("Return")
    hands.tab_to(channel.title)
    hands.press("Return")
    desk.until(lambda: "öppna tråden" in desk.words(), desk.words)
    hands.tab_to("öppna tråden")
    hands.press("Return", "R")
    hands.press("Esc")
    hands.press("Shift+F6", "Shift+F6")
    hands.go_down_to(chat.title)
    desk.until(lambda: place_state(desk.connection, chat.id).fetched_at is not None)
    return team.title, channel.title


def _work_with_tasks(desk: Desk, hands: Hands) -> tuple[list[Task], Task, date]:
    """Tick, move and comment in Planner, comment in To Do; those tasks, and the day of the one that was moved."""
    planner, todo = _tasks(desk, TaskSource.PLANNER)[:3], _tasks(desk, TaskSource.TODO)[0]
    ticked, moved, commented = planner
    hands.press("Ctrl+1")
    hands.command("Alla mina uppgifter")
    hands.go_down_to(ticked.title)
    hands.press("Space")
    assert hands.spoken.startswith("klar, ")
    assert hands.spoken.endswith(", väntar")
    hands.go_down_to(moved.title)
    hands.press("D")
    (day,) = [each for each in offered_days(local(now_utc()).date()) if each.name == "Nästa vecka"]
    hands.tab_to(day.name)
    hands.press("Return")
    assert "försenad" not in hands.spoken, "it has a day to come now"
    for task, words in ((commented, IN_PLANNER), (todo, IN_TODO)):
        hands.go_down_to(task.title)
        hands.press("C")
        hands.write(words)
        hands.press("Ctrl+Return")
        assert desk.program.workplace._toasts.current_text == "Kommentaren skickas när nätet är tillbaka."
        assert task.title in hands.spoken, "the focus is on the row again"
    assert day.day is not None
    return planner, todo, day.day


def _work_with_calendar(hands: Hands) -> None:
    hands.press("Alt+Left")
    hands.press("F6")
    hands.go_down_to("obesvarad")
    hands.press("J")
    assert hands.spoken.endswith("tackat ja, väntar")
    hands.press("B")
    hands.write("Skriva beslut")
    hands.press("Return")
    assert "tackat ja" in hands.spoken, "the focus is on the row again"


def _acknowledge_and_ask(desk: Desk, hands: Hands) -> None:
    """From the card to the article, where something is asked and suggested too, and an error corrected on a service."""
    hands.tab_to("Läs och kvittera")
    hands.press("Return", "K")
    assert "Kvitterad" in hands.spoken
    for command, words in (("Fråga om sidan", QUESTION), ("Föreslå något om sidan", IDEA)):
        hands.command(command)
        hands.write(words)
        hands.press("Ctrl+Return")
        assert "Kvitterad" in hands.spoken, "the focus is on the article's row again"
    hands.press("Ctrl+4", "Down")
    hands.command("Rätta ett fel på sidan")
    hands.write(CORRECTION)
    hands.press("Ctrl+Return", "Ctrl+R")
    hands.tab_to(translate("reminders", "Tomorrow morning"))
    hands.press("Return")
    (reminder,) = open_reminders(desk.connection)
    assert desk.program.workplace._toasts.current_text.startswith("Du får en påminnelse i morgon 08:00")
    assert reminder.subject.title in hands.spoken


def _reply(hands: Hands, team: str, channel: str) -> None:
    hands.press("Ctrl+3", "Shift+F6")  # the chat is chosen still
    hands.press("R")
    hands.write(IN_CHAT)
    hands.press("Ctrl+Return")
    assert hands.spoken == "Svara"
    hands.press("Shift+F6", "Shift+F6")
    hands.go_down_to(team)
    hands.press("Return")
    hands.tab_to(channel)
    hands.press("Return")
    hands.tab_to("öppna tråden")
    hands.press("Return", "R")
    hands.write(IN_CHANNEL)
    hands.press("Ctrl+Return")
    assert hands.spoken == "Svara"


def _posts(town: Town, ending: str) -> list[int]:
    """How posts to addresses that end so were answered."""
    asked = town.requests(origin="graph")
    return [one["status"] for one in asked if one["method"] == "POST" and one["path"].endswith(ending)]


def _all_that_took_effect(desk: Desk, town: Town, planner: list[Task], todo: Task, day: date) -> None:
    """In the town's own state and log: everything, once."""
    tasks = {each["id"]: each for each in town.state("tasks")["tasks"]}
    ticked, moved, commented = (tasks[each.id.partition(":")[2]] for each in planner)
    assert ticked["done"]
    assert moved["due"] == day.isoformat()
    assert [IN_PLANNER in words for words in commented["words"]].count(True) == 1
    (notes,) = next(each["words"] for task_id, each in tasks.items() if todo.id.endswith(task_id))
    assert notes.count(IN_TODO) == 1
    dialogue = town.state("dialogue")
    assert [each["puts"] for each in dialogue["acknowledgements"]] == [1]
    asked = Counter((each["kind"], each["text"]) for each in dialogue["remarks"] if each["puts"])
    assert asked == Counter([("question", QUESTION), ("idea", IDEA), ("correction", CORRECTION)])
    for ending, status in (("/accept", 202), ("/events", 201), ("/replies", 201), ("/messages", 201)):
        assert _posts(town, ending) == [status], ending
    listed = articles(desk.connection, NewsFilter.ALL, Recipient(), now_utc(), limit=200).rows
    (acknowledged,) = [each.id for each in listed if each.acknowledged_at is not None]
    assert acknowledged == f"intranet:{dialogue['acknowledgements'][0]['article'].removeprefix('intranet:')}"


def test_a_day_without_a_network_by_keyboard(desk: Desk, town: Town) -> None:
    watch = Watch()
    desk.start(town.municipality, clock=watch)
    desk.sign_in(town.robot(ELIN))
    until_settled(desk)
    hands = Hands(desk)
    hands.come_to()
    team, channel = _read_teams_while_one_can(desk, hands)

    lose_network(desk, town)
    planner, todo, day = _work_with_tasks(desk, hands)
    desk.until(lambda: strip(desk).endswith(", 4 väntar"), lambda: strip(desk))  # no longer tries one of them
    _work_with_calendar(hands)
    _acknowledge_and_ask(desk, hands)
    _reply(hands, team, channel)
    waiting = sum(EVERYTHING.values())
    desk.until(lambda: strip(desk).endswith(f", {waiting} väntar"), lambda: strip(desk))
    assert Counter(each.kind for each in pending_intents(desk.connection)) == EVERYTHING
    hands.command("Visa utkorgen")
    desk.until_it_says(f"Väntar på nät, {waiting}")
    assert "Kan tas tillbaka" not in desk.words(), "it can be for as long as there is no network: nobody need hurry"
    assert {each.state for each in pending_intents(desk.connection)} == {IntentState.WAITING}

    watch.wind_on(timedelta(seconds=30))
    town.order("requests/reset")
    find_network(town)
    said: set[str] = set()

    def told() -> bool:
        said.add(desk.program.workplace._toasts.current_text)
        return any(re.fullmatch(rf"{waiting} saker skickade \d\d:\d\d", each) for each in said)

    desk.until(told, lambda: (said, strip(desk)))
    sent = sent_intents(desk.connection, watch() - timedelta(hours=1))
    assert Counter(each.kind for each in sent) == EVERYTHING
    assert pending_intents(desk.connection) == ()
    desk.until(lambda: desk.words().count("Framme ") >= waiting, desk.words)
    desk.until(lambda: "väntar" not in strip(desk), lambda: strip(desk))
    _all_that_took_effect(desk, town, planner, todo, day)
