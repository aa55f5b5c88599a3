"""Importing as Python does it, for as long as PySide's way is not needed.

PySide puts a function of its own in the place of `__import__`: it reads the source of every module, looking for
`from __feature__ import ...`. Nobody here or below says that, and it is a tenth of the time that a start takes.
Python's function is what this module finds when it is imported: to be of use that must be before PySide6 is.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager

PLAIN = builtins.__import__


@contextmanager
def plain_imports() -> Iterator[None]:
    """Import plainly in here."""
    usual = builtins.__import__
    builtins.__import__ = PLAIN
    try:
        yield
    finally:
        builtins.__import__ = usual
