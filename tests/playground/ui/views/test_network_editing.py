"""Weights are typed and frozen in the picture itself, by mouse and by keys, and told counted from 1."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from engine import edits
from engine.edits import Edit
from engine.experiment import Experiment
from engine.frozen import FrozenWeight
from playground.ui.views.network_canvas import NetworkCanvas
from playground.ui.views.network_locks import SHARE
from playground.ui.views.network_pointer import bias_center
from tests.playground.ui.snapshots import make_experiment, make_snapshot
from tests.playground.ui.views.pictures import click_at, dress, keep, pixels, point_at

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def canvas_of(qtbot: QtBot, experiment: Experiment | None = None) -> NetworkCanvas:
    dress()
    canvas = NetworkCanvas()
    keep(qtbot, canvas)
    canvas.resize(740, 500)
    show(canvas, experiment or make_experiment())
    canvas.show()
    canvas.activateWindow()
    return canvas


def show(canvas: NetworkCanvas, experiment: Experiment, step: int = 0) -> None:
    canvas.show_experiment(experiment)
    canvas.show_snapshot(make_snapshot(experiment, step=step, surface_size=8, unit_size=8))


def edge_at(canvas: NetworkCanvas, layer: int, unit: int, source: int, share: float = 0.9) -> tuple[float, float]:
    """A point of an edge that is nearest to it alone."""
    found = canvas.scene.bundles.edge_of(layer, unit, source)
    assert found is not None
    point = canvas.scene.bundles.items[found[0]].point(found[1], share)
    return point.x(), point.y()


def bias_at(canvas: NetworkCanvas, layer: int, unit: int) -> tuple[float, float]:
    column = canvas.arrangement.column_of(layer)
    assert column is not None
    return bias_center(column, unit)


def type_in(qtbot: QtBot, canvas: NetworkCanvas, text: str) -> None:
    editor = canvas.editing.editor
    qtbot.waitUntil(editor.field.hasFocus)
    qtbot.keyClicks(editor.field, text)
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)


def test_hover_says_the_value_of_this_moment(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    point_at(canvas, *edge_at(canvas, 2, 1, 3))
    assert canvas.hit is not None
    assert (canvas.hit.kind, canvas.hit.layer, canvas.hit.unit, canvas.hit.source) == ("edge", 2, 1, 3)
    before = pixels(canvas)
    show(canvas, make_experiment(), step=40)
    assert (pixels(canvas) != before).any()


def test_click_on_an_edge_types_its_weight(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    click_at(canvas, *edge_at(canvas, 2, 1, 3))
    editor = canvas.editing.editor
    assert editor.isVisible()
    assert canvas.rect().contains(editor.geometry())
    assert editor.value == pytest.approx(float(canvas.content.weights[1][1, 3]))
    with qtbot.waitSignal(canvas.editing.weight_typed) as blocker:
        type_in(qtbot, canvas, "-1.5")
    assert blocker.args == [2, 2, 4, -1.5]
    assert not editor.isVisible()
    assert canvas.editing.hit is None


def test_an_input_is_called_by_its_number_in_the_network(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot, make_experiment(features=("x2", "sin(x1)")))
    click_at(canvas, *edge_at(canvas, 1, 0, 1))
    with qtbot.waitSignal(canvas.editing.weight_typed) as blocker:
        type_in(qtbot, canvas, "2")
    assert blocker.args == [1, 1, 2, 2.0]


@pytest.mark.parametrize(("layer", "unit"), [(1, 2), (3, 0)])
def test_click_on_a_bias_types_it_the_output_s_too(qtbot: QtBot, layer: int, unit: int) -> None:
    canvas = canvas_of(qtbot)
    click_at(canvas, *bias_at(canvas, layer, unit))
    with qtbot.waitSignal(canvas.editing.weight_typed) as blocker:
        type_in(qtbot, canvas, "0.5")
    assert blocker.args == [layer, unit + 1, None, 0.5]


def test_freeze_and_release_are_edits(qtbot: QtBot) -> None:
    experiment = make_experiment()
    canvas = canvas_of(qtbot, experiment)

    def switched() -> Experiment:
        with qtbot.waitSignal(canvas.editing.edit_requested) as blocker:
            qtbot.mouseClick(canvas.editing.editor.frozen, Qt.MouseButton.LeftButton)
        assert isinstance(blocker.args[0], Edit)
        return blocker.args[0].change(experiment)

    click_at(canvas, *edge_at(canvas, 2, 0, 2))
    value = canvas.editing.editor.value
    frozen = switched()
    assert frozen.frozen == (FrozenWeight(layer=2, unit=1, input=3, value=value),)
    experiment = frozen
    canvas.show_experiment(frozen)
    assert canvas.editing.editor.frozen.is_on()
    with (
        qtbot.waitSignal(canvas.editing.edit_requested) as blocker,
        qtbot.assertNotEmitted(canvas.editing.weight_typed),
    ):
        qtbot.keyClick(canvas.editing.editor.field, Qt.Key.Key_Up)
    moved = blocker.args[0].change(frozen).frozen[0]
    assert moved.value == pytest.approx(value + 0.1, abs=1e-6)
    assert blocker.args[0].merge_key
    assert switched().frozen == ()


def test_what_is_frozen_has_a_mark_of_its_own(qtbot: QtBot) -> None:
    experiment = make_experiment()
    canvas = canvas_of(qtbot, experiment)
    plain = pixels(canvas)
    x, y = edge_at(canvas, 2, 0, 2, 0.62)
    canvas.show_experiment(edits.freeze(2, 1, 3, 0.5).change(experiment))
    marked = pixels(canvas)
    around = marked[round(y) - 8 : round(y) + 9, round(x) - 8 : round(x) + 9]
    assert (around != plain[round(y) - 8 : round(y) + 9, round(x) - 8 : round(x) + 9]).any(axis=2).sum() > 40
    bx, by = bias_at(canvas, 1, 1)
    canvas.show_experiment(edits.freeze(1, 2, None, 0.5).change(experiment))
    both = pixels(canvas)
    assert (both[round(by), round(bx)] != plain[round(by), round(bx)]).any()
    canvas.show_experiment(experiment)
    assert (pixels(canvas) == plain).all()


def test_the_mark_stays_on_an_edge_that_is_looked_at(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot, edits.freeze(2, 2, 4, 0.5).change(make_experiment()))
    x, y = edge_at(canvas, 2, 1, 3, SHARE)
    around = (slice(round(y) - 3, round(y) + 4), slice(round(x) - 3, round(x) + 4))
    plain = pixels(canvas)[around]
    point_at(canvas, *edge_at(canvas, 2, 1, 3, 0.95))
    assert canvas.hit is not None
    assert (canvas.hit.unit, canvas.hit.source) == (1, 3)
    assert (pixels(canvas)[around] == plain).mean() > 0.9


def test_hover_says_that_it_is_frozen(qtbot: QtBot) -> None:
    from playground.ui.views.network_words import describe

    experiment = edits.freeze(2, 2, 4, 0.5).change(make_experiment())
    canvas = canvas_of(qtbot, experiment)
    point_at(canvas, *edge_at(canvas, 2, 1, 3))
    assert canvas.hit is not None
    assert describe(canvas.content, canvas.hit, canvas.scene.bundles).endswith(", frozen")


def test_a_click_beside_closes_and_one_on_another_weight_goes_there(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    click_at(canvas, *bias_at(canvas, 1, 0))
    click_at(canvas, *bias_at(canvas, 2, 1))
    assert canvas.editing.hit is not None
    assert (canvas.editing.hit.layer, canvas.editing.hit.unit) == (2, 1)
    click_at(canvas, 730, 5)
    assert canvas.editing.hit is None
    assert not canvas.editing.editor.isVisible()


def test_editor_stays_with_its_weight_until_that_is_gone(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    click_at(canvas, *edge_at(canvas, 2, 1, 3))
    canvas.resize(500, 300)
    assert canvas.editing.hit is not None
    assert canvas.rect().contains(canvas.editing.editor.geometry())
    show(canvas, make_experiment("circle", (5, 2)))
    hit = canvas.editing.hit
    assert hit is not None
    bundle = canvas.scene.bundles.items[hit.bundle]
    assert (int(bundle.target_units[hit.edge]), int(bundle.source_units[hit.edge])) == (1, 3)
    show(canvas, make_experiment("circle", (3, 2)))
    assert canvas.editing.hit is None
    assert not canvas.editing.editor.isVisible()


def test_editor_follows_the_run(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    click_at(canvas, *edge_at(canvas, 2, 1, 3))
    before = canvas.editing.editor.value
    show(canvas, make_experiment(), step=40)
    assert canvas.editing.editor.value != before
    assert canvas.editing.editor.value == pytest.approx(float(canvas.content.weights[1][1, 3]))


def test_edges_that_stand_for_many_weights_are_not_typed(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot, make_experiment("digits", (4,)))
    bundle = canvas.scene.bundles.items[0]
    point = bundle.point(2, 0.9)
    click_at(canvas, point.x(), point.y())
    assert canvas.editing.hit is None


def test_keys_reach_every_weight_and_come_back(qtbot: QtBot) -> None:
    canvas = canvas_of(qtbot)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(canvas.hasFocus)
    while canvas.hit is None or canvas.hit.layer < 2:
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    hit = canvas.hit
    assert hit is not None
    assert (hit.kind, hit.layer, hit.source) == ("edge", 2, 1)
    with qtbot.waitSignal(canvas.editing.weight_typed) as blocker:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
        type_in(qtbot, canvas, "0.75")
    assert blocker.args == [2, hit.unit + 1, 2, 0.75]
    qtbot.waitUntil(canvas.hasFocus)
    assert canvas.hit == hit
    qtbot.keyClick(canvas, Qt.Key.Key_PageUp)
    assert canvas.hit.source == 0
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.hit is not None
    assert canvas.hit.kind == "unit"
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.hit is None


def test_under_batch_norm_the_dot_is_beta(qtbot: QtBot) -> None:
    experiment = make_experiment()
    normed = replace(experiment, layers=(replace(experiment.layers[0], batch_norm=True), experiment.layers[1]))
    canvas = canvas_of(qtbot, normed)
    click_at(canvas, *bias_at(canvas, 1, 1))
    assert canvas.editing.editor._name.text() == "β[1]₂"
    click_at(canvas, *bias_at(canvas, 2, 1))
    assert canvas.editing.editor._name.text() == "b[2]₂"


def test_pointer_position_is_inside(qtbot: QtBot) -> None:
    """Whatever weight is opened, the editor is inside of the picture."""
    canvas = canvas_of(qtbot)
    for place, bundle in enumerate(canvas.scene.bundles.items):
        for edge in range(0, len(bundle.weights), 3):
            hit = canvas.scene.find(QPointF(bundle.point(edge, 0.9)))
            if hit is not None and hit.kind == "edge" and hit.bundle == place:
                canvas.editing.open(hit, bundle.point(edge, 0.9))
                assert canvas.rect().contains(canvas.editing.editor.geometry())
