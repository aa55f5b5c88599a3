"""Learning-rate decay: α as a function of the epoch, one row per kind (the notes, 2.2.6)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from engine.experiment import Schedule
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Decay:
    """One row: the factor on α₀ after ``epoch`` finished epochs, from 0 to 1."""

    name: str
    formula: str
    factor: Callable[[Schedule, float], float]


def _cosine(schedule: Schedule, epoch: float) -> float:
    return 0.5 * (1.0 + math.cos(math.pi * min(epoch / schedule.period, 1.0)))


DECAYS: Mapping[str, Decay] = {
    row.name: row
    for row in (
        Decay(name="constant", formula="α = α₀", factor=lambda s, epoch: 1.0),
        Decay(name="inverse-time", formula="α = α₀/(1 + d·epoch)", factor=lambda s, epoch: 1 / (1 + s.decay * epoch)),
        Decay(name="exponential", formula="α = dᵉᵖᵒᶜʰ·α₀", factor=lambda s, epoch: s.decay**epoch),
        Decay(name="step", formula="α = d^⌊epoch/period⌋·α₀", factor=lambda s, epoch: s.decay ** (epoch // s.period)),
        Decay(name="cosine", formula="α = ½(1 + cos(π·epoch/period))·α₀", factor=_cosine),
    )
}


def learning_rate_at(schedule: Schedule, learning_rate: float, epoch: int) -> float:
    """α in force during the epoch that follows ``epoch`` finished ones (0 for the first).

    During ``warmup`` epochs it rises in equal parts to its value; decay counts from the end of the warm-up.
    """
    if epoch < schedule.warmup:
        return learning_rate * (epoch + 1) / (schedule.warmup + 1)
    return learning_rate * DECAYS[schedule.kind].factor(schedule, epoch - schedule.warmup)
