"""A slider tied to one field of the experiment: it shows the field, and turns what the hand does into edits.

While dragged, all its edits carry the field's path as merge key, so that they become one entry of the undo list; a
typed value stands alone.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.edits import Edit, set_field
from engine.fields import FIELDS
from playground.ui.panels import field_words
from playground.ui.panels.say_anew import say_anew
from playground.ui.panels.slider_rows import SLIDERS
from playground.ui.panels.tab_stops import put_after, tab_stops
from playground.ui.widgets import Text, TypedRange, ValueSlider, say

MakeEdit = Callable[[float, str | None], Edit]  # the value, the merge key


class FieldSlider(QWidget):
    """The slider of the field at `path` (``layers[1].keep_prob`` takes the row of ``layers[].keep_prob``).

    `make_edit` is given when the edit is not simply "set this field to the value"; `more` is said in the tooltip.
    """

    edit_requested = Signal(object)
    edit_started = Signal()
    edit_finished = Signal()

    def __init__(
        self, path: str, *, make_edit: MakeEdit | None = None, more: Text = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.setObjectName(path)
        self._row = SLIDERS[field_words.row_of(path)]
        self._make_edit, self._more = make_edit or self._set_field, more
        self._maximum = self._row.maximum
        self._dragging = False
        self._warning: tuple[float | None, Text] = (None, "")
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.slider = self._make_slider()
        self._place.addWidget(self.slider)

    def show_value(self, value: float | str | None) -> None:
        """Show what the field holds, without a signal; "all" and None stand at the right end."""
        self.slider.set_value(value if isinstance(value, (int, float)) else self._maximum)

    def refresh_tooltip(self) -> None:
        """Say the tooltip anew, because `more` says something else now."""
        say_anew(self.slider)

    def warn_from(self, value: float | None, words: Text = "") -> None:
        """Tint the slider from `value` on, with `words` that say why; None: nowhere."""
        self._warning = (value, words)
        self.slider.warn_from(value, words)

    def set_maximum(self, maximum: float) -> None:
        """End at `maximum` from now on."""
        if maximum != self._maximum:
            self._maximum = maximum
            self._make_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.slider.set_value(self.slider.value())  # "all" is a word

    def _make_slider(self) -> ValueSlider:
        row = self._row
        slider = ValueSlider(
            lambda: field_words.label(self.path),
            minimum=row.minimum,
            maximum=self._maximum,
            value=self._maximum,
            scale=row.scale,
            zero_allowed=row.zero_allowed,
            integer=row.integer,
            step=row.step,
            steps=row.steps,
            suffix=row.suffix,
            format=self._text_with_all if row.ends_with_all else row.text,
            typed=self.typed(),
            read=self._read_all if row.ends_with_all else None,
            tooltip=lambda: field_words.tooltip(self.path, say(self._more)),
            mark=field_words.restart_mark(self.path),
            parent=self,
        )
        slider.value_edited.connect(self._request)
        slider.edit_started.connect(self._start)
        slider.edit_finished.connect(self._finish)
        return slider

    def typed(self) -> TypedRange:
        """What may be typed: what the field takes; a slider whose end was set goes no further than that end."""
        row, field = self._row, FIELDS[field_words.row_of(self.path)]
        ends_here = row.ends_with_all or self._maximum != row.maximum
        high = self._maximum if ends_here else min(field.high, row.typed_maximum)
        return TypedRange(low=field.low, high=high, low_open=field.low_open, whole=row.integer)

    def _read_all(self, text: str) -> float | None:
        """The end, if the text is the word for it."""
        words = ("all", self._text_with_all(self._maximum), self.tr("all (%1)").partition("(")[0])
        said = text.strip().casefold()
        return self._maximum if said in (word.strip().casefold() for word in words) else None

    def _make_anew(self) -> None:
        old = self.slider
        self._finish()
        self.slider = self._make_slider()
        self.slider.set_value(old.value())
        self.slider.warn_from(*self._warning)
        self._place.replaceWidget(old, self.slider)
        put_after(tab_stops(old)[-1], self.slider)
        old.hide()
        old.deleteLater()

    def _text_with_all(self, value: float) -> str:
        return self.tr("all (%1)").replace("%1", str(round(value))) if value == self._maximum else str(round(value))

    def _set_field(self, value: float, merge_key: str | None) -> Edit:
        ends_here = self._row.ends_with_all and value == self._maximum
        return set_field(self.path, "all" if ends_here else value, merge_key=merge_key)

    @Slot(float)
    def _request(self, value: float) -> None:
        self.edit_requested.emit(self._make_edit(value, self.path if self._dragging else None))

    @Slot()
    def _start(self) -> None:
        self._dragging = True
        self.edit_started.emit()

    @Slot()
    def _finish(self) -> None:
        if self._dragging:
            self._dragging = False
            self.edit_finished.emit()
