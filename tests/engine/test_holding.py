"""A frozen parameter never moves, whatever pulls at it; with nothing frozen every bit is as before."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import edits
from engine.errors import ExperimentError
from engine.experiment import Data, EarlyStopping, Experiment, Layer, Optimizer, Penalty, Split
from engine.frozen import FrozenWeight
from engine.holding import Holding
from engine.lanes import Lanes
from engine.network import make_network
from engine.optimizers import OPTIMIZERS
from engine.trainer import Trainer

PENALTIES = (Penalty(), Penalty(l2=5.0), Penalty(l1=2.0), Penalty(l1=1.0, l2=3.0))
CHOSEN = ((1, 2, 1), (1, 5, None), (2, 1, 5), (2, 3, None), (3, 1, 2), (3, 1, None))


def experiment(kind: str = "gd", norm: bool = False, penalty: Penalty = PENALTIES[0], **more: Any) -> Experiment:
    """Thirty samples to train on, in batches of nine."""
    layers = (Layer(units=5, batch_norm=norm, keep_prob=0.8), Layer(units=3, activation="relu", batch_norm=norm))
    base = Experiment(
        data=Data(kind="xor", samples=60), batch_size=9, layers=layers, penalty=penalty,
        optimizer=Optimizer(kind=kind, learning_rate=0.05),
    )  # fmt: skip
    return replace(base, **more)


def frozen(value: float = 0.7) -> tuple[FrozenWeight, ...]:
    return tuple(FrozenWeight(layer=a, unit=b, input=c, value=value) for a, b, c in CHOSEN)


def held(trainer: Trainer) -> list[float]:
    """The chosen parameters; β where batch norm has taken the bias's place."""
    return trainer.parameters[Holding(trainer.network, frozen()).places].tolist()


CASES = list(product(OPTIMIZERS, (False, True), PENALTIES))


@pytest.mark.parametrize(("kind", "norm", "penalty"), CASES)
def test_a_frozen_parameter_never_moves_and_the_others_do(kind: str, norm: bool, penalty: Penalty) -> None:
    trainer = Trainer(experiment(kind, norm, penalty, frozen=frozen()))
    before = trainer.parameters.copy()
    expected = [float(np.float32(0.7))] * len(CHOSEN)
    for _ in range(12):
        assert held(trainer) == expected
        trainer.advance(1)
    assert held(trainer) == expected
    moved = trainer.parameters != before
    assert moved.sum() > len(moved) / 2


@pytest.mark.parametrize(("kind", "norm", "penalty"), CASES)
def test_nothing_frozen_is_the_run_as_it_always_was(kind: str, norm: bool, penalty: Penalty) -> None:
    """Nothing is woven in: after the gradient come the penalties and the optimiser's own step, as one has them."""
    trainer = Trainer(experiment(kind, norm, penalty))
    assert trainer._adjust is trainer._penalties.add_gradient
    assert trainer._step is trainer._updates.next
    by_hand = Trainer(experiment(kind, norm, penalty))
    trainer.advance(1)
    for _, (X, X_T, Y) in by_hand._batches.next(1):
        by_hand._updates.set_rate(by_hand.experiment.optimizer, by_hand.learning_rate)
        by_hand.network.training_pass(9).gradient(X, X_T, Y)
        if by_hand._penalties.add_gradient is not None:
            by_hand._penalties.add_gradient()
        by_hand._updates.next()
    assert by_hand.parameters.tobytes() == trainer.parameters.tobytes()


@pytest.mark.parametrize(("kind", "norm"), list(product(OPTIMIZERS, (False, True))))
def test_a_resumed_run_is_the_uninterrupted_one(kind: str, norm: bool) -> None:
    one = experiment(kind, norm, PENALTIES[3], frozen=frozen())
    whole, first, second = Trainer(one), Trainer(one), Trainer(one)
    whole.advance(20)
    first.advance(7)
    second.advance(3)
    second.restore(first.checkpoint())
    second.advance(13)
    assert second.parameters.tobytes() == whole.parameters.tobytes()
    assert second.history.table.tobytes() == whole.history.table.tobytes()


@settings(max_examples=30, deadline=None)
@given(
    kind=st.sampled_from(list(OPTIMIZERS)),
    norm=st.booleans(),
    steps=st.lists(st.integers(0, 6), min_size=1, max_size=4),
    values=st.lists(st.floats(-5, 5), min_size=4, max_size=4),
    chosen=st.lists(st.sampled_from(CHOSEN), min_size=4, max_size=4),
)
def test_freezing_while_it_runs(
    kind: str, norm: bool, steps: list[int], values: list[float], chosen: list[tuple[int, int, int | None]]
) -> None:
    trainer = Trainer(experiment(kind, norm, PENALTIES[3]))
    for count, value, place in zip(steps, values, chosen, strict=False):
        trainer.advance(count)
        trainer.update(edits.freeze(*place, value).change(trainer.experiment))
        kept = {one.place: np.float32(one.value) for one in trainer.experiment.frozen}
        now = dict(zip(CHOSEN, held(trainer), strict=True))
        assert {where: now[where] for where in kept} == kept
    trainer.advance(5)
    now = dict(zip(CHOSEN, held(trainer), strict=True))
    assert {where: now[where] for where in kept} == kept


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_a_released_weight_goes_on_from_where_it_was_held(kind: str) -> None:
    trainer = Trainer(experiment(kind, frozen=frozen()))
    trainer.advance(5)
    trainer.update(replace(trainer.experiment, frozen=()))
    assert held(trainer) == [float(np.float32(0.7))] * len(CHOSEN)
    trainer.advance(5)
    assert all(value != float(np.float32(0.7)) for value in held(trainer))


