"""The names of choices are the rows of the engine's tables, in their order."""

from __future__ import annotations

import pytest

from engine.activations import ACTIVATIONS
from engine.choices import (
    ACTIVATION_KINDS,
    CLASSES_KINDS,
    GENERATED_KINDS,
    INITIALIZER_KINDS,
    LOSS_KINDS,
    OPTIMIZER_KINDS,
    PLANE_FEATURES,
    SCHEDULE_KINDS,
    SHIPPED_KINDS,
    parity_names,
)
from engine.data.features import FEATURES
from engine.data.generators import GENERATORS
from engine.data.shipped import SHIPPED
from engine.initializers import INITIALIZERS
from engine.losses import LOSSES
from engine.optimizers import OPTIMIZERS
from engine.schedule import DECAYS


@pytest.mark.parametrize(
    ("kinds", "table"),
    [
        (ACTIVATION_KINDS, ACTIVATIONS),
        (INITIALIZER_KINDS, INITIALIZERS),
        (OPTIMIZER_KINDS, OPTIMIZERS),
        (SCHEDULE_KINDS, DECAYS),
        (GENERATED_KINDS, GENERATORS),
        (SHIPPED_KINDS, SHIPPED),
        (PLANE_FEATURES, FEATURES),
        (LOSS_KINDS, ("auto", *dict.fromkeys(loss for _, loss in LOSSES))),
    ],
    ids=["activations", "initializers", "optimizers", "schedules", "generated", "shipped", "features", "losses"],
)
def test_choices_are_the_rows_of_the_engines_tables(kinds: tuple[str, ...], table: object) -> None:
    assert kinds == tuple(table)  # type: ignore[call-overload]  # mappings and tuples alike


def test_the_sets_of_more_than_two_classes_are_those_of_the_table() -> None:
    assert tuple(name for name, row in GENERATORS.items() if row.task == "classes") == CLASSES_KINDS


def test_parity_names_its_inputs() -> None:
    assert parity_names(3) == ("b1", "b2", "b3")
