"""The notes, 2.1.1 to 2.1.3: train, dev and test sets, bias and variance, the recipe."""

from __future__ import annotations

from dataclasses import replace

from engine.experiment import Data, Layer, Split
from engine.lessons.lesson import Lesson
from engine.presets import preset

_MOONS = replace(preset("moons"), data=Data(kind="moons", noise=30.0, samples=1000))
_STRAIGHT = preset("circle-straight")

LESSONS = (
    Lesson(
        name="sets",
        section="2.1.1",
        tries={
            "usual": replace(_MOONS, split=Split(train=60.0, dev=20.0, test=20.0)),
            "few": replace(_MOONS, split=Split(train=98.0, dev=1.0, test=1.0)),
        },
        claims=("shifted-dev",),
    ),
    Lesson(
        name="bias-variance",
        section="2.1.2",
        tries={
            "bias": _STRAIGHT,
            "variance": preset("moons-by-heart"),
            "overlap": preset("gauss-overlap"),
        },
        claims=("bias-variance",),
    ),
    Lesson(
        name="recipe",
        section="2.1.3",
        tries={
            "line": _STRAIGHT,
            "larger": replace(_STRAIGHT, layers=(Layer(), Layer(units=2))),
            "few": preset("digits-few"),
        },
        claims=("recipe",),
    ),
)
