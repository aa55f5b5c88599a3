"""A CSV file as a data set, or as a description of its columns for a dialog.

Bytes become rows (``delimited.py``), rows become columns (``columns.py``, ``column_scan.py``), 10 000 rows at a time so
that a large table never stands in memory as cells; columns become x (``table_arrays.py``) and y (``target.py``).
What is missing, a number or a text says ``cells.py``. No cell is ever evaluated.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.data.column_scan import MOST_CLASSES, Kind
from engine.data.columns import Scan, scan_table
from engine.data.dataset import DataSet
from engine.data.delimited import read_text
from engine.data.table_arrays import check_columns, feature_names, fill_inputs, lay_out
from engine.data.table_notes import notes_about
from engine.data.target import read_target, target_column
from engine.errors import DataError, ExperimentError, shorten
from engine.values import dataclass

HEADERS = ("auto", "yes", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnInfo:
    """One column for the dialog; different counts its texts up to 100 (101 means more)."""

    name: str
    kind: Kind
    missing: int
    different: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TableInfo:
    """What a table holds, before a target is chosen. preview: the first rows as they stand in the file, at most 8."""

    columns: tuple[ColumnInfo, ...]
    rows: int
    header: bool
    delimiter: str
    encoding: str
    preview: tuple[tuple[str, ...], ...]
    suggested_target: str


def inspect_table(path: str | Path, *, header: str = "auto") -> TableInfo:
    """Columns, kinds, gaps and first rows of a CSV file. Raises what ``read_table`` raises."""
    with _named(path):
        scan, encoding = _scan(path, header)
        suggested = target_column(scan.columns, None).name
    columns = [
        ColumnInfo(
            name=column.name,
            kind=column.kind,
            missing=column.missing,
            different=MOST_CLASSES + 1 if column.many else len(column.different),
        )
        for column in scan.columns
    ]
    return TableInfo(
        columns=tuple(columns),
        rows=scan.rows,
        header=scan.header,
        delimiter=scan.delimiter,
        encoding=encoding,
        preview=scan.preview,
        suggested_target=suggested,
    )


def read_table(path: str | Path, *, target: str | None = None, header: str = "auto") -> DataSet:
    """Read a CSV file; target names the column to predict (None: the last one that can be, see ``target.py``).

    header: whether the first row holds names: ``auto``, ``yes`` or ``no``.
    Raises DataError, one line with the file's name and where possible line and column, for a file that cannot be read
    or used; ExperimentError ("data.header") for another header.
    """
    with _named(path):
        scan, encoding = _scan(path, header)
        check_columns(scan)
        chosen = target_column(scan.columns, target)
        answer = read_target(chosen)
        inputs = lay_out([column for column in scan.columns if column is not chosen], scan.rows)
    x = fill_inputs(inputs, answer.known)
    return DataSet(
        x=x,
        y=answer.y,
        feature_names=feature_names(inputs),
        class_names=answer.class_names,
        task=answer.task,
        notes=notes_about(scan, chosen, inputs, x, encoding),
        columns=tuple(one.described(x) for one in inputs),
        target_name=chosen.name,
    )


def _scan(path: str | Path, header: str) -> tuple[Scan, str]:
    if header not in HEADERS:
        raise ExperimentError("data.header", header, ", ".join(HEADERS))
    text, encoding = read_text(Path(path))
    return scan_table(text, header), encoding


@contextmanager
def _named(path: str | Path) -> Iterator[None]:
    """Put the file's name before the message of a DataError."""
    try:
        yield
    except DataError as error:
        raise DataError(f"{shorten(Path(path).name or str(path))}: {error}") from None
