"""Where the window stands and how large it is, from one start to the next; kept soon after it was moved."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, QSize, QTimer, Slot
from PySide6.QtWidgets import QWidget

SIZE = (1440, 900)  # of the first window, where the screen is large enough
FRAME = (0, 36)  # pixels that the system puts around it
SOON = 400  # milliseconds after the last move
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)


class WindowPlace(QObject):
    """Puts a window where the last one stood, and remembers where it is moved to."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SOON)
        self._timer.timeout.connect(self.keep)
        geometry = QSettings().value("geometry")
        if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
            room = window.screen().availableSize() - QSize(*FRAME)
            window.resize(QSize(*SIZE).boundedTo(room))
        window.installEventFilter(self)

    @Slot()
    def keep(self) -> None:
        """Keep it now."""
        self._timer.stop()
        QSettings().setValue("geometry", self._window.saveGeometry())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in _MOVES and self._window.isVisible():
            self._timer.start()
        return super().eventFilter(watched, event)
