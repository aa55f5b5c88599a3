"""Taking a snapshot: everything the window shows of a run, copied out of the trainer between two steps."""

from __future__ import annotations

from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from engine.data import BayesError
from engine.diagnosis import attainable_error
from engine.evaluation import Evaluation
from engine.experiment import Augmentation, Task
from engine.history import COLUMNS, History
from engine.label_warnings import label_warnings
from engine.network import Network
from engine.review import Steady, review
from engine.snapshot import SETS, Augmented, Curves, Failure, LabelWarning, LayerView, Review, SetName, Snapshot
from engine.trainer import Trainer
from playground.state.pace import Share
from playground.state.scene import Scene, frozen

MOST_POINTS = 300  # of a curve
EVALUATION_SHARE = 0.1  # of the time, while the run goes on
CURVES_SHARE = 0.05
MOST_AUGMENTED = 150  # samples
AUGMENTED_SHARE = 0.01
REVIEW_SHARE, REVIEW_EVERY = 0.02, 0.5  # of the time; seconds at least
# Every so many snapshots of a run that goes on have new pictures of units and surface, the others those of the one
# before: the window draws them no more often, and pictures are most of a snapshot's price.
UNITS_EVERY, SURFACE_EVERY = 2, 3


class Photographer:
    """Takes snapshots of one run; keeps what need not be made again for the next one."""

    def __init__(self, run: int, scene: Scene) -> None:
        self.run = run
        self.scene = scene
        self._evaluation: Evaluation | None = None
        self._evaluating = Share(EVALUATION_SHARE)
        self._thinning = Share(CURVES_SHARE)
        self._curves: Curves | None = None
        self._last_epoch = -1.0
        self._taken = 0
        self._drawn: Augmented | None = None
        self._showing = Share(AUGMENTED_SHARE)
        self._warned: tuple[Augmentation, tuple[LabelWarning, ...]] = (Augmentation(), ())
        self._attainable: tuple[BayesError, str] | None = None
        self._review: Review | None = None
        self._steady = Steady()
        self._reviewing = Share(REVIEW_SHARE)
        self._last_units: tuple[Network, tuple[NDArray[np.float32], ...]] | None = None
        self._last_surface: tuple[Network, NDArray[np.float32]] | None = None

    def take(self, trainer: Trainer, running: bool, steps_per_second: float, failure: Failure | None) -> Snapshot:
        """A snapshot of the trainer as it stands. While it runs, figures of large data may be a little older."""
        with np.errstate(all="ignore"):  # a network about to diverge is shown as it is
            return self._take(trainer, running, steps_per_second, failure)

    def _take(self, trainer: Trainer, running: bool, steps_per_second: float, failure: Failure | None) -> Snapshot:
        evaluation = self._evaluate(trainer, running)
        parameters = frozen(np.array(trainer.parameters))
        data = self.scene.data
        layers, inputs = self._layers(trainer, parameters, running)
        surface = self._surface(trainer, running)
        predictions = {name: _predicted(evaluation.outputs[name], data.task) for name in SETS}
        self._taken += 1
        return Snapshot(
            run=self.run,
            experiment=trainer.experiment,
            data=data,
            step=trainer.steps,
            epoch=trainer.epoch,
            batch_in_epoch=trainer.batch_in_epoch,
            batches_per_epoch=trainer.batches_per_epoch,
            running=running,
            parameters=parameters,
            layers=layers,
            inputs=inputs,
            surface=surface,
            curves=self._thinned(trainer, running),
            cost=evaluation.cost,
            accuracy=evaluation.accuracy,
            learning_rate=trainer.learning_rate,
            predictions=predictions,
            confusion=_confusion(data.labels, predictions, len(data.class_names)),
            steps_per_second=steps_per_second,
            failure=failure,
            stopped=trainer.stopped,
            label_warnings=self._warnings(trainer),
            augmented=self._augmented(trainer, running),
            best_epoch=trainer.best_epoch,
            review=None if failure is not None else self._reviewed(trainer, evaluation, running),
        )

    def _reviewed(self, trainer: Trainer, evaluation: Evaluation, running: bool) -> Review | None:
        """What there is to say of the run; while it goes on, only what has been so for a while."""
        begun = perf_counter()
        if trainer.steps == 0:
            return None
        if self._review is None or not running or self._reviewing.is_due(begun):
            new = review(trainer, evaluation, lambda: self._least_error(trainer))
            self._review = self._steady.take(new, at_once=not running)
            self._reviewing.spent(begun, max(perf_counter(), begun + REVIEW_EVERY * REVIEW_SHARE))
        return self._review

    def _least_error(self, trainer: Trainer) -> tuple[BayesError, str]:
        """The attainable error of the data, found once."""
        if self._attainable is None:
            self._attainable = attainable_error(trainer.experiment)
        return self._attainable

    def _warnings(self, trainer: Trainer) -> tuple[LabelWarning, ...]:
        """What augmentation does to the labels, measured when it was changed."""
        augmentation = trainer.experiment.augmentation
        if self._warned[0] != augmentation:
            found = label_warnings(augmentation, trainer.experiment.data, trainer.prepared.dataset)
            self._warned = augmentation, found
        return self._warned[1]

    def _augmented(self, trainer: Trainer, running: bool) -> Augmented | None:
        """Some of the samples as augmentation has drawn them; while running they are renewed now and then."""
        begun, raw = perf_counter(), trainer.augmented
        if raw is None:
            self._drawn = None
        elif self._drawn is None or not running or self._showing.is_due(begun):
            self._drawn = self.scene.augmented(raw[:MOST_AUGMENTED])
            self._showing.spent(begun, perf_counter())
        return self._drawn

    def _evaluate(self, trainer: Trainer, running: bool) -> Evaluation:
        """All costs and outputs, at most for a tenth of the time while running, always fresh when paused."""
        begun = perf_counter()
        if self._evaluation is None or not running or self._evaluating.is_due(begun):
            self._evaluation = trainer.evaluate()
            self._evaluating.spent(begun, perf_counter())
        return self._evaluation

    def _surface(self, trainer: Trainer, running: bool) -> NDArray[np.float32]:
        """(g, g), or (C, g, g) for more than two classes."""
        network, last = trainer.network, self._last_surface
        if running and last is not None and last[0] is network and self._taken % SURFACE_EVERY:
            return last[1]
        grid = self.scene.surface_grid(network.layout.size, _units(network), running)
        _, A = network.logits_and_outputs(grid.x)  # (n[L], g²)
        images = np.ascontiguousarray(A.reshape(-1, grid.size, grid.size), np.float32)
        surface = frozen(images if self.scene.data.task == "classes" else images[0])
        self._last_surface = network, surface
        return surface

    def _layers(
        self, trainer: Trainer, parameters: NDArray[np.float32], running: bool
    ) -> tuple[tuple[LayerView, ...], NDArray[np.float32]]:
        """Each layer with views into the copied parameters and its responses; and the inputs' pictures."""
        network = trainer.network
        grid = self.scene.unit_grid(network.inputs + _units(network))
        last = self._last_units
        if not (running and last is not None and last[0] is network and self._taken % UNITS_EVERY):
            units = tuple(
                frozen(np.ascontiguousarray(A.reshape(-1, grid.size, grid.size), np.float32))
                for A in network.responses(grid.x)
            )
            last = self._last_units = network, units
        layers = tuple(
            LayerView(
                weights=shape.weights(parameters),
                # under batch norm β stands where the bias would
                biases=shape.betas(parameters) if shape.batch_norm else shape.biases(parameters),
                units=images,
                gammas=shape.gammas(parameters) if shape.batch_norm else None,
                kept=None if kept is None else frozen(kept),
            )
            for shape, images, kept in zip(network.layout.layers, last[1], (*trainer.kept_units(), None), strict=True)
        )
        return layers, grid.images

    def _thinned(self, trainer: Trainer, running: bool) -> Curves:
        """The curves; of a long history not at every snapshot while running, and closed when it stands."""
        begun = perf_counter()
        history = trainer.history if running else trainer.history_so_far()
        grown = history.last("epoch") != self._last_epoch
        if self._curves is None or (grown and (not running or self._thinning.is_due(begun))):
            self._curves, self._last_epoch = thin_curves(history), history.last("epoch")
            self._thinning.spent(begun, perf_counter())
        return self._curves


