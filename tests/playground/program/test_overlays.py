"""Palette, history and shortcuts as they are used: by keys, in the whole window, while it trains."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.edits import add_layer, new_seed, set_field
from engine.presets import preset
from playground import app
from playground.ui.panels.found_list import FAINT, MARKED
from playground.ui.theme import themes
from playground.version import version

CONTROL = Qt.KeyboardModifier.ControlModifier


def take(opened: app.Playground, qtbot: QtBot, typed: str) -> None:
    """Open the palette by its keys, type, Enter."""
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CONTROL)
    palette = opened.window.overlays.palette
    assert palette is not None
    assert palette.isVisible()
    QTest.keyClicks(palette.field, typed)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isHidden()


def test_an_action_a_preset_and_a_data_set_are_taken(opened: app.Playground, qtbot: QtBot) -> None:
    take(opened, qtbot, "light or dark")
    assert themes().current.name == "dark"
    take(opened, qtbot, "circle-vanishing")
    assert opened.document.experiment == preset("circle-vanishing")
    take(opened, qtbot, "two spiral arms")
    assert opened.document.experiment.data.kind == "spiral"


def has_keyboard(widget: QWidget | None) -> bool:
    focused = QApplication.focusWidget()
    return widget is not None and focused is not None and (focused is widget or widget.isAncestorOf(focused))


def test_a_setting_is_unfolded_and_gets_the_keyboard(opened: app.Playground, qtbot: QtBot) -> None:
    controls = opened.window.controls
    controls.training.set_folded(True)
    take(opened, qtbot, "batch_size")
    assert not controls.training.is_folded()
    assert has_keyboard(controls.training.sliders["batch_size"])
    take(opened, qtbot, "layer 1 dropout")
    row = controls.network.layers.rows[0]
    assert row.keep_prob.isVisible()
    assert has_keyboard(row.keep_prob)
    assert not row.keep_prob.visibleRegion().isEmpty()


def test_a_setting_without_effect_is_not_offered(opened: app.Playground) -> None:
    assert "optimizer.momentum" not in opened.window.controls.fields()
    opened.document.apply(set_field("optimizer.kind", "momentum"))
    assert "optimizer.momentum" in opened.window.controls.fields()


def test_every_field_that_is_offered_can_be_reached(opened: app.Playground) -> None:
    paths = opened.window.controls.fields()
    assert len(paths) > 15
    for path in paths:
        assert opened.window.controls.show_field(path), path
        control = opened.window.controls.findChild(QWidget, path)
        assert has_keyboard(control) or not control.isEnabled(), path
        assert not control.visibleRegion().isEmpty(), path
    assert not opened.window.controls.show_field("nothing")


def test_typing_in_the_palette_trains_nothing(opened: app.Playground, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CONTROL)
    assert opened.window.overlays.palette is not None
    QTest.keyClicks(opened.window.overlays.palette.field, "a b")
    assert not opened.session.is_running
    assert opened.window.overlays.palette.field.text() == "a b"


def test_the_history_jumps(opened: app.Playground, qtbot: QtBot) -> None:
    first = opened.document.experiment
    for edit in (new_seed(7), add_layer(0), set_field("optimizer.learning_rate", 0.5)):
        opened.document.apply(edit)
    last = opened.document.experiment
    qtbot.keyClick(opened.window, Qt.Key.Key_H, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    history = opened.window.overlays.history
    assert history is not None
    assert [history.list.item(row).text().split(":")[0] for row in range(4)] == [
        "Start",
        "New seed",
        "Add layer",
        "Learning rate",
    ]
    QApplication.processEvents()
    place = history.list.visualItemRect(history.list.item(1)).center()
    QTest.mouseClick(history.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.document.experiment.seed == 7
    assert opened.document.experiment.layers == first.layers
    assert [bool(history.list.item(row).data(FAINT)) for row in range(4)] == [False, False, True, True]
    assert [bool(history.list.item(row).data(MARKED)) for row in range(4)] == [False, True, False, False]
    for _ in range(2):
        QTest.keyClick(history.list, Qt.Key.Key_Down)
    QTest.keyClick(history.list, Qt.Key.Key_Return)
    assert opened.document.experiment == last
    QTest.keyClick(history.list, Qt.Key.Key_Home)
    QTest.keyClick(history.list, Qt.Key.Key_Return)
    assert opened.document.experiment == first
    QTest.keyClick(history.list, Qt.Key.Key_Escape)
    assert history.isHidden()


def test_the_sheet_of_shortcuts_opens_by_both_keys(opened: app.Playground, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_F1, Qt.Key.Key_Question):
        qtbot.keyClick(opened.window, key)
        sheet = opened.window.overlays.shortcuts
        assert sheet is not None
        assert sheet.isVisible()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert sheet.isHidden()


def test_about_says_the_version(opened: app.Playground) -> None:
    opened.window.actions_by_id["about"].trigger()
    sheet = opened.window.overlays.about
    assert sheet is not None
    assert sheet.isVisible()
    assert any(version() in label.text() for label in sheet.findChildren(QLabel))


def test_the_right_button_on_undo_opens_the_history(opened: app.Playground) -> None:
    opened.document.apply(new_seed(7))
    undo = opened.window.top_bar.undo
    place = undo.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, undo.mapToGlobal(place))
    QApplication.sendEvent(undo, event)
    assert opened.window.overlays.history is not None
    assert opened.window.overlays.history.isVisible()
    assert opened.document.experiment.seed == 7


def test_a_key_opens_the_menu_and_nothing_waits_for_it(opened: app.Playground, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_F9)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
