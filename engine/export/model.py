"""A trained network as a value: the experiment it came from, its parameters, and the way from raw samples to inputs.

A model predicts through the same code and the same arrays as the trainer it was taken from, so the two agree to the
last bit, also after it has been to a file and back.
"""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.data.normalization import Normalization
from engine.data.prepare import Prepared, prepare, transform
from engine.errors import DataError
from engine.experiment import Experiment, Task
from engine.losses import loss_for
from engine.network import Network
from engine.snapshot import SETS
from engine.values import dataclass

if TYPE_CHECKING:
    from engine.trainer import Trainer


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """A trained network and all that is needed to use it.

    columns: names of the raw features, n_x of them. classes: names of the classes; empty for regression.
    fill: fills missing numbers of the raw columns. normalization: of the inputs, n[0] of them.
    parameters: θ (P,), read-only. running: batch norm's running means, then variances, read-only.
    Raises ValueError where the parts do not fit together, ExperimentError where the experiment does not fit the task.
    """

    experiment: Experiment
    task: Task
    columns: tuple[str, ...]
    classes: tuple[str, ...]
    fill: Normalization
    normalization: Normalization
    parameters: Array
    running: Array
    network: Network = field(init=False, repr=False)

    def __post_init__(self) -> None:
        network = empty_network(self.experiment, self.task, len(self.columns), len(self.classes))
        for name, own in (("parameters", network.parameters), ("running", network.running)):
            given = getattr(self, name)
            if given.shape != own.shape or given.dtype != own.dtype:
                raise ValueError(f"{name}: {given.dtype} {given.shape} is not {own.dtype} {own.shape}")
            if not np.isfinite(given).all():
                raise ValueError(f"{name} are not all finite")
            own[...] = given
            read_only = own.copy()
            read_only.flags.writeable = False
            object.__setattr__(self, name, read_only)
        if (network.running[network.running.size // 2 :] < 0).any():
            raise ValueError("running variances must not be negative")
        object.__setattr__(self, "network", network)

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names of the network's inputs, n[0] of them: the features asked for, or all columns."""
        return self.experiment.features or self.columns

    def predict(self, x: NDArray[Any]) -> Array:
        """Raw features (m, n_x) -> probabilities of class 1 (m,), of all classes (m, C), or values (m,).

        NaN stands for a missing number. Raises ValueError for another shape.
        """
        raw = np.asarray(x, np.float64)
        if raw.ndim != 2 or raw.shape[1] != len(self.columns):
            raise ValueError(f"x: shape {raw.shape} is not allowed; allowed: (m, {len(self.columns)})")
        dtype = self.network.dtype
        with np.errstate(all="ignore"):  # a far sample saturates; that is an answer
            inputs = transform(raw, self.fill, self.experiment.features, self.columns, self.normalization, dtype)
            _, A = self.network.logits_and_outputs(inputs)
        return np.ascontiguousarray(A.T) if self.task == "classes" else A[0]


def empty_network(experiment: Experiment, task: Task, columns: int, classes: int) -> Network:
    """The network of an experiment on data of these sizes, with all parameters 0. Raises ExperimentError."""
    loss = loss_for(task, experiment.loss)
    inputs = len(experiment.features) or columns
    outputs = classes if task == "classes" else 1
    return Network(inputs, experiment.layers, outputs, loss, np.dtype(experiment.dtype))


def model_of(trainer: Trainer) -> Model:
    """A copy of what the trainer has learned so far."""
    prepared, network = trainer.prepared, trainer.network
    return Model(
        experiment=trainer.experiment,
        task=prepared.task,
        columns=prepared.dataset.feature_names,
        classes=prepared.dataset.class_names,
        fill=prepared.fill,
        normalization=prepared.normalization,
        parameters=network.parameters.copy(),
        running=network.running.copy(),
    )


def trainer_from_model(model: Model) -> Trainer:
    """A trainer that goes on from the model's parameters, at step 0, with a fresh optimiser.

    The data are prepared anew and reach the network as they did then: filled and normalised by the model's own
    figures. Raises DataError when the data no longer have the model's columns or classes, else as ``prepare``.
    """
    from engine.trainer import Trainer

    trainer = Trainer(model.experiment, _as_then(prepare(model.experiment), model))
    trainer.network.running[...] = model.running
    trainer.parameters = model.parameters
    now = trainer.evaluate()
    figures = [each[name] for each in (now.cost, now.accuracy) for name in SETS]
    trainer.history.restore(np.array([[0, trainer.learning_rate, now.penalty, *figures]]))
    return trainer


def _as_then(prepared: Prepared, model: Model) -> Prepared:
    dataset = prepared.dataset
    for what, now, then in (
        ("columns", dataset.feature_names, model.columns),
        ("classes", dataset.class_names, model.classes),
    ):
        if now != then:
            change = f"{what} {_few(now)}, then {_few(then)}"
            raise DataError(f"the data have changed since the weights were exported: {change}")
    x = {
        name: transform(
            dataset.x[rows], model.fill, prepared.feature_names, model.columns, model.normalization, prepared.dtype
        )
        for name, rows in prepared.indices.items()
    }
    return replace(prepared, fill=model.fill, normalization=model.normalization, x=x)


def _few(names: tuple[str, ...], most: int = 5) -> str:
    return ", ".join(names[:most]) + (f" … ({len(names)})" if len(names) > most else "") if names else "none"
