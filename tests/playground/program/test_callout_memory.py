"""A hint that was closed does not come again; what stands in the settings otherwise does no harm."""

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from playground.program.callout_memory import KEY, CalloutMemory
from playground.ui.views.network_canvas import NetworkCanvas
from playground.ui.views.network_view import NetworkView
from tests.playground.ui.snapshots import make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress, keep


def shown(qtbot: QtBot) -> NetworkCanvas:
    dress()
    view = NetworkView()
    keep(qtbot, view)
    view.resize(660, 460)
    view.show()
    view.show_experiment(make_experiment())
    view.show_snapshot(make_snapshot(surface_size=8, unit_size=8))
    CalloutMemory(view, view).recall()
    canvas = view.findChild(NetworkCanvas)
    assert isinstance(canvas, NetworkCanvas)
    return canvas


def names(canvas: NetworkCanvas) -> list[str]:
    return [name for name, item in canvas.callouts.items.items() if item.isVisible()]


def test_each_is_closed_for_good(qtbot: QtBot) -> None:
    QSettings().remove(KEY)
    left = ["unit", "weights"]
    for name in ("weights", "unit"):
        canvas = shown(qtbot)
        assert names(canvas) == left
        qtbot.mouseClick(canvas.callouts.items[name].close_button, Qt.MouseButton.LeftButton)
        left.remove(name)
    assert names(shown(qtbot)) == []
    QSettings().remove(KEY)


@pytest.mark.parametrize("value", ["", "nothing,known", 7, ["unit", "weights"]])
def test_other_settings_close_nothing(qtbot: QtBot, value: object) -> None:
    QSettings().setValue(KEY, value)
    assert names(shown(qtbot)) == ["unit", "weights"]
    QSettings().remove(KEY)
