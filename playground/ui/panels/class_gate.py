"""Class mode at work: hidden controls are gone and stay gone, locked ones rest and say why.

Panels show and enable their controls by their own rules; this stands behind them and has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from playground.restrictions import NOTHING, Restrictions

_SHOWN = (QEvent.Type.Show, QEvent.Type.ShowToParent)


def row_of(name: str) -> str:
    """The row of a field for the object name of its control: ``layers[].units`` for ``layers[2].units``."""
    return re.sub(r"\[\d+\]", "[]", name)


class ClassGate(QObject):
    """Holds the controls in `window` to `Restrictions`. After `restrain` the experiment is to be shown again."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._restrictions = NOTHING
        self._hidden: set[QWidget] = set()
        self._locked: dict[QWidget, QWidget] = {}  # every part of a locked control, and that control

    def restrain(self, restrictions: Restrictions) -> None:
        """Hold to other restrictions: what was held before is let go first."""
        self._let_go()
        self._restrictions = restrictions
        self.refresh()

    def refresh(self) -> None:
        """Hold controls that were made since, such as those of a new layer."""
        if not self._restrictions:
            return
        hidden, locked = set(self._restrictions.hidden), set(self._restrictions.locked)
        for widget in self._named():
            name = row_of(widget.objectName())
            if name in hidden and widget not in self._hidden:
                self._hidden.add(widget)
                widget.installEventFilter(self)
                widget.hide()
            if name in locked and widget not in self._locked:
                self._lock(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._hidden and event.type() in _SHOWN:
            assert isinstance(watched, QWidget)
            watched.hide()
        control = self._locked.get(watched) if isinstance(watched, QWidget) else None
        if control is not None:
            if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
                QToolTip.showText(event.globalPos(), self.tr("Locked in class mode"), control)
                return True
            if event.type() == QEvent.Type.EnabledChange and watched is control and control.isEnabled():
                control.setEnabled(False)
        return super().eventFilter(watched, event)

    def _named(self) -> Iterable[QWidget]:
        return [one for one in self._window.findChildren(QWidget) if one.objectName()]

    def _lock(self, widget: QWidget) -> None:
        for part in (widget, *widget.findChildren(QWidget)):
            self._locked.setdefault(part, widget)
            part.installEventFilter(self)
        widget.setEnabled(False)

    def _let_go(self) -> None:
        hidden, locked = self._hidden, self._locked
        self._hidden, self._locked = set(), {}
        for widget in {*hidden, *locked}:
            if _is_alive(widget):
                widget.removeEventFilter(self)
        for widget in hidden:
            if _is_alive(widget):
                widget.show()
        for widget in set(locked.values()):
            if _is_alive(widget):
                widget.setEnabled(True)


def _is_alive(widget: QWidget) -> bool:
    """Whether Qt still has it: the row of a layer may be gone."""
    from shiboken6 import isValid

    return isValid(widget)
