"""Settings: each has a control, takes effect at once, and can be reset."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QSlider
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import ELIN, NACKA, Storage
from ui.look import look
from ui.notification_kinds import kind_words
from ui.screens.settings import rules_page
from ui.screens.settings.account_page import AccountPage
from ui.screens.settings.appearance_page import AppearancePage
from ui.screens.settings.keyboard_page import KeyboardPage, key_table
from ui.screens.settings.muted_page import MutedPage
from ui.screens.settings.rows import PageBody
from ui.screens.settings.rules_page import RulesPage
from ui.screens.settings.settings_screen import SettingsScreen
from ui.screens.settings.theme_preview import ThemePreview
from ui.theme import DARK, LIGHT
from ui.user_settings import UserSettings
from ui.widgets.buttons import Button, PaintedButton, Toggle
from ui.widgets.row_list import RowList
from ui.widgets.scroll_page import ScrollPage
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.configuration_reading import read_settings
from workplace_app.domain.governance import Origin, OriginKind
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.layering import Layer, lay_over, policy_layer
from workplace_app.domain.notification import NotificationKind
from workplace_app.domain.own_things import Mute, MuteScope
from workplace_app.domain.policy import DECLARATIONS
from workplace_app.domain.settings import SETTINGS, TEXT_PERCENT, THEME, ThemeChoice
from workplace_app.store.own_things.notification_marks import mute, mutes


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    made = open_window(qapp, tmp_path, {"settings": SettingsScreen})
    made.workplace.go("settings")
    yield made
    made.close()


def named(shown: Opened, kind: type[PaintedButton], name: str) -> PaintedButton:
    buttons = shown.application.window.findChildren(PaintedButton)
    found = [each for each in buttons if isinstance(each, kind) and each.accessibleName() == name]
    assert len(found) == 1
    return found[0]


def test_every_setting_has_a_control(qtbot: QtBot) -> None:
    settings = UserSettings(Storage())
    shown = {setting.name for page in (AppearancePage, KeyboardPage) for setting in page(settings).settings_shown}
    assert shown == {setting.name for setting in SETTINGS}


def test_a_theme_is_chosen_at_once(shown: Opened) -> None:
    named(shown, ThemePreview, "Dark").click()
    assert look.theme is DARK
    assert shown.storage.kept["theme"] == "dark"


def test_the_text_grows_while_the_slider_moves(shown: Opened) -> None:
    slider = shown.application.window.findChildren(QSlider)[0]
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert look.text_scale == pytest.approx(1.1)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert look.text_scale == pytest.approx(2.0)
    assert slider.isVisible()


def test_a_change_made_elsewhere_is_shown(shown: Opened) -> None:
    shown.workplace.commands.run("larger")
    slider = shown.application.window.findChildren(QSlider)[0]
    assert slider.value() == 1


def test_reset_takes_the_page_back_to_its_defaults(shown: Opened) -> None:
    named(shown, ThemePreview, "Dark").click()
    shown.workplace.commands.run("larger")
    named(shown, Button, "Reset the appearance").click()
    assert look.theme is LIGHT
    assert look.text_scale == 1.0
    assert shown.context.settings.get(THEME) is ThemeChoice.SYSTEM


def test_the_language_changes_the_whole_window(shown: Opened, swedish_words: Path) -> None:
    shown.workplace.settings.set(SETTINGS[0], SETTINGS[0].default)
    assert isinstance(shown.workplace.pages.shown, SettingsScreen)
    assert shown.workplace.pages.place == "settings"


def test_single_letters_are_turned_off(shown: Opened) -> None:
    shown.workplace.go("settings", "keyboard")
    named(shown, Toggle, "Single letters").click()
    assert not RowList.single_letter_keys


def test_f1_shows_every_key(shown: Opened) -> None:
    shown.workplace.go("today")
    shown.workplace.commands.run("keys")
    assert isinstance(shown.workplace.pages.shown, SettingsScreen)
    assert shown.workplace.pages.shown.shown_item() == "keyboard"
    assert sum(len(keys) for _, keys in key_table()) > 15


def test_signing_out_is_asked_of_the_background(shown: Opened) -> None:
    shown.workplace.go("settings", "account")
    named(shown, Button, "Sign out").click()
    assert shown.requests.asked == ["sign out"]


def test_whoever_is_not_signed_in_is_shown_the_way_in(qapp: QApplication, tmp_path: Path) -> None:
    made = open_window(qapp, tmp_path, {"settings": SettingsScreen}, account=PUBLIC_ACCOUNT)
    made.workplace.go("settings", "account")
    page = made.application.window.findChild(AccountPage)
    assert page is not None
    assert [each.text() for each in page.findChildren(Button)] == ["Sign in"]
    made.close()


def test_a_narrow_window_shows_one_pane_and_a_way_back(shown: Opened) -> None:
    shown.application.window.resize(800, 600)
    lists = shown.application.window.findChildren(RowList)
    assert not any(each.isVisible() for each in lists)
    named(shown, Button, "Settings").click()
    assert any(each.isVisible() for each in lists)


def test_what_is_muted_is_listed_and_can_be_heard_of_again(shown: Opened) -> None:
    what = Mute(MuteScope.KIND, "invitation")
    mute(shown.connection, what, shown.clock())
    mute(shown.connection, Mute(MuteScope.SENDER, "Pernilla Åskog"), shown.clock())
    shown.workplace.go("settings", "muted")
    named(shown, Button, "Hear of it again: Pernilla Åskog")
    named(shown, Button, "Hear of it again: invitations").click()
    assert [each.value for each in mutes(shown.connection)] == ["Pernilla Åskog"]
    shown.workplace._toasts.undo_last()
    assert set(mutes(shown.connection)) == {what, Mute(MuteScope.SENDER, "Pernilla Åskog")}


def test_what_is_muted_later_is_there_when_the_page_is_shown_again(shown: Opened) -> None:
    shown.workplace.go("settings", "muted")
    assert shown.application.window.findChild(MutedPage) is not None
    shown.workplace.go("settings", "keyboard")
    mute(shown.connection, Mute(MuteScope.WORKSPACE, "team:gone"), shown.clock())
    shown.workplace.go("settings", "muted")
    named(shown, Button, "Hear of it again: a workspace that is no longer here")


def test_every_kind_of_notification_can_be_spoken_of(qapp: QApplication) -> None:
    assert len({kind_words(kind) for kind in NotificationKind}) == len(NotificationKind)


@pytest.mark.parametrize("page", ["about", "account"])
def test_without_a_keyring_the_pages_do_not_speak_of_one_that_holds_the_key(shown: Opened, page: str) -> None:
    def said() -> str:
        return " ".join(label.text() for label in shown.application.window.findChildren(QLabel) if label.isVisible())

    shown.workplace.enter(shown.connection, ELIN, NACKA, shown.requests, keyring=Keyring.NONE)
    shown.workplace.go("settings", page)
    assert "close the app" in said()
    assert "in the computer's keyring" not in said()
    shown.workplace.enter(shown.connection, ELIN, NACKA, shown.requests)
    shown.workplace.go("settings", page)
    assert "close the app" not in said()


def test_the_page_takes_its_own_width_again_after_large_text(shown: Opened) -> None:
    page = shown.application.window.findChildren(AppearancePage)[0]
    QApplication.processEvents()
    before = page.width()
    shown.application.settings.set(TEXT_PERCENT, 200)
    QApplication.processEvents()
    assert page.width() > before
    shown.application.settings.set(TEXT_PERCENT, 100)
    QApplication.processEvents()
    assert page.width() == before


def _rules(qapp: QApplication, folder: Path, *layers: Layer) -> Iterator[list[str]]:
    """What the page of rules says, from above."""
    made = open_window(qapp, folder, {"settings": SettingsScreen}, municipality=lay_over(layers))
    made.workplace.go("settings", "rules")
    page = made.application.window.findChild(RulesPage)
    assert page is not None
    texts = [label.text() for label in page.findChildren(QLabel) if label.text()]
    yield [QTextDocumentFragment.fromHtml(text).toPlainText() if "<p" in text else text for text in texts]
    yield [button.text() for button in page.findChildren(PaintedButton)]
    made.close()


def test_what_it_has_decided_is_told_in_words_with_a_lock_and_cannot_be_changed(
    qapp: QApplication, tmp_path: Path
) -> None:
    said = {"access.grace_days": 1, "teams_reading": False, "access.lock_after_minutes": 5, "keeping.own_days": 7}
    layer = policy_layer(Origin(OriginKind.POLICY, "/etc/policy.json"), read_settings(said))
    words, buttons = _rules(qapp, tmp_path, layer)
    by = "Decided by the municipality's IT"
    assert words.count(by) == len(said)
    for title, rule in (
        ("What is kept can be opened", "For 1 day after your sign-in was last confirmed, also without a network."),
        ("The app is locked", "After 5 minutes without use."),
        ("Talk in channels, chats and groups", "Not read and not kept here."),
        ("What you have done", "7 days: what was sent"),
    ):
        at = words.index(title)
        assert words[at + 1].startswith(rule)
        assert words[at + 2] == by
    at = words.index("News")
    assert words[at + 1 : at + 3] == [
        "365 days from publishing. What you have saved stays.",
        "Talk in channels, chats and groups",
    ]
    assert buttons == ["Copy the rules"]


def test_each_rule_has_words_for_its_other_end(qapp: QApplication, tmp_path: Path) -> None:
    switches = {"os_broker": True, "device_code": False, "lock_code_required": True, "grace_days": 0}
    layer = policy_layer(Origin(OriginKind.POLICY, "p"), read_settings({"access": switches}))
    before, _ = _rules(qapp, tmp_path / "a")
    after, _ = _rules(qapp, tmp_path / "b", layer)
    assert {"In your browser.", "You decide if you want one."} <= set(before) - set(after)
    assert "Not by itself." in before
    assert {"Cannot be used.", "You have to choose one."} <= set(after) - set(before)
    assert "Only while your sign-in can be confirmed. Without a network it is locked." in after


def test_what_is_wrong_in_a_policy_is_told_for_it_and_can_be_copied(qapp: QApplication, tmp_path: Path) -> None:
    layer = policy_layer(Origin(OriginKind.POLICY, "/etc/policy.json"), read_settings({"clients": "x", "grace": 1}))
    words, buttons = _rules(qapp, tmp_path, layer)
    assert "2 of IT's settings are wrong and do not hold. Everything else holds." in words
    facts = next(each for each in words if each.startswith("problem:"))
    assert "/etc/policy.json: clients must be a whole number from 1 to 1000000; it is ignored." in facts
    assert "/etc/policy.json: grace is no setting of this program; it is ignored." in facts
    assert sorted(buttons) == ["Copy for IT", "Copy the rules"]
    nothing_wrong, _ = _rules(qapp, tmp_path / "other")
    assert "For IT" not in nothing_wrong


def test_every_rule_of_its_is_on_the_page() -> None:
    source = Path(rules_page.__file__).read_text(encoding="utf-8")
    assert all(f'"{each.name}"' in source for each in DECLARATIONS if each.rule)


def test_the_rules_are_copied_as_text_and_the_page_is_no_higher_than_its_words(
    qapp: QApplication, tmp_path: Path
) -> None:
    layer = policy_layer(Origin(OriginKind.POLICY, "p"), read_settings({"teams_reading": False}))
    made = open_window(qapp, tmp_path, {"settings": SettingsScreen}, municipality=lay_over((layer,)))
    made.workplace.go("settings", "rules")
    named(made, Button, "Copy the rules").click()
    copied = QApplication.clipboard().text().splitlines()
    assert copied[:2] == [
        "Without a network or a sign-in",
        (
            "- What is kept can be opened: For 30 days after your sign-in was last confirmed, also without a network. "
            "Then it is locked until you sign in."
        ),
    ]
    assert (
        "- Talk in channels, chats and groups: Not read and not kept here. You find it in Teams and Outlook. "
        "(Decided by the municipality's IT)" in copied
    )
    QApplication.processEvents()
    page = made.application.window.findChild(RulesPage)
    assert page is not None
    layout = page.layout()
    assert layout is not None
    assert page.minimumSizeHint().height() <= layout.heightForWidth(page.width())
    made.close()


@pytest.mark.parametrize("name", ["account", "about", "rules"])
@pytest.mark.parametrize("size", [(1440, 900), (640, 480)])
def test_a_page_ends_where_its_words_end(shown: Opened, name: str, size: tuple[int, int]) -> None:
    shown.application.window.resize(*size)
    shown.workplace.go("settings", name)
    for _ in range(6):
        QApplication.processEvents()
    (page,) = [each for each in shown.application.window.findChildren(ScrollPage) if each.isVisible()]
    inside = page.widget()
    assert inside is not None
    body = next(each for each in inside.findChildren(PageBody) if each.isVisible())
    shapes = [*body.findChildren(QLabel), *body.findChildren(Button)]
    last = max(each.mapTo(body, each.rect().bottomLeft()).y() for each in shapes)
    assert page.verticalScrollBar().maximum() == 0 or body.height() - last < 60, "nobody scrolls on into nothing"
