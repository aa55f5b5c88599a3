"""The hints on the picture of the network that have been closed are remembered: they do not come again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Slot

from playground.ui.views.network_callouts import NAMES
from playground.ui.views.network_view import NetworkView

KEY = "closed_hints"


class CalloutMemory(QObject):
    """Keeps which hints of `view` its user closes; `recall` shows the others."""

    def __init__(self, view: NetworkView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        view.callout_dismissed.connect(self._remember)

    def recall(self) -> None:
        """Show the hints that were not closed in an earlier session."""
        self._view.set_callouts(frozenset(NAMES) - _closed())

    @Slot(str)
    def _remember(self, name: str) -> None:
        QSettings().setValue(KEY, ",".join(sorted(_closed() | {name})))


def _closed() -> frozenset[str]:
    """Those closed so far; anything else in the settings is forgotten."""
    return frozenset(str(QSettings().value(KEY) or "").split(",")) & frozenset(NAMES)
