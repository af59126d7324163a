"""The pictures of signing in, sharing a computer and asking what holds can be drawn at any time."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.accounts_gallery import SCENES, VARIANTS, draw

SOME = (
    "failed-conditional-access",
    "locked-wrong-code",
    "forgotten-code",
    "removed-blocked",
    "switch",
    "choose-code-too-short",
    "account",
    "rules-governed",
    "check",
    "news-failed",
)
"""One for each way in which a scene is set."""


@pytest.mark.parametrize("scene", SOME)
def test_scenes_are_drawn(qapp: QApplication, tmp_path: Path, scene: str) -> None:
    assert scene in SCENES
    drawn = QImage(str(draw(qapp, tmp_path, scene, VARIANTS[-1])))
    assert (drawn.width(), drawn.height()) == (640, 480)
    qapp.setStyleSheet("")
