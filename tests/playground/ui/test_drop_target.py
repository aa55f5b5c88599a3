"""Files and texts dropped on a window: said as they are, with a frame while they hover."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from playground.ui.drop_target import DropTarget, files_in

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(400, 300)
    with qtbot.waitExposed(window):
        window.show()
    return window


def content(*urls: str, text: str = "") -> QMimeData:
    data = QMimeData()
    if urls:
        data.setUrls([QUrl(one) for one in urls])
    if text:
        data.setText(text)
    return data


@pytest.mark.parametrize(
    ("data", "files", "texts"),
    [
        (content("file:///a/b.json"), [(Path("/a/b.json"),)], []),
        (content("file:///a.json", "file:///b%20c.csv"), [(Path("/a.json"), Path("/b c.csv"))], []),
        (content(text="seed=3"), [], ["seed=3"]),
        (QMimeData(), [], []),
    ],
)
def test_what_is_dropped_is_said(window: QMainWindow, data: QMimeData, files: list[object], texts: list[str]) -> None:
    target = DropTarget(window)
    heard: list[object] = []
    said: list[str] = []
    target.files_dropped.connect(heard.append)
    target.text_dropped.connect(said.append)
    entering = QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NONE)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    taken = bool(files or texts)
    assert (entering.isAccepted(), target.frame.isVisible()) == (taken, taken)
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), COPY, data, LEFT, NONE))
    assert (heard, said) == (files, texts)
    assert not target.frame.isVisible()


def test_the_frame_goes_with_the_pointer(window: QMainWindow) -> None:
    target = DropTarget(window)
    data = content("file:///a.json")
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NONE))
    assert target.frame.geometry() == window.rect()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not target.frame.isVisible()


def test_an_address_elsewhere_is_no_file() -> None:
    assert files_in(content("https://example.org/a.json")) == ()
    assert files_in(None) == ()
