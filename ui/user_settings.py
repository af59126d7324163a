"""The user's settings as values: read once, written through, told to whoever shows or obeys them."""

from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from workplace_app.domain.settings import SETTINGS, Setting, SettingsStorage

Value = TypeVar("Value")


class UserSettings(QObject):
    """``changed`` carries the name of the setting. ``storage`` also remembers what is no setting (widths, the place
    where one was) for whoever asks for it."""

    changed = Signal(str)

    def __init__(self, storage: SettingsStorage) -> None:
        super().__init__()
        self.storage = storage

    def get(self, setting: Setting[Value]) -> Value:
        """The user's choice, else the default."""
        return setting.value_in(self.storage)

    def set(self, setting: Setting[Value], value: Value) -> None:
        """Keep a choice and tell it."""
        if value == self.get(setting):
            return
        self.storage.set_setting(setting.name, setting.write(value))
        self.changed.emit(setting.name)

    def reset(self, *settings: Setting[Any]) -> None:
        """Go back to the defaults of these, or of all."""
        for setting in settings or SETTINGS:
            if self.storage.setting(setting.name) is not None:
                self.storage.set_setting(setting.name, None)
                self.changed.emit(setting.name)
