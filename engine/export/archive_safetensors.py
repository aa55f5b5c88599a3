"""A model as ``.safetensors``, the format of the large model collections; the JSON description is its metadata.

The library checks that offsets, types and lengths fit the file; here they are compared with what is expected.
"""

from __future__ import annotations

import json
import struct
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.errors import FileFormatError
from engine.export.description import LARGEST_DESCRIPTION, Description, read_description

DESCRIPTION = "model"


def to_safetensors(description: str, arrays: dict[str, Array]) -> bytes:
    """The file's bytes; the arrays must be C-contiguous, because the library writes others wrongly and says nothing."""
    from safetensors.numpy import save

    if not all(array.flags.c_contiguous for array in arrays.values()):
        raise ValueError("arrays must be C-contiguous")
    return save(arrays, metadata={DESCRIPTION: description})


def from_safetensors(content: bytes) -> tuple[Description, dict[str, Array]]:
    """Description and arrays of a file. Raises FileFormatError."""
    from safetensors import SafetensorError
    from safetensors.numpy import load

    description = read_description(_metadata(content))
    expected = description.shapes()
    try:
        found = load(content)
    except (SafetensorError, ValueError, OverflowError, KeyError, TypeError):  # the last two: types NumPy has not
        raise FileFormatError("it is damaged, or not a .safetensors file") from None
    if found.keys() != expected.keys():
        raise FileFormatError("its arrays are not those of its experiment")
    return description, {name: _checked(found[name], name, *expected[name]) for name in expected}


def _metadata(content: bytes) -> str:
    """The description from the header: eight bytes of length, then JSON. Raises FileFormatError."""
    try:
        (length,) = struct.unpack_from("<Q", content)
        if length > min(len(content) - 8, 2 * LARGEST_DESCRIPTION):
            raise ValueError
        text = json.loads(content[8 : 8 + length])["__metadata__"][DESCRIPTION]
    except (struct.error, ValueError, RecursionError, LookupError, TypeError):
        raise FileFormatError("it is damaged, or not a model exported by this program") from None
    if not isinstance(text, str):
        raise FileFormatError("its description is not a text")
    return text


def _checked(array: Array, name: str, shape: tuple[int, ...], dtype: np.dtype[Any]) -> Array:
    if array.dtype != dtype or array.shape != shape:
        raise FileFormatError(f"its {name} is {array.dtype} {array.shape}, and {dtype} {shape} is expected")
    return array
