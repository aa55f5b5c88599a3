"""The small editor beside a weight or a bias: its live value, to type or step another one, and whether it is frozen.

It is not modal: everything else goes on, and stays within reach. Enter takes the value and closes, Escape only closes.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.frozen import LARGEST
from playground.ui.numbers import format_number, parse_number
from playground.ui.theme import CONTROL_RADIUS, GAP, themes
from playground.ui.widgets.icon_button import IconButton
from playground.ui.widgets.label import Label
from playground.ui.widgets.painting import fill_rounded, smooth_painter
from playground.ui.widgets.toggle import Toggle
from playground.ui.widgets.value_field import ValueField

STEP = 0.1  # of the arrow keys and the wheel


class WeightEditor(QWidget):
    """value_edited(float): another value was typed or stepped to. frozen_switched(bool). closed()."""

    value_edited = Signal(float)
    frozen_switched = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._value, self._wheel = 0.0, 0
        self._name = Label("", "emphasis", parent=self)
        self.field = ValueField("−0.0000", self)
        self.frozen = Toggle(lambda: self.tr("Frozen"), tooltip=self._frozen_help, parent=self)
        self._close = IconButton("close", lambda: self.tr("Close"), size=14, color="secondary", parent=self)
        self._error = Label("", "caption", "error", wraps=True, parent=self)
        self._error.hide()
        self.frozen.setObjectName("frozen")  # by which class mode finds it
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setMouseTracking(True)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.hide()

    @property
    def value(self) -> float:
        """The value that is shown."""
        return self._value

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through, in order."""
        return self.field, self.frozen, self._close

    def show_weight(self, name: str, value: float, frozen: bool) -> None:
        """Show a weight as it is now, without a signal; a text that is being typed stays."""
        self._name.set_words(name)
        self._value = value
        whole = self.field.selectedText() == self.field.text()
        self.field.show_text(format_number(value, 4, trim=True))
        if whole and not self.field.isModified():
            self.field.selectAll()  # still to be typed over, whatever it has become
        self.frozen.set_on(frozen)

    def begin(self) -> None:
        """Open with the whole value selected, to type over it."""
        self._say_error("")
        self.field.setModified(False)
        self._fit()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            event.accept()  # nothing of what is pressed here is meant for the picture behind

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        turns = int(self._wheel / 120)
        self._wheel -= 120 * turns
        if turns:
            self._step(turns)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            theme = themes().current
            fill_rounded(painter, QRectF(self.rect()), CONTROL_RADIUS + 2, theme.card, theme.accent)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for widget in (self._name, self.field, self._close):
            line.addWidget(widget)
        self._sheet = QVBoxLayout(self)
        self._sheet.setContentsMargins(GAP + 2, 5, 5, 5)
        self._sheet.setSpacing(2)
        self._sheet.addLayout(line)
        self._sheet.addWidget(self._error)
        self._sheet.addWidget(self.frozen)

    def _connect(self) -> None:
        self.field.entered.connect(self._enter)
        self.field.stepped.connect(self._step)
        self.field.reverted.connect(self.closed)
        self.field.returnPressed.connect(self._enter_and_close)
        themes().changed.connect(self._fit)
        self.frozen.switched.connect(self.frozen_switched)
        self._close.clicked.connect(self.closed)

    @Slot()
    def _fit(self) -> None:
        """Be as large as the content."""
        self._sheet.activate()
        self.adjustSize()

    @Slot(str)
    def _enter(self, text: str) -> bool:
        try:
            value = parse_number(text)
        except ValueError:
            value = float("nan")
        takes = abs(value) <= LARGEST
        self._say_error("" if takes else self.tr("A number from −1,000,000 to 1,000,000"))
        if takes and value != self._value:
            self._take(value)
        return takes

    @Slot()
    def _enter_and_close(self) -> None:
        typed, text = self.field.isModified(), self.field.text()
        self.field.setModified(False)
        if not typed or self._enter(text):
            self.closed.emit()

    @Slot(int)
    def _step(self, count: int) -> None:
        self._say_error("")
        self.field.setModified(False)
        self._take(round(min(max(self._value + count * STEP, -LARGEST), LARGEST), 6))

    def _take(self, value: float) -> None:
        self._value = value
        self.field.setText(format_number(value, 4, trim=True))
        self.value_edited.emit(value)

    def _say_error(self, message: str) -> None:
        self.field.set_invalid(bool(message))
        self._error.set_words(message)
        self._error.setVisible(bool(message))
        self._fit()

    def _frozen_help(self) -> str:
        return self.tr("Training leaves it as it is: its gradient is taken as 0. Acts at once; the training goes on.")

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Weight"))
        words = self.tr("The value, live. Arrow keys and the wheel change it by 0.1; training goes on from there.")
        self.field.setToolTip(words)
        self.field.setAccessibleName(self.tr("Value"))
        self.field.setAccessibleDescription(words)
