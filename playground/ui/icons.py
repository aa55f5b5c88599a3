"""The icons: drawings of our own (SVG, 24×24) in any colour, crisp at every device pixel ratio, following the theme.

Each drawing paints with `currentColor`, which is replaced when it is loaded. The names are the files in assets/icons.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from engine.assets import asset_path
from playground.ui import color_math
from playground.ui.theme import Theme, themes

ALWAYS = 2.0  # the device pixel ratio that is drawn ahead beside those of the screens: others are scaled down from it
TOKENS = ("text", "secondary", "accent", "accent_text", "warning", "error", "positive", "negative")


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The names of all icons, sorted."""
    return tuple(sorted(path.stem for path in asset_path("icons").glob("*.svg")))


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    if name not in names():
        raise ValueError(f"icon: {name!r} is unknown; allowed are {', '.join(names())}")
    return asset_path("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=16)  # an icon is drawn at all ratios one after the other
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color).encode()))


@lru_cache(maxsize=512)
def _pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    renderer = _renderer(name, color)
    pixels = math.ceil(size * ratio)
    result = QPixmap(pixels, pixels)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def pixmap(name: str, color: QColor, size: int = 18, ratio: float = 1.0) -> QPixmap:
    """Icon `name` in `color`, `size` device-independent pixels square, drawn for a device pixel `ratio`."""
    return _pixmap(name, color.name(), size, ratio)


def screen_ratios() -> set[float]:
    """The device pixel ratios of the screens there are."""
    return {screen.devicePixelRatio() for screen in QGuiApplication.screens()}


@lru_cache(maxsize=512)
def _icon(name: str, color: str, disabled: str, size: int) -> QIcon:
    result = QIcon()
    for ratio in sorted({*screen_ratios(), ALWAYS}):
        result.addPixmap(_pixmap(name, color, size, ratio), QIcon.Mode.Normal)
        result.addPixmap(_pixmap(name, color, size, ratio), QIcon.Mode.Active)
        result.addPixmap(_pixmap(name, color, size, ratio), QIcon.Mode.Selected)
        result.addPixmap(_pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return result


def icon(name: str, color: QColor | None = None, size: int = 18) -> QIcon:
    """Icon `name` in `color` (the theme's text when None), `size` device-independent pixels square; cached.

    It keeps the colour it was made with; `follow_theme` keeps a button or an action up to date. ValueError for an
    unknown name.
    """
    theme = themes().current
    disabled = color_math.mix(theme.card, theme.secondary, 0.75)  # 3:1, as what is no text wants
    return _icon(name, (color or theme.text).name(), disabled.name(), size)


class _Follower(QObject):
    """Gives its parent a new icon whenever the theme changes."""

    def __init__(self, target: QAction | QAbstractButton) -> None:
        super().__init__(target)
        self._target = target
        self._name, self._token, self._size = "", "text", 18
        themes().changed.connect(self._dress)

    def show_icon(self, name: str, token: str, size: int) -> None:
        self._name, self._token, self._size = name, token, size
        self._dress(themes().current)

    @Slot(object)
    def _dress(self, theme: Theme) -> None:
        size = round(self._size * themes().text_scale)
        self._target.setIcon(icon(self._name, getattr(theme, self._token), size))
        if isinstance(self._target, QAbstractButton):
            self._target.setIconSize(QSize(size, size))


def follow_theme(target: QAction | QAbstractButton, name: str, token: str = "text", size: int = 18) -> None:
    """Give a button or an action icon `name` in the theme's colour `token`, now and whenever the theme changes.

    `size` is in device-independent pixels at text scale 1. A second call for the same target replaces the first.
    """
    if token not in TOKENS:
        raise ValueError(f"token: {token!r} is not a colour for icons; allowed are {', '.join(TOKENS)}")
    followers = [child for child in target.children() if isinstance(child, _Follower)]
    follower = followers[0] if followers else _Follower(target)
    follower.show_icon(name, token, size)
