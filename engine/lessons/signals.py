"""The notes, 2.1.7 to 2.1.10: the scale of inputs, gradients through many layers, the start, the check."""

from __future__ import annotations

from dataclasses import replace

from engine.experiment import Layer, Optimizer
from engine.lessons.lesson import Lesson
from engine.presets import preset

_RING = preset("circle")
_WINE = replace(preset("wine"), optimizer=Optimizer(learning_rate=0.03))  # Adam would scale each step anyway
_SIX = replace(
    _RING, layers=(Layer(units=10, activation="relu"),) * 6, initializer="he", optimizer=Optimizer(learning_rate=0.03)
)
_SIXTEEN = replace(
    _RING, layers=(Layer(units=12, activation="relu"),) * 16, initializer="he", optimizer=Optimizer(learning_rate=0.01)
)

LESSONS = (
    Lesson(
        name="normalising",
        section="2.1.7",
        tries={
            "raw": replace(_WINE, normalize=False),
            "normalised": _WINE,
            "saturated": preset("breast-cancer-raw"),
        },
        claims=("normalised-inputs",),
    ),
    Lesson(
        name="vanishing",
        section="2.1.8",
        tries={
            "sigmoid": preset("circle-vanishing"),
            "large": replace(_SIX, initializer_scale=5.0),
            "relu": _SIX,
        },
        claims=("vanishing-exploding",),
    ),
    Lesson(
        name="starts",
        section="2.1.9",
        tries={
            "small": preset("blobs-small"),
            "glorot": replace(preset("blobs-small"), initializer="glorot"),
            "lecun": replace(_SIXTEEN, initializer="lecun"),
            "he": _SIXTEEN,
        },
        claims=("starts",),
    ),
    Lesson(
        name="gradient-check",
        section="2.1.10",
        tries={"small": replace(_RING, layers=(Layer(units=4), Layer(units=3)))},
        claims=("gradient-check",),
    ),
)
