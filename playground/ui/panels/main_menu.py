"""The menu behind one button: everything the program can do, in groups, with its shortcuts; it reads the table.

The rows are the window's own actions, so a key, a row of the menu and a row of the palette are the same thing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from playground.ui.actions import ACTIONS, MENUS
from playground.ui.panels.path_words import short_paths
from playground.ui.widgets import IconButton

_RECENT, _ITSELF = "open_recent", "menu"


class MainMenu(IconButton):
    """`fill` puts the window's actions into it; `recent_requested(Path)` when a file of `set_recent` is chosen;
    `opening` before it is shown."""

    recent_requested = Signal(object)
    opening = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("menu", lambda: self.tr("Menu: everything this program can do"), parent=parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.menus = {name: QMenu(self._menu) for name in MENUS}
        self.recent = QMenu(self._menu)
        self._recent_row: QAction | None = None
        for name in MENUS:
            self._menu.addMenu(self.menus[name])
        self.setMenu(self._menu)
        self._menu.aboutToShow.connect(self.opening)
        self._say_menus()

    def fill(self, actions: Mapping[str, QAction]) -> None:
        """Put in every action of the table, in the table's order, but the one that opens this menu."""
        before: dict[str, int] = {}
        for row in (one for one in ACTIONS if one.id != _ITSELF):
            menu = self.menus[row.menu]
            if before.setdefault(row.menu, row.group) != row.group:
                menu.addSeparator()
                before[row.menu] = row.group
            menu.addAction(actions[row.id])
        actions[_RECENT].setMenu(self.recent)
        self._recent_row = actions[_RECENT]
        self.set_recent(())

    def set_recent(self, paths: Sequence[Path]) -> None:
        """Offer these files, the last one first."""
        self.recent.clear()
        for path, words in zip(paths, short_paths(paths), strict=True):
            action = self.recent.addAction(words.replace("&", "&&"))
            action.setToolTip(str(path))
            action.setData(str(path))
            action.triggered.connect(self._open_recent)
        if self._recent_row is not None:
            self._recent_row.setEnabled(bool(paths))

    def open(self) -> None:
        """Open the menu below the button; unlike `showMenu` this does not wait for an answer."""
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def open_recent(self) -> None:
        """Open the list of recent files below the button."""
        self.opening.emit()
        self.recent.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_menus()

    def _say_menus(self) -> None:
        for name, words in MENUS.items():
            self.menus[name].setTitle(words())

    @Slot()
    def _open_recent(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.recent_requested.emit(Path(str(sender.data())))
