"""A few choices side by side, one of them taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from playground.ui.theme import CONTROL_HEIGHT, CONTROL_RADIUS, FOCUS_RING, themes
from playground.ui.widgets.flow import FlowLayout
from playground.ui.widgets.painting import fill_rounded, focus_ring, scaled, smooth_painter
from playground.ui.widgets.spoken import explain
from playground.ui.widgets.wording import Text, say

_DOT = 7


class Segment(QAbstractButton):
    """One of the choices."""

    def __init__(self, text: Text, tooltip: Text, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._tooltip = text, tooltip
        self._news: Text = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + scaled(14), scaled(CONTROL_HEIGHT - 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = themes().current, smooth_painter(self), QRectF(self.rect())
        color = theme.text if self.isChecked() or (self.underMouse() and self.isEnabled()) else theme.secondary
        if not self.isEnabled():
            if self.isChecked():
                fill_rounded(painter, area, CONTROL_RADIUS - 1, theme.line)
            color = theme.secondary
        elif self.isChecked():
            inset = FOCUS_RING + 1 if self.hasFocus() else 0
            fill_rounded(
                painter, area.adjusted(inset, inset, -inset, -inset), CONTROL_RADIUS - 1 - inset / 2, theme.accent
            )
            color = theme.accent_text
        elif self.underMouse() and self.isEnabled():
            fill_rounded(painter, area, CONTROL_RADIUS - 1, theme.hover)
        painter.setPen(color)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if say(self._news) and not self.isChecked():
            dot = scaled(_DOT)
            fill_rounded(painter, QRectF(area.right() - dot - 2, 2, dot, dot), dot / 2, theme.warning)
        if self.hasFocus():
            focus_ring(painter, area, CONTROL_RADIUS - 1)

    def set_news(self, words: Text) -> None:
        """Say by a dot, and `words` for those who do not see it, that there is something behind it; "" for nothing."""
        if say(words) != say(self._news):
            self._news = words
            self.retranslate()
            self.update()

    def retranslate(self) -> None:
        """Say the texts in the language in force."""
        self.setText(say(self._words))
        news = say(self._news)
        explain(self, f"{say(self._tooltip)}\n{news}" if news else say(self._tooltip))
        self.setAccessibleName(say(self._words))
        self.updateGeometry()


class Segmented(QWidget):
    """`rows` are (key, text, tooltip). `chosen(key)` when the user takes another one; `set_key` says nothing."""

    chosen = Signal(str)

    def __init__(
        self,
        rows: Sequence[tuple[str, Text, Text]],
        *,
        name: Text = "",
        key: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._keys = tuple(row[0] for row in rows)
        self._group = QButtonGroup(self)
        layout = FlowLayout(self, gap=2, fills=True)
        layout.setContentsMargins(2, 2, 2, 2)
        for index, (_, text, tooltip) in enumerate(rows):
            segment = Segment(text, tooltip, self)
            self._group.addButton(segment, index)
            layout.addWidget(segment)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._shown = ""
        self.set_key(self._keys[0] if key is None else key)
        self._group.idToggled.connect(self._announce)
        self._retranslate()
        themes().changed.connect(self._dress)

    def key(self) -> str:
        """The key of the choice that is taken."""
        return self._shown

    def set_key(self, key: str) -> None:
        """Show choice `key` as taken, without a signal. ValueError for an unknown key."""
        if key not in self._keys:
            raise ValueError(f"{say(self._name)}: {key!r} is no choice; allowed are {', '.join(self._keys)}")
        self._shown = key
        self._group.button(self._keys.index(key)).setChecked(True)

    def set_news(self, key: str, words: Text) -> None:
        """Mark a choice that is not taken as one to look at, or not any more (""). ValueError for an unknown key."""
        if key not in self._keys:
            raise ValueError(f"{say(self._name)}: {key!r} is no choice; allowed are {', '.join(self._keys)}")
        segment = self._group.button(self._keys.index(key))
        assert isinstance(segment, Segment), "only segments are in the group"
        segment.set_news(words)

    def offer(self, key: str, offered: bool) -> None:
        """Show or hide a choice; one that is taken should be left first. ValueError for an unknown key."""
        if key not in self._keys:
            raise ValueError(f"{say(self._name)}: {key!r} is no choice; allowed are {', '.join(self._keys)}")
        self._group.button(self._keys.index(key)).setVisible(offered)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))  # no row is ever cut off
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_rounded(smooth_painter(self), QRectF(self.rect()), CONTROL_RADIUS, themes().current.field)

    @Slot(int, bool)
    def _announce(self, index: int, taken: bool) -> None:
        if taken and self._keys[index] != self._shown:
            self._shown = self._keys[index]
            self.chosen.emit(self._shown)

    def _retranslate(self) -> None:
        self.setAccessibleName(say(self._name))
        for segment in self._group.buttons():
            if isinstance(segment, Segment):
                segment.retranslate()

    @Slot()
    def _dress(self) -> None:
        for segment in self._group.buttons():
            segment.updateGeometry()
            segment.update()
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.update()
