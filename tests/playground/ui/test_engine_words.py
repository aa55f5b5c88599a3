"""What the engine says can be said in Chinese: reasons of presets, classes, notes, problems, causes of divergence."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from engine.advice import ADVICE
from engine.ailments import REMEDIES
from engine.data import GENERATORS, SHIPPED, columns, delimited, load_shipped, table_arrays, target
from engine.data.painted import class_name, painted_set
from engine.data.table import read_table
from engine.errors import DataError, Diverged, ExperimentError
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty
from engine.points import MOST_CLASSES
from engine.preset_parts import Preset
from engine.presets import presets
from engine.snapshot import Failure
from engine.trainer import Trainer
from playground.ui import data_sentences, engine_sentences, preset_sentences
from playground.ui.engine_words import say_classes, say_engine
from playground.ui.language import install_language
from playground.ui.panels.data_words import DATA_WORDS
from playground.ui.panels.preset_choice import PresetChoice
from playground.ui.views.results_view import ResultsView
from playground.ui.views.status_view import StatusView
from tests.playground.ui.snapshots import make_experiment, make_snapshot

SAMPLES = {"_cells": "7 cells", "place": "line 7, column 'a'"}  # what these functions put into a message
STANDARD_TERMS = re.compile(r"tanh|sigmoid|softmax|Leaky|ReLU|Adam|Dropout|UTF|identity|lecun")


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "zh")
    yield
    install_language(qapp, "en")


def english_words(text: str) -> list[str]:
    """The words of four letters or more that are no standard terms."""
    return re.findall("[A-Za-z]{4,}", STANDARD_TERMS.sub("", text))


def problems_of(module: Path) -> Iterator[str]:
    """Every message of a DataError in the source of a module, with examples for the values in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "DataError":
            text = node.args[0]
            parts = text.values if isinstance(text, ast.JoinedStr) else [text]
            yield "".join(_example(part) for part in parts)


def _example(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    called = part.value.func if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Call) else None
    name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
    return SAMPLES.get(name, "7")


PROBLEMS = [
    message
    for module in (columns, delimited, table_arrays, target)
    for message in problems_of(Path(str(module.__file__)))
]
DIVERGING = [
    Experiment(layers=(Layer(activation="identity"),) * 25, initializer_scale=100),
    Experiment(penalty=Penalty(l2=1e6), optimizer=Optimizer(learning_rate=100)),
    Experiment(
        data=Data(kind="wine"), normalize=False, layers=(Layer(activation="identity"),) * 3, initializer="he",
        optimizer=Optimizer(learning_rate=10),
    ),
    Experiment(data=Data(kind="reg-plane"), layers=(), optimizer=Optimizer(learning_rate=1000)),
]  # fmt: skip


def divergence(experiment: Experiment) -> Diverged:
    trainer = Trainer(experiment)
    with pytest.raises(Diverged) as caught:
        trainer.advance(2000)
    return caught.value


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.name)
def test_every_preset_has_its_words(preset: Preset, chinese: None) -> None:
    assert preset.about in preset_sentences.PRESET_REASONS
    assert (preset.name in DATA_WORDS) != (preset.title in preset_sentences.PRESET_TITLES)
    assert (preset.kind == "good") == (preset.name in DATA_WORDS)
    assert english_words(say_engine(preset.about)) == []


def test_no_reason_is_left_over() -> None:
    assert len(preset_sentences.PRESET_REASONS) == len(presets())
    assert len(preset_sentences.PRESET_TITLES) == sum(preset.kind == "bad" for preset in presets())


def test_every_advice_can_be_said(chinese: None) -> None:
    texts = [row.text for row in (*ADVICE.values(), *REMEDIES.values())]
    assert tuple(texts) == engine_sentences.ADVICE
    assert [text for text in texts if english_words(say_engine(text))] == []


@pytest.mark.parametrize("kind", GENERATORS)
def test_every_class_of_a_generated_set_has_its_word(kind: str, chinese: None) -> None:
    names = GENERATORS[kind].class_names
    said = say_classes(kind, names)
    assert len(set(said)) == len(names)
    assert [name for name in said if name.isascii()] == []


def test_no_class_is_left_over() -> None:
    names = {name for row in GENERATORS.values() for name in row.class_names}
    names.update(name for kind in SHIPPED for name in load_shipped(kind).class_names)
    names.update(class_name(index) for index in range(MOST_CLASSES))
    assert set(data_sentences.CLASSES) <= names


