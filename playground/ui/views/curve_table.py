"""The curves as a table of text: a row for each epoch of any of them, a column for each curve."""

from __future__ import annotations

import csv
import io
import math

import numpy as np

from engine.snapshot import SETS, Snapshot
from engine.values import dataclass
from playground.ui.views.curve_content import Content, Floats


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A curve with its name: values over rising x, both (n,)."""

    name: str
    x: Floats
    values: Floats


def columns(snapshot: Snapshot, content: Content) -> list[Column]:
    """Every figure of the run's history, then what is drawn beside it: further lines, and earlier runs."""
    curves, second = snapshot.curves, "mse" if snapshot.data.task == "regression" else "accuracy"
    whole = {f"cost_{name}": curves.cost[name] for name in SETS}
    whole.update({f"{second}_{name}": curves.accuracy[name] for name in SETS})
    whole.update({"penalty": curves.penalty, "learning_rate": curves.learning_rate})
    result = [Column(name, curves.epochs, values) for name, values in whole.items()]
    for line in content.lines:
        if line.key not in whole:
            result.append(Column(line.key, line.x, line.raw))
            if line.band is not None:
                result += [
                    Column(f"{line.key}_{end}", line.x, one)
                    for end, one in zip(("low", "high"), line.band, strict=True)
                ]
    for ghost in content.ghosts:
        result.append(Column(f"{ghost.key} [{ghost.number}: {ghost.text}]", ghost.x, ghost.values))
    return result


def table_text(parts: list[Column], separator: str = ",") -> str:
    """The columns side by side over all their epochs; an empty cell where a curve has no figure."""
    epochs = np.unique(np.concatenate([part.x for part in parts]))
    cells = [_at(part, epochs).tolist() for part in parts]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow(["epoch", *(part.name for part in parts)])
    for epoch, *row in zip(epochs.tolist(), *cells, strict=True):
        writer.writerow([f"{epoch:.9g}", *(_cell(value) for value in row)])
    return text.getvalue()


def _at(part: Column, epochs: Floats) -> Floats:
    result = np.full(len(epochs), np.nan)
    result[np.searchsorted(epochs, part.x)] = part.values
    return result


def _cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.9g}"
