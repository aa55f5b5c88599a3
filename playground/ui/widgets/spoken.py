"""Words for those who do not see the window: tooltips without their markup, and what the keys have come to."""

from __future__ import annotations

import re
from html import unescape

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_PARAGRAPH = re.compile(r"</?p>")  # the only markup that tooltips here have


def plain(text: str) -> str:
    """A tooltip's words in lines, without markup; what is no markup stays."""
    if not _PARAGRAPH.search(text):
        return text
    lines = (unescape(part).strip() for part in _PARAGRAPH.split(text))
    return "\n".join(line for line in lines if line)


def explain(widget: QWidget, tooltip: str) -> None:
    """Give a widget its tooltip, and the same in plain words to a screen reader, which would read the markup out."""
    widget.setToolTip(tooltip)
    widget.setAccessibleDescription(plain(tooltip))


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say `words` now: a part of a painted view that the keys have come to."""
    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
