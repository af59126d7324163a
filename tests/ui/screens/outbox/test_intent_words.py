"""What each wish is called, where it goes and how it stands, in the user's words."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.opened import open_window
from tests.ui.screens.outbox.full_outbox import COMMENT, DECISION, FACTS, VISIT, FilledOutbox, unreadable
from tests.ui.shell_parts import NOW
from ui.dates import local
from ui.screens.outbox.intent_rows import IntentRow, intent_row, rows_of
from workplace_app.domain.event import Response
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.wishes import DueChange, InvitationAnswer, Reply, payload_of
from workplace_app.store.outbox_filing import keep_mine, keep_theirs, withdraw
from workplace_app.store.outbox_reader import intent, pending_intents, sent_intents
from workplace_app.store.task_reader import tasks_named


@pytest.fixture
def filled(qapp: QApplication, tmp_path: Path) -> Iterator[FilledOutbox]:
    made = open_window(qapp, tmp_path, facts=FACTS)
    filled = FilledOutbox(made.connection, made.sync)
    filled.fill()
    yield filled
    made.close()


def rows(filled: FilledOutbox) -> list[IntentRow]:
    connection = filled.screen
    intents = [*pending_intents(connection), *sent_intents(connection, NOW - timedelta(days=1))]
    seen = tasks_named(connection, {intent.target_id for intent in intents}, local(NOW))
    return rows_of(intents, {task_id: each.task for task_id, each in seen.items()}, NOW, offline=False)


def test_every_kind_says_what_it_does_and_where_it_goes(filled: FilledOutbox, swedish: None) -> None:
    said = {(row.intent.kind, row.title, row.place) for row in rows(filled)}
    planner, mine = "Planner, Bygglov: ärenden", "To Do, Mina"
    assert said == {
        (IntentKind.CHANGE_DUE, f"Flytta till 16 oktober: {DECISION}", "Planner, Bygglov: beslut"),
        (IntentKind.COMPLETE_TASK, f"Klar: {DECISION}", "Planner, Bygglov: beslut"),
        (
            IntentKind.COMMENT_TASK,
            f"Kommentar till Lägenhet 3, Saltsjöbaden: ”{COMMENT}”",
            "Planner",
        ),
        (IntentKind.ANSWER_INVITATION, "Tackat ja: Samråd om Tallbacken: ”Jag tar med kartan.”", "Kalender"),
        (IntentKind.REOPEN_TASK, "Öppna igen: Ring fastighetsägaren", mine),
        (IntentKind.COMPLETE_TASK, f"Klar: {VISIT}", planner),
        (IntentKind.REPLY, "Svar i Bygglovsenheten, Ärenden: ”Ja, måtten stämmer med kartan.”", "Teams"),
        (
            IntentKind.ACKNOWLEDGE_ARTICLE,
            "Läst: Nya beslutsmallar gäller från 1 november",
            "Intranätet, kvitteras med tiden 07:55",
        ),
        (IntentKind.CREATE_TASK, "Ny uppgift: Ta med lasern", "To Do, sista dag 15 oktober"),
        (IntentKind.RESERVE_TIME, "Tid bokad: Förbereda samrådet", "Kalender, i dag 13:42–14:42"),
        (IntentKind.GIVE_TIME_BACK, "Tid borttagen: Restid till Boo", "Kalender, i dag 15:12–15:42"),
        (IntentKind.RESERVE_TIME, "Tid bokad: Läsa handlingar", "Kalender, i dag 09:52–10:52"),
        (
            IntentKind.ASK_QUESTION,
            "Fråga om Ny taxa för bygglov: ”Gäller taxan från i dag eller från nämndens beslut?”",
            "Kommunen",
        ),
        (IntentKind.SEND_IDEA, "Förslag om Nybyggnadskarta: ”Visa priset före beställningen.”", "Kommunen"),
        (IntentKind.COMMENT_TASK, f"Kommentar till {VISIT}: ”Nyckeln hänger på kroken.”", planner),
        (IntentKind.ANSWER_INVITATION, "Tackat ja: Avstämning av remisser", "Kalender"),
        (IntentKind.CORRECT_ERROR, "Rättelse av Nybyggnadskarta: ”Tiden är fel.”", "Kommunen"),
    }


def test_how_far_each_has_come_is_said_in_words(filled: FilledOutbox, swedish: None) -> None:
    said = {row.standing.words for row in rows(filled)}
    assert said == {
        "Välj version",
        "Behöver dig",
        "Väntar",
        "Väntar till 08:20",
        "Kan tas tillbaka i 6 s",
        "Skickas",
        "Vi vet inte",
        "Framme 07:38",
        "Framme 07:40",
        "Framme 07:41",
    }
    unknown = next(row for row in rows(filled) if row.intent.state is IntentState.UNKNOWN)
    assert unknown.words.endswith("Vi vet inte om det kom fram. Vi tittar efter innan vi skickar igen.")


@pytest.mark.parametrize(
    ("kind", "payload", "title"),
    [
        (IntentKind.CHANGE_DUE, payload_of(DueChange(None, None)), "Inget sista datum: X"),
        (IntentKind.ANSWER_INVITATION, payload_of(InvitationAnswer(Response.TENTATIVE)), "Kanske: X"),
        (IntentKind.ANSWER_INVITATION, payload_of(InvitationAnswer(Response.DECLINED)), "Tackat nej: X"),
        (IntentKind.REPLY, payload_of(Reply("Rad ett\n\nRad två {title}")), "Svar i X: ”Rad ett Rad två {title}”"),
    ],
)
def test_what_is_asked_for_is_told_in_the_title(
    qapp: QApplication, swedish: None, kind: IntentKind, payload: str, title: str
) -> None:
    wished = Intent("1", kind, "planner:1", payload, IntentState.WAITING, NOW, about="X")
    (row,) = rows_of([wished], {}, NOW, offline=False)
    assert row.title == title


@pytest.mark.parametrize("kind", IntentKind)
@pytest.mark.parametrize("payload", ["", "null", "[]", "{", '{"text": 5}', '{"due": 7, "seen": null}', "[" * 100_000])
def test_no_payload_stops_the_others(qapp: QApplication, kind: IntentKind, payload: str) -> None:
    junk = Intent("1", kind, "planner:1", payload, IntentState.WAITING, NOW, about="Ring {what}")
    sound = Intent("2", IntentKind.COMPLETE_TASK, "planner:2", "{}", IntentState.WAITING, NOW, about="Boka")
    broken, whole = rows_of([junk, sound], {}, NOW, offline=False)
    assert "Ring {what}" in broken.title or not broken.readable
    assert whole.title == "Done: Boka"


def test_a_payload_that_cannot_be_read_says_so(filled: FilledOutbox, swedish: None) -> None:
    broken = next(row.intent for row in rows(filled) if row.intent.kind is IntentKind.SEND_IDEA)
    unreadable(filled.screen, broken)
    said = next(row for row in rows(filled) if row.id == broken.id)
    assert said.title == "Förslag om Nybyggnadskarta"
    assert said.standing.words == "Går inte att läsa"


def test_who_takes_back_what_they_had_decided_to_send_has_taken_it_back_and_who_gives_way_has_let_it_go(
    filled: FilledOutbox,
) -> None:
    """The other version stays to be read with both."""
    said = []
    for decide in (keep_mine, keep_theirs):
        collided = intent(filled.screen, filled.due_conflict().id)
        assert collided is not None
        decide(filled.screen, collided, NOW)
        withdraw(filled.screen, collided.id, NOW)
        gone = intent(filled.screen, collided.id)
        assert gone is not None
        assert gone.conflict is not None
        said.append(intent_row(gone, None, NOW, offline=False).standing.words)
    assert said == ["Taken back 08:12", "Let go 08:12"]
