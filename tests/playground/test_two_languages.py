"""The whole program changes its language while it runs: nothing stays English, nothing differs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from engine.presets import preset
from playground import app
from playground.program.application import make_application
from playground.ui import theme as look
from playground.ui.language import install_language
from playground.ui.main_window import MainWindow
from tests.playground.scaled_window import settle
from tests.playground.ui.snapshots import make_experiment, make_snapshot
from tests.playground.ui.views.pictures import pixels

KINDS = ("circle", "iris", "reg-gauss", "digits", "circle-vanishing")
# What Chinese takes over as it is: names of functions, methods, formats, keys, and of the other language.
LATIN = re.compile(
    r"tanh|sigmoid|[Ss]oftmax|ReLU|Leaky|Sigmoid|Tanh|Adam|RMSprop|LeCun|Xavier|Glorot|Dropout|float\d+|JSON|neural-playground|"
    r"playground train|epoch|period|preset:|Ctrl|Shift|Enter|Page (Up|Down)|Pg(Up|Down)|Home|English|"
    r"min|max|keep|</?\w+>|n_(in|out)"
)
WORD, HAN = re.compile(r"[A-Za-z]{4,}"), re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    application = make_application()
    QSettings().clear()  # other tests have opened files, whose names are nobody's words
    look.apply(application, look.LIGHT)
    install_language(application, "en")
    yield
    install_language(application, "en")


@pytest.fixture
def started() -> Iterator[list[app.Playground]]:
    """Programs that a test starts; all are closed."""
    programs: list[app.Playground] = []
    yield programs
    for program in programs:
        program.window.close()
        program.close()
        program.window.deleteLater()
        program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def start(kind: str, started: list[app.Playground], qtbot: QtBot) -> app.Playground:
    """The program on a preset, one epoch on."""
    program = app.Playground(make_application(), preset(kind))
    started.append(program)
    program.window.resize(1440, 900)
    program.window.show()
    program.limits.close()  # what it finds later has words of its own
    train(program, qtbot)
    return program


def train(program: app.Playground, qtbot: QtBot) -> None:
    program.session.step_epoch()
    wanted = program.document.experiment

    def is_there() -> bool:
        snapshot = program.session.latest()
        return snapshot is not None and snapshot.experiment == wanted and snapshot.epoch >= 1 and not snapshot.running

    qtbot.waitUntil(is_there, timeout=60_000)
    program.clock.tick()
    settle()


def open_everything(program: app.Playground) -> None:
    """What is made when it is asked for."""
    window = program.window
    window.overlays.open_shortcuts()
    window.overlays.open_palette()
    window.open_history()
    window.class_mode.open_dialog()
    window.layer_settings.open(0, QPoint(300, 200))
    settle()


def words(window: QWidget) -> dict[str, str]:
    """Everything the window says in words, to eyes and to screen readers, by where it is."""
    found: dict[str, str] = {}
    for number, widget in enumerate([window, *window.findChildren(QWidget)]):
        texts = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
        if isinstance(widget, (QLabel, QAbstractButton)):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            for row in range(widget.count()):
                texts += [widget.itemText(row), str(widget.itemData(row, Qt.ItemDataRole.ToolTipRole) or "")]
        if isinstance(widget, QListWidget):
            texts += [widget.item(row).text() for row in range(widget.count())]
        texts += [text for action in widget.actions() for text in (action.text(), action.toolTip())]
        found[f"{number} {type(widget).__name__}"] = "\n".join(dict.fromkeys(filter(None, texts)))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stays_english_and_english_comes_back(
    kind: str, english: None, started: list[app.Playground], qtbot: QtBot
) -> None:
    program = start(kind, started, qtbot)
    window = program.window
    for page in ("images", "lesson", "now", "results"):  # what is not seen may say something old
        window.story.show_page(page)
    open_everything(program)
    program.look.set_language("zh")
    settle()
    chinese = {place: (WORD.findall(LATIN.sub("", text)), text) for place, text in words(window).items()}
    assert {place: found for place, found in chinese.items() if found[0]} == {}
    assert sum(bool(HAN.search(text)) for _, text in chinese.values()) > 100
    program.look.set_language("en")
    settle()
    english_again = {place: text for place, text in words(window).items() if HAN.search(text.replace("中文", ""))}
    assert english_again == {}


@pytest.fixture
def windows() -> Iterator[list[MainWindow]]:
    """Windows that a test opens; all are closed."""
    opened: list[MainWindow] = []
    yield opened
    for window in opened:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def open_window(kind: str, windows: list[MainWindow]) -> MainWindow:
    """A window that shows a made-up run, standing still."""
    window = MainWindow()
    windows.append(window)
    window.resize(1440, 900)
    window.show_experiment(preset(kind))
    window.show_snapshot(make_snapshot(make_experiment(kind), surface_size=40, unit_size=16))
    window.show()
    settle()
    return window


@pytest.mark.parametrize("kind", ["circle", "iris", "reg-gauss", "digits"])
def test_a_change_of_language_looks_like_a_start_in_it(kind: str, english: None, windows: list[MainWindow]) -> None:
    changed = open_window(kind, windows)
    before = pixels(changed)
    install_language(make_application(), "zh")
    settle()
    fresh = open_window(kind, windows)
    differing = float((np.abs(pixels(changed) - pixels(fresh)).max(axis=2) > 20).mean())
    assert differing < 0.0005, f"{differing:.2%} of the pixels are others than after a start in Chinese"
    assert float((np.abs(pixels(changed) - before).max(axis=2) > 20).mean()) > 0.01