def test_layers_that_come_take_their_frozen_weights_along() -> None:
    trainer = Trainer(experiment(frozen=frozen()))
    trainer.advance(5)
    trainer.update(edits.add_layer(2, units=2).change(trainer.experiment))
    trainer.advance(5)
    assert trainer.weights(2)[0, 4] == trainer.biases(4)[0] == np.float32(0.7)


@pytest.mark.parametrize(("kind", "norm"), list(product(OPTIMIZERS, (False, True))))
def test_lanes_hold_what_a_run_alone_holds(kind: str, norm: bool) -> None:
    experiments = [experiment(kind, norm, PENALTIES[3], frozen=frozen(), seed=seed, dtype="float64") for seed in (0, 1)]
    lanes = Lanes(experiments)
    lanes.run(4)
    for lane, one in enumerate(experiments):
        alone = Trainer(one)
        alone.run(4)
        np.testing.assert_allclose(lanes.parameters[lane], alone.parameters, rtol=1e-12, atol=1e-12)
        assert held(lanes.trainer(lane)) == held(alone) == [0.7] * len(CHOSEN)


def test_lanes_freeze_the_same_or_say_so() -> None:
    one = experiment(frozen=frozen())
    with pytest.raises(ExperimentError, match=r"^frozen: 'another value in lane 1'"):
        Lanes([one, replace(one, frozen=frozen()[1:])])


def test_the_best_weights_of_early_stopping_hold_it_too() -> None:
    one = experiment(
        split=Split(train=50, dev=50, test=0), early_stopping=EarlyStopping(patience=3), optimizer=Optimizer()
    )
    trainer = Trainer(one)
    trainer.run(2)
    trainer.update(edits.freeze(3, 1, None, 4.0).change(one))
    trainer.run(60)
    assert trainer.stopped
    assert trainer.biases(3)[0] == 4.0


# Setting a weight by hand.


@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_a_weight_can_be_set_and_then_learns_on_from_there(kind: str) -> None:
    trainer, untouched = Trainer(experiment(kind)), Trainer(experiment(kind))
    for one in (trainer, untouched):
        one.advance(6)
    before = trainer.parameters.copy()
    trainer.set_weight(2, 3, 4, -1.5)
    trainer.set_weight(3, 1, None, 0.25)
    changed = np.flatnonzero(trainer.parameters != before)
    assert (trainer.weights(2)[2, 3], trainer.biases(3)[0], len(changed)) == (-1.5, 0.25, 2)
    for state, other in zip(trainer.checkpoint().states, untouched.checkpoint().states, strict=True):
        assert (state[changed] == 0.0).all()
        np.testing.assert_array_equal(np.delete(state, changed), np.delete(other, changed))
    trainer.advance(1)
    assert 0 < abs(trainer.weights(2)[2, 3] + 1.5) < 0.2


def test_under_batch_norm_the_bias_is_beta() -> None:
    trainer = Trainer(experiment(norm=True))
    trainer.set_weight(1, 2, None, 0.5)
    assert trainer.betas(1).tolist() == [0.0, 0.5, 0.0, 0.0, 0.0]
    trainer.set_weight(1, 2, 2, 0.5)
    assert trainer.weights(1)[1, 1] == 0.5


@pytest.mark.parametrize(
    ("where", "path"),
    [((4, 1, 1, 0.0), "frozen[0].layer"), ((1, 6, 1, 0.0), "frozen[0].unit"), ((1, 1, 3, 0.0), "frozen[0].input"),
     ((1, 1, 1, float("inf")), "value")],
)  # fmt: skip
def test_a_weight_that_is_not_there_cannot_be_set(where: tuple[int, int, int | None, float], path: str) -> None:
    trainer = Trainer(experiment())
    before = trainer.parameters.tobytes()
    with pytest.raises(ExperimentError) as caught:
        trainer.set_weight(*where)
    assert caught.value.path == path
    assert trainer.parameters.tobytes() == before


def test_a_frozen_weight_is_set_by_its_value_only() -> None:
    trainer = Trainer(experiment(frozen=frozen()))
    with pytest.raises(ExperimentError, match="not frozen"):
        trainer.set_weight(1, 2, 1, 3.0)


def test_a_network_of_its_own_is_held_too() -> None:
    one = experiment()
    network = make_network(one, 2, 1, "two-class")
    holding = Holding(network, frozen(0.5))
    holding.put_back()
    assert (network.parameters[holding.places] == 0.5).all()


@pytest.mark.parametrize("kind", [kind for kind, rule in OPTIMIZERS.items() if rule.states])
def test_nothing_gathers_in_the_averages_of_a_frozen_weight(kind: str) -> None:
    """Else the first step after its release would make up for all that was held back."""
    trainer = Trainer(experiment(kind, penalty=PENALTIES[3], frozen=frozen()))
    trainer.advance(12)
    places = Holding(trainer.network, frozen()).places
    for state in trainer.checkpoint().states:
        assert not state[places].any()
        assert state.any()
