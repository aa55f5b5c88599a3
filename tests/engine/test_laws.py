"""Laws that hold for every network whatever its numbers: symmetries, limits, and what must not matter.

A law needs no second implementation to compare with; a mistake that keeps all of them would have to be a right one.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.activations import ACTIVATIONS
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty
from engine.layers import Dropout
from engine.losses import LOSSES
from engine.optimizers import OPTIMIZERS
from engine.program import Program
from engine.random_streams import stream
from engine.trainer import Trainer
from tests.engine.test_network import experiment_for

every_activation = pytest.mark.parametrize("activation", ACTIVATIONS)
every_loss = pytest.mark.parametrize(("task", "loss"), LOSSES)
few_examples = settings(max_examples=15, deadline=None)


def with_layers(experiment: Experiment, **fields: object) -> Experiment:
    """The experiment with these fields in every hidden layer."""
    return replace(experiment, layers=tuple(replace(layer, **fields) for layer in experiment.layers))


def shaken(trainer: Trainer, size: float = 0.3) -> Trainer:
    """The trainer moved off its start, where biases are 0, γ is 1 and β is 0."""
    trainer.parameters = trainer.parameters + np.random.default_rng(5).normal(0, size, trainer.parameters.shape)
    return trainer


def permuted(trainer: Trainer, vector: np.ndarray, order: list[int]) -> np.ndarray:
    """A vector laid out like the parameters with the units of layer 1 in another order."""
    first, second = trainer.network.layout.layers[:2]
    made = vector.copy()
    for view in (first.W, first.gammas, first.betas) if first.batch_norm else (first.W,):
        view(made)[...] = view(vector)[order]
    second.weights(made)[...] = second.weights(vector)[:, order]
    return made


@pytest.mark.parametrize("batch_norm", [False, True], ids=["plain", "batch norm"])
@every_activation
@every_loss
@few_examples
@given(order=st.permutations(range(5)))
def test_permuting_units_permutes_the_gradient(
    task: str, loss: str, activation: str, batch_norm: bool, order: list[int]
) -> None:
    experiment = experiment_for(task, loss, activation, (5, 4), penalty=Penalty(l1=0.2, l2=0.6))
    trainer = shaken(Trainer(with_layers(experiment, batch_norm=batch_norm)))
    batch = [part[:16] for part in trainer.split("train")]
    cost, gradient = trainer.cost_and_gradient(*batch)
    trainer.parameters = permuted(trainer, trainer.parameters, order)
    other_cost, other_gradient = trainer.cost_and_gradient(*batch)
    assert other_cost == pytest.approx(cost, rel=1e-12)
    np.testing.assert_allclose(other_gradient, permuted(trainer, gradient, order), rtol=1e-9, atol=1e-12)


@every_activation
@every_loss
def test_the_gradient_of_a_batch_is_the_mean_of_its_samples_gradients(task: str, loss: str, activation: str) -> None:
    trainer = shaken(Trainer(experiment_for(task, loss, activation, (5, 4), penalty=Penalty(l1=0.2, l2=0.6))))
    x, y = (part[:20] for part in trainer.split("train"))
    cost, whole = trainer.cost_and_gradient(x, y)
    singles = [trainer.cost_and_gradient(x[k : k + 1], y[k : k + 1]) for k in range(20)]
    assert cost == pytest.approx(np.mean([one for one, _ in singles]), rel=1e-12)
    np.testing.assert_allclose(whole, np.mean([one for _, one in singles], axis=0), rtol=0, atol=1e-12)
    assert np.abs(whole).max() > 1e-3


@every_activation
@few_examples
@given(c=st.floats(0.25, 8))
def test_before_batch_norm_the_size_of_the_weights_does_not_matter(activation: str, c: float) -> None:
    """W → cW leaves the output as it is and divides dW by c; W is large here, so that ε adds nothing that shows."""
    trainer = shaken(Trainer(with_layers(experiment_for("classes", "auto", activation, (5, 4)), batch_norm=True)))
    for layer in (1, 2):
        trainer.weights(layer)[...] *= 1e3
    batch = [part[:16] for part in trainer.split("train")]
    cost, gradient = trainer.cost_and_gradient(*batch)
    trainer.weights(1)[...] *= c
    other_cost, other_gradient = trainer.cost_and_gradient(*batch)
    first = trainer.network.layout.layers[0]
    first.weights(gradient)[...] /= c
    assert other_cost == pytest.approx(cost, rel=1e-6)
    scale = np.abs(first.weights(gradient)).max()
    np.testing.assert_allclose(first.weights(other_gradient) / scale, first.weights(gradient) / scale, atol=1e-6)
    np.testing.assert_allclose(other_gradient[first.after_weights :], gradient[first.after_weights :], atol=1e-6)


def test_batch_norm_gives_every_unit_its_mean_and_spread() -> None:
    """Over the batch Z̃ has mean β and variance γ²σ²/(σ² + ε)."""
    trainer = shaken(Trainer(with_layers(experiment_for("two-class", "auto", "tanh", (6,)), batch_norm=True)))
    trainer.cost_and_gradient(*(part[:32] for part in trainer.split("train")))
    norm = trainer.network.training_pass(32).norms[0]
    assert norm is not None
    share = norm.variance / (norm.variance + 1e-5)
    np.testing.assert_allclose(norm.Ztilde.mean(axis=1), trainer.betas(1), atol=1e-12)
    np.testing.assert_allclose(norm.Ztilde.var(axis=1), trainer.gammas(1) ** 2 * share, rtol=1e-10)
    np.testing.assert_allclose(norm.Znorm.var(axis=1), share, rtol=1e-10)


def bits_after(experiment: Experiment, change: Experiment | None = None) -> bytes:
    """The parameters three epochs on, the change made before the first step."""
    trainer = Trainer(experiment)
    if change is not None:
        trainer.update(change)
    trainer.run(3)
    return trainer.parameters.tobytes()


RICH = Experiment(
    data=Data(kind="blobs", samples=90),
    layers=(Layer(units=6, batch_norm=True), Layer(units=5, activation="relu")),
    optimizer=Optimizer(kind="adam"),
    batch_size=16,
)


@pytest.mark.parametrize("penalty", [Penalty(l1=3.0), Penalty(l2=3.0), Penalty(l1=3.0, l2=3.0)], ids=str)
def test_no_penalty_is_a_penalty_of_zero_bit_for_bit(penalty: Penalty) -> None:
    assert bits_after(replace(RICH, penalty=penalty), RICH) == bits_after(RICH)
    assert bits_after(replace(RICH, penalty=penalty)) != bits_after(RICH)


def test_no_dropout_is_keeping_all_bit_for_bit() -> None:
    dropped = with_layers(RICH, keep_prob=0.5)
    assert bits_after(dropped, with_layers(dropped, keep_prob=1.0)) == bits_after(RICH)
    assert bits_after(dropped) != bits_after(RICH)


def drawn(keep_prob: float, A: np.ndarray, masks: int) -> tuple[np.ndarray, np.ndarray]:
    """The mean of A ∗ D over masks, and the last mask D."""
    out, total, program = np.empty_like(A), np.zeros(A.shape), Program()
    part = Dropout(keep_prob, A, out, stream(0, "dropout"))
    part.forward(program.do)
    step = program.function()
    for _ in range(masks):
        step()
        total += out
    return total / masks, part.D


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_keeping_all_leaves_the_activations_bit_for_bit(dtype: type) -> None:
    A = np.random.default_rng(0).normal(size=(7, 13)).astype(dtype)
    mean, D = drawn(1.0, A, 1)
    assert (D == 1).all()
    assert mean.astype(dtype).tobytes() == A.tobytes()


@pytest.mark.parametrize("keep_prob", [0.05, 0.3, 0.5, 0.8, 0.97])
def test_dropout_keeps_the_mean_of_every_activation(keep_prob: float) -> None:
    """E[A∗D] = A within 4.5 standard errors for each of 200 numbers, and within 3 for their sum."""
    A, masks = np.random.default_rng(0).normal(1, 0.5, (20, 10)), 2000
    mean, D = drawn(keep_prob, A, masks)
    error = np.abs(A) * np.sqrt((1 / keep_prob - 1) / masks)
    assert (np.abs(mean - A) < 4.5 * error).all()
    assert abs((mean - A).sum()) < 3 * np.sqrt(np.square(error).sum())
    assert set(np.unique(D)) <= {0.0, 65536 / round(keep_prob * 65536)}


def test_masks_of_a_unit_have_nothing_to_do_with_each_other() -> None:
    """Of 4000 masks neighbours in a row and in a column, and successive masks, agree as often as chance says."""
    part = Dropout(0.5, np.ones((8, 9)), np.empty((8, 9)), stream(0, "dropout"))
    kept = []
    for _ in range(4000):
        part.draw()
        kept.append(part.D > 0)
    masks = np.array(kept)
    pairs = [
        (masks[:, 1:], masks[:, :-1]),
        (masks[:, :, 1:], masks[:, :, :-1]),
        (masks[1:], masks[:-1]),
    ]
    for one, other in pairs:
        assert abs((one == other).mean() - 0.5) < 4 * 0.5 / np.sqrt(one.size)


@pytest.mark.parametrize("batch_norm", [False, True], ids=["plain", "batch norm"])
@pytest.mark.parametrize(("dtype", "tolerance"), [("float32", 1e-6), ("float64", 1e-12)])
@every_activation
def test_a_prediction_does_not_depend_on_the_others_in_its_batch(
    activation: str, dtype: str, tolerance: float, batch_norm: bool
) -> None:
    """Alone, among few, among thousands: where many numbers are computed, other ways are taken to the same end."""
    layers = tuple(Layer(units=n, activation=activation, batch_norm=batch_norm) for n in (8, 6))
    trainer = Trainer(Experiment(layers=layers, dtype=dtype))
    trainer.run(2)
    x = np.random.default_rng(0).uniform(-6, 6, (5000, 2))
    many = trainer.predict(x)
    for size in (1, 7, 600):
        few = np.concatenate([trainer.predict(x[k : k + size]) for k in range(0, 1200, size)])
        np.testing.assert_allclose(few[:1200], many[:1200], rtol=0, atol=tolerance)
    assert np.ptp(many) > 0.1


@pytest.mark.parametrize("tanh_is_quick", [False, True])
@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float32, 4e-7), (np.float64, 1e-15)])
@every_activation
def test_many_numbers_are_computed_as_few_are(
    activation: str, dtype: type, tolerance: float, tanh_is_quick: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.activations.TANH_IS_QUICK", tanh_is_quick)  # on any processor
    row = ACTIVATIONS[activation]
    # far numbers, where an exponential would overflow, the middle, and what lies near zero
    z = np.concatenate([[-1e30, -1e4, -90, 90, 1e4, 1e30, 0.0], np.linspace(-12, 12, 9000), np.geomspace(1e-9, 1, 993)])
    Z = z.astype(dtype).reshape(10, 1000)
    A, G, program = np.empty_like(Z), np.empty_like(Z), Program()
    slope = np.array(0.1, dtype)
    row.forward(program.do, Z, A, slope)
    row.backward(program.do, Z, A, G, slope)
    with np.errstate(over="ignore"):
        program.function()()
    np.testing.assert_allclose(A, row.g(Z, 0.1), rtol=1e-6, atol=tolerance)
    np.testing.assert_allclose(G, row.derivative(Z.astype(np.float64), 0.1), rtol=1e-6, atol=2 * tolerance)


@few_examples
@given(sizes=st.lists(st.integers(1, 6), max_size=6), task=st.sampled_from(["two-class", "classes", "regression"]))
def test_a_linear_network_of_any_depth_is_one_layer(sizes: list[int], task: str) -> None:
    """W′ = W[L]…W[1] and b′ likewise: without a nonlinearity depth adds nothing."""
    trainer = shaken(Trainer(experiment_for(task, "auto", "identity", tuple(sizes))))
    single = Trainer(experiment_for(task, "auto", "identity", ()))
    W, b = np.eye(trainer.network.inputs), np.zeros(trainer.network.inputs)
    for layer in range(1, trainer.network.depth + 1):
        W, b = trainer.weights(layer) @ W, trainer.weights(layer) @ b + trainer.biases(layer)
    single.weights(1)[...], single.biases(1)[...] = W, b
    raw = trainer.prepared.raw("train")
    np.testing.assert_allclose(trainer.predict(raw), single.predict(raw), rtol=0, atol=1e-10)


@pytest.mark.parametrize("units", [2, 3, 5, 8])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@every_activation
def test_zero_weights_keep_the_units_of_a_layer_alike(activation: str, optimizer: str, units: int) -> None:
    """Units that start alike get the same gradient: 500 steps on, their weights are the same to the last bit."""
    setting = Optimizer(kind=optimizer, learning_rate=0.1)
    trainer = Trainer(
        Experiment(initializer="zeros", layers=(Layer(units=units, activation=activation),), optimizer=setting)
    )
    trainer.advance(500)
    rows = np.column_stack([trainer.weights(1), trainer.biases(1)])
    assert len({row.tobytes() for row in rows}) == 1
    assert len(set(trainer.weights(2)[0].tolist())) == 1
    assert np.abs(trainer.biases(2)).max() > 0


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@every_activation
def test_zero_weights_keep_the_units_of_deep_layers_alike(activation: str, dtype: str) -> None:
    """To rounding: at the edge of a matrix BLAS may add in another order than in its middle."""
    layers = tuple(Layer(units=n, activation=activation) for n in (5, 3, 6))
    trainer = Trainer(Experiment(initializer="zeros", layers=layers, dtype=dtype))
    trainer.advance(100)
    for layer in (1, 2, 3):
        rows = np.column_stack([trainer.weights(layer), trainer.biases(layer)])
        spread = np.ptp(rows, axis=0).max()
        assert spread <= 100 * np.finfo(dtype).eps * np.abs(rows).max()


@pytest.mark.parametrize("classes", [2, 3, 4, 10])
@pytest.mark.parametrize("loss", ["cross-entropy", "squared-error"])
@few_examples
@given(data=st.data())
def test_softmax_sees_only_the_differences_of_the_logits(classes: int, loss: str, data: st.DataObject) -> None:
    """A constant added to all logits of a sample changes neither ŷ nor dZ, and dZ of a sample sums to zero."""
    row = LOSSES["classes", loss]
    Z = data.draw(arrays(np.float64, (classes, 5), elements=st.floats(-1e4, 1e4)))
    Y = np.eye(classes)[np.arange(5) % classes].T
    results = []
    for shift in (0.0, data.draw(st.floats(-1e3, 1e3))):
        A, dZ, program, shifted = np.empty_like(Z), np.empty_like(Z), Program(), Z + shift
        row.forward(program.do, shifted, A)
        row.backward(program.do, A, Y, dZ, np.array(0.2))
        program.function()()
        results.append((A, dZ))
    np.testing.assert_allclose(results[1][0], results[0][0], rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(results[1][1], results[0][1], rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(results[0][1].sum(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(results[0][0].sum(axis=0), 1, rtol=1e-12)
