"""From the bytes of a delimited file to rows of texts: encoding, delimiter, rows of one width, in chunks.

Encodings: a byte order mark decides, else strict UTF-8, else GB18030 (what Chinese spreadsheets save). Delimiters: tab,
semicolon, ``|``, comma; the first of them, in this order, that gives the first rows one and the same number of cells,
two or more. Quotes are ``"``, doubled inside a quoted cell. Empty lines are skipped. Messages carry no file name.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from engine.errors import DataError

LARGEST_FILE = 512 * 1024 * 1024  # bytes
DELIMITERS = ("\t", ";", "|", ",")
SAMPLE_ROWS = 50
CHUNK_ROWS = 10_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CONTROL = bytes([*range(0x09), *range(0x0E, 0x20)])


def read_text(path: Path) -> tuple[str, str]:
    """The file's text and its encoding. Raises DataError when it cannot be read, is empty, too large or no text."""
    try:
        if path.is_dir():
            raise DataError("this is a directory, not a file")
        if path.stat().st_size > LARGEST_FILE:
            raise DataError(f"the file is larger than {LARGEST_FILE // 2**20} MiB")
        content = path.read_bytes()
    except FileNotFoundError:
        raise DataError("there is no such file") from None
    except PermissionError:
        raise DataError("reading the file is not permitted") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise DataError(f"the file cannot be read ({error})") from None
    return decode(content)


def decode(content: bytes) -> tuple[str, str]:
    """The text (without byte order mark) and its encoding. Raises DataError for an empty or binary file."""
    marked = [name for mark, name in _MARKS if content.startswith(mark)]
    for encoding in marked or ["utf-8", "gb18030"]:
        try:
            text = content.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
        plain = text.encode()
        if len(plain.translate(None, _CONTROL)) < len(plain):
            raise DataError("this is not a text file (it contains control characters)")
        if not text.strip():
            raise DataError("the file is empty")
        return text, encoding.removesuffix("-sig")
    raise DataError("this is not text in UTF-8 or GB18030; save it as UTF-8")


def sniff_delimiter(text: str) -> str:
    """The delimiter of the table. Raises DataError when there is only one column."""
    widths = {delimiter: _sample_widths(text, delimiter) for delimiter in DELIMITERS}
    for delimiter, found in widths.items():
        if len(set(found)) == 1 and found[0] > 1:
            return delimiter
    # No delimiter fits every row: the one that fits most rows, so that the odd row can be named.
    agreement = {delimiter: _agreement(found) for delimiter, found in widths.items()}
    best = max(DELIMITERS, key=lambda delimiter: agreement[delimiter])
    if agreement[best] == 0:
        first_rows(text, best, 1)  # an open quote that swallows everything is reported as such
        raise DataError("there is only one column; cells are separated by a comma, a semicolon, a tab or |")
    return best


def row_chunks(text: str, delimiter: str) -> Iterator[list[list[str]]]:
    """Up to 10 000 rows at a time, all as wide as the first. Raises DataError naming the line of a row that is not."""
    rows = _rows(text, delimiter)
    width = 0
    start = 0
    try:
        while chunk := list(islice(rows, CHUNK_ROWS)):
            width = width or len(chunk[0])
            for index, row in enumerate(chunk):
                if len(row) != width:
                    line = line_of_row(text, delimiter, start + index)
                    raise DataError(f"line {line} has {_cells(len(row))}, the first row has {width}")
            yield chunk
            start += len(chunk)
    except csv.Error as error:
        raise _unreadable(error) from None


def first_rows(text: str, delimiter: str, count: int) -> list[list[str]]:
    """The first rows of the table, of whatever width. Raises DataError when they cannot be read."""
    try:
        return list(islice(_rows(text, delimiter), count))
    except csv.Error as error:
        raise _unreadable(error) from None


def line_of_row(text: str, delimiter: str, index: int) -> int:
    """The line (from 1) at which row ``index`` (from 0, empty lines not counted) ends in the file."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    next(islice(filter(_has_cells, reader), index, None), None)
    return reader.line_num


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """All rows but the empty ones."""
    return filter(_has_cells, csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True))


def _has_cells(row: list[str]) -> bool:
    return len(row) > 1 or (len(row) == 1 and bool(row[0].strip()))


def _sample_widths(text: str, delimiter: str) -> list[int]:
    """Numbers of cells of the first rows, as far as they can be read."""
    widths = [0]
    with suppress(csv.Error):
        for row in islice(_rows(text, delimiter), SAMPLE_ROWS):
            widths.append(len(row))
    return widths[1:] or widths


def _agreement(widths: list[int]) -> int:
    """How many rows share the most frequent number of cells above one."""
    return max(Counter(width for width in widths if width > 1).values(), default=0)


def _unreadable(error: csv.Error) -> DataError:
    return DataError(f"the table cannot be read ({error}); is a quote left open?")


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"
