"""A picture of the window after some training."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from engine.presets import preset
from playground.program.application import make_application
from playground.screenshot import take_screenshot
from playground.ui import theme as look
from playground.ui.language import install_language


def test_a_screenshot_shows_the_trained_network(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    take_screenshot(path, preset("circle"), 2, (1280, 720), "dark", "zh")
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (1280, 720)
    assert picture.pixelColor(3, picture.height() - 3) == look.DARK.ground
    install_language(make_application(), "en")
    look.apply(make_application(), look.LIGHT)
