"""What stands at the ends of the lines: a dot in the line's colour, its name, the last value; none over another."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.ui import fonts
from playground.ui.numbers import format_number
from playground.ui.theme import Theme
from playground.ui.views.curve_content import Content, Line
from playground.ui.views.curve_drawing import point, rate_scale
from playground.ui.views.curve_labels import spread

REACH = 10.0  # pixels from the end of a line to its words, with the thread that leads there
WORD_GAP = 5.0
NARROWEST = "0.0000"  # the margin at the right has room for at least this
RATE_WORD = "α"


def room(content: Content | None, scale: float) -> float:
    """Pixels that the words at the right need, at text scale `scale`."""
    metrics = QFontMetricsF(fonts.caption(scale))
    pairs = [("", NARROWEST)]
    if content is not None:
        pairs += [(line.word, _value(content, line)) for line in content.lines if line.last() >= 0]
        if content.rate is not None and content.rate.last() >= 0:
            pairs.append((RATE_WORD, _rate(content.rate)))
    return max(_width(metrics, *pair) for pair in pairs) + REACH + 1


def draw_ends(
    painter: QPainter,
    area: QRectF,
    strip: QRectF,
    content: Content,
    theme: Theme,
    scale: float,
    at: float | None = None,
) -> None:
    """Draw them all, with the values at epoch `at` if one is given. Where there is no room words come closer."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setFont(fonts.caption(scale))
    metrics = QFontMetricsF(painter.font())
    most = int(area.height() / (metrics.height() - 2)) + (not content.note)
    lines = _some([line for line in content.lines if line.last() >= 0], most)
    ends = [point(area, content, float(line.x[line.last()]), float(line.front[line.last()])) for line in lines]
    wanted = [min(max(end.y(), area.top()), area.bottom()) for end in ends]
    high, low = area.top() - metrics.height() / 2, area.bottom() + metrics.height() / 2 - 2
    if content.note:
        high = area.top() + len(content.marks) * metrics.height() + metrics.height() - 2
    middles = spread(wanted, metrics.height() - 1, high, low)
    for line, end, middle in zip(lines, ends, middles, strict=True):
        _draw_end(painter, QPointF(end.x(), min(max(end.y(), area.top()), area.bottom())), line, middle, theme)
        value = _value(content, line) if at is None else value_text(content.write, line.value_at(at))
        _draw_words(painter, QPointF(end.x() + REACH, middle), line.word, value, theme, at is not None)
    if strip.height() > 0 and content.rate is not None and content.rate.last() >= 0:
        rate, last = content.rate, content.rate.last()
        share = float(rate_scale(rate).share(rate.raw[last : last + 1])[0])
        end = QPointF(point(area, content, float(rate.x[last]), 0.0).x(), strip.bottom() - share * strip.height())
        _draw_end(painter, end, rate, strip.center().y(), theme)
        value = _rate(rate) if at is None else value_text(_rate_text, rate.value_at(at))
        _draw_words(painter, QPointF(end.x() + REACH, strip.center().y()), RATE_WORD, value, theme, at is not None)


def _some(lines: list[Line], most: int) -> list[Line]:
    """As many lines as their words find room for, evenly spaced from the first to the last."""
    if len(lines) <= most:
        return lines
    return [lines[round(place * (len(lines) - 1) / (most - 1))] for place in range(most)]


def _draw_end(painter: QPainter, end: QPointF, line: Line, middle: float, theme: Theme) -> None:
    color = line.ink.color(theme)
    if abs(middle - end.y()) > 3:  # a thread to words that had to give way
        painter.setPen(QPen(line.ink.faint(theme, 0.6), 1))
        painter.drawLine(end, QPointF(end.x() + REACH - 2, middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(end, 3.0, 3.0)


def _draw_words(painter: QPainter, place: QPointF, word: str, value: str, theme: Theme, hovered: bool) -> None:
    metrics = QFontMetricsF(painter.font())
    base = place.y() + (metrics.ascent() - metrics.descent()) / 2
    width = _width(metrics, word, value)
    painter.fillRect(QRectF(place.x() - 1, place.y() - metrics.ascent() / 2, width + 3, metrics.ascent()), theme.card)
    painter.setPen(theme.secondary)
    painter.drawText(QPointF(place.x(), base), word)
    painter.setPen(theme.accent if hovered else theme.text)
    painter.drawText(QPointF(place.x() + metrics.horizontalAdvance(word) + (WORD_GAP if word else 0), base), value)


def _width(metrics: QFontMetricsF, word: str, value: str) -> float:
    return metrics.horizontalAdvance(word) + (WORD_GAP if word else 0) + metrics.horizontalAdvance(value)


def _value(content: Content, line: Line) -> str:
    return content.write(float(line.raw[line.last()]))


def _rate(line: Line) -> str:
    return _rate_text(float(line.raw[line.last()]))


def _rate_text(value: float) -> str:
    return format_number(value, trim=True)


def value_text(write: Callable[[float], str], value: float) -> str:
    """A value as `write` writes it; a dash where there is none."""
    return "–" if math.isnan(value) else write(value)
