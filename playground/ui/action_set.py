"""The actions of a window: one ``QAction`` for each row of the table, in the language in force, with its keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from playground.ui.actions import ACTIONS, Action, say_action
from playground.ui.icons import follow_theme

_PLAY = "play"


class ActionSet(QObject):
    """`triggered(id)` when the user asks for a row of the table, by its keys, from a menu or from the palette."""

    triggered = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.by_id: dict[str, QAction] = {}
        self._own_words: dict[str, Callable[[], str]] = {}
        for row in ACTIONS:
            self.by_id[row.id] = self._make(row, window)
        self.retranslate()
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._leave_space)

    def _make(self, row: Action, window: QWidget) -> QAction:
        action = QAction(window)
        action.setObjectName(row.id)
        action.setCheckable(row.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in (row.shortcut, *row.also)])
        if row.icon:
            follow_theme(action, row.icon)
        action.triggered.connect(self._say)
        window.addAction(action)
        return action

    def say_of(self, id: str, words: Callable[[], str]) -> None:
        """Let an action say what it would do now instead of what it does in general."""
        self._own_words[id] = words
        self.retranslate()

    def retranslate(self) -> None:
        """Say all rows in the language in force."""
        for row in ACTIONS:
            words = self._own_words[row.id]() if row.id in self._own_words else say_action(row)
            self.by_id[row.id].setText(words.replace("&", "&&"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().eventFilter(watched, event)

    @Slot()
    def _say(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.triggered.emit(sender.objectName())

    @Slot(QWidget, QWidget)
    def _leave_space(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Leave Space to a button that the keyboard has focused: else it would only ever start and pause training."""
        space = "" if isinstance(now, QAbstractButton) else next(row.shortcut for row in ACTIONS if row.id == _PLAY)
        self.by_id[_PLAY].setShortcut(QKeySequence(space))
