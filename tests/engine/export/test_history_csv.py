"""The history as a table: read back by the csv module it is the history, to the last bit."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from engine.export import history_to_csv, save_history
from engine.history import COLUMNS
from tests.engine.export.cases import trained


@pytest.mark.parametrize("name", ["two-class", "regression"])
def test_every_row_and_column_comes_back(name: str, tmp_path: Path) -> None:
    trainer = trained(name)
    save_history(tmp_path / "history.csv", trainer.history, trainer.prepared.task)
    with (tmp_path / "history.csv").open(newline="", encoding="utf-8") as stream:
        header, *rows = csv.reader(stream)
    table = np.array([[float(cell) if cell else np.nan for cell in row] for row in rows])
    assert np.array_equal(table, trainer.history.table, equal_nan=True)
    assert len(header) == len(COLUMNS)
    assert [row[0] for row in rows] == ["0", "1", "2"]


def test_regression_calls_its_measure_by_its_name() -> None:
    trainer = trained("regression")
    assert "mse_test" in history_to_csv(trainer.history, "regression").splitlines()[0]
    assert "accuracy_test" in history_to_csv(trainer.history, "classes").splitlines()[0]


def test_an_empty_set_is_an_empty_cell() -> None:
    first = history_to_csv(trained("two-class").history, "two-class").splitlines()[1]
    row = dict(zip(COLUMNS, first.split(","), strict=True))
    assert (row["cost_dev"], row["accuracy_dev"]) == ("", "")
    assert float(row["cost_train"]) > 0
