"""The notes, 2.2: batches, averages, optimisers, a rate that falls, saddle points."""

from __future__ import annotations

from dataclasses import replace

from engine.experiment import Experiment, Optimizer, Schedule
from engine.lessons.lesson import Lesson
from engine.presets import preset

_RING = preset("circle")
_SINGLE = replace(_RING, batch_size=1, optimizer=Optimizer(learning_rate=0.3))


def _spiral(kind: str, learning_rate: float) -> Experiment:
    """The spiral with this optimiser, at a rate that stays."""
    optimizer = Optimizer(kind=kind, learning_rate=learning_rate)
    return replace(preset("spiral"), optimizer=optimizer, schedule=Schedule())


LESSONS = (
    Lesson(
        name="mini-batches",
        section="2.2.1",
        tries={
            "one": replace(_RING, batch_size=1),
            "ten": _RING,
            "all": replace(_RING, batch_size="all"),
        },
        claims=("batch-noise",),
    ),
    Lesson(
        name="averages",
        section="2.2.2",
        tries={"noisy": _SINGLE},
        claims=("averages",),
    ),
    Lesson(
        name="optimisers",
        section="2.2.3, 2.2.4, 2.2.5",
        tries={
            "gd": _spiral("gd", 0.3),
            "momentum": _spiral("momentum", 0.3),
            "rmsprop": _spiral("rmsprop", 0.01),
            "adam": _spiral("adam", 0.01),
        },
        claims=("race-ravine", "race-network"),
    ),
    Lesson(
        name="falling-rate",
        section="2.2.6",
        tries={
            "constant": _SINGLE,
            "falling": replace(_SINGLE, schedule=Schedule(kind="exponential", decay=0.9)),
            "too-soon": preset("pinwheel-decay"),
        },
        claims=("falling-rate",),
    ),
    Lesson(
        name="saddles",
        section="2.2.7",
        tries={"saddle": preset("xor-zeros"), "beside": replace(preset("xor-zeros"), initializer="small")},
        claims=("critical-points",),
    ),
)
