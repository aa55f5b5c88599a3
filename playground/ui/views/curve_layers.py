"""Norms by layer as lines: whether the gradient reaches the first layers, and how far a step moves the weights."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.averages import exponential_average
from engine.snapshot import LayerCurves
from playground.ui.views.curve_content import Floats, Line
from playground.ui.views.curve_ink import layer_ink
from playground.ui.views.curve_options import CurveOptions
from playground.ui.views.curve_scale import power_text

SYMBOLS = {"gradient": "‖dW‖", "weights": "‖W‖", "ratio": "‖ΔW‖/‖W‖"}
VANISHING = 100.0  # times: from there on the note says how much smaller the first layer's gradient is
HEALTHY = 1e-3  # ‖ΔW‖/‖W‖ of a step in a run that learns well
KEYS = {"gradient": "gradient_norm", "weights": "weight_norm", "ratio": "update_ratio"}


def layer_lines(norms: LayerCurves | None, options: CurveOptions) -> tuple[Line, ...]:
    """A line for each layer, the first one first."""
    if norms is None or not len(norms.epochs):
        return ()
    values: Floats = getattr(norms, options.figure)  # (n, L)
    shown = np.where(np.isfinite(values), values, np.nan)
    count = shown.shape[1]
    front = _averaged(shown, options) if options.step_beta else shown
    return tuple(
        Line(
            key=f"{KEYS[options.figure]}_{index + 1}",
            word=_word(index + 1, count),
            ink=layer_ink(index, count),
            x=norms.epochs,
            raw=shown[:, index],
            front=front[:, index] if options.step_beta else shown[:, index],
        )
        for index in range(count)
    )


def _averaged(shown: Floats, options: CurveOptions) -> Floats:
    """The average of `shown` (n, L); behind a gap it begins anew, for nobody knows how far things had moved there."""
    pieces = np.split(shown, np.flatnonzero(np.isnan(shown).all(axis=1)))
    averages = [exponential_average(one, options.step_beta, correction=options.correction) for one in pieces]
    return np.concatenate(averages)


def _word(number: int, count: int) -> str:
    """What layer `number` of `count` is called in the picture, too."""
    if number == count:
        return QCoreApplication.translate("CurvesView", "output")
    return QCoreApplication.translate("CurvesView", "layer {0}").format(number)


def guide(options: CurveOptions) -> float | None:
    """The value to compare the layers with, where there is a rule of thumb."""
    return HEALTHY if options.measure == "gradients" and options.figure == "ratio" else None


def layer_note(lines: tuple[Line, ...], options: CurveOptions) -> str:
    """What is shown of the layers, in words; of a gradient that vanishes, how far."""
    if not lines:
        return QCoreApplication.translate("CurvesView", "Norms are measured from here on")
    if options.figure == "weights":
        return QCoreApplication.translate("CurvesView", "{0} by layer").format(SYMBOLS[options.figure])
    times = _times(lines) if options.figure == "gradient" else 1.0
    if times >= VANISHING:
        words = QCoreApplication.translate("CurvesView", "‖dW‖ at the output is {0} times that of layer 1")
        return words.format(power_text(float(f"{times:.2g}")))
    words = QCoreApplication.translate("CurvesView", "{0} of single steps, by layer")
    return words.format(SYMBOLS[options.figure])


def _times(lines: tuple[Line, ...]) -> float:
    """How many times as large as that of the first line the last line's end is; 1 where that cannot be said."""
    first, last = lines[0].front[-1], lines[-1].front[-1]
    return float(last / first) if first > 0 and np.isfinite(last) else 1.0
