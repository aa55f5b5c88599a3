"""A user who does anything: clicks, drags, wheels, keys and typed text anywhere in the window, from a seed.

What it does is decided by the seed and by what stands in the window; its last deeds are kept for a failure's message.
Half of the time it takes what it has not taken yet, so that it comes everywhere. It never leaves by quitting, and its
files lie in a folder of its own. Some menus keep the click that opened them waiting for an answer; a timer gives it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMessageBox,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from playground.ui.panels.table_dialog import TableDialog
from playground.ui.views.network_editor import WeightEditor
from playground.ui.widgets.overlay import Overlay
from tests.playground.random_files import make_files, texts_to_paste

Thing = TypeVar("Thing")
Control = TypeVar("Control", bound=QWidget)
REMEMBERED = 30
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Delete),
)
POPUP_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape)
TEXTS = ("0.1", "1e-3", "0", "-1", "7", "abc", "1e999", "64", "", "3,5", "nan", "all", "数")
CONTROLS = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit)
NEVER = {"quit", "full_screen", "projector"}  # what would end the test, or make a window of a size of its own
SIZES = ((1280, 720), (1120, 660), (1440, 900), (1700, 700))
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


class RandomUser:
    """Acts on one window. ``deeds`` are the last things done, newest last; ``folder`` is for the user's files."""

    def __init__(self, window: QMainWindow, seed: int, folder: Path) -> None:
        self.deeds: deque[str] = deque(maxlen=REMEMBERED)
        self._window, self._folder = window, folder
        for row in window.actions():
            if row.objectName() in NEVER:
                row.setEnabled(False)  # menus and palette offer it too
        self._random = Random(seed)
        self._taken: set[str] = set()
        self._written = 0
        self._texts = texts_to_paste()
        self._editors = window.findChildren(WeightEditor)
        make_files(folder)
        self._answering = QTimer(window)
        self._answering.timeout.connect(self._answer_what_waits)
        self._is_inside = False  # at work in a popup, which nobody may close meanwhile
        self._ways: tuple[tuple[int, Callable[[QWidget], None]], ...] = (
            (30, self._press_a_control),
            (14, self._click_anywhere),
            (10, self._drag_anywhere),
            (8, self._hover),
            (8, self._turn_the_wheel),
            (14, self._press_a_key),
            (8, self._type_a_text),
        )
        self._ways_of_the_window: tuple[tuple[int, Callable[[QWidget], None]], ...] = (
            *self._ways,
            (8, self._trigger_an_action),
            (1, self._drop_a_file),
            (1, self._paste_a_text),
            (1, self._resize),
        )

    def act(self) -> None:
        """Do one thing; what stands before the window (a menu, a dialog) comes first."""
        self._answering.start()
        if not self._answer_what_opened() and not self._go_on_with_a_dialog() and not self._use_what_lies_on_top():
            self._do_one_of(self._ways_of_the_window, self._window)
        self._answering.stop()
        QApplication.processEvents()

    def leave_everything(self) -> None:
        """Close menus and dialogs and let go of what was held."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in self._dialogs():
            dialog.reject()
        QApplication.processEvents()

    # What stands before the window.

    def _answer_what_waits(self) -> None:
        if not self._is_inside:
            self._answer_what_opened()

    def _answer_what_opened(self) -> bool:
        """Answer a popup, or a question that everything waits for; whether there was one."""
        popup, question = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            self._answer_a_popup(popup)
        elif isinstance(question, QMessageBox):
            self._note("question", question.text())
            QTest.keyClick(question, self._random.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        return popup is not None or isinstance(question, QMessageBox)

    def _answer_a_popup(self, popup: QWidget) -> None:
        """Choose something, use what is in it, or go away; a list is left by its keys."""
        rows = popup.actions() if isinstance(popup, QMenu) else []
        rows = [row for row in rows if row.isEnabled() and not row.isSeparator() and row.objectName() not in NEVER]
        if rows and self._random.random() < 0.6:
            row = self._one_of(rows, lambda one: f"row {one.text()}")
            self._note("menu", row.text())
            popup.setActiveAction(row)
            QTest.keyClick(popup, Qt.Key.Key_Return)
        elif lists := [one for one in popup.findChildren(QAbstractItemView) if one.isVisible()]:
            self._take_from_a_list(lists[0])
        elif self._controls_in(popup) and self._random.random() < 0.7:
            self._is_inside = True
            self._do_one_of(self._ways, popup)
            self._is_inside = False
        else:
            key = self._random.choice(POPUP_KEYS)
            self._note("popup key", key.name)
            QTest.keyClick(popup, key)

    def _take_from_a_list(self, rows: QAbstractItemView) -> None:
        """What drops down from a combo box: take a row, or leave it as it was."""
        count = rows.model().rowCount()
        row = self._one_of(range(count), lambda one: f"row {rows.model().index(one, 0).data()}")
        key = Qt.Key.Key_Return if self._random.random() < 0.8 else Qt.Key.Key_Escape
        self._note("list", row, key.name)
        rows.setCurrentIndex(rows.model().index(row, 0))
        QTest.keyClick(rows, key)

    def _dialogs(self) -> list[QDialog]:
        return [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]

    def _go_on_with_a_dialog(self) -> bool:
        """Use a dialog, or close it; whether one is open."""
        dialogs = self._dialogs()
        if not dialogs:
            return False
        dialog = next((one for one in dialogs if isinstance(one, QFileDialog)), dialogs[0])
        leaves = 0.08 if isinstance(dialog, TableDialog) else 0.25  # a table is taken in several steps
        if self._random.random() < leaves:
            self._note("close", type(dialog).__name__)
            dialog.reject()
        elif isinstance(dialog, QFileDialog):
            self._name_a_file(dialog)
        else:
            self._do_one_of(self._ways, dialog)
        return True

    def _name_a_file(self, dialog: QFileDialog) -> None:
        """Type a file's name and Enter: a new one to write, one that is there to read."""
        if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            self._written += 1
            path = self._folder / f"written-{self._written}"
        else:
            path = self._a_file("*.csv" if isinstance(dialog.parentWidget(), TableDialog) else "*")
        self._note("file", path.name)
        field = dialog.findChildren(QLineEdit)[0]
        field.setText(str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)

    def _a_file(self, pattern: str = "*") -> Path:
        return self._one_of(sorted(self._folder.glob(pattern)), lambda one: f"file {one.name}")

    def _use_what_lies_on_top(self) -> bool:
        """Now and then stay with a sheet or an editor that lies over the window; whether it did."""
        sheets = [one for one in self._window.children() if isinstance(one, Overlay)]
        on_top = [one for one in (*sheets, *self._editors) if one.isVisible()]
        stays = bool(on_top) and self._random.random() < 0.4
        if stays:
            self._do_one_of(self._ways, on_top[0])
        return stays

    # What a hand does.

    def _press_a_control(self, within: QWidget) -> None:
        """Click into a button, slider, list or field, found by kind so that small ones have their share."""
        found = self._controls_in(within, self._random.choice(CONTROLS))
        if found:
            target = self._scrolled_to(self._one_of(found, self._name))
            self._note("press", self._name(target))
            QTest.mouseClick(target, LEFT, PLAIN, self._a_place_in(target))

    def _click_anywhere(self, within: QWidget) -> None:
        target, place = self._anything(within)
        modifier = self._random.choice(
            (PLAIN,) * 4 + (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
        )
        button = self._random.choice((LEFT,) * 5 + (Qt.MouseButton.RightButton,))
        self._note("click", self._name(target), place, button.name)
        click = QTest.mouseDClick if self._random.random() < 0.1 else QTest.mouseClick
        click(target, button, modifier, place)

    def _drag_anywhere(self, within: QWidget) -> None:
        sliders = self._controls_in(within, QAbstractSlider)
        target, place = self._anything(within)
        if sliders and self._random.random() < 0.5:
            target = self._scrolled_to(self._one_of(sliders, lambda one: f"drag {self._name(one)}"))
            place = self._a_place_in(target)
        self._note("drag", self._name(target), place)
        QTest.mousePress(target, LEFT, PLAIN, place)
        for _ in range(self._random.randint(1, 6)):
            place += QPoint(self._random.randint(-30, 30), self._random.randint(-20, 20))
            QTest.mouseMove(target, place)
            QApplication.processEvents()
            if not isValid(target):  # a widget that went away while it was held
                return
        QTest.mouseRelease(target, LEFT, PLAIN, place)

    def _hover(self, within: QWidget) -> None:
        target, place = self._anything(within)
        self._note("hover", self._name(target), place)
        QTest.mouseMove(target, place)

    def _turn_the_wheel(self, within: QWidget) -> None:
        target, place = self._anything(within)
        turn = QPoint(0, self._random.choice((-240, -120, 120, 240)))
        self._note("wheel", self._name(target), turn.y())
        event = QWheelEvent(
            QPointF(place),
            QPointF(target.mapToGlobal(place)),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            PLAIN,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)

    def _press_a_key(self, within: QWidget) -> None:
        target = QApplication.focusWidget() or within
        key = self._random.choice(KEYS)
        self._note("key", key.name, self._name(target))
        QTest.keyClick(target, key)

    def _type_a_text(self, within: QWidget) -> None:
        fields = self._controls_in(within, QLineEdit)
        if not fields:
            return
        field = self._scrolled_to(self._one_of(fields, lambda one: f"type {self._name(one)}"))
        text = self._random.choice(TEXTS)
        self._note("type", self._name(field), text)
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        field.selectAll()
        for letter in text:  # not QTest.keyClicks, which knows ASCII only
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, PLAIN, letter))
        if self._random.random() < 0.7:
            QTest.keyClick(field, Qt.Key.Key_Return)

    # What only the window takes.

    def _trigger_an_action(self, window: QWidget) -> None:
        rows = [row for row in window.actions() if row.isEnabled()]
        row = self._one_of(rows, lambda one: f"action {one.objectName()}")
        self._note("action", row.objectName())
        row.trigger()

    def _drop_a_file(self, window: QWidget) -> None:
        content, path = QMimeData(), self._a_file()
        content.setUrls([QUrl.fromLocalFile(str(path))])
        self._note("drop", path.name)
        place = window.rect().center()
        QApplication.sendEvent(window, QDragEnterEvent(place, Qt.DropAction.CopyAction, content, LEFT, PLAIN))
        QApplication.sendEvent(window, QDropEvent(QPointF(place), Qt.DropAction.CopyAction, content, LEFT, PLAIN))

    def _paste_a_text(self, window: QWidget) -> None:
        text = self._one_of(self._texts, lambda one: f"text {one}")
        self._note("paste", text[:40])
        QGuiApplication.clipboard().setText(text)
        next(row for row in window.actions() if row.objectName() == "paste").trigger()

    def _resize(self, window: QWidget) -> None:
        size = self._random.choice(SIZES)
        self._note("resize", *size)
        window.resize(*size)

    # Which, and where.

    def _do_one_of(self, ways: Sequence[tuple[int, Callable[[QWidget], None]]], within: QWidget) -> None:
        self._random.choices([way for _, way in ways], [weight for weight, _ in ways])[0](within)

    def _one_of(self, things: Sequence[Thing], name: Callable[[Thing], str]) -> Thing:
        """One of the things, every second time one whose name is new."""
        new = [thing for thing in things if name(thing) not in self._taken]
        thing = self._random.choice(new if new and self._random.random() < 0.5 else things)
        self._taken.add(name(thing))
        return thing

    def _controls_in(self, within: QWidget, kind: type | tuple[type, ...] = CONTROLS) -> list[QWidget]:
        """Controls that can be used now; of a tuple of kinds any."""
        kinds = kind if isinstance(kind, tuple) else (kind,)
        return [one for each in kinds for one in within.findChildren(each) if self._is_within_reach(one)]

    def _is_within_reach(self, widget: QWidget) -> bool:
        """Whether it can be used now, after scrolling to it if need be."""
        return widget.isVisible() and widget.isEnabled() and not widget.size().isEmpty()

    def _scrolled_to(self, widget: Control) -> Control:
        """The widget itself, which the wheel has brought into sight."""
        around = widget.parentWidget()
        while around is not None and widget.visibleRegion().isEmpty():
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget)
            around = around.parentWidget()
        return widget

    def _a_place_in(self, widget: QWidget) -> QPoint:
        """A point of the widget that can be seen, or of all of it where it lies behind something."""
        seen = widget.visibleRegion().boundingRect()
        area = seen if not seen.isEmpty() else widget.rect()
        return QPoint(
            self._random.randint(area.left(), area.right()),
            self._random.randint(area.top(), area.bottom()),
        )

    def _anything(self, within: QWidget) -> tuple[QWidget, QPoint]:
        """Whatever is under a point, with that point in it."""
        spot = QPoint(self._random.randrange(within.width()), self._random.randrange(within.height()))
        target = within.childAt(spot) or within
        return target, target.mapFrom(within, spot)

    def _name(self, widget: QWidget) -> str:
        return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()!r}"

    def _note(self, *words: object) -> None:
        self.deeds.append(" ".join(str(word) for word in words))
