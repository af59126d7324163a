"""Om appen: version, licence, whose it is and where things are."""

from ui.computer_check import ComputerCheck
from ui.screen import ScreenContext
from ui.screens.settings.checkup_panel import CheckupPanel
from ui.screens.settings.rows import PageBody, group, setting_row
from ui.widgets.layouts import Column
from workplace_app import __version__
from workplace_app.domain.keyring import Keyring


class AboutPage(PageBody):
    """Facts, and the check of this computer where main.py gives one."""

    settings_shown = ()

    def __init__(self, context: ScreenContext, computer: ComputerCheck | None = None) -> None:
        super().__init__()
        if context.keyring is Keyring.NONE:
            kept = self.tr(
                "Nothing once you close the app. Until then it is encrypted, with a key that is in memory only."
            )
        else:
            kept = self.tr("Encrypted, for you alone. The key is in the computer's keyring.")
        checkup = (20, CheckupPanel(context, computer)) if computer is not None else ()
        self.setLayout(
            Column(
                group(
                    self.tr("This app"),
                    setting_row("Nacka arbetsplats", self.tr("Version {version}").format(version=__version__)),
                    setting_row(self.tr("Set up for"), context.municipality.name),
                    setting_row(self.tr("Licence"), "EUPL-1.2"),
                ),
                20,
                group(
                    self.tr("Your data"),
                    setting_row(self.tr("What is kept on this computer"), kept),
                    setting_row(
                        self.tr("What leaves it"),
                        self.tr("Only what you do yourself: a ticked task, an answer. No statistics."),
                    ),
                ),
                *checkup,
                None,
            )
        )
