"""The notes, 1.1: logistic regression, its cost, and gradient descent."""

from __future__ import annotations

from dataclasses import replace

from engine.experiment import Layer, Optimizer
from engine.lessons.lesson import Lesson
from engine.presets import preset

_WRONG = replace(preset("gauss"), initializer_scale=10.0, seed=1)  # sure of the wrong answer at every sample
_PLANE = replace(preset("reg-plane"), batch_size="all")

LESSONS = (
    Lesson(
        name="logistic-regression",
        section="1.1.1",
        tries={
            "clouds": preset("gauss"),
            "ring": preset("circle-straight"),
            "hidden": replace(preset("circle"), layers=(Layer(units=4),)),
        },
        claims=("logistic-regression",),
    ),
    Lesson(
        name="cost",
        section="1.1.2",
        tries={"squared": replace(_WRONG, loss="squared-error"), "entropy": replace(_WRONG, loss="cross-entropy")},
        claims=("convex-cost",),
    ),
    Lesson(
        name="gradient-descent",
        section="1.1.3",
        tries={
            "small": replace(_PLANE, optimizer=Optimizer(learning_rate=0.01)),
            "right": replace(_PLANE, optimizer=Optimizer(learning_rate=1.0)),
            "large": replace(_PLANE, optimizer=Optimizer(learning_rate=3.0)),
        },
        claims=("mean-gradient",),
    ),
)
