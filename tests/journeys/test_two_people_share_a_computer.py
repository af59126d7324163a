"""Two people and one tablet, by keyboard alone: each finds their own things, and nothing of the other."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.desk import Desk, bytes_below
from tests.journeys.hands import Hands
from tests.journeys.network import Watch, lose_network, until_settled
from tests.journeys.town import ELIN, Town
from tests.journeys.traces import keys_in_memory, tasks_of, traces
from workplace_app.store.drafts import Drafts
from workplace_app.store.outbox_reader import pending_intents

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
JONAS = "jonas.tallmo@nacka.example"
CODE = "lingon 4711"
COPIED = "Elins telefonnummer 070-000 00 00"
BEGUN = "Elin har börjat skriva om grannen"
BY_JONAS = "Jonas egen uppgift om bron"


def _choose_code(desk: Desk, hands: Hands) -> None:
    desk.go("settings", "account")
    hands.tab_to("Välj en låskod")
    hands.press("Return")
    hands.write(CODE)
    hands.press("Return")
    hands.write(CODE)
    hands.press("Return")
    desk.until(lambda: desk.program.people.has_code)
    desk.until_it_says("Byt låskod")


def _sign_in_as_somebody_else(desk: Desk, hands: Hands, town: Town, who: str) -> None:
    desk.browser.robot = town.robot(who)
    hands.tab_to("Byt person")
    hands.press("Return")
    hands.tab_to("Någon annan")
    hands.press("Return")
    desk.until(lambda: desk.place == "today", desk.words)


def _unlock_by_code(desk: Desk, hands: Hands) -> None:
    desk.until(lambda: hands.spoken == "Din låskod", lambda: hands.spoken)
    hands.write(CODE)
    hands.press("Return")
    desk.until(lambda: desk.place not in ("sign_in", ""), desk.words)


@pytest.mark.parametrize("online", [True, False], ids=["with a network", "without one"])
def test_two_people_share_a_computer(desk: Desk, town: Town, *, online: bool) -> None:
    watch = Watch()
    desk.start(town.municipality, clock=watch)
    desk.sign_in(town.robot(ELIN))
    until_settled(desk)
    hands = Hands(desk)
    hands.come_to()
    elins = tasks_of(desk) | {COPIED, BEGUN}
    assert len(elins) > 5
    _choose_code(desk, hands)
    hands.press("Ctrl+1", "Ctrl+N")
    hands.write(BEGUN)
    hands.press("Esc")
    QApplication.clipboard().setText(COPIED)
    assert traces(desk, elins), "or nothing could be found at all"

    hands.press("Ctrl+Shift+L")
    desk.until_it_says("Elin Ekhamn är låst", "Lås upp")
    assert not traces(desk, elins)

    _sign_in_as_somebody_else(desk, hands, town, JONAS)
    until_settled(desk)
    jonas = (tasks_of(desk) | {BY_JONAS}) - elins
    assert len(jonas) > 5
    assert not traces(desk, elins - tasks_of(desk))
    if not online:
        lose_network(desk, town)
    hands.press("Ctrl+1", "Ctrl+N")
    hands.write(BY_JONAS)
    hands.press("Return")
    desk.until(lambda: BY_JONAS in tasks_of(desk))

    hands.command("Byt person …")
    desk.until_it_says("Elin Ekhamn, Bygglovsenheten · Låser upp med låskod")
    hands.press("Return")
    desk.until_it_says("Du har ingen låskod")
    hands.tab_to("Lås ändå")
    hands.press("Return")
    _unlock_by_code(desk, hands)
    assert not traces(desk, jonas - tasks_of(desk))
    desk.go("today")
    desk.until(lambda: bool(elins & set(tasks_of(desk))))
    assert Drafts(desk.connection).text("new_task") == BEGUN
    assert not pending_intents(desk.connection), "what Jonas filed is his own"
    assert len([path for path in (desk.folders.data / "accounts").iterdir() if path.is_dir()]) == 3
    for path, content in bytes_below(desk.folders.data):
        assert not [mark for mark in ("Ekhamn", "Tallmo", CODE) if mark.encode() in content], path


def test_a_locked_account_stays_locked_over_a_restart_and_its_key_leaves_the_memory(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    until_settled(desk)
    hands = Hands(desk)
    hands.come_to()
    elins = tasks_of(desk)
    _choose_code(desk, hands)
    desk.close()
    elins_key = desk.folders.current_account.read_text(encoding="ascii")

    desk.start(town.municipality)
    hands.come_to()
    desk.until_it_says("Elin Ekhamn är låst")
    assert not traces(desk, elins)
    of_the_run_before = keys_in_memory(elins_key)  # its process would be gone
    desk.until(lambda: hands.spoken == "Din låskod", lambda: hands.spoken)
    hands.write("fel kod")
    hands.press("Return")
    desk.until_it_says("Fel låskod. Försök igen om 1 sekund.")
    desk.until(lambda: _unlocked(desk, hands))
    desk.go("today")
    assert tasks_of(desk) == elins

    hands.press("Ctrl+Shift+L")
    desk.until_it_says("Elin Ekhamn är låst")
    assert not traces(desk, elins)
    assert keys_in_memory(elins_key) == of_the_run_before


def _unlocked(desk: Desk, hands: Hands) -> bool:
    """Write the code, again where the wait after a wrong one is not over."""
    if desk.place == "sign_in" and "Låser upp" not in desk.words():
        hands.write(CODE)
        hands.press("Return")
    return desk.place not in ("sign_in", "")


def test_nobody_but_its_owner_opens_what_is_locked_and_a_forgotten_code_begins_anew(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    until_settled(desk)
    hands = Hands(desk)
    hands.come_to()
    elins = tasks_of(desk)
    _choose_code(desk, hands)
    hands.press("Ctrl+Shift+L")
    desk.until_it_says("Elin Ekhamn är låst")
    elins_key = desk.folders.current_account.read_text(encoding="ascii").split()[0]
    before = (desk.folders.account(elins_key) / "cache.db").stat().st_ino

    desk.browser.robot = town.robot(JONAS)
    hands.tab_to("Jag har glömt låskoden")
    hands.press("Return")
    hands.tab_to("Logga in och börja om")
    hands.press("Return")
    desk.until_it_says("Du loggade in som någon annan än Elin Ekhamn. Inget öppnades.")
    assert not traces(desk, elins)
    assert (desk.folders.account(elins_key) / "cache.db").stat().st_ino == before, "nobody removes what is Elin's"

    desk.browser.robot = town.robot(ELIN)
    hands.tab_to("Jag har glömt låskoden")
    hands.press("Return")
    hands.tab_to("Logga in och börja om")
    hands.press("Return")
    desk.until(lambda: desk.place == "today", desk.words)
    until_settled(desk)
    assert tasks_of(desk) == elins, "it is fetched again"
    assert not desk.program.people.has_code
