"""The notes, 2.1.4 to 2.1.6: penalties on the weights, dropout, and two more ways of not learning by heart."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from engine.claims.claim import Claim, Figure
from engine.claims.runs import accuracy, trained
from engine.errors import GradientCheckError
from engine.experiment import Augmentation, Data, EarlyStopping, Experiment, Layer, Optimizer, Penalty, Split
from engine.frozen_dropout import frozen_dropout
from engine.gradient_check import check_gradients
from engine.layers import Dropout
from engine.presets import preset
from engine.program import Program
from engine.random_streams import stream
from engine.trainer import Trainer

BY_HEART = Experiment(
    data=Data(kind="moons", noise=25.0, samples=400),
    split=Split(train=15.0, dev=85.0, test=0.0),
    layers=(Layer(units=32), Layer(units=32)),
    optimizer=Optimizer(kind="adam", learning_rate=0.01),
    epochs=150,
)
NOISY = replace(BY_HEART, data=replace(BY_HEART.data, noise=50.0))
DIGITS = replace(preset("digits"), split=Split(train=11.13, dev=88.87, test=0.0), epochs=100)  # 200 to learn from
PATIENT = EarlyStopping(patience=20)
SEEDS = 8
CHECKED = 20


def penalties() -> tuple[Figure, ...]:
    """‖W‖ of a trained network as λ grows, how straight its boundary becomes, and weights near zero under L1 and L2."""
    norms = [_weight_norm(trained(replace(BY_HEART, penalty=Penalty(l2=l2)))) for l2 in (0.0, 0.1, 1.0, 10.0)]
    falls = max(after / before for before, after in pairwise(norms))
    near_zero = {}
    for name, penalty in (("l1", Penalty(l1=1.0)), ("l2", Penalty(l2=1.0))):
        weights = _weights(trained(replace(BY_HEART, penalty=penalty)))
        near_zero[name] = float((np.abs(weights) < 0.01 * np.abs(weights).max()).mean())
    return (
        Figure(name="‖W‖ without a penalty", value=norms[0]),
        Figure(name="‖W‖ at λ = 10", value=norms[-1]),
        Figure(name="largest ‖W‖ as a share of that at the next smaller λ", value=falls, most=0.95),
        Figure(name="λ = 0: how far the boundary is from straight", value=_bend(0.0), least=0.09),
        Figure(name="λ = 10: how far the boundary is from straight", value=_bend(10.0), most=0.03),
        Figure(name="L1: share of weights below a hundredth of the largest", value=near_zero["l1"], least=0.5),
        Figure(name="L2: share of weights below a hundredth of the largest", value=near_zero["l2"], most=0.3),
    )


def _weights(trainer: Trainer) -> np.ndarray:
    return np.concatenate([trainer.weights(layer).ravel() for layer in range(1, trainer.network.depth + 1)])


def _weight_norm(trainer: Trainer) -> float:
    return float(np.linalg.norm(_weights(trainer)))


def _bend(l2: float) -> float:
    """Share of the plane on which the network and the best straight line for its answers disagree."""
    trainer = trained(replace(BY_HEART, penalty=Penalty(l2=l2)))
    axis = np.linspace(-6.0, 6.0, 61)
    x = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    answers = trainer.predict(x) > 0.5
    ones = np.column_stack([x, np.ones(len(x))])
    best = np.linalg.lstsq(ones, np.where(answers, 1.0, -1.0), rcond=None)[0]
    return float(((ones @ best > 0.0) != answers).mean())


def dropout() -> tuple[Figure, ...]:
    """The mean of an activation under drawn masks; what dropout does to the weights and to the gap; the check."""
    gaps, norms = [], []
    for keep_prob in (1.0, 0.5):
        layers = tuple(replace(layer, keep_prob=keep_prob) for layer in NOISY.layers)
        runs = [trained(replace(NOISY, layers=layers, seed=seed)) for seed in range(SEEDS)]
        found = [run.evaluate().accuracy for run in runs]
        gaps.append(float(np.mean([one["train"] - one["dev"] for one in found])))
        norms.append(float(np.mean([_weight_norm(run) ** 2 for run in runs])))
    refused, worst = _check_under_dropout()
    return (
        Figure(name="mean of 2000 masked activations, in standard errors from a", value=_mean_of_masked(), most=3.0),
        Figure(name="gap between training and dev accuracy, all units kept", value=gaps[0]),
        Figure(name="gap between training and dev accuracy, half kept", value=gaps[1], most=0.75 * gaps[0]),
        Figure(name="‖W‖², all units kept", value=norms[0]),
        Figure(name="‖W‖², half kept", value=norms[1], most=0.9 * norms[0]),
        Figure(name="gradient checks refused while masks are drawn, of 1", value=refused, least=1),
        Figure(name="worst parameter of the gradient check, mask held still", value=worst, most=1e-7),
    )


def _mean_of_masked() -> float:
    """Of A∗D over 2000 masks D, summed over 200 activations."""
    masks, keep_prob = 2000, 0.5
    A = np.random.default_rng(0).normal(1.0, 0.5, (20, 10))
    out, total, program = np.empty_like(A), np.zeros(A.shape), Program()
    Dropout(keep_prob, A, out, stream(0, "dropout")).forward(program.do)
    step = program.function()
    for _ in range(masks):
        step()
        total += out
    error = np.abs(A) * np.sqrt((1.0 / keep_prob - 1.0) / masks)
    return float(abs((total / masks - A).sum()) / np.sqrt(np.square(error).sum()))


def _check_under_dropout() -> tuple[int, float]:
    """How often the check is refused (of 1) while masks are drawn; its worst parameter under one that stays."""
    layers = tuple(replace(layer, units=4, keep_prob=0.5) for layer in NOISY.layers)
    trainer = Trainer(replace(NOISY, layers=layers, dtype="float64"))
    trainer.run(1)
    try:
        check_gradients(trainer)
    except GradientCheckError:
        refused = 1
    else:
        refused = 0
    with frozen_dropout(trainer, CHECKED):
        return refused, max(row.difference for row in check_gradients(trainer, samples=CHECKED))


def augmented() -> tuple[Figure, ...]:
    """Dev accuracy after 200 digits, as they are and shifted by up to half a pixel, over eight seeds."""
    gains = []
    for seed in range(SEEDS):
        plain = replace(DIGITS, seed=seed, data=replace(DIGITS.data, seed=seed))
        shifted = replace(plain, augmentation=Augmentation(image_shift=0.5))
        gains.append(accuracy(shifted, "dev") - accuracy(plain, "dev"))
    return (
        Figure(name="dev accuracy gained by shifting, mean of eight seeds", value=float(np.mean(gains)), least=0.005),
        Figure(name="share of eight seeds in which it gains", value=float(np.mean(np.array(gains) > 0.0)), least=0.75),
    )


def stopped_early() -> tuple[Figure, ...]:
    """Dev cost with the best weights restored against that of the last epoch, over eight seeds."""
    earlier = []
    for seed in range(SEEDS):
        long = replace(NOISY, seed=seed)
        costs = [trained(one).evaluate().cost["dev"] for one in (replace(long, early_stopping=PATIENT), long)]
        earlier.append(costs)
    stopped, last = np.transpose(earlier)
    return (
        Figure(name="dev cost after the last epoch, mean of eight seeds", value=float(last.mean())),
        Figure(name="dev cost stopped early, mean of eight seeds", value=float(stopped.mean())),
        Figure(
            name="share of eight seeds in which it is lower or equal", value=float((stopped <= last).mean()), least=1
        ),
    )


CLAIMS = (
    Claim(
        section="2.1.4",
        name="penalties",
        title="L1 and L2 penalties",
        says="The weights shrink as λ grows, until the boundary is nearly straight; L1 leaves more of them near zero.",
        measure=penalties,
    ),
    Claim(
        section="2.1.5",
        name="dropout",
        title="Dropout",
        says="Inverted dropout keeps every mean, narrows the gap to the dev set and shrinks the weights.",
        measure=dropout,
    ),
    Claim(
        section="2.1.6",
        name="augmentation",
        title="Data augmentation",
        says="Two hundred digits, shifted by up to half a pixel, teach more about new digits.",
        measure=augmented,
    ),
    Claim(
        section="2.1.6",
        name="early-stopping",
        title="Early stopping",
        says="The weights at the lowest dev cost are better for new samples than those of the last epoch.",
        measure=stopped_early,
    ),
)
