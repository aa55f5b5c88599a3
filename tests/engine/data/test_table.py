"""CSV files end to end: what people save becomes the data set they mean, anything else one clear line."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import engine.data.table_arrays as table_arrays
from engine.data.dataset import Column
from engine.data.table import inspect_table, read_table
from engine.errors import DataError, ExperimentError

MIXED = """age,colour,score,passed
31,red,1.5,yes
NA,blue,2.5,no
45,,3.5,yes
52,red,?,
28,blue,0.5,no
"""


def write(directory: Path, text: str, encoding: str = "utf-8") -> Path:
    path = directory / "table.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_numbers_categories_gaps_and_rows_without_target(tmp_path: Path) -> None:
    data = read_table(write(tmp_path, MIXED))
    nan = np.nan
    expected = [[31, 0, 1, 0, 1.5], [nan, 1, 0, 0, 2.5], [45, 0, 0, 1, 3.5], [28, 1, 0, 0, 0.5]]
    assert np.array_equal(data.x, expected, equal_nan=True)
    assert data.feature_names == ("age", "colour=blue", "colour=red", "colour=(missing)", "score")
    assert (data.task, data.class_names, data.y.tolist()) == ("two-class", ("no", "yes"), [1, 0, 1, 0])
    assert data.target_name == "passed"
    assert data.columns == (
        Column(name="age", kind="number", missing=1),
        Column(name="colour", kind="category", categories=("blue", "red"), missing=1),
        Column(name="score", kind="number", missing=0),
    )
    assert data.notes == (
        "Left out, no value of passed: 1 row.",
        "2 missing values in 2 columns: a number takes the training set's mean, a category gets a column of its own.",
    )


def test_a_target_named_in_the_middle(tmp_path: Path) -> None:
    data = read_table(write(tmp_path, MIXED), target="score")
    assert (data.task, data.y.tolist()) == ("regression", [1.5, 2.5, 3.5, 0.5])
    assert data.feature_names[-3:] == ("passed=no", "passed=yes", "passed=(missing)")


def test_the_notes_name_what_is_odd(tmp_path: Path) -> None:
    lines = ["id,fixed,name,gap,code,y"] + [f"{i},7,n{i},,{i % 3 or 'x'},{i * 0.5}" for i in range(60)]
    data = read_table(write(tmp_path, "\n".join(lines)))
    assert data.feature_names == ("id", "fixed", "code=1", "code=2", "code=x")
    assert data.notes == (
        "Left out, more than 50 different texts: name.",
        "Left out, no values: gap.",
        "Numbers and texts mixed, read as categories: code.",
        "The same in every row: fixed.",
        "Looks like a row number: id.",
    )


def test_a_plain_table_needs_no_notes(tmp_path: Path) -> None:
    assert read_table(write(tmp_path, "a,b,y\n1,2,0\n3,1,1\n")).notes == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_chinese_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    data = read_table(write(tmp_path, "身高,颜色,类别\n1.7,红,甲\n1.6,蓝,乙\n", encoding))
    assert data.feature_names == ("身高", "颜色=红", "颜色=蓝")
    assert set(data.class_names) == {"甲", "乙"}
    assert len(data.notes) == (0 if encoding.startswith("utf-8") else 1)


def test_decimal_comma(tmp_path: Path) -> None:
    data = read_table(write(tmp_path, "a;b;y\n1,5;2;0,5\n;3,25;1,5\n4;1;2,5\n"))
    assert np.array_equal(data.x, [[1.5, 2.0], [np.nan, 3.25], [4.0, 1.0]], equal_nan=True)
    assert data.y.tolist() == [0.5, 1.5, 2.5]


def test_the_quick_and_the_slow_way_agree(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    values = rng.normal(size=(300, 4)).round(3)
    values[:, 1] = rng.integers(0, 3, 300)
    text = "a,b,c,y\n" + "".join(",".join(map(repr, row)) + "\n" for row in values.tolist())
    quick = read_table(write(tmp_path, text), target="b")
    slow = read_table(write(tmp_path, text.replace("a,b", '"a",b')), target="b")
    assert np.array_equal(quick.x, slow.x)
    assert np.array_equal(quick.y, slow.y)
    assert (quick.task, quick.class_names, quick.notes) == (slow.task, slow.class_names, slow.notes)
    assert quick.feature_names == slow.feature_names == ("a", "c", "y")


def test_inspecting_a_table(tmp_path: Path) -> None:
    info = inspect_table(write(tmp_path, MIXED))
    assert [(c.name, c.kind, c.missing, c.different) for c in info.columns] == [
        ("age", "number", 1, 4),
        ("colour", "category", 1, 2),
        ("score", "number", 1, 4),
        ("passed", "category", 1, 2),
    ]
    assert (info.rows, info.header, info.delimiter, info.encoding) == (5, True, ",", "utf-8")
    assert info.preview[0] == ("31", "red", "1.5", "yes")
    assert info.suggested_target == "passed"
    assert inspect_table(write(tmp_path, MIXED), header="no").columns[0].name == "column_1"


def test_inspecting_counts_up_to_a_hundred(tmp_path: Path) -> None:
    info = inspect_table(write(tmp_path, "a,b\n" + "".join(f"{i},{i % 100}\n" for i in range(500))))
    assert [column.different for column in info.columns] == [101, 100]


@pytest.mark.parametrize(
    ("text", "target", "message"),
    [
        ("", None, "the file is empty"),
        ("a\n1\n2\n", None, "only one column"),
        ("a,b\n1,2\n3,4,5\n", None, "line 3 has 3 cells, the first row has 2"),
        ("a,b\n1,0\n2,1\n", "c", "target 'c' is not a column; columns: a, b"),
        ("a,b\n1,0\n2,0\n", None, "only one value, 0"),
        ("a,b\n1,x\n2,x\n", None, "only one class, 'x'"),
        ("a,b\n1,1e999\n2,1\n", None, "line 2, column 'b': '1e999' is infinite or beyond ±1e38"),
        ("a,b\n1,0\n\n-inf,1\n", None, "line 4, column 'a': '-inf' is infinite"),
        ('a,b\n1,"' + "x" * 200_000, None, "the table cannot be read"),
        ('a,b,"' + "x" * 200_000, None, "is a quote left open?"),
        ("a,b\n,1\n,2\n", None, "no column is left to predict from"),
        (
            "a,b\n" + "".join(f"{i},{i % 2}\n" for i in range(99)) + "oops,1\n",
            None,
            "line 101, column 'a': 'oops' is not",
        ),
    ],
)
def test_one_clear_line_for_what_cannot_be_used(tmp_path: Path, text: str, target: str | None, message: str) -> None:
    with pytest.raises(DataError) as caught:
        read_table(write(tmp_path, text), target=target)
    assert str(caught.value).startswith("'table.csv': ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_inf_among_texts_is_a_text(tmp_path: Path) -> None:
    assert read_table(write(tmp_path, "place,y\ninf,0\nsup,1\n")).feature_names == ("place=inf", "place=sup")


def test_missing_files_and_directories(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"'none\.csv': there is no such file"):
        inspect_table(tmp_path / "none.csv")
    with pytest.raises(DataError, match="directory"):
        read_table(tmp_path)


def test_an_unknown_header_choice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExperimentError, match=r"data\.header: 'maybe' .* auto, yes, no"):
        read_table(write(tmp_path, MIXED), header="maybe")


def test_the_size_of_x_has_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_arrays, "MOST_COLUMNS", 4)
    with pytest.raises(DataError, match="with its categories the table has 5 columns; at most 4"):
        read_table(write(tmp_path, MIXED))
    monkeypatch.undo()
    monkeypatch.setattr(table_arrays, "MOST_CELLS", 24)
    with pytest.raises(DataError, match="5 rows × 5 columns are more than the 24 numbers allowed"):
        read_table(write(tmp_path, MIXED))


def test_no_cell_is_evaluated(tmp_path: Path) -> None:
    data = read_table(write(tmp_path, "a,y\n=1+1,0\n__import__('os').abort(),1\n"))
    assert data.feature_names == ("a==1+1", "a=__import__('os').abort()")


def is_infinite(text: str) -> bool:
    """Whether a text is a number that no table may hold."""
    try:
        return math.isinf(float(text))
    except ValueError:
        return False


CELLS = st.one_of(
    st.floats(-1e30, 1e30).map(repr),
    st.text(
        st.characters(blacklist_categories=["Cc", "Cs"], blacklist_characters="\ufeff"), min_size=1, max_size=6
    ).filter(lambda text: not is_infinite(text)),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.tuples(st.floats(-1e30, 1e30), CELLS, st.booleans()), min_size=2, max_size=8).filter(
        lambda rows: len({row[2] for row in rows}) == 2
    ),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_a_written_table_comes_back(tmp_path: Path, rows: list[tuple[float, str, bool]], delimiter: str) -> None:
    path = tmp_path / "written.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow(["number", "cell", "answer"])
        writer.writerows([number, cell, "yes" if answer else "no"] for number, cell, answer in rows)
    data = read_table(path, target="answer", header="yes")
    assert data.x[:, 0].tolist() == [row[0] for row in rows]
    assert data.y.tolist() == [int(row[2]) for row in rows]
    assert data.class_names == ("no", "yes")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text("0123456789.,;|\t\n\r\"'- eEx?+naNif_红", max_size=120).map(str.encode),
        st.lists(
            st.sampled_from([b"1", b"x", b",", b",", b"\n", b"\n", b";", b'"', b"nan", b"inf", b"-", b" ", b"\xb0\xa1"])
        ).map(b"".join),
    ),
    st.sampled_from(["auto", "yes", "no"]),
)
def test_any_bytes_give_a_data_set_or_a_data_error(tmp_path: Path, content: bytes, header: str) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    problem = ""
    try:
        info, data = inspect_table(path, header=header), read_table(path, header=header)
    except DataError as error:
        problem = str(error)
    if problem:
        assert problem.startswith("'any.csv': ")
        assert "\n" not in problem
    else:
        assert len(data.y) <= info.rows
        assert not np.isinf(data.x).any()
        assert info.suggested_target == data.target_name
