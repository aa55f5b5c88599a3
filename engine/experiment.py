"""One frozen description of all that decides a result: data, split, network, loss, penalty, optimiser, seeds.

An ``Experiment`` is a value: compare it, hash it, keep it, replace a part of it with ``dataclasses.replace``.
Making one checks every field against the table in ``engine.fields``; a wrong value raises ``ExperimentError`` with its
path.
What only the data can tell (names of a CSV's columns, number of classes) is checked when the data are prepared.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Literal

from engine.choices import PAINTED_KINDS, PAINTED_VALUES, PLANE_FEATURES, POINT_KINDS
from engine.errors import ExperimentError
from engine.fields import FIELDS
from engine.frozen import FrozenWeight, check_frozen
from engine.points import Point, check_points
from engine.values import dataclass

Task = Literal["two-class", "classes", "regression"]


def _check(part: object, prefix: str = "", row: str = "") -> None:
    """Check each plain field of a dataclass against its row in the table."""
    for field in fields(part):  # type: ignore[arg-type]  # every caller is a dataclass instance
        path = f"{row or prefix}{field.name}"
        if path in FIELDS and FIELDS[path].kind != "list":
            FIELDS[path].check(getattr(part, field.name), f"{prefix}{field.name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """Which samples: a generated set, a shipped one, points of one's own, or a CSV file."""

    kind: str = "circle"
    path: str | None = None
    target: str | None = None
    header: str = "auto"
    points: tuple[Point, ...] = ()
    samples: int | None = None
    inputs: int = 8
    noise: float = 0.0
    seed: int = 0

    def __post_init__(self) -> None:
        _check(self, "data.")
        if (self.kind == "csv") != (self.path is not None):
            allowed = (
                "a file's path, because data.kind is csv" if self.kind == "csv" else "nothing, unless data.kind is csv"
            )
            raise ExperimentError("data.path", self.path, allowed)
        if self.target is not None and self.kind != "csv":
            raise ExperimentError("data.target", self.target, "nothing, unless data.kind is csv")
        check_points(self.points, values=self.kind == PAINTED_VALUES)
        if self.points and self.kind not in PAINTED_KINDS:
            raise ExperimentError("data.points", f"{len(self.points)} points", "none, unless data.kind is painted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Shares of the samples in percent; they add up to 100."""

    train: float = 50.0
    dev: float = 0.0
    test: float = 50.0

    def __post_init__(self) -> None:
        _check(self, "split.")
        if abs(self.train + self.dev + self.test - 100.0) > 1e-6:
            given = f"{self.train:g}/{self.dev:g}/{self.test:g}"
            raise ExperimentError("split", given, "train/dev/test in percent that add up to 100, e.g. 60/20/20")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One hidden layer."""

    units: int = 4
    activation: str = "tanh"
    slope: float = 0.01
    initializer: str | None = None
    batch_norm: bool = False
    keep_prob: float = 1.0

    def __post_init__(self) -> None:
        _check(self, row="layers[].")


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """J += λ₁/2m Σ|w| + λ₂/2m Σw², over weights, never over biases, γ or β; m is the number of training samples."""

    l1: float = 0.0
    l2: float = 0.0

    def __post_init__(self) -> None:
        _check(self, "penalty.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Optimizer:
    """Gradient descent, momentum, RMSprop or Adam, with the coefficients of all, so that switching keeps them."""

    kind: str = "gd"
    learning_rate: float = 0.03
    momentum: float = 0.9
    rho: float = 0.9
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        _check(self, "optimizer.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How the learning rate falls with the epochs, and how many epochs it takes to rise at the start."""

    kind: str = "constant"
    decay: float = 0.1
    period: int = 100
    warmup: int = 0

    def __post_init__(self) -> None:
        _check(self, "schedule.")
        if self.kind in ("exponential", "step") and not 0.0 < self.decay <= 1.0:
            raise ExperimentError(
                "schedule.decay",
                self.decay,
                f"a factor above 0 up to 1, because schedule.kind is {self.kind}",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyStopping:
    """The run ends when the dev cost has not fallen by more than ``min_delta`` for ``patience`` epochs; 0: never."""

    patience: int = 0
    min_delta: float = 0.0

    def __post_init__(self) -> None:
        _check(self, "early_stopping.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Augmentation:
    """How much each change of ``engine.augmentation`` may do to a training sample, anew every epoch; 0: nothing."""

    jitter: float = 0.0
    rotation: float = 0.0
    mirror: float = 0.0
    scaling: float = 0.0
    image_shift: float = 0.0
    image_rotation: float = 0.0
    image_crop: float = 0.0
    image_mirror: float = 0.0

    def __post_init__(self) -> None:
        _check(self, "augmentation.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """All that decides a result. The defaults are TensorFlow Playground's opening screen, with cross-entropy."""

    data: Data = Data()
    split: Split = Split()
    features: tuple[str, ...] = ()
    normalize: bool = True
    layers: tuple[Layer, ...] = (Layer(units=4), Layer(units=2))
    frozen: tuple[FrozenWeight, ...] = ()
    initializer: str = "lecun"
    initializer_scale: float = 1.0
    loss: str = "auto"
    penalty: Penalty = Penalty()
    optimizer: Optimizer = Optimizer()
    schedule: Schedule = Schedule()
    early_stopping: EarlyStopping = EarlyStopping()
    augmentation: Augmentation = Augmentation()
    batch_size: int | Literal["all"] = 10
    epochs: int = 100
    dtype: str = "float32"
    seed: int = 0

    def __post_init__(self) -> None:
        _check(self)
        for index, layer in enumerate(self.layers):
            _check(layer, f"layers[{index}].", "layers[].")
        if len(self.layers) > 64:
            raise ExperimentError("layers", f"{len(self.layers)} layers", "at most 64 hidden layers")
        self._check_features()
        check_frozen(self.frozen, [self._inputs(), *(layer.units for layer in self.layers), None])

    def _inputs(self) -> int | None:
        """n[0], where the experiment alone tells it."""
        if self.data.kind == "parity":
            return len(self.features) or self.data.inputs
        return len(self.features) or (2 if self.data.kind in POINT_KINDS else None)

    def _check_features(self) -> None:
        """Names are text and unique; for the sets in the plane they are rows of the feature table."""
        plane = self.data.kind in POINT_KINDS
        allowed = ", ".join(PLANE_FEATURES) if plane else "names of columns"
        seen: set[str] = set()
        for index, name in enumerate(self.features):
            if not isinstance(name, str) or (plane and name not in PLANE_FEATURES) or name in seen:
                raise ExperimentError(f"features[{index}]", name, f"{allowed}, each once")
            seen.add(name)
