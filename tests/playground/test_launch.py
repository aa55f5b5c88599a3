"""The start: Qt alone until the last start's picture is painted, then the whole window in its place, pixel by pixel."""

from __future__ import annotations

import gc
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.edits import new_seed
from engine.errors import FileFormatError
from engine.experiment_file import save_experiment
from engine.presets import preset
from playground import launch
from playground.app import Playground
from playground.launch import Launch
from playground.program import launch_picture
from playground.program.kept_session import session_folder
from playground.program.launch_sheets import EmptyCards
from playground.state.recorder import Recording
from playground.ui import theme as look
from playground.ui.language import install_language
from playground.ui.main_window import MainWindow
from playground.ui.views.curve_options import CurveOptions
from tests.test_house import ROOT

# What the first trained step does not need: a start imports it later, or when it is asked for.
AFTER_TRAINING = (
    "click",
    "contourpy",
    "csv",
    "json",
    "platformdirs",
    "pyqtgraph",
    "safetensors",
    "PySide6.QtSvg",
    "engine.assignment",
    "engine.collapse",
    "engine.data.table",
    "engine.experiment_file",
    "engine.experiment_text",
    "engine.export",
    "engine.gradient_check",
    "engine.hessian",
    "engine.lanes",
    "engine.search",
    "engine.surfaces",
    "playground.app",
    "playground.cli",
    "playground.state.document",
    "playground.state.limit_finder",
    "playground.ui.theme",
)
SLOW = ("numpy", "click", "contourpy", "pyqtgraph", "safetensors", "engine.experiment", "playground.ui.theme")


@pytest.fixture
def starting() -> Iterator[Launch]:
    """A start in a world without settings and pictures, ended afterwards."""
    application = launch.make_application()
    clear(application)
    launching = Launch(application)
    yield launching
    launching.garbage.stop()
    if launching.termination is not None:
        launching.termination.stop()
    launching.window.close()
    launching.window.deleteLater()
    if launching.playground is not None:
        launching.playground.deleteLater()
    launching.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.unfreeze()  # conftest looks for threads among what the collector knows
    clear(application)


def clear(application: QApplication) -> None:
    QSettings().clear()
    look.apply(application, look.LIGHT)
    install_language(application, "en")
    for path in (*launch_picture.folder().glob("*"), *session_folder().glob("*")):
        path.unlink()


def kept(window: object) -> QPixmap:
    """A picture as an earlier start would have left it."""
    assert isinstance(window, launch.MainWindow)
    picture = QPixmap(window.size() * window.devicePixelRatio())
    picture.fill(Qt.GlobalColor.red)
    launch_picture.keep(launch_picture.name_for(window), picture)
    return picture


def test_nothing_slow_is_imported_before_the_first_picture() -> None:
    code = "import sys, playground.__main__, playground.preflight, playground.launch; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = found.stdout.split()
    assert "PySide6.QtWidgets" in loaded
    assert sorted(set(SLOW) & set(loaded)) == []


def test_nothing_else_is_imported_before_the_first_trained_step() -> None:
    code = """
import sys, playground.__main__, playground.launch
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
from playground.program.first_run import begin_training
session = begin_training()
session.play()
while (snapshot := session.latest()) is None or snapshot.step == 0:
    application.processEvents()
print(*sys.modules)
session.close()
"""
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = found.stdout.split()
    assert "engine.trainer" in loaded
    assert sorted(set(AFTER_TRAINING) & set(loaded)) == []


def begin(launching: Launch, qtbot: QtBot) -> Playground:
    """Begin without a picture, and wait for the whole window."""
    launching.begin()
    qtbot.waitUntil(lambda: launching.playground is not None)
    assert launching.playground is not None
    return launching.playground


def test_without_a_picture_the_empty_cards_come_first(starting: Launch, qtbot: QtBot) -> None:
    starting.begin()
    assert starting.playground is None
    assert isinstance(starting.window.centralWidget(), EmptyCards)
    assert starting.window.isVisible()
    qtbot.waitUntil(lambda: starting.playground is not None)
    assert starting.window.is_built


def test_the_picture_comes_first_and_the_cards_take_its_place(starting: Launch, qtbot: QtBot) -> None:
    picture = kept(starting.window)
    starting.begin()
    assert starting.playground is None
    assert launch_picture.same(starting.window.centralWidget().grab(), picture)
    qtbot.waitUntil(lambda: starting.playground is not None)
    assert not isinstance(starting.window.centralWidget(), launch_picture.LaunchPage)
    assert starting.window.surface.isVisible()


def places(window: MainWindow) -> list[QPoint]:
    """Where the cards stand."""
    cards = (window.board.network_card, window.story, window.surface, window.curves) if window.is_built else ()
    return [card.mapTo(window, card.rect().bottomRight()) for card in cards]


def test_nothing_moves_once_the_whole_window_is_there(starting: Launch, qtbot: QtBot) -> None:
    kept(starting.window)
    starting.begin()
    qtbot.waitUntil(lambda: starting.playground is not None)
    first = places(starting.window)
    for _ in range(50):
        QApplication.processEvents()
    assert places(starting.window) == first


