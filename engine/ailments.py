"""What keeps a network from learning: zero weights, dead or saturated units, gradients or steps of a wrong size.

Each is named only where it does harm: the caller asks when the training error stays high (the notes, 1.2.7, 2.1.8).
Each row brings the change that mends it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import prod

from engine.arrays import Array
from engine.edits import Edit, set_field
from engine.experiment import Experiment, Layer
from engine.statistics import CAN_DIE, SATURATED, LayerStatistics
from engine.values import dataclass

VANISHING = 0.02  # of the largest ‖dW‖ of all layers; healthy networks stay above a tenth
DEAD = 0.5  # share of a layer's units
SATURATION = 0.7  # share of a layer's activations
BLOCKED = 0.1  # of the largest ‖dW‖: a saturated layer above it still learns, its large weights are what it learned
TINY = 0.02  # product of all layers' ‖W‖; networks that learn anything have about 1 or more
RATE_LEFT = 0.01  # of α
LOWER = 10.0  # times the learning rate is divided by
UNEVEN = 10.0  # times the smallest spread of an input, from which the largest makes a long valley of the cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Ailment:
    """name: of a row of ``REMEDIES``. layer: 1..L. share: what the row's name is measured by, from 0 to 1."""

    name: str
    layer: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One row: the ailment, what to do about it in one sentence, and the change that does it."""

    name: str
    text: str
    edit: Callable[[Experiment], Edit]


def find_ailment(layers: Sequence[LayerStatistics]) -> Ailment | None:
    """What stops units for good: all weights zero, or most units of a layer dead. None for layers that can learn.

    Units that only die of weights too small for any signal are not what is to be mended.
    """
    for one in layers[:-1]:
        if one.weight_norm == 0.0 and one.gradient_norm == 0.0:
            return Ailment(name="zero-weights", layer=one.layer, share=1.0)
    for one in layers[:-1]:
        if one.dead is not None and one.dead >= DEAD and not _has_no_signal(layers):
            return Ailment(name="dead-units", layer=one.layer, share=one.dead)
    return None


def find_hindrance(layers: Sequence[LayerStatistics]) -> Ailment | None:
    """What makes learning slow: tiny weights, saturated activations, vanishing gradients. None without."""
    if _has_no_signal(layers):
        return Ailment(name="tiny-weights", layer=0, share=prod(one.weight_norm for one in layers))
    largest = max(one.gradient_norm for one in layers)
    for one in layers[:-1]:
        if one.saturated is not None and one.saturated >= SATURATION and one.gradient_norm < BLOCKED * largest:
            return Ailment(name="saturated-units", layer=one.layer, share=one.saturated)
    for one in layers[:-1]:
        if one.gradient_norm < VANISHING * largest:
            return Ailment(name="vanishing-gradients", layer=one.layer, share=one.gradient_norm / largest)
    return None


def _has_no_signal(layers: Sequence[LayerStatistics]) -> bool:
    return len(layers) > 1 and prod(one.weight_norm for one in layers) < TINY


def find_misfit(experiment: Experiment, x: Array) -> Ailment | None:
    """What of the settings keeps a network from its training samples x (m, n[0])."""
    if experiment.layers and all(layer.activation == "identity" for layer in experiment.layers):
        return Ailment(name="no-bend", layer=0, share=0.0)
    spread = x.std(axis=0)
    spread = spread[spread > 0.0]
    if not experiment.normalize and spread.size and spread.max() >= UNEVEN * spread.min():
        return Ailment(name="raw-inputs", layer=0, share=float(spread.min() / spread.max()))
    return None


def find_standstill(experiment: Experiment, rate: float, epoch: int) -> Ailment | None:
    """Whether the present rate α is too small for anything to change."""
    left = rate / experiment.optimizer.learning_rate
    if left < RATE_LEFT and epoch > experiment.schedule.warmup:
        return Ailment(name="no-rate-left", layer=0, share=left)
    return None


def _relu_with_he(experiment: Experiment) -> Edit:
    """ReLU in every layer that can saturate, and He everywhere."""

    def change(old: Experiment) -> Experiment:
        layers = tuple(replace(one, activation=_open(one), initializer=None) for one in old.layers)
        return replace(old, layers=layers, initializer="he", initializer_scale=1.0)

    return Edit(label="ReLU with He", change=change)


def _open(layer: Layer) -> str:
    return "relu" if layer.activation in SATURATED else layer.activation


def _leaky(experiment: Experiment) -> Edit:
    """A slope below zero, and steps that do not throw units out of reach again."""

    def change(old: Experiment) -> Experiment:
        slope = Layer().slope
        layers = [
            replace(one, activation="leaky-relu", slope=one.slope or slope) if one.activation in CAN_DIE else one
            for one in old.layers
        ]
        return shorter_steps(old).change(replace(old, layers=tuple(layers)))

    return Edit(label="Leaky ReLU", change=change)


def _fitting_start(experiment: Experiment) -> Edit:
    """The initialisation that fits the activations, in every layer, at scale 1."""

    def change(old: Experiment) -> Experiment:
        kind = "he" if any(one.activation in CAN_DIE for one in old.layers) else "lecun"
        layers = tuple(replace(one, initializer=None) for one in old.layers)
        return replace(old, layers=layers, initializer=kind, initializer_scale=1.0)

    return Edit(label="Initialisation", change=change)


def _bent(experiment: Experiment) -> Edit:
    layers = [replace(one, activation="tanh") for one in experiment.layers]
    return set_field("layers", tuple(layers), label="Activation")


def _smaller_sums(experiment: Experiment) -> Edit:
    """What makes Z large is taken back: raw inputs first, then large initial weights, then long steps."""
    if not experiment.normalize:
        return set_field("normalize", True)
    if experiment.initializer_scale > 1.0:
        return set_field("initializer_scale", 1.0)
    return shorter_steps(experiment)


def shorter_steps(experiment: Experiment) -> Edit:
    """A tenth of the learning rate."""
    return set_field("optimizer.learning_rate", float(f"{experiment.optimizer.learning_rate / LOWER:.3g}"))


REMEDIES: Mapping[str, Remedy] = {
    row.name: row
    for row in (
        Remedy(
            name="no-bend",
            text="Take tanh: layers without a nonlinearity between them are one matrix, however many there are.",
            edit=_bent,
        ),
        Remedy(
            name="raw-inputs",
            text="Normalise the inputs: sizes so different make the cost a long, narrow valley.",
            edit=lambda e: set_field("normalize", True),
        ),
        Remedy(
            name="no-rate-left",
            text="Keep the learning rate: the network stands still before it has learned.",
            edit=lambda e: set_field("schedule.kind", "constant"),
        ),
        Remedy(
            name="long-steps",
            text="Lower the learning rate: so long a step goes past what it aims at, and the cost jumps about.",
            edit=shorter_steps,
        ),
        Remedy(
            name="zero-weights",
            text="Draw the initial weights at random: equal units get equal gradients and stay equal.",
            edit=_fitting_start,
        ),
        Remedy(
            name="tiny-weights",
            text="Start with weights as large as the layers need: tiny ones shrink signal and gradient in each layer.",
            edit=_fitting_start,
        ),
        Remedy(
            name="dead-units",
            text="Take leaky ReLU, where dead units come back, and a tenth of α: long steps threw them out of reach.",
            edit=_leaky,
        ),
        Remedy(
            name="saturated-units",
            text="Make Z smaller, by normalised inputs, smaller initial weights or a lower learning rate.",
            edit=_smaller_sums,
        ),
        Remedy(
            name="vanishing-gradients",
            text="Take ReLU with He initial weights: its g′ is 1 where a unit is active, so nothing shrinks.",
            edit=_relu_with_he,
        ),
    )
}
