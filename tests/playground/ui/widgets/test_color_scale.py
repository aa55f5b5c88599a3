"""The colour scale runs from end to end in both themes."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.ui.theme import DARK, LIGHT, apply
from playground.ui.widgets import ColorScale
from tests.playground.ui.widgets.widget_use import shown


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_colour_scale_runs_from_end_to_end(qapp: QApplication, qtbot: QtBot, theme: object) -> None:
    apply(qapp, theme)  # type: ignore[arg-type]  # both are themes
    scale = ColorScale("0", "1")
    shown(qtbot, scale)
    image = scale.grab().toImage()
    row = [image.pixelColor(x, image.height() // 2) for x in range(image.width())]
    now = LIGHT if theme is LIGHT else DARK
    for end in (now.negative, now.positive):
        nearest = min(abs(c.red() - end.red()) + abs(c.green() - end.green()) + abs(c.blue() - end.blue()) for c in row)
        assert nearest < 12
    scale.set_range("−2", "+2")
    assert "−2 … +2" in scale.accessibleName()
