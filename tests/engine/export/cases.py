"""Small experiments that differ in all that an exported model has to carry, and trainers that have trained them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty
from engine.trainer import Trainer

NORMED = (
    Layer(units=5, activation="relu", batch_norm=True, keep_prob=0.8),
    Layer(units=3, activation="leaky-relu", slope=0.1),
    Layer(units=4, activation="sigmoid", batch_norm=True),
)
CASES: dict[str, Experiment] = {
    "two-class": Experiment(),
    "logistic": Experiment(layers=()),
    "features": Experiment(features=("x1*x2", "sin(x1)", "x2^2"), normalize=False),
    "batch norm": Experiment(layers=NORMED, optimizer=Optimizer(kind="adam", learning_rate=0.01)),
    "double": Experiment(layers=NORMED, dtype="float64", penalty=Penalty(l1=0.1)),
    "classes": Experiment(data=Data(kind="blobs")),
    "regression": Experiment(data=Data(kind="reg-plane", samples=200)),
    "table": Experiment(data=Data(kind="iris"), features=("petal width (cm)", "sepal length (cm)")),
    "digits": Experiment(data=Data(kind="digits", samples=200), layers=(Layer(units=16),), batch_size=32),
}


@cache
def trained(name: str) -> Trainer:
    """A case after two epochs and a few steps more. Shared by tests: do not train it further."""
    trainer = Trainer(CASES[name])
    trainer.run(2)
    trainer.advance(3)
    return trainer


def samples(trainer: Trainer, count: int = 300) -> NDArray[np.float64]:
    """Raw samples (count, n_x) about the data's place, some numbers missing."""
    random = np.random.default_rng(0)
    x = trainer.prepared.dataset.x
    drawn = x[random.integers(len(x), size=count)] + random.normal(size=(count, x.shape[1]))
    drawn[random.random(drawn.shape) < 0.02] = np.nan
    return np.asarray(drawn)


def table_with_gaps(folder: Path) -> Path:
    """A small CSV with numbers, categories and missing cells; the target is the last column."""
    random = np.random.default_rng(1)
    rows = ['length,"colour, seen",数量,kind']
    for index in range(40):
        length = "" if index % 7 == 0 else f"{random.normal():.3f}"
        rows.append(f"{length},{('red', 'blue')[index % 2]},{index},{('a', 'b', 'c')[index % 3]}")
    path = folder / "table.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path
