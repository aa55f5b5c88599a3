"""The decision surface: what the network answers over a plane of its inputs, with the data it should answer for.

The view composes the painted map, the legend, a caption that says which plane is shown, and the choice of the plane.
It takes experiments and snapshots; it asks for a plane and changes nothing by itself.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.experiment import Experiment
from engine.fields import POINT_KINDS
from engine.snapshot import SETS, RunData, SetName, Snapshot
from playground.ui.numbers import format_number
from playground.ui.theme import GAP, SPACING, themes
from playground.ui.views import surface_export, surface_words
from playground.ui.views.own_points import own_data
from playground.ui.views.paint_bar import PaintBar
from playground.ui.views.paint_control import PaintControl
from playground.ui.views.surface_canvas import ZOOM_STEP, SurfaceCanvas
from playground.ui.views.surface_legend import SurfaceLegend
from playground.ui.views.surface_options import SurfaceOptions
from playground.ui.widgets.choice import Choice
from playground.ui.widgets.color_scale import ColorScale
from playground.ui.widgets.toggle import Toggle

PICTURE_WIDTH = 480  # pixels of a picture that is saved


class SurfaceView(QWidget):
    """Shows the newest snapshot's surface.

    plane_requested(kind, columns): another plane is wanted, "features" with two indices of raw columns, or "principal"
    with (-1, -1). window_requested(Window | None): another part of it. optimum_wanted(bool): whether snapshots are to
    bring the best possible boundary. edit_requested(Edit), with edit_started and edit_finished around a stroke:
    points are painted.
    """

    edit_started = Signal()
    edit_finished = Signal()
    plane_requested = Signal(str, object)
    window_requested = Signal(object)
    optimum_wanted = Signal(bool)
    edit_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: dict[SetName, bool] = {"train": True, "dev": False, "test": False}
        self._source: tuple[str | None, ...] = ()
        self._canvas = SurfaceCanvas(self)
        self.bar = PaintBar(self)
        self.paint = PaintControl(self.bar, self._canvas, self)
        self._legend = SurfaceLegend(self)
        self._scale = ColorScale(soft=True, parent=self)
        self._caption = QLabel(self)
        self._caption.setProperty("role", "secondary")
        self._caption.setWordWrap(True)
        self._across = Choice(lambda: self.tr("Across"), (), tooltip=lambda: self.tr("Feature of the x axis"))
        self._up = Choice(lambda: self.tr("Up"), (), tooltip=lambda: self.tr("Feature of the y axis"))
        self._principal = Toggle(lambda: self.tr("Principal plane"), tooltip=self._principal_tooltip)
        self._lay_out()
        self._canvas.data_changed.connect(self._follow_data)
        self._canvas.data_changed.connect(self.paint.follow)
        self.paint.edit_requested.connect(self.edit_requested)
        self.paint.edit_started.connect(self.edit_started)
        self.paint.edit_finished.connect(self.edit_finished)
        self._canvas.window_requested.connect(self.window_requested)
        self._across.chosen.connect(self._choose_across)
        self._up.chosen.connect(self._choose_up)
        self._principal.switched.connect(self._choose_principal)
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
        self._wanted = {"train": True, "dev": options.dev, "test": options.test}
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
        self._caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        axes, plane = QHBoxLayout(), QHBoxLayout()
        for row in (axes, plane):
            row.setSpacing(GAP)
        axes.addWidget(self._across, 1)
        axes.addWidget(self._up, 1)
        plane.addWidget(self._principal)
        plane.addWidget(self._caption, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        layout.addWidget(self._canvas, 1)
        layout.addWidget(self._legend)
        layout.addWidget(self._scale)
        layout.addLayout(plane)
        layout.addLayout(axes)
        for widget in (self.bar, self._scale, self._caption, self._across, self._up, self._principal):
            widget.hide()  # until the data say that they are needed

    def _show_set(self, name: SetName, on: bool) -> None:
        self._wanted[name] = on
        self._follow_sets()

    def _follow_sets(self) -> None:
        data = self._canvas.data
        shown: tuple[SetName, ...] = tuple(
            name for name in SETS if self._wanted[name] and (data is None or len(data.labels[name]))
        )
        if shown != self._canvas.sets:
            self._canvas.set_sets(shown)
        if data is not None:
            self._legend.show_data(data, shown)

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
        words = surface_words.plane_words(data)
        self._caption.setText("" if data.plane.kind == "principal" else words)  # there the toggle says it
        self._caption.setToolTip(words)
        self._principal.setToolTip(words)
        self._caption.setVisible(bool(words))
        self._follow_plane(data)

    def _follow_plane(self, data: RunData) -> None:
        many = len(data.feature_names) > 2
        principal = data.plane.kind == "principal"
        rows = [(str(index), surface_words.feature_name(data, name)) for index, name in enumerate(data.feature_names)]
        for choice, column in zip((self._across, self._up), data.plane.columns, strict=True):
            choice.setVisible(many and not principal)
            if many and not principal:
                choice.set_rows(rows)
                choice.set_key(str(column))
        self._principal.setVisible(many)
        self._principal.set_on(principal)

    @Slot(str)
    def _choose_across(self, key: str) -> None:
        data = self._canvas.data
        if data is not None:
            old = data.plane.columns
            self._request((int(key), old[0] if int(key) == old[1] else old[1]))

    @Slot(str)
    def _choose_up(self, key: str) -> None:
        data = self._canvas.data
        if data is not None:
            old = data.plane.columns
            self._request((old[1] if int(key) == old[0] else old[0], int(key)))

    @Slot(bool)
    def _choose_principal(self, on: bool) -> None:
        self._canvas.look_at(None)
        if on:
            self.plane_requested.emit("principal", (-1, -1))
        else:
            self._request((0, 1))

    def _request(self, columns: tuple[int, int]) -> None:
        self._canvas.look_at(None)
        self.plane_requested.emit("features", columns)

    def _principal_tooltip(self) -> str:
        return self.tr("Show the plane in which the training set spreads most, in place of two features")

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Output"))
        self._follow_data()
