"""Panels are tested in the light theme, in English, at text scale 1, whatever a test before did."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from playground.ui.language import install_language
from playground.ui.theme import LIGHT, apply
from tests.playground.ui.panels.desk import StandInChinese


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Dress the application before each test."""
    install_language(qapp, "en")
    apply(qapp, LIGHT)


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    """Every text in Chinese of about the right length, whatever the translations in the assets say by now."""
    translator = StandInChinese(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    translator.deleteLater()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say that it ignores size hints; it does so for every window that is shown."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))
