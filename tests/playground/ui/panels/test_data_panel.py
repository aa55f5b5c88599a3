"""The panel of the data, driven as a user drives it, against a real document."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from engine.data import GENERATORS, data_kinds
from engine.edits import set_field
from engine.experiment import Data, Experiment
from engine.fields import LARGEST_SEED
from engine.painting import erase_points
from playground.ui.panels.data_panel import DataPanel
from playground.ui.panels.data_words import DATA_WORDS
from playground.ui.widgets.thumbnail_grid import Thumbnail
from tests.playground.ui.panels.desk import Desk, drag, field_of, type_into
from tests.playground.ui.snapshots import make_experiment, make_snapshot
from tests.playground.ui.views.pictures import keep, pixels

KINDS = [kind.name for kind in data_kinds()]


TASKS = {kind.name: kind.task for kind in data_kinds()}


def open_desk(qtbot: QtBot, data: Data | None = None) -> tuple[Desk, DataPanel]:
    panel = DataPanel()
    return Desk(qtbot, panel, Experiment(data=data or Data())), panel


def click_group(panel: DataPanel, group: str) -> None:
    """Bring a group of sets to the front, as a user does."""
    segments = panel.sets.groups.findChildren(QAbstractButton)
    QTest.mouseClick(segments[["two-class", "classes", "regression"].index(group)], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", KINDS)
def test_a_click_on_its_picture_takes_a_set(qtbot: QtBot, kind: str) -> None:
    start = "xor" if kind == "circle" else "circle"
    desk, panel = open_desk(qtbot, Data(kind=start))
    click_group(panel, TASKS[kind])
    assert desk.entries == 0  # looking is not taking
    QTest.mouseClick(panel.sets.findChildren(Thumbnail)[KINDS.index(kind)], Qt.MouseButton.LeftButton)
    assert desk.experiment.data.kind == kind == panel.sets.key()
    desk.document.undo()
    assert panel.sets.key() == start
    assert panel.sets.groups.key() == "two-class"


def test_a_group_shows_its_sets_alone_and_moves_nothing_below(qtbot: QtBot) -> None:
    _, panel = open_desk(qtbot)
    pictures, seen, height = panel.sets.findChildren(Thumbnail), [], panel.sets.pictures.height()
    for group in ("two-class", "classes", "regression"):
        click_group(panel, group)
        shown = [kind for kind, picture in zip(KINDS, pictures, strict=False) if picture.isVisible()]
        assert {TASKS[kind] for kind in shown} == {group}
        assert [picture.isVisible() for picture in pictures[-2:]] == [group != "regression", group == "regression"]
        assert panel.sets.pictures.height() == height
        assert panel.sets.pictures.columns() == min(5, len(shown) + 1)
        seen += shown
    assert sorted(seen) == sorted(KINDS)


def test_arrows_walk_among_the_pictures_that_are_seen(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Data(kind="blobs"))
    pictures = panel.sets.findChildren(Thumbnail)
    pictures[KINDS.index("blobs")].setFocus()
    for key, kind in ((Qt.Key.Key_Right, "rings"), (Qt.Key.Key_Left, "blobs")):
        QTest.keyClick(panel.window().focusWidget(), key)
        assert desk.experiment.data.kind == kind
    QTest.keyClick(panel.window().focusWidget(), Qt.Key.Key_Left)
    assert desk.experiment.data.kind == "blobs"


def test_an_experiment_with_another_set_opens_its_group_and_only_then(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    desk.document.start(Experiment(data=Data(kind="wine")))
    assert panel.sets.groups.key() == "classes"
    click_group(panel, "regression")
    desk.document.apply(set_field("data.samples", 100))
    assert panel.sets.groups.key() == "regression"


def test_parity_has_a_slider_for_its_inputs(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    assert not panel.inputs.isVisible()
    desk.document.start(Experiment(data=Data(kind="parity")))
    assert panel.inputs.isVisible()
    drag(panel.inputs, 0.0, 0.5, 1.0)
    assert (desk.experiment.data.inputs, desk.entries) == (12, 1)
    type_into(field_of(panel.inputs), "3")
    assert desk.experiment.data.inputs == 3
    type_into(field_of(panel.inputs), "13")
    assert desk.experiment.data.inputs == 3
    assert "256" in panel.more.line.accessibleName()


@pytest.mark.parametrize("kind", KINDS)
def test_noise_is_there_for_generated_sets_with_its_meaning(qtbot: QtBot, kind: str) -> None:
    _, panel = open_desk(qtbot, Data(kind=kind))
    assert panel.noise.isVisible() == (kind in GENERATORS)
    if kind in GENERATORS:
        texts = [label.text() for label in panel.noise.findChildren(QLabel)]
        assert GENERATORS[kind].noise_meaning in texts
        assert GENERATORS[kind].noise_meaning in field_of(panel.noise.slider).toolTip()


def test_the_meaning_in_the_tooltip_changes_with_the_set(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    desk.document.start(Experiment(data=Data(kind="moons")))
    assert GENERATORS["moons"].noise_meaning in field_of(panel.noise.slider).toolTip()


def test_the_meaning_of_noise_is_said_where_there_is_some(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    meaning = next(one for one in panel.noise.findChildren(QLabel) if one.text() == panel.noise.meaning())
    assert not meaning.isVisible()
    desk.document.start(Experiment(data=Data(noise=10)))
    assert meaning.isVisible()


def test_dragging_noise_is_one_entry_and_moves_the_pictures(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    before = panel.sets.grab().toImage()
    drag(panel.noise.slider, 0.0, 0.3, 0.5)
    assert (desk.experiment.data.noise, desk.entries) == (25, 1)
    qtbot.waitUntil(lambda: panel.sets.grab().toImage() != before)


def test_new_data_takes_the_next_seed_and_begins_again_after_the_largest(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Data(seed=LARGEST_SEED - 1))
    for seed in (LARGEST_SEED, 0):
        QTest.mouseClick(panel.new_data, Qt.MouseButton.LeftButton)
        assert desk.experiment.data.seed == seed
    assert desk.document.undo_stack.undoText() == "New data"


def test_a_table_is_asked_for_not_opened(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    with qtbot.waitSignal(panel.table_requested):
        QTest.mouseClick(panel.open_table, Qt.MouseButton.LeftButton)
    assert desk.entries == 0


def test_the_switch_normalises(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    panel.more.set_open(True)
    QTest.mouseClick(panel.normalize, Qt.MouseButton.LeftButton)
    assert desk.experiment.normalize is False
    desk.document.undo()
    assert panel.normalize.is_on()


@pytest.mark.parametrize(
    ("kind", "count"), [("circle", 500), ("reg-plane", 1200), ("parity", 1024), ("iris", 150), ("digits", 1797)]
)
def test_the_number_of_samples_is_the_sets_own_unless_said(qtbot: QtBot, kind: str, count: int) -> None:
    _, panel = open_desk(qtbot, Data(kind=kind))
    assert panel.samples.slider.value() == count
    assert f"{count} \u00b7 50 / 0 / 50" in panel.more.line.accessibleName()


def test_a_measured_set_ends_with_all_of_it(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Data(kind="iris"))
    panel.more.set_open(True)
    type_into(field_of(panel.samples), "60")
    assert desk.experiment.data.samples == 60
    type_into(field_of(panel.samples), "151")
    assert desk.experiment.data.samples == 60
    drag(panel.samples, 0.5, 1.0)
    assert desk.experiment.data.samples is None


def test_a_table_shows_where_it_comes_from_and_its_rows_once_read(qtbot: QtBot) -> None:
    experiment = make_experiment("csv")
    desk, panel = open_desk(qtbot, experiment.data)
    texts = [label.text() for label in panel.table.findChildren(QLabel)]
    assert panel.table.isVisible()
    assert not panel.samples.isVisible()
    assert experiment.data.path in texts
    assert "the last column" in texts
    assert "\u2013" in texts
    panel.show_snapshot(make_snapshot(experiment, samples=321))
    assert "321" in [label.text() for label in panel.table.findChildren(QLabel)]
    desk.document.start(Experiment(data=Data(kind="csv", path="other.csv")))
    assert "321" not in [label.text() for label in panel.table.findChildren(QLabel)]
    assert panel.sets.key() == "csv"


@pytest.mark.parametrize(
    ("like", "group", "task"),
    [
        ("wine", "classes", "3 classes"),
        ("breast-cancer", "two-class", "two classes"),
        ("csv", "regression", "a number"),
    ],
)
def test_a_table_has_its_picture_among_the_sets_of_its_task(qtbot: QtBot, like: str, group: str, task: str) -> None:
    desk, panel = open_desk(qtbot)
    table = make_experiment("csv")
    desk.document.start(table)
    own = panel.sets.findChildren(Thumbnail)[len(KINDS)]
    assert (own.isVisible(), own.isChecked()) == (True, True)  # before it has been read, wherever one looks
    unread = pixels(own)
    panel.show_snapshot(replace(make_snapshot(make_experiment(like)), experiment=table))
    assert panel.sets.groups.key() == group
    assert (own.isVisible(), own.isChecked()) == (True, True)
    assert (pixels(own) != unread).any()
    assert any(label.text().endswith(task) for label in panel.findChildren(QLabel))
    click_group(panel, "two-class" if group != "two-class" else "classes")
    assert not own.isVisible()
    click_group(panel, "two-class")
    QTest.mouseClick(panel.sets.findChildren(Thumbnail)[KINDS.index("xor")], Qt.MouseButton.LeftButton)
    assert not own.isVisible()
    assert desk.experiment.data.kind == "xor"


def test_a_refused_choice_leaves_the_picture_that_is_in_force(qtbot: QtBot) -> None:
    panel = DataPanel()
    keep(qtbot, panel)
    panel.show_experiment(Experiment())  # nobody grants edits here
    panel.resize(284, 500)
    panel.show()
    QTest.mouseClick(panel.sets.findChildren(Thumbnail)[3], Qt.MouseButton.LeftButton)
    assert panel.sets.key() == "circle"
    assert [one.isChecked() for one in panel.sets.findChildren(Thumbnail)].index(True) == 0


@pytest.mark.parametrize("kind", [*KINDS, "csv"])
def test_every_set_has_its_line(qtbot: QtBot, kind: str) -> None:
    _, panel = open_desk(qtbot, make_experiment(kind).data)
    texts = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert DATA_WORDS[kind].name() in texts
    assert "%1" not in texts


def test_own_points_begin_with_a_copy_and_their_picture_follows_them(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Data(kind="moons", samples=60))
    own = panel.sets.findChildren(Thumbnail)[-2]
    empty = pixels(own)
    QTest.mouseClick(own, Qt.MouseButton.LeftButton)
    assert desk.experiment.data.kind == "painted" == panel.sets.key()
    assert len(desk.experiment.data.points) == 60
    assert not panel.samples.isVisible()
    assert not panel.noise.isVisible()
    qtbot.waitUntil(lambda: bool((pixels(own) != empty).any()))
    copied = pixels(own)
    desk.document.apply(erase_points(0.0, 0.0, 3.0))
    qtbot.waitUntil(lambda: bool((pixels(own) != copied).any()))
    desk.document.undo()
    desk.document.undo()
    assert panel.sets.key() == "moons"


def test_own_points_of_a_table_begin_empty(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Data(kind="iris"))
    assert panel.sets.groups.key() == "classes"
    QTest.mouseClick(panel.sets.findChildren(Thumbnail)[-2], Qt.MouseButton.LeftButton)
    assert desk.experiment.data == Data(kind="painted", seed=desk.experiment.data.seed)
    assert panel.sets.groups.key() == "classes"  # nothing jumps away below the pointer


def test_a_third_painted_class_moves_the_set_to_those_with_several(qtbot: QtBot) -> None:
    two = ((0.0, 0.0, 0), (1.0, 1.0, 1))
    desk, panel = open_desk(qtbot, Data(kind="painted", points=two))
    assert panel.sets.groups.key() == "two-class"
    desk.document.apply(set_field("data.points", (*two, (2.0, 2.0, 2))))
    assert panel.sets.groups.key() == "classes"
    assert panel.sets.key() == "painted"
    click_group(panel, "two-class")  # whoever looks elsewhere is not called back by the next stroke
    desk.document.apply(set_field("data.points", (*two, (2.0, 2.0, 2), (2.1, 2.0, 2))))
    assert panel.sets.groups.key() == "two-class"


def test_painted_numbers_are_a_picture_among_those_of_numbers(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Data(kind="reg-gauss", samples=60))
    QTest.mouseClick(panel.sets.findChildren(Thumbnail)[-1], Qt.MouseButton.LeftButton)
    assert desk.experiment.data.kind == "painted-values" == panel.sets.key()
    assert len(desk.experiment.data.points) == 60
    assert panel.sets.groups.key() == "regression"
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "Numbers you paint yourself · a number" in texts
    desk.document.start(Experiment(data=Data(kind="painted")))
    assert panel.sets.groups.key() == "two-class"
