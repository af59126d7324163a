"""Where things are kept on this computer: one folder per purpose, one sub-folder per account."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

from workplace_app.domain.frozen import frozen

APPLICATION = "nacka-arbetsplats"
HOME_VARIABLE = "NACKA_ARBETSPLATS_HOME"
"""Puts everything below one folder: for tests and for a portable installation."""


@frozen
class Folders:
    """``data`` is kept, ``logs`` rotates, ``configuration`` is the user's, ``machine`` is the administrator's;
    ``demo`` belongs to the demo municipality's process."""

    data: Path
    logs: Path
    configuration: Path
    machine: Path
    demo: Path

    def account(self, account_key: str) -> Path:
        """The folder of one account's pair of files."""
        return self.data / "accounts" / account_key

    @property
    def current_account(self) -> Path:
        """The file that names the account which was used last: 32 hex digits and perhaps "locked", nothing
        about the person."""
        return self.data / "accounts" / "current"

    def for_demo(self, scale: int = 1) -> "Folders":
        """The same layout beside the real one, so that the demo never meets a real account; another scale is another
        municipality, whose accounts have nothing to do with those of the first."""
        place = Path("demo") if scale == 1 else Path("demo", f"scale-{scale}")
        return Folders(
            data=self.data / place, logs=self.logs / place, configuration=self.demo, machine=self.demo, demo=self.demo
        )


def system_folders() -> Folders:
    """The folders that this operating system names for such things."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home)
        return Folders(root / "data", root / "logs", root / "configuration", root / "machine", root / "municipality")
    names = PlatformDirs(APPLICATION, appauthor=False)
    data = Path(names.user_data_dir)
    return Folders(
        data=data,
        logs=Path(names.user_log_dir),
        configuration=Path(names.user_config_dir),
        machine=Path(names.site_config_dir),
        demo=data / "municipality",
    )
