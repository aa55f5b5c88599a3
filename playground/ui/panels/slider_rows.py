"""The sliders as a table: for each number of the experiment the range and the scale that fit the hand.

A slider reaches what is usual; typed may be whatever the field takes (``engine.fields``), up to `typed_maximum`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from engine.values import dataclass
from playground.ui.widgets.stops import ScaleName


def _coefficients(decades: int) -> tuple[float, ...]:
    """β from 0 towards 1, evenly spaced in log(1 − β): 0, 0.1, …, 0.9, 0.91, …, 0.99, 0.991, … (``decades`` nines)."""
    rests = [tenth / 10**decade for decade in range(1, decades + 1) for tenth in range(10, 1, -1)]
    return tuple(round(1.0 - rest, decades + 1) for rest in [*rests, 10**-decades])


def coefficient_text(value: float) -> str:
    """β with all its digits, since 0.9995 is not 1."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True, kw_only=True)
class SliderRow:
    """One slider; with `ends_with_all` its maximum stands for the word "all"."""

    minimum: float
    maximum: float
    scale: ScaleName = "linear"
    zero_allowed: bool = False
    integer: bool = False
    step: float | None = None
    steps: tuple[float, ...] = ()
    suffix: str = ""
    text: Callable[[float], str] | None = None
    ends_with_all: bool = False
    typed_maximum: float = math.inf


_COEFFICIENT = SliderRow(
    minimum=0.0, maximum=0.9999, scale="steps", steps=_coefficients(4), text=coefficient_text
)  # 1 − β on a logarithmic scale
_PENALTY = SliderRow(minimum=0.001, maximum=100.0, scale="log", zero_allowed=True)
_EPOCHS = SliderRow(minimum=1, maximum=10_000, scale="log", integer=True)

SLIDERS: Mapping[str, SliderRow] = {
    "data.noise": SliderRow(minimum=0, maximum=50, step=1, suffix="%"),
    "data.samples": SliderRow(minimum=10, maximum=10_000, scale="log", integer=True, typed_maximum=100_000),
    "data.inputs": SliderRow(minimum=2, maximum=12, integer=True),
    "split.train": SliderRow(minimum=1, maximum=100, step=1, suffix="%"),
    "split.dev": SliderRow(minimum=0, maximum=99, step=1, suffix="%"),
    "layers[].slope": SliderRow(minimum=0, maximum=1, step=0.01),
    "layers[].keep_prob": SliderRow(minimum=0.05, maximum=1, step=0.05),
    "initializer_scale": SliderRow(minimum=0.01, maximum=100, scale="log", zero_allowed=True),
    "penalty.l1": _PENALTY,
    "penalty.l2": _PENALTY,
    "optimizer.learning_rate": SliderRow(minimum=1e-5, maximum=10.0, scale="log"),
    "optimizer.momentum": _COEFFICIENT,
    "optimizer.rho": _COEFFICIENT,
    "optimizer.beta1": _COEFFICIENT,
    "optimizer.beta2": _COEFFICIENT,
    "optimizer.epsilon": SliderRow(minimum=1e-10, maximum=1.0, scale="log"),
    "schedule.decay": SliderRow(minimum=1e-4, maximum=10.0, scale="log", zero_allowed=True),
    "schedule.period": _EPOCHS,
    "schedule.warmup": SliderRow(minimum=1, maximum=1000, scale="log", integer=True, zero_allowed=True),
    "early_stopping.patience": SliderRow(minimum=1, maximum=1000, scale="log", integer=True, zero_allowed=True),
    "early_stopping.min_delta": SliderRow(minimum=1e-6, maximum=0.1, scale="log", zero_allowed=True),
    "augmentation.jitter": SliderRow(minimum=0, maximum=1, step=0.01),
    "augmentation.rotation": SliderRow(minimum=0, maximum=45, step=1, suffix="°"),
    "augmentation.mirror": SliderRow(minimum=0, maximum=1, step=0.05),
    "augmentation.scaling": SliderRow(minimum=0, maximum=1, step=0.01),
    "augmentation.image_shift": SliderRow(minimum=0, maximum=4, step=0.1),
    "augmentation.image_rotation": SliderRow(minimum=0, maximum=45, step=1, suffix="°"),
    "augmentation.image_crop": SliderRow(minimum=0, maximum=0.5, step=0.01),
    "augmentation.image_mirror": SliderRow(minimum=0, maximum=1, step=0.05),
    "epochs": _EPOCHS,
    "batch_size": SliderRow(minimum=1, maximum=1024, scale="powers-of-two", integer=True, ends_with_all=True),
}
