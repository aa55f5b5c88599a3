"""The details of a layer show what it has and ask for what is chosen, whether in its row or in a panel of its own."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from engine.experiment import Experiment, Layer
from playground.ui.panels.layer_details import LayerDetails
from tests.playground.ui.views.pictures import dress, keep


@pytest.mark.parametrize("layer", [Layer(), Layer(activation="leaky-relu", batch_norm=True, initializer="he")])
def test_what_a_layer_has_is_shown(qtbot: QtBot, layer: Layer) -> None:
    dress()
    details = LayerDetails(0)
    keep(qtbot, details)
    details.show_layer(layer)
    details.show()
    assert details.batch_norm.is_on() == layer.batch_norm
    assert details.slope.isVisible() == (layer.activation == "leaky-relu")
    with qtbot.waitSignal(details.edit_requested) as blocker:
        qtbot.keyClick(details.batch_norm, Qt.Key.Key_Space)
    assert blocker.args[0].change(Experiment()).layers[0].batch_norm is not layer.batch_norm
    with qtbot.waitSignal(details.edit_requested) as blocker:
        details.initializer.chosen.emit("network")
    assert blocker.args[0].change(Experiment()).layers[0].initializer is None
