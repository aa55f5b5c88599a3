"""The run by epoch as a table for spreadsheets and scripts: a row for each epoch looked at, row 0 before training."""

from __future__ import annotations

import math
from pathlib import Path

from engine.experiment import Task
from engine.files import write_whole
from engine.history import COLUMNS, History


def history_to_csv(history: History, task: Task) -> str:
    """CSV text with a header. Empty cells stand for an empty set; for regression ``accuracy_…`` is called ``mse_…``."""
    measure = "mse" if task == "regression" else "accuracy"
    header = ",".join(name.replace("accuracy", measure) for name in COLUMNS)
    rows = (",".join(_cell(name, value) for name, value in zip(COLUMNS, row, strict=True)) for row in history.table)
    return "\n".join([header, *rows]) + "\n"


def save_history(path: str | Path, history: History, task: Task) -> None:
    """Write the table, whole or not at all. Raises OSError."""
    write_whole(path, history_to_csv(history, task).encode())


def _cell(name: str, value: float) -> str:
    if math.isnan(value):
        return ""
    return str(int(value)) if name == "epoch" else repr(float(value))
