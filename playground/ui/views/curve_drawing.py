"""The lines of a plot drawn into its area: what was measured faint behind, averages in front, marks, the strip of α."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.ui import fonts
from playground.ui.theme import Theme
from playground.ui.views.curve_content import Content, Line, Mark
from playground.ui.views.curve_ink import RATE_INK, ghost_color, set_ink
from playground.ui.views.curve_labels import spread
from playground.ui.views.curve_lines import bands, polylines, visible_points
from playground.ui.views.curve_scale import Scale
from playground.ui.views.curve_stroke import stroke, trace

RAW_STRENGTH, BAND_STRENGTH = 0.34, 0.2  # of the line's colour on the card
PIXELS_PER_POINT = 1.5  # of a smoothed line; closer ones are not seen, and half the points cost a third


def draw_lines(painter: QPainter, area: QRectF, content: Content, theme: Theme, *, exact: bool = False) -> None:
    """All lines of this run; the first of them, the whole line of train, comes in front."""
    painter.save()
    painter.setClipRect(area.adjusted(-3, -3, 3, 3))
    if content.guide is not None:
        _draw_guide(painter, area, content, content.guide, theme)
    for line in content.lines:
        if line.band is not None:
            _draw_band(painter, area, content, line, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for line in content.lines:
        if line.band is None and line.front is not line.raw:
            pieces = polylines(area, content.x.share(line.x), content.y.share(line.raw))
            trace(painter, line.ink.faint(theme, RAW_STRENGTH), pieces)
    most = area.width() / PIXELS_PER_POINT
    for line in reversed(content.lines):
        kept = slice(None) if line.front is line.raw else visible_points(len(line.x), most)
        pieces = polylines(area, content.x.share(line.x[kept]), content.y.share(line.front[kept]))
        stroke(painter, line.ink, theme, pieces, exact=exact)
    painter.restore()


def _draw_guide(painter: QPainter, area: QRectF, content: Content, value: float, theme: Theme) -> None:
    """A value to compare with, across the whole plot."""
    y = math.floor(point(area, content, content.x.low, value).y()) + 0.5
    painter.setPen(QPen(theme.secondary, 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


def _draw_band(painter: QPainter, area: QRectF, content: Content, line: Line, theme: Theme) -> None:
    """From the lowest to the highest of each stretch, as one polygon for each piece without a gap."""
    low, high = line.band or (line.raw, line.raw)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(line.ink.faint(theme, BAND_STRENGTH))
    lows, highs = (np.clip(content.y.share(one), 0.0, 1.0) for one in (low, high))
    for piece in bands(area, content.x.share(line.x), lows, highs):
        painter.drawPolygon(piece)


def draw_ghosts(painter: QPainter, area: QRectF, content: Content, theme: Theme, scale: float) -> None:
    """Earlier runs, in greys behind everything, each with its number where its curve ends."""
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setFont(fonts.caption(scale))
    metrics = QFontMetricsF(painter.font())
    ends: list[tuple[int, QPointF]] = []
    for ghost in reversed(content.ghosts):
        pieces = polylines(area, content.x.share(ghost.x), content.y.share(ghost.values))
        trace(painter, ghost_color(theme, ghost.number), pieces)
        seen = np.flatnonzero(np.isfinite(ghost.values) & (ghost.x <= content.x.high))
        if len(seen):
            ends.append((ghost.number, point(area, content, float(ghost.x[seen[-1]]), float(ghost.values[seen[-1]]))))
    wanted = [end.y() - metrics.height() / 2 for _, end in ends]
    middles = spread(wanted, metrics.ascent(), area.top(), area.bottom())
    painter.setPen(theme.secondary)
    for (number, end), middle in zip(ends, middles, strict=True):
        x = min(end.x() + 3, area.right() - metrics.horizontalAdvance("0") - 1)
        painter.drawText(QPointF(x, middle + metrics.ascent() / 2 - 1), str(number))
    painter.restore()


def point(area: QRectF, content: Content, epoch: float, value: float) -> QPointF:
    """Where a value at an epoch stands."""
    x = float(content.x.share(np.array([epoch]))[0])
    y = float(content.y.share(np.array([value]))[0])
    return QPointF(area.left() + x * area.width(), area.bottom() - y * area.height())


def draw_marks(painter: QPainter, area: QRectF, content: Content, theme: Theme, scale: float) -> None:
    """The best epoch and where training stopped: a line down the plot, its words at the top."""
    painter.setFont(fonts.caption(scale))
    metrics = QFontMetricsF(painter.font())
    for row, mark in enumerate(content.marks):
        if mark.epoch < content.x.low:
            continue
        x = math.floor(point(area, content, mark.epoch, 0.0).x()) + 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme.secondary, 1, Qt.PenStyle.DotLine if mark.kind == "best" else Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        words = mark_words(mark)
        width = metrics.horizontalAdvance(words)
        left = x + 5 if x + 5 + width < area.right() else max(area.left(), x - 5 - width)
        base = area.top() + metrics.ascent() - 2 + row * metrics.height()
        painter.fillRect(QRectF(left - 2, base - metrics.ascent(), width + 4, metrics.height()), theme.card)
        painter.setPen(theme.text)
        painter.drawText(QPointF(left, base), words)
        if math.isfinite(mark.value):
            painter.setPen(QPen(set_ink("dev").color(theme), 2))
            painter.setBrush(theme.card)
            painter.drawEllipse(point(area, content, mark.epoch, mark.value), 4.0, 4.0)


def mark_words(mark: Mark) -> str:
    """The mark in words."""
    words = {
        "best": QCoreApplication.translate("CurvePlot", "best: epoch {0}"),
        "stopped": QCoreApplication.translate("CurvePlot", "stopped: epoch {0}"),
        "diverged": QCoreApplication.translate("CurvePlot", "diverged: epoch {0}"),
    }
    return words[mark.kind].format(f"{round(mark.epoch, 1):.7g}")


def draw_note(painter: QPainter, area: QRectF, right: float, content: Content, theme: Theme, scale: float) -> None:
    """What is shown, in words that end at `right`, above everything else that is said there."""
    painter.setFont(fonts.caption(scale))
    metrics = QFontMetricsF(painter.font())
    words = metrics.elidedText(content.note, Qt.TextElideMode.ElideRight, right - area.left() - 6)
    width, top = metrics.horizontalAdvance(words), area.top() + len(content.marks) * metrics.height()
    place = QRectF(right - width, top - 2, width, metrics.height())
    painter.fillRect(place.adjusted(-3, 0, 0, 0), theme.card)
    painter.setPen(theme.secondary)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def draw_strip(painter: QPainter, area: QRectF, content: Content, theme: Theme, *, exact: bool = False) -> None:
    """The learning rate over the same epochs, from zero to its largest value."""
    line = content.rate
    if line is None:
        return
    scale = rate_scale(line)
    painter.save()
    painter.setClipRect(area.adjusted(-1, -2, 3, 2))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    x, y = content.x.share(line.x), scale.share(line.raw)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(RATE_INK.faint(theme, 0.14))
    for piece in bands(area, x, np.zeros(len(y)), y):
        painter.drawPolygon(piece)
    stroke(painter, RATE_INK, theme, polylines(area, x, y), exact=exact)
    painter.restore()


def rate_scale(line: Line) -> Scale:
    """From zero to a little above the largest learning rate."""
    finite = line.raw[np.isfinite(line.raw)]
    top = float(finite.max()) if len(finite) else 0.0
    return Scale(0.0, top * 1.05 if top > 0 else 1.0)
