"""Choices about the picture outlive the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from playground.ui.views.surface_options import GROUP, OPTION_NAMES, SurfaceOptions, remember, remembered


@pytest.fixture(autouse=True)
def forgotten(qtbot: QtBot) -> Iterator[None]:
    QSettings().remove(GROUP)
    yield
    QSettings().remove(GROUP)


def test_at_first_nothing_is_switched_on() -> None:
    assert remembered() == SurfaceOptions()


@pytest.mark.parametrize("name", OPTION_NAMES)
def test_each_choice_is_remembered(name: str) -> None:
    remember(SurfaceOptions(**{name: True}))
    QSettings().sync()
    assert remembered() == SurfaceOptions(**{name: True})
    remember(SurfaceOptions())
    assert remembered() == SurfaceOptions()