def test_a_window_that_is_never_painted_is_built_all_the_same(starting: Launch, qtbot: QtBot) -> None:
    kept(starting.window)
    starting.window.showMinimized()
    starting.begin()
    qtbot.waitUntil(lambda: starting.playground is not None)


def test_what_a_start_leaves_is_what_the_next_one_shows(starting: Launch, qtbot: QtBot) -> None:
    playground = begin(starting, qtbot)
    assert starting.keeper is not None
    first = starting.window.grab()
    for _ in range(50):
        QApplication.processEvents()  # whatever still wants to move or to be drawn
    starting.keeper.take()
    found = launch_picture.find(launch_picture.name_for(starting.window))
    assert launch_picture.same(found, first)  # whole from the first moment on: with points, surface and units
    playground.session.step_batch()
    qtbot.waitUntil(lambda: not playground.is_untouched())
    starting.keeper.take()
    assert launch_picture.same(launch_picture.find(launch_picture.name_for(starting.window)), first)


def test_a_file_is_not_announced_by_a_picture(starting: Launch, tmp_path: Path) -> None:
    kept(starting.window)
    path = tmp_path / "spiral.json"
    save_experiment(preset("spiral"), path)
    starting.begin(path)
    assert starting.playground is not None
    assert starting.playground.document.experiment == preset("spiral")
    assert starting.keeper is None


def epochs(launching: Launch) -> int:
    assert launching.playground is not None
    snapshot = launching.playground.session.latest()
    return -1 if snapshot is None else snapshot.epoch


def test_the_next_start_shows_and_goes_on_with_what_this_one_left(starting: Launch, qtbot: QtBot) -> None:
    playground = begin(starting, qtbot)
    playground.document.apply(new_seed(77))
    playground.session.step_epoch()
    qtbot.waitUntil(lambda: epochs(starting) == 1)
    starting.window.close()
    QSettings().remove("geometry")  # this platform's screen is smaller than the window
    again = Launch(launch.make_application())
    again.begin()
    assert isinstance(again.window.centralWidget(), launch_picture.LaunchPage)
    qtbot.waitUntil(lambda: again.playground is not None)
    assert again.playground is not None
    assert again.playground.document.experiment.seed == 77
    qtbot.waitUntil(lambda: epochs(again) == 1)
    again.window.close()
    again.window.deleteLater()


def test_what_the_curves_showed_is_shown_again_and_measured(starting: Launch, qtbot: QtBot) -> None:
    options = CurveOptions(measure="gradients", beta=0.9)
    QSettings().setValue("curves", options.to_text())
    playground = begin(starting, qtbot)
    assert playground.window.curves.view.options() == options
    assert playground.session._recording == Recording(layer_norms=True)


def test_a_fresh_start_is_not_announced_by_a_picture(starting: Launch) -> None:
    kept(starting.window)
    starting.begin(fresh=True)
    assert starting.playground is not None


def test_a_damaged_file_is_an_error_and_no_window(
    starting: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "exit", lambda *_: pytest.fail("nothing runs yet that could be ended"))
    path = tmp_path / "damaged.json"
    path.write_text("{")
    with pytest.raises(FileFormatError):
        starting.begin(path)
    assert not starting.window.isVisible()


def test_a_picture_does_not_stay_when_the_rest_fails(starting: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    from playground import app

    def fail(*_: object, **more: object) -> None:
        raise RuntimeError("no cards today")

    ended: list[int] = []
    monkeypatch.setattr(app, "begin", fail)
    monkeypatch.setattr(QApplication, "exit", lambda _, status: ended.append(status))
    starting.window.show()
    with pytest.raises(RuntimeError, match="no cards today"):
        starting.finish()
    assert ended == [1]


def test_without_a_display_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("playground.preflight.check_display", lambda: "There is no display")
    assert launch.start() == 1
    assert capsys.readouterr().err == "playground: There is no display\n"


def test_a_system_that_ends_the_program_costs_nothing(
    starting: Launch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SIGTERM while it trains, with unsaved changes: everything is there at the next start."""
    ended: list[int] = []
    # the real one, with no `exec` to end, would end every later loop at once
    monkeypatch.setattr(QApplication, "exit", lambda _, status: ended.append(status))
    playground = begin(starting, qtbot)
    starting.window.resize(700, 500)
    size = starting.window.size()
    playground.document.apply(new_seed(78))
    playground.session.play()
    qtbot.waitUntil(lambda: epochs(starting) > 0, timeout=30_000)
    signal.raise_signal(signal.SIGTERM)
    qtbot.waitUntil(lambda: playground.session.is_closed, timeout=30_000)
    assert ended == [128 + signal.SIGTERM]
    left = epochs(starting)
    again = Launch(launch.make_application())
    assert again.window.size() == size
    again.finish()
    assert again.playground is not None
    assert again.playground.document.experiment.seed == 78
    qtbot.waitUntil(lambda: epochs(again) >= left, timeout=30_000)
    again.window.close()
    assert again.termination is not None
    again.termination.stop()
    again.window.deleteLater()
