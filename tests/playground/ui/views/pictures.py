"""What several tests of painted views need: a view on the screen in a theme, its pixels, and the pointer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground.ui import theme
from playground.ui.language import install_language


def dress(name: str = "light", scale: float = 1.0) -> None:
    """Dress the application, in English; what tests before have closed is deleted first, or it would be dressed too."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    install_language(app, "en")
    theme.apply(app, theme.DARK if name == "dark" else theme.LIGHT, scale)


def keep(qtbot: QtBot, widget: QWidget) -> None:
    """Let `qtbot` close the widget at the end of the test, and keep it until then.

    A widget that only a cycle of references holds would else be collected while it is painted, after the test's body.
    """

    def close(_: QWidget, kept: QWidget = widget) -> None:
        kept.hide()

    qtbot.addWidget(widget, before_close_func=close)


def pixels(widget: QWidget) -> NDArray[np.int16]:
    """Red, green and blue of a widget's pixels (h, w, 3)."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    words = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return words[:, : image.width(), 2::-1].astype(np.int16)


def point_at(widget: QWidget, x: float, y: float) -> None:
    """Move the pointer to a place of a widget."""
    _send(widget, QEvent.Type.MouseMove, x, y, Qt.MouseButton.NoButton)


def click_at(widget: QWidget, x: float, y: float) -> None:
    """Press and release the left button at a place of a widget."""
    _send(widget, QEvent.Type.MouseButtonPress, x, y, Qt.MouseButton.LeftButton)
    _send(widget, QEvent.Type.MouseButtonRelease, x, y, Qt.MouseButton.LeftButton)


def _send(widget: QWidget, kind: QEvent.Type, x: float, y: float, button: Qt.MouseButton) -> None:
    at = QPointF(x, y)
    buttons = button if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(kind, at, QPointF(widget.mapToGlobal(at)), button, buttons, none))
