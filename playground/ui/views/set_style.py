"""How the three sets are told apart wherever they stand side by side: by a word, a colour and a kind of line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPen

from engine.snapshot import SetName
from playground.ui.theme import Theme, ThemeName

DASHES: dict[SetName, tuple[float, ...]] = {"train": (), "dev": (4.0, 2.0), "test": (1.0, 1.5)}  # in pen widths

_COLORS: dict[SetName, dict[ThemeName, str]] = {
    "dev": {"light": "#a8327e", "dark": "#f08cc0"},
    "test": {"light": "#0a8058", "dark": "#5fd6a0"},
}


def set_word(name: SetName) -> str:
    """The set's name in the language in force."""
    words = {
        "train": QCoreApplication.translate("Sets", "train"),
        "dev": QCoreApplication.translate("Sets", "dev"),
        "test": QCoreApplication.translate("Sets", "test"),
    }
    return words[name]


def set_color(theme: Theme, name: SetName) -> QColor:
    """The set's colour, at least 3:1 on a card; never the orange of negative numbers."""
    return theme.positive if name == "train" else QColor(_COLORS[name][theme.name])


def set_pen(theme: Theme, name: SetName, width: float) -> QPen:
    """The line of the set: whole for train, dashed for dev, dotted for test. Opaque, which is cheaper to draw."""
    pen = QPen(set_color(theme, name), width)
    if DASHES[name]:
        pen.setDashPattern(list(DASHES[name]))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)  # round joins were measured to double the cost of a line
    return pen
