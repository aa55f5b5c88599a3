"""Settings from which something can be learned: each fails in the way its reason tells, and most differ from a good one
in that alone.
"""

from __future__ import annotations

from dataclasses import replace

from engine.experiment import Data, Experiment, Optimizer, Penalty, Schedule, Split
from engine.good_presets import GOOD_PRESETS
from engine.preset_parts import Preset, adam, cosine, hidden

_GOOD = {row.name: row.experiment for row in GOOD_PRESETS}

BAD_PRESETS = (
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
        experiment=replace(_GOOD["circle"], layers=hidden(*[4] * 6, activation="sigmoid")),
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
            layers=hidden(16, 16, activation="relu"),
            initializer="he",
            optimizer=adam(0.03),
            epochs=300,
        ),
    ),
    Preset(
        name="checkerboard-small",
        kind="bad",
        title="Too few units",
        about="Four units give four borders, a board of sixteen squares needs six: a third of the answers are wrong.",
        experiment=replace(_GOOD["checkerboard"], layers=hidden(4)),
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
            layers=hidden(16, 16, activation="relu"),
            initializer="he",
            optimizer=adam(0.01),
            schedule=cosine(150),
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
            layers=hidden(16, 16, activation="relu"),
            initializer="he",
            optimizer=adam(0.03),
            epochs=300,
        ),
    ),
    Preset(
        name="spiral-linear",
        kind="bad",
        title="Deep but linear",
        about="Three layers without a nonlinearity are one matrix: however deep, the boundary is a straight line.",
        experiment=replace(_GOOD["spiral"], layers=hidden(8, 8, 8, activation="identity")),
    ),
    Preset(
        name="blobs-small",
        kind="bad",
        title="Initial weights too small",
        about="Weights of about 0.01 shrink the signal in each of four layers, and the gradient on its way back.",
        experiment=replace(_GOOD["blobs"], layers=hidden(4, 4, 4, 4), initializer="small"),
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
        experiment=replace(_GOOD["wave"], batch_size=1, optimizer=adam(0.3)),
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
            layers=hidden(8),
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
            layers=hidden(64, activation="relu"),
            penalty=Penalty(),
            epochs=100,
        ),
    ),
)
