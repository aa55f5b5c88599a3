"""What the user has chosen to see of the curves, as one value that can be kept as text between two sessions."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from typing import Any

from engine.values import dataclass

DEFAULT_BETA, LARGEST_BETA = 0.9, 0.999  # of what single steps give; of any average
CHOICES: dict[str, tuple[str, ...]] = {
    "measure": ("cost", "accuracy", "gradients"),
    "axis": ("unchosen", "linear", "log"),
    "per": ("epoch", "batch"),
    "rate": ("changes", "always", "never"),
    "figure": ("gradient", "weights", "ratio"),
}
HIDEABLE = ("train", "dev", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveOptions:
    """measure: the tab. axis: of costs; "unchosen" is linear until all curves lie flat on it. per: cost by epoch or
    of each batch. beta, step_beta, correction: of the average in front.

    Costs of whole sets by epoch are shown as they are, unless beta says otherwise: an average would lag behind them.
    What single steps give (batch costs, norms of layers) is noise without step_beta.

    hidden: the sets not shown. parts: data cost and penalty apart. rate: when the learning rate's strip is shown.
    ghosts: whether earlier runs are shown. figure: which norm of the layers. Raises ValueError naming the field.
    """

    measure: str = "cost"
    axis: str = "unchosen"
    per: str = "epoch"
    beta: float = 0.0
    step_beta: float = DEFAULT_BETA
    correction: bool = True
    hidden: tuple[str, ...] = ()
    parts: bool = True
    rate: str = "changes"
    ghosts: bool = True
    figure: str = "gradient"

    def __post_init__(self) -> None:
        for name, allowed in CHOICES.items():
            if getattr(self, name) not in allowed:
                raise ValueError(f"{name}: {getattr(self, name)!r} is not allowed; allowed: {', '.join(allowed)}")
        for name in ("beta", "step_beta"):
            value = getattr(self, name)
            if not (isinstance(value, int | float) and 0.0 <= value <= LARGEST_BETA):
                raise ValueError(f"{name}: {value!r} is not allowed; allowed: a number from 0 to {LARGEST_BETA:g}")
        if not set(self.hidden) <= set(HIDEABLE):
            raise ValueError(f"hidden: {self.hidden!r} is not allowed; allowed: some of {', '.join(HIDEABLE)}")

    @property
    def by_step(self) -> bool:
        """Whether what is in front comes from single steps."""
        return self.measure == "gradients" or (self.measure == "cost" and self.per == "batch")

    @property
    def logarithmic(self) -> bool:
        """Whether the axis of costs is."""
        return self.axis == "log"

    @property
    def smoothing(self) -> float:
        """The β in force."""
        return self.step_beta if self.by_step else self.beta

    def smoothed(self, beta: float) -> CurveOptions:
        """With another β in force."""
        return replace(self, step_beta=beta) if self.by_step else replace(self, beta=beta)

    def to_text(self) -> str:
        """As text that `from_text` reads."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> CurveOptions:
        """The options that `text` holds; what cannot be read or is not allowed (another version's, say) is left out."""
        try:
            kept = json.loads(text)
        except ValueError:
            return cls()
        options = cls()
        for field in fields(cls):
            if isinstance(kept, dict) and field.name in kept:
                options = _with(options, field.name, kept[field.name])
        return options


def _with(options: CurveOptions, name: str, value: Any) -> CurveOptions:
    """`options` with one more taken over, or as they were if its kind or its value is not allowed."""
    wanted = getattr(options, name)
    try:
        if isinstance(wanted, tuple):
            value = tuple(str(one) for one in value)
        elif type(value) is not type(wanted) and not (isinstance(wanted, float) and type(value) is int):
            return options
        return replace(options, **{name: value})
    except (TypeError, ValueError):
        return options
