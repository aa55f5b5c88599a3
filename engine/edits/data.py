"""Edits of what is learned from: data set, split, features. What is frozen follows the inputs by their names."""

from __future__ import annotations

from dataclasses import replace

from engine.choices import CLASSES_KINDS, GENERATED_KINDS, PAINTED_VALUES, PLANE_FEATURES, POINT_KINDS, parity_names
from engine.edits.edit import LABELS, Edit
from engine.errors import ExperimentError
from engine.experiment import Augmentation, Data, Experiment, Split
from engine.frozen import FrozenWeight, with_other_inputs, within


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


def set_split(train: float, dev: float, test: float, *, merge_key: str | None = None) -> Edit:
    """Set the three shares at once, in percent; they must add up to 100."""
    return Edit(
        label=LABELS["split"],
        change=lambda experiment: replace(experiment, split=Split(train=train, dev=dev, test=test)),
        merge_key=merge_key,
    )


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
        return with_features(experiment, () if ordered == PLANE_FEATURES[:2] else ordered)

    return Edit(label="Features", change=change)


def plane_features(experiment: Experiment) -> tuple[str, ...]:
    """The features a plane set feeds the network, in order; none named means x1 and x2."""
    return experiment.features or PLANE_FEATURES[:2]


def with_features(experiment: Experiment, features: tuple[str, ...]) -> Experiment:
    """The experiment with other inputs; what is frozen follows them by their names."""
    frozen = experiment.frozen
    if features != experiment.features:
        plane = PLANE_FEATURES[:2] if experiment.data.kind in POINT_KINDS else ()
        frozen = with_other_inputs(frozen, experiment.features or plane, features or plane)
    return replace(experiment, features=features, frozen=frozen)


def with_all_bits(experiment: Experiment, inputs: int) -> Experiment:
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


def _may_be_numbers(kind: str) -> bool:
    """Whether the targets of this data set are numbers, or may be (a CSV's target is only known once read)."""
    return kind in ("csv", PAINTED_VALUES) or kind.startswith("reg-")
