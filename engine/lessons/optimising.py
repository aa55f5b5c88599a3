"""The notes, 2.2: batches, averages, optimisers, a rate that falls, saddle points."""

from __future__ import annotations

from dataclasses import replace

from engine.experiment import Data, Experiment, Optimizer, Schedule
from engine.lessons.lesson import Lesson
from engine.presets import preset

_NOISY_RING = replace(preset("circle"), data=Data(kind="circle", noise=20.0))  # never fitted, so steps stay noisy
_SINGLE = replace(preset("circle"), batch_size=1, optimizer=Optimizer(learning_rate=0.3))
_SLOW = replace(  # a plateau of some hundred epochs, where Adam would leave it within one
    preset("xor"), optimizer=Optimizer(learning_rate=0.003), schedule=Schedule(), epochs=1000
)


def _spiral(kind: str, learning_rate: float) -> Experiment:
    """The spiral with this optimiser, at a rate that stays."""
    optimizer = Optimizer(kind=kind, learning_rate=learning_rate)
    return replace(preset("spiral"), optimizer=optimizer, schedule=Schedule())


LESSONS = (
    Lesson(
        name="mini-batches",
        section="2.2.1",
        tries={
            "one": replace(_NOISY_RING, batch_size=1),
            "ten": _NOISY_RING,
            "all": replace(_NOISY_RING, batch_size="all"),
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
            "gd": _spiral("gd", 0.1),
            "momentum": _spiral("momentum", 0.1),
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
        tries={"saddle": replace(_SLOW, initializer="zeros"), "beside": replace(_SLOW, initializer="small")},
        claims=("critical-points",),
    ),
)
