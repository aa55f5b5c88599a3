"""An edit is a pure function from one experiment to the next, with the words the undo list shows for it.

Everything that can be changed in the window goes through one of these, so that all of it can be undone. Making an edit
never fails; applying one (``edit.change(experiment)``) raises ``ExperimentError`` when the result would not be allowed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from engine.choices import CLASSES_KINDS, GENERATED_KINDS, PAINTED_VALUES, PLANE_FEATURES, POINT_KINDS, parity_names
from engine.errors import ExperimentError
from engine.experiment import Augmentation, Data, Experiment, Layer, Schedule, Split
from engine.fields import FIELDS
from engine.frozen import FrozenWeight, Place, carried, sorted_weights, with_other_inputs, within
from engine.values import dataclass

Change = Callable[[Experiment], Experiment]

# what the undo list calls a field; the words also stand in "Undo learning rate"
LABELS = {
    "data.kind": "Data set",
    "data.path": "Data file",
    "data.target": "Target column",
    "data.header": "Header row",
    "data.points": "Points",
    "data.samples": "Number of samples",
    "data.inputs": "Inputs",
    "data.noise": "Noise",
    "data.seed": "Data seed",
    "split": "Split",
    "split.train": "Training share",
    "split.dev": "Dev share",
    "split.test": "Test share",
    "features": "Features",
    "normalize": "Normalisation",
    "layers": "Layers",
    "layers[].units": "Units",
    "layers[].activation": "Activation",
    "layers[].slope": "Leaky slope",
    "layers[].initializer": "Layer initialisation",
    "layers[].batch_norm": "Batch norm",
    "layers[].keep_prob": "Dropout",
    "frozen": "Frozen weights",
    "initializer": "Initialisation",
    "initializer_scale": "Initial scale",
    "loss": "Loss",
    "penalty.l1": "L1 penalty",
    "penalty.l2": "L2 penalty",
    "optimizer.kind": "Optimiser",
    "optimizer.learning_rate": "Learning rate",
    "optimizer.momentum": "Momentum",
    "optimizer.rho": "RMSprop coefficient",
    "optimizer.beta1": "Adam's first coefficient",
    "optimizer.beta2": "Adam's second coefficient",
    "optimizer.epsilon": "Epsilon",
    "schedule.kind": "Learning-rate schedule",
    "schedule.decay": "Decay",
    "schedule.period": "Decay period",
    "schedule.warmup": "Warm-up",
    "early_stopping.patience": "Early stopping",
    "early_stopping.min_delta": "Early stopping: least fall",
    "augmentation.jitter": "Jitter",
    "augmentation.rotation": "Rotation",
    "augmentation.mirror": "Mirroring",
    "augmentation.scaling": "Scaling",
    "augmentation.image_shift": "Shifted pictures",
    "augmentation.image_rotation": "Rotated pictures",
    "augmentation.image_crop": "Cropped pictures",
    "augmentation.image_mirror": "Mirrored pictures",
    "batch_size": "Batch size",
    "epochs": "Epochs",
    "dtype": "Precision",
    "seed": "Seed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One thing the user did.

    label: short English words, shown as "Undo learning rate".
    change: pure; raises ExperimentError when the result is not allowed.
    merge_key: successive edits with the same key are one undo entry (a drag); None never merges.
    """

    label: str
    change: Change
    merge_key: str | None = None


def set_field(path: str, value: object, *, label: str | None = None, merge_key: str | None = None) -> Edit:
    """Set one field by its path: ``optimizer.learning_rate``, ``layers[1].activation``, ``features``, ``layers``.

    A whole float stands for the integer it is, a list for a tuple; a new ``data.kind`` is ``choose_data``.
    """
    row = re.sub(r"\[\d+\]", "[]", path)
    words = label or LABELS.get(row, "Edit")
    if row == "data.kind" and value != "csv":
        return replace(choose_data(str(value)), label=words, merge_key=merge_key)
    return Edit(label=words, change=lambda experiment: _with_field(experiment, path, row, value), merge_key=merge_key)


def set_split(train: float, dev: float, test: float, *, merge_key: str | None = None) -> Edit:
    """Set the three shares at once, in percent; they must add up to 100."""
    return Edit(
        label=LABELS["split"],
        change=lambda experiment: replace(experiment, split=Split(train=train, dev=dev, test=test)),
        merge_key=merge_key,
    )


def add_layer(index: int, units: int | None = None, activation: str | None = None) -> Edit:
    """Put a hidden layer before position ``index`` (0..number of layers).

    What is not said comes from the layer before (or the first one); a network without layers gets 4 tanh units.
    """

    def change(experiment: Experiment) -> Experiment:
        layers = experiment.layers
        _check_index(index, len(layers) + 1)
        model = layers[max(index - 1, 0)] if layers else Layer()
        wanted = {"units": model.units if units is None else units, "activation": activation or model.activation}
        new = _layer(Layer(slope=model.slope), index, wanted)
        return _with_layers(experiment, (*layers[:index], new, *layers[index:]))

    return Edit(label="Add layer", change=change)


