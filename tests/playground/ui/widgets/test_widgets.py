"""What every widget does alike: words in two languages, both themes, text scales, names, targets."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.language import install_language
from playground.ui.theme import DARK, LIGHT, TARGET, apply
from playground.ui.widgets import (
    Banner,
    Card,
    Choice,
    ColorScale,
    Figure,
    IconButton,
    Label,
    Segmented,
    ThumbnailGrid,
    Toggle,
    TransportBar,
    ValueSlider,
)
from tests.playground.ui.widgets.widget_use import picture, shown, words


def banner() -> Banner:
    made = Banner()
    made.show_message("error", words, words, action=words)
    return made


ROWS = [("a", words), ("b", words), ("c", words)]
EVERY: dict[str, Callable[[], QWidget]] = {
    "banner": banner,
    "card": lambda: Card(words),
    "choice": lambda: Choice(words, ROWS, tooltip=words),
    "color scale": lambda: ColorScale(name=words),
    "figure": lambda: Figure(words, "0.1234", tooltip=words),
    "icon button": lambda: IconButton("play", words),
    "label": lambda: Label(words, "head"),
    "segmented": lambda: Segmented([(key, text, words) for key, text in ROWS], name=words),
    "thumbnails": lambda: ThumbnailGrid([(key, text, picture) for key, text in ROWS], name=words),
    "toggle": lambda: Toggle(words, tooltip=words),
    "slider": lambda: ValueSlider(words, minimum=0, maximum=1, value=0.5, tooltip=words),
    "transport": TransportBar,
}


def said_by(widget: QWidget) -> list[str]:
    """Every text that a widget and its parts show or tell a screen reader."""
    texts = []
    for part in [widget, *widget.findChildren(QWidget)]:
        texts += [part.accessibleName(), part.toolTip()]
        texts += [part.text()] if isinstance(part, QLabel | QAbstractButton) else []
        texts += [part.itemText(row) for row in range(part.count())] if isinstance(part, QComboBox) else []
    return [text for text in texts if text]


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
def test_every_widget_changes_its_words(qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    widget = shown(qtbot, make())
    english = said_by(widget)
    install_language(qapp, "zh")
    QCoreApplication.sendPostedEvents()
    chinese = said_by(widget)
    assert english
    assert not [text for text in chinese if "Weights" in text or "Train" in text]
    install_language(qapp, "en")
    QCoreApplication.sendPostedEvents()
    assert said_by(widget) == english


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
def test_every_widget_wears_both_themes(qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    holder = QWidget()  # its ground is the theme's
    holder.setAutoFillBackground(True)
    layout = QVBoxLayout(holder)
    widget = make()
    layout.addWidget(widget)
    shown(qtbot, holder)
    light = holder.grab().toImage()
    apply(qapp, DARK)
    dark = holder.grab().toImage()
    ground = dark.pixelColor(1, 1)
    assert ground == DARK.ground
    blank = QImage(dark.size(), dark.format())
    blank.fill(DARK.ground)
    assert dark != blank  # something is drawn
    apply(qapp, LIGHT)
    assert holder.grab().toImage() == light


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_control_is_large_enough_to_hit(
    qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget], scale: float
) -> None:
    apply(qapp, LIGHT, scale)
    widget = shown(qtbot, make(), round(260 * scale))
    controls = [
        part for part in [widget, *widget.findChildren(QWidget)] if part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    for control in filter(QWidget.isVisible, controls):
        assert min(control.width(), control.height()) >= TARGET, control
        assert control.accessibleName(), control


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
def test_every_control_shows_where_the_keyboard_is(
    qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.addWidget(make())
    other = QPushButton("other")
    layout.addWidget(other)
    shown(qtbot, holder)
    controls = [part for part in holder.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for control in controls:
        other.setFocus()
        if control is other or not control.isVisible():
            continue
        before = control.grab().toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        assert control.hasFocus(), control
        assert control.grab().toImage() != before, control
