"""Headers are told from data, names are made unique, and the size of a table has limits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import engine.data.columns as columns_module
from engine.data.columns import scan_table, unique_names
from engine.errors import DataError


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("a,b\n1,2\n", True),
        ("1,2\n3,4\n", False),
        ("name,colour\nann,red\nbob,blue\n", True),
        ("ann,red\nbob,red\nann,blue\n", False),
        ("5.1,setosa\n4.9,setosa\n", False),
        ("length,species\n5.1,setosa\n", True),
        ("id,1,2\n7,0.5,0.6\n", True),
        (",b\n1,2\n", True),
        ("?,2\n3,4\n", False),
        ("a,a\nx,y\n", False),
        ("a;b\n1,5;2,5\n", True),
        ("1,5;2,5\n3,5;4,5\n", False),
    ],
)
def test_headers(text: str, header: bool) -> None:
    scan = scan_table(text, "auto")
    assert scan.header is header
    assert scan.rows == text.count("\n") - header


def test_the_header_can_be_stated() -> None:
    assert [column.name for column in scan_table("1,2\n3,4\n", "yes").columns] == ["1", "2"]
    without = scan_table("a,b\nc,d\n", "no")
    assert [column.name for column in without.columns] == ["column_1", "column_2"]
    assert without.rows == 2


def test_names_are_tidied_and_made_unique() -> None:
    scan = scan_table('x, x ,,"two\nlines",x_2\n1,2,3,4,5\n', "yes")
    assert [column.name for column in scan.columns] == ["x", "x_3", "column_3", "two lines", "x_2"]
    assert scan.notes == ("Names that came twice were changed: x_3.",)


@given(st.lists(st.sampled_from(["a", "a_2", "a_3", "a_2_2", "b"]), max_size=12))
def test_unique_names_law(names: list[str]) -> None:
    unique = unique_names(names)
    assert len(set(unique)) == len(names)
    assert all(new.startswith(old) for new, old in zip(unique, names, strict=True))
    assert set(names) <= set(unique)


def test_preview_and_place() -> None:
    scan = scan_table("a,b\n" + "".join(f"{i},x\n" for i in range(20)), "auto")
    assert scan.preview == tuple((str(i), "x") for i in range(8))
    assert scan.place(3, "b") == "line 5, column 'b'"


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DataError, match="header but no rows"):
        scan_table("a,b\n", "auto")
    with pytest.raises(DataError, match="header but no rows"):
        scan_table("1,2\n", "yes")
    with pytest.raises(DataError, match="2001 columns; at most 2000"):
        scan_table(",".join(["1"] * 2001), "no")
    monkeypatch.setattr(columns_module, "MOST_ROWS", 3)
    assert scan_table("1,2\n" * 3, "no").rows == 3
    for cell in ("2", "x"):
        with pytest.raises(DataError, match="more than 3 rows"):
            scan_table(f"1,{cell}\n" * 4, "no")
