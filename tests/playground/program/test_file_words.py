"""Reasons of the system in the language in force; what is in no table stays as it is."""

from __future__ import annotations

import errno
import os

import pytest
from PySide6.QtWidgets import QApplication

from engine.errors import FileFormatError
from playground.program.file_words import say_problem
from playground.ui.language import install_language

NUMBERS = ("ENOENT", "EISDIR", "EACCES", "EPERM", "EROFS", "ENOSPC", "ENAMETOOLONG", "ENOTDIR")


@pytest.mark.parametrize("name", NUMBERS)
def test_common_reasons_are_said_in_both_languages(fresh: QApplication, name: str) -> None:
    number = getattr(errno, name)
    error = OSError(number, os.strerror(number), "/a/b.json")
    english = say_problem(error)
    assert english.startswith("/a/b.json: ")
    assert os.strerror(number) not in english
    install_language(fresh, "zh")
    chinese = say_problem(error)
    assert chinese.startswith("/a/b.json: ")
    assert any(letter > "\u2e80" for letter in chinese)


def test_others_stay_as_they_are() -> None:
    assert say_problem(OSError(errno.EIO, "Input/output error", "x")) == "x: Input/output error"
    assert say_problem(OSError("two\nlines")) == "two lines"
    assert say_problem(OSError(errno.ENOSPC, "full")) == "The disk is full."
    assert say_problem(FileFormatError("not an experiment")) == "not an experiment"
