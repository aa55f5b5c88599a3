"""Every field of an experiment as one row.

Validation, ``playground train --help``, the window's controls and the tests all read this one table.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.choices import ACTIVATION_KINDS, DATA_KINDS, INITIALIZER_KINDS, LOSS_KINDS, OPTIMIZER_KINDS, SCHEDULE_KINDS
from engine.field import Effect, Field

LARGEST_SEED = 2**32 - 1


def _number(
    path: str,
    effect: Effect,
    low: float,
    high: float,
    help: str,
    *,
    low_open: bool = False,
    short: tuple[str, ...] = (),
) -> Field:
    return Field(path=path, kind="number", effect=effect, low=low, high=high, help=help, low_open=low_open, short=short)


def _integer(
    path: str,
    effect: Effect,
    low: int,
    high: int,
    help: str,
    *,
    also: tuple[object, ...] = (),
    short: tuple[str, ...] = (),
) -> Field:
    return Field(path=path, kind="integer", effect=effect, low=low, high=high, help=help, also=also, short=short)


def _choice(path: str, effect: Effect, choices: tuple[str, ...], help: str, *, also: tuple[object, ...] = ()) -> Field:
    return Field(path=path, kind="choice", effect=effect, choices=choices, help=help, also=also)


_ROWS = (
    _choice("data.kind", "restart", DATA_KINDS, "the data set; for --set also a CSV file's path"),
    Field(path="data.path", kind="text", effect="restart", also=(None,), help="the CSV file, when data.kind is csv"),
    Field(
        path="data.target",
        kind="text",
        effect="restart",
        also=(None,),
        help="the CSV column to predict; none: the last one",
    ),
    _choice("data.header", "restart", ("auto", "yes", "no"), "whether the CSV's first row holds names"),
    Field(
        path="data.points",
        kind="list",
        effect="data",
        help="points of one's own with classes (data.kind painted) or values (painted-values)",
    ),
    _integer("data.samples", "restart", 10, 1_000_000, "how many samples; none: the set's own number", also=(None,)),
    _integer("data.inputs", "restart", 2, 12, "how many inputs of 0 and 1 parity has"),
    _number("data.noise", "restart", 0, 50, "noise in percent; its meaning is the data set's own"),
    _integer("data.seed", "restart", 0, LARGEST_SEED, "seed of the samples and of the split"),
    _number("split.train", "restart", 0, 100, "percent of the samples to train on", low_open=True),
    _number("split.dev", "restart", 0, 100, "percent to compare settings on"),
    _number("split.test", "restart", 0, 100, "percent kept for the last, unbiased figure"),
    Field(path="features", kind="list", effect="restart", help="inputs, in order; empty: all columns"),
    Field(path="normalize", kind="switch", effect="restart", help="x := (x − μ)/σ with μ, σ of the training set"),
    Field(
        path="layers",
        kind="list",
        effect="shape",
        help="hidden layers as units:activation, e.g. 8:tanh,8:relu; empty: none",
    ),
    _integer("layers[].units", "shape", 1, 4096, "units of the layer"),
    _choice("layers[].activation", "live", ACTIVATION_KINDS, "g of the layer"),
    _number("layers[].slope", "live", 0, 1, "γ of leaky ReLU: a = max(γz, z)"),
    _choice(
        "layers[].initializer",
        "restart",
        INITIALIZER_KINDS,
        "the layer's own initialisation; none: the network's",
        also=(None,),
    ),
    Field(path="layers[].batch_norm", kind="switch", effect="restart", help="normalise Z over the batch before g"),
    _number("layers[].keep_prob", "live", 0, 1, "share of units kept by dropout", low_open=True),
    Field(path="frozen", kind="list", effect="live", help="weights that training leaves as they are"),
    _choice("initializer", "restart", INITIALIZER_KINDS, "distribution of the initial weights"),
    _number("initializer_scale", "restart", 0, 100, "factor on the initial weights"),
    _choice("loss", "live", LOSS_KINDS, "L(ŷ, y); auto: cross-entropy for classes, squared error for numbers"),
    _number("penalty.l1", "live", 0, 1e6, "λ₁ in J += λ₁/2m Σ|w|", short=("l1",)),
    _number("penalty.l2", "live", 0, 1e6, "λ in J += λ/2m Σ‖W‖²", short=("l2",)),
    _choice("optimizer.kind", "live", OPTIMIZER_KINDS, "how a gradient becomes a step"),
    _number("optimizer.learning_rate", "live", 0, 1000, "α", low_open=True, short=("learning_rate",)),
    _number("optimizer.momentum", "live", 0, 0.999999, "β of momentum: v = βv + (1−β)g", short=("momentum",)),
    _number("optimizer.rho", "live", 0, 0.999999, "β of RMSprop: S = βS + (1−β)g²"),
    _number("optimizer.beta1", "live", 0, 0.999999, "β₁ of Adam"),
    _number("optimizer.beta2", "live", 0, 0.999999, "β₂ of Adam"),
    _number("optimizer.epsilon", "live", 0, 1, "ε of RMSprop and Adam", low_open=True),
    _choice("schedule.kind", "live", SCHEDULE_KINDS, "how α falls with the epochs"),
    _number("schedule.decay", "live", 0, 10, "d in α₀/(1 + d·epoch); factor of exponential and step decay"),
    _integer("schedule.period", "live", 1, 1_000_000, "epochs between two drops (step) or of half a cosine"),
    _integer("schedule.warmup", "live", 0, 1_000_000, "epochs in which α rises from 0 to its value"),
    _integer(
        "early_stopping.patience",
        "live",
        0,
        1_000_000,
        "epochs without a lower dev cost after which training stops, best weights restored; 0: never",
        short=("patience",),
    ),
    _number("early_stopping.min_delta", "live", 0, 1e6, "by how much the dev cost must fall to count as lower"),
    _number(
        "augmentation.jitter",
        "live",
        0,
        1,
        "step of a feature, in its standard deviations, that augmentation takes at random",
    ),
    _number(
        "augmentation.rotation",
        "live",
        0,
        45,
        "largest angle in degrees by which augmentation turns points around the origin",
    ),
    _number("augmentation.mirror", "live", 0, 1, "share of samples whose first coordinate augmentation mirrors"),
    _number(
        "augmentation.scaling",
        "live",
        0,
        1,
        "augmentation moves points out to (1 + amount) times their distance, or in as far",
    ),
    _number(
        "augmentation.image_shift", "live", 0, 4, "largest shift of pictures along each axis by augmentation, in pixels"
    ),
    _number(
        "augmentation.image_rotation", "live", 0, 45, "largest angle in degrees by which augmentation turns pictures"
    ),
    _number(
        "augmentation.image_crop",
        "live",
        0,
        0.5,
        "largest share of height and width that augmentation cuts off pictures",
    ),
    _number("augmentation.image_mirror", "live", 0, 1, "share of pictures that augmentation mirrors left to right"),
    _integer("batch_size", "live", 1, 1_000_000, "samples a step is computed from", also=("all",)),
    _integer("epochs", "none", 0, 1_000_000, "how long the command line trains"),
    _choice("dtype", "restart", ("float32", "float64"), "precision of all arithmetic"),
    _integer("seed", "restart", 0, LARGEST_SEED, "seed of weights, shuffling and dropout"),
)

FIELDS: Mapping[str, Field] = {field.path: field for field in _ROWS}
SHORT_NAMES: Mapping[str, str] = {short: field.path for field in _ROWS for short in field.short}
