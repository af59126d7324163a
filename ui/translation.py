"""The language of the window: Swedish first, English as it is written in the source."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources
from workplace_app.domain.settings import Language

_LOCALES = {Language.SWEDISH: "sv_SE", Language.ENGLISH: "en_GB"}


class Translation:
    """The translators of the running application; ``use`` changes them. Words that are already shown stay: whoever
    calls makes the screens anew."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    def use(self, language: Language) -> None:
        """Speak this language. A missing translation is no error: the source is English."""
        self.leave()
        QLocale.setDefault(QLocale(_LOCALES[language]))
        folder = f"{resources.FOLDER}/translations"
        self._install(f"nacka_{language.value}", folder)
        self._install(f"qtbase_{language.value}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

    def leave(self) -> None:
        """Speak as the source does."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator()
        if translator.load(name, folder) and self._app.installTranslator(translator):
            self._installed.append(translator)
