"""A model as ``.npz``: NumPy's own archive, a zip of ``.npy`` files, which ``numpy.load`` opens anywhere.

The JSON description is the text array ``model``. Members are stored uncompressed, so a file never unfolds into more
than its own size, and every member's header is compared with what is expected before its numbers are read.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.errors import FileFormatError
from engine.export.description import LARGEST_DESCRIPTION, Description, read_description

DESCRIPTION = "model"
MOST_MEMBERS = 1000

# What zipfile raises for damaged archives, besides its own error.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,  # a compression or version of zip that is not known
    RuntimeError,  # a password
    OSError,  # a position before the start
    OverflowError,
    UnicodeDecodeError,
    ValueError,
    KeyError,
    IndexError,
)
_HEADER = re.compile(
    rb"\{'descr': '([<>|a-zA-Z0-9]{2,12})', 'fortran_order': (True|False), 'shape': \(([0-9, ]{0,40})\), \} *\n"
)

Part = tuple[bytes, tuple[int, ...], bytes]  # a member taken apart: its type as text, its shape, its data


def to_npz(description: str, arrays: dict[str, Array]) -> bytes:
    """The archive's bytes; the same model gives the same bytes."""
    return archive_of(description, arrays)


def archive_of(text: str, arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """An archive of a text and arrays; the same ones give the same bytes."""
    stream = BytesIO()
    named: dict[str, Any] = {DESCRIPTION: np.array(text), **arrays}
    np.savez(stream, allow_pickle=False, **named)
    return stream.getvalue()


def from_npz(content: bytes) -> tuple[Description, dict[str, Array]]:
    """Description and arrays of an archive. Raises FileFormatError."""
    try:
        with archive_opened(content) as archive:
            members = members_of(archive, len(content))
            description = read_description(text_of(read_member(archive, members, DESCRIPTION)))
            expected = description.shapes()
            if members.keys() - {DESCRIPTION} != expected.keys():
                raise FileFormatError("its arrays are not those of its experiment")
            arrays = {name: _array(read_member(archive, members, name), name, *expected[name]) for name in expected}
    except FileFormatError:
        raise
    except DAMAGE:
        raise FileFormatError("it is damaged, or not a .npz file") from None
    return description, arrays


def archive_opened(content: bytes) -> zipfile.ZipFile:
    """An archive's bytes, to read its members; what is wrong with it is one of ``DAMAGE``."""
    return zipfile.ZipFile(BytesIO(content))


def members_of(archive: zipfile.ZipFile, size: int) -> dict[str, zipfile.ZipInfo]:
    """Array name -> member. Refuses what could unfold into more than the file's own size."""
    rows = archive.infolist()
    members = {row.filename.removesuffix(".npy"): row for row in rows}
    if len(members) != len(rows) or len(rows) > MOST_MEMBERS or DESCRIPTION not in members:
        raise FileFormatError("it is not a model exported by this program")
    if any(row.compress_type != zipfile.ZIP_STORED or row.file_size != row.compress_size for row in rows):
        raise FileFormatError("its arrays are compressed; write them with numpy.savez")
    if sum(row.file_size for row in rows) > size:
        raise FileFormatError("it is damaged: its parts are larger than the file")
    return members


def read_member(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], name: str) -> Part:
    """One member taken apart. Reading it to its end compares the checksum."""
    content = archive.read(members[name])
    if content[:6] != b"\x93NUMPY" or content[6:8] not in (b"\x01\x00", b"\x02\x00"):
        raise FileFormatError(f"its {name} is not a .npy array")
    wide = content[6] == 2
    (length,) = struct.unpack_from("<I" if wide else "<H", content, 8)
    start = 12 if wide else 10
    header = _HEADER.fullmatch(content, start, start + length)
    if header is None or header[2] == b"True":
        raise FileFormatError(f"its {name} is not a plain array in C order")
    shape = tuple(int(one) for one in header[3].split(b",") if one.strip())
    return header[1], shape, content[start + length :]


def text_of(part: Part) -> str:
    """The text of an array without axes, four bytes a character."""
    kind, shape, data = part
    if not kind.startswith((b"<U", b">U")) or shape or len(data) > 4 * LARGEST_DESCRIPTION:
        raise FileFormatError("its description is not a text")
    return data.decode("utf-32-le" if kind.startswith(b"<") else "utf-32-be").rstrip("\0")


def any_array(part: Part, name: str) -> NDArray[Any]:
    """The array of a member whose shape is not known beforehand: of numbers, and as large as its data. Read-only."""
    kind, shape, data = part
    if kind not in (b"<f4", b"<f8", b"<i8", b"<i4"):
        raise FileFormatError(f"its {name} is {kind.decode()}, and numbers are expected")
    dtype = np.dtype(kind.decode())
    if len(data) != dtype.itemsize * int(np.prod(shape, dtype=object)):
        raise FileFormatError(f"its {name} is not as large as it says")
    return np.frombuffer(data, dtype).reshape(shape)


def _array(part: Part, name: str, shape: tuple[int, ...], dtype: np.dtype[Any]) -> Array:
    kind, found, data = part
    known = {dtype.newbyteorder(order).str.encode(): dtype.newbyteorder(order) for order in ("<", ">")}
    if kind not in known or found != shape or len(data) != dtype.itemsize * int(np.prod(shape, dtype=object)):
        raise FileFormatError(f"its {name} is {kind.decode()} {found}, and {dtype.str} {shape} is expected")
    return np.frombuffer(data, known[kind]).reshape(shape).astype(dtype)
