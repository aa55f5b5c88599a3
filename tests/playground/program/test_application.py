"""There is one application, and settings and cache have their place by its name."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from playground.program.application import make_application


def test_it_is_made_once(fresh: QApplication) -> None:
    assert make_application() is fresh is make_application()


def test_settings_are_kept_under_its_name(fresh: QApplication) -> None:
    assert "neural-playground" in QSettings().fileName()
