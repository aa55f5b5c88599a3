"""The keys inside views and controls, as a table: what the sheet of shortcuts says beside the actions.

A test presses every key of every row where it is to work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.values import dataclass

translate = QCoreApplication.translate

PLACES: Mapping[str, Callable[[], str]] = {
    "picture": lambda: translate("Keys", "In the network's picture"),
    "surface": lambda: translate("Keys", "On the decision surface"),
    "curves": lambda: translate("Keys", "In the curves"),
    "slider": lambda: translate("Keys", "On a slider"),
}
SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Shift+Left": "Shift+←", "Shift+Right": "Shift+→"}
_ARROWS = ("Left", "Right", "Up", "Down")


@dataclass(frozen=True, slots=True)
class ViewKey:
    """One row. ``words`` are English, ``keys`` as Qt writes them portably."""

    place: str
    words: object  # text, marked for the translators; Qt types the mark so
    keys: tuple[str, ...]


VIEW_KEYS = (
    ViewKey("picture", QT_TRANSLATE_NOOP("Keys", "From unit to unit"), _ARROWS),
    ViewKey("picture", QT_TRANSLATE_NOOP("Keys", "Through a unit's bias and weights"), ("PgUp", "PgDown")),
    ViewKey("picture", QT_TRANSLATE_NOOP("Keys", "Change what is there"), ("Return",)),
    ViewKey("surface", QT_TRANSLATE_NOOP("Keys", "Read values"), _ARROWS),
    ViewKey("surface", QT_TRANSLATE_NOOP("Keys", "Shift it"), ("Shift+Left", "Shift+Right")),
    ViewKey("surface", QT_TRANSLATE_NOOP("Keys", "Larger, smaller, whole"), ("+", "-", "Home")),
    ViewKey("curves", QT_TRANSLATE_NOOP("Keys", "From epoch to epoch"), ("Left", "Right")),
    ViewKey("curves", QT_TRANSLATE_NOOP("Keys", "Ten epochs"), ("PgUp", "PgDown")),
    ViewKey("curves", QT_TRANSLATE_NOOP("Keys", "First and last"), ("Home", "End")),
    ViewKey("slider", QT_TRANSLATE_NOOP("Keys", "One step"), ("Left", "Right")),
    ViewKey("slider", QT_TRANSLATE_NOOP("Keys", "A large step"), ("PgUp", "PgDown")),
    ViewKey("slider", QT_TRANSLATE_NOOP("Keys", "Smallest and largest"), ("Home", "End")),
)


def say_view_key(row: ViewKey) -> str:
    """The row's words in the language in force."""
    return translate("Keys", str(row.words))
