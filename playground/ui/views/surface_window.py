"""The part of the plane that is looked at: zooming about a place, shifting, and where a picture of another part lies.

Places on the map are shares from its upper left corner, as the pointer gives them.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF

from engine.plane import Window
from engine.snapshot import Plane

CLOSEST, FARTHEST = 1 / 400, 4.0  # spans of the window, of the whole plane's
Share = tuple[float, float]


def whole(plane: Plane) -> Window:
    """All that a plane shows."""
    return (plane.low[0], plane.high[0]), (plane.low[1], plane.high[1])


def zoomed(window: Window, factor: float, about: Share, home: Window) -> Window | None:
    """The window `factor` times as wide, so that the place `about` keeps its place; None: home again."""
    span, most = window[0][1] - window[0][0], home[0][1] - home[0][0]
    factor = min(max(factor, CLOSEST * most / span), FARTHEST * most / span)
    shares = (about[0], 1.0 - about[1])
    axes = []
    for (low, high), share in zip(window, shares, strict=True):
        fixed = low + share * (high - low)
        axes.append((fixed - (fixed - low) * factor, fixed + (high - fixed) * factor))
    return _kept_near((axes[0], axes[1]), home)


def shifted(window: Window, across: float, down: float, home: Window) -> Window | None:
    """The window moved by shares of its sides, to the right and down; None: home again."""
    (left, right), (low, high) = window
    x, y = across * (right - left), -down * (high - low)
    return _kept_near(((left + x, right + x), (low + y, high + y)), home)


def place_at(window: Window, share: Share) -> tuple[float, float]:
    """The place on the plane at a place on the map."""
    (left, right), (low, high) = window
    return left + share[0] * (right - left), high - share[1] * (high - low)


def share_of(window: Window, place: tuple[float, float]) -> Share:
    """The place on the map of a place on the plane; beyond 0 to 1 where it is not shown."""
    (left, right), (low, high) = window
    return (place[0] - left) / (right - left), (high - place[1]) / (high - low)


def rect_of(part: Window, window: Window, area: QRectF) -> QRectF:
    """Where a picture of `part` lies in pixels when `window` is seen through `area`."""
    if part == window:
        return QRectF(area)
    left, top = share_of(window, (part[0][0], part[1][1]))
    right, bottom = share_of(window, (part[0][1], part[1][0]))
    side = area.width()
    return QRectF(area.left() + left * side, area.top() + top * side, (right - left) * side, (bottom - top) * side)


def _kept_near(window: Window, home: Window) -> Window | None:
    """The window with its middle no farther out than the whole plane; None where it is the whole plane."""
    axes = []
    for (low, high), (first, last) in zip(window, home, strict=True):
        middle, half = (low + high) / 2, (high - low) / 2
        middle = min(max(middle, first), last)
        axes.append((middle - half, middle + half))
    close = 1e-6 * (home[0][1] - home[0][0])
    same = all(
        abs(a - b) < close for ours, theirs in zip(axes, home, strict=True) for a, b in zip(ours, theirs, strict=True)
    )
    return None if same else (axes[0], axes[1])
