"""The plot of the curves: measured values faint behind, their average in front, the last value at the line's end.

Drawn by hand: beside pyqtgraph with the same curves and anti-aliasing a frame was measured to cost about a third, and
nothing has to be imported when the window opens. The axes are a kept picture; only the lines are drawn at every frame.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui import fonts
from playground.ui.theme import CONTROL_RADIUS, Theme, themes
from playground.ui.views import curve_axes
from playground.ui.views.curve_axes import Axes
from playground.ui.views.curve_content import Content, Line
from playground.ui.views.curve_cursor import draw_cursor
from playground.ui.views.curve_labels import spread
from playground.ui.views.curve_lines import polylines, visible_points
from playground.ui.views.set_style import faint_color, set_color, set_pen, set_word
from playground.ui.widgets.painting import focus_ring

RAW_WIDTH, FRONT_WIDTH = 1.0, 1.75
RAW_STRENGTH = 0.34  # of the set's colour on the card
PIXELS_PER_POINT = 1.5  # of a smoothed line; closer ones are not seen, and half the points cost a third
SWATCH = 9.0  # pixels from the end of a line to its text
NARROWEST = "0.0000"  # the margin at the right has room for at least this


class CurvePlot(QWidget):
    """Curves over epochs with a cross-hair that follows the pointer or, with the keyboard, the arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: Content | None = None
        self._cursor: float | None = None  # an epoch; it stays there while the run goes on
        self._kept: tuple[Axes, float, QPixmap] | None = None
        self._margin = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 120)
        themes().changed.connect(self._follow_theme)

    def sizeHint(self) -> QSize:
        return QSize(320, 220)

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
        content = self._content
        if epoch is None or content is None or not len(content.epochs):
            self._cursor = None
        else:
            self._cursor = float(content.epochs[content.nearest(epoch)])
        self.update()

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """Draw all of it at `size`, as lines and texts, with the sets' names at the ends of their lines."""
        axes = self._axes(size, named=True)
        painter.fillRect(QRectF(QPointF(0, 0), size), axes.theme.card)
        curve_axes.draw(painter, axes, axes.area())
        self._draw_lines(painter, axes.area(), named=True)

    def area(self) -> QRectF:
        """Where the curves are, in the widget's pixels."""
        return self._axes(QSizeF(self.size())).area()

    def _axes(self, size: QSizeF, *, named: bool = False) -> Axes:
        content, source = self._content, themes()
        metrics = QFontMetricsF(fonts.caption(source.text_scale))
        texts = [self._label(line, named) for line in content.lines] if content else []
        room = max(metrics.horizontalAdvance(text) for text in [NARROWEST, *texts]) + SWATCH + 1
        if not named:
            self._margin = room = max(self._margin, room)
        return Axes(
            width=size.width(),
            height=size.height(),
            right_margin=room,
            x=content.x if content else curve_axes.EMPTY,
            y=content.y if content else curve_axes.EMPTY,
            x_title=self.tr("epoch"),
            theme=source.current,
            text_scale=source.text_scale,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        axes, ratio = self._axes(QSizeF(self.size())), self.devicePixelRatioF()
        if self._kept is None or self._kept[:2] != (axes, ratio):
            self._kept = (axes, ratio, curve_axes.render(axes, axes.area(), ratio))
        painter.drawPixmap(0, 0, self._kept[2])
        area = axes.area()
        self._draw_lines(painter, area)
        content = self._content
        if content is not None and self._cursor is not None and len(content.epochs):
            index = content.nearest(self._cursor)
            title = self.tr("epoch {0}").format(f"{content.epochs[index]:g}")
            draw_cursor(painter, area, content, index, title, axes.theme, axes.text_scale)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            focus_ring(painter, QRectF(self.rect()), CONTROL_RADIUS)
        painter.end()

    def _draw_lines(self, painter: QPainter, area: QRectF, named: bool = False) -> None:
        content, theme = self._content, themes().current
        if content is None:
            return
        x = content.x.share(content.epochs)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for line in content.lines:
            if line.smooth is not line.raw:
                painter.setPen(QPen(faint_color(theme, line.name, RAW_STRENGTH), RAW_WIDTH))
                for piece in polylines(area, x, content.y.share(line.raw)):
                    painter.drawPolyline(piece)
        some = visible_points(len(x), area.width() / PIXELS_PER_POINT)
        for line in reversed(content.lines):  # train, the whole line, comes in front
            painter.setPen(set_pen(theme, line.name, FRONT_WIDTH))
            kept = slice(None) if line.smooth is line.raw else some
            for piece in polylines(area, x[kept], content.y.share(line.smooth)[kept]):
                painter.drawPolyline(piece)
        self._draw_ends(painter, area, content, named)

    def _draw_ends(self, painter: QPainter, area: QRectF, content: Content, named: bool) -> None:
        theme = themes().current
        painter.setFont(fonts.caption(themes().text_scale))
        metrics = QFontMetricsF(painter.font())
        lines = [line for line in content.lines if line.last() >= 0]
        ends = [self._end(area, content, line) for line in lines]
        middles = spread(
            [end.y() for end in ends], metrics.height() - 1, area.top() - metrics.height() / 2, area.bottom()
        )
        for line, end, middle in zip(lines, ends, middles, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(set_color(theme, line.name))
            painter.drawEllipse(end, 3.0, 3.0)
            painter.setPen(theme.text)
            base = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(end.x() + SWATCH, base), self._label(line, named))

    def _end(self, area: QRectF, content: Content, line: Line) -> QPointF:
        """Where the line in front ends."""
        last = slice(line.last(), line.last() + 1)
        x, y = content.x.share(content.epochs[last]), content.y.share(line.smooth[last])
        return QPointF(area.left() + float(x[0]) * area.width(), area.bottom() - float(y[0]) * area.height())

    def _label(self, line: Line, named: bool) -> str:
        if self._content is None or line.last() < 0:
            return ""
        value = self._content.write(float(line.raw[line.last()]))
        return f"{set_word(line.name)} {value}" if named else value

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area, content = self.area(), self._content
        if content is not None:
            self.show_cursor(content.x.value((event.position().x() - area.left()) / area.width()))

    def leaveEvent(self, event: QEvent) -> None:
        self.show_cursor(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        content = self._content
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
        key = Qt.Key(event.key())
        if content is None or not len(content.epochs):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self.show_cursor(None)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.show_cursor(float(content.epochs[0 if key == Qt.Key.Key_Home else -1]))
        elif key in moves:
            last = len(content.epochs) - 1
            at = last if self._cursor is None else content.nearest(self._cursor) + moves[key]
            self.show_cursor(float(content.epochs[min(max(at, 0), last)]))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.show_cursor(None)
        super().focusOutEvent(event)

    @Slot(object)
    def _follow_theme(self, theme: Theme) -> None:
        self.forget_margin()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
