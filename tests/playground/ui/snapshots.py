"""Made-up runs for the views' tests: a random but seeded network over seeded data, evaluated with plain NumPy.

`make_snapshot` gives a Snapshot whose shapes and figures agree with each other, so that a view cannot tell it from one
of the worker; nothing in it was trained. The same arguments give the same snapshot.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.choices import PLANE_KINDS
from engine.experiment import Data, Experiment, Layer, Split, Task
from engine.snapshot import SETS, Curves, Failure, LayerView, Plane, RunData, SetName, Snapshot

Float = NDArray[np.float64]
Frozen = TypeVar("Frozen", bound=NDArray[Any])

FEATURES: Mapping[str, Callable[[Float], Float]] = {
    "x1": lambda x: x[:, 0],
    "x2": lambda x: x[:, 1],
    "x1^2": lambda x: x[:, 0] ** 2,
    "x2^2": lambda x: x[:, 1] ** 2,
    "x1*x2": lambda x: x[:, 0] * x[:, 1],
    "sin(x1)": lambda x: np.sin(x[:, 0]),
    "sin(x2)": lambda x: np.sin(x[:, 1]),
}
GATES: Mapping[str, Callable[[Float], Float]] = {
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
    "leaky-relu": lambda z: np.maximum(z, 0.01 * z),
    "identity": lambda z: z,
}


@dataclass(frozen=True)
class Kind:
    """What a kind of data looks like from outside: task, raw columns, classes, side of its images (0: none)."""

    task: Task
    columns: int = 2
    classes: tuple[str, ...] = ("0", "1")
    side: int = 0
    names: tuple[str, ...] = ()


KINDS: Mapping[str, Kind] = {
    **{kind: Kind("two-class") for kind in ("circle", "xor", "gauss", "spiral", "moons", "checkerboard", "wave")},
    **{kind: Kind("classes", classes=("0", "1", "2")) for kind in ("blobs", "rings")},
    "pinwheel": Kind("classes", classes=("0", "1", "2", "3", "4")),
    "parity": Kind("two-class", 8, names=tuple(f"b{bit}" for bit in range(1, 9))),
    "reg-plane": Kind("regression", classes=()),
    "reg-gauss": Kind("regression", classes=()),
    "iris": Kind(
        "classes",
        4,
        ("setosa", "versicolor", "virginica"),
        names=("sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"),
    ),
    "wine": Kind("classes", 13, ("class_0", "class_1", "class_2")),
    "breast-cancer": Kind("two-class", 30, ("malignant", "benign")),
    "digits": Kind("classes", 64, tuple(str(digit) for digit in range(10)), side=8),
    "csv": Kind("regression", 6, (), names=("rooms", "age", "distance to the centre", "tax", "rate", "area")),
}


def make_experiment(
    kind: str = "circle",
    layers: tuple[int, ...] = (4, 2),
    *,
    activation: str = "tanh",
    features: tuple[str, ...] = (),
    split: tuple[float, float, float] = (50, 20, 30),
    **changes: Any,
) -> Experiment:
    """An experiment of the given kind of data and hidden units; `changes` are further fields of Experiment."""
    data = Data(kind=kind, path="houses.csv" if kind == "csv" else None)
    hidden = tuple(Layer(units=units, activation=activation) for units in layers)
    shares = Split(train=split[0], dev=split[1], test=split[2])
    return Experiment(data=data, split=shares, layers=hidden, features=features, **changes)


def make_snapshot(
    experiment: Experiment | None = None,
    *,
    run: int = 1,
    step: int = 0,
    seed: int = 0,
    samples: int = 300,
    surface_size: int = 100,
    unit_size: int = 32,
    points: int = 60,
    running: bool = False,
    failure: Failure | None = None,
) -> Snapshot:
    """A snapshot of the made-up run at `step`, with `points` epochs in its curves; the weights drift with the step."""
    experiment = experiment or make_experiment()
    return _run(experiment, seed, samples).snapshot(run, step, surface_size, unit_size, points, running, failure)


@cache
def _run(experiment: Experiment, seed: int, samples: int) -> _Run:
    """The run of an experiment; its snapshots share one RunData, as the worker's do."""
    return _Run(experiment, seed, samples)


