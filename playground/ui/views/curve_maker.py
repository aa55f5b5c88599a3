"""From a run's newest snapshot and what the user wants to see of it to what the plot shows; it remembers the axes."""

from __future__ import annotations

import numpy as np

from engine.snapshot import Snapshot
from playground.ui.numbers import format_number
from playground.ui.views import curve_batches, curve_builder, curve_layers, curve_range
from playground.ui.views.curve_content import Content, Floats, Ghost, Line
from playground.ui.views.curve_options import CurveOptions
from playground.ui.views.curve_range import RangeMemory
from playground.ui.views.curve_scale import Scale
from playground.ui.views.figure_text import percent

FLAT = 0.05  # of a linear axis: where all curves end below it, nothing more of them can be seen


class ContentMaker:
    """Makes contents one after the other; axes grow and seldom shrink until `forget`."""

    def __init__(self) -> None:
        self._x, self._y = RangeMemory(), RangeMemory()
        self._first = 0.0

    def forget(self) -> None:
        """Fit the next axes as if there had been none."""
        self._x.reset()
        self._y.reset()

    def content(self, snapshot: Snapshot, options: CurveOptions, ghosts: tuple[Ghost, ...]) -> Content:
        """What the plot shows now."""
        lines, note = lines_of(snapshot, options)
        steps = lines[0].x if lines else snapshot.curves.epochs
        marks = () if options.measure == "gradients" else curve_builder.marks(snapshot, options)
        last = max([0.0, *(float(line.x[-1]) for line in lines if len(line.x)), *(mark.epoch for mark in marks)])
        first = _first(snapshot, options)
        if first != self._first:  # another record: axes of the one before would not fit it
            self._first = first
            self.forget()
        x = self._x.fit(curve_range.compared_range(first, last, ghosts))
        ghosts = tuple(ghost for ghost in ghosts if len(ghost.x) and ghost.x[-1] > x.low)
        shares, guide = shows_shares(snapshot, options), curve_layers.guide(options)
        return Content(
            steps=steps,
            lines=lines,
            x=x,
            y=self._y.fit(_needed(_values(lines, ghosts, x, guide), shares, is_logarithmic(options))),
            guide=guide,
            write=percent if shares else format_number,
            ghosts=ghosts,
            marks=marks,
            rate=curve_builder.rate_line(snapshot, options),
            note=note,
        )


def _first(snapshot: Snapshot, options: CurveOptions) -> float:
    """The epoch from which on there is something to see: what is measured on demand begins when it was asked for."""
    norms, batches = snapshot.layer_norms, snapshot.batch_costs
    if options.measure == "gradients":
        return float(norms.epochs[0]) if norms is not None and len(norms.epochs) else 0.0
    if options.measure == "cost" and options.per == "batch" and batches is not None and len(batches.epochs):
        return batches.since
    return 0.0


def lines_of(snapshot: Snapshot, options: CurveOptions) -> tuple[tuple[Line, ...], str]:
    """The lines of the tab in front, and what is to be said about them."""
    if options.measure == "gradients":
        lines = curve_layers.layer_lines(snapshot.layer_norms, options)
        return lines, curve_layers.layer_note(lines, options)
    if options.measure == "cost" and options.per == "batch":
        return curve_batches.batch_lines(snapshot, options), curve_batches.batch_note(snapshot.batch_costs)
    return curve_builder.epoch_lines(snapshot, options), ""


def shows_shares(snapshot: Snapshot, options: CurveOptions) -> bool:
    """Whether the values are shares of 1, which have no use for a logarithmic axis."""
    return options.measure == "accuracy" and snapshot.data.task != "regression"


def is_logarithmic(options: CurveOptions) -> bool:
    """Norms differ by powers of ten: their axis is always logarithmic."""
    return options.logarithmic or options.measure == "gradients"


def lies_flat(content: Content, options: CurveOptions) -> bool:
    """Whether all costs by epoch have fallen so far that on a linear axis they are one line along its foot."""
    ends = [float(line.front[line.last()]) for line in content.lines if line.last() >= 0]
    linear = not content.y.logarithmic and not content.y.percent and not options.by_step
    return linear and bool(ends) and max(ends) < FLAT * content.y.high


def _values(lines: tuple[Line, ...], ghosts: tuple[Ghost, ...], x: Scale, guide: float | None) -> Floats:
    """All values that are to be seen."""
    seen = [curve_batches.seen_values(line, x.low) for line in lines]
    values = curve_range.with_ghosts(np.concatenate([*seen, np.empty(0)]), ghosts, x)
    return values if guide is None else np.append(values, guide)


def _needed(values: Floats, shares: bool, logarithmic: bool) -> Scale:
    if shares:
        return curve_range.accuracy_range(values)
    return curve_range.logarithmic_range(values) if logarithmic else curve_range.cost_range(values)