def remove_layer(index: int) -> Edit:
    """Take out the hidden layer at ``index`` (from 0); without any left the network is a logistic regression."""

    def change(experiment: Experiment) -> Experiment:
        _check_index(index, len(experiment.layers))
        return _with_layers(experiment, (*experiment.layers[:index], *experiment.layers[index + 1 :]))

    return Edit(label="Remove layer", change=change)


def add_unit(index: int) -> Edit:
    """Give the hidden layer at ``index`` (from 0) one more unit."""
    return Edit(label="Add unit", change=lambda experiment: _with_units(experiment, index, 1))


def remove_unit(index: int) -> Edit:
    """Take one unit from the hidden layer at ``index`` (from 0); the last one stays."""
    return Edit(label="Remove unit", change=lambda experiment: _with_units(experiment, index, -1))


def choose_data(kind: str, *, path: str | None = None, target: str | None = None, header: str = "auto") -> Edit:
    """Another data set (for ``csv`` with its path): what fits the new one is kept, the rest returns to its default.

    Number of samples and noise are kept between generated sets, features and augmentation between those in the plane
    (``painting.own_points`` copies their points);
    a loss is kept unless the new targets may be numbers and it is cross-entropy.
    """

    def change(experiment: Experiment) -> Experiment:
        old = experiment.data
        generated = kind in GENERATED_KINDS
        keeps = kind in POINT_KINDS and old.kind in POINT_KINDS
        same_columns = (kind, path) == (old.kind, old.path) and target not in experiment.features
        data = Data(
            kind=kind,
            path=path,
            target=target,
            header=header if kind == "csv" else "auto",
            points=old.points if kind == old.kind else (),
            samples=old.samples if generated or kind == old.kind else None,
            inputs=old.inputs,
            noise=old.noise if generated else 0.0,
            seed=old.seed,
        )
        return replace(
            experiment,
            data=data,
            features=experiment.features if keeps or same_columns else (),
            frozen=_frozen_on(experiment, kind, same_inputs=keeps or (same_columns and target == old.target)),
            augmentation=experiment.augmentation if keeps or same_columns else Augmentation(),
            loss="auto" if experiment.loss == "cross-entropy" and _may_be_numbers(kind) else experiment.loss,
        )

    return Edit(label="Data set", change=change)


def toggle_feature(name: str) -> Edit:
    """Take a feature of the plane sets in or out; they stay in the table's order, and one always stays.

    The plain pair x1, x2 is written as the empty tuple, as in the default experiment.
    """

    def change(experiment: Experiment) -> Experiment:
        if experiment.data.kind not in POINT_KINDS or name not in PLANE_FEATURES:
            allowed = f"{', '.join(PLANE_FEATURES)}, and only for the sets {', '.join(POINT_KINDS)}"
            raise ExperimentError("features", name, allowed)
        chosen = {name} ^ set(plane_features(experiment))
        if not chosen:
            raise ExperimentError("features", [], "at least one feature; take another in before the last one out")
        ordered = tuple(feature for feature in PLANE_FEATURES if feature in chosen)
        return _with_features(experiment, () if ordered == PLANE_FEATURES[:2] else ordered)

    return Edit(label="Features", change=change)


def plane_features(experiment: Experiment) -> tuple[str, ...]:
    """The features a plane set feeds the network, in order; none named means x1 and x2."""
    return experiment.features or PLANE_FEATURES[:2]


def freeze(layer: int, unit: int, source: int | None, value: float, *, merge_key: str | None = None) -> Edit:
    """Keep one weight, or a bias (``source`` None), at ``value`` while the others learn; all counted from 1."""

    def change(experiment: Experiment) -> Experiment:
        one = FrozenWeight(layer=layer, unit=unit, input=source, value=value)
        return replace(experiment, frozen=sorted_weights([*_others(experiment, one.place), one]))

    return Edit(label="Freeze weight", change=change, merge_key=merge_key)


def release(layer: int, unit: int, source: int | None) -> Edit:
    """Let a frozen weight, or bias, learn again."""
    return Edit(
        label="Release weight",
        change=lambda experiment: replace(experiment, frozen=tuple(_others(experiment, (layer, unit, source)))),
    )


def _others(experiment: Experiment, place: Place) -> list[FrozenWeight]:
    return [one for one in experiment.frozen if one.place != place]


def new_seed(seed: int) -> Edit:
    """Other initial weights, shuffling and dropout; the samples stay."""
    return set_field("seed", seed, label="New seed")


def replace_experiment(experiment: Experiment, label: str) -> Edit:
    """Put a whole experiment in place of the present one: a preset, or one that was pasted."""
    return Edit(label=label, change=lambda _: experiment)


