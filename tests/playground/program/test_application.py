"""There is one application, and settings and cache have their place by its name."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QApplication

from playground.program.application import make_application
from tests.test_house import ROOT

IN_ITS_OWN_PROCESS = """
from PySide6.QtCore import QSettings, QStandardPaths
from playground.program.application import make_application
application = make_application()
print(QSettings().fileName())
print(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation))
"""


def test_it_is_made_once(fresh: QApplication) -> None:
    assert make_application() is fresh is make_application()


def test_settings_and_cache_are_kept_under_its_name() -> None:
    command = [sys.executable, "-c", IN_ITS_OWN_PROCESS]
    places = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert ["neural-playground" in place for place in places] == [True, True]
