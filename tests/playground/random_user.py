"""A user who does anything: clicks, drags, wheels, keys and typed text anywhere in the window, from a seed.

What it does is decided by the seed and by what stands in the window; its last deeds are kept for a failure's message.
It never leaves by quitting, and of dialogs about files it only closes what opens: the rest of the window is its own.
Some menus keep the click that opened them waiting for an answer; a timer of the user's gives it meanwhile.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from random import Random

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QWidget,
)

from playground.ui.panels.class_dialog import ClassDialog

REMEMBERED = 30
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Delete),
)
TEXTS = ("0.1", "1e-3", "0", "-1", "7", "abc", "1e999", "64", "", "3,5", "nan", "all", "数")
CONTROLS = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit)
# what would end the test, write files, or make a window of a size of its own
NEVER = {"quit", "full_screen", "projector"}


class RandomUser:
    """Acts on one window. ``deeds`` are the last things done, newest last."""

    def __init__(self, window: QMainWindow, seed: int) -> None:
        self.deeds: deque[str] = deque(maxlen=REMEMBERED)
        self._window = window
        for row in window.actions():
            if row.objectName() in NEVER:
                row.setEnabled(False)  # menus and palette offer it too
        self._random = Random(seed)
        self._answering = QTimer(window)
        self._answering.timeout.connect(self._answer_what_opened)
        self._ways: tuple[tuple[int, Callable[[], None]], ...] = (
            (30, self._press_a_control),
            (14, self._click_anywhere),
            (10, self._drag_anywhere),
            (8, self._hover),
            (8, self._turn_the_wheel),
            (14, self._press_a_key),
            (8, self._type_a_text),
            (8, self._trigger_an_action),
        )

    def act(self) -> None:
        """Do one thing; what stands before the window (a menu, a dialog) comes first."""
        self._answering.start()
        if not self._answer_what_opened() and not self._close_a_dialog():
            ways = [way for _, way in self._ways]
            self._random.choices(ways, [weight for weight, _ in self._ways])[0]()
        self._answering.stop()
        QApplication.processEvents()

    def leave_everything(self) -> None:
        """Close menus and dialogs and let go of what was held."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QDialog) and top.isVisible():
                top.reject()
        QApplication.processEvents()

    # What stands before the window.

    def _answer_what_opened(self) -> bool:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self._answer_a_popup(popup)
        return popup is not None

    def _answer_a_popup(self, popup: QWidget) -> None:
        """Choose something, or go away; a list is left by its keys."""
        if isinstance(popup, QMenu) and self._random.random() < 0.6:
            rows = [row for row in popup.actions() if row.isEnabled() and not row.isSeparator()]
            if rows:
                row = self._random.choice(rows)
                self._note("menu", row.text())
                popup.setActiveAction(row)
                QTest.keyClick(popup, Qt.Key.Key_Return)
                return
        key = self._random.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape))
        self._note("popup key", key.name)
        QTest.keyClick(popup, key)

    def _close_a_dialog(self) -> bool:
        for top in QApplication.topLevelWidgets():
            if isinstance(top, ClassDialog) and top.isVisible() and self._random.random() < 0.7:
                name, choice = self._random.choice(list(top.choices.items()))
                segment = self._random.choice(choice.findChildren(QAbstractButton))
                self._note("class mode", name, segment.text())
                QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
                return True
            if isinstance(top, QDialog) and top.isVisible():
                self._note("close", type(top).__name__)
                top.reject()
                return True
        return False

    # What a hand does.

    def _press_a_control(self) -> None:
        """Click into a button, slider, list or field, found by kind so that small ones have their share."""
        kind = self._random.choice(CONTROLS)
        found = [one for one in self._window.findChildren(kind) if self._is_within_reach(one)]
        if found:
            target = self._random.choice(found)
            self._note("press", self._name(target))
            self._click(target, self._a_place_in(target))

    def _click_anywhere(self) -> None:
        target, place = self._anything()
        modifier = self._random.choice(
            (Qt.KeyboardModifier.NoModifier,) * 4
            + (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
        )
        button = self._random.choice((Qt.MouseButton.LeftButton,) * 5 + (Qt.MouseButton.RightButton,))
        self._note("click", self._name(target), place, button.name)
        if self._random.random() < 0.1:
            QTest.mouseDClick(target, button, modifier, place)
        else:
            self._click(target, place, button, modifier)

    def _drag_anywhere(self) -> None:
        sliders = [one for one in self._window.findChildren(QAbstractSlider) if self._is_within_reach(one)]
        target, place = self._anything()
        if sliders and self._random.random() < 0.5:
            target = self._random.choice(sliders)
            place = self._a_place_in(target)
        self._note("drag", self._name(target), place)
        QTest.mousePress(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        for _ in range(self._random.randint(1, 6)):
            place += QPoint(self._random.randint(-30, 30), self._random.randint(-20, 20))
            QTest.mouseMove(target, place)
            QApplication.processEvents()
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def _hover(self) -> None:
        target, place = self._anything()
        self._note("hover", self._name(target), place)
        QTest.mouseMove(target, place)

    def _turn_the_wheel(self) -> None:
        target, place = self._anything()
        turn = QPoint(0, self._random.choice((-240, -120, 120, 240)))
        self._note("wheel", self._name(target), turn.y())
        event = QWheelEvent(
            QPointF(place),
            QPointF(target.mapToGlobal(place)),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)

    def _press_a_key(self) -> None:
        target = QApplication.focusWidget() or self._window
        key = self._random.choice(KEYS)
        self._note("key", key.name, self._name(target))
        QTest.keyClick(target, key)

    def _type_a_text(self) -> None:
        fields = [one for one in self._window.findChildren(QLineEdit) if self._is_within_reach(one)]
        if not fields:
            return
        field, text = self._random.choice(fields), self._random.choice(TEXTS)
        self._note("type", self._name(field), text)
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        field.selectAll()
        for letter in text:  # not QTest.keyClicks, which knows ASCII only
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        if self._random.random() < 0.7:
            QTest.keyClick(field, Qt.Key.Key_Return)

    def _trigger_an_action(self) -> None:
        rows = [row for row in self._window.actions() if row.isEnabled() and row.objectName() not in NEVER]
        row = self._random.choice(rows)
        self._note("action", row.objectName())
        row.trigger()

    # Where.

    def _is_within_reach(self, widget: QWidget) -> bool:
        return widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()

    def _a_place_in(self, widget: QWidget) -> QPoint:
        """A point of the widget that can be seen."""
        area = widget.visibleRegion().boundingRect()
        return QPoint(
            self._random.randint(area.left(), area.right()),
            self._random.randint(area.top(), area.bottom()),
        )

    def _anything(self) -> tuple[QWidget, QPoint]:
        """Whatever is under a point of the window, with that point in it."""
        spot = QPoint(self._random.randrange(self._window.width()), self._random.randrange(self._window.height()))
        target = self._window.childAt(spot) or self._window
        return target, target.mapFrom(self._window, spot)

    def _click(
        self,
        target: QWidget,
        place: QPoint,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        QTest.mouseClick(target, button, modifier, place)

    def _name(self, widget: QWidget) -> str:
        return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()!r}"

    def _note(self, *words: object) -> None:
        self.deeds.append(" ".join(str(word) for word in words))
