"""Every field of an experiment as one row: where it stands, what it may hold, what it does, when a change acts.

Validation, ``playground train --help``, the window's controls and the tests all read this one table.
``effect`` says what a change does to a run: ``live`` (training goes on), ``shape`` (training goes on with the weights
that can be kept), ``data`` (training goes on with other samples), ``restart`` (from the same seed), ``none`` (nothing).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal

from engine.errors import ExperimentError
from engine.values import dataclass

Effect = Literal["none", "live", "shape", "data", "restart"]
Kind = Literal["number", "integer", "switch", "choice", "text", "list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One row: a path (``layers[].units`` for every layer), its kind, its range or its choices."""

    path: str
    kind: Kind
    effect: Effect
    help: str
    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    choices: tuple[str, ...] = ()
    also: tuple[object, ...] = ()  # single values allowed beside the range, such as None or "all"
    short: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        """What may stand here, in words."""
        if self.choices:
            words = ", ".join(self.choices)
        elif self.kind == "switch":
            words = "on (true), off (false)"
        elif self.kind == "text":
            words = "text"
        else:
            words = f"{'a whole number' if self.kind == 'integer' else 'a number'} {self._range()}".strip()
        extra = ["nothing (null)" if value is None else str(value) for value in self.also]
        return " or ".join([words, *extra])

    def _range(self) -> str:
        if self.low > -math.inf and self.high < math.inf:
            start = f"above {self.low:.12g} up" if self.low_open else f"from {self.low:.12g}"
            return f"{start} to {self.high:.12g}"
        if self.low > -math.inf:
            return f"{'above' if self.low_open else 'of at least'} {self.low:g}"
        return f"of at most {self.high:g}" if self.high < math.inf else ""

    def check(self, value: object, path: str | None = None) -> None:
        """Raise ExperimentError unless the value may stand here. ``path`` replaces ``[]`` by a real index."""
        if not self.accepts(value):
            raise ExperimentError(path or self.path, value, self.allowed)

    def accepts(self, value: object) -> bool:
        """Whether the value may stand here; true and false are no numbers, NaN and infinity never pass."""
        if any(value is None if one is None else value == one for one in self.also):
            return True
        if self.kind == "switch":
            return isinstance(value, bool)
        if self.kind == "choice":
            return isinstance(value, str) and value in self.choices
        if self.kind == "text":
            return isinstance(value, str)
        if isinstance(value, bool) or not isinstance(value, int if self.kind == "integer" else (int, float)):
            return False
        return (
            math.isfinite(value) and (value > self.low if self.low_open else value >= self.low) and value <= self.high
        )


CLASSES_KINDS = ("blobs", "rings", "pinwheel")  # generated sets with more than two classes
PLANE_KINDS = (  # points in the plane, with features made of x1 and x2
    *("circle", "xor", "gauss", "spiral", "moons", "checkerboard", "wave"),
    *CLASSES_KINDS,
    *("reg-plane", "reg-gauss"),
)
GENERATED_KINDS = (*PLANE_KINDS, "parity")
SHIPPED_KINDS = ("iris", "wine", "breast-cancer", "digits")
PAINTED, PAINTED_VALUES = "painted", "painted-values"  # points of one's own: with classes, with numbers
PAINTED_KINDS = (PAINTED, PAINTED_VALUES)
POINT_KINDS = (*PLANE_KINDS, *PAINTED_KINDS)  # all sets whose inputs are features made of x1 and x2
DATA_KINDS = (*GENERATED_KINDS, *SHIPPED_KINDS, *PAINTED_KINDS, "csv")
PLANE_FEATURES = ("x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)")


def parity_names(inputs: int) -> tuple[str, ...]:
    """The inputs of parity: b1 … bn. Here, where no data are needed to know them."""
    return tuple(f"b{index + 1}" for index in range(inputs))


ACTIVATION_KINDS = ("sigmoid", "tanh", "relu", "leaky-relu", "identity")
INITIALIZER_KINDS = ("zeros", "small", "uniform", "lecun", "he", "glorot")
LOSS_KINDS = ("auto", "cross-entropy", "squared-error")
OPTIMIZER_KINDS = ("gd", "momentum", "rmsprop", "adam")
SCHEDULE_KINDS = ("constant", "inverse-time", "exponential", "step", "cosine")
LARGEST_SEED = 2**32 - 1

