"""Norms by layer as lines: whether the gradient reaches the first layers, and how far a step moves the weights."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.averages import exponential_average
from engine.snapshot import LayerCurves
from playground.ui.views.curve_content import Floats, Line
from playground.ui.views.curve_ink import layer_ink
from playground.ui.views.curve_options import CurveOptions

SYMBOLS = {"gradient": "‖dW‖", "weights": "‖W‖", "ratio": "‖ΔW‖/‖W‖"}
HEALTHY = 1e-3  # ‖ΔW‖/‖W‖ of a step in a run that learns well
KEYS = {"gradient": "gradient_norm", "weights": "weight_norm", "ratio": "update_ratio"}


def layer_lines(norms: LayerCurves | None, options: CurveOptions) -> tuple[Line, ...]:
    """A line for each layer, the first one first."""
    if norms is None or not len(norms.epochs):
        return ()
    values: Floats = getattr(norms, options.figure)  # (n, L)
    shown = np.where(np.isfinite(values), values, np.nan)
    count = shown.shape[1]
    front = exponential_average(shown, options.step_beta, correction=options.correction) if options.step_beta else shown
    return tuple(
        Line(
            key=f"{KEYS[options.figure]}_{index + 1}",
            word=f"[{index + 1}]",
            ink=layer_ink(index, count),
            x=norms.epochs,
            raw=shown[:, index],
            front=front[:, index] if options.step_beta else shown[:, index],
        )
        for index in range(count)
    )


def guide(options: CurveOptions) -> float | None:
    """The value to compare the layers with, where there is a rule of thumb."""
    return HEALTHY if options.measure == "gradients" and options.figure == "ratio" else None


def layer_note(norms: LayerCurves | None, options: CurveOptions) -> str:
    """What is shown of the layers, in words."""
    if norms is None or not len(norms.epochs):
        return QCoreApplication.translate("CurvesView", "Norms are measured from here on")
    if options.figure == "weights":
        return QCoreApplication.translate("CurvesView", "{0} by layer").format(SYMBOLS[options.figure])
    words = QCoreApplication.translate("CurvesView", "{0} of single steps, by layer")
    return words.format(SYMBOLS[options.figure])
