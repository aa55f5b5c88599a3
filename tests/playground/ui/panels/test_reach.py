"""Every field of the experiment has its control in the window, with a name, and words on what it does and when."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment import Data, Experiment, Layer, Optimizer, Schedule
from engine.fields import FIELDS
from playground.ui.main_window import MainWindow
from playground.ui.panels import field_words
from playground.ui.panels.data_words import DATA_WORDS
from playground.ui.panels.tab_stops import tab_stops
from playground.ui.panels.table_dialog import TableDialog
from playground.ui.widgets.restart_mark import RestartMark
from playground.ui.widgets.toggle import Toggle

# Fields without a control of their own, each with the place where it is changed.
ELSEWHERE = {
    "split.test": "what train and dev leave: the line below their sliders says it",
    "frozen": "a click on a weight in the picture of the network",
    "data.points": "the brush over the decision surface",
}
# Fields of a table: chosen in its dialog, whose words are about tables.
IN_THE_DIALOG = ("data.path", "data.target", "data.header")
# Their pictures, lists and places say by themselves what they are; the tooltip of each part says what it does.
WHOLES = ("data.kind", "features", "layers", "optimizer.kind")
FULL = Experiment(
    data=Data(kind="parity"),
    layers=(Layer(activation="leaky-relu"),),
    optimizer=Optimizer(kind="adam"),
    schedule=Schedule(kind="step"),
)


@pytest.fixture(scope="module")
def window(qapp: object) -> Iterator[MainWindow]:
    window = MainWindow()
    window.show_experiment(FULL)
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def control_of(place: QWidget, path: str) -> QWidget:
    found = place.findChildren(QWidget, path.replace("[]", "[0]"))
    assert len(found) == 1, f"{path}: {len(found)} controls"
    return found[0]


def handles(control: QWidget) -> list[QWidget]:
    """What the keyboard can take hold of: the control itself or its parts, but for lists that drop down."""
    return [control] if control.focusPolicy() & Qt.FocusPolicy.TabFocus else tab_stops(control)


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def problems(control: QWidget, path: str) -> list[str]:
    """What a control lacks."""
    found = handles(control)
    wanted = [] if path in WHOLES else [field_words.effect(path), field_words.FIELD_WORDS[path].help()]
    said = "".join(one.toolTip() for one in found)
    return [
        *([] if found else ["the keyboard does not reach it"]),
        *(f"no name: {one}" for one in found if not name_of(one).strip()),
        *(f"no tooltip: {one}" for one in found if path not in WHOLES and not one.toolTip().strip()),
        *(f"not said: {words}" for words in wanted if escape(words) not in said),
    ]


def test_every_field_has_a_control_with_a_name_and_its_words(window: MainWindow) -> None:
    paths = [path for path in FIELDS if path not in ELSEWHERE and path not in IN_THE_DIALOG]
    found = {path: problems(control_of(window, path), path) for path in paths}
    assert {path: problem for path, problem in found.items() if problem} == {}


@pytest.mark.parametrize("path", IN_THE_DIALOG)
def test_fields_of_a_table_have_theirs_in_its_dialog(qtbot: QtBot, path: str) -> None:
    dialog = TableDialog()
    qtbot.addWidget(dialog)
    control = control_of(dialog, path)
    assert [one for one in handles(control) if name_of(one).strip()]


def test_no_exception_is_left_over() -> None:
    assert {*ELSEWHERE, *IN_THE_DIALOG, *WHOLES} <= set(FIELDS)


def is_marked(control: QWidget, path: str) -> bool:
    """Whether the small sign stands beside a control, with its words."""
    if isinstance(control, Toggle):
        return control.sizeHint().width() > Toggle(control.text()).sizeHint().width()
    marks = control.findChildren(RestartMark)
    assert [mark.toolTip() for mark in marks] in ([], [field_words.effect(path)])
    return bool(marks)


def test_what_restarts_is_marked_and_nothing_else(window: MainWindow) -> None:
    """On every button or picture a mark would be noise: there the tooltips say it."""
    paths = [path for path in field_words.FIELD_WORDS if path in FIELDS and path not in ("features", "data.kind")]
    marked = [path for path in paths if is_marked(control_of(window, path), path)]
    assert marked == [path for path in paths if FIELDS[path].effect == "restart"]
    assert len(marked) > 10


def test_a_picture_of_a_set_says_that_it_starts_again(window: MainWindow) -> None:
    """But for points of one's own, which join the run as it is."""
    pictures = control_of(window, "data.kind").findChildren(QAbstractButton)
    words = [picture.toolTip() for picture in pictures if "Starts the training again" not in picture.toolTip()]
    assert len(pictures) > 15
    own = [DATA_WORDS[kind].name() for kind in ("painted", "painted-values")]
    assert [text.partition("<")[0] for text in words] == own
