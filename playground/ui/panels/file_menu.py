"""The menu of files behind one button: what it offers is a table; every row is a signal of the same meaning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from playground.ui.icons import follow_theme
from playground.ui.widgets import IconButton


@dataclass(frozen=True, slots=True)
class _Row:
    name: str  # of the signal, without "_requested"
    icon: str
    text: Callable[[], str]


class FileMenu(IconButton):
    """`open_requested`, `table_requested`, `save_requested`, `save_as_requested`, `export_requested`."""

    open_requested = Signal()
    table_requested = Signal()
    save_requested = Signal()
    save_as_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("open", lambda: self.tr("Open, save, export"), parent=parent)
        self._rows = (
            _Row("open", "open", lambda: self.tr("Open an experiment or a model…")),
            _Row("table", "table", lambda: self.tr("Open a table…")),
            _Row("save", "save", lambda: self.tr("Save the experiment")),
            _Row("save_as", "copy", lambda: self.tr("Save the experiment as…")),
            _Row("export", "export", lambda: self.tr("Export the weights…")),
        )
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self.rows: dict[str, QAction] = {}
        for row in self._rows:
            action = self._menu.addAction(row.text())
            follow_theme(action, row.icon)
            action.triggered.connect(getattr(self, f"{row.name}_requested"))
            self.rows[row.name] = action
        self.setMenu(self._menu)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for row in self._rows:
                self.rows[row.name].setText(row.text())
