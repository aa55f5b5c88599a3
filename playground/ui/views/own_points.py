"""Points of one's own as the surface draws them: at once, before a run has them and where none can have them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.choices import PAINTED_KINDS, PAINTED_VALUES
from engine.data.features import PLANE
from engine.data.painted import class_name, painted_parts
from engine.experiment import Experiment
from engine.points import count_classes
from engine.snapshot import SETS, Plane, RunData


def own_data(experiment: Experiment, seen: RunData | None) -> RunData | None:
    """The points of a painted set with their sets, on the plane that was seen last; None for all other data."""
    if experiment.data.kind not in PAINTED_KINDS:
        return None
    table = np.array(experiment.data.points, np.float64).reshape(-1, 3)
    values = experiment.data.kind == PAINTED_VALUES
    classes = 0 if values else count_classes(experiment.data.points)
    rows = _rows(table, experiment)
    return RunData(
        task="regression" if values else "two-class" if classes == 2 else "classes",
        feature_names=PLANE,
        input_names=experiment.features or PLANE,
        class_names=tuple(class_name(index) for index in range(classes)),
        outputs=1 if classes <= 2 else classes,
        plane=seen.plane if seen is not None and seen.feature_names == PLANE else Plane(),
        points={name: table[part, :2].astype(np.float32) for name, part in zip(SETS, rows, strict=True)},
        labels={name: table[part, 2] for name, part in zip(SETS, rows, strict=True)},
        images={name: np.zeros((0, 0, 0), np.uint8) for name in SETS},
        value_range=(float(table[:, 2].min()), float(table[:, 2].max())) if len(table) else (-1.0, 1.0),
    )


def _rows(table: NDArray[np.float64], experiment: Experiment) -> tuple[NDArray[np.int64], ...]:
    if not len(table):
        return (np.zeros(0, np.int64),) * len(SETS)
    split = experiment.split
    return painted_parts(table, (split.train, split.dev, split.test), experiment.data.seed)
