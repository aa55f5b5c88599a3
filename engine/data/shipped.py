"""The small real data sets that come with the program, one row each; ``assets/data/README.md`` names their sources."""

from __future__ import annotations

import numpy as np

from engine.assets import asset_path
from engine.data.dataset import DataSet, Task
from engine.errors import ExperimentError
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """One shipped set: the file ``assets/data/<name>.npz`` holds x, y, feature_names and class_names."""

    name: str
    title: str
    task: Task
    image_shape: tuple[int, int] | None = None


_ROWS = (
    Shipped(name="iris", title="Iris flowers", task="classes"),
    Shipped(name="wine", title="Wines", task="classes"),
    Shipped(name="breast-cancer", title="Breast cancer", task="two-class"),
    Shipped(name="digits", title="Handwritten digits", task="classes", image_shape=(8, 8)),
)

SHIPPED: dict[str, Shipped] = {row.name: row for row in _ROWS}


def load_shipped(name: str) -> DataSet:
    """Read one shipped set. Raises ExperimentError for an unknown name, FileNotFoundError if the file is missing."""
    if name not in SHIPPED:
        raise ExperimentError("data.kind", name, ", ".join(SHIPPED))
    row = SHIPPED[name]
    with np.load(asset_path("data", f"{name}.npz"), allow_pickle=False) as archive:
        return DataSet(
            x=archive["x"].astype(np.float64),
            y=archive["y"].astype(np.int64),
            feature_names=tuple(archive["feature_names"].tolist()),
            class_names=tuple(archive["class_names"].tolist()),
            task=row.task,
            image_shape=row.image_shape,
            target_name="class",
        )
