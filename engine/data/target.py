"""What a table asks to predict: which column, and whether its values are classes or quantities.

Of a column of texts each different text is a class, at most 100. Numbers are classes when there are exactly two
different ones, or at most 20 different whole ones, each twice or more on average; else a quantity (regression).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.column_scan import MOST_CLASSES, ColumnScan
from engine.data.dataset import Floats, Task
from engine.errors import DataError, shorten
from engine.values import dataclass

MOST_NUMBER_CLASSES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What to predict in each row of the file (m,): a class index or a number, and NaN where the cell is empty."""

    values: Floats
    class_names: tuple[str, ...]
    task: Task

    @property
    def known(self) -> NDArray[np.bool_]:
        """The rows (m,) that have a value."""
        return ~np.isnan(self.values)

    @property
    def y(self) -> NDArray[Any]:
        """The known values (k,) as in ``DataSet``."""
        return self.values[self.known].astype(np.float64 if self.task == "regression" else np.int64)


def target_column(columns: tuple[ColumnScan, ...], target: str | None) -> ColumnScan:
    """The column to predict: the one named, or the last that has values but not more than 100 different texts.

    Raises DataError when there is no column of that name.
    """
    if target is None:
        usable = [column for column in columns if _may_be_target(column)]
        return usable[-1] if usable else columns[-1]
    for column in columns:
        if column.name == target:
            return column
    names = [column.name for column in columns]
    listed = ", ".join(names[:20]) + (f" and {len(names) - 20} more" if len(names) > 20 else "")
    raise DataError(f"target {shorten(target)} is not a column; columns: {listed}")


def read_target(column: ColumnScan) -> Target:
    """The column as something to predict. Raises DataError when it has no values, one alone, or too many classes."""
    if column.kind == "empty":
        raise DataError(f"target {shorten(column.name)} has no values")
    if column.kind == "number":
        return number_target(column.values(), column.name)
    if column.many:
        raise DataError(f"target {shorten(column.name)} has more than {MOST_CLASSES} classes; choose another column")
    names = tuple(sorted(column.different))
    if len(names) < 2:
        raise DataError(f"target {shorten(column.name)} has only one class, {shorten(names[0])}")
    return Target(values=column.places(names), class_names=names, task=_task(len(names)))


def number_target(values: Floats, name: str) -> Target:
    """Classes or quantities from numbers (m,), at least one of them known. Raises DataError when all are the same."""
    known = values[~np.isnan(values)]
    different = np.unique(known)
    if different.size < 2:
        raise DataError(f"target {shorten(name)} has only one value, {different[0]:g}")
    few = different.size <= MOST_NUMBER_CLASSES and known.size >= 2 * different.size
    if different.size > 2 and not (few and np.array_equal(different, np.round(different))):
        return Target(values=values, class_names=(), task="regression")
    names = tuple(f"{value:.0f}" if value == round(value) else repr(float(value)) for value in different)
    places = np.where(np.isnan(values), np.nan, np.searchsorted(different, values))
    return Target(values=places, class_names=names, task=_task(different.size))


def _may_be_target(column: ColumnScan) -> bool:
    return column.kind == "number" or (column.kind != "empty" and not column.many)


def _task(classes: int) -> Task:
    """Two classes are a task of their own (one sigmoid unit)."""
    return "two-class" if classes == 2 else "classes"
