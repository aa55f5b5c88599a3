"""An experiment's file: round trip, strictness with paths, nothing half-written, no input that breaks the reader."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.choices import ACTIVATION_KINDS, INITIALIZER_KINDS, OPTIMIZER_KINDS, PLANE_FEATURES, PLANE_KINDS
from engine.errors import ExperimentError, FileFormatError
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Schedule, Split
from engine.experiment_file import (
    FORMAT,
    LARGEST_FILE,
    experiment_from_dict,
    experiment_from_json,
    experiment_to_dict,
    experiment_to_json,
    load_experiment,
    save_experiment,
)

layers = st.builds(
    Layer,
    units=st.integers(1, 4096),
    activation=st.sampled_from(ACTIVATION_KINDS),
    slope=st.floats(0, 1),
    initializer=st.none() | st.sampled_from(INITIALIZER_KINDS),
    batch_norm=st.booleans(),
    keep_prob=st.floats(0.01, 1),
)
experiments = st.builds(
    Experiment,
    data=st.builds(
        Data,
        kind=st.sampled_from(PLANE_KINDS),
        noise=st.floats(0, 50),
        inputs=st.integers(2, 12),
        seed=st.integers(0, 2**32 - 1),
    ),
    split=st.sampled_from([Split(), Split(train=70, dev=0, test=30), Split(train=99.5, dev=0.25, test=0.25)]),
    features=st.lists(st.sampled_from(PLANE_FEATURES), unique=True).map(tuple),
    layers=st.lists(layers, max_size=4).map(tuple),
    penalty=st.builds(Penalty, l1=st.floats(0, 1e6), l2=st.floats(0, 1e6)),
    optimizer=st.builds(Optimizer, kind=st.sampled_from(OPTIMIZER_KINDS), learning_rate=st.floats(1e-9, 1000)),
    schedule=st.builds(Schedule, kind=st.just("inverse-time"), decay=st.floats(0, 10)),
    batch_size=st.integers(1, 10**6) | st.just("all"),
    seed=st.integers(0, 2**32 - 1),
)


@given(experiments)
def test_round_trip(experiment: Experiment) -> None:
    assert experiment_from_json(experiment_to_json(experiment)) == experiment


@given(st.binary(max_size=300))
def test_any_bytes_give_a_documented_error(content: bytes) -> None:
    with pytest.raises((FileFormatError, ExperimentError)):
        experiment_from_json(content)


@given(st.data())
def test_a_damaged_file_gives_an_experiment_or_a_documented_error(data: st.DataObject) -> None:
    content = bytearray(experiment_to_json(Experiment()).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(FileFormatError, ExperimentError):
        assert isinstance(experiment_from_json(bytes(content)), Experiment)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "not an experiment: an object is expected, not list"),
        ("{}", "format: None is not allowed; allowed: a whole number from 1 to"),
        ('{"format": true}', "format: True is not allowed"),
        ('{"format": 99}', "format: 99 is not allowed; allowed: .* a newer program wrote this file"),
        ('{"format": 1, "sed": 3}', "sed: 3 is not allowed; allowed: only the fields augmentation, batch_size, data"),
        ('{"format": 1, "seed": 1, "seed": 2}', "seed: 2 is not allowed; allowed: each field once"),
        ('{"format": 1, "seed": NaN}', "not an experiment: NaN is not a number"),
        ('{"format": 1, "optimizer": {"learning_rate": 1e999}}', "optimizer.learning_rate: inf is not allowed"),
        ('{"format": 1, "optimizer": 3}', "optimizer: 3 is not allowed; allowed: an object with named fields"),
        ('{"format": 1, "layers": {}}', r"layers: \{\} is not allowed; allowed: a list"),
        ('{"format": 1, "layers": [{}, {"keep_prob": 1.5}]}', r"layers\[1\].keep_prob: 1.5 is not allowed"),
        ('{"format": 1, "layers": [{"unit": 3}]}', r"layers\[0\].unit: 3 is not allowed"),
        ('{"format": 1, "features": [["x1"]]}', r"features\[0\]: \['x1'\] is not allowed"),
        ("[" * 100_000, "not an experiment: nested too deeply"),
    ],
)
def test_what_is_wrong_is_named_with_its_path(text: str, message: str) -> None:
    with pytest.raises((ExperimentError, FileFormatError), match=f"^{message}"):
        experiment_from_json(text)


def test_a_missing_field_takes_its_default() -> None:
    assert experiment_from_dict({"format": 1}) == Experiment()
    assert experiment_from_dict({"format": 1, "optimizer": {"kind": "adam"}}).optimizer == Optimizer(kind="adam")


def test_the_format_stands_first() -> None:
    assert next(iter(experiment_to_dict(Experiment()).items())) == ("format", FORMAT)


def test_a_table_beside_the_file_moves_with_it(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    experiment = Experiment(data=Data(kind="csv", path=str(tmp_path / "old" / "table.csv")))
    save_experiment(experiment, tmp_path / "old" / "e.json")
    assert json.loads((tmp_path / "old" / "e.json").read_text())["data"]["path"] == "table.csv"
    (tmp_path / "old").rename(tmp_path / "new")
    assert load_experiment(tmp_path / "new" / "e.json").data.path == str((tmp_path / "new" / "table.csv").resolve())


def test_a_table_elsewhere_keeps_its_path(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    experiment = Experiment(data=Data(kind="csv", path=str(tmp_path / "table.csv")))
    save_experiment(experiment, tmp_path / "sub" / "e.json")
    assert load_experiment(tmp_path / "sub" / "e.json") == experiment


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    with path.open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)
    with pytest.raises(FileFormatError, match=r"^big.json: not an experiment: larger than"):
        load_experiment(path)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "e.json"
    save_experiment(Experiment(), path)

    def no_space(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", no_space)
    with pytest.raises(OSError, match="No space left"):
        save_experiment(replace(Experiment(), seed=5), path)
    assert load_experiment(path) == Experiment()
    assert [one.name for one in tmp_path.iterdir()] == ["e.json"]


def test_a_path_that_is_no_text_comes_back_as_it_was() -> None:
    experiment = Experiment(data=Data(kind="csv", path="/data/\udcff.csv"))
    assert experiment_from_json(experiment_to_json(experiment).encode()) == experiment
    chinese = Experiment(data=Data(kind="csv", path="/数据/表.csv"))
    assert "表" in experiment_to_json(chinese)
