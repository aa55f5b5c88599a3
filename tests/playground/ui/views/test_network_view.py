"""The picture of the network as a user meets it: what it shows, what its buttons ask for, that all fits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.edits import Edit
from engine.experiment import Experiment
from playground.restrictions import NOTHING, Restrictions
from playground.ui.language import install_language
from playground.ui.views.network_canvas import NetworkCanvas
from playground.ui.views.network_heads import SignButton
from playground.ui.views.network_strip import HeadStrip
from playground.ui.views.network_view import NetworkView
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import click_at, dress, keep, pixels, point_at

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def view_of(qtbot: QtBot, experiment: Experiment | None = None, size: tuple[int, int] = (740, 640)) -> NetworkView:
    dress()
    view = NetworkView()
    keep(qtbot, view)
    view.resize(*size)
    view.show()
    experiment = experiment or make_experiment()
    view.show_experiment(experiment)
    view.show_snapshot(make_snapshot(experiment, surface_size=8, unit_size=8))
    return view


def button(view: NetworkView, words: str) -> QAbstractButton:
    return next(one for one in view.findChildren(SignButton) if words in one.accessibleName())


def asked(qtbot: QtBot, view: NetworkView, words: str) -> Edit:
    with qtbot.waitSignal(view.edit_requested) as blocker:
        qtbot.mouseClick(button(view, words), Qt.MouseButton.LeftButton)
    edit = blocker.args[0]
    assert isinstance(edit, Edit)
    return edit


def units(experiment: Experiment) -> list[int]:
    return [layer.units for layer in experiment.layers]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Add a hidden layer", [4, 2, 2]),
        ("Remove the last hidden layer", [4]),
        ("Add a unit to layer 1", [5, 2]),
        ("Remove a unit from layer 2", [4, 1]),
    ],
)
def test_buttons_ask_for_their_edits(qtbot: QtBot, words: str, outcome: list[int]) -> None:
    view = view_of(qtbot)
    assert units(asked(qtbot, view, words).change(make_experiment())) == outcome


def test_the_view_changes_nothing_by_itself(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    before = pixels(view.findChild(NetworkCanvas))
    asked(qtbot, view, "Add a unit to layer 1")
    assert (pixels(view.findChild(NetworkCanvas)) == before).all()


def test_no_layer_is_left_to_remove(qtbot: QtBot) -> None:
    view = view_of(qtbot, make_experiment("gauss", ()))
    assert not button(view, "Remove the last").isEnabled()
    assert units(asked(qtbot, view, "Add a hidden layer").change(make_experiment("gauss", ()))) == [4]


def test_edits_go_round(qtbot: QtBot) -> None:
    """Every edit is shown at once, with the experiment alone and with its first snapshot."""
    view = view_of(qtbot)
    experiment = make_experiment()
    for words in ("Add a hidden layer", "Add a unit to layer 3", "Remove a unit from layer 1", "Remove the last"):
        experiment = asked(qtbot, view, words).change(experiment)
        view.show_experiment(experiment)
        view.grab()
        view.show_snapshot(make_snapshot(experiment, surface_size=8, unit_size=8))
        view.grab()
        canvas = view.findChild(NetworkCanvas)
        assert isinstance(canvas, NetworkCanvas)
        assert list(canvas.content.sizes[1:-1]) == units(experiment)
        heads = view.findChild(HeadStrip)
        assert isinstance(heads, HeadStrip)
        assert len(heads.controls) == len(experiment.layers) + 2


def test_feature_click_toggles_it(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    canvas = view.findChild(NetworkCanvas)
    assert isinstance(canvas, NetworkCanvas)
    column = canvas.arrangement.columns[0]
    with qtbot.waitSignal(view.edit_requested) as blocker:
        click_at(canvas, column.x, float(column.y[4]))
    assert blocker.args[0].change(make_experiment()).features == ("x1", "x2", "x1*x2")


def test_hover_and_selection_are_passed_on(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    canvas = view.findChild(NetworkCanvas)
    assert isinstance(canvas, NetworkCanvas)
    column = canvas.arrangement.columns[2]
    with qtbot.waitSignal(view.unit_hovered) as hovered:
        point_at(canvas, column.x, float(column.y[1]))
    with qtbot.waitSignal(view.layer_selected) as selected:
        click_at(canvas, column.x, float(column.y[1]))
    assert (hovered.args, selected.args) == ([2, 1], [2])


def test_tab_goes_through_everything_from_left_to_right(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    stops: list[QWidget] = []
    widget = button(view, "Remove the last")
    first: QWidget = widget
    current = first.nextInFocusChain()
    stops.append(first)
    while current is not first:
        if current.focusPolicy() & Qt.FocusPolicy.TabFocus and current.isVisibleTo(view):
            stops.append(current)
        current = current.nextInFocusChain()
    names = [stop.accessibleName() for stop in stops]
    assert names == [
        "Remove the last hidden layer",
        "Add a hidden layer before the output",
        "Layer 1, 4 · tanh",
        "Remove a unit from layer 1",
        "Add a unit to layer 1",
        "Layer 2, 2 · tanh",
        "Remove a unit from layer 2",
        "Add a unit to layer 2",
        "Picture of the network",
    ]


@pytest.mark.parametrize("size", [(420, 300), (480, 360), (740, 640), (1100, 800)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_children_are_inside_and_do_not_overlap(qtbot: QtBot, size: tuple[int, int], scale: float) -> None:
    view = view_of(qtbot, make_experiment("spiral", (16,) * 6), size)
    dress("light", scale)
    QApplication.processEvents()
    children = list(view.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly))
    areas = [child.geometry() for child in children if child.isVisible()]
    for place, area in enumerate(areas):
        assert view.rect().contains(area), children[place]
        for other in areas[place + 1 :]:
            assert not area.intersects(other)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_kind_in_both_themes(qtbot: QtBot, kind: str, name: str) -> None:
    view = view_of(qtbot, make_experiment(kind, (5, 3)))
    dress(name)
    assert pixels(view).std() > 5


def test_layers_are_counted_and_words_follow_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    view = view_of(qtbot)
    assert any(label.text() == "Hidden layers: 2" for label in view.findChildren(QLabel))
    install_language(qapp, "zh")
    view.grab()
    assert any("2" in label.text() for label in view.findChildren(QLabel))
    install_language(qapp, "en")
    assert any(label.text() == "Hidden layers: 2" for label in view.findChildren(QLabel))


def test_training_snapshots_one_after_the_other(qtbot: QtBot) -> None:
    experiment = make_experiment("circle", (8, 8))
    view = view_of(qtbot, experiment)
    pictures = set()
    for step in range(1, 6):
        view.show_snapshot(make_snapshot(experiment, step=10 * step, running=True, surface_size=8, unit_size=8))
        pictures.add(pixels(view).tobytes())
    assert len(pictures) == 5
    view.set_reduced_motion(True)


def buttons(view: NetworkView) -> list[SignButton]:
    return [one for one in view.findChildren(SignButton) if "unit" in one.accessibleName()]


def test_what_class_mode_locks_rests_in_the_picture_and_says_why(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.show_restrictions(Restrictions(locked=("layers[].units", "features")))
    view.show_experiment(make_experiment())
    assert buttons(view)
    assert not any(one.isEnabled() for one in buttons(view))
    assert all("Locked in class mode" in one.toolTip() for one in buttons(view))
    assert button(view, "Add a hidden layer").isEnabled()
    canvas = view.findChild(NetworkCanvas)
    assert canvas is not None
    x, y = canvas.arrangement.columns[0].middle(4)
    with qtbot.assertNotEmitted(view.edit_requested):
        click_at(canvas, x, y)
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor
    view.show_restrictions(NOTHING)
    assert all(one.isEnabled() and "Locked" not in one.toolTip() for one in buttons(view))
    with qtbot.waitSignal(view.edit_requested):
        click_at(canvas, x, y)


def test_locked_layers_lock_all_of_their_buttons_and_hidden_ones_are_gone(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.show_restrictions(Restrictions(locked=("layers",)))
    assert not any(one.isEnabled() for one in view.findChildren(SignButton))
    strip = view.findChild(HeadStrip)
    assert strip is not None
    with qtbot.assertNotEmitted(view.edit_requested):
        qtbot.keyClick(strip.controls[1].head, Qt.Key.Key_Delete)
    view.show_restrictions(Restrictions(hidden=("layers[].units",)))
    assert not any(one.isVisible() for one in buttons(view))
    assert button(view, "Add a hidden layer").isVisible()
    view.show_restrictions(NOTHING)
    assert all(one.isVisible() for one in view.findChildren(SignButton))


def test_words_below_the_picture_leave_a_low_one_its_height(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    words = next(one for one in view.findChildren(QLabel) if one.text().startswith("Edges"))
    assert words.isVisible()
    view.resize(740, 300)
    assert not words.isVisible()
    view.resize(740, 640)
    assert words.isVisible()
