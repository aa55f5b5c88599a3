"""The split: usual ones by choice, any other by sliders, and the three always add up to 100."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.experiment import Experiment, Split
from playground.ui.panels.data_panel import DataPanel
from playground.ui.panels.split_control import USUAL_SPLITS, split_text, with_dev, with_train
from playground.ui.widgets import QuietCombo
from tests.playground.ui.panels.desk import Desk, drag, field_of, type_into

shares = st.tuples(st.floats(0.5, 100), st.floats(0, 1)).map(
    lambda pair: Split(train=pair[0], dev=pair[1] * (100 - pair[0]), test=100 - pair[0] - pair[1] * (100 - pair[0]))
)


@given(shares, st.floats(1, 100))
def test_any_training_share_makes_a_split(split: Split, train: float) -> None:
    made = Split(**dict(zip(("train", "dev", "test"), with_train(split, train), strict=True)))
    assert made.train == train
    assert made.dev <= split.dev


@given(shares, st.floats(0, 99))
def test_any_dev_share_makes_a_split_and_leaves_the_training_set(split: Split, dev: float) -> None:
    made = Split(**dict(zip(("train", "dev", "test"), with_dev(split, dev), strict=True)))
    assert made.train == split.train
    assert made.dev <= dev


def open_desk(qtbot: QtBot, experiment: Experiment | None = None) -> tuple[Desk, DataPanel]:
    panel = DataPanel()
    panel.more.set_open(True)
    return Desk(qtbot, panel, experiment), panel


def test_a_usual_split_is_chosen_by_key(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    combo = panel.split.choice.findChild(QuietCombo)
    combo.setFocus()
    for shares_ in USUAL_SPLITS[1:]:
        QTest.keyClick(combo, Qt.Key.Key_Down)
        assert (desk.experiment.split.train, desk.experiment.split.dev, desk.experiment.split.test) == shares_
    assert desk.entries == len(USUAL_SPLITS) - 1


def test_dragging_train_takes_from_test_and_then_from_dev(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Experiment(split=Split(train=60, dev=20, test=20)))
    drag(panel.split.train, 0.6, 0.7)
    split = desk.experiment.split
    assert (split.dev, split.test) == (20, 80 - split.train)
    assert 68 < split.train < 76
    assert panel.split.choice.key() == "own"
    drag(panel.split.train, 0.8, 1.0)
    assert desk.experiment.split == Split(train=100, dev=0, test=0)
    assert desk.entries == 2


def test_a_drag_there_and_back_gives_dev_back_what_it_took(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Experiment(split=Split(train=60, dev=20, test=20)))
    drag(panel.split.train, 0.5, 1.0, 0.3)
    assert desk.experiment.split.dev == 20


def test_dev_never_takes_from_train(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    drag(panel.split.dev, 0.1, 1.0)
    assert desk.experiment.split == Split(train=50, dev=50, test=0)
    assert panel.split.dev.slider.value() == 50


def test_fractions_may_be_typed(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    type_into(field_of(panel.split.train), "99.5")
    type_into(field_of(panel.split.dev), "0.25")
    assert desk.experiment.split == Split(train=99.5, dev=0.25, test=0.25)


@pytest.mark.parametrize(
    ("split", "text"),
    [(Split(), "50 / 0 / 50"), (Split(train=99.5, dev=0.25, test=0.25), "99.5 / 0.25 / 0.25")],
)
def test_the_line_says_the_split(qtbot: QtBot, split: Split, text: str) -> None:
    _, panel = open_desk(qtbot, Experiment(split=split))
    assert split_text(split) == text
    assert panel.more.line.accessibleName().endswith(text)
