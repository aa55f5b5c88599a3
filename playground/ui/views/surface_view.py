"""The decision surface: what the network answers over a plane of its inputs, with the data it should answer for.

The view composes the painted map, the legend, whose sets are switches, and the choice of the plane.
It takes experiments and snapshots; it asks for a plane and changes nothing by itself.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from engine.choices import POINT_KINDS
from engine.experiment import Experiment
from engine.snapshot import SETS, SetName, Snapshot
from playground.ui.numbers import format_number
from playground.ui.theme import GAP, SPACING, themes
from playground.ui.views import surface_export
from playground.ui.views.own_points import own_data
from playground.ui.views.paint_bar import PaintBar
from playground.ui.views.paint_control import PaintControl
from playground.ui.views.plane_choice import PlaneChoice
from playground.ui.views.surface_canvas import ZOOM_STEP, SurfaceCanvas
from playground.ui.views.surface_legend import SurfaceLegend
from playground.ui.views.surface_options import SurfaceOptions
from playground.ui.widgets.color_scale import ColorScale

PICTURE_WIDTH = 480  # pixels of a picture that is saved


class SurfaceView(QWidget):
    """Shows the newest snapshot's surface.

    plane_requested(kind, columns): another plane is wanted, "features" with two indices of raw columns, or "principal"
    with (-1, -1). window_requested(Window | None): another part of it. optimum_wanted(bool): whether snapshots are to
    bring the best possible boundary. edit_requested(Edit), with edit_started and edit_finished around a stroke:
    points are painted. options_chosen(SurfaceOptions): something was switched in the legend.
    """

    edit_started = Signal()
    edit_finished = Signal()
    plane_requested = Signal(str, object)
    window_requested = Signal(object)
    optimum_wanted = Signal(bool)
    edit_requested = Signal(object)
    options_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: tuple[str | None, ...] = ()
        self._canvas = SurfaceCanvas(self)
        self.bar = PaintBar(self)
        self.paint = PaintControl(self.bar, self._canvas, self)
        self._legend = SurfaceLegend(self)
        self._scale = ColorScale(soft=True, parent=self)
        self._plane = PlaneChoice(self)
        self._lay_out()
        self._canvas.data_changed.connect(self._follow_data)
        self._canvas.data_changed.connect(self.paint.follow)
        self.paint.edit_requested.connect(self.edit_requested)
        self.paint.edit_started.connect(self.edit_started)
        self.paint.edit_finished.connect(self.edit_finished)
        self._canvas.window_requested.connect(self.window_requested)
        self._legend.switched.connect(self._switch)
        self._plane.plane_requested.connect(self._request)
        self.paint.opened.connect(self._follow_sets)
        self._retranslate()

    def show_experiment(self, experiment: Experiment) -> None:
        """The surface follows snapshots alone; of other data all is shown again."""
        plane = experiment.data.kind in POINT_KINDS
        source = ("plane",) if plane else (experiment.data.kind, experiment.data.path, experiment.data.target)
        if source != self._source:
            self._source = source
            self._canvas.look_at(None)
        seen = self._canvas.snapshot
        self._canvas.show_own(own_data(experiment, None if seen is None else seen.data))
        self.paint.show_experiment(experiment)
        self._follow_sets()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw the state of a run."""
        self._canvas.show_snapshot(snapshot)

    @Slot(int, object)
    def show_unit(self, layer: int, unit: int | None) -> None:
        """Show the response of a unit (layer 0: an input) in place of the output, until unit is None."""
        self._canvas.unit = None if unit is None else (layer, unit)
        self._canvas.refresh()

    def show_options(self, options: SurfaceOptions) -> None:
        """Show what was chosen; nothing of it touches the run."""
        before, self._canvas.options = self._canvas.options, options
        self._follow_sets()
        self._canvas.refresh()
        if options.optimal != before.optimal:
            self.optimum_wanted.emit(options.optimal)

    @Slot()
    def take_focus(self) -> None:
        """Give the keys to the map."""
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def picture_size(self) -> QSize:
        """How large the picture of the surface is that is saved or copied."""
        width = PICTURE_WIDTH + 2 * SPACING
        below = self._legend.height_at(PICTURE_WIDTH) + (self._scale.sizeHint().height() if self._has_scale() else 0)
        return QSize(width, round(self._canvas.heightForWidth(PICTURE_WIDTH) + below + 2 * SPACING + GAP))

    def draw_picture(self, painter: QPainter) -> None:
        """Draw map, axes, marks and legend for a picture of `picture_size`."""
        painter.fillRect(QRect(QPoint(0, 0), self.picture_size()), themes().current.card)
        painter.translate(SPACING, SPACING)
        painter.translate(0.0, self._canvas.trace(painter, PICTURE_WIDTH) + GAP)
        self._legend.trace(painter, PICTURE_WIDTH)
        if self._has_scale():
            painter.translate(0.0, self._legend.height_at(PICTURE_WIDTH))
            self._scale.trace(painter, PICTURE_WIDTH)

    def save_picture(self, path: Path) -> None:
        """Write the picture as PNG or SVG. Raises OSError; ValueError for another kind of file."""
        surface_export.write_picture(path, self.tr("Decision surface"), self.picture_size(), self.draw_picture)

    def copy_picture(self) -> None:
        """Put the picture where the next paste finds it."""
        QGuiApplication.clipboard().setImage(surface_export.image_of(self.picture_size(), self.draw_picture))

    def _has_scale(self) -> bool:
        return self._canvas.data is not None and self._canvas.data.task == "regression"

    @Slot(str)
    def obey(self, command: str) -> None:
        """Zoom "closer", "farther" or back to the "whole"; "copy" the picture."""
        if command == "copy":
            self.copy_picture()
        elif command == "whole":
            self._canvas.look_at(None)
        elif command in ("closer", "farther"):
            self._canvas.zoom(1.0 / ZOOM_STEP if command == "closer" else ZOOM_STEP)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        policy = self._canvas.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Expanding)
        self._canvas.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        layout.addWidget(self._canvas, 1)
        layout.addWidget(self._legend)
        layout.addWidget(self._scale)
        layout.addWidget(self._plane)
        self.bar.hide()
        self._scale.hide()  # until the data say that it is needed

    @Slot(str, bool)
    def _switch(self, name: str, on: bool) -> None:
        self.options_chosen.emit(replace(self._canvas.options, **{name: on}))

    @Slot()
    def _follow_sets(self) -> None:
        """Draw the points of the sets that are wanted; of all while one paints, or a new point would not be seen."""
        data, painting = self._canvas.data, self.paint.is_at_work
        shown: tuple[SetName, ...] = tuple(
            name
            for name in SETS
            if (painting or getattr(self._canvas.options, name)) and (data is None or len(data.labels[name]))
        )
        if shown != self._canvas.sets:
            self._canvas.set_sets(shown)
        if data is not None:
            self._legend.show_data(data, self._canvas.options, fixed=painting)

    @Slot()
    def _follow_data(self) -> None:
        """Say what the data of a new run or another plane are."""
        data = self._canvas.data
        if data is None:
            return
        self._follow_sets()
        self._scale.setVisible(data.task == "regression")
        low, high = data.value_range
        self._scale.set_range(format_number(low, 3, trim=True), format_number(high, 3, trim=True))
        self._plane.show_data(data)

    @Slot(str, object)
    def _request(self, kind: str, columns: tuple[int, int]) -> None:
        self._canvas.look_at(None)
        self.plane_requested.emit(kind, columns)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Output"))
        self._follow_data()
