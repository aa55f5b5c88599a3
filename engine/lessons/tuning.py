"""The notes, 2.3: search, batch norm, softmax."""

from __future__ import annotations

from dataclasses import replace

from engine.experiment import Layer, Optimizer
from engine.lessons.lesson import Lesson
from engine.presets import preset

_MOONS = preset("moons")
_SIGMOIDS = replace(
    preset("circle"), layers=(Layer(units=8, activation="sigmoid"),) * 3, optimizer=Optimizer(learning_rate=1.0)
)

LESSONS = (
    Lesson(
        name="tuning",
        section="2.3.1",
        tries={
            "small": replace(_MOONS, optimizer=Optimizer(kind="adam", learning_rate=1e-4)),
            "right": _MOONS,
            "large": replace(_MOONS, optimizer=Optimizer(kind="adam", learning_rate=1.0)),
        },
        claims=("random-search",),
    ),
    Lesson(
        name="batch-norm",
        section="2.3.2",
        tries={
            "without": _SIGMOIDS,
            "with": replace(_SIGMOIDS, layers=tuple(replace(one, batch_norm=True) for one in _SIGMOIDS.layers)),
        },
        claims=("batch-norm",),
    ),
    Lesson(
        name="softmax",
        section="2.3.3",
        tries={"blobs": preset("blobs"), "pinwheel": preset("pinwheel"), "digits": preset("digits")},
        claims=("softmax",),
    ),
)
