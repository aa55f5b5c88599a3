"""Painting on the surface: the tool in hand, its keys, and the edits that a stroke asks for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from engine.choices import PAINTED_KINDS, PAINTED_VALUES
from engine.experiment import Experiment
from engine.painting import can_be_painted, clear_points, painted_kind
from engine.points import MOST_POINTS
from engine.snapshot import SETS, RunData
from playground.ui.theme import themes
from playground.ui.views.paint_bar import ERASER, MOVE, POINTER, PaintBar, brush_color
from playground.ui.views.paint_strokes import BRUSHES, CLASSES, VALUES, Brush, Place, Stroke
from playground.ui.views.set_style import set_word
from playground.ui.views.surface_canvas import SurfaceCanvas

FIRST_BRUSH = "0"
KEYS = {int(Qt.Key.Key_E): ERASER, int(Qt.Key.Key_M): MOVE, int(Qt.Key.Key_Escape): POINTER}


class PaintControl(QObject):
    """Between bar and canvas. edit_requested(Edit) at each place of a stroke, edit_started, edit_finished around it.

    opened(bool): the tools were taken out, or put away.
    """

    opened = Signal(bool)

    edit_requested = Signal(object)
    edit_started = Signal()
    edit_finished = Signal()

    def __init__(self, bar: PaintBar, canvas: SurfaceCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar, self._canvas = bar, canvas
        self._experiment: Experiment | None = None
        self._stroke: Stroke | None = None
        self._size = 0
        self._was_possible = False
        bar.tool_chosen.connect(self.take)
        bar.size_chosen.connect(self._take_size)
        bar.clear.clicked.connect(self._clear)
        canvas.stroke_begun.connect(self._begin)
        canvas.stroke_moved.connect(self._go_on)
        canvas.stroke_ended.connect(self._end)
        themes().changed.connect(self._dress)
        for watched in (bar, *bar.tools.values(), canvas):
            watched.installEventFilter(self)

    @property
    def brush(self) -> Brush:
        """The size in hand."""
        return BRUSHES[self._size]

    @property
    def is_at_work(self) -> bool:
        """Whether the tools are out and points can be painted."""
        return not self._bar.isHidden() and self._is_possible()

    def open(self, on: bool) -> None:
        """Show or put away the tools."""
        self._bar.setVisible(on)
        self.take(POINTER if not on else self._bar.tool())
        if on:
            self.take(FIRST_BRUSH if self._is_possible() else POINTER)
        self.opened.emit(on)

    def show_experiment(self, experiment: Experiment) -> None:
        """Offer what the experiment's data have."""
        self._experiment = experiment
        self.follow()
        possible, before = self._is_possible(), self._was_possible
        self._was_possible = possible
        if possible != before or not possible:
            self.take(FIRST_BRUSH if possible and self._bar.isVisible() else POINTER)

    @Slot()
    def follow(self) -> None:
        """Say what there is to say about the points at hand."""
        data = self._canvas.data
        if data is not None:
            self._bar.show_classes(len(data.class_names))
            if self._bar.tools[self._bar.tool()].isHidden():
                self.take(FIRST_BRUSH)
        self._bar.show_hint(lambda: self._hint(self._canvas.data), self._is_possible())

    @Slot(str)
    def take(self, tool: str) -> None:
        """Take a tool into the hand."""
        self._bar.show_tool(tool)
        color = brush_color(int(tool), values=self._has_values()) if tool.isdigit() else None
        self._canvas.take_tool(None if tool == POINTER else tool, self.brush.radius, color)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._bar.isVisible():
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or not self._is_possible():
            return False
        tool = KEYS.get(event.key())
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            tool = str(event.key() - int(Qt.Key.Key_1))
        if tool is None or self._bar.tools[tool].isHidden() or tool == self._bar.tool() == POINTER:
            return False
        self.take(tool)
        return True

    @Slot(int)
    def _take_size(self, size: int) -> None:
        self._size = size
        self.take(self._bar.tool())

    @Slot()
    def _clear(self) -> None:
        if self._is_possible():
            self.edit_requested.emit(clear_points())

    @Slot(float, float)
    def _begin(self, x1: float, x2: float) -> None:
        if self._experiment is None or not self._is_possible():
            return
        labels = VALUES if self._has_values() else CLASSES
        self._stroke = Stroke(self._bar.tool(), self.brush, self._canvas.units_of_a_pixel, labels)
        self.edit_started.emit()
        self._go_on(x1, x2)

    @Slot(float, float)
    def _go_on(self, x1: float, x2: float) -> None:
        if self._stroke is None or self._experiment is None:
            return
        place: Place = (x1, x2)
        edit = self._stroke.edit(self._experiment, place)
        if edit is not None:
            self.edit_requested.emit(edit)

    @Slot()
    def _end(self) -> None:
        if self._stroke is not None:
            self._stroke = None
            self.edit_finished.emit()

    @Slot()
    def _dress(self) -> None:
        self.take(self._bar.tool())  # its colour is another one now

    def _has_values(self) -> bool:
        return self._experiment is not None and painted_kind(self._experiment) == PAINTED_VALUES

    def _is_possible(self) -> bool:
        data = self._canvas.data
        plain = data is None or (data.plane.kind == "features" and data.plane.columns == (0, 1))
        return self._experiment is not None and plain and can_be_painted(self._experiment)

    def _hint(self, data: RunData | None) -> str:
        """One line about the points."""
        if self._experiment is None or not self._is_possible():
            return self.tr("Only points in the plane can be painted.")
        points = self._experiment.data.points
        if self._experiment.data.kind not in PAINTED_KINDS:
            return self.tr("Paints on a copy; undo brings the set back.")
        if not points:
            return self.tr("No points yet: choose a brush and paint.")
        if not self._has_values() and len({point[2] for point in points}) == 1:
            return self.tr("Only one class so far: paint another one.")
        if len(points) >= MOST_POINTS:
            return self.tr("{0} points are the most there may be.").format(MOST_POINTS)
        counts = {name: len(data.labels[name]) for name in SETS} if data is not None else {}
        return ", ".join(f"{set_word(name)} {count}" for name, count in counts.items() if count)
