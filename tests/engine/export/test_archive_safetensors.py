"""The .safetensors file: the library opens it, slices are written right, and a wrong header is refused."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors import safe_open

from engine.errors import FileFormatError
from engine.export import model_of, save_model
from engine.export.archive_safetensors import from_safetensors, to_safetensors
from engine.export.description import arrays_of, describe
from tests.engine.export.cases import trained

MODEL = model_of(trained("two-class"))
CONTENT = to_safetensors(describe(MODEL), arrays_of(MODEL))


def with_header(change: Any) -> bytes:
    """The file with its header changed by a function on the JSON tree."""
    (length,) = struct.unpack_from("<Q", CONTENT)
    tree = json.loads(CONTENT[8 : 8 + length])
    header = json.dumps(change(tree) or tree).encode()
    return struct.pack("<Q", len(header)) + header + CONTENT[8 + length :]


def test_the_library_opens_it(tmp_path: Path) -> None:
    save_model(tmp_path / "weights.safetensors", MODEL)
    with safe_open(tmp_path / "weights.safetensors", framework="numpy") as opened:
        assert json.loads(opened.metadata()["model"])["task"] == "two-class"
        assert np.array_equal(opened.get_tensor("layers.1.weight"), trained("two-class").weights(1))


def test_slices_are_refused_because_the_library_would_write_them_wrongly() -> None:
    arrays = arrays_of(MODEL)
    arrays["layers.1.weight"] = trained("two-class").weights(1)
    assert not arrays["layers.1.weight"].flags.c_contiguous
    with pytest.raises(ValueError, match="C-contiguous"):
        to_safetensors(describe(MODEL), arrays)


def spoil(name: str, **changes: Any) -> Any:
    """What changes one array's entry in the header."""
    return lambda tree: tree[name].update(changes)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (spoil("layers.1.weight", shape=[2, 4]), r"float32 \(2, 4\), and float32 \(4, 2\)"),
        (spoil("layers.1.weight", dtype="I32"), "int32"),
        (spoil("layers.1.weight", dtype="BF16"), "damaged"),
        (spoil("layers.1.weight", dtype="F99"), "damaged"),
        (spoil("layers.1.weight", shape=[10**12, 2]), "damaged"),
        (spoil("layers.1.weight", data_offsets=[0, 10**15]), "damaged"),
        (lambda tree: {name.replace("layers.1", "layers.7"): one for name, one in tree.items()}, "not those"),
        (lambda tree: tree.pop("__metadata__") and None, "not a model"),
        (lambda tree: tree["__metadata__"].update(model="{"), "not JSON"),
        (lambda tree: tree["__metadata__"].update(model=3), "not a text"),
        (lambda tree: [1, 2], "not a model"),
    ],
)
def test_a_wrong_header_is_named(change: Any, message: str) -> None:
    with pytest.raises(FileFormatError, match=message):
        from_safetensors(with_header(change))


def test_an_unchanged_header_is_read() -> None:
    _, arrays = from_safetensors(with_header(lambda tree: None))
    assert arrays.keys() == arrays_of(MODEL).keys()
