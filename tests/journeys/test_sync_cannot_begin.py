"""The configuration names a certificate that is not there: whatever is asked for, the window says so, and lets go."""

from dataclasses import replace
from pathlib import Path

from tests.journeys.desk import Desk, bytes_below, translate
from tests.journeys.town import ELIN, Town
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.configuration import Municipality

HAPPENED = "Appen är inte rätt inställd för din organisation."
TO_DO = "IT behöver rätta inställningarna."


def _without_certificate(town: Town, home: Path) -> Municipality:
    return replace(town.municipality, ca_file=str(home / "nothing.pem"))


def test_signing_in_says_why_it_cannot_begin_each_time(desk: Desk, town: Town) -> None:
    desk.start(_without_certificate(town, desk.home))
    desk.press(translate("Welcome", "Sign in with your work account"))
    desk.until_it_says(HAPPENED, TO_DO, "Visa IT hur", "Inget kan hämtas")

    page = desk.page.account_pane  # type: ignore[attr-defined]
    for button in ("Logga in med en kod", "Försök igen"):
        before = page.stage
        desk.press(button)
        desk.until(lambda stage=before: page.stage is not stage)  # type: ignore[misc]
        desk.until_it_says(HAPPENED, TO_DO)
    assert desk.browser.sign_in_pages == []

    desk.press("Fortsätt utan att logga in")
    assert desk.place == "services"
    desk.program.requests.refresh(frozenset())
    desk.until_it_says(f"{HAPPENED} {TO_DO}", "Inget kan hämtas")


def test_whoever_is_signed_in_is_told_and_can_sign_out(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until_answered("todo")
    desk.close()

    desk.start(_without_certificate(town, desk.home))
    assert desk.place == "today"
    desk.until_it_says(f"{HAPPENED} {TO_DO}")
    desk.until(lambda: "Inget nytt hämtas, läget är från " in desk.words(), desk.words)

    desk.program.requests.sign_out()
    desk.until(lambda: desk._page() is not None and desk.place == "sign_in")
    desk.until_it_says(HAPPENED, TO_DO)
    assert desk.folders.current_account.exists() is False
    public = desk.folders.account(PUBLIC_ACCOUNT.key)
    kept = [path for path, _ in bytes_below(desk.folders.data) if path.suffix == ".db"]
    assert kept, "what is open to all"
    assert all(path.is_relative_to(public) for path in kept)
