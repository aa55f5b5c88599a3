"""The whole window for everybody: the keyboard reaches all of it, everything has a name, no word is cut off."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engine.presets import preset
from playground.ui import color_math
from playground.ui import theme as look
from playground.ui.language import install_language
from playground.ui.main_window import MainWindow
from playground.ui.theme import TARGET
from playground.ui.views.confusion_matrix import ConfusionMatrix
from playground.ui.views.curve_plot import CurvePlot
from playground.ui.views.network_canvas import NetworkCanvas
from playground.ui.views.surface_canvas import SurfaceCanvas
from playground.ui.widgets.thumbnail_grid import Thumbnail
from playground.ui.widgets.transport_bar import PlayButton
from tests.playground.ui.snapshots import make_experiment, make_snapshot
from tests.playground.ui.views.pictures import pixels

KINDS = ("circle", "blobs", "reg-plane", "digits")
SIZES = ((1280, 720), (1440, 900), (1920, 1080), (3840, 2160))
SCALES = (1.0, 1.5, 2.0)
RUNS = itertools.count(1)


@pytest.fixture(params=["light en", "dark zh"], scope="module")
def window(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[MainWindow]:
    theme, language = request.param.split()
    install_language(qapp, language)
    look.apply(qapp, look.DARK if theme == "dark" else look.LIGHT)
    window = MainWindow()
    window.resize(1280, 720)
    show(window, "circle")
    window.show()
    window.activateWindow()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    install_language(qapp, "en")
    look.apply(qapp, look.LIGHT)


def show(window: MainWindow, kind: str) -> None:
    """A preset and a made-up run on its data, standing still."""
    window.show_experiment(preset(kind))
    snapshot = make_snapshot(make_experiment(kind), surface_size=12, unit_size=6)
    window.show_snapshot(dataclasses.replace(snapshot, run=next(RUNS)))
    QApplication.processEvents()


def reachable(window: MainWindow) -> list[QWidget]:
    """What the Tab key should stop at."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.focusProxy()
    ]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def said(widget: QWidget) -> str:
    """A widget for a failure's message."""
    return f"{type(widget).__name__} {widget.objectName()!r} {name_of(widget)!r} in {type(widget.parent()).__name__}"


@pytest.mark.parametrize("kind", KINDS)
def test_everything_that_the_keyboard_reaches_has_a_name(window: MainWindow, kind: str) -> None:
    show(window, kind)
    assert [said(one) for one in reachable(window) if not name_of(one).strip()] == []


@pytest.mark.parametrize("kind", KINDS)
def test_everything_that_can_be_pressed_is_large_enough(window: MainWindow, kind: str) -> None:
    show(window, kind)
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) > 20
    assert [said(one) for one in buttons if min(one.width(), one.height()) < TARGET] == []


def test_tab_reaches_everything_and_comes_back(window: MainWindow) -> None:
    show(window, "circle")
    wanted = reachable(window)
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    stops: list[QWidget] = []
    for _ in range(3 * len(wanted)):
        now = QApplication.focusWidget()
        assert now is not None
        if now in stops:
            break
        stops.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert [said(one) for one in wanted if one not in stops and not _in_a_group(one)] == []
    assert QApplication.focusWidget() is stops[0]


def _in_a_group(widget: QWidget) -> bool:
    """A button of an exclusive group: Tab stops at the chosen one, arrows walk on from it."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked()


def test_what_has_the_keyboard_shows_it(window: MainWindow) -> None:
    show(window, "circle")
    blind = []
    for one in reachable(window):
        window.centralWidget().setFocus()
        QApplication.processEvents()
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_focus = pixels(one)
        window.centralWidget().setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.processEvents()
        without = pixels(one)
        if with_focus.shape == without.shape and np.abs(with_focus - without).max() < 40:
            blind.append(said(one))
    assert blind == []


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_cut_off(window: MainWindow, qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    look.apply(application, look.DARK if look.themes().current.name == "dark" else look.LIGHT, scale)
    try:
        window.resize(*size)
        cut = []
        for kind in KINDS:
            show(window, kind)
            for _ in range(6):
                QApplication.processEvents()  # a lay-out may ask those around it for another round
            cut += [f"{kind}: {said(one)} {one.text()!r}" for one in window.findChildren(QLabel) if is_cut(one)]
            cut += [f"{kind}: {said(one)}" for one in window.findChildren(QAbstractButton) if is_narrow(one)]
        assert cut == []
    finally:
        look.apply(application, look.themes().current, 1.0)
        window.resize(1280, 720)


def is_cut(label: QLabel) -> bool:
    """Whether some of a label's words do not fit into its place."""
    if not label.isVisible() or not label.text():
        return False
    if label.wordWrap():
        return label.height() + 1 < label.heightForWidth(label.width())
    return label.contentsRect().width() + 1 < label.fontMetrics().horizontalAdvance(label.text().split("\n")[0])