class _Run:
    """The data and the network of one made-up run."""

    def __init__(self, experiment: Experiment, seed: int, samples: int) -> None:
        self.experiment = experiment
        self.kind = KINDS[experiment.data.kind]
        self.random = np.random.default_rng(seed)
        self.seed = seed
        self.raw, self.labels = self._samples(samples)
        self.mean, self.deviation = self.raw.mean(axis=0), self.raw.std(axis=0) + 1e-9
        self.split = self._split(samples)
        self.generated = experiment.data.kind in PLANE_KINDS
        self.columns = self.kind.names or tuple(f"x{index + 1}" for index in range(self.kind.columns))
        self.input_names = experiment.features or self.columns
        self.data = self._data()

    def _samples(self, samples: int) -> tuple[Float, Float]:
        """Raw columns (m, n_x) and labels (m,): bumps, one a class; for regression a smooth function."""
        x = self.random.uniform(-5.5, 5.5, (samples, self.kind.columns))
        classes = max(1, len(self.kind.classes))
        labels = np.arange(samples) % classes
        if self.kind.task == "regression":
            return x, (x[:, 0] + x[:, 1]) / 10
        angle = 2 * np.pi * labels / classes
        centre = np.stack([3 * np.cos(angle), 3 * np.sin(angle)], axis=1)  # (m, 2)
        x[:, :2] = centre + self.random.normal(0, 1.1, (samples, 2))
        if self.kind.side:
            x = np.clip(self.random.normal(8, 4, x.shape) + labels[:, None] - 4, 0, 16)
        return x, labels.astype(np.float64)

    def _split(self, samples: int) -> dict[SetName, NDArray[np.int64]]:
        shares = self.experiment.split
        train = round(samples * shares.train / 100)
        dev = train + round(samples * shares.dev / 100)
        order = np.arange(samples)
        return {"train": order[:train], "dev": order[train:dev], "test": order[dev:]}

    def _data(self) -> RunData:
        plane = self._plane()
        side = self.kind.side
        shape = (-1, side, side) if side else (0, 0, 0)
        pixels = (self.raw * 255 / 16).astype(np.uint8) if side else np.zeros((0,), np.uint8)
        return RunData(
            task=self.kind.task,
            feature_names=self.columns,
            input_names=self.input_names,
            class_names=self.kind.classes,
            outputs=self.outputs,
            plane=plane,
            points={
                name: _frozen(self._project(self.raw[rows]).astype(np.float32)) for name, rows in self.split.items()
            },
            labels={name: _frozen(self.labels[rows]) for name, rows in self.split.items()},
            images={
                name: _frozen((pixels[rows] if side else pixels).reshape(shape)) for name, rows in self.split.items()
            },
            value_range=(float(self.labels.min()), float(self.labels.max())),
            notes=("3 missing numbers were filled by the column's mean",) if self.kind.names else (),
        )

    @property
    def outputs(self) -> int:
        return len(self.kind.classes) if self.kind.task == "classes" else 1

    def _plane(self) -> Plane:
        if self.generated:
            return Plane()
        if self.kind.side:
            return Plane(
                kind="principal",
                columns=(-1, -1),
                labels=("1st principal component", "2nd principal component"),
                low=(-4.0, -4.0),
                high=(4.0, 4.0),
            )
        low, high = self.raw[:, :2].min(axis=0), self.raw[:, :2].max(axis=0)
        return Plane(
            labels=(self.columns[0], self.columns[1]),
            low=(float(low[0]), float(low[1])),
            high=(float(high[0]), float(high[1])),
        )

    def _project(self, raw: Float) -> Float:
        return (raw[:, :2] - self.mean[:2]) / self.deviation[:2] if self.kind.side else raw[:, :2]

    def _grid(self, size: int) -> Float:
        """Raw columns (size², n_x) over the plane, rows from the top."""
        plane = self.data.plane
        across = np.linspace(plane.low[0], plane.high[0], size)
        down = np.linspace(plane.high[1], plane.low[1], size)
        x = np.tile(self.mean, (size * size, 1))
        pairs = np.stack([np.tile(across, size), np.repeat(down, size)], axis=1)
        x[:, :2] = pairs * self.deviation[:2] + self.mean[:2] if self.kind.side else pairs
        return x

    def _inputs(self, raw: Float) -> Float:
        """What the network sees, (n0, m), about -1 to 1."""
        if not self.generated:
            scaled: Float = (raw - self.mean) / self.deviation / 2
            return scaled.T
        names = self.experiment.features or ("x1", "x2")
        x = np.stack([FEATURES[name](raw) for name in names])
        whole = np.stack([FEATURES[name](self._grid(32)) for name in names])
        shares: Float = x / np.abs(whole).max(axis=1, keepdims=True)
        return shares

    def _parameters(self, step: int) -> list[tuple[Float, Float]]:
        """(weights (n[l], n[l-1]), biases (n[l],)) of every layer; they grow and turn slowly with the step."""
        random = np.random.default_rng(self.seed + 1)
        sizes = [len(self.input_names), *(layer.units for layer in self.experiment.layers), self.outputs]
        result = []
        for before, after in itertools.pairwise(sizes):
            weights = random.normal(0, 1.8 / np.sqrt(before), (after, before))
            weights = weights + 0.4 * np.sin(step / 40 + random.uniform(0, 6, weights.shape)) * (step > 0)
            result.append((weights, random.normal(0, 0.3, after)))
        return result

    def _forward(self, raw: Float, step: int) -> list[Float]:
        """Responses [a0 (n0, m), a1, ..., aL (nL, m)]."""
        responses = [self._inputs(raw)]
        parameters = self._parameters(step)
        for layer, (weights, biases) in zip(self.experiment.layers, parameters[:-1], strict=True):
            responses.append(GATES[layer.activation](weights @ responses[-1] + biases[:, None]))
        z = parameters[-1][0] @ responses[-1] + parameters[-1][1][:, None]
        responses.append(self._output(z * (1 if self.kind.task == "regression" else 3)))
        return responses

    def _output(self, z: Float) -> Float:
        if self.kind.task == "regression":
            return z
        if self.kind.task == "two-class":
            return GATES["sigmoid"](z)
        powers = np.exp(z - z.max(axis=0))
        shares: Float = powers / powers.sum(axis=0)
        return shares

    def _predictions(self, step: int) -> dict[SetName, Float]:
        result: dict[SetName, Float] = {}
        for name, rows in self.split.items():
            outputs = self._forward(self.raw[rows], step)[-1]  # (nL, m)
            if self.kind.task == "classes":
                result[name] = _frozen(outputs.argmax(axis=0).astype(np.float64))
            elif self.kind.task == "two-class":
                result[name] = _frozen((outputs[0] > 0.5).astype(np.float64))
            else:
                result[name] = _frozen(outputs[0])
        return result

    def _confusion(self, predictions: dict[SetName, Float]) -> dict[SetName, NDArray[np.int64]]:
        classes = len(self.kind.classes)
        result: dict[SetName, NDArray[np.int64]] = {}
        for name in SETS if classes else ():
            counts = np.zeros((classes, classes), np.int64)
            true = self.data.labels[name].astype(int)
            np.add.at(counts, (true, predictions[name].astype(int)), 1)
            result[name] = _frozen(counts)
        return result

    def _accuracy(self, predictions: dict[SetName, Float]) -> dict[SetName, float]:
        result: dict[SetName, float] = {}
        for name in SETS:
            true, guess = self.data.labels[name], predictions[name]
            agree = (true - guess) ** 2 if self.kind.task == "regression" else true == guess
            result[name] = float(agree.mean()) if len(true) else float("nan")
        return result

    def _curves(self, points: int, accuracy: dict[SetName, float]) -> Curves:
        """Falling, noisy costs; sets that are empty hold NaN."""
        random = np.random.default_rng(self.seed + 2)
        epochs = np.arange(points, dtype=np.float64)
        fall = np.exp(-epochs / max(1, points) * 3)
        shift = {"train": 0.02, "dev": 0.05, "test": 0.07}
        cost, right = {}, {}
        for name in SETS:
            empty = np.full(points, np.nan)
            noise = random.normal(1, 0.08, points)
            there = len(self.data.labels[name]) > 0
            cost[name] = _frozen((0.68 * fall + shift[name]) * noise if there else empty)
            right[name] = _frozen(accuracy[name] * (1 - 0.4 * fall) if there else empty)
        rate = np.full(points, self.experiment.optimizer.learning_rate)
        return Curves(
            epochs=_frozen(epochs), cost=cost, accuracy=right, penalty=_frozen(0.01 * fall), learning_rate=_frozen(rate)
        )

    def snapshot(
        self,
        run: int,
        step: int,
        surface_size: int,
        unit_size: int,
        points: int,
        running: bool,
        failure: Failure | None,
    ) -> Snapshot:
        """Everything together; see `make_snapshot`."""
        parameters = self._parameters(step)
        units = self._forward(self._grid(unit_size), step)
        surface = self._forward(self._grid(surface_size), step)[-1].astype(np.float32)
        shape = (surface_size, surface_size) if self.outputs == 1 else (self.outputs, surface_size, surface_size)
        predictions = self._predictions(step)
        accuracy = self._accuracy(predictions)
        curves = self._curves(points, accuracy)
        batches = max(1, len(self.split["train"]) // 10)
        images = [_frozen(a.astype(np.float32).reshape(-1, unit_size, unit_size)) for a in units]
        return Snapshot(
            run=run,
            experiment=self.experiment,
            data=self.data,
            step=step,
            epoch=step // batches,
            batch_in_epoch=step % batches,
            batches_per_epoch=batches,
            running=running,
            parameters=_frozen(np.concatenate([np.concatenate([w.ravel(), b]) for w, b in parameters])),
            layers=tuple(
                LayerView(weights=_frozen(w), biases=_frozen(b), units=image)
                for (w, b), image in zip(parameters, images[1:], strict=True)
            ),
            inputs=images[0],
            surface=_frozen(surface.reshape(shape)),
            curves=curves,
            cost={name: float(values[-1]) for name, values in curves.cost.items()},
            accuracy=accuracy,
            learning_rate=self.experiment.optimizer.learning_rate,
            predictions=predictions,
            confusion=self._confusion(predictions),
            steps_per_second=12_345.0 if running else 0.0,
            failure=failure,
        )


def _frozen(array: Frozen) -> Frozen:
    array.flags.writeable = False
    return array
