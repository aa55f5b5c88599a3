"""Pictures to choose from, in rows that use the width: one of them is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from playground.ui import fonts
from playground.ui.theme import CONTROL_RADIUS, GAP, Theme, themes
from playground.ui.widgets.flow import FlowLayout
from playground.ui.widgets.painting import focus_ring, scaled, smooth_painter
from playground.ui.widgets.spoken import explain
from playground.ui.widgets.wording import Text, say

ImageProvider = Callable[
    [QSize], QImage
]  # from a size in physical pixels to a picture of that size, in the theme in force

_EDGE, _RATIO = 3, 0.62  # room for the frame; height over width of the picture
_RESTING = 0.4  # opacity of what cannot be chosen now


class Thumbnail(QAbstractButton):
    """One picture with its title underneath; the picture is asked for when it is first shown at a size."""

    def __init__(self, title: Text, provider: ImageProvider, tooltip: Text, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._provider, self._tooltip = title, provider, tooltip or title
        self._image = QImage()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def refresh(self) -> None:
        """Ask for the picture anew."""
        self._image = QImage()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * _RATIO) + self._title_height()

    def sizeHint(self) -> QSize:
        return QSize(scaled(80), self.heightForWidth(scaled(80)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = themes().current, smooth_painter(self)
        painter.setOpacity(1.0 if self.isEnabled() else _RESTING)
        frame = QRectF(0, 0, self.width(), self.height() - self._title_height())
        self._paint_picture(painter, frame.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))
        self._paint_frame(painter, frame, theme)
        painter.setFont(fonts.caption(themes().text_scale))
        painter.setPen(theme.text if self.isChecked() or self.underMouse() else theme.secondary)
        place = QRect(0, round(frame.bottom()), self.width(), self._title_height())
        title = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, title)

    def _paint_picture(self, painter: QPainter, area: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        size = QSize(max(1, round(area.width() * ratio)), max(1, round(area.height() * ratio)))
        if self._image.size() != size:
            self._image = self._provider(size)
        rounded = QPainterPath()
        rounded.addRoundedRect(area, CONTROL_RADIUS - 1, CONTROL_RADIUS - 1)
        painter.setClipPath(rounded)
        painter.fillPath(rounded, themes().current.field)
        painter.drawImage(area, self._image)
        painter.setClipping(False)

    def _paint_frame(self, painter: QPainter, frame: QRectF, theme: Theme) -> None:
        if self.isChecked():
            focus_ring(painter, frame, CONTROL_RADIUS + 1)
        elif self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.secondary)
            painter.drawRoundedRect(frame.adjusted(1.5, 1.5, -1.5, -1.5), CONTROL_RADIUS, CONTROL_RADIUS)
        if self.hasFocus():  # a second ring inside of the frame of the one that is taken
            inside = frame.adjusted(_EDGE + 1, _EDGE + 1, -_EDGE - 1, -_EDGE - 1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.text)
            painter.drawRoundedRect(inside, CONTROL_RADIUS - 3, CONTROL_RADIUS - 3)

    def _title_height(self) -> int:
        return round(QFontMetricsF(fonts.caption(themes().text_scale)).height()) + 4

    def retranslate(self) -> None:
        """Say the title in the language in force."""
        self.setText(say(self._words))
        explain(self, say(self._tooltip))
        self.setAccessibleName(say(self._words))
        self.update()


class ThumbnailGrid(QWidget):
    """`rows` are (key, title, provider). `chosen(key)` when the user takes another one; `set_key` says nothing.

    A picture's tooltip is its title, unless `tooltips` has another under its key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        rows: Sequence[tuple[str, Text, ImageProvider]],
        *,
        name: Text = "",
        least_width: int = 72,
        gap: int = GAP,
        tooltips: Mapping[str, Text] = MappingProxyType({}),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._least_width = name, least_width
        self._keys = tuple(row[0] for row in rows)
        self._shown = ""
        self._most = 0  # pictures for which there is always room
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(self, gap=gap, even_width=scaled(least_width))
        self._thumbnails = tuple(
            Thumbnail(title, provider, tooltips.get(key, ""), self) for key, title, provider in rows
        )
        for index, thumbnail in enumerate(self._thumbnails):
            self._group.addButton(thumbnail, index)
            self._flow.addWidget(thumbnail)
            thumbnail.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idToggled.connect(self._announce)
        self._retranslate()
        themes().changed.connect(self._dress)

    def key(self) -> str:
        """The key of the one that is taken; "" before any is."""
        return self._shown

    def set_key(self, key: str) -> None:
        """Show `key` as taken, without a signal; a key that has no picture (own data) shows none as taken."""
        self._shown = key
        if key in self._keys:
            self._thumbnails[self._keys.index(key)].setChecked(True)
            return
        self._group.setExclusive(False)
        for thumbnail in self._thumbnails:
            thumbnail.setChecked(False)
        self._group.setExclusive(True)

    def show_only(self, keys: Sequence[str], *, most: int = 0) -> None:
        """Show these pictures alone, as columns of one width whatever their number; room for `most` stays taken."""
        self._most = most
        self._flow.set_even_width(scaled(self._least_width), balanced=False)
        for key, thumbnail in zip(self._keys, self._thumbnails, strict=True):
            thumbnail.setVisible(key in keys)
        self._keep_height()

    def refresh(self, keys: Sequence[str] | None = None) -> None:
        """Ask for these pictures anew; None: for all."""
        for key, thumbnail in zip(self._keys, self._thumbnails, strict=True):
            if keys is None or key in keys:
                thumbnail.refresh()

    def columns(self) -> int:
        """How many pictures stand in the first row now."""
        shown = self._shown_thumbnails()
        return sum(thumbnail.y() == shown[0].y() for thumbnail in shown)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self._thumbnails:
            return self._walk(self._shown_thumbnails().index(watched), event.key())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_height()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _walk(self, start: int, key: int) -> bool:
        """Take the neighbour of `start` that an arrow key points to; True if `key` is one."""
        row = self.columns()
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -row, Qt.Key.Key_Down: row}
        step = {int(way): by for way, by in ways.items()}.get(key)
        if step is None:
            return False
        shown = self._shown_thumbnails()
        if 0 <= start + step < len(shown):
            shown[start + step].setFocus(Qt.FocusReason.TabFocusReason)
            shown[start + step].setChecked(True)
        return True

    def _shown_thumbnails(self) -> list[Thumbnail]:
        return [thumbnail for thumbnail in self._thumbnails if not thumbnail.isHidden()]

    def _keep_height(self) -> None:
        """No row is ever cut off, and a group of fewer pictures moves nothing below."""
        most = self._flow.height_of(self._most, self.width()) if self._most else 0
        self.setMinimumHeight(max(most, self.heightForWidth(self.width())))

    @Slot(int, bool)
    def _announce(self, index: int, taken: bool) -> None:
        if taken and self._keys[index] != self._shown:
            self._shown = self._keys[index]
            self.chosen.emit(self._shown)

    def _retranslate(self) -> None:
        self.setAccessibleName(say(self._name))
        for thumbnail in self._thumbnails:
            thumbnail.retranslate()

    @Slot()
    def _dress(self) -> None:
        self._flow.set_even_width(scaled(self._least_width))
        self._keep_height()
        self.refresh()
