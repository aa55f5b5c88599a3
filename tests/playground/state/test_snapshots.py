"""Snapshots say what the trainer says, are copies, and stay readable for every data set and shape of network."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.data.kinds import data_kinds
from engine.experiment import Augmentation, Data, Experiment, Layer, Split
from engine.history import COLUMNS, History
from engine.plane import plane_grid
from engine.review import EARLIEST
from engine.snapshot import SETS, Failure, Snapshot
from engine.trainer import Trainer
from playground.state.scene import Scene
from playground.state.snapshots import MOST_POINTS, SURFACE_EVERY, UNITS_EVERY, Photographer, thin_curves
from playground.state.view import View

KINDS = [kind.name for kind in data_kinds()]
VIEW = View(surface_size=20, unit_size=8)


def trained(kind: str = "circle", steps: int = 40, **changes: Any) -> Trainer:
    trainer = Trainer(Experiment(data=Data(kind=kind), split=Split(train=50, dev=20, test=30), **changes))
    trainer.advance(steps)
    return trainer


def photographed(trainer: Trainer, running: bool = False) -> Snapshot:
    return Photographer(7, Scene(trainer.prepared, VIEW)).take(trainer, running, 12.5, None)


def arrays_of(value: object) -> list[NDArray[Any]]:
    """Every array in a snapshot, however deep."""
    if isinstance(value, np.ndarray):
        return [value]
    if isinstance(value, dict):
        return [array for one in value.values() for array in arrays_of(one)]
    if isinstance(value, tuple):
        return [array for one in value for array in arrays_of(one)]
    names = getattr(type(value), "__slots__", ())
    return [array for name in names for array in arrays_of(getattr(value, name))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_snapshot_says_what_the_trainer_says(kind: str) -> None:
    trainer = trained(kind)
    snapshot = photographed(trainer)
    evaluation = trainer.evaluate()
    assert (snapshot.run, snapshot.experiment, snapshot.steps_per_second) == (7, trainer.experiment, 12.5)
    assert (snapshot.step, snapshot.epoch, snapshot.batch_in_epoch) == (40, trainer.epoch, trainer.batch_in_epoch)
    assert (snapshot.batches_per_epoch, snapshot.learning_rate) == (trainer.batches_per_epoch, trainer.learning_rate)
    np.testing.assert_array_equal(snapshot.parameters, trainer.parameters)
    assert snapshot.cost == evaluation.cost
    assert snapshot.accuracy == evaluation.accuracy
    raw = plane_grid(trainer.prepared, snapshot.data.plane, 20)
    surface = trainer.predict(raw)
    wanted = surface.T.reshape(-1, 20, 20) if trainer.prepared.task == "classes" else surface.reshape(20, 20)
    np.testing.assert_allclose(snapshot.surface, wanted, rtol=1e-5, atol=1e-6)
    responses = trainer.responses(plane_grid(trainer.prepared, snapshot.data.plane, 8))
    for index, layer in enumerate(snapshot.layers, start=1):
        np.testing.assert_array_equal(layer.weights, trainer.weights(index))
        np.testing.assert_array_equal(layer.biases, trainer.biases(index))
        np.testing.assert_allclose(layer.units, responses[index].reshape(-1, 8, 8), rtol=1e-5, atol=1e-6)
    assert snapshot.inputs.shape == (len(trainer.prepared.input_names), 8, 8)


@pytest.mark.parametrize("kind", [kind.name for kind in data_kinds() if kind.task != "regression"])
def test_confusions_count_the_predictions(kind: str) -> None:
    snapshot = photographed(trained(kind))
    for name in SETS:
        labels, predictions = snapshot.data.labels[name], snapshot.predictions[name]
        confusion = snapshot.confusion[name]
        assert confusion.sum() == len(labels)
        np.testing.assert_array_equal(confusion.sum(axis=1), np.bincount(labels.astype(int), minlength=len(confusion)))
        assert np.trace(confusion) / len(labels) == pytest.approx(snapshot.accuracy[name])
        assert (predictions == labels).mean() == pytest.approx(snapshot.accuracy[name])


def test_regression_predicts_values() -> None:
    trainer = trained("reg-plane", layers=())
    snapshot = photographed(trainer)
    assert snapshot.confusion == {}
    error = snapshot.predictions["dev"] - snapshot.data.labels["dev"]
    assert np.mean(error**2) == pytest.approx(snapshot.accuracy["dev"], rel=1e-5)


@pytest.mark.parametrize("running", [False, True])
def test_nothing_in_a_snapshot_changes_or_can_be_changed(running: bool) -> None:
    trainer = trained("blobs", layers=(Layer(units=3, batch_norm=True), Layer(units=2)))
    photographer = Photographer(1, Scene(trainer.prepared, VIEW))
    snapshot = photographer.take(trainer, running, 0.0, None)
    arrays = arrays_of(snapshot)
    copies = [array.copy() for array in arrays]
    trainer.advance(50)
    photographer.take(trainer, running, 0.0, None)
    assert len(arrays) > 30
    for array, copy in zip(arrays, copies, strict=True):
        np.testing.assert_array_equal(array, copy)
        assert not array.flags.writeable


def test_under_batch_norm_beta_stands_for_the_bias() -> None:
    trainer = trained(layers=(Layer(units=3, batch_norm=True),))
    snapshot = photographed(trainer)
    np.testing.assert_array_equal(snapshot.layers[0].biases, trainer.betas(1))
    assert np.abs(snapshot.layers[0].biases).max() > 0


@pytest.mark.parametrize("layers", [(), (Layer(units=1),), (Layer(units=200),) * 2])
def test_networks_of_all_sizes_fit(layers: tuple[Layer, ...]) -> None:
    snapshot = photographed(trained(layers=layers, steps=2))
    assert [layer.units.shape[0] for layer in snapshot.layers] == [*(layer.units for layer in layers), 1]
    assert all(layer.units.shape[1:] == snapshot.inputs.shape[1:] for layer in snapshot.layers)


def test_a_standing_run_is_always_measured_afresh_and_a_running_one_when_its_share_allows() -> None:
    trainer = trained()
    photographer = Photographer(1, Scene(trainer.prepared, VIEW))
    old = photographer.take(trainer, True, 0.0, None)
    photographer._evaluating.spent(0.0, 1e9)  # as if both had been dear
    photographer._thinning.spent(0.0, 1e9)
    trainer.advance(30)
    running = photographer.take(trainer, True, 0.0, None)
    standing = photographer.take(trainer, False, 0.0, None)
    assert standing.cost == trainer.evaluate().cost != running.cost == old.cost
    assert standing.curves.epochs[-1] == trainer.epoch != running.curves.epochs[-1] == old.curves.epochs[-1]
    np.testing.assert_array_equal(running.parameters, standing.parameters)


def test_a_failure_is_shown() -> None:
    trainer = trained()
    failure = Failure(kind="diverged", step=41, layer=1, message="why")
    assert Photographer(1, Scene(trainer.prepared, VIEW)).take(trainer, False, 0.0, failure).failure == failure


def test_huge_weights_give_no_warning() -> None:
    trainer = trained("reg-plane", layers=(Layer(units=4, activation="relu"),))
    trainer.parameters = np.full_like(trainer.parameters, 3e38)
    assert photographed(trainer).surface.shape == (20, 20)


@given(st.integers(1, 3000))
def test_curves_keep_the_first_and_the_last_point(rows: int) -> None:
    history = History()
    for epoch in range(rows):
        history.append((float(epoch), *(epoch + 0.1 * column for column in range(1, len(COLUMNS)))))
    curves = thin_curves(history)
    assert len(curves.epochs) <= MOST_POINTS
    assert (curves.epochs[0], curves.epochs[-1]) == (0, rows - 1)
    assert (np.diff(curves.epochs) > 0).all()
    if rows <= MOST_POINTS:
        assert len(curves.epochs) == rows
    place = curves.epochs.astype(int)
    np.testing.assert_array_equal(curves.cost["dev"], history.cost["dev"][place])
    np.testing.assert_array_equal(curves.accuracy["test"], history.accuracy["test"][place])
    np.testing.assert_array_equal(curves.learning_rate, history.learning_rate[place])
    np.testing.assert_array_equal(curves.penalty, history.penalty[place])


def test_points_of_a_growing_curve_stay_or_are_thinned_by_half() -> None:
    history, kept, thinnings = History(), set[float](), 0
    for epoch in range(1000):
        history.append((float(epoch),) * len(COLUMNS))
        points = {float(one) for one in thin_curves(history).epochs[:-1]}
        thinnings += not kept <= points
        assert kept <= points or points <= kept
        kept = points
    assert thinnings == 2


def test_an_edit_of_the_experiment_is_seen() -> None:
    trainer = trained()
    photographer = Photographer(1, Scene(trainer.prepared, VIEW))
    photographer.take(trainer, True, 0.0, None)
    trainer.update(replace(trainer.experiment, layers=(Layer(units=9), Layer(units=2))))
    snapshot = photographer.take(trainer, True, 0.0, None)
    assert snapshot.experiment.layers[0].units == 9
    assert snapshot.layers[0].units.shape == (9, 8, 8)


def test_while_it_runs_pictures_are_new_as_often_as_they_are_drawn() -> None:
    trainer = trained()
    photographer = Photographer(7, Scene(trainer.prepared, VIEW))
    taken = []
    for _ in range(2 * SURFACE_EVERY * UNITS_EVERY):
        trainer.advance(1)
        taken.append(photographer.take(trainer, True, 1.0, None))
    assert len({one.surface.tobytes() for one in taken}) == len(taken) / SURFACE_EVERY
    assert len({one.layers[0].units.tobytes() for one in taken}) == len(taken) / UNITS_EVERY
    assert len({one.parameters.tobytes() for one in taken}) == len(taken)


def test_a_run_that_stands_still_or_has_another_network_is_shown_as_it_is() -> None:
    trainer = trained()
    photographer = Photographer(7, Scene(trainer.prepared, VIEW))
    photographer.take(trainer, True, 1.0, None)
    trainer.advance(5)
    still = photographer.take(trainer, False, 0.0, None)
    assert still.surface.tobytes() == photographed(trainer).surface.tobytes()
    assert still.layers[0].units.tobytes() == photographed(trainer).layers[0].units.tobytes()
    trainer.update(replace(trainer.experiment, layers=(Layer(units=7),)))
    other = photographer.take(trainer, True, 1.0, None)
    assert len(other.layers[0].units) == 7
    assert other.surface.tobytes() == photographed(trainer).surface.tobytes()


def test_augmented_samples_are_shown_beside_those_they_come_from() -> None:
    trainer = trained("xor", augmentation=Augmentation(mirror=1.0))
    snapshot = photographed(trainer)
    shown = snapshot.augmented
    assert shown is not None
    np.testing.assert_array_equal(shown.points, shown.plain * np.float32([-1.0, 1.0]))
    np.testing.assert_array_equal(shown.plain, snapshot.data.points["train"][: len(shown.plain)])
    np.testing.assert_array_equal(shown.labels, snapshot.data.labels["train"][: len(shown.labels)])
    assert [one.name for one in snapshot.label_warnings] == ["mirror"]
    photographer = Photographer(7, Scene(trainer.prepared, VIEW))
    assert photographer.take(trainer, True, 1.0, None).label_warnings == snapshot.label_warnings
    trainer.update(replace(trainer.experiment, augmentation=Augmentation()))
    trainer.run(1)
    plain = photographer.take(trainer, True, 1.0, None)
    assert (plain.augmented, plain.label_warnings) == (None, ())


def test_augmented_pictures_are_pictures() -> None:
    shown = photographed(trained("digits", augmentation=Augmentation(image_mirror=1.0))).augmented
    assert shown is not None
    plain = photographed(trained("digits")).data.images["train"]
    np.testing.assert_array_equal(shown.images, plain[: len(shown.images), :, ::-1])


def test_a_snapshot_tells_of_batch_norm_and_dropout() -> None:
    layers = (Layer(units=5, batch_norm=True), Layer(units=4, keep_prob=0.5), Layer(units=3))
    trainer = trained(steps=0, layers=layers)
    assert [layer.kept for layer in photographed(trainer).layers] == [None] * 4
    trainer.advance(7)
    snapshot = photographed(trainer)
    first, second, third, output = snapshot.layers
    np.testing.assert_array_equal(first.gammas, trainer.gammas(1))
    np.testing.assert_array_equal(first.biases, trainer.betas(1))
    assert second.gammas is third.gammas is output.gammas is None
    assert first.kept is third.kept is output.kept is None
    np.testing.assert_array_equal(second.kept, trainer.kept_units()[1])
    kept = second.kept.copy()
    trainer.advance(20)
    np.testing.assert_array_equal(second.kept, kept)  # of its moment, whatever comes after
    assert not any(array.flags.writeable for array in arrays_of(snapshot.layers))


def test_a_run_is_reviewed_once_it_has_steps_and_not_after_it_broke() -> None:
    trainer = trained(steps=0, layers=())
    assert photographed(trainer).review is None
    trainer.run(2)
    early = photographed(trainer).review
    assert early is not None
    assert early.verdict == "early"
    trainer.run(EARLIEST)
    photographer = Photographer(7, Scene(trainer.prepared, VIEW))
    review = photographer.take(trainer, False, 0.0, None).review
    assert review is not None
    assert (review.verdict, review.advice, review.compared) == ("bias", "larger-network", "dev")
    assert review.train_error == 1.0 - trainer.evaluate().accuracy["train"]
    broken = Failure(kind="diverged", step=1, layer=1, message="")
    assert photographer.take(trainer, False, 0.0, broken).review is None


def test_while_a_run_goes_on_its_review_rests() -> None:
    """The same one for half a second, however many snapshots there are."""
    trainer = trained(steps=100)
    photographer = Photographer(7, Scene(trainer.prepared, VIEW))
    first = photographer.take(trainer, True, 1.0, None).review
    trainer.advance(1)
    assert photographer.take(trainer, True, 1.0, None).review is first
    assert photographer.take(trainer, False, 0.0, None).review is not first
