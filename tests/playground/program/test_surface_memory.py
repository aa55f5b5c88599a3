"""What the decision surface shows comes back in the next session; what cannot be read is as at first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from engine.presets import preset
from playground.program.surface_memory import GROUP, SurfaceMemory
from playground.ui.output_cards import SurfaceCard
from playground.ui.views.surface_options import OPTION_NAMES, SurfaceOptions


def recalled(qtbot: QtBot) -> SurfaceCard:
    card = SurfaceCard()
    qtbot.addWidget(card)
    card.show_experiment(preset("circle"))
    SurfaceMemory(card, card).recall()
    return card


def switched_on(card: SurfaceCard) -> list[str]:
    return [name for name, switch in card.menu.switches.items() if switch.isChecked()]


def test_at_first_training_points_alone_are_on(qtbot: QtBot) -> None:
    assert switched_on(recalled(qtbot)) == ["train"]


@pytest.mark.parametrize("name", OPTION_NAMES)
def test_each_choice_comes_back(qtbot: QtBot, name: str) -> None:
    other = replace(SurfaceOptions(), **{name: not getattr(SurfaceOptions(), name)})
    first = recalled(qtbot)
    first.menu.switches[name].trigger()
    QSettings().sync()
    second = recalled(qtbot)
    assert switched_on(second) == [one for one in OPTION_NAMES if getattr(other, one)]
    assert second.view._canvas.options == other
    second.menu.switches[name].trigger()
    assert switched_on(recalled(qtbot)) == ["train"]


def test_the_best_line_is_asked_for_again(qtbot: QtBot) -> None:
    recalled(qtbot).menu.switches["optimal"].trigger()
    card = SurfaceCard()
    qtbot.addWidget(card)
    memory = SurfaceMemory(card, card)
    with qtbot.waitSignal(card.optimum_wanted) as wanted:
        memory.recall()
    assert wanted.args == [True]


@pytest.mark.parametrize("kept", ["maybe", 3, ["a", "b"]])
def test_what_cannot_be_read_is_as_at_first(qtbot: QtBot, kept: object) -> None:
    QSettings().setValue(f"{GROUP}/margins", kept)
    QSettings().setValue(f"{GROUP}/train", kept)
    assert switched_on(recalled(qtbot)) == ["train"]
