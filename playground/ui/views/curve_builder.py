"""From a run's history to the lines of the plot: cost or accuracy of each set, the parts of J, marks, learning rate."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.averages import exponential_average
from engine.snapshot import SETS, SetName, Snapshot
from playground.ui.views.curve_content import Floats, Line, Mark, nearest_value
from playground.ui.views.curve_ink import DATA_INK, PENALTY_INK, RATE_INK, Ink, set_ink
from playground.ui.views.curve_options import CurveOptions
from playground.ui.views.set_style import set_word


def epoch_lines(snapshot: Snapshot, options: CurveOptions) -> tuple[Line, ...]:
    """The sets' lines by epoch, and the parts of the training cost where they are wanted and there is a penalty."""
    curves = snapshot.curves
    values = curves.cost if options.measure == "cost" else curves.accuracy
    lines = [
        _line(snapshot, options, f"{_column(snapshot, options)}_{name}", set_word(name), set_ink(name), values[name])
        for name in SETS
        if is_shown(name, values[name], options)
    ]
    if options.measure == "cost" and options.parts and (curves.penalty > 0).any():
        lines += _parts(snapshot, options)
    return tuple(lines)


def _parts(snapshot: Snapshot, options: CurveOptions) -> list[Line]:
    curves, parts = snapshot.curves, []
    if is_shown("train", curves.cost["train"], options):
        word = QCoreApplication.translate("CurvesView", "data")
        parts.append(_line(snapshot, options, "data_train", word, DATA_INK, curves.cost["train"] - curves.penalty))
    word = QCoreApplication.translate("CurvesView", "penalty")
    return [*parts, _line(snapshot, options, "penalty", word, PENALTY_INK, curves.penalty)]


def _line(snapshot: Snapshot, options: CurveOptions, key: str, word: str, ink: Ink, values: Floats) -> Line:
    return Line(key=key, word=word, ink=ink, x=snapshot.curves.epochs, raw=values, front=averaged(values, options))


def averaged(values: Floats, options: CurveOptions) -> Floats:
    """What stands in front of `values` by epoch (n,): their average, or they themselves without one."""
    if options.beta == 0.0:
        return values
    return exponential_average(values, options.beta, correction=options.correction)


def _column(snapshot: Snapshot, options: CurveOptions) -> str:
    if options.measure == "cost":
        return "cost"
    return "mse" if snapshot.data.task == "regression" else "accuracy"


def is_shown(name: SetName, values: Floats, options: CurveOptions) -> bool:
    """Whether a set is wanted and has figures."""
    return name not in options.hidden and bool(np.isfinite(values).any())


def marks(snapshot: Snapshot, options: CurveOptions) -> tuple[Mark, ...]:
    """Under early stopping the best epoch, at the dev curve where that is shown; and where training ended by itself."""
    made = []
    if snapshot.best_epoch is not None:
        made.append(_best(snapshot, options, float(snapshot.best_epoch)))
        if snapshot.stopped:
            made.append(Mark(kind="stopped", epoch=float(snapshot.epoch)))
    if snapshot.failure is not None and snapshot.failure.kind == "diverged":
        made.append(Mark(kind="diverged", epoch=snapshot.epoch + snapshot.batch_in_epoch / snapshot.batches_per_epoch))
    return tuple(made)


def _best(snapshot: Snapshot, options: CurveOptions, epoch: float) -> Mark:
    curves = snapshot.curves
    values = curves.cost["dev"] if options.measure == "cost" else curves.accuracy["dev"]
    shown = is_shown("dev", values, options)
    return Mark(kind="best", epoch=epoch, value=nearest_value(curves.epochs, values, epoch) if shown else np.nan)


def rate_line(snapshot: Snapshot, options: CurveOptions) -> Line | None:
    """The learning rate by epoch, None while it is not to be shown."""
    curves = snapshot.curves
    rate = curves.learning_rate
    constant = not len(rate) or float(np.ptp(rate)) <= 1e-9 * float(np.abs(rate).max())
    if options.rate == "never" or not len(rate) or (options.rate == "changes" and constant):
        return None
    return Line(key="learning_rate", word="α", ink=RATE_INK, x=curves.epochs, raw=rate, front=rate)
