"""Class mode in a window: the list is read off the panels, the badge leads to it and out, and both show what is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.experiment import Experiment
from playground.restrictions import NOTHING, PLACES, Restrictions
from playground.ui.class_mode import ClassMode
from playground.ui.language import install_language
from playground.ui.panels.control_column import ControlColumn

CHOSEN = Restrictions(hidden=("seed",), locked=("loss",))


@pytest.fixture
def mode(qtbot: QtBot) -> ClassMode:
    controls = ControlColumn()
    qtbot.addWidget(controls)
    controls.show_experiment(Experiment())
    controls.show()
    return ClassMode(controls, controls)


def test_the_list_offers_panels_controls_and_parts_of_the_window(mode: ClassMode) -> None:
    mode.open_dialog()
    assert mode.dialog is not None
    assert set(PLACES) < set(mode.dialog.choices)
    assert {"optimizer.learning_rate", "layers", "layers[].keep_prob", "data.noise"} < set(mode.dialog.choices)
    listed = [name for _, names in mode._groups() for name in names]
    assert len(set(listed)) == len(listed)  # each once: of two rows for one name only one would follow


def test_list_and_badge_show_what_is_in_force(mode: ClassMode, qtbot: QtBot) -> None:
    mode.show_restrictions(CHOSEN)
    badge = mode._controls.badge
    QTest.mouseClick(badge.change, Qt.MouseButton.LeftButton)
    assert mode.dialog is not None
    assert (mode.dialog.choices["seed"].key(), mode.dialog.choices["loss"].key()) == ("hidden", "locked")
    with qtbot.waitSignal(mode.restrictions_requested) as asked:
        QTest.mouseClick(mode.dialog._everything, Qt.MouseButton.LeftButton)
    assert asked.args == [NOTHING]
    mode.show_restrictions(NOTHING)
    assert not badge.isVisible()
    assert mode.dialog.choices["seed"].key() == "shown"


def test_it_speaks_the_language(mode: ClassMode, qapp: QApplication) -> None:
    mode.show_restrictions(CHOSEN)
    mode.open_dialog()
    install_language(qapp, "zh")
    QApplication.processEvents()
    assert mode.dialog is not None
    assert mode.dialog.windowTitle() == "课堂模式"
    assert mode._controls.badge.change.text() == "更改…"
    install_language(qapp, "en")
