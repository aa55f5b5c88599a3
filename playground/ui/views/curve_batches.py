"""The cost of each mini-batch as a line: its average in front, from lowest to highest as a band behind."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.averages import binned_average
from engine.snapshot import BatchCurve, Snapshot
from playground.ui.views.curve_builder import epoch_lines
from playground.ui.views.curve_content import Floats, Line
from playground.ui.views.curve_ink import set_ink
from playground.ui.views.curve_options import CurveOptions

SPIKES = 5  # percent of the stretches whose extremes may leave the picture


def batch_lines(snapshot: Snapshot, options: CurveOptions) -> tuple[Line, ...]:
    """Train by batch, dev, test and the penalty by epoch."""
    others = [line for line in epoch_lines(snapshot, options) if line.key not in ("cost_train", "data_train")]
    batches = snapshot.batch_costs
    if batches is None or not len(batches.epochs) or "train" in options.hidden:
        return tuple(others)
    front = binned_average(batches.mean, batches.count, options.step_beta, correction=options.correction)
    line = Line(
        key="batch_cost",
        word=QCoreApplication.translate("CurvesView", "batch"),
        ink=set_ink("train"),
        x=batches.epochs,
        raw=batches.mean,
        front=front if options.step_beta else batches.mean,
        band=(batches.low, batches.high) if (batches.count > 1).any() else None,
    )
    return (line, *others)


def batch_note(batches: BatchCurve | None) -> str:
    """What is shown of the batches, in words."""
    if batches is None or not len(batches.epochs):
        return QCoreApplication.translate("CurvesView", "Costs of batches are recorded from here on")
    most = int(batches.count.max())
    return QCoreApplication.translate("CurvesView", "mean, range of {0} batches").format(most) if most > 1 else ""


def seen_values(line: Line, first: float) -> Floats:
    """The values that the vertical axis is to hold from epoch `first` on: all means, the extremes but for a few."""
    seen = line.x >= first
    values = line.raw[seen]
    if line.band is None:
        return values
    low, high = (one[seen & np.isfinite(one)] for one in line.band)
    if not len(low) or not len(high):
        return values
    return np.append(values, [np.percentile(low, SPIKES), np.percentile(high, 100 - SPIKES)])
