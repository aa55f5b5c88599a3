"""Bytes to rows: encodings, delimiters, quotes, and an error with the line for what is no table."""

from __future__ import annotations

from pathlib import Path

import pytest

import engine.data.delimited as delimited
from engine.data.delimited import decode, first_rows, line_of_row, read_text, row_chunks, sniff_delimiter
from engine.errors import DataError

CHINESE = "名字,颜色\n张三,红\n"


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    return [row for chunk in row_chunks(text, delimiter) for row in chunk]


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("gb18030", "gb18030"), ("gbk", "gb18030"), ("utf-16", "utf-16")],
)
def test_encodings(codec: str, name: str) -> None:
    assert decode(CHINESE.encode(codec)) == (CHINESE, name)


def test_a_gb18030_mark_is_taken_off() -> None:
    assert decode(("\ufeff" + CHINESE).encode("gb18030")) == (CHINESE, "gb18030")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b" \r\n\n\t", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"a,b\n1,\x002\n", "not a text file"),
        (b"\x89PNG\r\n\x1a\n\x00", "not "),
        (b"a,b\n1,\xff\xff\n", "not text in UTF-8 or GB18030"),
        (b"\xef\xbb\xbf\xff", "not text in UTF-8 or GB18030"),
    ],
)
def test_what_is_not_text_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(DataError, match=message):
        decode(content)


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DataError, match="no such file"):
        read_text(tmp_path / "none.csv")
    with pytest.raises(DataError, match="directory"):
        read_text(tmp_path)
    with pytest.raises(DataError, match="cannot be read"):
        read_text(tmp_path / "a\0b.csv")
    with pytest.raises(DataError, match="cannot be read"):
        read_text(tmp_path / ("x" * 5000))
    (tmp_path / "large.csv").write_text("a,b\n1,2\n")
    monkeypatch.setattr(delimited, "LARGEST_FILE", 4)
    with pytest.raises(DataError, match="larger than"):
        read_text(tmp_path / "large.csv")


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal is simulated: an administrator may read everything."""
    (tmp_path / "locked.csv").write_text("a,b\n1,2\n")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(DataError, match="not permitted"):
        read_text(tmp_path / "locked.csv")


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1;2\n", ";"),
        ("a\tb\n1\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ("1,5;2,5\n3,5;4,5\n", ";"),
        ("1,5\t2,5\n", "\t"),
        ('"a;b",c\n"d;e",f\n', ","),
        ("a,b\n1;2,3\n4,5\n", ","),
        ("a,b,c\n1,2\n3,4,5\n", ","),
    ],
)
def test_delimiters(text: str, delimiter: str) -> None:
    assert sniff_delimiter(text) == delimiter


@pytest.mark.parametrize("text", ["a\n1\n2\n", "a b\n1 2\n", "word"])
def test_one_column_is_refused(text: str) -> None:
    with pytest.raises(DataError, match="only one column"):
        sniff_delimiter(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_quotes_and_line_ends(end: str) -> None:
    text = end.join(['a,"b"', "", '"x, ""y""", z', f'"two{end}lines",1', "  ", ""])
    assert rows(text) == [["a", "b"], ['x, "y"', "z"], [f"two{end}lines", "1"]]
    assert first_rows(text, ",", 2) == rows(text)[:2]
    assert [line_of_row(text, ",", index) for index in range(3)] == [1, 3, 5]


def test_a_ragged_row_is_named_by_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "CHUNK_ROWS", 2)
    with pytest.raises(DataError, match="line 6 has 3 cells, the first row has 2"):
        rows("a,b\n1,2\n\n3,4\n5,6\n7,8,9\n")
    with pytest.raises(DataError, match="line 2 has 1 cell, the first row has 2"):
        rows("a,b\n1\n")


def test_a_quote_left_open_is_refused() -> None:
    with pytest.raises(DataError, match="quote left open"):
        rows('a,b\n1,"' + "x" * 200_000)


def test_chunks_have_the_stated_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "CHUNK_ROWS", 3)
    assert [len(chunk) for chunk in row_chunks("1,2\n" * 7, ",")] == [3, 3, 1]
