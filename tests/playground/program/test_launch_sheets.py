"""The empty cards of a first start are where the real ones come, and look like them."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.presets import preset
from playground.launch import settle
from playground.program.first_run import FIRST
from playground.program.launch_sheets import BAR, COLORS, EmptyCards, sheets
from playground.program.window_place import SIZE
from playground.ui import theme as look
from playground.ui.language import install_language
from playground.ui.main_window import MainWindow
from tests.test_house import ROOT

NEAR = 16  # pixels that an edge of a card may be away from where it was announced


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [SIZE, (1280, 720), (1920, 1080)])
def test_they_stand_where_the_cards_will(size: tuple[int, int], language: str, qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    look.apply(application, look.LIGHT)
    install_language(application, language)
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(*size)
    window.show_experiment(preset(FIRST))
    window.show()
    settle()
    real: dict[str, QWidget] = {
        **dict(zip(("data", "training"), window.controls.sections.values(), strict=False)),
        "network": window.board.network_card,
        "story": window.story,
        "surface": window.surface,
        "curves": window.curves,
    }
    announced = sheets(*size)
    assert announced.keys() == real.keys()
    for name, widget in real.items():
        at = QRectF(widget.mapTo(window, widget.rect().topLeft()), widget.size())
        for edge in ("left", "top", "right", "bottom"):
            moved = abs(getattr(announced[name], edge)() - getattr(at, edge)())
            assert moved <= NEAR, f"{name} is at {at}: its {edge} edge comes {moved} pixels beside launch_sheets"
    assert abs(window.top_bar.height() - BAR) <= NEAR
    install_language(application, "en")


@pytest.mark.parametrize("theme", [look.LIGHT, look.DARK], ids=lambda theme: theme.name)
def test_they_have_the_colours_of_the_theme(theme: look.Theme, qtbot: QtBot) -> None:
    assert COLORS[theme.name] == (theme.ground.name(), theme.card.name(), theme.line.name())
    page = EmptyCards(theme.name)
    qtbot.addWidget(page)
    page.resize(QSize(*SIZE))
    picture = page.grab().toImage()
    middle = sheets(*SIZE)["network"].center().toPoint()
    ratio = picture.devicePixelRatio()
    assert QColor(picture.pixel(middle * ratio)) == theme.card
    assert QColor(picture.pixel(round(5 * ratio), round(400 * ratio))) == theme.ground


def test_it_says_when_it_was_painted(qtbot: QtBot) -> None:
    page = EmptyCards("dark")
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.painted):
        page.show()


def test_painting_them_loads_no_more_of_qt_than_it_must() -> None:
    """The namespace `Qt` and its thousand constants take as long as all else up to here; a pen would load it."""
    code = """
import PySide6.QtCore
from playground import launch
from playground.program.launch_sheets import EmptyCards
application = launch.make_application()
EmptyCards("light").grab()
print("Qt" in vars(PySide6.QtCore))
PySide6.QtCore.Qt
print("Qt" in vars(PySide6.QtCore))
"""
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "True"]
