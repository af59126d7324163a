"""The sign-in page: each step has its words and its next step, and what is open to all is there all the while."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import ELIN, NOW, Storage
from ui.dates import left_words
from ui.screens.services.qr_code import QrCode
from ui.screens.sign_in.sign_in_screen import SignInScreen
from ui.screens.sign_in.tall_button import TallButton
from ui.screens.sign_in.theme_tile import ThemeTile
from ui.screens.sign_in.time_left import TimeLeft
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, Paragraph
from ui.widgets.status_strip import StatusStrip
from workplace_app.built_in_catalogue import store_built_in_catalogue
from workplace_app.domain.access import AccessRules
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.article import Article, ArticleSource
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.settings import LANGUAGE, TEXT_PERCENT, Language
from workplace_app.domain.sign_in import SignInState, SignInStep

NACKA = Municipality("Nacka", tenant_id="a-tenant", client_id="a-client")
NEWS = Article("public:1", ArticleSource.PUBLIC, "Nya stigar vid sjön", "", "<p>x</p>", NOW - timedelta(hours=1))
INSIDE = Article("intranet:1", ArticleSource.INTRANET, "Inne", "", "<p>x</p>", NOW - timedelta(hours=2))
BROWSER = SignInState(
    SignInStep.WAITING_FOR_BROWSER, address="https://login.example/a", expires_at=NOW + timedelta(seconds=102)
)
CODE = SignInState(
    SignInStep.WAITING_FOR_DEVICE_CODE,
    address="https://login.example/device",
    user_code="F7KQ2MPXA",
    expires_at=NOW + timedelta(minutes=15),
)


def open_page(qapp: QApplication, folder: Path, place: Municipality = NACKA, who: Account = PUBLIC_ACCOUNT) -> Opened:
    made = open_window(qapp, folder, {"sign_in": SignInScreen}, facts=(NEWS, INSIDE))
    store_built_in_catalogue(made.writer, NOW)
    made.workplace.enter(made.connection, who, place, made.requests)
    made.workplace.go("sign_in")
    return made


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    made = open_page(qapp, tmp_path)
    yield made
    made.close()


def page(shown: Opened) -> SignInScreen:
    found = shown.workplace.pages.shown
    assert isinstance(found, SignInScreen)
    return found


def words(shown: Opened) -> list[str]:
    """What the left half says."""
    return [each.words for each in page(shown).account_pane.stage.findChildren(Paragraph)]


def buttons(shown: Opened) -> list[str]:
    """What the left half offers."""
    stage = page(shown).account_pane.stage
    return [each.text() for each in stage.findChildren(Button) if each.isVisibleTo(stage)]


def press(shown: Opened, text: str) -> None:
    next(each for each in page(shown).findChildren(Button) if each.text() == text).click()


def fail(shown: Opened, kind: ProblemKind, detail: str | None = None) -> None:
    page(shown).show_state(SignInState(SignInStep.FAILED, problem=Problem(kind, detail=detail)))


def test_the_page_is_where_nobody_in_particular_begins(shown: Opened) -> None:
    assert shown.workplace.pages.place == "sign_in"
    assert not shown.workplace.rail.isVisible()
    assert buttons(shown) == ["Sign in with your work account", "Sign in with a code", "Continue without signing in"]


def test_the_buttons_ask_for_what_they_say(shown: Opened) -> None:
    press(shown, "Sign in with your work account")
    press(shown, "Sign in with a code")
    assert shown.requests.asked == ["sign in", "sign in with device code"]


def test_one_goes_on_without_signing_in_to_the_services(shown: Opened) -> None:
    press(shown, "Continue without signing in")
    assert shown.workplace.pages.place == "services"


def test_while_the_browser_works_the_page_says_how_long_it_waits(shown: Opened) -> None:
    shown.workplace.watcher.sign_in.emit(BROWSER)
    left = page(shown).findChild(TimeLeft)
    assert left is not None
    assert left.words == f"We wait another {left_words(102)}."
    shown.clock.pass_time(timedelta(seconds=40))
    left.count()
    assert left.words == f"We wait another {left_words(62)}."
    shown.clock.pass_time(timedelta(minutes=5))
    left.count()
    assert left.words == f"We wait another {left_words(0)}."


def test_the_browser_is_opened_again_and_the_wait_is_cancelled(shown: Opened) -> None:
    page(shown).show_state(BROWSER)
    press(shown, "Open the browser again")
    press(shown, "Cancel")
    assert shown.addresses == ["https://login.example/a"]
    assert shown.requests.asked == ["cancel sign in"]


def test_a_code_is_large_can_be_copied_and_has_a_qr_code(shown: Opened) -> None:
    page(shown).show_state(CODE)
    stage = page(shown).account_pane.stage
    assert "F7KQ2MPXA" in [each.text() for each in stage.findChildren(Label)]
    assert stage.findChild(QrCode) is not None
    assert any("login.example/device" in each for each in words(shown))
    press(shown, "Copy the code")
    assert QApplication.clipboard().text() == "F7KQ2MPXA"


def test_no_step_lacks_words(shown: Opened) -> None:
    for step in SignInStep:
        page(shown).show_state(SignInState(step))
        assert words(shown)
        assert page(shown).account_pane.stage.said


def test_every_problem_has_words_and_a_next_step(shown: Opened) -> None:
    for kind in ProblemKind:
        fail(shown, kind)
        assert words(shown)[0], kind
        assert "Sign in with a code" in buttons(shown), kind
        assert page(shown).account_pane.stage.first is not None, kind


def test_after_a_failure_the_same_way_is_tried_again(shown: Opened) -> None:
    page(shown).show_state(CODE)
    fail(shown, ProblemKind.TIMED_OUT)
    press(shown, "Try again")
    assert shown.requests.asked == ["sign in with device code"]


def test_without_a_browser_the_code_is_the_next_step(shown: Opened) -> None:
    fail(shown, ProblemKind.NO_BROWSER)
    assert buttons(shown)[0] == "Sign in with a code"


def test_where_it_forbids_codes_no_step_speaks_of_one(qapp: QApplication, tmp_path: Path) -> None:
    made = open_page(qapp, tmp_path, replace(NACKA, access=AccessRules(device_code=False)))
    states = [SignInState(step) for step in SignInStep if step is not SignInStep.WAITING_FOR_DEVICE_CODE]
    states += [SignInState(SignInStep.FAILED, problem=Problem(ProblemKind.BROWSER_NEEDED)), BROWSER]
    for state in states:
        page(made).show_state(state)
        said = [*words(made), *buttons(made)]
        assert not [each for each in said if "code" in each.lower() or "telephone" in each], state.step
    helping = page(made).account_pane.help_lines()
    assert "If no page comes up in the browser, open it again." in helping
    assert not [each for each in helping if "with a code" in each]
    made.close()


def test_it_gets_the_technical_remark_when_asked_for(shown: Opened) -> None:
    fail(shown, ProblemKind.CONDITIONAL_ACCESS, detail="AADSTS53003")
    assert "Copy for IT" not in buttons(shown)
    press(shown, "Show IT how")
    assert "Copy for IT" in buttons(shown)
    press(shown, "Copy for IT")
    copied = QApplication.clipboard().text()
    assert "detail: AADSTS53003" in copied
    assert "tenant: a-tenant" in copied


def test_without_a_tenant_the_page_says_so_and_offers_what_is_public(qapp: QApplication, tmp_path: Path) -> None:
    made = open_page(qapp, tmp_path, Municipality("Nacka"))
    assert buttons(made) == ["Show the services"]
    assert any("has not been told which organisation" in each for each in words(made))
    made.close()


def test_whoever_has_an_account_goes_back_to_what_is_kept(qapp: QApplication, tmp_path: Path) -> None:
    made = open_page(qapp, tmp_path, who=ELIN)
    press(made, "Continue with what is kept here")
    assert made.workplace.pages.place == "today"
    made.workplace.go("sign_in")
    page(made).show_state(SignInState(SignInStep.SIGNED_IN, account=ELIN))
    assert made.workplace.pages.place == "today"
    made.close()


def test_the_focus_follows_the_step_only_when_it_was_there(shown: Opened, qtbot: QtBot) -> None:
    shown.application.window.activateWindow()
    qtbot.waitUntil(shown.application.window.isActiveWindow)
    page(shown).open_to_all.field.setFocus()
    page(shown).show_state(BROWSER)
    assert page(shown).open_to_all.field.hasFocus()
    page(shown).focus_first()
    page(shown).show_state(CODE)
    assert page(shown).account_pane.stage.first is page(shown).focusWidget()


def test_tab_goes_through_the_step_before_the_foot_whatever_the_step(shown: Opened) -> None:
    for state in (BROWSER, CODE):
        page(shown).show_state(state)
        pane = page(shown).account_pane
        help_button = next(each for each in pane.findChildren(Button) if each.text() == "Help with signing in")
        stops = [each for each in pane.stage.findChildren(Button) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        reached: list[QWidget] = []
        widget: QWidget | None = stops[0]
        while widget is not None and widget is not help_button:
            if widget in stops:
                reached.append(widget)
            widget = widget.nextInFocusChain()
            assert widget != page(shown).open_to_all.field
        assert reached == stops


def test_the_language_is_one_press_away_but_not_while_something_is_waited_for(shown: Opened) -> None:
    page(shown).show_state(BROWSER)
    other = next(each for each in page(shown).findChildren(Button) if each.text() == "Svenska")
    assert not other.isVisible()
    page(shown).show_state(SignInState(SignInStep.SIGNED_OUT))
    other.click()
    assert shown.workplace.settings.get(LANGUAGE) is Language.SWEDISH


def test_the_themes_lead_to_their_services(shown: Opened) -> None:
    tiles = page(shown).findChildren(ThemeTile)
    assert len(tiles) == 8
    assert tiles[0].accessibleName().startswith("Bygga, bo & miljö, 16 ")
    tiles[0].click()
    assert shown.screens["services"].shown == ["Bygga, bo & miljö"]


def test_typing_shows_hits_in_place_of_the_themes_and_enter_opens_the_best(shown: Opened) -> None:
    half = page(shown).open_to_all
    half.field.setText("bygglov")
    assert half.hit_list.isVisible()
    assert not any(tile.isVisible() for tile in page(shown).findChildren(ThemeTile))
    QTest.keyClick(half.field, Qt.Key.Key_Return)
    assert len(shown.screens["services"].shown) == 1


def test_down_goes_from_the_field_into_the_hits(shown: Opened, qtbot: QtBot) -> None:
    shown.application.window.activateWindow()
    qtbot.waitUntil(shown.application.window.isActiveWindow)
    half = page(shown).open_to_all
    half.field.setFocus()
    half.field.setText("bygglov")
    QTest.keyClick(half.field, Qt.Key.Key_Down)
    assert half.hit_list.hasFocus()


def test_a_search_without_a_hit_says_so(shown: Opened) -> None:
    page(shown).open_to_all.field.setText("xyzzy")
    said = [each.words for each in page(shown).open_to_all.findChildren(Paragraph) if each.isVisible()]
    assert "No service on this computer matches “xyzzy”. Try another word." in said


def test_only_public_news_are_shown_and_lead_to_the_article(shown: Opened) -> None:
    rows = page(shown).open_to_all.news_list
    assert rows.model().rowCount() == 1
    rows.choose_first()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert shown.screens["news"].shown == [NEWS.id]


def test_the_strip_says_how_much_is_here_and_that_nobody_is_signed_in(shown: Opened) -> None:
    strip = page(shown).findChild(StatusStrip)
    assert strip is not None
    assert [strip.texts[0], strip.texts[-1]] == ["Nothing fetched yet", "Not signed in"]
    assert strip.texts[1].startswith("96 ")


def test_in_a_narrow_window_the_halves_stand_under_each_other(shown: Opened) -> None:
    shown.application.window.resize(700, 800)
    QApplication.processEvents()
    half, pane = page(shown).open_to_all, page(shown).account_pane
    assert half.parentWidget() is pane.parentWidget()
    assert half.y() >= pane.geometry().bottom()
    shown.application.window.resize(1440, 900)
    QApplication.processEvents()
    assert half.parentWidget() is not pane.parentWidget()


@pytest.mark.parametrize("state", [SignInState(SignInStep.SIGNED_OUT), BROWSER, CODE], ids=lambda each: each.step.value)
def test_the_largest_text_fits_in_the_smallest_window(qapp: QApplication, tmp_path: Path, state: SignInState) -> None:
    made = open_window(
        qapp, tmp_path, {"sign_in": SignInScreen}, storage=Storage(language="en", text_percent="200"), size=(640, 480)
    )
    made.workplace.enter(made.connection, PUBLIC_ACCOUNT, NACKA, made.requests)
    page(made).show_state(state)
    QApplication.processEvents()
    assert page(made).account_pane.width() <= page(made).width()
    assert page(made).open_to_all.width() <= page(made).width()
    made.close()


def test_a_locked_keyring_is_said_and_can_be_asked_again(shown: Opened) -> None:
    shown.workplace.enter(shown.connection, PUBLIC_ACCOUNT, NACKA, shown.requests, keyring=Keyring.LOCKED)
    stage = page(shown).account_pane.stage
    assert words(shown)[0] == "The computer's keyring is locked."
    assert "The key to your saved data is there." in words(shown)[1]
    assert "Sign in with your work account" not in [each.text() for each in stage.findChildren(TallButton)]
    page(shown).show_state(SignInState(SignInStep.SIGNED_OUT))  # sync has begun, with what is open to all
    again = page(shown).account_pane.stage.first
    assert isinstance(again, TallButton)
    again.click()
    assert shown.requests.asked[-1] == "open account again"


def activate(shown: Opened, qtbot: QtBot) -> None:
    shown.application.window.activateWindow()
    qtbot.waitUntil(shown.application.window.isActiveWindow)


def test_the_next_step_has_the_focus_when_the_window_opens(shown: Opened, qtbot: QtBot) -> None:
    activate(shown, qtbot)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == "Sign in with your work account"


@pytest.mark.parametrize("state", [BROWSER, CODE, SignInState(SignInStep.STARTING)])
@pytest.mark.parametrize("elsewhere", [False, True])
def test_esc_ends_the_wait(shown: Opened, qtbot: QtBot, state: SignInState, *, elsewhere: bool) -> None:
    activate(shown, qtbot)
    page(shown).show_state(state)
    if elsewhere:
        page(shown).open_to_all.field.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert shown.requests.asked[-1:] == ["cancel sign in"]


@pytest.mark.parametrize("state", [SignInState(SignInStep.SIGNED_OUT), SignInState(SignInStep.FINISHING)])
def test_esc_cancels_nothing_when_nothing_waits(shown: Opened, state: SignInState) -> None:
    page(shown).show_state(state)
    QTest.keyClick(page(shown), Qt.Key.Key_Escape)
    assert "cancel sign in" not in shown.requests.asked


def test_text_that_was_large_for_a_while_is_as_it_was(shown: Opened) -> None:
    QApplication.processEvents()
    labels = [each for each in page(shown).findChildren(QLabel) if isinstance(each, (Label, Paragraph))]
    before = [each.font().pointSizeF() for each in labels]
    shown.application.settings.set(TEXT_PERCENT, 200)
    QApplication.processEvents()
    shown.application.settings.set(TEXT_PERCENT, 100)
    QApplication.processEvents()
    assert [each.font().pointSizeF() for each in labels] == before


def test_the_focus_is_on_the_step_though_the_browser_was_in_front(shown: Opened, qtbot: QtBot) -> None:
    page(shown).show_state(BROWSER)  # our window has not been active yet
    fail(shown, ProblemKind.SIGN_IN_CANCELLED)
    activate(shown, qtbot)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is page(shown).account_pane.stage.first


def test_a_page_that_has_been_left_reads_nothing_when_sync_goes_on_telling(shown: Opened) -> None:
    left = page(shown)  # not deleted before the events that are on their way have come
    shown.workplace.leave()
    shown.connection.close()
    shown.workplace.watcher.progress.emit(SyncProgress(running=False))
    assert not left.isVisible()


@pytest.mark.parametrize("state", [BROWSER, CODE, SignInState(SignInStep.FAILED, problem=Problem(ProblemKind.OFFLINE))])
def test_in_the_smallest_window_a_step_is_shown_from_its_heading(
    shown: Opened, qtbot: QtBot, state: SignInState
) -> None:
    window = shown.application.window
    window.resize(640, 480)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page(shown).focus_first()
    page(shown).show_state(state)
    qtbot.waitUntil(lambda: page(shown)._one.verticalScrollBar().value() == 0)
    heading = next(each for each in page(shown).account_pane.stage.findChildren(Paragraph))
    assert not heading.visibleRegion().isEmpty()


def test_whoever_reads_the_news_meanwhile_is_left_in_peace(shown: Opened, qtbot: QtBot) -> None:
    window, screen = shown.application.window, page(shown)
    window.resize(640, 480)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    screen.open_to_all.news_list.setFocus()
    bar = screen._one.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    screen.show_state(BROWSER)
    for _ in range(6):
        QApplication.processEvents()
    assert bar.value() > 0
