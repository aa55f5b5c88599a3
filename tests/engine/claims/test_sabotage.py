"""No claim is a check that cannot fail: take away what it is about, and it does not hold any more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from engine.averages import exponential_average
from engine.claims.claim import all_hold
from engine.claims.regularisation import NOISY
from engine.claims.table import CLAIMS
from engine.experiment import Augmentation, EarlyStopping, Experiment, Schedule
from engine.faults import FAULTS
from engine.gradient_check import check_gradients
from engine.hessian import hessian_of
from engine.lanes import Lanes
from engine.losses import LOSSES
from engine.presets import preset
from engine.shift import find_shift


def without_norm(runs: list[Experiment]) -> Lanes:
    """The lanes, whatever the runs say of batch norm."""
    return Lanes([replace(run, layers=tuple(replace(layer, batch_norm=False) for layer in run.layers)) for run in runs])


def with_norm(name: str) -> Experiment:
    """A network in which a sample's gradient depends on the others of its batch."""
    return replace(preset(name), layers=(replace(preset("circle").layers[0], batch_norm=True),))


def no_fault() -> Mapping[str, Any]:
    """A fault that changes nothing."""
    return {"none": replace(FAULTS["lost-share"], spoil=lambda _, chain: chain.program.calls)}


ONLY_SIGMOID = {(task, "cross-entropy"): LOSSES["two-class", "cross-entropy"] for task in ("two-class", "classes")}

# By claim: what is taken away, a name in its module, and what stands there instead.
TAKEN: Mapping[str, tuple[str, Any]] = {
    "logistic-regression": ("logistic_regression.preset", lambda name: preset("spiral")),
    "convex-cost": ("logistic_regression.hessian_of", lambda gradient, theta: -hessian_of(gradient, theta)),
    "mean-gradient": ("logistic_regression.preset", with_norm),
    "staged-output": ("shallow_networks._output", lambda Z, task: Z.T if task == "classes" else Z[0]),
    "activations": ("shallow_networks._dead_units", lambda activation: 0),
    "one-matrix": ("shallow_networks.Layer", lambda **_: preset("circle").layers[0]),
    "right-gradients": (
        "shallow_networks.check_gradients",
        lambda run: [replace(check_gradients(run)[0], difference=1e-6)],
    ),
    "units-alike": (
        "shallow_networks.replace",
        lambda experiment, **fields: replace(experiment, **{**fields, "initializer": "he"}),
    ),
    "depth": ("depth.TWO_LAYERS", ()),
    "shifted-dev": (
        "setting_up.find_shift",
        lambda x, _, random, permutations: find_shift(x, x, random, permutations=permutations),
    ),
    "bias-variance": ("setting_up.preset", lambda name: preset("circle")),
    "recipe": ("setting_up.Layer", lambda **_: replace(preset("circle").layers[0], units=1)),
    "penalties": ("regularisation.Penalty", lambda **_: preset("circle").penalty),
    "dropout": ("regularisation.NOISY", replace(NOISY, data=replace(NOISY.data, noise=0.0))),
    "augmentation": ("regularisation.Augmentation", lambda **_: Augmentation(image_shift=2.0, image_rotation=45.0)),
    "early-stopping": ("regularisation.PATIENT", EarlyStopping(patience=1)),
    "normalised-inputs": ("signals.preset", lambda name: preset("circle")),
    "vanishing-exploding": ("signals.DEEP", 3),
    "starts": ("signals.LAYERS", 3),
    "gradient-check": ("signals.FAULTS", no_fault()),
    "batch-noise": ("optimisation.Optimizer", lambda **_: replace(preset("circle").optimizer, learning_rate=30.0)),
    "averages": ("optimisation.exponential_average", lambda series, _, **how: exponential_average(series, 0.9, **how)),
    "race-ravine": ("optimisation.OPTIMIZERS", ("gd",)),
    "race-network": ("optimisation.OPTIMIZERS", ("gd",)),
    "falling-rate": ("optimisation.Schedule", lambda **_: Schedule()),
    "critical-points": ("landscape.DIMENSIONS", (2, 2)),
    "random-search": ("tuning.random_values", lambda axes, count, _: [tuple(axis.low for axis in axes)] * count),
    "batch-norm": ("batch_norm.Lanes", without_norm),
    "softmax": ("softmax.LOSSES", ONLY_SIGMOID),
}


def test_it_is_done_to_every_claim() -> None:
    assert set(TAKEN) == set(CLAIMS)


@pytest.mark.parametrize("claim", TAKEN)
def test_without_its_reason_a_claim_does_not_hold(claim: str, monkeypatch: pytest.MonkeyPatch) -> None:
    where, instead = TAKEN[claim]
    monkeypatch.setattr(f"engine.claims.{where}", instead)
    assert not all_hold(CLAIMS[claim].measure())
