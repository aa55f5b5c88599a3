"""In which share of seeds does each advice lower the number that it targets? ``python -m tests.benchmarks.advice``.

Each advice is tried on a case where the number is high: trained from as many seeds of samples and weights with and
without its edit. What is compared is what it targets, the training error for what shows in the settings or layers.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine.advice import ADVICE
from engine.diagnosis import diagnose
from engine.experiment import Data, Experiment, Layer, Optimizer, Split
from engine.presets import preset
from engine.review import edit_of
from engine.trainer import Trainer

HELD_OUT = Split(train=50, dev=50, test=0)
_UNDERFITTED = Experiment(data=Data(samples=300), split=HELD_OUT, layers=(Layer(units=2),), epochs=40)
_OVERFITTED = Experiment(
    data=Data(kind="gauss", noise=50, samples=200),
    split=HELD_OUT,
    layers=(Layer(units=32, activation="relu"),) * 2,
    initializer="he",
    optimizer=Optimizer(kind="adam", learning_rate=0.01),
    epochs=100,
)
# a case for each advice, by its name
CASES: Mapping[str, Experiment] = {
    "larger-network": preset("circle-straight"),
    "better-optimiser": replace(_UNDERFITTED, layers=(Layer(units=8),), optimizer=Optimizer(learning_rate=0.01)),
    "less-regularisation": preset("circle-collapse"),
    "more-data": replace(_OVERFITTED, data=Data(kind="digits", samples=200), layers=(Layer(units=32),), epochs=20),
    "weight-decay": _OVERFITTED,
    "dropout": _OVERFITTED,
    "stop-earlier": _OVERFITTED,
    "no-bend": preset("spiral-linear"),
    "tiny-weights": preset("blobs-small"),
    "raw-inputs": preset("wine-raw"),
    "no-rate-left": preset("pinwheel-decay"),
    "zero-weights": preset("xor-zeros"),
    "dead-units": preset("wave-one"),
    "saturated-units": replace(
        preset("circle"), layers=(Layer(),) * 3, initializer_scale=30.0, optimizer=Optimizer(learning_rate=0.03)
    ),
    "vanishing-gradients": preset("circle-vanishing"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an advice targets, by seed, without and with its edit."""

    before: tuple[float, ...]
    after: tuple[float, ...]

    @property
    def lowered(self) -> int:
        """In how many seeds the number is lower."""
        return sum(b < a for a, b in zip(self.before, self.after, strict=True))


def target_of(name: str) -> str:
    """The number of a diagnosis that an advice is to lower."""
    return ADVICE[name].targets if name in ADVICE else "train_error"


def outcome(name: str, seeds: int) -> Outcome:
    """Train the advice's case from so many seeds with and without its edit."""
    case = CASES[name]
    edit = edit_of(name, case)
    assert edit is not None, "every case has something to change"
    return Outcome(
        before=tuple(_measured(case, name, seed) for seed in range(seeds)),
        after=tuple(_measured(edit.change(case), name, seed) for seed in range(seeds)),
    )


def _measured(experiment: Experiment, name: str, seed: int) -> float:
    trainer = Trainer(replace(experiment, seed=seed, data=replace(experiment.data, seed=seed)))
    trainer.run(experiment.epochs)
    return float(getattr(diagnose(trainer), target_of(name)))


def main(seeds: int = 16) -> None:
    """Print one line for each advice."""
    for name in CASES:
        found = outcome(name, seeds)
        before, after = (sum(values) / seeds for values in (found.before, found.after))
        print(f"{name:20} {target_of(name):12} {before:7.3f} -> {after:7.3f}   lower in {found.lowered} of {seeds}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 16)
