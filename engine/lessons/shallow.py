"""The notes, 1.2: computing an output, activations, back-propagation, the start."""

from __future__ import annotations

from dataclasses import replace

from engine.experiment import Layer, Optimizer, Schedule
from engine.lessons.lesson import Lesson
from engine.presets import preset

_RING = preset("circle")
_SLOW = replace(  # a plateau of some hundred epochs, where Adam would leave it within one
    preset("xor"), optimizer=Optimizer(learning_rate=0.003), schedule=Schedule(), epochs=1000
)
_SPIRAL = preset("spiral")
_THROWN = preset("wave-one")  # single samples at a large rate throw ReLU units out of reach of the data

LESSONS = (
    Lesson(
        name="computing",
        section="1.2.1, 1.2.2",
        tries={"small": replace(_RING, layers=(Layer(units=3),)), "deep": replace(_RING, layers=(Layer(),) * 4)},
        claims=("staged-output",),
    ),
    Lesson(
        name="activations",
        section="1.2.3, 1.2.5",
        tries={
            "sigmoid": replace(_RING, layers=tuple(replace(one, activation="sigmoid") for one in _RING.layers)),
            "tanh": _RING,
            "relu": _THROWN,
            "leaky": replace(_THROWN, layers=tuple(replace(one, activation="leaky-relu") for one in _THROWN.layers)),
        },
        claims=("activations",),
    ),
    Lesson(
        name="non-linear",
        section="1.2.4",
        tries={
            "linear": replace(_SPIRAL, layers=tuple(replace(one, activation="identity") for one in _SPIRAL.layers)),
            "relu": _SPIRAL,
        },
        claims=("one-matrix",),
    ),
    Lesson(
        name="back-propagation",
        section="1.2.6, 1.3.1",
        tries={
            "two": replace(_RING, layers=(Layer(), Layer())),
            "six": replace(_RING, layers=(Layer(),) * 6),
        },
        claims=("right-gradients",),
    ),
    Lesson(
        name="random-start",
        section="1.2.7",
        tries={
            "zeros": replace(_SLOW, initializer="zeros"),
            "small": replace(_SLOW, initializer="small"),
            "he": _SLOW,
        },
        claims=("units-alike",),
    ),
)
