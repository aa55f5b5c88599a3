"""The .npz archive: NumPy opens it, and an archive that lies about itself is refused before memory is taken."""

from __future__ import annotations

import json
import struct
import tracemalloc
import zipfile
from io import BytesIO
from typing import Any

import numpy as np
import pytest

from engine.errors import FileFormatError
from engine.export import model_of
from engine.export.archive_npz import from_npz, to_npz
from engine.export.description import arrays_of, describe
from tests.engine.export.cases import trained

MODEL = model_of(trained("two-class"))


def archive(**changes: Any) -> bytes:
    """The archive of a model with arrays replaced, added, or (None) left out."""
    arrays: dict[str, Any] = {"model": np.array(describe(MODEL)), **arrays_of(MODEL)}
    arrays |= {name.replace("__", "."): value for name, value in changes.items()}
    stream = BytesIO()
    np.savez(stream, allow_pickle=True, **{name: array for name, array in arrays.items() if array is not None})
    return stream.getvalue()


def rewritten(change: Any) -> bytes:
    """The archive of a model with the bytes of one member changed by a function, its checksum right again."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(archive())) as source, zipfile.ZipFile(stream, "w") as target:
        for row in source.infolist():
            content = source.read(row)
            target.writestr(row.filename, change(content) if row.filename == "layers.1.weight.npy" else content)
    return stream.getvalue()


def test_numpy_opens_it_and_finds_everything_by_name() -> None:
    with np.load(BytesIO(to_npz(describe(MODEL), arrays_of(MODEL))), allow_pickle=False) as opened:
        tree = json.loads(str(opened["model"]))
        assert tree["columns"] == ["x1", "x2"]
        assert tree["experiment"]["layers"][0]["units"] == 4
        assert opened["layers.1.weight"].shape == (4, 2)
        assert np.array_equal(opened["layers.2.bias"], trained("two-class").biases(2))


def test_an_archive_written_by_numpy_alone_is_read() -> None:
    _, arrays = from_npz(archive())
    assert {name: array.tobytes() for name, array in arrays.items()} == {
        name: array.tobytes() for name, array in arrays_of(MODEL).items()
    }


def test_numbers_of_the_other_byte_order_are_read() -> None:
    swapped = arrays_of(MODEL)["layers.1.weight"].astype(np.dtype(np.float32).newbyteorder())
    _, arrays = from_npz(archive(layers__1__weight=swapped))
    assert arrays["layers.1.weight"].dtype == np.float32
    assert np.array_equal(arrays["layers.1.weight"], swapped)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"layers__1__weight": None}, "not those of its experiment"),
        ({"layers__9__weight": np.zeros(3)}, "not those of its experiment"),
        ({"model": None}, "not a model"),
        ({"model": np.zeros(3)}, "not a text"),
        ({"model": np.array(["a", "b"])}, "not a text"),
        ({"model": np.array("")}, "not JSON"),
        ({"model": np.array("[1, 2]")}, "not an object"),
        ({"layers__1__weight": np.zeros((4, 2))}, r"<f8 \(4, 2\), and <f4 \(4, 2\) is expected"),
        ({"layers__1__weight": np.zeros((2, 4), np.float32)}, r"\(2, 4\)"),
        ({"layers__1__weight": np.zeros((4, 2), np.float32, order="F")}, "plain array in C order"),
        ({"layers__1__weight": np.array([[None] * 2] * 4)}, "expected"),
        ({"layers__1__weight": np.zeros((4, 2), [("a", "f4")])}, "plain array"),
    ],
)
def test_wrong_arrays_are_named(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(FileFormatError, match=message):
        from_npz(archive(**changes))


def test_compressed_arrays_are_refused() -> None:
    stream = BytesIO()
    np.savez_compressed(stream, model=np.array(describe(MODEL)), **arrays_of(MODEL))  # type: ignore[arg-type]  # by name
    with pytest.raises(FileFormatError, match="compressed"):
        from_npz(stream.getvalue())


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.replace(b"(4, 2)", b"(9999999999, 999999)"),
        lambda content: content.replace(b"(4, 2), } ", b"(4, 2, 1), }"[:12]),
        lambda content: content[:8] + struct.pack("<H", 65535) + content[10:],
        lambda content: content[:-1],
        lambda content: content + b"\0",
        lambda content: b"",
        lambda content: b"\x93NUMPY\x01\x00",
        lambda content: content.replace(b"\x93NUMPY\x01", b"\x93NUMPY\x09"),
        lambda content: content.replace(b"'shape': (4, 2)", b"'shape': exit()"),
    ],
)
def test_a_member_whose_header_lies_is_refused_without_taking_memory(change: Any) -> None:
    content = rewritten(change)
    tracemalloc.start()
    with pytest.raises(FileFormatError):
        from_npz(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


def test_an_archive_of_large_zeros_is_refused_without_taking_memory() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("model.npy", b"\0" * 50_000_000)
    tracemalloc.start()
    with pytest.raises(FileFormatError, match="compressed"):
        from_npz(stream.getvalue())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


def test_two_members_of_one_name_are_refused() -> None:
    stream = BytesIO(archive())
    with zipfile.ZipFile(stream, "a") as target:
        target.writestr("layers.1.weight", b"")
    with pytest.raises(FileFormatError, match="not a model"):
        from_npz(stream.getvalue())
