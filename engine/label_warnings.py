"""Which changes of augmentation do not keep the label of a data set: measured, and said with the share they keep."""

from __future__ import annotations

import numpy as np

from engine.augmentation import TRANSFORMS
from engine.augmented_inputs import augmentation_rows
from engine.data.dataset import DataSet
from engine.experiment import Augmentation, Data
from engine.label_preservation import preservation, true_rule
from engine.snapshot import LabelWarning

KEPT_ENOUGH = 0.95  # nearest neighbours are wrong about some samples that were changed rightly
MOST_SAMPLES = 1000  # asked, and voting: the vote's price grows with their product


def label_warnings(augmentation: Augmentation, data: Data, dataset: DataSet) -> tuple[LabelWarning, ...]:
    """A warning for each change that keeps fewer than 95 % of the labels of the samples it moves.

    Numbers to predict are not labels: for regression there is nothing to measure and nothing to warn of. Missing
    numbers are left out. The same arguments give the same figures.
    """
    rows = augmentation_rows(augmentation)
    if not rows or dataset.task == "regression":
        return ()
    whole = np.flatnonzero(np.isfinite(dataset.x).all(axis=1))
    if not whole.size:
        return ()
    few = dataset.take(whole[:: -(-len(whole) // MOST_SAMPLES)].astype(np.int64))
    rule = true_rule(data)
    found = []
    for name, amount in rows:
        kept = preservation(TRANSFORMS[name], few, np.random.default_rng(0), amount=amount, rule=rule)
        if kept < KEPT_ENOUGH:  # NaN, where nothing moved, is no reason to warn
            found.append(LabelWarning(name=name, amount=amount, kept=kept))
    return tuple(found)
