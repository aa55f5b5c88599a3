"""The transport asks for what its buttons say and does none of it."""

from pytestqt.qtbot import QtBot

from playground.ui.widgets import TransportBar
from tests.playground.ui.widgets.widget_use import shown


def test_the_transport_asks_and_does_nothing(qtbot: QtBot) -> None:
    bar = TransportBar()
    shown(qtbot, bar)
    heard: list[str] = []
    for name in ("play", "pause", "step_batch", "step_epoch", "reset", "new_seed"):
        getattr(bar, name).connect(lambda name=name: heard.append(name))
    bar.play_button.click()
    assert not bar.is_playing()
    bar.set_playing(True)
    bar.play_button.click()
    for button in (bar.step_batch_button, bar.step_epoch_button, bar.reset_button, bar.new_seed_button):
        button.click()
    assert heard == ["play", "pause", "step_batch", "step_epoch", "reset", "new_seed"]
    assert bar.is_playing()
    assert bar.play_button.toolTip() == "Pause (Space)"
    bar.set_shortcuts(reset="R", step_batch=".")
    assert bar.reset_button.toolTip().endswith(" (R)")
