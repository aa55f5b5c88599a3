"""The tools of painting in a row: pointer, a brush for each class, eraser, move, the brush's size, a clean sheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from engine.points import MOST_CLASSES
from playground.ui.numbers import format_number
from playground.ui.theme import CONTROL_RADIUS, TARGET, themes
from playground.ui.views import surface_marks
from playground.ui.views.paint_strokes import BRUSHES, VALUES
from playground.ui.widgets import FlowLayout, IconButton, Label
from playground.ui.widgets.painting import fill_rounded, focus_ring, scaled, smooth_painter
from playground.ui.widgets.wording import Text

SIDE = 28  # pixels of a brush
FEWEST_CLASSES = 4  # brushes that are offered at least
POINTER, ERASER, MOVE = "point", "erase", "move"


def brush_color(label: int, *, values: bool) -> QColor:
    """The colour of a brush: of its class, or of its value on the diverging map."""
    theme = themes().current
    if not values:
        return theme.class_color(label)
    share = (VALUES[label] - VALUES[0]) / (VALUES[-1] - VALUES[0])
    return QColor.fromRgb(int(theme.diverging_table()[round(share * 255)]))


class BrushButton(QAbstractButton):
    """A class's mark in its colour, or a value's."""

    def __init__(self, label: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._classes, self._values = 2, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the map
        self.retranslate()

    def show_classes(self, classes: int) -> None:
        """Look as the class does among so many, or as the value for 0 classes."""
        values, self._classes = classes == 0 and self._label < len(VALUES), max(classes, self._label + 1)
        if values != self._values:
            self._values = values
            self.retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        side = max(TARGET, scaled(SIDE))
        return QSize(side, side)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = themes().current, QRectF(self.rect())
        with smooth_painter(self) as painter:
            if self.isChecked() or self.underMouse():
                fill_rounded(painter, area, CONTROL_RADIUS, theme.hover)
            if self.isChecked():
                focus_ring(painter, area, CONTROL_RADIUS)
            size = surface_marks.SIZE * 1.7 * themes().text_scale
            form = "circle" if self._values else surface_marks.form("train", self._label, self._classes)
            shape = surface_marks.outline(form, QPointF(area.center()), size)
            if self._values:
                painter.strokePath(shape, theme.secondary)  # the middle of the map has the colour of the card
            color = brush_color(self._label, values=self._values) if self.isEnabled() else theme.line
            painter.fillPath(shape, color)
            if self.hasFocus():
                painter.setPen(theme.text)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area.adjusted(3.5, 3.5, -3.5, -3.5), CONTROL_RADIUS - 3, CONTROL_RADIUS - 3)

    def retranslate(self) -> None:
        """Say what the brush paints in the language in force."""
        if self._values:
            words = self.tr("Brush: paint points of value {0}").format(format_number(VALUES[self._label], 2, trim=True))
        else:
            words = self.tr("Brush: paint points of class {0}").format(self._label + 1)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({self._label + 1})")


class PaintBar(QWidget):
    """`tool_chosen(str)` is a class as "0" to "8", "erase", "move" or "point"; `size_chosen(int)` a row of BRUSHES."""

    tool_chosen = Signal(str)
    size_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = 0
        self._group = QButtonGroup(self)
        self._pointer = IconButton("pointer", lambda: self.tr("Look only"), shortcut="Esc", checkable=True)
        self._eraser = IconButton("eraser", lambda: self.tr("Erase points"), shortcut="E", checkable=True)
        self._mover = IconButton("move", lambda: self.tr("Move a point"), shortcut="M", checkable=True)
        self._brushes = [BrushButton(label, self) for label in range(MOST_CLASSES)]
        self.tools: dict[str, QAbstractButton] = {
            POINTER: self._pointer,
            **{str(label): brush for label, brush in enumerate(self._brushes)},
            ERASER: self._eraser,
            MOVE: self._mover,
        }
        self.sizes = SizeButton(self)
        self.clear = IconButton("trash", lambda: self.tr("Remove all points: begin with an empty plane"))
        self._hint = Label("", "caption", "secondary", parent=self)
        self._lay_out()
        self._group.buttonClicked.connect(self._tell)
        self.sizes.clicked.connect(self._next_size)
        self.show_tool(POINTER)
        self.show_classes(2)
        themes().changed.connect(self._dress)

    def _lay_out(self) -> None:
        self._row = row = QWidget(self)
        flow = FlowLayout(row, gap=2)
        for button in (*self.tools.values(), self.sizes, self.clear):
            flow.addWidget(button)
        for button in self.tools.values():
            self._group.addButton(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(row)
        column.addWidget(self._hint)

    def tool(self) -> str:
        """The tool in hand."""
        return next(name for name, button in self.tools.items() if button.isChecked())

    def show_tool(self, name: str) -> None:
        """Show `name` as the tool in hand, without a signal."""
        self.tools[name].setChecked(True)

    def show_classes(self, classes: int) -> None:
        """Offer a brush for each class there is and for the next one, and a few at least; 0: for values."""
        shown = min(MOST_CLASSES, max(FEWEST_CLASSES, classes + 1)) if classes else len(VALUES)
        for label, brush in enumerate(self._brushes):
            brush.setVisible(label < shown)
            brush.show_classes(classes)

    def show_hint(self, words: Text, possible: bool) -> None:
        """Say one thing below the tools, or in their place where nothing can be painted."""
        self._hint.set_words(words)
        self._row.setVisible(possible)

    def hint(self) -> str:
        """What is said below the tools."""
        return self._hint.text()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for brush in self._brushes:
                brush.retranslate()
        super().changeEvent(event)

    @Slot(QAbstractButton)
    def _tell(self, _button: QAbstractButton) -> None:
        self.tool_chosen.emit(self.tool())

    @Slot()
    def _next_size(self) -> None:
        self._size = (self._size + 1) % len(BRUSHES)
        self.sizes.show_size(self._size)
        self.size_chosen.emit(self._size)

    @Slot()
    def _dress(self) -> None:
        for brush in self._brushes:
            brush.updateGeometry()
            brush.update()


class SizeButton(IconButton):
    """The size of brush and eraser as a ring that is as large; a click takes the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._row = 0  # of BRUSHES
        super().__init__("brush", self._words, parent=parent)

    def show_size(self, size: int) -> None:
        """Show a row of BRUSHES."""
        self._row = size
        self._retranslate()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = themes().current, QRectF(self.rect())
        with smooth_painter(self) as painter:
            if self.underMouse():
                fill_rounded(painter, area, CONTROL_RADIUS, theme.hover)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.text if self.isEnabled() else theme.secondary)
            reach = (3.0, 6.0, 9.0)[self._row] * themes().text_scale
            painter.drawEllipse(area.center(), reach, reach)
            if self.hasFocus():
                focus_ring(painter, area, CONTROL_RADIUS)

    def _words(self) -> str:
        words = (self.tr("small"), self.tr("medium"), self.tr("large"))[self._row]
        return self.tr("Size of brush and eraser: {0}").format(words)
