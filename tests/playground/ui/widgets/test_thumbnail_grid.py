"""Thumbnails: taken by click and arrows; a picture is asked for once, and again when it is another."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.ui.theme import DARK, apply
from playground.ui.widgets import ThumbnailGrid
from playground.ui.widgets.thumbnail_grid import Thumbnail
from tests.playground.ui.widgets.widget_use import picture, shown


def test_thumbnails_are_taken_by_click_and_arrows(qtbot: QtBot) -> None:
    grid = ThumbnailGrid([(key, key, picture) for key in "abcdef"], least_width=70)
    shown(qtbot, grid, 250)
    grid.resize(250, grid.heightForWidth(250))
    heard: list[str] = []
    grid.chosen.connect(heard.append)
    grid.set_key("a")
    assert (heard, grid.key(), grid.columns()) == ([], "a", 3)
    thumbnails = grid.findChildren(Thumbnail)
    QTest.keyClick(thumbnails[0], Qt.Key.Key_Down)
    QTest.keyClick(thumbnails[3], Qt.Key.Key_Right)
    QTest.keyClick(thumbnails[4], Qt.Key.Key_Up)
    QTest.keyClick(thumbnails[1], Qt.Key.Key_Up)  # nothing above
    QTest.mouseClick(thumbnails[5], Qt.MouseButton.LeftButton)
    assert heard == ["d", "e", "b", "f"]
    assert sum(thumbnail.isChecked() for thumbnail in thumbnails) == 1


def test_own_data_takes_no_thumbnail(qtbot: QtBot) -> None:
    grid = ThumbnailGrid([(key, key, picture) for key in "ab"])
    qtbot.addWidget(grid)
    grid.set_key("b")
    grid.set_key("csv")
    assert not any(thumbnail.isChecked() for thumbnail in grid.findChildren(Thumbnail))
    grid.set_key("a")
    assert [thumbnail.isChecked() for thumbnail in grid.findChildren(Thumbnail)] == [True, False]


def test_pictures_are_asked_for_once_and_again_after_refresh(qapp: QApplication, qtbot: QtBot) -> None:
    asked: list[QSize] = []

    def provider(size: QSize) -> QImage:
        asked.append(size)
        return picture(size)

    grid = ThumbnailGrid([("a", "a", provider)])
    shown(qtbot, grid, 200)
    asked.clear()
    grid.refresh()
    grid.grab()
    image = grid.grab().toImage()
    assert len(asked) == 1
    assert image.pixelColor(image.width() // 2, 20).name() == "#00ff00"
    apply(qapp, DARK)
    grid.grab()
    assert len(asked) == 2