def is_narrow(button: QAbstractButton) -> bool:
    """Whether a button is too narrow for its words."""
    if not button.isVisible() or not button.text() or isinstance(button, PlayButton):
        return False  # the play button paints an icon; its text is its name for those who do not see it
    return button.width() + 1 < button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))


def words_contrast(widget: QWidget, picture: NDArray[np.int16]) -> float:
    """The contrast of a widget's words in its window's picture: its commonest colour against the farthest from it."""
    place = widget.rect().translated(widget.mapTo(widget.window(), QPoint(0, 0)))
    part = picture[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
    seen = part.reshape(-1, 3).astype(np.int64) @ (1 << 16, 1 << 8, 1)
    colors, counts = np.unique(seen, return_counts=True)
    ground = QColor.fromRgb(int(colors[counts.argmax()]))
    return max(color_math.contrast(ground, QColor.fromRgb(color)) for color in colors.tolist())


def has_words(widget: QWidget) -> bool:
    """Whether words are painted on a widget, and no picture beside them."""
    if isinstance(widget, QLineEdit):
        return bool(widget.text() or widget.placeholderText())
    if isinstance(widget, QLabel):
        return bool(widget.text()) and widget.pixmap().isNull()
    plain = isinstance(widget, QAbstractButton) and not isinstance(widget, (PlayButton, Thumbnail))
    return plain and bool(widget.text()) and widget.icon().isNull()


@pytest.mark.parametrize("enabled", [True, False], ids=["enabled", "disabled"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_word_can_be_read(window: MainWindow, kind: str, enabled: bool) -> None:
    show(window, kind)
    parts = (window.top_bar, window.controls, window.story, window.surface, window.curves)
    for part in parts:
        part.setEnabled(enabled)
    QApplication.processEvents()
    try:
        kinds = (*window.findChildren(QLabel), *window.findChildren(QAbstractButton), *window.findChildren(QLineEdit))
        shown = [one for one in kinds if one.visibleRegion().boundingRect() == one.rect() and has_words(one)]
        assert len(shown) > 30
        picture = pixels(window)
        contrasts = {said(one): round(words_contrast(one, picture), 2) for one in shown}
    finally:
        for part in parts:
            part.setEnabled(True)
    assert {name: contrast for name, contrast in contrasts.items() if contrast < 4.5} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_no_markup_is_read_out(window: MainWindow, kind: str) -> None:
    show(window, kind)
    described = []
    for one in reachable(window):
        interface = QAccessible.queryAccessibleInterface(one)
        assert interface is not None, said(one)
        described.append((said(one), interface.text(QAccessible.Text.Description)))
    assert sum(bool(words) for _, words in described) > 30
    assert [(name, words) for name, words in described if "<p>" in words] == []


def test_what_the_keys_come_to_in_a_painted_view_is_said(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """A unit and its weight, a place of the surface, an epoch of the curves, a cell of the confusion matrix."""
    told: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    show(window, "blobs")
    window.story.show_page("results")
    QApplication.processEvents()
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    keys = {
        NetworkCanvas: (Qt.Key.Key_Right, Qt.Key.Key_PageDown),
        SurfaceCanvas: (Qt.Key.Key_Left,),
        CurvePlot: (Qt.Key.Key_Left,),
        ConfusionMatrix: (Qt.Key.Key_Right,),
    }
    for kind, pressed in keys.items():
        view = next(one for one in window.findChildren(QWidget) if isinstance(one, kind) and one.isVisible())
        view.setFocus(Qt.FocusReason.TabFocusReason)
        for key in pressed:
            before = len(told)
            QTest.keyClick(view, key)
            assert len(told) == before + 1, f"{kind.__name__} says nothing of {key.name}"
            assert any(letter.isdigit() for letter in told[-1]), told[-1]
    window.story.show_page("now")
