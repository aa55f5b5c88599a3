"""The theme in force: `themes()` says which it is and tells everybody of a change; `apply` dresses the application.

Palette, style sheet and font are all our own, because the system's colour scheme does nothing on some platforms.
Views read colours from `themes().current`, make their pens and tables once, and make them anew on `themes().changed`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from playground.ui import fonts, style
from playground.ui.tokens import (
    CONTROL_HEIGHT,
    CONTROL_RADIUS,
    DARK,
    FOCUS_RING,
    GAP,
    LIGHT,
    RADIUS,
    SPACING,
    SURFACE_STRENGTH,
    TARGET,
    TEXT_SCALES,
    Theme,
    ThemeName,
)

__all__ = [
    "CONTROL_HEIGHT",
    "CONTROL_RADIUS",
    "DARK",
    "FOCUS_RING",
    "GAP",
    "LIGHT",
    "RADIUS",
    "SPACING",
    "SURFACE_STRENGTH",
    "TARGET",
    "TEXT_SCALES",
    "Theme",
    "ThemeName",
    "ThemeSource",
    "apply",
    "building",
    "palette",
    "style_sheet",
    "themes",
]

_BY_NAME: dict[str, Theme] = {"light": LIGHT, "dark": DARK}


class ThemeSource(QObject):
    """The theme in force. `changed(Theme)` is emitted after a change of theme or of text scale."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._current = LIGHT
        self._text_scale = 1.0

    @property
    def current(self) -> Theme:
        """The theme in force."""
        return self._current

    @property
    def text_scale(self) -> float:
        """How many times larger than 13 px body text is."""
        return self._text_scale

    def set(self, name: str, text_scale: float | None = None) -> None:
        """Bring the theme called `name` ("light" or "dark") into force; ValueError for another name or scale."""
        if self.take(name, text_scale):
            self.tell()

    def tell(self) -> None:
        """Say that another theme or another scale is in force."""
        self.changed.emit(self._current)

    def take(self, name: str, text_scale: float | None = None) -> bool:
        """As `set`, but telling nobody yet; whether there is anything to tell."""
        if name not in _BY_NAME:
            raise ValueError(f"theme: {name!r} is unknown; allowed are {', '.join(_BY_NAME)}")
        scale = self._text_scale if text_scale is None else float(text_scale)
        low, high = TEXT_SCALES
        if not low <= scale <= high:
            raise ValueError(f"text_scale: {scale} is out of range; allowed are {low} to {high}")
        before, now = (self._current, self._text_scale), (_BY_NAME[name], scale)
        self._current, self._text_scale = now
        return before != now


_DRESSED = "playground_style"


@cache
def themes() -> ThemeSource:
    """The one source of the theme, for the whole application."""
    return ThemeSource()


def palette(theme: Theme) -> QPalette:
    """`theme` as a QPalette, every role set, so that nothing of the system's scheme shows through."""
    return style.palette(theme)


def style_sheet(theme: Theme, text_scale: float = 1.0) -> str:
    """`theme` as a Qt style sheet, measures times `text_scale`."""
    return style.style_sheet(theme, text_scale)


def apply(app: QApplication, theme: Theme, text_scale: float = 1.0) -> None:
    """Dress `app` in `theme` and tell everybody who listens to `themes().changed`; the one call to change the look."""
    fonts.load()
    if not app.property(_DRESSED):  # under a style sheet the style no longer tells its name
        app.setStyle("Fusion")
        app.setProperty(_DRESSED, True)
    # First what is in force, then the sheet: layouts remember the sizes that widgets say when it is put on. Last those
    # who listen, as some of them ask how large others are now.
    is_new = themes().take(theme.name, text_scale)
    # Qt puts a new sheet in an old one's place by polishing each widget once for every widget it stands in
    app.setStyleSheet("")
    app.setPalette(palette(theme))
    app.setFont(fonts.body(text_scale))
    app.setStyleSheet(style_sheet(theme, text_scale))
    if is_new:
        themes().tell()
    for widget in app.allWidgets():
        widget.updateGeometry()  # many sizes follow the text's, and layouts remember what they were told before


@contextmanager
def building(app: QApplication) -> Iterator[None]:
    """Many widgets are made in here: the style sheet comes when all are there, not to each and to all within it."""
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)
