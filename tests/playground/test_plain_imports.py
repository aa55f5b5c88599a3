"""PySide's way of importing rests while the window is built, and is back afterwards."""

from __future__ import annotations

import subprocess
import sys

from tests.test_house import ROOT

IN_ITS_OWN_PROCESS = """
import builtins
from playground import plain_imports
import PySide6.QtCore
ways = [builtins.__import__]
try:
    with plain_imports.plain_imports():
        ways.append(builtins.__import__)
        import engine.frozen
        raise KeyError
except KeyError:
    ways.append(builtins.__import__)
print(ways[0] is not plain_imports.PLAIN, ways[1] is plain_imports.PLAIN, ways[2] is ways[0])
"""


def test_imports_are_plain_for_a_while() -> None:
    command = [sys.executable, "-c", IN_ITS_OWN_PROCESS]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split() == ["True"] * 3


def test_the_usual_start_finds_pythons_own() -> None:
    code = "import playground.__main__ as door; print(open(door.__file__).read())"
    source = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert source.index("import plain_imports") < source.index("playground.launch")
