"""The panel of the network: layers, units and all of a layer's settings by mouse and by keyboard alone."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from engine.activations import ACTIVATIONS
from engine.experiment import Data, Experiment, Layer
from engine.initializers import INITIALIZERS
from playground.ui.panels.network_panel import NetworkPanel
from playground.ui.widgets import QuietCombo
from tests.playground.ui.panels.desk import Desk, drag, field_of, type_into
from tests.playground.ui.snapshots import make_experiment, make_snapshot


def open_desk(qtbot: QtBot, experiment: Experiment | None = None) -> tuple[Desk, NetworkPanel]:
    panel = NetworkPanel()
    return Desk(qtbot, panel, experiment), panel


def test_a_layer_is_added_like_the_last_and_taken_out(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Experiment(layers=(Layer(units=8, activation="relu"),)))
    QTest.mouseClick(panel.layers.add_button, Qt.MouseButton.LeftButton)
    assert [(one.units, one.activation) for one in desk.experiment.layers] == [(8, "relu")] * 2
    assert len(panel.layers.rows) == 2
    QTest.mouseClick(panel.layers.rows[0].remove, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.layers.rows[0].remove, Qt.MouseButton.LeftButton)
    assert desk.experiment.layers == ()
    assert panel.layers.rows == []
    for count in (1, 2, 1):
        desk.document.undo()
        assert len(panel.layers.rows) == count


def test_the_keyboard_alone_adds_changes_and_removes(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Experiment(layers=(Layer(),)))
    panel.layers.add_button.setFocus()
    QTest.keyClick(panel.layers.add_button, Qt.Key.Key_Space)
    row = panel.layers.rows[1]
    for name in ("open_button", "units", "activation", "remove"):
        assert getattr(row, name).focusPolicy() & Qt.FocusPolicy.TabFocus
    row.units.setFocus()
    QTest.keyClick(row.units, Qt.Key.Key_Up)
    assert desk.experiment.layers[1].units == 5
    row.activation.setFocus()
    QTest.keyClick(row.activation, Qt.Key.Key_Down)
    assert desk.experiment.layers[1].activation == "relu"
    row.remove.setFocus()
    QTest.keyClick(row.remove, Qt.Key.Key_Space)
    assert len(desk.experiment.layers) == 1
    assert QApplication.focusWidget() is panel.layers.add_button


def test_tab_goes_through_the_rows_before_the_button_below(qtbot: QtBot) -> None:
    _desk, panel = open_desk(qtbot, Experiment(layers=(Layer(),)))
    QTest.mouseClick(panel.layers.add_button, Qt.MouseButton.LeftButton)
    panel.layers.rows[0].open_button.setFocus()
    seen: list[QWidget | None] = []
    while panel.layers.add_button not in seen and len(seen) < 30:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    order = [part for row in panel.layers.rows for part in (row.open_button, row.units, row.activation, row.remove)]
    assert [part for part in seen if part in order or part is panel.layers.add_button] == [
        *order[1:],
        panel.layers.add_button,
    ]


def test_units_are_typed_once_finished(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    units = panel.layers.rows[0].units
    units.setFocus()
    units.selectAll()
    QTest.keyClicks(units, "128")
    assert desk.entries == 0
    QTest.keyClick(units, Qt.Key.Key_Return)
    assert (desk.experiment.layers[0].units, desk.entries) == (128, 1)


def test_the_wheel_leaves_units_alone_without_the_keyboard(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    units = panel.layers.rows[0].units
    panel.layers.add_button.setFocus()

    def turn() -> None:
        place, none = QPointF(5, 5), Qt.MouseButton.NoButton
        down, no_keys, phase = QPoint(0, -120), Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(
            units, QWheelEvent(place, units.mapToGlobal(place), QPoint(), down, none, no_keys, phase, False)
        )

    turn()
    assert desk.entries == 0
    units.setFocus()
    turn()
    assert desk.experiment.layers[0].units == 3


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_each_activation_can_be_chosen_and_only_leaky_relu_has_a_slope(qtbot: QtBot, kind: str) -> None:
    start = "tanh" if kind != "tanh" else "relu"
    desk, panel = open_desk(qtbot, Experiment(layers=(Layer(), Layer(activation=start))))
    row = panel.layers.rows[1]
    QTest.mouseClick(row.open_button, Qt.MouseButton.LeftButton)
    choose(row.activation, kind)
    assert desk.experiment.layers[1].activation == kind == row.activation.key()
    assert row.slope.isVisible() == (kind == "leaky-relu")
    assert ACTIVATIONS[kind].formula in row.activation.toolTip()


def choose(combo: QComboBox, key: str) -> None:
    """Take the row with `key`, as the list of the combo box reports it."""
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def test_settings_of_a_layer_reach_that_layer_only(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Experiment(layers=(Layer(), Layer(activation="leaky-relu"), Layer())))
    row = panel.layers.rows[1]
    QTest.mouseClick(row.open_button, Qt.MouseButton.LeftButton)
    drag(row.keep_prob, 1.0, 0.8, 0.5)
    type_into(field_of(row.slope), "0.2")
    QTest.mouseClick(row.batch_norm, Qt.MouseButton.LeftButton)
    choose(row.initializer.findChild(QuietCombo), "he")
    changed = desk.experiment.layers[1]
    assert 0.4 < changed.keep_prob < 0.6
    assert (changed.slope, changed.batch_norm, changed.initializer) == (0.2, True, "he")
    assert desk.experiment.layers[0] == desk.experiment.layers[2] == Layer()
    assert desk.entries == 4
    choose(row.initializer.findChild(QuietCombo), "network")
    assert desk.experiment.layers[1].initializer is None


def test_a_layer_without_details_open_takes_one_line(qtbot: QtBot) -> None:
    _, panel = open_desk(qtbot)
    row = panel.layers.rows[0]
    closed = row.sizeHint().height()
    assert not row.keep_prob.isVisible()
    QTest.mouseClick(row.open_button, Qt.MouseButton.LeftButton)
    assert row.keep_prob.isVisible()
    assert row.sizeHint().height() > 2 * closed


@pytest.mark.parametrize("kind", INITIALIZERS)
def test_each_initialiser_shows_its_formula(qtbot: QtBot, kind: str) -> None:
    desk, panel = open_desk(qtbot, Experiment(initializer="he" if kind != "he" else "lecun"))
    choose(panel.initializer.findChild(QuietCombo), kind)
    assert desk.experiment.initializer == kind
    assert panel.initializer_formula.text() == INITIALIZERS[kind].formula


@pytest.mark.parametrize(
    ("kind", "loss", "begins"),
    [
        ("circle", "auto", "L = \u2212y log"),
        ("circle", "squared-error", "L = \u00bd(\u0177 \u2212 y)\u00b2, \u0177 = \u03c3(z)"),
        ("iris", "auto", "L = \u2212\u03a3"),
        ("reg-plane", "auto", "L = \u00bd(\u0177 \u2212 y)\u00b2, \u0177 = z"),
    ],
)
def test_the_formula_of_the_loss_is_that_of_the_task(qtbot: QtBot, kind: str, loss: str, begins: str) -> None:
    _, panel = open_desk(qtbot, Experiment(data=Data(kind=kind), loss=loss))
    assert panel.loss_formula.text().startswith(begins)
    assert panel.loss_formula.isVisible()


@pytest.mark.parametrize(("kind", "can"), [("circle", True), ("digits", True), ("reg-gauss", False)])
def test_cross_entropy_is_for_classes(qtbot: QtBot, kind: str, can: bool) -> None:
    _, panel = open_desk(qtbot, Experiment(data=Data(kind=kind)))
    combo = panel.loss.findChild(QuietCombo)
    flags = combo.model().flags(combo.model().index(combo.findData("cross-entropy"), 0))
    assert bool(flags & Qt.ItemFlag.ItemIsEnabled) == can


def test_the_task_of_a_table_comes_from_the_run(qtbot: QtBot) -> None:
    experiment = make_experiment("csv")
    _, panel = open_desk(qtbot, experiment)
    assert not panel.loss_formula.isVisible()
    panel.show_snapshot(make_snapshot(experiment))
    assert panel.loss_formula.text().endswith("\u0177 = z")


def test_an_experiment_that_cannot_run_is_shown_all_the_same(qtbot: QtBot) -> None:
    _, panel = open_desk(qtbot, Experiment(data=Data(kind="reg-plane"), loss="cross-entropy"))
    assert panel.loss.key() == "cross-entropy"
    assert not panel.loss_formula.isVisible()


def test_the_scale_of_the_initial_weights_goes_down_to_nothing(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    drag(panel.scale, 0.5, 0.0)
    assert (desk.experiment.initializer_scale, desk.entries) == (0.0, 1)
