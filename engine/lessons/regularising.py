"""The notes, 2.1.4 to 2.1.6: penalties, dropout, more data, stopping early."""

from __future__ import annotations

from dataclasses import replace

from engine.experiment import Penalty
from engine.lessons.lesson import Lesson
from engine.presets import preset

_BY_HEART = preset("moons-by-heart")

LESSONS = (
    Lesson(
        name="penalties",
        section="2.1.4",
        tries={
            "none": _BY_HEART,
            "some": replace(_BY_HEART, penalty=Penalty(l2=0.3)),
            "much": replace(_BY_HEART, penalty=Penalty(l2=3.0)),
            "far-too-much": replace(_BY_HEART, penalty=Penalty(l2=10.0)),
            "l1": replace(_BY_HEART, penalty=Penalty(l1=0.3)),
        },
        claims=("penalties",),
    ),
)