_ROWS = (
    Field(
        path="data.kind",
        kind="choice",
        effect="restart",
        choices=DATA_KINDS,
        help="the data set; for --set also a CSV file's path",
    ),
    Field(
        path="data.path",
        kind="text",
        effect="restart",
        also=(None,),
        help="the CSV file, when data.kind is csv",
    ),
    Field(
        path="data.target",
        kind="text",
        effect="restart",
        also=(None,),
        help="the CSV column to predict; none: the last one",
    ),
    Field(
        path="data.header",
        kind="choice",
        effect="restart",
        choices=("auto", "yes", "no"),
        help="whether the CSV's first row holds names",
    ),
    Field(
        path="data.points",
        kind="list",
        effect="data",
        help="points of one's own with classes (data.kind painted) or values (painted-values)",
    ),
    Field(
        path="data.samples",
        kind="integer",
        effect="restart",
        low=10,
        high=1_000_000,
        also=(None,),
        help="how many samples; none: the set's own number",
    ),
    Field(
        path="data.inputs",
        kind="integer",
        effect="restart",
        low=2,
        high=12,
        help="how many inputs of 0 and 1 parity has",
    ),
    Field(
        path="data.noise",
        kind="number",
        effect="restart",
        low=0,
        high=50,
        help="noise in percent; its meaning is the data set's own",
    ),
    Field(
        path="data.seed",
        kind="integer",
        effect="restart",
        low=0,
        high=LARGEST_SEED,
        help="seed of the samples and of the split",
    ),
    Field(
        path="split.train",
        kind="number",
        effect="restart",
        low=0,
        low_open=True,
        high=100,
        help="percent of the samples to train on",
    ),
    Field(
        path="split.dev",
        kind="number",
        effect="restart",
        low=0,
        high=100,
        help="percent to compare settings on",
    ),
    Field(
        path="split.test",
        kind="number",
        effect="restart",
        low=0,
        high=100,
        help="percent kept for the last, unbiased figure",
    ),
    Field(path="features", kind="list", effect="restart", help="inputs, in order; empty: all columns"),
    Field(path="normalize", kind="switch", effect="restart", help="x := (x − μ)/σ with μ, σ of the training set"),
    Field(
        path="layers",
        kind="list",
        effect="shape",
        help="hidden layers as units:activation, e.g. 8:tanh,8:relu; empty: none",
    ),
    Field(path="layers[].units", kind="integer", effect="shape", low=1, high=4096, help="units of the layer"),
    Field(
        path="layers[].activation",
        kind="choice",
        effect="live",
        choices=ACTIVATION_KINDS,
        help="g of the layer",
    ),
    Field(
        path="layers[].slope",
        kind="number",
        effect="live",
        low=0,
        high=1,
        help="γ of leaky ReLU: a = max(γz, z)",
    ),
    Field(
        path="layers[].initializer",
        kind="choice",
        effect="restart",
        choices=INITIALIZER_KINDS,
        also=(None,),
        help="the layer's own initialisation; none: the network's",
    ),
    Field(
        path="layers[].batch_norm",
        kind="switch",
        effect="restart",
        help="normalise Z over the batch before g",
    ),
    Field(
        path="layers[].keep_prob",
        kind="number",
        effect="live",
        low=0,
        low_open=True,
        high=1,
        help="share of units kept by dropout",
    ),
    Field(
        path="frozen",
        kind="list",
        effect="live",
        help="weights that training leaves as they are",
    ),
    Field(
        path="initializer",
        kind="choice",
        effect="restart",
        choices=INITIALIZER_KINDS,
        help="distribution of the initial weights",
    ),
    Field(
        path="initializer_scale",
        kind="number",
        effect="restart",
        low=0,
        high=100,
        help="factor on the initial weights",
    ),
    Field(
        path="loss",
        kind="choice",
        effect="live",
        choices=LOSS_KINDS,
        help="L(ŷ, y); auto: cross-entropy for classes, squared error for numbers",
    ),
    Field(
        path="penalty.l1",
        kind="number",
        effect="live",
        low=0,
        high=1e6,
        short=("l1",),
        help="λ₁ in J += λ₁/2m Σ|w|",
    ),
    Field(
        path="penalty.l2",
        kind="number",
        effect="live",
        low=0,
        high=1e6,
        short=("l2",),
        help="λ in J += λ/2m Σ‖W‖²",
    ),
    Field(
        path="optimizer.kind",
        kind="choice",
        effect="live",
        choices=OPTIMIZER_KINDS,
        help="how a gradient becomes a step",
    ),
    Field(
        path="optimizer.learning_rate",
        kind="number",
        effect="live",
        low=0,
        low_open=True,
        high=1000,
        short=("learning_rate",),
        help="α",
    ),
    Field(
        path="optimizer.momentum",
        kind="number",
        effect="live",
        low=0,
        high=0.999999,
        short=("momentum",),
        help="β of momentum: v = βv + (1−β)g",
    ),
    Field(
        path="optimizer.rho",
        kind="number",
        effect="live",
        low=0,
        high=0.999999,
        help="β of RMSprop: S = βS + (1−β)g²",
    ),
    Field(path="optimizer.beta1", kind="number", effect="live", low=0, high=0.999999, help="β₁ of Adam"),
    Field(path="optimizer.beta2", kind="number", effect="live", low=0, high=0.999999, help="β₂ of Adam"),
    Field(
        path="optimizer.epsilon",
        kind="number",
        effect="live",
        low=0,
        low_open=True,
        high=1,
        help="ε of RMSprop and Adam",
    ),
    Field(
        path="schedule.kind",
        kind="choice",
        effect="live",
        choices=SCHEDULE_KINDS,
        help="how α falls with the epochs",
    ),
    Field(
        path="schedule.decay",
        kind="number",
        effect="live",
        low=0,
        high=10,
        help="d in α₀/(1 + d·epoch); factor of exponential and step decay",
    ),
    Field(
        path="schedule.period",
        kind="integer",
        effect="live",
        low=1,
        high=1_000_000,
        help="epochs between two drops (step) or of half a cosine",
    ),
    Field(
        path="schedule.warmup",
        kind="integer",
        effect="live",
        low=0,
        high=1_000_000,
        help="epochs in which α rises from 0 to its value",
    ),
    Field(
        path="early_stopping.patience",
        kind="integer",
        effect="live",
        low=0,
        high=1_000_000,
        short=("patience",),
        help="epochs without a lower dev cost after which training stops, best weights restored; 0: never",
    ),
    Field(
        path="early_stopping.min_delta",
        kind="number",
        effect="live",
        low=0,
        high=1e6,
        help="by how much the dev cost must fall to count as lower",
    ),
    Field(
        path="augmentation.jitter",
        kind="number",
        effect="live",
        low=0,
        high=1,
        help="step of a feature, in its standard deviations, that augmentation takes at random",
    ),
    Field(
        path="augmentation.rotation",
        kind="number",
        effect="live",
        low=0,
        high=45,
        help="largest angle in degrees by which augmentation turns points around the origin",
    ),
    Field(
        path="augmentation.mirror",
        kind="number",
        effect="live",
        low=0,
        high=1,
        help="share of samples whose first coordinate augmentation mirrors",
    ),
    Field(
        path="augmentation.scaling",
        kind="number",
        effect="live",
        low=0,
        high=1,
        help="augmentation moves points out to (1 + amount) times their distance, or in as far",
    ),
    Field(
        path="augmentation.image_shift",
        kind="number",
        effect="live",
        low=0,
        high=4,
        help="largest shift of pictures along each axis by augmentation, in pixels",
    ),
    Field(
        path="augmentation.image_rotation",
        kind="number",
        effect="live",
        low=0,
        high=45,
        help="largest angle in degrees by which augmentation turns pictures",
    ),
    Field(
        path="augmentation.image_crop",
        kind="number",
        effect="live",
        low=0,
        high=0.5,
        help="largest share of height and width that augmentation cuts off pictures",
    ),
    Field(
        path="augmentation.image_mirror",
        kind="number",
        effect="live",
        low=0,
        high=1,
        help="share of pictures that augmentation mirrors left to right",
    ),
    Field(
        path="batch_size",
        kind="integer",
        effect="live",
        low=1,
        high=1_000_000,
        also=("all",),
        help="samples a step is computed from",
    ),
    Field(
        path="epochs",
        kind="integer",
        effect="none",
        low=0,
        high=1_000_000,
        help="how long the command line trains",
    ),
    Field(
        path="dtype",
        kind="choice",
        effect="restart",
        choices=("float32", "float64"),
        help="precision of all arithmetic",
    ),
    Field(
        path="seed",
        kind="integer",
        effect="restart",
        low=0,
        high=LARGEST_SEED,
        help="seed of weights, shuffling and dropout",
    ),
)

FIELDS: Mapping[str, Field] = {field.path: field for field in _ROWS}
SHORT_NAMES: Mapping[str, str] = {short: field.path for field in _ROWS for short in field.short}
