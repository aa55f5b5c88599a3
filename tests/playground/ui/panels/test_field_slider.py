"""A slider of a field: what the hand does arrives in the document, and a drag is one entry of its undo list."""

from operator import attrgetter

import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.experiment import Data, Experiment
from engine.fields import FIELDS
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.panels.slider_rows import SLIDERS, coefficient_text
from tests.playground.ui.panels.desk import Desk, drag, field_of, track_of, type_into

_ALONE = [path.replace("[]", "[0]") for path in SLIDERS if not path.startswith("split.")]


class OneSlider(FieldSlider):
    """A slider that shows an experiment, so that it can lie on a desk alone."""

    def show_experiment(self, experiment: Experiment) -> None:
        self.show_value(value_at(experiment, self.path))


def value_at(experiment: Experiment, path: str) -> object:
    layer, _, name = path.partition("[0].")
    return getattr(experiment.layers[0], name) if layer == "layers" else attrgetter(path)(experiment)


@pytest.mark.parametrize("path", _ALONE)
def test_a_drag_is_one_entry_and_undo_goes_back_to_its_start(qtbot: QtBot, path: str) -> None:
    desk = Desk(qtbot, OneSlider(path), Experiment(data=Data(samples=500, inputs=4)))
    assert desk.panel.objectName() == path
    before = desk.experiment
    row = SLIDERS[path.replace("[0]", "[]")]
    drag(desk.panel, 0.2, 0.4, 0.63)
    assert desk.entries == 1
    drag(desk.panel, 0.9, 0.3, 0.0)
    lowest = 0.0 if row.zero_allowed else row.minimum
    assert value_at(desk.experiment, path) == lowest == desk.panel.slider.value()
    drag(desk.panel, 0.1, 0.5, 1.0)
    assert value_at(desk.experiment, path) == ("all" if row.ends_with_all else row.maximum)
    assert desk.entries == 3
    for _ in range(3):
        desk.document.undo()
    assert desk.experiment == before
    assert desk.panel.slider.value() == value_at(before, path)


def test_a_drag_that_ends_where_it_began_leaves_no_entry(qtbot: QtBot) -> None:
    desk = Desk(qtbot, OneSlider("layers[0].keep_prob"))
    drag(desk.panel, 0.5, 0.2, 1.0)
    assert (desk.experiment.layers[0].keep_prob, desk.entries) == (1.0, 0)


def test_edits_of_a_drag_carry_the_path_and_typed_ones_nothing(qtbot: QtBot) -> None:
    desk = Desk(qtbot, OneSlider("optimizer.learning_rate"))
    keys: list[str | None] = []
    desk.panel.edit_requested.connect(lambda edit: keys.append(edit.merge_key))
    drag(desk.panel, 0.1, 0.9)
    type_into(field_of(desk.panel), "0.5")
    assert keys == ["optimizer.learning_rate", "optimizer.learning_rate", None]


def test_two_typed_values_are_two_entries(qtbot: QtBot) -> None:
    desk = Desk(qtbot, OneSlider("penalty.l2"))
    type_into(field_of(desk.panel), "0.25")
    type_into(field_of(desk.panel), "3\u00d710\u207b\u00b2")
    assert (desk.experiment.penalty.l2, desk.entries) == (0.03, 2)


def test_keys_move_it_by_stops(qtbot: QtBot) -> None:
    desk = Desk(qtbot, OneSlider("batch_size"), Experiment(batch_size=16))
    track_of(desk.panel).setFocus()
    QTest.keyClick(track_of(desk.panel), Qt.Key.Key_Right)
    assert desk.experiment.batch_size == 32
    QTest.keyClick(track_of(desk.panel), Qt.Key.Key_End)
    assert desk.experiment.batch_size == "all"


def test_the_end_says_all_and_follows_the_number_of_samples(qtbot: QtBot) -> None:
    slider = FieldSlider("batch_size")
    qtbot.addWidget(slider)
    slider.set_maximum(250)
    slider.show_value("all")
    assert field_of(slider).text() == "all (250)"
    slider.set_maximum(90)
    slider.show_value("all")
    assert field_of(slider).text() == "all (90)"
    slider.show_value(16)
    assert field_of(slider).text() == "16"


def test_the_word_all_is_said_in_the_language_in_force(qtbot: QtBot, qapp: QApplication, chinese: None) -> None:
    slider = FieldSlider("batch_size")
    qtbot.addWidget(slider)
    slider.show_value("all")
    assert field_of(slider).text().startswith("\u8bd1")
    for translator in qapp.findChildren(QTranslator):  # those of tests before may not have been deleted yet
        qapp.removeTranslator(translator)
    QApplication.sendEvent(slider, QEvent(QEvent.Type.LanguageChange))
    assert field_of(slider).text().startswith("all")


@pytest.mark.parametrize("word", ["all", "All ", "all (250)"])
def test_all_can_be_typed(qtbot: QtBot, word: str) -> None:
    desk = Desk(qtbot, OneSlider("batch_size"), Experiment(batch_size=16))
    desk.panel.set_maximum(250)
    type_into(field_of(desk.panel), word)
    assert desk.experiment.batch_size == "all"
    type_into(field_of(desk.panel), "251")
    assert desk.experiment.batch_size == "all"


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("penalty.l2", "1e-4", 1e-4),
        ("penalty.l2", "1000", 1000.0),
        ("optimizer.learning_rate", "100", 100.0),
        ("optimizer.learning_rate", "10%", 0.1),
        ("optimizer.beta2", "0.99999", 0.99999),
        ("layers[0].keep_prob", "\uff18\uff10\uff05", 0.8),
        ("epochs", "20,000", 20_000),
    ],
)
def test_what_the_field_takes_can_be_typed_beyond_the_slider(qtbot: QtBot, path: str, text: str, value: float) -> None:
    desk = Desk(qtbot, OneSlider(path))
    type_into(field_of(desk.panel), text)
    assert value_at(desk.experiment, path) == value == desk.panel.slider.value()


@pytest.mark.parametrize("path", _ALONE)
def test_what_may_be_typed_is_what_the_field_takes(path: str) -> None:
    """A word of a range that the engine then refuses would be a trap, and so would be one that is too narrow."""
    field, typed = FIELDS[path.replace("[0]", "[]")], FieldSlider(path).typed()
    assert field.accepts(int(typed.high) if typed.whole else typed.high)
    assert typed.low_open or field.accepts(int(typed.low) if typed.whole else typed.low)
    assert (typed.low, typed.low_open) == (field.low, field.low_open)
    assert typed.high == field.high or path in ("data.samples", "batch_size")


def test_a_number_beyond_the_end_is_shown_as_it_is(qtbot: QtBot) -> None:
    slider = FieldSlider("batch_size")
    qtbot.addWidget(slider)
    slider.set_maximum(100)
    slider.show_value(512)
    assert field_of(slider).text() == "512"


def test_coefficients_are_told_apart_up_to_four_nines(qtbot: QtBot) -> None:
    texts = [coefficient_text(value) for value in SLIDERS["optimizer.beta2"].steps]
    assert len(set(texts)) == len(texts)
    assert texts[0] == "0"
    assert texts[-1] == "0.9999"
    assert {"0.9", "0.99", "0.999"} <= set(texts)
