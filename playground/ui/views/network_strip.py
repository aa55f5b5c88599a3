"""The row of heads above the picture's columns, each head and its + and - in the middle of its column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine import edits
from engine.experiment import Layer
from engine.fields import FIELDS
from playground.restrictions import NOTHING, Restrictions
from playground.ui.numbers import format_number
from playground.ui.theme import TARGET, themes
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_heads import ColumnHead, SignButton, head_height, sign_side
from playground.ui.views.network_layout import Column, Layout, arrange
from playground.ui.views.network_menu import LayerMenu, activation_words

WIDEST = 176.0  # pixels of a head


class LayerControls(QWidget):
    """Head, - and + of one layer; the inputs and the outputs have a head only. Placed by the strip."""

    edit_requested = Signal(object)
    settings_requested = Signal(int, QPoint)

    def __init__(self, layer: int, hidden: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.layer, self._activation, self.restrictions = layer, "", NOTHING
        self.head = ColumnHead(self, menu=hidden)
        self.buttons = [SignButton("-", self), SignButton("+", self)] if hidden else []
        if hidden:
            self.head.clicked.connect(self._open_menu)
            self.head.removal_requested.connect(self._remove_layer)
            self.buttons[0].clicked.connect(self._remove_unit)
            self.buttons[1].clicked.connect(self._add_unit)

    def place(self, left: int, width: int, middle: int) -> None:
        """Stand at `left`, `width` pixels wide, with everything centred on `middle` of them."""
        self.setGeometry(left, 0, width, head_height() + sign_side() + 2)
        wide = min(width, 2 * middle, 2 * (width - middle))
        self.head.setGeometry(middle - wide // 2, 0, wide, head_height())
        side = max(TARGET, min(sign_side(), width // 2 - 2))
        for button, shift in zip(self.buttons, (-side, 0), strict=False):
            button.set_side(side)
            apart = 2 if width >= 2 * side + 4 else 0
            button.move(middle + shift + (apart if shift == 0 else -apart), head_height() + 2)

    def show_hidden(self, layer: Layer) -> None:
        """Say what a hidden layer is: units and activation in its head, all else in the tooltip."""
        units, activation = layer.units, layer.activation
        self._activation = activation
        title = self.tr("Layer {number}").format(number=self.layer)
        tooltip = self.tr("Click for g, the activation, dropout and batch norm, and to insert or remove a layer")
        words = activation_words(activation)
        tooltip = "\n".join([*self._more_of(layer), tooltip])
        self.head.set_words(
            title, f"{units} · {words}", tooltip, (str(self.layer), f"{units} {words}"), self._marks_of(layer)
        )
        self.buttons[0].set_words(self.tr("Remove a unit from layer {number}").format(number=self.layer))
        self.buttons[1].set_words(self.tr("Add a unit to layer {number}").format(number=self.layer))
        field, access = FIELDS["layers[].units"], self.restrictions.access_of("layers[].units")
        self.buttons[0].hold_to(access, allowed=units > field.low)
        self.buttons[1].hold_to(access, allowed=units < field.high)

    def _marks_of(self, layer: Layer) -> list[str]:
        """What else is set, from its longest form to its shortest: keep 0.8 · BN."""
        norm = " · BN" if layer.batch_norm else ""
        if layer.keep_prob == 1.0:
            return [norm] if norm else []
        share = format_number(layer.keep_prob, trim=True)
        kept = self.tr("keep {share}").format(share=share)
        return [f" · {kept}{norm}", f" · {share}{norm}", norm]

    def _more_of(self, layer: Layer) -> list[str]:
        more = []
        if layer.keep_prob < 1.0:
            share = format_number(layer.keep_prob, trim=True)
            more.append(self.tr("Dropout: each unit stays with probability {share}").format(share=share))
        if layer.batch_norm:
            more.append(self.tr("Batch norm before g"))
        return more

    @Slot()
    def _open_menu(self) -> None:
        menu = LayerMenu(self.layer - 1, self._activation, self.restrictions, self)
        menu.edit_requested.connect(self.edit_requested)
        menu.settings_requested.connect(self._request_settings)
        menu.popup(self.head.mapToGlobal(QPoint(0, self.head.height())))

    @Slot()
    def _request_settings(self) -> None:
        below = QPoint(self.head.width() // 2, self.head.height())
        self.settings_requested.emit(self.layer - 1, self.head.mapToGlobal(below))

    @Slot()
    def _remove_layer(self) -> None:
        if self.restrictions.access_of("layers") == "shown":
            self.edit_requested.emit(edits.remove_layer(self.layer - 1))

    @Slot()
    def _add_unit(self) -> None:
        self.edit_requested.emit(edits.add_unit(self.layer - 1))

    @Slot()
    def _remove_unit(self) -> None:
        self.edit_requested.emit(edits.remove_unit(self.layer - 1))


class HeadStrip(QWidget):
    """One LayerControls for each column that is shown. edit_requested(Edit): what its buttons and menus ask for.

    settings_requested(index, place on the screen): all fields of a hidden layer, from 0.
    """

    edit_requested = Signal(object)
    settings_requested = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls: list[LayerControls] = []
        self._content = NetworkContent()
        self._restrictions = NOTHING
        self._layout: Layout = arrange((1, 1), width=100, height=100)
        self._dress()
        themes().changed.connect(self._dress)

    @property
    def controls(self) -> tuple[LayerControls, ...]:
        """From left to right."""
        return tuple(self._controls)

    def stops(self) -> list[QWidget]:
        """What the Tab key goes through, in order."""
        return [stop for one in self._controls if one.buttons for stop in (one.head, *one.buttons)]

    def show_restrictions(self, restrictions: Restrictions) -> None:
        """Offer no more than class mode does."""
        self._restrictions = restrictions
        self.show_content(self._content, self._layout)

    def show_content(self, content: NetworkContent, layout: Layout) -> None:
        """Stand above the columns of `layout` and say what `content` is."""
        self._content, self._layout = content, layout
        last = len(content.sizes) - 1
        wanted = [(column.layer, 0 < column.layer < last) for column in layout.columns]
        if wanted != [(one.layer, bool(one.buttons)) for one in self._controls]:
            self._rebuild(wanted)
        for column, one in zip(layout.columns, self._controls, strict=True):
            self._place(column, one)
            self._say(one, last)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if len(self._controls) == len(self._layout.columns):
            for column, one in zip(self._layout.columns, self._controls, strict=True):
                self._place(column, one)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._controls:
            self.show_content(self._content, self._layout)
        super().changeEvent(event)

    def _rebuild(self, wanted: list[tuple[int, bool]]) -> None:
        """Keep the controls that can stay, so that the keyboard stays on the button that was pressed."""
        old = {(one.layer, bool(one.buttons)): one for one in self._controls}
        self._controls = []
        for key in wanted:
            one = old.pop(key, None)
            if one is None:
                one = LayerControls(*key, self)
                one.edit_requested.connect(self.edit_requested)
                one.settings_requested.connect(self.settings_requested)
                one.show()
            self._controls.append(one)
        for one in old.values():
            one.hide()
            one.deleteLater()

    def _place(self, column: Column, one: LayerControls) -> None:
        half = min(self._layout.pitch / 2, WIDEST / 2)
        left, right = max(0.0, column.x - half), min(float(max(self.width(), 100)), column.x + half)
        one.place(round(left), round(right - left), round(column.x - left))

    def _say(self, one: LayerControls, last: int) -> None:
        content = self._content
        if one.layer == 0:
            one.head.set_words(self.tr("Inputs"), *self._input_words())
        elif one.layer == last:
            one.head.set_words(self.tr("Output"), *self._output_words())
        elif content.experiment is not None:
            one.restrictions = self._restrictions
            one.show_hidden(content.experiment.layers[one.layer - 1])

    def _input_words(self) -> tuple[str, str, tuple[str, str]]:
        content = self._content
        fed = sum(slot.input >= 0 for slot in content.slots)
        if content.has_features:
            words = self.tr("{count} of {all}").format(count=fed, all=len(content.slots))
            more = self.tr("Click an input to take it in or out") if content.toggles else ""
            return words, more, ("", f"{fed}/{len(content.slots)}")
        if content.data is None:
            return "", "", ("", "")
        if content.picture is not None:
            return self.tr("{count} pixels").format(count=fed), "", ("", str(fed))
        return self.tr("{count} features").format(count=fed), "", ("", str(fed))

    def _output_words(self) -> tuple[str, str, tuple[str, str]]:
        data = self._content.data
        if data is None:
            return "", "", ("", "")
        if data.task == "classes":
            words = self.tr("The probability of each class")
            return f"{data.outputs} · softmax", words, ("", "softmax")
        if data.task == "two-class":
            return "1 · sigmoid", self.tr("The probability of the second class"), ("", "sigmoid")
        identity = activation_words("identity")
        return f"1 · {identity}", self.tr("The predicted value"), ("", identity)

    @Slot()
    def _dress(self) -> None:
        self.setFixedHeight(head_height() + sign_side() + 2)
