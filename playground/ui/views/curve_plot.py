"""The plot of the curves: measured values faint behind, their average in front, name and last value at the line's end.

Drawn by hand: beside pyqtgraph with the same curves and anti-aliasing a frame was measured to cost about a third, and
nothing has to be imported when the window opens. The axes and the earlier runs are a kept picture; only the lines of
this run are drawn at every frame.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.theme import CONTROL_RADIUS, Theme, themes
from playground.ui.views import curve_axes, curve_drawing, curve_ends, curve_legend, curve_words
from playground.ui.views.curve_axes import STRIP_GAP, Axes
from playground.ui.views.curve_content import Content, Ghost
from playground.ui.views.curve_cursor import draw_cursor, draw_title
from playground.ui.widgets.painting import focus_ring, scaled
from playground.ui.widgets.spoken import announce

STRIP = 24.0  # pixels at text scale 1 of the learning rate's curve
NARROWEST, LOWEST = 200, 162  # pixels at text scale 1: in a lower plot no shape of a curve can be seen
LOWEST_WITH_STRIP = 96.0  # of the plot; in a lower one the curves need the room
MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}


class CurvePlot(QWidget):
    """Curves over epochs with a cross-hair that follows the pointer or, with the keyboard, the arrow keys.

    `cursor_moved()` when the cross-hair is at another epoch, or gone.
    """

    cursor_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: Content | None = None
        self._cursor: float | None = None  # an epoch; it stays there while the run goes on
        self._kept: tuple[tuple[Axes, float, tuple[Ghost, ...]], QPixmap] | None = None
        self._margin = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes().changed.connect(self._follow_theme)

    def sizeHint(self) -> QSize:
        return QSize(scaled(320), scaled(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, scaled(LOWEST))

    def show_content(self, content: Content) -> None:
        """Show `content` from the next frame on."""
        self._content = content
        self.update()

    def content(self) -> Content | None:
        """What is shown; None before anything is."""
        return self._content

    def forget_margin(self) -> None:
        """Let the room at the right fit the next texts, narrower ones too."""
        self._margin = 0.0

    def cursor_epoch(self) -> float | None:
        """The epoch under the cross-hair, None when there is none."""
        return self._cursor

    def show_cursor(self, epoch: float | None) -> None:
        """Put the cross-hair on the epoch nearest to `epoch`, or take it away."""
        content, before = self._content, self._cursor
        if epoch is None or content is None or not len(content.steps):
            self._cursor = None
        else:
            self._cursor = float(content.steps[content.nearest(epoch)])
        if self._cursor != before:
            self.cursor_moved.emit()
            self.update()

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """Draw all of it at `size`, as lines and texts."""
        axes = self._axes(size, kept=False)
        painter.fillRect(QRectF(QPointF(0, 0), size), axes.theme.card)
        self._draw_ground(painter, axes)
        self._draw_front(painter, axes, exact=True)

    def area(self) -> QRectF:
        """Where the curves are, in the widget's pixels."""
        return self._axes(QSizeF(self.size())).area()

    def _axes(self, size: QSizeF, *, kept: bool = True) -> Axes:
        content, source = self._content, themes()
        room = curve_ends.room(content, source.text_scale)
        if kept:  # the margin of the widget grows only, so that the plot does not tremble
            self._margin = room = max(self._margin, room)
        with_strip = content is not None and content.rate is not None
        lowest = (LOWEST_WITH_STRIP + STRIP) * source.text_scale
        return Axes(
            width=size.width(),
            height=size.height(),
            right_margin=room,
            x=content.x if content else curve_axes.EMPTY,
            y=content.y if content else curve_axes.EMPTY,
            x_title=self.tr("epoch"),
            theme=source.current,
            text_scale=source.text_scale,
            strip=STRIP * source.text_scale + STRIP_GAP if with_strip and size.height() > lowest else 0.0,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, content = QPainter(self), self._content
        axes, ratio = self._axes(QSizeF(self.size())), self.devicePixelRatioF()
        painter.drawPixmap(0, 0, self._ground(axes, ratio))
        at = self._cursor if content is not None and len(content.steps) else None
        self._draw_front(painter, axes, at)
        if content is not None and at is not None:
            self._draw_cursor(painter, axes, content, float(content.steps[content.nearest(at)]))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            focus_ring(painter, QRectF(self.rect()), CONTROL_RADIUS)
        painter.end()

    def _ground(self, axes: Axes, ratio: float) -> QPixmap:
        """What seldom changes, as a picture: the axes and the earlier runs."""
        content = self._content
        key = axes, ratio, content.ghosts if content else ()
        if self._kept is None or self._kept[0] != key:
            picture = curve_axes.blank(axes, ratio)
            painter = QPainter(picture)
            self._draw_ground(painter, axes)
            painter.end()
            self._kept = key, picture
        return self._kept[1]

    def _draw_ground(self, painter: QPainter, axes: Axes) -> None:
        area, content = axes.area(), self._content
        curve_axes.draw(painter, axes, area)
        if content is not None and content.ghosts:
            curve_drawing.draw_ghosts(painter, area, content, axes.theme, axes.text_scale)

    def _draw_cursor(self, painter: QPainter, axes: Axes, content: Content, epoch: float) -> None:
        area, foot = axes.area(), axes.area().bottom() + axes.strip
        draw_cursor(painter, area, foot, content, epoch, axes.theme)
        x = curve_drawing.point(area, content, epoch, 0.0).x()
        title = self.tr("epoch {0}").format(f"{epoch:.6g}")
        draw_title(painter, area, foot, x, title, axes.theme, axes.text_scale)

    def _draw_front(self, painter: QPainter, axes: Axes, at: float | None = None, *, exact: bool = False) -> None:
        content, area, theme, scale = self._content, axes.area(), axes.theme, axes.text_scale
        if content is None:
            return
        curve_drawing.draw_lines(painter, area, content, theme, exact=exact)
        if axes.strip:
            curve_drawing.draw_strip(painter, axes.strip_area(), content, theme, exact=exact)
        column = QRectF(QPointF(area.right() + curve_ends.AWAY, 0), QPointF(axes.width - curve_axes.EDGE, axes.height))
        curve_legend.draw_legend(painter, area, column, content, theme, scale, at)
        curve_drawing.draw_marks(painter, area, content, theme, scale)
        curve_ends.draw_ends(painter, area, axes.strip_area(), content, theme, scale, at)
        if content.note:
            curve_drawing.draw_note(painter, area, axes.width - curve_axes.EDGE, content, theme, scale)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area, content = self.area(), self._content
        if content is not None:
            self.show_cursor(content.x.value((event.position().x() - area.left()) / area.width()))

    def leaveEvent(self, event: QEvent) -> None:
        self.show_cursor(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self._cursor
        self._move_by_key(event)
        if self._content is not None and self._cursor not in (None, before):
            announce(self, curve_words.description(self._content, self._cursor))

    def _move_by_key(self, event: QKeyEvent) -> None:
        content = self._content
        key = Qt.Key(event.key())
        if content is None or not len(content.steps):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self.show_cursor(None)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.show_cursor(float(content.steps[0 if key == Qt.Key.Key_Home else -1]))
        elif key in MOVES:
            last = len(content.steps) - 1
            at = last if self._cursor is None else content.nearest(self._cursor) + MOVES[key]
            self.show_cursor(float(content.steps[min(max(at, 0), last)]))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.show_cursor(None)
        super().focusOutEvent(event)

    @Slot(object)
    def _follow_theme(self, theme: Theme) -> None:
        self.forget_margin()
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.forget_margin()
            self.update()
