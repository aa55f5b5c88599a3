"""The recipe asks for the right thing in the right order, every edit is valid, and does lower what it is said to."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from engine.advice import ADVICE, advise
from engine.data.bayes import BayesError
from engine.diagnosis import Diagnosis, diagnose
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Split
from engine.shift import Shift
from engine.trainer import Trainer

HELD_OUT = Split(train=50, dev=50, test=0)
EXPERIMENTS = {
    "default": Experiment(),
    "no layers": Experiment(layers=()),
    "wide": Experiment(layers=(Layer(units=4096), Layer(units=16, keep_prob=0.9)), optimizer=Optimizer(kind="adam")),
    "regularised": Experiment(penalty=Penalty(l1=1.0, l2=1e6), layers=(Layer(keep_prob=0.5),), epochs=1_000_000),
    "penalised": Experiment(penalty=Penalty(l2=2.0)),
    "measured": Experiment(data=Data(kind="digits"), layers=(Layer(units=64),)),
    "file": Experiment(data=Data(kind="csv", path="a.csv")),
    "as many as can be": Experiment(data=Data(samples=1_000_000), epochs=0),
    "nothing held out": Experiment(split=Split(train=100, dev=0, test=0)),
}
SHIFTED = Shift(distance=1.0, p_value=0.001, shifted=True, column=0, difference=2.0)


def diagnosis(*, bias: bool = False, variance: bool = False, compared: str | None = "dev") -> Diagnosis:
    """A diagnosis with this verdict."""
    return Diagnosis(
        train_error=0.1,
        compared=compared,
        compared_error=0.2,
        attainable=BayesError(value=0.0),
        source="",
        bias=0.1,
        bias_standard_error=0.0,
        variance=0.1 if compared else math.nan,
        variance_standard_error=0.0,
        high_bias=bias,
        high_variance=variance,
    )


@pytest.mark.parametrize(
    ("verdict", "shift", "target"),
    [
        ({"bias": True, "variance": True}, None, "bias"),
        ({"bias": True}, None, "bias"),
        ({"variance": True}, None, "variance"),
        ({}, None, "nothing"),
        ({"bias": True, "compared": None}, None, "comparison"),
        ({"bias": True, "variance": True}, SHIFTED, "comparison"),
        ({"variance": True}, replace(SHIFTED, shifted=False), "variance"),
    ],
)
@pytest.mark.parametrize("name", EXPERIMENTS)
def test_the_recipes_order(name: str, verdict: dict[str, object], shift: Shift | None, target: str) -> None:
    found = advise(diagnosis(**verdict), EXPERIMENTS[name], shift)
    assert found
    assert {row.targets for row, _ in found} == {target}


def test_every_row_can_come_up_and_stands_under_its_name() -> None:
    seen = set()
    for compared in ("dev", None):
        for bias, variance in ((True, False), (False, True), (False, False)):
            for shift in (None, SHIFTED):
                found = diagnosis(bias=bias, variance=variance, compared=compared)
                seen |= {row.name for row, _ in advise(found, EXPERIMENTS["wide"], shift)}
                seen |= {row.name for row, _ in advise(found, EXPERIMENTS["regularised"], shift)}
                seen |= {row.name for row, _ in advise(found, EXPERIMENTS["default"], shift)}
    assert seen == set(ADVICE)
    assert all(row.name == name for name, row in ADVICE.items())


@pytest.mark.parametrize("experiment", EXPERIMENTS.values(), ids=EXPERIMENTS)
@pytest.mark.parametrize("name", ADVICE)
def test_where_a_row_applies_its_edit_changes_something_and_is_allowed(name: str, experiment: Experiment) -> None:
    row = ADVICE[name]
    edit = row.edit(experiment)
    if edit is not None and row.applies(diagnosis(compared=None if name == "hold-out" else "dev"), experiment):
        assert edit.change(experiment) != experiment
        assert edit.label


@pytest.mark.parametrize(
    ("name", "experiment", "path", "value"),
    [
        ("larger-network", "no layers", "layers", (Layer(units=8),)),
        ("larger-network", "wide", "layers", (Layer(units=4096), Layer(units=32, keep_prob=0.9))),
        ("train-longer", "default", "epochs", 200),
        ("better-optimiser", "default", "optimizer", Optimizer(kind="adam")),
        ("less-regularisation", "regularised", "penalty", Penalty()),
        ("less-regularisation", "regularised", "layers", (Layer(),)),
        ("more-data", "default", "data", Data(samples=2000)),
        ("weight-decay", "default", "penalty", Penalty(l2=0.3)),
        ("weight-decay", "penalised", "penalty", Penalty(l2=6.0)),
        ("dropout", "measured", "layers", (Layer(units=64, keep_prob=0.5),)),
        ("hold-out", "nothing held out", "split", Split(train=80, dev=20, test=0)),
    ],
)
def test_what_the_edits_do(name: str, experiment: str, path: str, value: object) -> None:
    edit = ADVICE[name].edit(EXPERIMENTS[experiment])
    assert edit is not None
    assert getattr(edit.change(EXPERIMENTS[experiment]), path) == value


def test_more_of_what_is_all_there_is_no_edit() -> None:
    assert ADVICE["more-data"].edit(EXPERIMENTS["measured"]) is None
    assert ADVICE["more-data"].edit(EXPERIMENTS["file"]) is None
    assert ADVICE["more-data"].edit(Experiment(data=Data(kind="digits", samples=200))) is not None


UNDERFITTED = Experiment(data=Data(samples=300), split=HELD_OUT, layers=(Layer(units=2),), epochs=20)
HELD_BACK = replace(UNDERFITTED, layers=(Layer(units=8),), optimizer=Optimizer(kind="adam"), penalty=Penalty(l2=30.0))
OVERFITTED = Experiment(
    data=Data(kind="gauss", noise=50, samples=200),
    split=HELD_OUT,
    layers=(Layer(units=32, activation="relu"),) * 2,
    initializer="he",
    optimizer=Optimizer(kind="adam", learning_rate=0.01),
    epochs=100,
)
FEW_PICTURES = replace(OVERFITTED, data=Data(kind="digits", samples=200), layers=(Layer(units=32),), epochs=20)


def mean_over_seeds(experiment: Experiment, quantity: str) -> float:
    """Bias or variance at the end, averaged over four seeds of samples and weights."""
    found = []
    for seed in range(4):
        trainer = Trainer(replace(experiment, seed=seed, data=replace(experiment.data, seed=seed)))
        trainer.run(experiment.epochs)
        found.append(getattr(diagnose(trainer), quantity))
    return float(np.mean(found))


@pytest.mark.parametrize(
    ("name", "experiment"),
    [
        ("larger-network", UNDERFITTED),
        ("train-longer", UNDERFITTED),
        ("better-optimiser", UNDERFITTED),
        ("less-regularisation", HELD_BACK),
        ("more-data", FEW_PICTURES),
        ("weight-decay", OVERFITTED),
        ("dropout", OVERFITTED),
    ],
)
def test_an_advice_lowers_what_it_targets(name: str, experiment: Experiment) -> None:
    row = ADVICE[name]
    edit = row.edit(experiment)
    assert edit is not None
    assert mean_over_seeds(edit.change(experiment), row.targets) < mean_over_seeds(experiment, row.targets) - 0.01