def _with_field(experiment: Experiment, path: str, row: str, value: object) -> Experiment:
    """The experiment with one field replaced."""
    if row not in FIELDS:
        raise ExperimentError(path, value, f"a field of the experiment: {', '.join(FIELDS)}")
    value = _plain_value(row, value)
    head, _, name = path.rpartition(".")
    if row.startswith("layers[]."):
        index = int(re.findall(r"\d+", path)[0])
        _check_index(index, len(experiment.layers), path)
        layers = list(experiment.layers)
        layers[index] = _layer(layers[index], index, {name: value})
        return _with_layers(experiment, tuple(layers))
    if row == "layers":
        return _with_layers(experiment, cast("tuple[Layer, ...]", value))
    if row == "features":
        return _with_features(experiment, cast("tuple[str, ...]", value))
    values: dict[str, Any] = {name: value}
    if row == "schedule.kind" and value in ("exponential", "step") and experiment.schedule.decay > 1.0:
        values["decay"] = Schedule().decay  # a divisor of inverse-time decay is no factor
    if row == "data.inputs" and value != experiment.data.inputs:
        experiment = _with_all_bits(experiment, cast("int", value))
    if head:
        values = {head: replace(getattr(experiment, head), **values)}
    return replace(experiment, **values)


def _with_layers(experiment: Experiment, layers: tuple[Layer, ...]) -> Experiment:
    """The experiment with other hidden layers; what is frozen follows them."""
    frozen = carried(experiment.frozen, experiment.layers, layers, [layer.units for layer in layers])
    return replace(experiment, layers=layers, frozen=frozen)


def _with_features(experiment: Experiment, features: tuple[str, ...]) -> Experiment:
    """The experiment with other inputs; what is frozen follows them by their names."""
    frozen = experiment.frozen
    if features != experiment.features:
        plane = PLANE_FEATURES[:2] if experiment.data.kind in POINT_KINDS else ()
        frozen = with_other_inputs(frozen, experiment.features or plane, features or plane)
    return replace(experiment, features=features, frozen=frozen)


def _with_all_bits(experiment: Experiment, inputs: int) -> Experiment:
    """The experiment before it has so many inputs of 0 and 1: all are taken in, for one chosen may be gone then."""
    old = experiment.features or parity_names(experiment.data.inputs)
    frozen = with_other_inputs(experiment.frozen, old, parity_names(inputs))
    return replace(experiment, features=(), frozen=frozen)


def _frozen_on(experiment: Experiment, kind: str, *, same_inputs: bool) -> tuple[FrozenWeight, ...]:
    """What stays frozen on another data set: all that does not depend on inputs or outputs that may be others."""
    layers = len(experiment.layers)
    if not same_inputs:
        return within(experiment.frozen, layers)
    same_outputs = kind == experiment.data.kind or not {kind, experiment.data.kind} & set(CLASSES_KINDS)
    return tuple(one for one in experiment.frozen if same_outputs or one.layer <= layers)


_ITEMS: dict[str, tuple[type, str]] = {
    "layers": (Layer, "layers"),
    "features": (str, "names"),
    "frozen": (FrozenWeight, "frozen weights"),
}


def _plain_value(row: str, value: object) -> object:
    """The value in the type its field holds: a slider's 10.0 for an integer field is 10, 3 for a number is 3.0."""
    kind = FIELDS[row].kind
    if kind == "integer" and isinstance(value, float) and value.is_integer():
        return int(value)
    if kind == "number" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if row == "data.points" and isinstance(value, (list, tuple)):
        return tuple(tuple(point) if isinstance(point, list) else point for point in value)
    if kind == "list" and row in _ITEMS:
        one, words = _ITEMS[row]
        if not isinstance(value, (list, tuple)) or not all(isinstance(item, one) for item in value):
            raise ExperimentError(row, value, f"a list of {words}")
        return tuple(value)
    return value


def _with_units(experiment: Experiment, index: int, more: int) -> Experiment:
    _check_index(index, len(experiment.layers))
    layers = list(experiment.layers)
    layers[index] = _layer(layers[index], index, {"units": layers[index].units + more})
    return _with_layers(experiment, tuple(layers))


def _layer(layer: Layer, index: int, values: dict[str, Any]) -> Layer:
    """The layer with other values; its errors name its place in the list."""
    try:
        return replace(layer, **values)
    except ExperimentError as error:
        raise ExperimentError(f"layers[{index}].{error.path}", error.value, error.allowed) from None


def _check_index(index: int, count: int, path: str = "layers") -> None:
    if not 0 <= index < count:
        allowed = f"a position from 0 to {count - 1}" if count else "nothing, because there is no hidden layer"
        raise ExperimentError(path, index, allowed)


def _may_be_numbers(kind: str) -> bool:
    """Whether the targets of this data set are numbers, or may be (a CSV's target is only known once read)."""
    return kind in ("csv", PAINTED_VALUES) or kind.startswith("reg-")
