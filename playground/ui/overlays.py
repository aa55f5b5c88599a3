"""What is laid over a window when it is asked for: command palette, history, shortcuts, about; not before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from playground.ui.panels.about_sheet import AboutSheet, Fact
    from playground.ui.panels.command_palette import CommandPalette
    from playground.ui.panels.control_column import ControlColumn
    from playground.ui.panels.history_list import HistoryList
    from playground.ui.panels.palette_entries import Entry
    from playground.ui.panels.shortcut_sheet import ShortcutSheet
    from playground.ui.panels.step_words import Step


class Overlays(QObject):
    """`found(kind, name)` when something of the palette is taken; `step_requested(number)` of the history."""

    found = Signal(str, str)
    step_requested = Signal(int)

    def __init__(self, window: QMainWindow, controls: ControlColumn) -> None:
        super().__init__(window)
        self._window, self._controls = window, controls
        self._recent: tuple[Path, ...] = ()
        self._steps: Callable[[], tuple[Sequence[Step], int]] = lambda: ((), 0)
        self.palette: CommandPalette | None = None
        self.history: HistoryList | None = None
        self.shortcuts: ShortcutSheet | None = None
        self.about: AboutSheet | None = None

    def open_palette(self) -> None:
        """Open the palette on everything that can be done now."""
        if self.palette is None:
            from playground.ui.panels.command_palette import CommandPalette

            self.palette = CommandPalette(self._window)
            self.palette.chosen.connect(self._take)
            self.palette.stale.connect(self._refresh_palette)
        self.palette.open_with(self._entries())

    def open_history(self, corner: QPoint) -> None:
        """Open the history below a point of the window."""
        if self.history is None:
            from playground.ui.panels.history_list import HistoryList

            self.history = HistoryList(self._window)
            self.history.step_requested.connect(self.step_requested)
        self.history.show_steps(*self._steps())
        self.history.open_below(corner)

    def open_shortcuts(self) -> None:
        """Open the sheet of shortcuts."""
        if self.shortcuts is None:
            from playground.ui.panels.shortcut_sheet import ShortcutSheet

            self.shortcuts = ShortcutSheet(self._window)
        self.shortcuts.open()

    def open_about(self, version: str, facts: Sequence[Fact]) -> None:
        """Open what there is to say about the program."""
        if self.about is None:
            from playground.ui.panels.about_sheet import AboutSheet

            self.about = AboutSheet(self._window, version, facts)
        self.about.open()

    def follow(self, steps: Callable[[], tuple[Sequence[Step], int]]) -> None:
        """Where to ask for all steps of the history, and for how many of them are done."""
        self._steps = steps

    def refresh_history(self) -> None:
        """Ask anew, if somebody looks at it."""
        if self.history is not None and not self.history.isHidden():
            self.history.show_steps(*self._steps())

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Let the palette find these files."""
        self._recent = tuple(paths)

    def _entries(self) -> tuple[Entry, ...]:
        """What can be found now, in the language in force."""
        from playground.ui.panels.palette_entries import entries

        enabled = [action.objectName() for action in self._window.actions() if action.isEnabled()]
        return entries(enabled, self._controls.fields(), self._recent)

    @Slot()
    def _refresh_palette(self) -> None:
        if self.palette is not None and not self.palette.isHidden():
            self.palette.show_entries(self._entries())

    @Slot(str)
    def _take(self, key: str) -> None:
        kind, _, name = key.partition(" ")
        self.found.emit(kind, name)
