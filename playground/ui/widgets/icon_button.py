"""A button that is only an icon: its words are in the tooltip and for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from playground.ui.icons import follow_theme
from playground.ui.widgets.wording import Text, say


class IconButton(QToolButton):
    """Icon `icon_name` with a `tooltip` that says what it does; `shortcut` is named in the tooltip, not installed."""

    def __init__(
        self,
        icon_name: str,
        tooltip: Text,
        *,
        shortcut: str = "",
        size: int = 18,
        color: str = "text",
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tooltip, self._shortcut = tooltip, shortcut
        self._size, self._color = size, color
        self.setProperty("role", "quiet")
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves Space to the play button
        self.show_icon(icon_name)
        self._retranslate()

    def show_icon(self, icon_name: str, tooltip: Text | None = None) -> None:
        """Change the icon, and the tooltip with it when one is given."""
        self._icon_name = icon_name
        follow_theme(self, icon_name, self._color, self._size)
        if tooltip is not None:
            self._tooltip = tooltip
            self._retranslate()

    def set_shortcut(self, shortcut: str) -> None:
        """Change the shortcut that the tooltip names; "" for none."""
        self._shortcut = shortcut
        self._retranslate()

    def icon_name(self) -> str:
        """The name of the icon that is shown."""
        return self._icon_name

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        words = say(self._tooltip)
        self.setToolTip(f"{words} ({self._shortcut})" if self._shortcut else words)
        self.setAccessibleName(words)
