"""From the columns of a table to x: numbers as they are, categories as columns of zeros and ones.

- A category column with values red and blue becomes ``colour=blue`` and ``colour=red`` (sorted), and where it has gaps
  also ``colour=(missing)``. A column of more than 50 different texts is free text and is left out; if nearly all of it
  are numbers it was meant to hold numbers, and the first text in it is an error.
- A missing number is NaN in x; ``Normalization`` fills it with the training set's mean.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.column_scan import ColumnScan
from engine.data.columns import MOST_COLUMNS, Scan, unique_names
from engine.data.dataset import Column, Floats
from engine.errors import DataError, shorten
from engine.values import dataclass

MOST_CELLS = 50_000_000  # numbers in x
MISSING_CATEGORY = "(missing)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """An input column of the file and the columns start, start + 1, … of x that it becomes, one per name."""

    column: ColumnScan
    start: int
    texts: tuple[str, ...]  # the categories; empty for numbers
    names: tuple[str, ...]

    @property
    def numeric(self) -> bool:
        """Whether it is one column of numbers."""
        return self.column.kind == "number"

    def fill(self, x: Floats, rows: NDArray[np.bool_]) -> None:
        """Write the chosen rows of the file into this input's columns of x (k, n), which is zero."""
        if self.numeric:
            x[:, self.start] = self.column.values()[rows]
            return
        place = self.column.places(self.texts)[rows]
        place[np.isnan(place)] = len(self.texts)
        x[np.arange(len(x)), self.start + place.astype(np.int64)] = 1.0

    def described(self, x: Floats) -> Column:
        """The column as it stood in the file, its gaps counted over the rows of x (k, n)."""
        if self.numeric:
            return Column(name=self.column.name, kind="number", missing=int(np.isnan(x[:, self.start]).sum()))
        with_gaps = len(self.names) > len(self.texts)
        missing = int(x[:, self.start + len(self.texts)].sum()) if with_gaps else 0
        return Column(name=self.column.name, kind="category", categories=self.texts, missing=missing)


def check_columns(scan: Scan) -> None:
    """Raise DataError, naming line and column, for a column of numbers that holds something else."""
    for column in scan.columns:
        if column.kind == "number" and column.first_large is not None:
            row, cell = column.first_large
            raise DataError(f"{scan.place(row, column.name)}: {shorten(cell)} is infinite or beyond ±1e38")
        if column.kind == "text" and column.numbers >= 9 * column.texts and column.first_text is not None:
            row, cell = column.first_text
            raise DataError(
                f"{scan.place(row, column.name)}: {shorten(cell)} is not a number; nearly all of the column are"
            )


def lay_out(columns: Sequence[ColumnScan], rows: int) -> tuple[Input, ...]:
    """The inputs among the columns, in order. Raises DataError when none is left or x would become too large."""
    inputs: list[Input] = []
    width = 0
    for column in columns:
        if column.kind not in ("number", "category"):
            continue
        texts = tuple(sorted(column.different)) if column.kind == "category" else ()
        gap = (MISSING_CATEGORY,) if texts and column.missing else ()
        names = tuple(f"{column.name}={text}" for text in (*texts, *gap)) or (column.name,)
        inputs.append(Input(column=column, start=width, texts=texts, names=names))
        width += len(names)
    if not inputs:
        raise DataError("no column is left to predict from")
    if width > MOST_COLUMNS:
        raise DataError(f"with its categories the table has {width} columns; at most {MOST_COLUMNS} are allowed")
    if width * rows > MOST_CELLS:
        raise DataError(f"{rows} rows × {width} columns are more than the {MOST_CELLS} numbers allowed")
    return tuple(inputs)


def feature_names(inputs: Sequence[Input]) -> tuple[str, ...]:
    """Names of the columns of x (n), each once."""
    return unique_names([name for one in inputs for name in one.names])


def fill_inputs(inputs: Sequence[Input], rows: NDArray[np.bool_]) -> Floats:
    """x (k, n), read-only, with the chosen rows of the file."""
    x = np.zeros((int(rows.sum()), sum(len(one.names) for one in inputs)))
    for one in inputs:
        one.fill(x, rows)
    x.flags.writeable = False
    return x
