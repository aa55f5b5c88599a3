"""Finding the control of a setting and bringing it into sight, wherever it is folded away.

Controls carry the path of their field as object name; what folds keeps its content in a widget named `room`.
"""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QWidget

from playground.ui.panels.disclosure import Disclosure
from playground.ui.panels.layer_row import LayerRow
from playground.ui.panels.section import Section

ROOM = "room"


def is_there(widget: QWidget, top: QWidget) -> bool:
    """Whether a widget is shown in `top`, or would be if everything were unfolded."""
    at: QWidget | None = widget
    while at is not None and at is not top:
        if at.isHidden() and at.objectName() != ROOM:
            return False
        at = at.parentWidget()
    return at is top


def unfold(widget: QWidget) -> None:
    """Open everything a widget is folded into."""
    inside, at = widget, widget.parentWidget()
    while at is not None:
        if isinstance(at, Section):
            at.set_folded(False)
        elif isinstance(at, Disclosure):
            at.set_open(True)
        elif isinstance(at, LayerRow) and inside.objectName() == ROOM:
            _press(at.open_button)
        inside, at = at, at.parentWidget()


def _press(button: QToolButton) -> None:
    if not button.isChecked():
        button.setChecked(True)
