"""Models on the disk: every format carries every model to the last bit; what is no model is said in one line."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ExperimentError, FileFormatError
from engine.export import MODEL_FORMATS, load_model, model_of, save_model
from engine.export.description import arrays_of, describe, model_from
from tests.engine.export.cases import CASES, samples, trained

FORMATS = tuple(MODEL_FORMATS)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", CASES)
def test_a_model_comes_back_to_the_last_bit(name: str, suffix: str, tmp_path: Path) -> None:
    trainer = trained(name)
    path = tmp_path / f"weights{suffix}"
    save_model(path, model_of(trainer))
    model = load_model(path)
    assert model.experiment == CASES[name]
    assert (model.task, model.classes) == (trainer.prepared.task, trainer.prepared.dataset.class_names)
    assert model.parameters.tobytes() == trainer.parameters.tobytes()
    assert model.running.tobytes() == trainer.network.running.tobytes()
    assert model.predict(samples(trainer)).tobytes() == trainer.predict(samples(trainer)).tobytes()


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_model_gives_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix.upper()}"
    save_model(first, model_of(trained("batch norm")))
    save_model(second, load_model(first))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_named_arrays_hold_what_the_trainer_shows(suffix: str) -> None:
    trainer = trained("batch norm")
    row = MODEL_FORMATS[suffix]
    _, arrays = row.read(row.write(describe(model_of(trainer)), arrays_of(model_of(trainer))))
    for layer in range(1, trainer.network.depth + 1):
        assert np.array_equal(arrays[f"layers.{layer}.weight"], trainer.weights(layer))
    assert np.array_equal(arrays["layers.2.bias"], trainer.biases(2))
    assert np.array_equal(arrays["layers.1.gamma"], trainer.gammas(1))
    assert np.array_equal(arrays["layers.3.beta"], trainer.betas(3))
    assert "layers.1.bias" not in arrays


@pytest.mark.parametrize("suffix", [".json", "", ".npy", ".csv"])
def test_another_suffix_is_refused(suffix: str, tmp_path: Path) -> None:
    for call in (lambda path: save_model(path, model_of(trained("two-class"))), load_model):
        with pytest.raises(ExperimentError, match=r"\.npz or \.safetensors"):
            call(tmp_path / f"weights{suffix}")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_write_that_fails_leaves_the_old_file(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / f"weights{suffix}"
    save_model(path, model_of(trained("two-class")))
    before = path.read_bytes()

    def fail(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        save_model(path, model_of(trained("classes")))
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_does_not_read_back_is_not_saved(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = MODEL_FORMATS[suffix]
    model = model_of(trained("two-class"))
    spoilt = arrays_of(model)
    spoilt["layers.1.weight"][0, 0] += 1.0
    content = row.write(describe(model), spoilt)
    spoiling = replace(row, write=lambda description, arrays: content)
    monkeypatch.setattr("engine.export.model_file.format_of", lambda path: spoiling)
    with pytest.raises(RuntimeError, match="does not read back"):
        save_model(tmp_path / f"weights{suffix}", model)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("content", [b"", b"PK", b"\0" * 100, b"\xff" * 100, b"{}", b"x1,x2\n1,2\n"])
def test_a_foreign_file_is_said_in_one_line(suffix: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"weights{suffix}"
    path.write_bytes(content)
    with pytest.raises(FileFormatError, match=r"^weights\.\w+: not exported weights: ") as caught:
        load_model(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_cut_anywhere_is_damaged(suffix: str) -> None:
    row = MODEL_FORMATS[suffix]
    content = row.write(describe(model_of(trained("logistic"))), arrays_of(model_of(trained("logistic"))))
    for length in range(0, len(content) - 1, 7):
        with pytest.raises(FileFormatError):
            row.read(content[:length])


@pytest.mark.parametrize("suffix", FORMATS)
@given(data=st.data())
def test_mutated_bytes_give_a_model_or_the_documented_error(suffix: str, data: st.DataObject) -> None:
    row = MODEL_FORMATS[suffix]
    model = model_of(trained("batch norm"))
    content = bytearray(row.write(describe(model), arrays_of(model)))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    try:
        read = model_from(*row.read(bytes(content)))
    except FileFormatError:
        return
    assert np.isfinite(read.parameters).all()


@pytest.mark.parametrize("suffix", FORMATS)
@given(content=st.binary(max_size=400))
def test_random_bytes_are_no_model(suffix: str, content: bytes) -> None:
    with pytest.raises(FileFormatError):
        MODEL_FORMATS[suffix].read(content)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_missing_file_is_an_os_error(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_model(tmp_path / f"weights{suffix}")


def test_a_file_beyond_all_size_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "weights.npz"
    save_model(path, model_of(trained("two-class")))
    monkeypatch.setattr("engine.export.model_file.LARGEST_FILE", 100)
    with pytest.raises(FileFormatError, match="larger than 100 bytes"):
        load_model(path)
