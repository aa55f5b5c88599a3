"""What stands above a column of the picture: the layer's name, its units and activation, and its + and - buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from playground.restrictions import Access
from playground.ui import color_math, fonts
from playground.ui.theme import CONTROL_RADIUS, TARGET, themes
from playground.ui.widgets.painting import fill_rounded, focus_ring, scaled, smooth_painter

CHEVRON = 7.0  # width of the arrow that says there is a menu


class HoverButton(QAbstractButton):
    """A painted button that has a ground while the pointer is over it, and a ring while it has the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        themes().changed.connect(self._dress)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def draw_ground(self, painter: QPainter) -> None:
        """Paint what is behind the words or the sign."""
        area = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            theme = themes().current
            fill = color_math.mix(theme.hover, theme.secondary, 0.18) if self.isDown() else theme.hover
            fill_rounded(painter, area, CONTROL_RADIUS, fill)
        if self.hasFocus():
            focus_ring(painter, area, CONTROL_RADIUS)

    def fit(self) -> None:
        """Follow a change of the text's scale."""

    @Slot()
    def _dress(self) -> None:
        self.fit()
        self.update()


def sign_side() -> int:
    """How wide and high a + is where there is room for it."""
    return scaled(TARGET)


class SignButton(HoverButton):
    """+ or - in a target of 24 pixels times the text's scale; its tooltip and its accessible name say what it does."""

    def __init__(self, sign: Literal["+", "-"], parent: QWidget) -> None:
        super().__init__(parent)
        self._sign, self._words = sign, ""
        self.set_side(sign_side())
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(450)

    def set_side(self, side: int) -> None:
        """Be so many pixels wide and high."""
        self.setFixedSize(side, side)

    def fit(self) -> None:
        self.set_side(sign_side())

    def set_words(self, words: str) -> None:
        """Say what it does."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)

    def hold_to(self, access: Access, *, allowed: bool = True) -> None:
        """Be there, rest or be gone as class mode says; and rest unless what it does is `allowed` now."""
        self.setVisible(access != "hidden")
        self.setEnabled(allowed and access == "shown")
        locked = self.tr("Locked in class mode")
        self.setToolTip(f"{self._words}\n{locked}" if access == "locked" else self._words)

    def paintEvent(self, event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            self.draw_ground(painter)
            self._draw_sign(painter, QRectF(self.rect()).center())

    def _draw_sign(self, painter: QPainter, center: QPointF) -> None:
        theme, unit = themes().current, self.width() / TARGET
        if not self.underMouse():
            edge = color_math.mix(theme.line, theme.secondary, 0.35 if self.isEnabled() else 0.0)
            painter.setPen(QPen(edge, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(center, 9.0 * unit, 9.0 * unit)
        color = theme.text if self.isEnabled() else color_math.mix(theme.card, theme.secondary, 0.75)
        painter.setPen(QPen(color, 1.75 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        across, down = QPointF(4, 0) * unit, QPointF(0, 4) * unit
        painter.drawLine(center - across, center + across)
        if self._sign == "+":
            painter.drawLine(center - down, center + down)


class ColumnHead(HoverButton):
    """Two centred lines; with `menu` a click asks for the layer's menu, and Delete for the layer's removal."""

    removal_requested = Signal()

    def __init__(self, parent: QWidget, *, menu: bool) -> None:
        super().__init__(parent)
        self._menu, self._title, self._subtitle = menu, "", ""
        self._short: tuple[str, str] = "", ""
        self._more: Sequence[str] = ()
        if not menu:
            self.setEnabled(False)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def set_words(
        self, title: str, subtitle: str, tooltip: str, short: tuple[str, str] = ("", ""), more: Sequence[str] = ()
    ) -> None:
        """The two lines, what the tooltip adds to them, what they become where there is no room, and what the second
        one says besides, as the first of `more` for which there is room."""
        self._title, self._subtitle, self._short, self._more = title, subtitle, short, more
        self.setToolTip("\n".join(part for part in (f"{title} · {subtitle}" if subtitle else title, tooltip) if part))
        self.setAccessibleName(f"{title}, {subtitle}" if subtitle else title)
        self.setAccessibleDescription(tooltip)
        self.update()

    @property
    def words(self) -> tuple[str, str]:
        """The two lines."""
        return self._title, self._subtitle

    def sizeHint(self) -> QSize:
        title, subtitle = self._metrics()
        width = max(title.horizontalAdvance(self._title), subtitle.horizontalAdvance(self._subtitle) + CHEVRON + 6)
        return QSize(round(width) + 12, head_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._menu and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit()
        elif self._menu and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with smooth_painter(self) as painter:
            self.draw_ground(painter)
            self._draw_words(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2))

    def _draw_words(self, painter: QPainter, area: QRectF) -> None:
        theme, scale = themes().current, themes().text_scale
        title, subtitle = self._metrics()
        painter.setFont(fonts.emphasis(scale))
        painter.setPen(theme.text)
        upper = QRectF(area.left(), area.top(), area.width(), title.height())
        painter.drawText(
            upper, Qt.AlignmentFlag.AlignCenter, _fitting(title, self._title, self._short[0], area.width())
        )
        painter.setFont(fonts.caption(scale))
        painter.setPen(theme.secondary)
        arrow = CHEVRON + 4 if self._menu else 0.0
        forms = [f"{self._subtitle}{more}" for more in self._more]
        room = area.width() - arrow
        whole = next((form for form in forms if subtitle.horizontalAdvance(form) <= room), self._subtitle)
        if subtitle.horizontalAdvance(whole) + arrow > area.width():
            arrow = 0.0  # the words are worth more than the arrow
        words = _fitting(subtitle, whole, self._short[1], area.width())
        width = subtitle.horizontalAdvance(words) + arrow
        lower = QRectF(area.center().x() - width / 2, upper.bottom(), width + 1, subtitle.height())
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        if arrow:
            self._draw_chevron(painter, QPointF(lower.right() - CHEVRON - 1, lower.center().y() - 1))

    def _draw_chevron(self, painter: QPainter, left: QPointF) -> None:
        painter.setPen(QPen(themes().current.secondary, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        bottom = left + QPointF(CHEVRON / 2, CHEVRON / 2)
        painter.drawLine(left, bottom)
        painter.drawLine(bottom, left + QPointF(CHEVRON, 0))

    @staticmethod
    def _metrics() -> tuple[QFontMetricsF, QFontMetricsF]:
        scale = themes().text_scale
        return QFontMetricsF(fonts.emphasis(scale)), QFontMetricsF(fonts.caption(scale))


def _fitting(metrics: QFontMetricsF, words: str, short: str, room: float) -> str:
    """The words, else their short form, else as much of that as there is room for."""
    if metrics.horizontalAdvance(words) <= room:
        return words
    return metrics.elidedText(short or words, Qt.TextElideMode.ElideRight, room)


def head_height() -> int:
    """Pixels that the two lines take at the text scale in force."""
    scale = themes().text_scale
    lines = QFontMetricsF(fonts.emphasis(scale)).height() + QFontMetricsF(fonts.caption(scale)).height()
    return round(lines) + 6
