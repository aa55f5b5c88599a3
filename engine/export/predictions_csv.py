"""Every sample with what the network says about it, as a table for spreadsheets and scripts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from engine.files import write_whole
from engine.snapshot import SETS, SetName
from engine.trainer import Trainer


def predictions_to_csv(trainer: Trainer) -> str:
    """CSV text: the set, the raw columns (gaps filled), the target, the prediction, and p of each class.

    Classes stand under their names; numbers have a prediction and no p.
    """
    data = trainer.prepared.dataset
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    target = data.target_name
    table.writerow(
        ["set", *data.feature_names, target, f"predicted {target}", *(f"p({one})" for one in data.class_names)]
    )
    for name in SETS:
        table.writerows(_rows(trainer, name))
    return text.getvalue()


def save_predictions(path: str | Path, trainer: Trainer) -> None:
    """Write the table, whole or not at all. Raises OSError."""
    write_whole(path, predictions_to_csv(trainer).encode())


def _rows(trainer: Trainer, name: SetName) -> Iterator[list[str]]:
    prepared, names = trainer.prepared, trainer.prepared.dataset.class_names
    if not len(prepared.y[name]):
        return
    raw = prepared.raw(name)
    outputs = np.asarray(trainer.predict(raw), np.float64)
    if prepared.task == "two-class":
        outputs = np.stack([1.0 - outputs, outputs], axis=1)  # (m, 2)
    for x, y, answer in zip(raw.tolist(), prepared.y[name].tolist(), outputs.tolist(), strict=True):
        said = [repr(y), repr(answer)] if not names else [names[y], names[int(np.argmax(answer))], *map(_share, answer)]
        yield [name, *map(repr, x), *said]


def _share(p: float) -> str:
    return f"{p:.6g}"
