"""Experiments that come with the program, each with its reason: a good one for each data set, and instructive bad ones.

A good one reaches its figure in its own number of epochs from any seed; a bad one fails in the way its reason tells.
The tests train them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Literal

from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Schedule, Split
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """One row. title: a few words. about: one sentence that says why these settings work, or fail."""

    name: str
    title: str
    about: str
    experiment: Experiment
    kind: Literal["good", "bad"] = "good"


def _hidden(*units: int, activation: str = "tanh") -> tuple[Layer, ...]:
    return tuple(Layer(units=one, activation=activation) for one in units)


def _adam(learning_rate: float) -> Optimizer:
    return Optimizer(kind="adam", learning_rate=learning_rate)


def _cosine(epochs: int) -> Schedule:
    return Schedule(kind="cosine", period=epochs)


_MEASURED = Split(train=60.0, dev=20.0, test=20.0)  # for data that are given, with a dev set to compare settings on

_ROWS = (
    Preset(
        name="circle",
        title="Circle",
        about="Four tanh units bend the boundary into a ring; with α = 0.1 gradient descent finds it from any seed.",
        experiment=Experiment(optimizer=Optimizer(learning_rate=0.1), epochs=100),
    ),
    Preset(
        name="xor",
        title="Exclusive or",
        about="Four ReLU units can do it, but with eight no seed gets stuck; He weights suit ReLU, and Adam is quick.",
        experiment=Experiment(
            data=Data(kind="xor"),
            layers=_hidden(8, activation="relu"),
            initializer="he",
            optimizer=_adam(0.03),
            schedule=_cosine(100),
            epochs=100,
        ),
    ),
    Preset(
        name="gauss",
        title="Two clouds",
        about="The best boundary is a straight line, so no hidden layer: logistic regression finds it in a few epochs.",
        experiment=Experiment(data=Data(kind="gauss"), layers=(), epochs=30),
    ),
    Preset(
        name="spiral",
        title="Spiral",
        about="Three ReLU layers fold the plane often enough with x₁ and x₂ alone; L2 and a falling α smooth it.",
        experiment=Experiment(
            data=Data(kind="spiral", samples=1000),
            layers=_hidden(16, 16, 16, activation="relu"),
            initializer="he",
            penalty=Penalty(l2=0.1),
            optimizer=_adam(0.01),
            schedule=_cosine(200),
            epochs=200,
        ),
    ),
    Preset(
        name="moons",
        title="Two moons",
        about="Eight tanh units in one layer draw the bend that is needed; Adam finds it without any tuning of α.",
        experiment=Experiment(
            data=Data(kind="moons", noise=10.0), layers=_hidden(8), optimizer=_adam(0.01), epochs=100
        ),
    ),
    Preset(
        name="checkerboard",
        title="Checkerboard",
        about="Sixteen squares need three borders each way: two layers of 24 tanh units, Adam and a falling α.",
        experiment=Experiment(
            data=Data(kind="checkerboard", samples=3000),
            layers=_hidden(24, 24),
            optimizer=_adam(0.02),
            schedule=_cosine(150),
            batch_size=32,
            epochs=150,
        ),
    ),
    Preset(
        name="wave",
        title="Above a wave",
        about="One ReLU layer lays straight pieces along the wave, the next joins them; Adam and a falling α help.",
        experiment=Experiment(
            data=Data(kind="wave", samples=1000),
            layers=_hidden(12, 12, activation="relu"),
            initializer="he",
            optimizer=_adam(0.02),
            schedule=_cosine(100),
            epochs=100,
        ),
    ),
    Preset(
        name="blobs",
        title="Three blobs",
        about="Three classes, so three outputs with a softmax; four tanh units are plenty for straight borders.",
        experiment=Experiment(data=Data(kind="blobs"), layers=_hidden(4), epochs=50),
    ),
    Preset(
        name="rings",
        title="Three rings",
        about="With the squares x₁² and x₂² as inputs, rings become straight strips: no hidden layer, only a softmax.",
        experiment=Experiment(
            data=Data(kind="rings"), features=("x1^2", "x2^2"), layers=(), optimizer=_adam(0.05), epochs=150
        ),
    ),
    Preset(
        name="pinwheel",
        title="Pinwheel",
        about="Five bent arms: sixteen tanh units make the bends, a softmax divides the plane among five classes.",
        experiment=Experiment(
            data=Data(kind="pinwheel", noise=10.0),
            layers=_hidden(16),
            optimizer=_adam(0.02),
            schedule=_cosine(100),
            epochs=100,
        ),
    ),
    Preset(
        name="reg-plane",
        title="A plane to fit",
        about="The target is a linear function of x₁ and x₂: without a hidden layer it is found exactly.",
        experiment=Experiment(data=Data(kind="reg-plane"), layers=(), epochs=30),
    ),
    Preset(
        name="reg-gauss",
        title="Hills and valleys to fit",
        about="Six bumps need many bends in both directions: two layers of sixteen tanh units, and a falling α.",
        experiment=Experiment(
            data=Data(kind="reg-gauss"),
            layers=_hidden(16, 16),
            optimizer=_adam(0.02),
            schedule=_cosine(150),
            epochs=150,
        ),
    ),
    Preset(
        name="parity",
        title="Parity",
        about="Each of the 256 inputs comes eight times, so all are seen; sixteen tanh units can count the bits.",
        experiment=Experiment(
            data=Data(kind="parity", samples=2048),
            layers=_hidden(16),
            optimizer=_adam(0.03),
            schedule=_cosine(100),
            epochs=100,
        ),
    ),
    Preset(
        name="iris",
        title="Iris flowers",
        about="Two of the three species overlap a little: a small layer with L2, as 90 flowers are soon memorised.",
        experiment=Experiment(
            data=Data(kind="iris"),
            split=_MEASURED,
            layers=_hidden(4),
            penalty=Penalty(l2=1.0),
            optimizer=_adam(0.01),
            epochs=60,
        ),
    ),
    Preset(
        name="wine",
        title="Wine from three growers",
        about="Thirteen normalised measurements separate the growers by planes; a hidden layer adds nothing here.",
        experiment=Experiment(
            data=Data(kind="wine"),
            split=_MEASURED,
            layers=(),
            penalty=Penalty(l2=1.0),
            optimizer=_adam(0.01),
            epochs=60,
        ),
    ),
    Preset(
        name="breast-cancer",
        title="Breast cancer",
        about="Thirty measurements, many alike: logistic regression with strong L2 spreads the weight over them.",
        experiment=Experiment(
            data=Data(kind="breast-cancer"),
            split=_MEASURED,
            layers=(),
            penalty=Penalty(l2=3.0),
            optimizer=_adam(0.01),
            epochs=40,
        ),
    ),
    Preset(
        name="digits",
        title="Handwritten digits",
        about="Thirty-two ReLU units read 8×8 pixels; batches of 32 train quickly, and L2 keeps the weights small.",
        experiment=Experiment(
            data=Data(kind="digits"),
            split=_MEASURED,
            layers=_hidden(32, activation="relu"),
            initializer="he",
            penalty=Penalty(l2=1.0),
            optimizer=_adam(0.005),
            batch_size=32,
            epochs=40,
        ),
    ),
)

_GOOD = {row.name: row.experiment for row in _ROWS}

_BAD_ROWS = (
    Preset(
        name="circle-straight",
        kind="bad",
        title="Too simple for a ring",
        about="Without a hidden layer the boundary is a straight line, and no line separates a ring from its middle.",
        experiment=replace(_GOOD["circle"], layers=()),
    ),
    Preset(
        name="circle-collapse",
        kind="bad",
        title="Far too much L2",
        about="At λ = 100 the penalty outweighs the data: the weights shrink to nothing, and all answers are the same.",
        experiment=replace(_GOOD["circle"], penalty=Penalty(l2=100.0)),
    ),
    Preset(
        name="circle-vanishing",
        kind="bad",
        title="Vanishing gradients",
        about="Each of six sigmoid layers shrinks the gradient to a quarter or less: the first layers hardly learn.",
        experiment=replace(_GOOD["circle"], layers=_hidden(*[4] * 6, activation="sigmoid")),
    ),
    Preset(
        name="xor-zeros",
        kind="bad",
        title="Zero initialisation",
        about="With all weights zero the units are alike and no gradient reaches them: only the output bias learns.",
        experiment=replace(_GOOD["xor"], initializer="zeros"),
    ),
    Preset(
        name="moons-by-heart",
        kind="bad",
        title="Overfitting",
        about="Two wide layers without L2 memorise thirty noisy samples: these are all right, new ones often wrong.",
        experiment=Experiment(
            data=Data(kind="moons", samples=60, noise=40.0),
            layers=_hidden(16, 16, activation="relu"),
            initializer="he",
            optimizer=_adam(0.03),
            epochs=300,
        ),
    ),
    Preset(
        name="checkerboard-small",
        kind="bad",
        title="Too few units",
        about="Four units give four borders, a board of sixteen squares needs six: a third of the answers are wrong.",
        experiment=replace(_GOOD["checkerboard"], layers=_hidden(4)),
    ),
    Preset(
        name="reg-plane-diverges",
        kind="bad",
        title="Learning rate too large",
        about="At α = 3 each step overshoots the valley by more than the last, until the numbers overflow.",
        experiment=replace(_GOOD["reg-plane"], optimizer=Optimizer(learning_rate=3.0)),
    ),
    Preset(
        name="parity-new-rows",
        kind="bad",
        title="Inputs never seen",
        about="128 of 256 inputs are memorised; as one flipped bit changes the class, they say nothing about the rest.",
        experiment=Experiment(
            data=Data(kind="parity", samples=256),
            layers=_hidden(16, 16, activation="relu"),
            initializer="he",
            optimizer=_adam(0.01),
            schedule=_cosine(150),
            epochs=150,
        ),
    ),
    Preset(
        name="wine-raw",
        kind="bad",
        title="Inputs not normalised",
        about="Proline is in the hundreds, other inputs near one: in so narrow a valley 60 epochs do not get far.",
        experiment=replace(_GOOD["wine"], normalize=False),
    ),
    Preset(
        name="gauss-overlap",
        kind="bad",
        title="Overlapping classes",
        about="Even the best rule is wrong on 8% here: a network that gets all fifty samples right has learned noise.",
        experiment=Experiment(
            data=Data(kind="gauss", samples=100, noise=50.0),
            layers=_hidden(16, 16, activation="relu"),
            initializer="he",
            optimizer=_adam(0.03),
            epochs=300,
        ),
    ),
    Preset(
        name="spiral-linear",
        kind="bad",
        title="Deep but linear",
        about="Three layers without a nonlinearity are one matrix: however deep, the boundary is a straight line.",
        experiment=replace(_GOOD["spiral"], layers=_hidden(8, 8, 8, activation="identity")),
    ),
    Preset(
        name="blobs-small",
        kind="bad",
        title="Initial weights too small",
        about="Weights of about 0.01 shrink the signal in each of four layers, and the gradient on its way back.",
        experiment=replace(_GOOD["blobs"], layers=_hidden(4, 4, 4, 4), initializer="small"),
    ),
    Preset(
        name="reg-gauss-linear",
        kind="bad",
        title="No hidden layer",
        about="Without a hidden layer ŷ is a plane through the bumps, and that is hardly better than a constant.",
        experiment=replace(_GOOD["reg-gauss"], layers=()),
    ),
    Preset(
        name="wave-one",
        kind="bad",
        title="Batches of one sample",
        about="Steps of α = 0.3 on single samples throw the ReLU units out of reach of the data: they never come back.",
        experiment=replace(_GOOD["wave"], batch_size=1, optimizer=_adam(0.3)),
    ),
    Preset(
        name="rings-straight",
        kind="bad",
        title="Wrong features",
        about="With x₁ and x₂ as inputs a softmax divides the plane by straight lines, and rings are not straight.",
        experiment=replace(_GOOD["rings"], features=()),
    ),
    Preset(
        name="pinwheel-decay",
        kind="bad",
        title="α decays too fast",
        about="Halved every epoch, α falls to a thousandth in ten: the network stops long before it has learned.",
        experiment=replace(_GOOD["pinwheel"], schedule=Schedule(kind="exponential", decay=0.5)),
    ),
    Preset(
        name="iris-l1",
        kind="bad",
        title="Far too much L1",
        about="At λ₁ = 100 every weight is pulled to zero harder than any sample pushes it: only biases are left.",
        experiment=replace(_GOOD["iris"], penalty=Penalty(l1=100.0)),
    ),
    Preset(
        name="breast-cancer-raw",
        kind="bad",
        title="Unscaled inputs to tanh",
        about="Areas in the hundreds drive every tanh unit to ±1, where its slope is 0: all answers are the same.",
        experiment=replace(
            _GOOD["breast-cancer"],
            normalize=False,
            layers=_hidden(8),
            optimizer=Optimizer(learning_rate=0.03),
            epochs=60,
        ),
    ),
    Preset(
        name="digits-few",
        kind="bad",
        title="Too few samples",
        about="Ninety pictures are learned without a fault, new ones often misread: more data or augmentation helps.",
        experiment=replace(
            _GOOD["digits"],
            split=Split(train=5.0, dev=47.5, test=47.5),
            layers=_hidden(64, activation="relu"),
            penalty=Penalty(),
            epochs=100,
        ),
    ),
)

PRESETS: Mapping[str, Preset] = {row.name: row for row in (*_ROWS, *_BAD_ROWS)}


_DECIDING = tuple(field.name for field in fields(Experiment) if field.name != "epochs")


def preset_of(experiment: Experiment, rows: Iterable[Preset] | None = None) -> Preset | None:
    """The one among ``rows``, or all, that an experiment is, however long it is to be trained; None if it is none."""
    for row in presets() if rows is None else rows:
        if all(getattr(row.experiment, name) == getattr(experiment, name) for name in _DECIDING):
            return row
    return None


def presets() -> tuple[Preset, ...]:
    """All presets: the good ones in the order of the data sets, then the bad ones."""
    return tuple(PRESETS.values())


def preset_names() -> tuple[str, ...]:
    """The names of all presets."""
    return tuple(PRESETS)


def preset(name: str) -> Experiment:
    """The experiment of a preset. Raises ExperimentError naming all of them."""
    row = PRESETS.get(name.strip().lower())
    if row is None:
        raise ExperimentError("preset", name, ", ".join(PRESETS))
    return row.experiment
