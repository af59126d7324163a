"""Somebody signs out on a computer that others use: key, files and tokens go, and what is open to all stays."""

from tests.journeys import keyrings
from tests.journeys.desk import Desk, bytes_below, translate
from tests.journeys.town import ELIN, Town
from workplace_app.store.task_reader import open_tasks

NEVER_IN_PLAIN_TEXT = (b"Ekhamn", b"elin.ekhamn", b"eyJhbGciOi", b"eyJ0eXAiOi", b"refresh_token", b"bygglov")
"""Long enough that encrypted bytes do not hold them by chance; what begins with eyJ is the head of a token."""


def test_signing_out_leaves_nothing(desk: Desk, town: Town, keyring: keyrings.Keyring) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until(lambda: len(open_tasks(desk.connection, desk.page.context.clock()).rows) > 0)
    account_key = desk.folders.current_account.read_text(encoding="ascii")
    assert keyring().fetch(account_key) is not None
    assert list(bytes_below(desk.folders.account(account_key)))

    desk.program.requests.sign_out()
    desk.until_it_says(translate("Welcome", "Sign in with your work account"))

    assert keyring().fetch(account_key) is None
    assert not desk.folders.account(account_key).exists()
    assert not desk.folders.current_account.exists()
    for path, content in bytes_below(desk.folders.data):
        assert not [text for text in NEVER_IN_PLAIN_TEXT if text in content], path
    for path, content in bytes_below(desk.folders.logs):
        assert not [text for text in NEVER_IN_PLAIN_TEXT[:4] if text in content], path
    # What is open to all goes on, with the network too.
    assert desk.place == "sign_in"
    town.order("requests/reset")
    desk.program.requests.refresh(frozenset({"public_news"}))
    desk.until(
        lambda: any(each["origin"] == "cms" for each in town.requests()), lambda: (town.requests(), desk.words())
    )
    assert not any(each["origin"] == "graph" for each in town.requests())

    desk.close()
    desk.start(town.municipality)
    assert desk.place == "sign_in"


def test_signing_out_and_closing_at_once_leaves_nothing_either(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    account_key = desk.folders.current_account.read_text(encoding="ascii")
    desk.program.requests.sign_out()
    desk.close()
    assert not desk.folders.account(account_key).exists()


def test_while_signed_in_nothing_lies_on_the_disk_in_plain_text(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until(lambda: len(open_tasks(desk.connection, desk.page.context.clock()).rows) > 0)
    for path, content in bytes_below(desk.home):
        if "accounts" in path.parts:
            assert not [text for text in NEVER_IN_PLAIN_TEXT if text in content], path
