"""Plain sentences about everything in a data set that is not as it stands in the file."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.data.column_scan import MOST_CATEGORIES, ColumnScan
from engine.data.columns import Scan
from engine.data.dataset import Floats
from engine.data.table_arrays import Input


def notes_about(
    scan: Scan,
    target: ColumnScan,
    inputs: Sequence[Input],
    x: Floats,
    encoding: str,
) -> tuple[str, ...]:
    """The notes of a table read: rows and columns left out, gaps and how they are filled, columns that look odd.

    inputs: the columns used, filled into x (k, n).
    """
    others = [column for column in scan.columns if column is not target]
    used = [one.column for one in inputs]
    rising = [one.column.name for one in inputs if one.numeric and _counts_rows(x[:, one.start])]
    missing = [one.described(x).missing for one in inputs]
    return (
        *scan.notes,
        *([] if encoding == "utf-8" else [f"The file was read as {encoding.upper()}."]),
        *([f"Left out, no value of {target.name}: {_count(target.missing, 'row')}."] if target.missing else []),
        *_gaps([count for count in missing if count]),
        *_about(f"Left out, more than {MOST_CATEGORIES} different texts", [c.name for c in others if c.kind == "text"]),
        *_about("Left out, no values", [column.name for column in others if column.kind == "empty"]),
        *_about("Numbers and texts mixed, read as categories", [column.name for column in used if column.mixed]),
        *_about("The same in every row", [column.name for column in used if column.constant]),
        *_about("Looks like a row number", rising),
    )


def _gaps(missing: Sequence[int]) -> list[str]:
    """The sentence about missing values, given their number in each column that has any."""
    if not missing:
        return []
    where = f"{_count(sum(missing), 'missing value')} in {_count(len(missing), 'column')}"
    return [f"{where}: a number takes the training set's mean, a category gets a column of its own."]


def _counts_rows(values: Floats) -> bool:
    """Whether ten or more values rise by one each."""
    return len(values) >= 10 and bool((np.diff(values) == 1.0).all())


def _about(what: str, names: Sequence[str]) -> list[str]:
    """One sentence about the columns named, or none."""
    return [f"{what}: {', '.join(names[:10])}{' and more' if len(names) > 10 else ''}."] if names else []


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
