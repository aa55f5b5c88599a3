"""Switching the language while the window is open reaches every text, tooltip and accessible name of the panels."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment import Data, Experiment, Layer, Optimizer, Schedule
from playground.ui.panels.control_column import ControlColumn
from playground.ui.panels.formula_line import FormulaLine
from playground.ui.panels.top_bar import TopBar
from tests.playground.ui.panels.desk import StandInChinese
from tests.playground.ui.snapshots import make_snapshot

MODELS = Experiment(
    layers=(Layer(activation="leaky-relu"), Layer()),
    optimizer=Optimizer(kind="adam"),
    schedule=Schedule(kind="step"),
    batch_size="all",
)
TABLE = Experiment(data=Data(kind="csv", path="1.2"))  # a name without letters


def texts(widget: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every text that `widget` and what is in it show or tell; formulas are the same in all languages."""
    for child in [widget, *widget.findChildren(QWidget)]:
        if isinstance(child, FormulaLine):
            continue
        if isinstance(child, (QLabel, QAbstractButton)):
            yield child, child.text()
        if isinstance(child, QComboBox):
            yield from ((child, child.itemText(index)) for index in range(child.count()))
            yield child, child.placeholderText()
        yield child, child.accessibleName()
        yield child, re.sub(r"<[^>]*>", " ", child.toolTip())


def english(widget: QWidget) -> list[str]:
    """The texts with an English word of four letters or more in them, but for the names of types of numbers."""
    found = [(child, text) for child, text in texts(widget) if re.search("[A-Za-z]{4}", re.sub(r"float\d\d", "", text))]
    return [f"{type(child).__name__}: {text}" for child, text in found]


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[StandInChinese]:
    made = StandInChinese(qapp)
    yield made
    qapp.removeTranslator(made)
    made.deleteLater()


@pytest.mark.parametrize("experiment", [MODELS, TABLE], ids=["model", "table"])
def test_the_column_changes_over_and_back(
    qtbot: QtBot, qapp: QApplication, translator: StandInChinese, experiment: Experiment
) -> None:
    column = ControlColumn()
    qtbot.addWidget(column)
    column.show_experiment(experiment)
    before = [text for _, text in texts(column)]
    assert len(english(column)) > 60
    qapp.installTranslator(translator)
    QApplication.sendPostedEvents()
    assert english(column) == []
    qapp.removeTranslator(translator)
    QApplication.sendPostedEvents()
    assert [text for _, text in texts(column)] == before


def test_the_bar_changes_over_and_back(qtbot: QtBot, qapp: QApplication, translator: StandInChinese) -> None:
    bar = TopBar(())
    qtbot.addWidget(bar)
    bar.show_snapshot(make_snapshot())
    bar.set_undo(*[(label, Experiment(), Experiment(seed=1), None) for label in ("New seed", "Seed")])
    before = [text for _, text in texts(bar)]
    qapp.installTranslator(translator)
    QApplication.sendPostedEvents()
    names_of_languages = [bar.language.itemText(index) for index in range(bar.language.count())]
    left = [text for text in english(bar) if not text.endswith(tuple(names_of_languages))]
    assert left == []
    assert all("\u8bd1" in menu.title() for menu in bar.menu.menus.values())
    qapp.removeTranslator(translator)
    QApplication.sendPostedEvents()
    assert [text for _, text in texts(bar)] == before
