"""The notes, 1.3: why deep."""

from __future__ import annotations

from dataclasses import replace

from engine.experiment import Layer
from engine.lessons.lesson import Lesson
from engine.presets import preset

_PARITY = preset("parity")

LESSONS = (
    Lesson(
        name="why-deep",
        section="1.3.2",
        tries={
            "four": replace(_PARITY, layers=(Layer(units=4),)),
            "sixteen": _PARITY,
            "layers": replace(_PARITY, layers=(Layer(units=8), Layer(units=8))),
        },
        claims=("depth",),
    ),
)
