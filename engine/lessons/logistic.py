"""The notes, 1.1: logistic regression, its cost, and gradient descent."""

from __future__ import annotations

from dataclasses import replace

from engine.experiment import Layer
from engine.lessons.lesson import Lesson
from engine.presets import preset

_RING = preset("circle")

LESSONS = (
    Lesson(
        name="logistic-regression",
        section="1.1.1",
        tries={
            "clouds": preset("gauss"),
            "ring": preset("circle-straight"),
            "hidden": replace(_RING, layers=(Layer(units=4),)),
        },
        claims=("logistic-regression",),
    ),
)
