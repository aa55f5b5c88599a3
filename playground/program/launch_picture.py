"""The picture that a start shows while the rest is imported: the window as the last start like it looked at first.

Like it: of the same size on the same screen, in the same look and language. The file's name says all of that; there is
one file, in the user's cache. A picture that has grown old, since the program looks otherwise now, is seen once: each
start takes a new one as long as nothing has been done.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QSettings, QStandardPaths, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

PREFIX, SUFFIX = "first-picture-", ".ppm"  # not packed: read in a third of the time
REST = 1500  # milliseconds after the start: by then the window has settled
SETTINGS = ("theme", "language", "text_scale", "reduced_motion")


def folder() -> Path:
    """Where the picture is kept; it need not exist."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation))


def name_for(window: QWidget) -> str:
    """The name of the picture of a window as large as this one, in the look and the language of the settings."""
    settings = QSettings()
    size = f"{window.width()}x{window.height()}@{window.devicePixelRatio():g}"
    chosen = [str(settings.value(name, "")) for name in SETTINGS]
    words = "-".join([size, *chosen, system_scheme(), QLocale.system().name()])
    return PREFIX + "".join(letter if letter.isalnum() or letter in "-.@" else "_" for letter in words) + SUFFIX


@cache
def system_scheme() -> str:
    """What the system's own palette is like; first asked before the application has put on one of ours."""
    return "dark" if QGuiApplication.palette().window().color().lightnessF() < 0.5 else "light"


def scheme() -> str:
    """Whether the next window will be "light" or "dark"."""
    chosen = str(QSettings().value("theme", ""))
    return chosen if chosen in ("light", "dark") else system_scheme()


def find(name: str) -> QPixmap | None:
    """The picture of that name, or None where there is none that can be read."""
    path = folder() / name
    image = QImage(str(path)) if path.is_file() else QImage()  # QPixmap.load remembers files, by size and second
    if image.isNull():
        return None
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(float(name.split("@")[1].split("-")[0]))
    return picture


class LaunchPage(QLabel):
    """Fills the window with the picture. `painted()` after it was painted, each time."""

    painted = Signal()

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self.setPixmap(picture)
        self.setScaledContents(True)  # a maximised window may come in another size at first
        self.setMinimumSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()


class Keeper(QObject):
    """Takes the picture, once, of a window that has settled and in which nothing has been done yet."""

    kept = Signal(str)

    def __init__(self, window: QWidget, is_untouched: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._is_untouched = window, is_untouched
        QTimer.singleShot(REST, self, self.take)

    @Slot()
    def take(self) -> None:
        """Take and keep it, unless something has been done or something lies over the window."""
        covered = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if self._is_untouched() and not covered and self._window.isVisible() and not self._window.isMinimized():
            name = name_for(self._window)
            if keep(name, self._window.grab()):
                self.kept.emit(name)


def keep(name: str, picture: QPixmap) -> bool:
    """Keep the picture instead of all others; False where it is kept already, or cannot be."""
    from PySide6.QtCore import QBuffer, QIODevice

    from engine.files import write_whole

    if same(find(name), picture):
        return False
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PPM")
    try:
        folder().mkdir(parents=True, exist_ok=True)
        for old in folder().glob(f"{PREFIX}*{SUFFIX}"):
            old.unlink()
        write_whole(folder() / name, bytes(buffer.data().data()))
    except OSError:
        return False  # a start without a picture is only slower
    return True


def same(old: QPixmap | None, new: QPixmap) -> bool:
    """Whether two pictures are the same in every pixel."""
    kind = QImage.Format.Format_RGB32
    return old is not None and old.toImage().convertToFormat(kind) == new.toImage().convertToFormat(kind)