def thin_curves(history: History, most: int = MOST_POINTS) -> Curves:
    """At most ``most`` rows of the history: those of every 2ᵏ-th epoch and the last, so that none moves about."""
    epochs, stride = history.epochs, 1
    rows = np.arange(len(epochs))
    while len(rows) > most:
        stride *= 2
        rows = np.flatnonzero((epochs % stride == 0) | (np.arange(len(epochs)) % (len(epochs) - 1) == 0))
    table = history.table[rows]  # (n, columns)
    column = {name: frozen(np.ascontiguousarray(table[:, index])) for index, name in enumerate(COLUMNS)}
    return Curves(
        epochs=column["epoch"],
        cost={name: column[f"cost_{name}"] for name in SETS},
        accuracy={name: column[f"accuracy_{name}"] for name in SETS},
        penalty=column["penalty"],
        learning_rate=column["learning_rate"],
    )


def _units(network: Network) -> int:
    return sum(shape.units for shape in network.layout.layers)


def _predicted(outputs: NDArray[np.float32] | NDArray[np.float64], task: Task) -> NDArray[np.float64]:
    """Probabilities (m,) or (m, C) -> class index (m,); values stay values."""
    if task == "classes":
        return frozen(outputs.argmax(axis=1).astype(np.float64))
    return frozen((outputs >= 0.5 if task == "two-class" else outputs).astype(np.float64))


def _confusion(
    labels: dict[SetName, NDArray[np.float64]], predictions: dict[SetName, NDArray[np.float64]], classes: int
) -> dict[SetName, NDArray[np.int64]]:
    """(C, C) counts by set, rows = true class; nothing for regression."""
    if not classes:
        return {}
    pairs = {name: (labels[name] * classes + predictions[name]).astype(np.int64) for name in SETS}
    return {
        name: frozen(np.bincount(pair, minlength=classes * classes).reshape(classes, classes).astype(np.int64))
        for name, pair in pairs.items()
    }
