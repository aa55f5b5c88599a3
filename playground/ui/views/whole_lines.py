"""A page of words that scrolls, and whose lower edge cuts no line in two: it ends above the first without room."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

LAID_OUT = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)


class WholeLines(QScrollArea):
    """Shows `sheet`, as wide as there is room. What does not fit is reached by scrolling."""

    def __init__(self, sheet: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.setWidget(sheet)
        self.setWidgetResizable(True)
        self.setProperty("role", "page")  # a frame that shows where the keyboard is
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        result = super().eventFilter(watched, event)  # follows the sheet's size
        if event.type() in LAID_OUT and watched is self._sheet:
            self._end_at_a_line()
        return result

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._end_at_a_line()

    def _end_at_a_line(self) -> None:
        room, sheet, layout = self.contentsRect().height(), self._sheet, self._sheet.layout()
        needed = sheet.height() if layout is None else layout.heightForWidth(sheet.width())
        end = _end(sheet, room) if needed > room else room
        if self.viewportMargins().bottom() != room - end:
            self.setViewportMargins(0, 0, 0, room - end)


def _end(sheet: QWidget, room: int) -> int:
    """The lowest place down to `room` at which nothing of the sheet is cut; `room` where not a line would be left."""
    spans = [span for part in sheet.findChildren(QWidget) for span in _spans(part, sheet)]
    end = room
    while cut := [top for top, bottom in spans if top < end < bottom]:
        end = min(cut)
    return end if end > 0 else room


def _spans(part: QWidget, sheet: QWidget) -> list[tuple[int, int]]:
    """Where the lines of a label, or a button, begin and end on the sheet."""
    if not part.isVisibleTo(sheet) or not isinstance(part, QLabel | QAbstractButton):
        return []
    top = part.mapTo(sheet, QPoint(0, 0)).y()
    if isinstance(part, QAbstractButton):
        return [(top, top + part.height())]
    lines = max(1, round(part.height() / part.fontMetrics().lineSpacing()))
    edges = [top + round(line * part.height() / lines) for line in range(lines + 1)]
    return list(pairwise(edges))
