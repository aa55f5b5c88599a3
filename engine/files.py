"""Writing a file whole or not at all: a temporary file beside it, flushed to the disk, then one rename."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

PART = ".part"  # how the names of temporary files end; one is left behind only by a program that was killed
_LONGEST_PREFIX = 200  # bytes of a name, of the 255 that a file's may have


def write_whole(path: str | Path, content: bytes) -> None:
    """Put ``content`` at ``path``; a reader sees the old file or the new one, never a part.

    A link stays a link, and a file that must not be written stays as it is. Raises OSError, which names ``path``.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    if len(os.fsencode(target.name)) > 255:
        raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), str(path))
    try:
        _write(target, content)
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from None  # not the name of the temporary file


def _write(target: Path, content: bytes) -> None:
    prefix = os.fsencode(f".{target.name}.")[:_LONGEST_PREFIX].decode(errors="ignore")
    descriptor, temporary = tempfile.mkstemp(prefix=prefix, suffix=PART, dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, _mode_for(target))
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode_for(target: Path) -> int:
    """The permissions an ordinary ``open`` would have given; ``mkstemp`` makes files private."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
