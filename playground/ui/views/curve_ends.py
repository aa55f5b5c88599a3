"""What is said of the lines: a dot where each ends and, in a column at the right, its sample, its name, its last value.

The words stand beside the plot, never in it, each as near to the height of its line's end as the others allow. They
move up and down only; which line they mean tells the sample before them, so no thread has to lead there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from engine.values import dataclass
from playground.ui import fonts
from playground.ui.numbers import format_number
from playground.ui.theme import Theme
from playground.ui.views import curve_legend
from playground.ui.views.curve_content import Content, Line, value_text
from playground.ui.views.curve_drawing import point, rate_scale
from playground.ui.views.curve_labels import spread
from playground.ui.views.curve_legend import GAP as SAMPLE_GAP
from playground.ui.views.curve_legend import SAMPLE

AWAY = 9.0  # pixels from the plot to the samples, room for half a dot
WORD_GAP = 6.0  # pixels from the words to the values
NARROWEST = "0.0000"  # the column has room for at least this
RATE_WORD = "α"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the column, and where its line ends in the plot."""

    line: Line
    word: str
    value: str
    end: QPointF


def room(content: Content | None, scale: float) -> float:
    """Pixels that the column needs, at text scale `scale`."""
    metrics = QFontMetricsF(fonts.caption(scale))
    lines = [] if content is None else [line for line in content.lines if line.last() >= 0]
    values = [NARROWEST] if content is None else [NARROWEST, *(_value(content, line) for line in lines)]
    words = [line.word for line in lines]
    if content is not None and content.rate is not None and content.rate.last() >= 0:
        words.append(RATE_WORD)
        values.append(_rate_text(float(content.rate.raw[content.rate.last()])))
    texts = _widest(metrics, words) + WORD_GAP + _widest(metrics, values)
    earlier = 0.0 if content is None else curve_legend.words_width(content, scale)
    return AWAY + (SAMPLE + SAMPLE_GAP) * scale + max(texts, earlier)


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
    rows = rows_of(area, strip, content, scale, at)
    across = _widest(QFontMetricsF(painter.font()), [one.word for one, _ in rows]) + WORD_GAP
    for one, middle in rows:
        _draw_dot(painter, one, theme)
        _draw_row(painter, QPointF(area.right() + AWAY, middle), one, across, theme, scale, at is not None)


def rows_of(
    area: QRectF, strip: QRectF, content: Content, scale: float, at: float | None = None
) -> list[tuple[Entry, float]]:
    """The rows with the middle of each, between the note and the axis; that of the learning rate beside `strip`."""
    metrics = QFontMetricsF(fonts.caption(scale))
    top = curve_legend.column_top(area, content, metrics) + curve_legend.height(area, content, scale)
    lines = _some(content.lines, max(1, int((area.bottom() + 2 - top) / (metrics.height() - 2))))
    entries = [_entry(area, content, line, at) for line in lines]
    wanted = [one.end.y() for one in entries]
    rows = list(zip(entries, spread(wanted, metrics.height() - 1, top, area.bottom() + 2), strict=True))
    if strip.height() > 0 and content.rate is not None and content.rate.last() >= 0:
        rows.append((_rate_entry(area, strip, content, content.rate, at), strip.center().y()))
    return rows


def _entry(area: QRectF, content: Content, line: Line, at: float | None) -> Entry:
    last = line.last()
    end = point(area, content, float(line.x[last]), float(line.front[last]))
    end.setY(min(max(end.y(), area.top()), area.bottom()))
    value = _value(content, line) if at is None else value_text(content.write, line.value_at(at))
    return Entry(line, line.word, value, end)


def _rate_entry(area: QRectF, strip: QRectF, content: Content, rate: Line, at: float | None) -> Entry:
    last = rate.last()
    share = float(rate_scale(rate).share(rate.raw[last : last + 1])[0])
    end = QPointF(point(area, content, float(rate.x[last]), 0.0).x(), strip.bottom() - share * strip.height())
    value = float(rate.raw[last]) if at is None else rate.value_at(at)
    return Entry(rate, RATE_WORD, value_text(_rate_text, value), end)


def _some(lines: Sequence[Line], most: int) -> list[Line]:
    """As many lines as their words find room for, evenly spaced from the first to the last."""
    lines = [line for line in lines if line.last() >= 0]
    if len(lines) <= most:
        return lines
    return [lines[round(place * (len(lines) - 1) / max(1, most - 1))] for place in range(most)]


def _draw_dot(painter: QPainter, entry: Entry, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(entry.line.ink.color(theme))
    painter.drawEllipse(entry.end, 3.0, 3.0)


def _draw_row(
    painter: QPainter, place: QPointF, entry: Entry, across: float, theme: Theme, scale: float, hovered: bool
) -> None:
    """A row from `place` on, its value `across` pixels behind where its word begins."""
    metrics = QFontMetricsF(painter.font())
    base = place.y() + (metrics.ascent() - metrics.descent()) / 2
    middle = math.floor(place.y()) + 0.5
    painter.setPen(entry.line.ink.pen(theme))
    painter.drawLine(QPointF(place.x(), middle), QPointF(place.x() + SAMPLE * scale, middle))
    word = place.x() + (SAMPLE + SAMPLE_GAP) * scale
    painter.setPen(theme.secondary)
    painter.drawText(QPointF(word, base), entry.word)
    painter.setPen(theme.accent if hovered else theme.text)
    painter.drawText(QPointF(word + across, base), entry.value)


def _widest(metrics: QFontMetricsF, words: Sequence[str]) -> float:
    return max((metrics.horizontalAdvance(word) for word in words), default=0.0)


def _value(content: Content, line: Line) -> str:
    """That of the line itself, where its dot is: behind an average what was last measured lies elsewhere."""
    return content.write(float(line.front[line.last()]))


def _rate_text(value: float) -> str:
    return format_number(value, trim=True)
