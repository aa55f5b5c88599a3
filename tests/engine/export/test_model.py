"""A model predicts what its trainer predicts, to the last bit, and a trainer goes on from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.data.prepare import prepare
from engine.errors import DataError, ExperimentError
from engine.experiment import Data, Experiment
from engine.export import Model, load_model, model_of, save_model, trainer_from_model
from engine.trainer import Trainer
from tests.engine.export.cases import CASES, samples, table_with_gaps, trained


@pytest.mark.parametrize("name", CASES)
def test_a_model_predicts_as_its_trainer_to_the_last_bit(name: str) -> None:
    trainer = trained(name)
    x = samples(trainer, 5000)
    expected = trainer.predict(x)
    found = model_of(trainer).predict(x)
    assert found.dtype == expected.dtype == np.dtype(CASES[name].dtype)
    assert found.shape == expected.shape
    assert found.tobytes() == expected.tobytes()


def test_a_model_is_a_copy_that_nobody_can_write_to() -> None:
    trainer = Trainer(CASES["batch norm"])
    model = model_of(trainer)
    before = model.parameters.copy()
    trainer.run(1)
    assert np.array_equal(model.parameters, before)
    assert not np.array_equal(trainer.parameters, before)
    for array in (model.parameters, model.running):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1.0


def test_names_of_inputs_are_the_features_or_the_columns() -> None:
    assert model_of(trained("features")).inputs == ("x1*x2", "sin(x1)", "x2^2")
    assert model_of(trained("two-class")).inputs == ("x1", "x2")


@pytest.mark.parametrize("shape", [(3,), (3, 1), (3, 3), (1, 3, 2)])
def test_samples_of_another_shape_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"allowed: \(m, 2\)"):
        model_of(trained("two-class")).predict(np.zeros(shape))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"parameters": np.zeros(3, np.float32)}, "parameters: float32"),
        ({"parameters": "double"}, "parameters: float64"),
        ({"parameters": np.nan}, "parameters are not all finite"),
        ({"running": np.inf}, "running are not all finite"),
        ({"running": -1.0}, "running variances"),
    ],
)
def test_parts_that_do_not_fit_are_refused(changes: dict[str, object], message: str) -> None:
    model = model_of(trained("batch norm"))
    given = {
        name: model.parameters.astype(np.float64)
        if isinstance(value, str)
        else np.full_like(getattr(model, name), value)
        if isinstance(value, float)
        else value
        for name, value in changes.items()
    }
    with pytest.raises(ValueError, match=message):
        remade(model, **given)


def test_a_loss_that_does_not_fit_the_task_is_refused() -> None:
    model = model_of(trained("regression"))
    with pytest.raises(ExperimentError, match=r"^loss"):
        remade(model, experiment=replace(model.experiment, loss="cross-entropy"))


def remade(model: Model, **changes: object) -> Model:
    """The model made anew with other parts."""
    names = ("experiment", "task", "columns", "classes", "fill", "normalization", "parameters", "running")
    return Model(**({name: getattr(model, name) for name in names} | changes))


@pytest.mark.parametrize("name", CASES)
def test_a_trainer_goes_on_from_a_model(name: str) -> None:
    trainer = trained(name)
    again = trainer_from_model(model_of(trainer))
    assert again.predict(samples(again)).tobytes() == trainer.predict(samples(trainer)).tobytes()
    assert again.evaluate().cost == pytest.approx(trainer.evaluate().cost, nan_ok=True)
    assert (again.steps, again.epoch, len(again.history)) == (0, 0, 1)
    assert again.history.cost["train"][0] == again.evaluate().cost["train"]
    again.run(1)
    assert not np.array_equal(again.parameters, trainer.parameters)


def test_a_table_with_gaps_survives_the_file(tmp_path: Path) -> None:
    experiment = Experiment(data=Data(kind="csv", path=str(table_with_gaps(tmp_path))))
    trainer = Trainer(experiment)
    trainer.run(2)
    save_model(tmp_path / "weights.npz", model_of(trainer))
    model = load_model(tmp_path / "weights.npz")
    assert model.columns == trainer.prepared.dataset.feature_names
    assert model.predict(samples(trainer)).tobytes() == trainer.predict(samples(trainer)).tobytes()


def test_a_trainer_sees_new_rows_as_the_model_did(tmp_path: Path) -> None:
    path = table_with_gaps(tmp_path)
    trainer = Trainer(Experiment(data=Data(kind="csv", path=str(path))))
    model = model_of(trainer)
    path.write_text(path.read_text(encoding="utf-8") + "1000,red,1000,a\n", encoding="utf-8")
    again = trainer_from_model(model)
    fitted_anew = prepare(model.experiment).normalization
    assert np.array_equal(again.prepared.normalization.mean, model.normalization.mean)
    assert not np.array_equal(again.prepared.normalization.mean, fitted_anew.mean)
    assert again.predict(samples(trainer)).tobytes() == trainer.predict(samples(trainer)).tobytes()


@pytest.mark.parametrize(("old", "new", "what"), [("length", "width", "columns"), (",c\n", ",d\n", "classes")])
def test_data_that_have_changed_are_said(tmp_path: Path, old: str, new: str, what: str) -> None:
    path = table_with_gaps(tmp_path)
    model = model_of(Trainer(Experiment(data=Data(kind="csv", path=str(path)))))
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=f"changed since the weights were exported: {what} "):
        trainer_from_model(model)
