"""A step of the history says what was changed, from what to what, in the language in force."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from engine.edits import (
    Edit,
    add_layer,
    add_unit,
    choose_data,
    new_seed,
    remove_layer,
    replace_experiment,
    set_field,
    set_split,
    toggle_feature,
)
from engine.experiment import Experiment
from engine.presets import preset
from playground.ui.language import install_language
from playground.ui.panels.step_words import step_words

START = preset("circle")
CASES = (
    (set_field("optimizer.learning_rate", 0.03), "Learning rate: 0.1 → 0.03", "学习率：0.1 → 0.03"),
    (set_field("optimizer.kind", "adam"), "Optimiser: GD → Adam", "优化器：梯度下降 → Adam"),
    (set_field("normalize", False), "Normalisation: on → off", "归一化：开 → 关"),
    (set_field("layers[0].activation", "relu"), "Activation: Tanh → ReLU", "激活函数：Tanh → ReLU"),
    (set_field("batch_size", "all"), "Batch size: 10 → all", "批量大小：10 → all"),
    (new_seed(7), "New seed: 0 → 7", "换种子：0 → 7"),
    (choose_data("xor"), "Data set: Circle in a ring → Exclusive or", "数据集：圆与外环 → 异或"),
    (replace_experiment(preset("spiral"), "Preset"), "Preset: Spiral", "预设：螺旋"),
    (set_split(60, 20, 20), "Split: 50 / 0 / 50 → 60 / 20 / 20", "划分：50 / 0 / 50 → 60 / 20 / 20"),
)


@pytest.mark.parametrize(("edit", "english", "chinese"), CASES, ids=lambda case: getattr(case, "label", ""))
def test_a_step_says_its_values(qapp: QApplication, edit: Edit, english: str, chinese: str) -> None:
    after = edit.change(START)
    assert step_words(edit.label, START, after).startswith(english)
    install_language(qapp, "zh")
    assert step_words(edit.label, START, after).startswith(chinese)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (add_layer(0), "Add layer: {before} → {after}"),
        (remove_layer(0), "Remove layer: {before} → {after}"),
        (add_unit(0), "Add unit: {before} → {after}"),
    ],
)
def test_a_change_of_layers_says_the_sizes(edit: Edit, words: str) -> None:
    after = edit.change(Experiment())
    before = " – ".join(str(layer.units) for layer in Experiment().layers)
    sizes = " – ".join(str(layer.units) for layer in after.layers)
    assert step_words(edit.label, Experiment(), after) == words.format(before=before, after=sizes)


def test_features_and_files_are_named() -> None:
    after = toggle_feature("x1^2").change(START)
    assert step_words("Features", START, after) == "Features: x1, x2 → x1, x2, x1^2"
    table = choose_data("csv", path="some/where/my table.csv").change(START)
    other = replace(table, data=replace(table.data, path="else/where/b.csv"))
    assert step_words("Data file", table, other) == "Data file: my table.csv → b.csv"


def test_what_was_opened_goes_by_the_name_of_its_file() -> None:
    other = replace(START, seed=99)
    assert step_words("Open", START, other, Path("some/where/lesson.json")) == "Open: lesson.json"
    assert step_words("Open", other, START, Path("mine.json")) == "Open: mine.json"
    assert step_words("Open", other, START) == "Open: Circle"
    assert step_words("Class mode", START, START, Path("lesson.json")) == "Class mode"


def test_an_experiment_of_ones_own_has_no_name() -> None:
    assert step_words("Paste", START, replace(START, seed=99)) == "Paste"
