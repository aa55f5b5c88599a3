"""Every row of the engine's tables that has a control has its words, and the words agree with the table."""

import re

import pytest

from engine.activations import ACTIVATIONS
from engine.choices import DATA_KINDS, LOSS_KINDS
from engine.data import GENERATORS, data_kinds
from engine.edits import LABELS, Edit, add_layer, add_unit, choose_data, new_seed, remove_layer, remove_unit
from engine.fields import FIELDS
from engine.initializers import INITIALIZERS
from engine.optimizers import OPTIMIZERS
from engine.painting import add_points, erase_points, move_point, start_painting
from engine.schedule import DECAYS
from playground.ui.panels import choice_words, field_words
from playground.ui.panels.data_words import DATA_WORDS, TASK_WORDS
from playground.ui.panels.edit_words import EDIT_WORDS, edit_words
from playground.ui.panels.slider_rows import SLIDERS

_OTHER_EDITS: tuple[Edit, ...] = (
    add_layer(0),
    remove_layer(0),
    add_unit(0),
    remove_unit(0),
    choose_data("xor"),
    new_seed(1),
    add_points([]),
    erase_points(0.0, 0.0, 1.0),
    move_point((0.0, 0.0, 0), (1.0, 0.0, 0)),
    start_painting(),
)
_TITLES = [
    (choice_words.ACTIVATION_TITLES, ACTIVATIONS),
    (choice_words.INITIALIZER_TITLES, INITIALIZERS),
    (choice_words.OPTIMIZER_TITLES, OPTIMIZERS),
    (choice_words.OPTIMIZER_USES, OPTIMIZERS),
    (choice_words.SCHEDULE_TITLES, DECAYS),
    (choice_words.LOSS_TITLES, LOSS_KINDS),
]


@pytest.mark.parametrize("label", [*LABELS.values(), *(edit.label for edit in _OTHER_EDITS)])
def test_every_label_of_an_edit_can_be_said(label: str) -> None:
    assert edit_words(label) == label == EDIT_WORDS[label]()


def test_a_label_of_somebody_else_stays_as_it_is() -> None:
    assert edit_words("Preset: spiral") == "Preset: spiral"


@pytest.mark.parametrize(("titles", "table"), _TITLES)
def test_titles_and_table_have_the_same_rows(titles: choice_words.Titles, table: object) -> None:
    assert list(titles) == list(table)  # type: ignore[call-overload]  # mappings and tuples of names alike
    assert len({title() for title in titles.values()}) == len(titles)


@pytest.mark.parametrize("path", field_words.FIELD_WORDS)
def test_a_tooltip_says_what_the_field_does_and_when_it_acts(path: str) -> None:
    words, said = field_words.FIELD_WORDS[path], field_words.tooltip(path)
    assert words.label()
    assert words.help().endswith(".")
    assert said.startswith("<p>")
    assert field_words.effect(path) in said
    assert not re.search("<(?!/?p>)", said)  # "m < n" would be taken for a tag


@pytest.mark.parametrize(("path", "start"), [("optimizer.learning_rate", "Acts"), ("data.noise", "Starts")])
def test_live_fields_act_and_the_others_restart(path: str, start: str) -> None:
    assert field_words.effect(path).startswith(start)


def test_each_effect_of_the_table_has_its_sentence() -> None:
    paths = {field.effect: path for path, field in FIELDS.items() if path in field_words.FIELD_WORDS}
    assert set(paths) == {"none", "live", "shape", "restart"}
    assert len({field_words.effect(path) for path in paths.values()}) == 4


@pytest.mark.parametrize("path", SLIDERS)
def test_a_slider_stays_within_what_its_field_takes(path: str) -> None:
    row, field = SLIDERS[path], FIELDS[path]
    assert path in field_words.FIELD_WORDS
    ends = [row.minimum, row.maximum] + ([0.0] if row.zero_allowed else [])
    for value in ends:
        assert field.accepts(int(value) if field.kind == "integer" else float(value))
    assert row.integer == (field.kind == "integer")


def test_every_kind_of_data_has_words_and_noise_means_what_the_generator_says() -> None:
    assert tuple(DATA_WORDS) == DATA_KINDS
    assert {kind.task for kind in data_kinds()} == set(TASK_WORDS)
    for kind, words in DATA_WORDS.items():
        assert words.title()
        assert words.name()
        assert (words.noise() if words.noise else None) == (
            GENERATORS[kind].noise_meaning if kind in GENERATORS else None
        )
