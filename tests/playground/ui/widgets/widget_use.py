"""A widget on the screen, with words and a picture to give it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.language import current_language


def words() -> str:
    """A text that follows the language."""
    app = QApplication.instance()
    assert app is not None
    return {"en": "Weights", "zh": "权重"}[current_language(app)]


def picture(size: QSize) -> QImage:
    """A green picture."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    return image


def shown(qtbot: QtBot, widget: QWidget, width: int = 260) -> QWidget:
    """`widget` in a window that has the keyboard."""
    qtbot.addWidget(widget)
    widget.resize(max(width, widget.minimumSizeHint().width()), widget.sizeHint().height())
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget
