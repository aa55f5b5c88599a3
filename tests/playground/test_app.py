"""The program as it is used: keys, mouse, files, undo, two looks and two languages; nothing hangs, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.edits import add_layer, choose_data, replace_experiment, set_field
from engine.experiment import Experiment, Layer
from engine.presets import preset
from engine.review import EARLIEST
from engine.snapshot import Snapshot
from engine.trainer import Trainer
from playground import app
from playground.program.application import make_application
from playground.ui import theme as look
from playground.ui.actions import ACTIONS
from playground.ui.language import current_language, install_language
from playground.ui.theme import themes
from playground.ui.views.surface_canvas import SurfaceCanvas
from playground.ui.widgets.slider_track import SliderTrack
from tests.playground.seen import Seen, waiting_for

Opened = app.Playground


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    application = make_application()
    look.apply(application, look.LIGHT)
    install_language(application, "en")
    playground = app.Playground(application, preset("circle"))
    playground.window.resize(1280, 720)
    with qtbot.waitExposed(playground.window):
        playground.window.show()
    yield playground
    playground.window.close()
    playground.session.close()
    playground.window.deleteLater()
    playground.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    install_language(application, "en")


@pytest.fixture
def seen(opened: Opened, qtbot: QtBot) -> Seen:
    """Wait for a snapshot that fulfils a condition."""
    return waiting_for(opened.session, qtbot)


def test_the_opening_screen_learns_its_circle(opened: Opened, seen: Seen) -> None:
    opened.window.actions_by_id["play"].trigger()
    assert seen(lambda one: one.epoch >= 60).accuracy["test"] > 0.9


def test_space_presses_the_button_that_the_keyboard_has_reached(opened: Opened, qtbot: QtBot) -> None:
    button = opened.window.top_bar.theme
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert themes().current.name == "dark"
    assert not opened.session.is_running


def test_a_click_on_plus_adds_a_unit_and_undo_takes_it_back(opened: Opened, seen: Seen, qtbot: QtBot) -> None:
    seen(lambda one: True)
    before = opened.document.experiment
    plus = next(
        one for one in opened.window.network._strip.stops() if "+" in one.text() or "Add" in one.accessibleName()
    )
    qtbot.mouseClick(plus, Qt.MouseButton.LeftButton)
    after = opened.document.experiment
    assert sum(layer.units for layer in after.layers) == sum(layer.units for layer in before.layers) + 1
    seen(lambda one: one.experiment == after)
    qtbot.keyClick(opened.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.document.experiment == before


def test_a_weight_is_typed_and_frozen_in_the_picture(opened: Opened, seen: Seen, qtbot: QtBot) -> None:
    """Through the whole window: click, type, train, freeze, train, undo."""
    run = seen(lambda one: True).run
    opened.clock.tick()
    canvas = opened.window.network._canvas
    point = canvas.scene.bundles.items[1].point(0, 0.95).toPoint()
    editor = canvas.editing.editor

    def open_editor() -> None:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)
        assert editor.isVisible()
        editor.field.selectAll()

    def shown(snapshot: Snapshot) -> float:
        hit = canvas.scene.find(QPointF(point))
        assert hit is not None
        return float(snapshot.layers[hit.layer - 1].weights[hit.unit, hit.source])

    open_editor()
    qtbot.keyClicks(editor.field, "-2.5")
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert not editor.isVisible()
    assert seen(lambda one: shown(one) == -2.5).run == run
    opened.session.step_batch()
    assert shown(seen(lambda one: one.step == 1)) not in (-2.5, 0.0)
    opened.clock.tick()
    open_editor()
    qtbot.mouseClick(editor.frozen, Qt.MouseButton.LeftButton)
    held = editor.value
    opened.session.play()
    later = seen(lambda one: one.step > 50)
    assert shown(later) == pytest.approx(held, abs=1e-6)
    assert later.run == run
    opened.document.undo()
    seen(lambda one: abs(shown(one) - held) > 1e-3)
    assert opened.document.experiment.frozen == ()


def test_a_drag_of_the_learning_rate_acts_live_and_is_one_entry(opened: Opened, seen: Seen, qtbot: QtBot) -> None:
    opened.session.play()
    run = seen(lambda one: one.epoch > 0).run
    slider = opened.window.controls.training.sliders["optimizer.learning_rate"]
    track = slider.findChild(SliderTrack)
    assert track is not None
    middle = QPoint(track.width() // 2, track.height() // 2)
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=middle)
    for x in range(middle.x(), middle.x() + 40, 4):
        qtbot.mouseMove(track, QPoint(x, middle.y()))
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 0))
    rate = opened.document.experiment.optimizer.learning_rate
    assert rate != preset("circle").optimizer.learning_rate
    assert opened.document.undo_stack.count() == 1
    snapshot = seen(lambda one: one.learning_rate == pytest.approx(rate))
    assert snapshot.run == run
    assert snapshot.running


def test_looks_and_languages_change_while_it_trains(opened: Opened, seen: Seen) -> None:
    opened.session.play()
    seen(lambda one: one.epoch > 0)
    opened.window.actions_by_id["theme"].trigger()
    assert themes().current.name == "dark"
    opened.window.actions_by_id["language"].trigger()
    assert current_language(QApplication.instance()) == "zh"
    epoch = seen(lambda one: True).epoch
    seen(lambda one: one.epoch > epoch)
    opened.window.actions_by_id["language"].trigger()
    opened.window.actions_by_id["theme"].trigger()
    assert themes().current.name == "light"


@pytest.mark.parametrize("name", ["circle", "blobs", "reg-gauss", "iris", "digits", "breast-cancer"])
def test_every_kind_of_data_is_shown(opened: Opened, seen: Seen, name: str) -> None:
    opened.window.preset_requested.emit(name)
    seen(lambda one: one.experiment.data.kind == name)
    opened.session.step_epoch()
    snapshot = seen(lambda one: one.experiment.data.kind == name and one.epoch == 1)
    opened.window.show_snapshot(snapshot)
    assert not opened.window.grab().isNull()


def test_a_preset_can_be_undone(opened: Opened) -> None:
    opened.document.apply(add_layer(0))
    before = opened.document.experiment
    opened.window.preset_requested.emit("iris")
    assert opened.document.experiment == preset("iris")
    opened.window.actions_by_id["undo"].trigger()
    assert opened.document.experiment == before


def test_costs_of_batches_and_norms_of_layers_are_measured_while_they_are_shown(opened: Opened, seen: Seen) -> None:
    view = opened.window.curves.view
    view._tabs._group.button(2).click()
    assert seen(lambda one: one.layer_norms is not None).batch_costs is None
    view._tabs._group.button(0).click()
    view._panel.per._group.button(1).click()
    opened.session.step_epoch()
    shot = seen(lambda one: one.epoch == 1 and one.batch_costs is not None)
    assert shot.layer_norms is None
    assert shot.batch_costs is not None
    assert shot.batch_costs.count.sum() == shot.batches_per_epoch


def test_another_plane_is_shown(opened: Opened, seen: Seen) -> None:
    opened.window.preset_requested.emit("iris")
    seen(lambda one: one.experiment.data.kind == "iris")
    opened.window.plane_requested.emit("features", (2, 3))
    assert seen(lambda one: one.data.plane.kind == "features").data.plane.columns == (2, 3)
    opened.window.plane_requested.emit("principal", (-1, -1))
    seen(lambda one: one.data.plane.kind == "principal")


@pytest.mark.parametrize("seed", range(3))
def test_random_use_neither_hangs_nor_raises_and_undoes_to_the_start(opened: Opened, qtbot: QtBot, seed: int) -> None:
    random = Random(seed)
    first = opened.document.experiment
    left_out = {
        *("theme", "language", "theme_system", "language_system", "full_screen", "projector", "menu", "quit"),
        *("open", "open_recent", "open_table", "save", "save_as", "export_weights", "export_picture"),
    }
    actions = [row.id for row in ACTIONS if row.id not in left_out]
    edits = [
        lambda: add_layer(0),
        lambda: set_field("layers", tuple(Layer(units=random.randint(1, 9)) for _ in range(random.randint(0, 4)))),
        lambda: choose_data(random.choice(["circle", "xor", "blobs", "reg-plane", "iris"])),
        lambda: set_field("optimizer.learning_rate", 10 ** random.uniform(-4, 0)),
        lambda: set_field("penalty.l2", random.choice([0.0, 1.0])),
        lambda: set_field("batch_size", random.choice([1, 10, 64])),
    ]
    for _ in range(100):
        if random.random() < 0.5:
            opened.window.actions_by_id[random.choice(actions)].trigger()
        else:
            opened.window.edit_requested.emit(random.choice(edits)())
        QApplication.processEvents()
    while opened.document.undo_stack.canUndo():
        opened.document.undo()
    assert opened.document.experiment == first
    opened.session.pause()


def test_the_window_trains_as_the_engine_does(opened: Opened, seen: Seen) -> None:
    for _ in range(3):
        opened.session.step_epoch()
    seen(lambda one: one.epoch == 3)
    headless = Trainer(preset("circle"))
    headless.run(3)
    np.testing.assert_array_equal(opened.session.trainer_copy().parameters, headless.parameters)


def test_an_experiment_is_what_the_window_shows(opened: Opened, seen: Seen) -> None:
    opened.document.start(Experiment(layers=()))
    assert seen(lambda one: one.experiment.layers == ()).layers[0].weights.shape == (1, 2)


def test_points_painted_while_it_trains_join_the_run_and_undo_leads_back(
    opened: Opened, seen: Seen, qtbot: QtBot
) -> None:
    window = opened.window
    qtbot.mouseClick(window.surface.brush, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window, Qt.Key.Key_Space)
    first = seen(lambda one: one.running and one.epoch >= 2)
    canvas = window.surface.view.findChild(SurfaceCanvas)
    assert isinstance(canvas, SurfaceCanvas)
    qtbot.keyClick(canvas, Qt.Key.Key_1)
    start = canvas.map_area.topLeft().toPoint() + QPoint(20, 20)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 5):
        qtbot.mouseMove(canvas, start + QPoint(12 * step, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(48, 0))
    points = opened.document.experiment.data.points
    assert len(points) == 505
    painted = seen(lambda one: one.experiment.data.points == points)
    assert (painted.run, painted.running) == (first.run, True)
    assert painted.step > first.step
    assert sum(len(labels) for labels in painted.data.labels.values()) == 505
    opened.document.undo()
    assert opened.document.experiment == preset("circle")
    assert seen(lambda one: one.experiment == preset("circle") and one.run != first.run).running


def test_zooming_shows_the_part_and_leaves_the_run_alone(opened: Opened, seen: Seen, qtbot: QtBot) -> None:
    first = seen(lambda one: True)
    canvas = opened.window.surface.view.findChild(SurfaceCanvas)
    assert isinstance(canvas, SurfaceCanvas)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    near = seen(lambda one: one.data.plane.high[0] < 6)
    assert (near.run, near.step) == (first.run, first.step)
    opened.document.apply(choose_data("iris"))
    assert not canvas.is_zoomed
    iris = seen(lambda one: one.experiment.data.kind == "iris")
    assert iris.data.plane.high[0] - iris.data.plane.low[0] > 3


def test_an_advice_is_taken_with_a_click_and_taken_back(opened: Opened, seen: Seen, qtbot: QtBot) -> None:
    start = preset("circle-straight")
    opened.document.apply(replace_experiment(start, "Preset"))
    for _ in range(EARLIEST):
        opened.session.step_epoch()
    shot = seen(lambda one: one.review is not None and one.review.verdict == "bias")
    assert shot.review is not None
    assert shot.review.advice == "larger-network"
    button = opened.window.story.status.review.button
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.document.experiment == replace(start, layers=(Layer(units=8),))
    opened.document.undo()
    assert opened.document.experiment == start


def test_a_diverged_run_is_mended_with_a_click_and_starts_again(opened: Opened, seen: Seen, qtbot: QtBot) -> None:
    opened.document.apply(replace_experiment(preset("reg-plane-diverges"), "Preset"))
    opened.session.play()
    seen(lambda one: one.failure is not None)
    button = opened.window.story.status.review.button
    qtbot.waitUntil(button.isVisible)  # the page that explains comes to the front
    assert button.text() == "Lower α to 0.3"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.document.experiment.optimizer.learning_rate == 0.3
    fresh = seen(lambda one: one.failure is None and one.step == 0)
    assert fresh.experiment == opened.document.experiment
    opened.session.play()
    seen(lambda one: one.epoch >= 2)
    assert opened.session.is_running
