"""Which column is predicted, and whether as classes or as a quantity."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.columns import scan_table
from engine.data.target import number_target, read_target, target_column
from engine.errors import DataError

NAN = float("nan")


@pytest.mark.parametrize(
    ("values", "names", "y"),
    [
        ([0, 1, 1, 0], ("0", "1"), [0, 1, 1, 0]),
        ([-1, 1], ("-1", "1"), [0, 1]),
        ([0.5, 1.5, 0.5], ("0.5", "1.5"), [0, 1, 0]),
        ([3, 1, 2, 1, 2, 3], ("1", "2", "3"), [2, 0, 1, 0, 1, 2]),
        ([1e20, 0, 1e20], ("0", "100000000000000000000"), [1, 0, 1]),
        ([0, NAN, 1], ("0", "1"), [0, 1]),
        (list(range(20)) * 2, tuple(map(str, range(20))), list(range(20)) * 2),
    ],
)
def test_numbers_that_are_classes(values: list[float], names: tuple[str, ...], y: list[int]) -> None:
    target = number_target(np.array(values, dtype=float), "t")
    assert target.task == ("two-class" if len(names) == 2 else "classes")
    assert target.class_names == names
    assert target.y.tolist() == y
    assert target.y.dtype == np.int64
    assert target.known.sum() == len(y)


@pytest.mark.parametrize(
    "values", [[1.0, 2.0, 3.0], [1.5, 2.5, 3.0, 1.5, 2.5, 3.0], list(range(21)) * 3, [0.0, 1.0, 2.0, NAN, NAN, NAN]]
)
def test_numbers_that_are_quantities(values: list[float]) -> None:
    target = number_target(np.array(values, dtype=float), "t")
    assert (target.task, target.class_names) == ("regression", ())
    assert target.y.tolist() == [value for value in values if value == value]
    assert target.y.dtype == np.float64


def test_texts_are_classes_in_order() -> None:
    target = read_target(scan_table("x,c\n1,red\n2,blue\n3,\n4,red\n", "yes").columns[1])
    assert (target.class_names, target.task, target.y.tolist()) == (("blue", "red"), "two-class", [1, 0, 1])
    assert target.known.tolist() == [True, True, False, True]
    hundred = "x,c\n" + "".join(f"1,t{i:03}\n" for i in range(100))
    assert len(read_target(scan_table(hundred, "yes").columns[1]).class_names) == 100


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (["5", "5", "5"], "only one value, 5"),
        (["a", "a", "?"], "only one class, 'a'"),
        (["", "NA", "?"], "has no values"),
        ([f"t{i}" for i in range(101)], "more than 100 classes"),
    ],
)
def test_what_cannot_be_predicted_is_refused(cells: list[str], message: str) -> None:
    column = scan_table("x,c\n" + "".join(f"1,{cell}\n" for cell in cells), "yes").columns[1]
    with pytest.raises(DataError, match=f"target 'c' .*{message}|target 'c' {message}"):
        read_target(column)


def test_the_last_usable_column_unless_one_is_named() -> None:
    columns = scan_table("a,b,name,gap\n" + "".join(f"{i},{i % 2},n{i},\n" for i in range(150)), "yes").columns
    assert target_column(columns, None).name == "b"
    assert target_column(columns, "a").name == "a"
    with pytest.raises(DataError, match="target 'z' is not a column; columns: a, b, name, gap"):
        target_column(columns, "z")
    many = scan_table(",".join(["1"] * 30), "no").columns
    with pytest.raises(DataError, match="column_20 and 10 more"):
        target_column(many, "z")
