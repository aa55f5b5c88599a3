"""The panel of one layer over the picture: the fields of its row, in step with the experiment, gone when it is left."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.edits import Edit
from engine.experiment import Experiment, Layer
from playground.restrictions import NOTHING, Restrictions
from playground.ui.layer_popup import LayerPopup, LayerSettings
from playground.ui.main_window import MainWindow
from playground.ui.theme import TARGET
from playground.ui.views.network_menu import LayerMenu
from playground.ui.widgets.value_field import ValueField
from tests.playground.ui.snapshots import make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress, keep

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def settings(qtbot: QtBot) -> LayerSettings:
    dress()
    window = QWidget()
    window.resize(600, 400)
    keep(qtbot, window)
    window.show()
    made = LayerSettings(window)
    made.show_experiment(Experiment())
    return made


def opened(settings: LayerSettings, index: int = 1) -> LayerPopup:
    settings.open(index, QPoint(300, 50))
    assert settings.popup is not None
    return settings.popup


def asked(qtbot: QtBot, settings: LayerSettings, widget: QWidget, key: Qt.Key) -> Layer:
    with qtbot.waitSignal(settings.edit_requested) as blocker:
        qtbot.keyClick(widget, key)
    assert isinstance(blocker.args[0], Edit)
    return blocker.args[0].change(Experiment()).layers[1]


def test_every_field_asks_for_its_edit(qtbot: QtBot, settings: LayerSettings) -> None:
    details = opened(settings).details
    assert asked(qtbot, settings, details.batch_norm, Qt.Key.Key_Space).batch_norm
    field = details.keep_prob.findChild(ValueField)
    assert isinstance(field, ValueField)
    assert asked(qtbot, settings, field, Qt.Key.Key_Down).keep_prob < 1.0
    with qtbot.waitSignal(settings.edit_requested) as blocker:
        details.initializer.chosen.emit("he")
    assert blocker.args[0].change(Experiment()).layers[1].initializer == "he"


def test_it_follows_the_experiment_and_closes_with_its_layer(qtbot: QtBot, settings: LayerSettings) -> None:
    popup = opened(settings)
    other = replace(Experiment(), layers=(Layer(), Layer(batch_norm=True, activation="leaky-relu")))
    settings.show_experiment(other)
    assert popup.details.batch_norm.is_on()
    assert not popup.details.slope.isHidden()
    settings.show_experiment(replace(Experiment(), layers=(Layer(),)))
    assert settings.popup is None


def test_escape_closes_it_and_a_layer_that_is_not_there_opens_none(qtbot: QtBot, settings: LayerSettings) -> None:
    popup = opened(settings)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert settings.popup is None
    settings.open(7, QPoint(0, 0))
    assert settings.popup is None


@pytest.mark.parametrize("at", [QPoint(-500, -500), QPoint(9000, 9000)])
def test_it_is_on_the_screen_and_large_enough(settings: LayerSettings, at: QPoint) -> None:
    settings.open(0, at)
    popup = settings.popup
    assert popup is not None
    room = popup.screen().availableGeometry().adjusted(0, 0, 2, 2)  # the frame that a platform without one adds
    assert room.contains(popup.geometry())
    for widget in (popup.details.batch_norm, popup.details.initializer):
        assert widget.height() >= TARGET
        assert popup.rect().contains(widget.rect().translated(widget.mapTo(popup, QPoint())))
    popup.close()


def test_the_head_s_menu_opens_it_in_the_window(qtbot: QtBot) -> None:
    dress()
    window = MainWindow()
    keep(qtbot, window)
    window.resize(1280, 720)
    window.show()
    experiment = make_experiment("circle", (4, 2))
    window.show_experiment(experiment)
    window.show_snapshot(make_snapshot(experiment, surface_size=8, unit_size=8))
    head = window.network._strip.controls[2].head
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton)
    menu = window.findChild(LayerMenu)
    assert isinstance(menu, LayerMenu)
    menu.setActiveAction(next(action for action in menu.actions() if "Dropout" in action.text()))
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    popup = window.layer_settings.popup
    assert popup is not None
    assert popup.index == 1
    with qtbot.waitSignal(window.edit_requested) as blocker:
        qtbot.mouseClick(popup.details.batch_norm, Qt.MouseButton.LeftButton)
    assert [layer.batch_norm for layer in blocker.args[0].change(experiment).layers] == [False, True]
    popup.close()


def test_class_mode_holds_the_panel_too(qtbot: QtBot) -> None:
    dress()
    window = MainWindow()
    keep(qtbot, window)
    window.resize(1280, 720)
    window.show()
    window.show_experiment(make_experiment("circle", (4, 2)))
    window.class_mode.show_restrictions(
        Restrictions(hidden=("layers[].keep_prob", "frozen"), locked=("layers[].batch_norm",))
    )
    window.layer_settings.open(0, QPoint(300, 200))
    popup = window.layer_settings.popup
    assert popup is not None
    details = popup.details
    assert (details.keep_prob.isVisible(), details.batch_norm.isEnabled()) == (False, False)
    assert details.initializer.isVisible()
    popup.close()
    editor = window.network._canvas.editing.editor
    editor.show()
    assert not editor.frozen.isVisible()
    window.class_mode.show_restrictions(NOTHING)
    assert editor.frozen.isVisible()
    window.layer_settings.open(0, QPoint(300, 200))
    assert window.layer_settings.popup is not None
    assert window.layer_settings.popup.details.keep_prob.isVisible()
    window.layer_settings.popup.close()
