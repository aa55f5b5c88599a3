"""What a run shows of itself at one moment: a frozen value that crosses from the training thread to the window.

All arrays are copies and read-only. Images are float32, rows from the top (largest x₂) to the bottom, columns from the
smallest x₁ to the largest; sets that are not shown are empty arrays.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.experiment import Experiment, Task
from engine.values import dataclass

Array = NDArray[np.float32] | NDArray[np.float64]
SetName = Literal["train", "dev", "test"]
SETS: tuple[SetName, ...] = ("train", "dev", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """The plane through input space that the surface shows.

    kind: ``features`` (two chosen raw features, the others at their mean) or ``principal`` (the plane of the two
        largest principal components of the training set).
    labels: what stands at the axes. low, high: the range of each axis, in its own units (raw feature units, or
        standard deviations along a principal direction). columns: indices of the two raw features, or (-1, -1).
    """

    kind: Literal["features", "principal"] = "features"
    columns: tuple[int, int] = (0, 1)
    labels: tuple[str, str] = ("x1", "x2")
    low: tuple[float, float] = (-6.0, -6.0)
    high: tuple[float, float] = (6.0, 6.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BestPossible:
    """What no network can do better on this data: the least share of wrong answers, and where it is decided.

    error: for regression the least mean squared error. standard_error: of a Monte Carlo estimate, else 0.
    posterior: (g, g) P(class 1), or (C, g, g), over the plane; None where there is no boundary in it.
    """

    error: float
    standard_error: float
    posterior: NDArray[np.float32] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunData:
    """What the window needs of the prepared data; made once per run.

    points[name]: (m, 2) coordinates on the plane; labels[name]: (m,) class index or value.
    images[name]: (m, h, w) uint8 0..255 for image sets, else empty.
    """

    task: Task
    feature_names: tuple[str, ...]  # of the raw columns
    input_names: tuple[str, ...]  # of the network's inputs (after features), n[0] of them
    class_names: tuple[str, ...]
    outputs: int  # n[L]
    plane: Plane
    points: dict[SetName, NDArray[np.float32]]
    labels: dict[SetName, NDArray[np.float64]]
    images: dict[SetName, NDArray[np.uint8]]
    value_range: tuple[float, float]  # of the targets, for regression's colour scale
    notes: tuple[str, ...] = ()
    own_table: bool = False  # a file of the user's: the names of its classes are theirs, in their language
    best: BestPossible | None = None  # where it is known, and was asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """The run's history, thinned to at most about 300 points a curve (first and last are kept).

    epochs: (n,). cost[name], accuracy[name]: (n,), NaN for an empty set; for regression accuracy holds the mean
    squared error. penalty, learning_rate: (n,).
    """

    epochs: NDArray[np.float64]
    cost: dict[SetName, NDArray[np.float64]]
    accuracy: dict[SetName, NDArray[np.float64]]
    penalty: NDArray[np.float64]
    learning_rate: NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchCurve:
    """The data cost of each mini-batch since somebody looks, in at most about 300 stretches of as many batches each.

    epochs: (n,) where each stretch ends, in epochs. mean, low, high: (n,) of its batches' costs; count: (n,) how many
    they are. since: from which epoch on costs were recorded.
    """

    epochs: NDArray[np.float64]
    mean: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    count: NDArray[np.float64]
    since: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerCurves:
    """Norms by layer at a few steps a second while somebody looks: (n, L) over epochs (n,); NaN where nobody looked.

    gradient: ‖dW‖ of the step's batch. weights: ‖W‖. ratio: ‖ΔW‖/‖W‖ of the step.
    """

    epochs: NDArray[np.float64]
    gradient: NDArray[np.float64]
    weights: NDArray[np.float64]
    ratio: NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerView:
    """One layer as the picture draws it: weights (n[l], n[l-1]), biases (n[l],), units (n[l], s, s) responses.

    For hidden layers ``units`` holds activations a; for the output layer probabilities (regression: values).
    gammas: γ (n[l],) under batch norm, whose β then stands in ``biases``; else None. kept: (n[l],) which units dropout
    has kept for the first sample of the newest batch; None where nothing is dropped, or no batch was seen.
    """

    weights: Array
    biases: Array
    units: NDArray[np.float32]
    gammas: Array | None = None
    kept: NDArray[np.bool_] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a run stopped by itself: the step, the layer (0 when it has none) and the cause, in words."""

    kind: Literal["diverged", "failed"]
    step: int
    layer: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelWarning:
    """A change of augmentation that keeps the label of only a share of the samples it moves: ``kept`` from 0 to 1."""

    name: str
    amount: float
    kept: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Augmented:
    """Some training samples as they are trained on in this epoch, and as they are.

    points, plain: (k, 2) on the plane, changed and unchanged; labels: (k,). images: (k, h, w) changed pictures, or
    empty.
    """

    points: NDArray[np.float32]
    plain: NDArray[np.float32]
    labels: NDArray[np.float64]
    images: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What there is to say of a run at one moment, one thing at a time (``engine.review``).

    verdict: what it is about; an ailment has its own name there (``engine.ailments``), with layer and share.
    train_error, compared_error, attainable: shares of wrong answers, for regression mean squared errors. compared: the
    set that stands for new samples, None when there is none. known: whether attainable is more than a guess of 0.
    advice: the name of the change to try next, of a row of ``ADVICE`` or ``REMEDIES``; "" for none.
    """

    verdict: str
    train_error: float
    compared: SetName | None
    compared_error: float
    attainable: float
    known: bool
    layer: int = 0
    share: float = 0.0
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The newest state of a run. ``run`` tells runs apart: a view drops a snapshot of another run.

    inputs: (n[0], s, s) the network's inputs over the plane, scaled to about -1..1.
    surface: (g, g) probability of class 1 (two classes) or value (regression), or (C, g, g) class probabilities.
    predictions[name]: (m,) predicted class index, or value; confusion[name]: (C, C) counts, rows = true class.
    steps_per_second: measured by the worker over about the last second, 0 when paused.
    """

    run: int
    experiment: Experiment
    data: RunData
    step: int
    epoch: int
    batch_in_epoch: int
    batches_per_epoch: int
    running: bool
    parameters: Array
    layers: tuple[LayerView, ...]
    inputs: NDArray[np.float32]
    surface: NDArray[np.float32]
    curves: Curves
    cost: dict[SetName, float]
    accuracy: dict[SetName, float]
    learning_rate: float
    predictions: dict[SetName, NDArray[np.float64]] = field(default_factory=dict)
    confusion: dict[SetName, NDArray[np.int64]] = field(default_factory=dict)
    steps_per_second: float = 0.0
    failure: Failure | None = None
    stopped: bool = False  # early stopping has ended the run, at the weights of ``best_epoch``
    label_warnings: tuple[LabelWarning, ...] = ()  # of augmentation
    augmented: Augmented | None = None  # None while augmentation is off
    best_epoch: int | None = None  # of the lowest dev cost under early stopping
    batch_costs: BatchCurve | None = None  # only while somebody looks at them
    layer_norms: LayerCurves | None = None  # likewise
    review: Review | None = None  # of a run that has begun
