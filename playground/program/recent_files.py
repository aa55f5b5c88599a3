"""The last files that were opened or saved, newest first; those that are gone are left out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal, Slot

MOST = 10
_KEY = "recent_files"


class RecentFiles(QObject):
    """Kept in the settings. `changed()` when the list is another one."""

    changed = Signal()

    def paths(self) -> tuple[Path, ...]:
        """The files that are still there, newest first."""
        return tuple(path for path in self._kept() if path.is_file())

    @Slot(object)
    def add(self, path: Path) -> None:
        """Put a file first."""
        path = path.resolve()
        kept = [path, *(one for one in self._kept() if one != path)]
        QSettings().setValue(_KEY, [str(one) for one in kept[:MOST]])
        self.changed.emit()

    def _kept(self) -> list[Path]:
        value = QSettings().value(_KEY)
        texts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(text) for text in texts if isinstance(text, str) and text]
