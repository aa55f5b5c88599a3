"""The notes, 2.1.7 to 2.1.10: inputs on one scale, gradients that vanish or explode, the start, and the check."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.claims.claim import Claim, Figure
from engine.errors import Diverged
from engine.experiment import Experiment, Layer, Optimizer, Penalty
from engine.faults import FAULTS
from engine.frozen_dropout import frozen_dropout
from engine.gradient_check import check_gradients
from engine.hessian import hessian, spectrum
from engine.presets import preset
from engine.statistics import layer_statistics
from engine.trainer import Trainer

MOST_STEPS = 20_000
TARGET = 0.2  # the cost to be reached
DEEP = 10  # sigmoid layers
GROWING = (2, 4, 8, 12)  # layers of 64 units with weights ten times as large as they should be
WIDE, LAYERS = 256, 20
CHECKED = 20


def normalised_inputs() -> tuple[Figure, ...]:
    """Condition of J's Hessian at w = 0, and steps to a cost at the rate that this curvature allows, both ways."""
    conditions, steps = {}, {}
    for name, normalize in (("raw", False), ("normalised", True)):
        bowl = replace(
            preset("breast-cancer"),
            normalize=normalize,
            layers=(),
            initializer="zeros",
            penalty=Penalty(l2=1.0),
            optimizer=Optimizer(),
            batch_size="all",
        )
        found = spectrum(hessian(Trainer(bowl)), tolerance=1e-12)
        conditions[name] = found.condition
        allowed = 1.0 / float(found.eigenvalues[-1])
        steps[name] = _steps_to_target(replace(bowl, optimizer=Optimizer(learning_rate=allowed)))
    return (
        Figure(name="condition number of the Hessian, raw inputs", value=conditions["raw"]),
        Figure(
            name="condition number of the Hessian, normalised",
            value=conditions["normalised"],
            most=1e-4 * conditions["raw"],
        ),
        Figure(name=f"steps to J = {TARGET:g}, raw inputs (at most {MOST_STEPS})", value=steps["raw"]),
        Figure(name=f"steps to J = {TARGET:g}, normalised", value=steps["normalised"], most=0.05 * steps["raw"]),
    )


def _steps_to_target(experiment: Experiment) -> int:
    trainer = Trainer(experiment)
    trainer.evaluate_every = 0
    while trainer.evaluate().cost["train"] > TARGET and trainer.steps < MOST_STEPS:
        trainer.run(1)  # one epoch is one step
    return trainer.steps


def vanishing_and_exploding() -> tuple[Figure, ...]:
    """‖dW[1]‖/‖dW[10]‖ at the start of ten layers, and ‖dW‖ as layers with large weights are added."""
    figures = []
    for activation, initializer, least, most in (("sigmoid", "lecun", 0.0, 1e-4), ("relu", "he", 0.01, 100.0)):
        layers = (Layer(units=DEEP, activation=activation),) * DEEP
        rows = layer_statistics(Trainer(replace(preset("circle"), layers=layers, initializer=initializer)))
        ratio = rows[0].gradient_norm / rows[DEEP - 1].gradient_norm
        figures.append(
            Figure(
                name=f"‖dW[1]‖/‖dW[{DEEP}]‖, ten layers of {activation}, {initializer}",
                value=ratio,
                least=least,
                most=most,
            )
        )
    norms = np.array([_first_gradient(depth) for depth in GROWING])
    growth = (norms[1:] / norms[:-1]) ** (1.0 / np.diff(GROWING))
    low, high = float(growth.min()), float(growth.max())
    return (
        *figures,
        Figure(name="weights ten times as large: ‖dW[1]‖ grows per layer by at least", value=low, least=5.0, most=20.0),
        Figure(name="weights ten times as large: and by at most", value=high, least=5.0, most=20.0),
        Figure(name="64 such layers stop at the first step, weights finite (1: yes)", value=_stops(64), least=1),
    )


def _large(depth: int, seed: int = 0) -> Experiment:
    layers = (Layer(units=64, activation="relu"),) * depth
    return replace(preset("circle"), layers=layers, initializer="he", initializer_scale=10.0, seed=seed)


def _first_gradient(depth: int) -> float:
    """‖dW[1]‖ at the start, the geometric mean over eight seeds."""
    norms = [layer_statistics(Trainer(_large(depth, seed)))[0].gradient_norm for seed in range(8)]
    return float(np.exp(np.mean(np.log(norms))))


def _stops(depth: int) -> int:
    """Whether a step diverges and leaves the last finite weights behind."""
    trainer = Trainer(_large(depth))
    try:
        trainer.advance(1)
    except Diverged:
        return int(np.isfinite(trainer.parameters).all())
    return 0


def starts() -> tuple[Figure, ...]:
    """Var(Z[20])/Var(Z[2]) through layers of 256 units; the first layer is left out, having two inputs."""
    rows = (
        ("relu", "he", "2/n", 0.5, 2.0),
        ("relu", "lecun", "1/n", 0.0, 1e-4),
        ("tanh", "lecun", "1/n", 1e-3, 0.5),
        ("tanh", "small", "0.0001", 0.0, 1e-25),
    )
    figures = []
    for activation, initializer, variance, least, most in rows:
        layers = (Layer(units=WIDE, activation=activation),) * LAYERS
        found = layer_statistics(Trainer(Experiment(layers=layers, initializer=initializer)))
        value = found[LAYERS - 1].Z.variance / found[1].Z.variance
        name = f"Var(Z) in layer 20, as a share of that in layer 2: {activation}, Var(w) = {variance}"
        figures.append(Figure(name=name, value=value, least=least, most=most))
    return tuple(figures)


def checked() -> tuple[Figure, ...]:
    """The check of a right network, and of the same one with each fault planted in turn."""
    layers = tuple(Layer(units=4, activation="tanh", keep_prob=keep) for keep in (0.8, 1.0))
    trainer = Trainer(replace(preset("circle"), layers=layers, penalty=Penalty(l2=5.0), dtype="float64"))
    trainer.run(1)
    figures = []
    with frozen_dropout(trainer, CHECKED):
        right = max(row.difference for row in check_gradients(trainer, samples=CHECKED))
        figures.append(Figure(name="right: worst parameter", value=right, most=1e-7))
        for fault in FAULTS.values():
            with fault.plant(trainer, CHECKED):
                wrong = max(row.difference for row in check_gradients(trainer, samples=CHECKED))
            figures.append(Figure(name=f"fault planted, {fault.title}: worst parameter", value=wrong, least=1e-3))
    return tuple(figures)


CLAIMS = (
    Claim(
        section="2.1.7",
        name="normalised-inputs",
        title="Normalising inputs",
        says="On one scale the inputs make J a rounder bowl, and gradient descent gets down it in far fewer steps.",
        measure=normalised_inputs,
    ),
    Claim(
        section="2.1.8",
        name="vanishing-exploding",
        title="Vanishing and exploding gradients",
        says="Ten sigmoid layers shrink the gradient ten thousand times; large weights multiply it with every layer.",
        measure=vanishing_and_exploding,
    ),
    Claim(
        section="2.1.9",
        name="starts",
        title="Weight initialisation",
        says="Var(w) = 2/n carries a signal through twenty ReLU layers; 1/n halves it in each, small weights lose it.",
        measure=starts,
    ),
    Claim(
        section="2.1.10",
        name="gradient-check",
        title="Gradient checking",
        says="Two costs close together tell a right gradient from one with any of the faults that are planted.",
        measure=checked,
    ),
)
