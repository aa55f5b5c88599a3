"""What is dropped on a window: files, or a text that may hold an experiment. A frame shows that it will be taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMainWindow, QWidget

from playground.ui import fonts
from playground.ui.theme import RADIUS, themes

_EDGE = 6  # pixels between the frame and the window's edge
_ENTERS, _LEAVES, _DROPS = QEvent.Type.DragEnter, QEvent.Type.DragLeave, QEvent.Type.Drop


class DropTarget(QObject):
    """`files_dropped(paths)` with one or more local files or folders, else `text_dropped(text)`."""

    files_dropped = Signal(object)
    text_dropped = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.frame = _Frame(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == _LEAVES:
            self.frame.hide()
        elif event.type() in (_ENTERS, _DROPS) and isinstance(event, QDropEvent):
            self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QDropEvent) -> None:
        files, text = files_in(event.mimeData()), event.mimeData().text()
        if files or text:
            event.acceptProposedAction()
        if event.type() == _ENTERS:
            self.frame.cover(bool(files or text))
            return
        self.frame.hide()
        if files:
            self.files_dropped.emit(files)
        elif text:
            self.text_dropped.emit(text)


def files_in(content: QMimeData | None) -> tuple[Path, ...]:
    """The local files of a drop or of the clipboard, which may have no content at all."""
    urls = [] if content is None else content.urls()
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())


class _Frame(QWidget):
    """Lies over the whole window, lets every event through, and says what a drop would do."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, shown: bool) -> None:
        """Show it over the window as it is now."""
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
        self.setVisible(shown)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = themes().current, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.ground.toRgb()
        ground.setAlphaF(0.8)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(theme.accent, 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), RADIUS, RADIUS)
        painter.setFont(fonts.title(themes().text_scale))
        painter.setPen(theme.text)
        words = self.tr("Drop an experiment, a table or trained weights to open it")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
