"""The pictures of the outbox can be drawn at any time, to be looked at beside the design."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.outbox_gallery import SCENES, VARIANTS, draw


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_is_drawn(qapp: QApplication, tmp_path: Path, scene: str) -> None:
    drawn = QImage(str(draw(qapp, tmp_path, scene, VARIANTS[0])))
    assert (drawn.width(), drawn.height()) == (1440, 900)
    qapp.setStyleSheet("")
