"""Files as this program last saw them, to notice when somebody else has written one since."""

from __future__ import annotations

from pathlib import Path

Stamp = tuple[int, int]


class SeenFiles:
    """Remembers time and size of what was read or written."""

    def __init__(self) -> None:
        self._stamps: dict[Path, Stamp | None] = {}

    def note(self, path: Path) -> None:
        """Take a file as it is now for known."""
        self._stamps[path] = _stamp(path)

    def is_changed(self, path: Path) -> bool:
        """Whether a known file holds something else by now; one that is gone can lose nothing."""
        now = _stamp(path)
        return now is not None and path in self._stamps and self._stamps[path] != now


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
