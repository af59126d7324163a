"""Drift information is open to all: whoever has not signed in sees what is disturbed, and when nobody knows."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import NOW
from ui.disruption_notes import DisruptionNotes
from ui.screens.sign_in.sign_in_screen import SignInScreen
from ui.widgets.labels import Paragraph
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.store.feed_ledger import FeedLedger

WATER = Disruption(
    "disruption:1",
    "Vattnet är avstängt",
    "Gäller Fisksätra.",
    NOW - timedelta(hours=1),
    ends=NOW + timedelta(hours=2),
)


@pytest.fixture
def nobody(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    made = open_window(qapp, tmp_path, {"sign_in": SignInScreen}, facts=(WATER,))
    made.workplace.enter(made.connection, PUBLIC_ACCOUNT, Municipality("Nacka"), made.requests)
    yield made
    made.close()


def page(made: Opened) -> SignInScreen:
    found = made.workplace.pages.shown
    assert isinstance(found, SignInScreen)
    return found


def said(made: Opened) -> list[str]:
    QApplication.processEvents()  # Qt shows what is put into a layout a moment later
    notes = page(made).findChild(DisruptionNotes)
    assert notes is not None
    return [each.words for each in notes.findChildren(Paragraph) if each.isVisibleTo(page(made))]


def test_what_is_disturbed_stands_there_until_its_end(nobody: Opened) -> None:
    assert said(nobody) == ["<b>Vattnet är avstängt</b> Gäller Fisksätra."]
    nobody.clock.pass_time(timedelta(hours=3))
    nobody.workplace.pages.tick(nobody.clock())
    assert said(nobody) == []


def test_a_source_that_fails_is_not_a_quiet_day(nobody: Opened) -> None:
    FeedLedger(nobody.sync).fail("disruptions", Problem(ProblemKind.TIMED_OUT, service="public"), NOW)
    page(nobody).refresh(frozenset({ChangeKind.FEED_STATE}))
    assert "We do not know whether more is disturbed." in said(nobody)[-1]
