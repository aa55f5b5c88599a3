"""The order in which Tab goes: what is made later stands last, wherever it is shown, unless it is told its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(widget: QWidget) -> list[QWidget]:
    """What can have the keyboard in `widget`, in the order it was made; no lists that drop down, no inner parts."""
    window = widget.window()
    return [
        child
        for child in widget.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None and child.window() == window
    ]


def put_after(stop: QWidget, widget: QWidget) -> QWidget:
    """Make Tab go from `stop` through `widget`; the last stop in it."""
    for following in tab_stops(widget):
        QWidget.setTabOrder(stop, following)
        stop = following
    return stop


def put_before(stop: QWidget, widget: QWidget) -> None:
    """Make Tab go through `widget` and then to `stop`, which keeps its place among the others."""
    QWidget.setTabOrder(put_after(stop, widget), stop)
