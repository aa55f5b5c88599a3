"""Parity: all rows equally often, one flipped input turns the class, noise flips classes alone."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.generators import GENERATORS, samples_of
from engine.data.parity import parity_posterior, parity_sampler
from engine.data.prepare import load_data
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Layer
from engine.fields import FIELDS
from engine.trainer import Trainer

WIDTHS = pytest.mark.parametrize("inputs", range(2, 13))


@WIDTHS
def test_every_row_is_there_equally_often(inputs: int) -> None:
    data = load_data(Data(kind="parity", inputs=inputs))
    rows, counts = np.unique(data.x, axis=0, return_counts=True)
    assert len(data.y) == samples_of(Data(kind="parity", inputs=inputs))
    assert rows.shape == (2**inputs, inputs)
    assert set(counts.tolist()) == {len(data.y) // 2**inputs}
    assert set(np.unique(rows)) == {0.0, 1.0}
    assert data.feature_names == tuple(f"b{k}" for k in range(1, inputs + 1))


@WIDTHS
def test_the_class_is_the_parity_and_turns_with_any_one_input(inputs: int) -> None:
    x, y = parity_sampler(inputs)(2**inputs, 0.0, np.random.default_rng(1))
    assert np.array_equal(y, x.sum(axis=1) % 2)
    for column in range(inputs):
        flipped = x.copy()
        flipped[:, column] = 1.0 - flipped[:, column]
        assert np.array_equal(parity_posterior(flipped, 0.0), 1.0 - y)


def test_the_default_width_is_the_tables() -> None:
    row, inputs = GENERATORS["parity"], Data().inputs
    assert FIELDS["data.inputs"].low <= inputs <= FIELDS["data.inputs"].high
    drawn = [row.generate(300, 20.0, np.random.default_rng(4), *more) for more in ((), (inputs,))]
    assert np.array_equal(drawn[0].x, drawn[1].x)
    x, y = row.function(300, 0.2, np.random.default_rng(4))
    assert np.array_equal(drawn[0].x, x)
    assert np.array_equal(drawn[0].y, y)


def test_noise_flips_its_share_of_the_classes_and_leaves_the_inputs() -> None:
    calm, noisy = (parity_sampler(8)(20_000, noise, np.random.default_rng(2)) for noise in (0.0, 0.25))
    assert np.array_equal(calm[0], noisy[0])
    assert np.mean(calm[1] != noisy[1]) == pytest.approx(0.25, abs=0.015)


def test_features_are_columns_and_those_of_the_plane_are_none() -> None:
    chosen = Experiment(data=Data(kind="parity", inputs=4), features=("b1", "b4"), layers=(Layer(units=3),))
    trainer = Trainer(chosen)
    assert trainer.prepared.input_names == ("b1", "b4")
    assert np.array_equal(np.unique(trainer.prepared.raw("train"), axis=0).shape, (16, 4))
    with pytest.raises(ExperimentError, match=r"features\[0\]: 'x1' is not allowed; allowed: b1, b2, b3, b4"):
        Trainer(Experiment(data=Data(kind="parity", inputs=4), features=("x1",)))


def test_two_inputs_are_exclusive_or_and_no_plane() -> None:
    data = load_data(Data(kind="parity", inputs=2))
    assert np.array_equal(data.y, data.x[:, 0] != data.x[:, 1])
    assert data.feature_names == ("b1", "b2")


@pytest.mark.parametrize("inputs", [1, 13, 8.5, True])
def test_a_wrong_number_of_inputs_is_refused(inputs: int) -> None:
    with pytest.raises(ExperimentError, match=r"^data\.inputs: .* a whole number from 2 to 12"):
        Data(kind="parity", inputs=inputs)
