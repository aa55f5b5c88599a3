"""A run repeats bit for bit, resumes bit for bit, follows live changes, and stops with a cause when it diverges."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import Diverged, ExperimentError
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Schedule, Split
from engine.optimizers import OPTIMIZERS
from engine.trainer import Trainer

RICH = Experiment(
    data=Data(kind="blobs", samples=90),
    split=Split(train=60, dev=20, test=20),
    layers=(Layer(units=6, batch_norm=True), Layer(units=4, activation="relu", keep_prob=0.8)),
    optimizer=Optimizer(kind="adam"),
    schedule=Schedule(kind="inverse-time"),
    penalty=Penalty(l1=0.1, l2=0.1),
    batch_size=16,
)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_same_experiment_gives_the_same_bits(optimizer: str) -> None:
    experiment = replace(RICH, optimizer=Optimizer(kind=optimizer))
    first, second = Trainer(experiment), Trainer(experiment)
    first.run(5)
    second.run(5)
    assert first.parameters.tobytes() == second.parameters.tobytes()
    assert first.history.table.tobytes() == second.history.table.tobytes()


@pytest.mark.parametrize("cut", [0, 1, 3, 4, 7, 13])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_a_resumed_run_is_the_uninterrupted_one(optimizer: str, cut: int) -> None:
    experiment = replace(RICH, optimizer=Optimizer(kind=optimizer))
    whole, first, second = Trainer(experiment), Trainer(experiment), Trainer(experiment)
    whole.advance(20)
    first.advance(cut)
    second.advance(11)  # somewhere else: a checkpoint replaces all of it
    second.restore(first.checkpoint())
    second.advance(20 - cut)
    assert second.parameters.tobytes() == whole.parameters.tobytes()
    assert second.network.running.tobytes() == whole.network.running.tobytes()
    assert second.history.table.tobytes() == whole.history.table.tobytes()
    assert (second.steps, second.epoch, second.batch_in_epoch) == (whole.steps, whole.epoch, whole.batch_in_epoch)


def test_advancing_in_pieces_is_advancing_at_once() -> None:
    whole, pieces = Trainer(RICH), Trainer(RICH)
    whole.advance(23)
    for steps in (1, 2, 3, 5, 12):
        assert pieces.advance(steps) == steps
    assert pieces.parameters.tobytes() == whole.parameters.tobytes()


def test_the_newest_batch_tells_whom_dropout_has_kept() -> None:
    trainer = Trainer(RICH)
    assert trainer.kept_units() == (None, None)
    trainer.advance(2)
    first, second = trainer.kept_units()
    assert first is None
    assert second is not None
    seen = set()
    for _ in range(40):
        trainer.advance(1)
        kept = trainer.kept_units()[1]
        assert kept is not None
        part = trainer.network.training_pass(6 if trainer.batch_in_epoch == 0 else 16).dropouts[1]
        assert part is not None
        np.testing.assert_array_equal(kept, part.D[:, 0] > 0)
        seen.add(kept.tobytes())
    assert kept.shape == (4,)
    assert len(seen) > 2
    trainer.update(replace(RICH, layers=RICH.layers[:1]))
    assert trainer.kept_units() == (None,)


def test_wide_data_are_gathered_to_the_same_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = Trainer(RICH)
    monkeypatch.setattr("engine.batches.PACKED_BYTES", 0)
    gathered = Trainer(RICH)
    packed.run(3)
    gathered.run(3)
    assert gathered.parameters.tobytes() == packed.parameters.tobytes()


def test_history_has_a_row_for_the_start_and_each_epoch() -> None:
    trainer = Trainer(RICH)
    trainer.run(70)
    history, now = trainer.history, trainer.evaluate()
    np.testing.assert_array_equal(history.epochs, np.arange(71))
    for name in ("train", "dev", "test"):
        assert history.cost[name][-1] == pytest.approx(now.cost[name], rel=1e-12)
        assert history.accuracy[name][-1] == now.accuracy[name]
    np.testing.assert_allclose(history.learning_rate[:3], [0.03, 0.03 / 1.1, 0.03 / 1.2])
    assert history.cost["train"][-1] < history.cost["train"][0]


def test_accuracy_and_mean_square_are_what_predictions_say() -> None:
    trainer = Trainer(RICH)
    trainer.run(2)
    predicted = trainer.predict(trainer.prepared.raw("test")).argmax(axis=1)
    assert trainer.evaluate().accuracy["test"] == pytest.approx(np.mean(predicted == trainer.split("test")[1]))
    number = Trainer(Experiment(data=Data(kind="reg-plane", samples=100)))
    number.run(3)
    error = number.predict(number.prepared.raw("test")) - number.split("test")[1]
    assert number.evaluate().accuracy["test"] == pytest.approx(np.mean(error**2), rel=1e-4)


def test_all_right_is_exactly_one() -> None:
    trainer = Trainer(Experiment(data=Data(kind="gauss"), split=Split(train=60, dev=20, test=20)))
    trainer.run(20)
    assert set(trainer.evaluate().accuracy.values()) == {1.0}


def test_an_empty_set_has_no_figures() -> None:
    evaluation = Trainer(Experiment()).evaluate()
    assert np.isnan(evaluation.cost["dev"])
    assert np.isnan(evaluation.accuracy["dev"])


def test_gradient_of_a_batch_is_the_mean_of_its_samples() -> None:
    trainer = Trainer(Experiment(dtype="float64", penalty=Penalty(l2=3.0)))
    x, y = trainer.split("train")
    _, whole = trainer.cost_and_gradient(x[:30], y[:30])
    singles = [trainer.cost_and_gradient(x[k : k + 1], y[k : k + 1])[1] for k in range(30)]
    np.testing.assert_allclose(whole, np.mean(singles, axis=0), rtol=0, atol=1e-12)


def test_step_on_a_batch_is_what_advance_does() -> None:
    experiment = Experiment(batch_size="all", split=Split(train=100, dev=0, test=0), dtype="float64")
    one, other = Trainer(experiment), Trainer(experiment)
    one.advance(1)
    order = other._batches.order
    x, y = other.split("train")
    other.step(x[order], y[order])
    np.testing.assert_array_equal(one.parameters, other.parameters)


@pytest.mark.parametrize(
    "change",
    [
        {"optimizer": Optimizer(kind="adam", learning_rate=0.1)},
        {"optimizer": Optimizer(kind="momentum")},
        {"penalty": Penalty(l2=5.0)},
        {"batch_size": 7},
        {"batch_size": "all"},
        {"schedule": Schedule(kind="step", decay=0.5, period=1)},
        {"loss": "squared-error"},
        {"layers": (Layer(units=6, batch_norm=True), Layer(units=4, activation="tanh", keep_prob=1.0))},
    ],
    ids=str,
)
def test_a_live_change_keeps_the_weights_and_acts(change: dict[str, object]) -> None:
    trainer, unchanged = Trainer(RICH), Trainer(RICH)
    trainer.advance(6)
    unchanged.advance(6)
    trainer.update(replace(RICH, **change))
    np.testing.assert_array_equal(trainer.parameters, unchanged.parameters)
    assert trainer.steps == 6
    trainer.run(2)
    unchanged.run(2)
    assert not np.array_equal(trainer.parameters, unchanged.parameters)
    assert np.isfinite(trainer.parameters).all()


def test_an_epoch_cut_anew_still_sees_every_sample_once() -> None:
    trainer = Trainer(RICH)
    trainer.advance(2)
    trainer.update(replace(RICH, batch_size=5))
    left = len(trainer.split("train")[0]) - 32
    assert trainer.advance(-(-left // 5)) == -(-left // 5)
    assert (trainer.epoch, trainer.batch_in_epoch) == (1, 0)
    assert trainer.batches_per_epoch == -(-len(trainer.split("train")[0]) // 5)


def test_a_unit_added_keeps_the_others() -> None:
    trainer = Trainer(Experiment())
    trainer.run(3)
    before = [trainer.weights(layer).copy() for layer in (1, 2, 3)]
    trainer.update(replace(trainer.experiment, layers=(Layer(units=5), Layer(units=2))))
    np.testing.assert_array_equal(trainer.weights(1)[:4], before[0])
    np.testing.assert_array_equal(trainer.weights(2)[:, :4], before[1])
    np.testing.assert_array_equal(trainer.weights(3), before[2])
    assert np.abs(trainer.weights(1)[4]).max() > 0
    trainer.run(1)


def test_a_layer_put_in_keeps_the_layers_before_and_after() -> None:
    trainer = Trainer(Experiment(layers=(Layer(units=5), Layer(units=3)), optimizer=Optimizer(kind="adam")))
    trainer.run(3)
    first, output = trainer.weights(1).copy(), trainer.weights(3).copy()
    trainer.update(replace(trainer.experiment, layers=(Layer(units=5), Layer(units=4), Layer(units=3))))
    np.testing.assert_array_equal(trainer.weights(1), first)
    np.testing.assert_array_equal(trainer.weights(4), output)
    trainer.update(replace(trainer.experiment, layers=(Layer(units=5), Layer(units=3))))
    np.testing.assert_array_equal(trainer.weights(3), output)
    trainer.run(1)


def test_a_change_that_does_not_fit_leaves_the_run_as_it_was() -> None:
    trainer = Trainer(Experiment(data=Data(kind="reg-plane", samples=50)))
    trainer.run(1)
    before, experiment = trainer.parameters.copy(), trainer.experiment
    with pytest.raises(ExperimentError, match=r"^loss: 'cross-entropy' is not allowed; allowed: .*squared-error"):
        trainer.update(replace(experiment, loss="cross-entropy"))
    assert trainer.experiment == experiment
    np.testing.assert_array_equal(trainer.parameters, before)
    trainer.run(1)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_divergence_names_step_layer_and_cause_and_keeps_finite_weights(dtype: str) -> None:
    experiment = Experiment(
        data=Data(kind="reg-plane", samples=100),
        layers=(Layer(units=6, activation="relu"), Layer(units=6, activation="relu")),
        optimizer=Optimizer(learning_rate=500.0),
        dtype=dtype,
    )
    trainer = Trainer(experiment)
    with pytest.raises(Diverged, match="learning rate α = 500 is too large") as caught:
        trainer.run(100)
    assert caught.value.step == trainer.steps + 1
    assert 1 <= caught.value.layer <= 3
    assert np.isfinite(trainer.parameters).all()
    assert np.abs(trainer.parameters).max() > 1e3


def test_divergence_at_the_start_blames_the_initial_weights() -> None:
    layers = tuple(Layer(units=50, activation="relu") for _ in range(40))
    experiment = Experiment(data=Data(kind="reg-plane", samples=50), layers=layers, initializer_scale=30.0)
    with pytest.raises(Diverged, match=r"^step 1: .*initial weights are too large"):
        Trainer(experiment).run(1)


def test_zero_weights_keep_the_units_of_a_layer_alike_for_ever() -> None:
    alike = Trainer(Experiment(initializer="zeros", layers=(Layer(units=4, activation="sigmoid"),)))
    alike.advance(500)
    assert len({row.tobytes() for row in alike.weights(1)}) == 1
    apart = Trainer(Experiment(initializer="small", layers=(Layer(units=4, activation="sigmoid"),)))
    apart.advance(500)
    assert len({row.tobytes() for row in apart.weights(1)}) == 4


def test_batch_size_one_trains_under_batch_norm() -> None:
    """A batch of one is normalised by the running averages and leaves them as they are."""
    trainer = Trainer(Experiment(layers=(Layer(units=4, batch_norm=True),), batch_size=1))
    before, running = trainer.parameters.copy(), trainer.network.running.copy()
    trainer.advance(10)
    np.testing.assert_array_equal(trainer.network.running, running)
    assert not np.array_equal(trainer.weights(1), before[:8].reshape(4, 2))
    assert np.isfinite(trainer.parameters).all()


def test_divergence_under_batch_norm_keeps_finite_running_averages() -> None:
    layers = tuple(Layer(units=6, activation="identity", batch_norm=index == 3) for index in range(4))
    data, optimizer = Data(kind="reg-plane", samples=100), Optimizer(learning_rate=100.0)
    experiment = Experiment(data=data, layers=layers, normalize=False, optimizer=optimizer)
    trainer = Trainer(experiment)
    with pytest.raises(Diverged):
        trainer.run(2000)
    assert np.isfinite(trainer.network.running).all()
    assert np.isfinite(trainer.parameters).all()


def test_looking_at_a_cost_leaves_the_running_averages() -> None:
    trainer = Trainer(RICH)
    trainer.run(1)
    running = trainer.network.running.copy()
    trainer.cost_and_gradient(*(part[:10] for part in trainer.split("train")))
    np.testing.assert_array_equal(trainer.network.running, running)
