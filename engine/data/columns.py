"""Reading a table column by column: its header, and what each column holds."""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.data.cells import is_missing, number, numbers
from engine.data.column_scan import ColumnScan
from engine.data.delimited import first_rows, line_of_row, row_chunks, sniff_delimiter
from engine.data.number_block import number_block
from engine.errors import DataError, shorten
from engine.values import dataclass

MOST_ROWS = 1_000_000
MOST_COLUMNS = 2_000
HEADER_SAMPLE = 200
PREVIEW_ROWS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A table as read; rows counts the data, without the header. notes say what was renamed."""

    text: str
    delimiter: str
    header: bool
    rows: int
    columns: tuple[ColumnScan, ...]
    preview: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]

    def place(self, row: int, name: str) -> str:
        """Where a data row (from 0) stands in the file, for messages."""
        return f"line {line_of_row(self.text, self.delimiter, row + self.header)}, column {shorten(name)}"


def scan_table(text: str, header: str) -> Scan:
    """Read the table; header is auto, yes or no.

    Raises DataError for ragged rows, no rows, one column, or too many rows or columns.
    """
    delimiter = sniff_delimiter(text)
    first, *rest = first_rows(text, delimiter, HEADER_SAMPLE + 1)
    if len(first) > MOST_COLUMNS:
        raise DataError(f"the table has {len(first)} columns; at most {MOST_COLUMNS} are allowed")
    has_header = header == "yes" or (header == "auto" and looks_like_header(first, rest, delimiter != ","))
    if has_header and not rest:
        raise DataError("the table has a header but no rows")
    names, notes = _names(first, has_header)
    columns = tuple(ColumnScan(name) for name in names)
    return Scan(
        text=text,
        delimiter=delimiter,
        header=has_header,
        rows=_read_columns(columns, text, delimiter, has_header),
        columns=columns,
        preview=tuple(tuple(row) for row in (rest if has_header else [first, *rest])[:PREVIEW_ROWS]),
        notes=notes,
    )


def looks_like_header(first: Sequence[str], rest: Sequence[Sequence[str]], decimal_comma: bool) -> bool:
    """Whether the first row holds names, judged by the rows of its width among the rest.

    Yes if it has a text above a column of numbers. Where no column holds numbers: if its cells are all different texts
    and none of them comes again in its own column.
    """
    fitting = [row for row in rest if len(row) == len(first)]
    texts = [number(cell, decimal_comma) is None and not is_missing(cell) for cell in first]
    below = [[row[index] for row in fitting] for index in range(len(first))]
    numeric = [_holds_numbers(cells, decimal_comma) for cells in below]
    if any(numeric):
        return any(text and column for text, column in zip(texts, numeric, strict=True))
    repeated = any(cell in cells for cell, cells in zip(first, below, strict=True))
    return all(texts) and len(set(first)) == len(first) and not repeated


def unique_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names with _2, _3, … behind those that came before."""
    given = set(names)
    count = dict.fromkeys(given, 1)
    seen: set[str] = set()
    unique = []
    for name in names:
        candidate = name
        while candidate in seen or (candidate != name and candidate in given):
            count[name] += 1
            candidate = f"{name}_{count[name]}"
        seen.add(candidate)
        unique.append(candidate)
    return tuple(unique)


def _read_columns(columns: Sequence[ColumnScan], text: str, delimiter: str, has_header: bool) -> int:
    """Fill the columns, all at once if they are nothing but numbers, else chunk by chunk; the number of rows."""
    skipped = line_of_row(text, delimiter, 0) if has_header else 0
    block = number_block(text, delimiter, skipped, len(columns))
    if block is not None:
        for column, values in zip(columns, block.T, strict=True):
            column.add_numbers(values)
        return _counted(len(block))
    rows = 0
    for index, chunk in enumerate(row_chunks(text, delimiter)):
        data = chunk[1:] if index == 0 and has_header else chunk
        for column, cells in zip(columns, zip(*data, strict=True), strict=bool(data)):
            column.add(cells, rows, delimiter != ",")
        rows = _counted(rows + len(data))
    return rows


def _counted(rows: int) -> int:
    """The number of rows. Raises DataError when there are too many."""
    if rows > MOST_ROWS:
        raise DataError(f"the table has more than {MOST_ROWS} rows")
    return rows


def _holds_numbers(cells: Sequence[str], decimal_comma: bool) -> bool:
    values = numbers(cells, decimal_comma)
    return values is not None and not all(math.isnan(value) for value in values)


def _names(first: Sequence[str], has_header: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the columns (column_1, column_2, … where there is none) and a note about those that were changed."""
    written = [" ".join(cell.split()) if has_header else "" for cell in first]
    names = unique_names([cell or f"column_{index + 1}" for index, cell in enumerate(written)])
    changed = [name for name, cell in zip(names, written, strict=True) if cell and name != cell]
    notes = (f"Names that came twice were changed: {', '.join(changed)}.",) if changed else ()
    return names, notes
