"""Settings: declared once, typed, forgiving about what is kept, told when changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.ui.shell_parts import Storage
from ui.text_size import STEPS, larger, smaller
from ui.user_settings import UserSettings
from workplace_app.domain.settings import LANGUAGE, SETTINGS, THEME, Language, Setting, ThemeChoice


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_reads_what_it_writes(setting: Setting[object]) -> None:
    assert setting.read(setting.write(setting.default)) == setting.default
    assert setting.meaning


@given(st.text(max_size=12))
def test_whatever_is_kept_every_setting_has_a_value(text: str) -> None:
    for setting in SETTINGS:
        value = setting.value_in(Storage(**{setting.name: text}))
        assert setting.read(setting.write(value)) == value


def test_a_change_is_kept_and_told_once(qtbot: QtBot) -> None:
    storage = Storage()
    settings = UserSettings(storage)
    with qtbot.waitSignal(settings.changed) as changed:
        settings.set(THEME, ThemeChoice.DARK)
    assert changed.args == ["theme"]
    assert storage.kept == {"theme": "dark"}
    with qtbot.assertNotEmitted(settings.changed):
        settings.set(THEME, ThemeChoice.DARK)


def test_reset_forgets_the_choice(qtbot: QtBot) -> None:
    storage = Storage(theme="dark", language="en")
    settings = UserSettings(storage)
    settings.reset(THEME)
    assert storage.kept == {"language": "en"}
    settings.reset()
    assert settings.get(LANGUAGE) is Language.SWEDISH


def test_text_size_goes_in_steps_and_stays_within_them() -> None:
    assert larger(100) == 110
    assert larger(130) == 150
    assert larger(STEPS[-1]) == STEPS[-1]
    assert smaller(200) == 175
    assert smaller(100) == 100
