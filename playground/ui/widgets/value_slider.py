"""One number, three ways: read it, drag it, type it. The document stays the owner of the value."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from playground.ui.numbers import format_number, parse_number
from playground.ui.widgets.label import Label
from playground.ui.widgets.restart_mark import RestartMark
from playground.ui.widgets.slider_track import SliderTrack
from playground.ui.widgets.spoken import explain
from playground.ui.widgets.stops import ScaleName, stops
from playground.ui.widgets.typed_range import TypedRange
from playground.ui.widgets.value_field import ValueField
from playground.ui.widgets.wording import Text, say


class ValueSlider(QWidget):
    """A label, a field and a slider for one value.

    `value_edited(value)` is emitted for every change by the user, while dragging too; `edit_started` and
    `edit_finished` stand around a drag or a key held down, which is to be one entry of the undo stack. A typed value
    comes alone. `set_value` says nothing.
    """

    value_edited = Signal(float)
    edit_started = Signal()
    edit_finished = Signal()

    def __init__(
        self,
        label: Text,
        *,
        minimum: float,
        maximum: float,
        value: float,
        scale: ScaleName = "linear",
        zero_allowed: bool = False,
        integer: bool = False,
        step: float | None = None,
        steps: Sequence[float] = (),
        suffix: str = "",
        digits: int = 3,
        format: Callable[[float], str] | None = None,
        typed: TypedRange | None = None,
        read: Callable[[str], float | None] | None = None,
        tooltip: Text = "",
        mark: Text = "",
        parent: QWidget | None = None,
    ) -> None:
        """`format` makes the text of a value without `suffix`; else it is written with `digits` significant digits.

        `typed` is what may be typed, unless that is what the slider reaches. `read` knows words that stand for a value.
        `mark` says, beside a small sign, that a change starts something again; "" for a control without it.
        """
        super().__init__(parent)
        self._words, self._tooltip, self._mark = label, tooltip, mark
        self._maximum, self._integer, self._suffix = maximum, integer, suffix
        self._typed = typed or TypedRange(low=minimum, high=maximum, zero=zero_allowed, whole=integer)
        self._read = read
        self._digits, self._format = digits, format
        self._warning: float | None = None
        self._warning_words: Text = ""
        self._stops = stops(scale, minimum, maximum, integer=integer, zero_allowed=zero_allowed, step=step, steps=steps)
        self._value = float(value)
        self._make_parts()
        self._connect()
        self._retranslate()
        self.set_value(value)

    def _make_parts(self) -> None:
        self._label = Label(self._words, "body", "secondary", wraps=True, parent=self)
        self._field = ValueField(max((self.text_of(stop) for stop in self._stops.values), key=len), self)
        self._track = SliderTrack(self._stops.last, self._stops.page, self)
        self._error = Label("", "caption", "error", wraps=True, parent=self)
        self._error.hide()
        self._note = Label("", "caption", "warning", wraps=True, parent=self)
        self._note.hide()
        self._label.setBuddy(self._field)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._label, 1)
        if self._mark:
            top.addWidget(RestartMark(self._mark, self))
        top.addWidget(self._field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._track)
        layout.addWidget(self._error)
        layout.addWidget(self._note)

    def _connect(self) -> None:
        self._track.moved.connect(self._move)
        self._track.stepped.connect(self._step)
        self._track.edit_started.connect(self.edit_started)
        self._track.edit_finished.connect(self.edit_finished)
        self._field.entered.connect(self._enter)
        self._field.stepped.connect(self._step)
        self._field.reverted.connect(self._revert)

    def value(self) -> float:
        """The value that is shown."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show `value`, without a signal."""
        self._value = float(value)
        self._track.show_position(self._stops.position_of(self._value))
        self._field.show_text(self.text_of(self._value))
        self._track.setAccessibleDescription(self.text_of(self._value))
        self._say_warning()
        if not (self._field.hasFocus() and self._field.isModified()):
            self._show_error("")

    def warn_from(self, value: float | None, words: Text = "") -> None:
        """Tint the slider from `value` on, as far as it goes, and say `words` there; None: nowhere."""
        possible = value is not None and value <= self._typed.high
        self._warning, self._warning_words = (value, words) if possible else (None, "")
        on_track = possible and value is not None and value <= self._maximum
        self._track.warn_from(self._stops.position_of(value) if on_track and value is not None else None)
        self._retranslate()
        self._say_warning()

    def text_of(self, value: float) -> str:
        """`value` as the field shows it, suffix included."""
        if self._format is not None:
            return self._format(value) + self._suffix
        whole = self._integer and math.isfinite(value)
        return (str(round(value)) if whole else format_number(value, self._digits, trim=True)) + self._suffix

    def allowed(self) -> str:
        """What may be typed, in words."""
        return self._typed.words(self.text_of)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @Slot(float)
    def _move(self, position: float) -> None:
        self._edit(self._stops.value_at(position))

    @Slot(int)
    def _step(self, count: int) -> None:
        self._edit(self._stops.stepped(self._value, count))

    def _edit(self, value: float) -> None:
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.value_edited.emit(value)

    @Slot(str)
    def _enter(self, text: str) -> None:
        value = self._said(text)
        if self._typed.takes(value):
            self._edit(value)
        else:
            self._show_error(self.allowed())

    def _said(self, text: str) -> float:
        """The value that a text says, NaN when it says none."""
        word = self._read(text) if self._read is not None else None
        try:
            return parse_number(text, unit=self._suffix, whole=self._integer) if word is None else word
        except ValueError:
            return math.nan

    @Slot()
    def _revert(self) -> None:
        self._field.setText(self.text_of(self._value))
        self._show_error("")

    def _say_warning(self) -> None:
        """The words of the tinted range, while the value is in it."""
        here = self._warning is not None and self._value >= self._warning
        self._note.set_words(self._warning_words if here else "")
        self._note.setVisible(here)

    def _show_error(self, message: str) -> None:
        self._field.set_invalid(bool(message))
        self._error.set_words(message)
        self._error.setVisible(bool(message))

    def _retranslate(self) -> None:
        label = say(self._words)
        self._track.setAccessibleName(label)
        self._field.setAccessibleName(label)
        warning = say(self._warning_words)
        for widget in (self._label, self._track, self._field):
            explain(widget, say(self._tooltip) + (f"<p>{escape(warning)}</p>" if warning else ""))
        self._track.setAccessibleDescription(self.text_of(self._value))  # its own value counts steps
        self._say_warning()
        if self._error.text():
            self._error.set_words(self.allowed())
