"""The control says whether early stopping is on, and rests where there is no dev set to watch."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from engine.experiment import EarlyStopping, Experiment, Split
from playground.ui.panels.disclosure import DisclosureLine
from playground.ui.panels.early_stopping_control import EarlyStoppingControl

WITH_DEV = replace(Experiment(), split=Split(train=60, dev=20, test=20))


def shown(qtbot: QtBot, experiment: Experiment) -> EarlyStoppingControl:
    control = EarlyStoppingControl()
    qtbot.addWidget(control)
    control.show_experiment(experiment)
    control.show()
    control.findChild(DisclosureLine).click()
    return control


def test_it_shows_patience_and_step(qtbot: QtBot) -> None:
    control = shown(qtbot, replace(WITH_DEV, early_stopping=EarlyStopping(patience=20)))
    assert control.sliders["early_stopping.patience"].isEnabled()
    assert control.sliders["early_stopping.min_delta"].isVisible()
    assert "20" in control.findChild(DisclosureLine).accessibleName()


def test_off_it_asks_for_no_step(qtbot: QtBot) -> None:
    control = shown(qtbot, WITH_DEV)
    assert control.sliders["early_stopping.patience"].isEnabled()
    assert not control.sliders["early_stopping.min_delta"].isVisible()
    assert not control._needs.isVisible()
    assert "off" in control.findChild(DisclosureLine).accessibleName()


def test_without_a_dev_set_it_says_what_is_needed(qtbot: QtBot) -> None:
    control = shown(qtbot, Experiment())
    assert control._needs.isVisible()
    assert not control.sliders["early_stopping.patience"].isEnabled()
    control.show_experiment(replace(Experiment(), early_stopping=EarlyStopping(patience=3)))
    assert control.sliders["early_stopping.patience"].isEnabled()  # so that it can be switched off
