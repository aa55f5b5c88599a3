"""What went wrong with a file, in the language in force: the file first, then the reason in plain words."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from playground.ui.engine_words import say_engine

translate = QCoreApplication.translate

_REASONS: Mapping[int, Callable[[], str]] = {
    errno.ENOENT: lambda: translate("FileWords", "There is no such file or folder."),
    errno.ENOTDIR: lambda: translate("FileWords", "There is a file where a folder should be."),
    errno.EISDIR: lambda: translate("FileWords", "This is a folder, not a file."),
    errno.EACCES: lambda: translate("FileWords", "It is protected: this program may not read or write there."),
    errno.ENOSPC: lambda: translate("FileWords", "The disk is full."),
    errno.ENAMETOOLONG: lambda: translate("FileWords", "The name is too long."),
}
_ALIKE = {
    errno.EPERM: errno.EACCES,
    errno.EROFS: errno.EACCES,
    errno.EDQUOT: errno.ENOSPC,
    errno.EEXIST: errno.ENOTDIR,
}


def say_problem(error: BaseException) -> str:
    """A line for the user; one of the system that is not in the table stays as the system says it."""
    if isinstance(error, OSError) and error.errno is not None:
        number = _ALIKE.get(error.errno, error.errno)
        reason = _REASONS[number]() if number in _REASONS else str(error.strerror)
        return f"{error.filename}: {reason}" if error.filename else reason
    return say_engine(" ".join(str(error).split()))
