"""The notes, 2.1.1 to 2.1.3: train, dev and test sets, bias and variance, and the recipe against them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.claims.claim import Claim, Figure
from engine.claims.runs import accuracies, over_seeds, trained
from engine.diagnosis import diagnose
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Split
from engine.presets import preset
from engine.shift import find_shift
from engine.snapshot import SetName

DEALS = 50  # splits whose dev set is compared with its training set
RECIPE_SEEDS = 16
PERMUTATIONS = 199  # the least p is then 1/200, below the level of 1/100


def shifted_dev_set() -> tuple[Figure, ...]:
    """How often a dev set of the same distribution is called shifted, and one with its first input moved."""
    alike = moved = 0
    for seed in range(DEALS):
        random = np.random.default_rng(seed)
        train, dev = random.normal(size=(300, 2)), random.normal(size=(100, 2))
        alike += find_shift(train, dev, random, permutations=PERMUTATIONS).shifted
        found = find_shift(train, dev + np.array([0.7, 0.0]), random, permutations=PERMUTATIONS)
        moved += found.shifted and found.column == 0
    return (
        Figure(name="share of like dev sets that are called shifted", value=alike / DEALS, most=0.06),
        Figure(name="share of dev sets moved by 0.7 σ that are found, with the input", value=moved / DEALS, least=0.95),
    )


def bias_and_variance() -> tuple[Figure, ...]:
    """A straight line on a ring, and thirty noisy samples learned by heart, against the known Bayes error."""
    straight, by_heart = (diagnose(trained(preset(name))) for name in ("circle-straight", "moons-by-heart"))
    return (
        Figure(name="a line on a ring: bias", value=straight.bias, least=0.3),
        Figure(name="a line on a ring: variance", value=straight.variance, most=0.1),
        Figure(name="thirty samples by heart: bias", value=by_heart.bias, most=0.0),
        Figure(name="thirty samples by heart: variance", value=by_heart.variance, least=0.05),
    )


def recipe() -> tuple[Figure, ...]:
    """In how many of 16 seeds each advice lowers the error that it is meant for."""
    ring = replace(preset("circle-straight"), split=Split(train=50.0, dev=50.0, test=0.0))
    few = Experiment(
        data=Data(kind="moons", noise=50.0, samples=200),
        split=Split(train=20.0, dev=80.0, test=0.0),
        layers=(Layer(units=32), Layer(units=32)),
        optimizer=Optimizer(kind="adam", learning_rate=0.01),
        epochs=200,
    )
    more = replace(few, data=replace(few.data, samples=1000))
    return (
        _share("larger network: lower training error, share of 16", ring, replace(ring, layers=(Layer(),)), "train"),
        _share(
            "longer training: lower training error, share of 16",
            replace(preset("circle"), epochs=3),
            replace(preset("circle"), epochs=60),
            "train",
        ),
        _share("more samples: lower dev error, share of 16", few, more, "dev"),
        _share("L2 penalty: lower dev error, share of 16", few, replace(few, penalty=Penalty(l2=1.0)), "dev"),
    )


def _share(name: str, before: Experiment, after: Experiment, measured: SetName) -> Figure:
    """Of the seeds in which the second experiment has more right answers on a set."""
    runs = [accuracies(over_seeds(experiment, RECIPE_SEEDS), measured) for experiment in (before, after)]
    return Figure(name=name, value=float((runs[1] > runs[0]).mean()), least=0.75)


CLAIMS = (
    Claim(
        section="2.1.1",
        name="shifted-dev",
        title="Train, dev and test sets",
        says="A dev set from another distribution than the training set is found, and named by the input that moved.",
        measure=shifted_dev_set,
    ),
    Claim(
        section="2.1.2",
        name="bias-variance",
        title="Bias and variance",
        says="A line on a ring has high bias and low variance; a few samples learned by heart have it the other way.",
        measure=bias_and_variance,
    ),
    Claim(
        section="2.1.3",
        name="recipe",
        title="The recipe",
        says="A larger network and longer training lower the bias; more samples and a penalty lower the variance.",
        measure=recipe,
    ),
)
