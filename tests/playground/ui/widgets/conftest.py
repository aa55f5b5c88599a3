"""Widgets are tested in the light theme, in English, at text scale 1, whatever a test before did."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from playground.ui.language import install_language
from playground.ui.theme import LIGHT, apply


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Dress the application before each test."""
    install_language(qapp, "en")
    apply(qapp, LIGHT)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say that it ignores size hints; it does so for every window that is shown."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))
