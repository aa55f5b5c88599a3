"""The results as a user meets them: figures of every set, the table of confusions, and its words."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.snapshot import SETS, SetName, Snapshot
from playground.ui import theme
from playground.ui.views.results_view import ResultsView
from tests.playground.ui.snapshots import make_experiment, make_snapshot

# The offscreen platform says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def snapshot(kind: str = "iris", *, split: tuple[float, float, float] = (50, 20, 30), step: int = 45) -> Snapshot:
    return make_snapshot(make_experiment(kind, split=split), step=step, surface_size=8, unit_size=4)


def with_classes(count: int) -> Snapshot:
    """Made-up confusions of so many classes."""
    counts = np.arange(count * count).reshape(count, count)
    shot = snapshot("blobs")
    names = tuple(f"class {index}" for index in range(count))
    confusion: dict[SetName, np.ndarray] = dict.fromkeys(SETS, counts)
    return dataclasses.replace(shot, data=dataclasses.replace(shot.data, class_names=names), confusion=confusion)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> ResultsView:
    theme.apply(qapp, theme.LIGHT)
    made = ResultsView()
    qtbot.addWidget(made)
    made.resize(320, 440)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_figures_of_every_set_in_words(view: ResultsView) -> None:
    shot = snapshot()
    view.show_snapshot(shot)
    words = view._table.description().replace("\u00a0", " ")
    for name in SETS:
        assert f"{name} {100 * shot.accuracy[name]:.1f}%" in words
    assert view._epoch.value() == str(shot.epoch)
    assert view._step.value() == "45"


def test_sets_without_samples_are_left_out(view: ResultsView) -> None:
    view.show_snapshot(snapshot(split=(60, 0, 40)))
    assert "dev" not in view._table.description()
    assert view._sets.choices() == 2


@pytest.mark.parametrize(
    ("split", "expected"), [((50, 20, 30), "test"), ((70, 30, 0), "dev"), ((100, 0, 0), "train"), ((70, 0, 30), "test")]
)
def test_the_test_set_is_looked_at_first(
    view: ResultsView, split: tuple[float, float, float], expected: SetName
) -> None:
    shot = snapshot(split=split)
    view.show_snapshot(shot)
    np.testing.assert_array_equal(view._matrix.counts(), shot.confusion[expected])


def test_another_set_is_taken_by_a_click_and_stays_for_the_next_run(view: ResultsView) -> None:
    shot = snapshot()
    view.show_snapshot(shot)
    segments = view._sets._segments
    assert segments is not None
    train = next(button for button in segments._group.buttons() if button.text() == "train")
    QTest.mouseClick(train, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(view._matrix.counts(), shot.confusion["train"])
    again = dataclasses.replace(snapshot(split=(60, 0, 40)), run=2)
    view.show_snapshot(again)
    np.testing.assert_array_equal(view._matrix.counts(), again.confusion["train"])


def test_a_set_without_samples_cannot_be_looked_at(view: ResultsView) -> None:
    view.show_snapshot(snapshot(split=(60, 0, 40)))
    with pytest.raises(ValueError, match="'dev' is not allowed; allowed: train, test"):
        view.set_shown("dev")


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=lambda look: look.name)
@pytest.mark.parametrize("classes", [2, 3, 10])
def test_a_table_of_up_to_ten_classes_is_painted(
    view: ResultsView, qapp: QApplication, look: theme.Theme, classes: int
) -> None:
    theme.apply(qapp, look)
    view.show_snapshot(with_classes(classes))
    assert view._confusions.currentWidget() is view._matrix
    picture = view._matrix.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint32)
    assert len(np.unique(pixels)) > 2 * classes


def test_more_classes_are_a_list_of_the_most_frequent_confusions(view: ResultsView) -> None:
    view.show_snapshot(with_classes(11))
    assert view._confusions.currentWidget() is view._list
    first = view._list.rows()[0]
    assert (first.true, first.predicted, first.count) == (10, 9, 119)
    assert view._list.grab().width() > 0


def test_regression_has_errors_and_no_confusions(view: ResultsView) -> None:
    shot = snapshot("reg-plane")
    view.show_snapshot(shot)
    assert view._confusions.currentWidget() is view._values
    assert f"{shot.accuracy['test'] ** 0.5:.3g}" in view._table.description()
    view.show_snapshot(dataclasses.replace(snapshot(), run=2))
    assert view._confusions.currentWidget() is view._matrix
    assert view._sets.isVisible()


def test_the_pointer_reads_a_cell_out(view: ResultsView, qtbot: QtBot) -> None:
    view.show_snapshot(with_classes(3))
    QApplication.processEvents()  # lays out
    QTest.mouseMove(view._matrix, view._matrix.table().cell(1, 2).center().toPoint())
    qtbot.waitUntil(lambda: view._sentence.text().startswith("“class 1” taken for “class 2”: 5 of 12"))
    QTest.mouseMove(view._matrix, QPoint(2, 2))
    qtbot.waitUntil(lambda: view._sentence.text().startswith("Most often"))


def test_the_arrow_keys_read_cells_out(view: ResultsView) -> None:
    view.show_snapshot(with_classes(3))
    view._matrix.setFocus()
    read = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(view._matrix, key)
        read.append(view._matrix._pointed)
    assert read == [(0, 0), (0, 1), (1, 1), (0, 1), (0, 1), (0, 0)]
    assert "recognised" in view._sentence.text()
    QTest.keyClick(view._matrix, Qt.Key.Key_Escape)
    assert view._sentence.text().startswith("Most often")


def test_a_name_that_is_cut_is_told_whole(view: ResultsView, monkeypatch: pytest.MonkeyPatch) -> None:
    shot = snapshot("breast-cancer")
    name = "a class with a name that is far too long for its row"
    view.show_snapshot(dataclasses.replace(shot, data=dataclasses.replace(shot.data, class_names=(name, "other"))))
    place = view._matrix.table().row_name(0).center().toPoint()
    told = list[str]()
    monkeypatch.setattr(
        "playground.ui.views.confusion_matrix.QToolTip.showText", lambda _at, text, _widget: told.append(text)
    )
    QApplication.sendEvent(view._matrix, QHelpEvent(QEvent.Type.ToolTip, place, view._matrix.mapToGlobal(place)))
    assert told == [name]


def test_while_it_runs_the_table_follows_at_a_pace_and_ends_with_the_last(view: ResultsView, qtbot: QtBot) -> None:
    first = dataclasses.replace(snapshot(), running=True)
    view.show_snapshot(first)
    shots = [dataclasses.replace(snapshot(step=step), running=True) for step in (50, 200, 700)]
    shots = [dataclasses.replace(shot, data=first.data) for shot in shots]
    for shot in shots:
        view.show_snapshot(shot)
    np.testing.assert_array_equal(view._matrix.counts(), first.confusion["test"])
    qtbot.waitUntil(lambda: np.array_equal(view._matrix.counts(), shots[-1].confusion["test"]))


def test_it_is_told_to_those_who_do_not_see_it(view: ResultsView) -> None:
    view.show_snapshot(snapshot())
    assert "right" in view._matrix.accessibleDescription()
    assert "train" in view._table.accessibleDescription()
    assert all(part.accessibleName() for part in (view, view._table, view._matrix, view._list))