def test_what_is_said_about_points_of_ones_own(chinese: None) -> None:
    with pytest.raises(DataError) as empty:
        painted_set([])
    said = [str(empty.value), *painted_set([(0.0, 0.0, 1)]).notes]
    assert set(said) == set(data_sentences.PAINTING)
    assert [text for text in said if english_words(say_engine(text))] == []
    names = [class_name(index) for index in range(MOST_CLASSES)]
    assert len(set(say_classes("painted", names))) == MOST_CLASSES
    assert [name for name in say_classes("painted", names) if name.isascii()] == []


def test_classes_of_a_table_and_unknown_ones_stay_as_they_are(chinese: None) -> None:
    assert say_classes("csv", ["left", "inside"]) == ("left", "inside")
    assert say_classes("wine", ["class_0"]) == ("class_0",)


@pytest.mark.parametrize("problem", PROBLEMS)
def test_every_problem_of_a_table_can_be_said(problem: str, qapp: QApplication, chinese: None) -> None:
    assert english_words(say_engine(problem)) == []
    assert english_words(say_engine(f"'a.csv': {problem}")) == []
    install_language(qapp, "en")
    assert say_engine(problem) == problem


def test_no_problem_is_left_over() -> None:
    assert len(PROBLEMS) >= len(data_sentences.TABLE_PROBLEMS) > 20


def test_every_note_on_a_table_can_be_said(tmp_path: Path, qapp: QApplication, chinese: None) -> None:
    head = ["id", "a", "a", "mix", "one", "all", *(f"e{index}" for index in range(12)), "y"]
    rows = [
        [str(row), "" if row == 3 else str(row % 7), "b", "3" if row == 5 else "四", "1", f"t{row}", *[""] * 12, "1.5"]
        for row in range(1, 121)
    ]
    for index, row in enumerate(rows):
        row[-1] = "" if index == 119 else f"{index / 3:.3f}"
    path = tmp_path / "odd.csv"
    path.write_bytes("\n".join(",".join(row) for row in [head, *rows]).encode("gb18030"))
    notes = read_table(path).notes
    said = [say_engine(note) for note in notes]
    assert len(notes) == len(data_sentences.TABLE_NOTES)
    assert [text for text in said if english_words(text)] == []
    assert "a_2" in said[0]
    assert "e9 等" in " ".join(said)
    install_language(qapp, "en")
    assert tuple(say_engine(note) for note in notes) == notes


def test_every_cause_of_a_divergence_can_be_said(chinese: None) -> None:
    found = [divergence(experiment) for experiment in DIVERGING]
    said = [say_engine(error.cause) for error in found]
    assert len({re.sub(r"[-+.\w]*\d[-+.\w]*", "", text) for text in said}) == len(engine_sentences.CAUSES)
    for error, cause in zip(found, said, strict=True):
        assert english_words(cause) == []
        assert (
            say_engine(str(error))
            == f"第 {error.step} 步：第 {error.layer} 层的 {error.quantity} 不再有限；可能原因：{cause}"
        )


def test_a_refusal_is_said_with_its_field_and_value(chinese: None) -> None:
    error = ExperimentError("optimizer.learning_rate", -1, "a number above 0 up to 1000")
    assert say_engine(str(error)) == "optimizer.learning_rate：不能是 -1；允许的是：大于 0 且不超过 1000 的数"


def test_a_column_called_like_a_sentence_stays_as_it_is(chinese: None) -> None:
    said = say_engine("Left out, no values: the file is empty.")
    assert "the file is empty" in said
    assert said.startswith("略去")


@pytest.mark.parametrize("text", ["", "MemoryError: no room for 3 GB", "%1 {0} {names}", "line"])
def test_what_is_not_known_stays_as_it_is(text: str, chinese: None) -> None:
    assert say_engine(text) == text


def test_the_window_says_it_and_changes_it_with_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    install_language(qapp, "en")
    choice, status, results = PresetChoice(), StatusView(), ResultsView()
    for widget in (choice, status, results):
        qtbot.addWidget(widget)
    failure = Failure(kind="diverged", step=2, layer=1, message=str(Diverged(
        step=2, layer=1, quantity="Z", cause="the learning rate α = 10 is too large here; try 1"
    )))  # fmt: skip
    status.show_snapshot(make_snapshot(surface_size=4, unit_size=2, failure=failure))
    results.show_snapshot(make_snapshot(make_experiment("iris"), surface_size=4, unit_size=2))

    def shown() -> str:
        labels = [label.text() for view in (status, results) for label in view.findChildren(QLabel)]
        return "\n".join([*labels, str(choice.itemData(0, Qt.ItemDataRole.ToolTipRole))])

    english = shown()
    install_language(qapp, "zh")
    QApplication.sendPostedEvents()
    assert "学习率 α = 10 在这里过大" in shown()
    assert "鸢尾" in shown()
    assert "tanh 单元" in shown()
    install_language(qapp, "en")
    QApplication.sendPostedEvents()
    assert shown() == english
