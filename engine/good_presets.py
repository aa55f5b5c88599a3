"""For each data set settings that work: each reaches its figure in its own number of epochs from any seed."""

from __future__ import annotations

from engine.experiment import Data, Experiment, Optimizer, Penalty, Split
from engine.preset_parts import Preset, adam, cosine, hidden

_MEASURED = Split(train=60.0, dev=20.0, test=20.0)  # for data that are given, with a dev set to compare settings on

GOOD_PRESETS = (
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
            layers=hidden(8, activation="relu"),
            initializer="he",
            optimizer=adam(0.03),
            schedule=cosine(100),
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
            layers=hidden(16, 16, 16, activation="relu"),
            initializer="he",
            penalty=Penalty(l2=0.1),
            optimizer=adam(0.01),
            schedule=cosine(200),
            epochs=200,
        ),
    ),
    Preset(
        name="moons",
        title="Two moons",
        about="Eight tanh units in one layer draw the bend that is needed; Adam finds it without any tuning of α.",
        experiment=Experiment(data=Data(kind="moons", noise=10.0), layers=hidden(8), optimizer=adam(0.01), epochs=100),
    ),
    Preset(
        name="checkerboard",
        title="Checkerboard",
        about="Sixteen squares need three borders each way: two layers of 24 tanh units, Adam and a falling α.",
        experiment=Experiment(
            data=Data(kind="checkerboard", samples=3000),
            layers=hidden(24, 24),
            optimizer=adam(0.02),
            schedule=cosine(150),
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
            layers=hidden(12, 12, activation="relu"),
            initializer="he",
            optimizer=adam(0.02),
            schedule=cosine(100),
            epochs=100,
        ),
    ),
    Preset(
        name="blobs",
        title="Three blobs",
        about="Three classes, so three outputs with a softmax; four tanh units are plenty for straight borders.",
        experiment=Experiment(data=Data(kind="blobs"), layers=hidden(4), epochs=50),
    ),
    Preset(
        name="rings",
        title="Three rings",
        about="With the squares x₁² and x₂² as inputs, rings become straight strips: no hidden layer, only a softmax.",
        experiment=Experiment(
            data=Data(kind="rings"), features=("x1^2", "x2^2"), layers=(), optimizer=adam(0.05), epochs=150
        ),
    ),
    Preset(
        name="pinwheel",
        title="Pinwheel",
        about="Five bent arms: sixteen tanh units make the bends, a softmax divides the plane among five classes.",
        experiment=Experiment(
            data=Data(kind="pinwheel", noise=10.0),
            layers=hidden(16),
            optimizer=adam(0.02),
            schedule=cosine(100),
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
            layers=hidden(16, 16),
            optimizer=adam(0.02),
            schedule=cosine(150),
            epochs=150,
        ),
    ),
    Preset(
        name="parity",
        title="Parity",
        about="Each of the 256 inputs comes eight times, so all are seen; sixteen tanh units can count the bits.",
        experiment=Experiment(
            data=Data(kind="parity", samples=2048),
            layers=hidden(16),
            optimizer=adam(0.03),
            schedule=cosine(100),
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
            layers=hidden(4),
            penalty=Penalty(l2=1.0),
            optimizer=adam(0.01),
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
            optimizer=adam(0.01),
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
            optimizer=adam(0.01),
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
            layers=hidden(32, activation="relu"),
            initializer="he",
            penalty=Penalty(l2=1.0),
            optimizer=adam(0.005),
            batch_size=32,
            epochs=40,
        ),
    ),
)
