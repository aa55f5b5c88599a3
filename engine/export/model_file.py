"""Exported models on the disk: written whole or not at all, read back and compared before they replace anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from engine.arrays import Array
from engine.errors import ExperimentError, FileFormatError
from engine.export.archive_npz import from_npz, to_npz
from engine.export.archive_safetensors import from_safetensors, to_safetensors
from engine.export.description import Description, arrays_of, describe, model_from, read_description
from engine.export.model import Model
from engine.files import write_whole
from engine.values import dataclass

LARGEST_FILE = 2**31  # bytes; half a billion float32 parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFormat:
    """One row: how a description and named arrays become a file's bytes, and back."""

    suffix: str
    title: str
    write: Callable[[str, dict[str, Array]], bytes]
    read: Callable[[bytes], tuple[Description, dict[str, Array]]]


MODEL_FORMATS: Mapping[str, ModelFormat] = {
    row.suffix: row
    for row in (
        ModelFormat(suffix=".npz", title="NumPy archive", write=to_npz, read=from_npz),
        ModelFormat(suffix=".safetensors", title="safetensors", write=to_safetensors, read=from_safetensors),
    )
}


def save_model(path: str | Path, model: Model) -> None:
    """Write a model; the suffix says in which format. Raises ExperimentError (another suffix) or OSError."""
    row = format_of(path)
    description, arrays = describe(model), arrays_of(model)
    content = row.write(description, arrays)
    found, read = row.read(content)
    same = found == read_description(description) and read.keys() == arrays.keys()
    if not same or not all(_identical(read[name], array) for name, array in arrays.items()):
        raise RuntimeError(f"{row.title}: what was written does not read back; nothing was saved")
    write_whole(path, content)


def load_model(path: str | Path) -> Model:
    """Read a model. Raises OSError, ExperimentError (another suffix) or FileFormatError (damaged or foreign)."""
    source, row = Path(path), format_of(path)
    if source.stat().st_size > LARGEST_FILE:
        raise FileFormatError(f"{source.name}: not exported weights: larger than {LARGEST_FILE} bytes")
    try:
        return model_from(*row.read(source.read_bytes()))
    except FileFormatError as error:
        raise FileFormatError(f"{source.name}: not exported weights: {error}") from None


def format_of(path: str | Path) -> ModelFormat:
    """The row for a path's suffix. Raises ExperimentError."""
    row = MODEL_FORMATS.get(Path(path).suffix.lower())
    if row is None:
        raise ExperimentError("path", str(path), f"a name that ends in {' or '.join(MODEL_FORMATS)}")
    return row


def _identical(first: Array, second: Array) -> bool:
    """Same type, shape and bits (NaN and the sign of zero included)."""
    same = first.dtype == second.dtype and first.shape == second.shape
    return same and np.ascontiguousarray(first).tobytes() == np.ascontiguousarray(second).tobytes()
