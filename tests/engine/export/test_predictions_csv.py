"""The table of predictions says what the trainer says, for every kind of target."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.export import predictions_to_csv, save_predictions
from engine.presets import preset
from engine.snapshot import SETS
from engine.trainer import Trainer


def trained(kind: str) -> Trainer:
    experiment = preset(kind)
    trainer = Trainer(replace(experiment, data=replace(experiment.data, samples=60)))
    trainer.run(3)
    return trainer


@pytest.mark.parametrize("kind", ["circle", "iris", "reg-plane", "digits"])
def test_every_sample_stands_with_its_prediction(kind: str) -> None:
    trainer = trained(kind)
    data = trainer.prepared.dataset
    rows = list(csv.reader(io.StringIO(predictions_to_csv(trainer))))
    names = list(data.class_names)
    target = data.target_name
    assert rows[0] == ["set", *data.feature_names, target, f"predicted {target}", *(f"p({name})" for name in names)]
    assert len(rows) == 61
    start, columns = 1, len(data.feature_names)
    for name in SETS:
        raw, y = trainer.prepared.raw(name), trainer.prepared.y[name]
        part = rows[start : start + len(y)]
        start += len(y)
        assert {row[0] for row in part} <= {name}
        if not part:
            continue
        np.testing.assert_array_equal(np.array([row[1 : 1 + columns] for row in part], float), raw)
        outputs = trainer.predict(raw)
        if not names:
            np.testing.assert_array_equal([float(row[-2]) for row in part], y)
            np.testing.assert_allclose([float(row[-1]) for row in part], outputs, rtol=1e-6)
            continue
        assert [row[1 + columns] for row in part] == [names[label] for label in y]
        shares = np.array([row[3 + columns :] for row in part], float)
        np.testing.assert_allclose(shares.sum(axis=1), 1.0, atol=1e-5)
        np.testing.assert_allclose(shares[:, 1] if len(names) == 2 else shares, outputs, atol=1e-5)
        assert [row[2 + columns] for row in part] == [names[best] for best in shares.argmax(axis=1)]


def test_it_is_written_as_it_is(tmp_path: Path) -> None:
    trainer = trained("circle")
    save_predictions(tmp_path / "points.csv", trainer)
    assert (tmp_path / "points.csv").read_text(encoding="utf-8") == predictions_to_csv(trainer)
