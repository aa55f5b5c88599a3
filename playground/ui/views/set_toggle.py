"""A legend's entry that is a switch: a sample of the set's line and its name; off, both are faint."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from engine.snapshot import SetName
from playground.ui import color_math, fonts
from playground.ui.theme import CONTROL_RADIUS, TARGET, themes
from playground.ui.views.set_style import set_pen, set_word
from playground.ui.widgets.painting import fill_rounded, focus_ring, scaled, smooth_painter

SAMPLE, PADDING = 22, 7  # pixels: of the line's sample, and around


class SetToggle(QAbstractButton):
    """Shows whether the curve of `name` is shown; `toggled(bool)` as of every checkable button."""

    def __init__(self, name: SetName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name: SetName = name
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._retranslate()
        themes().changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(fonts.caption(themes().text_scale))
        width = metrics.horizontalAdvance(set_word(self.name)) + SAMPLE + 6 + 2 * PADDING
        return QSize(round(width) + 1, max(TARGET, scaled(22)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, on = themes().current, smooth_painter(self), self.isChecked()
        if self.underMouse():
            fill_rounded(painter, QRectF(self.rect()), CONTROL_RADIUS, theme.hover)
        pen = set_pen(theme, self.name, 2.25)
        if not on:
            pen.setColor(color_math.mix(theme.card, theme.secondary, 0.4))
        middle = self.height() / 2
        painter.setPen(pen)
        painter.drawLine(QPointF(PADDING, middle), QPointF(PADDING + SAMPLE, middle))
        painter.setFont(fonts.caption(themes().text_scale))
        painter.setPen(theme.text if on else theme.secondary)
        words = QRect(PADDING + SAMPLE + 6, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, set_word(self.name))
        if not on:  # struck through: a cue beside the fainter colour
            text = QFontMetricsF(painter.font()).horizontalAdvance(set_word(self.name))
            painter.setPen(QPen(theme.secondary, 1))
            painter.drawLine(QPointF(words.left(), middle + 0.5), QPointF(words.left() + text, middle + 0.5))
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), CONTROL_RADIUS)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Curve of {0}").format(set_word(self.name)))
        self.setToolTip(self.tr("Show or hide the curve of this set"))
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
