"""What tells one curve from another: its colour in either theme and its kind of line, as a value."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from engine.snapshot import SetName
from engine.values import dataclass
from playground.ui import color_math
from playground.ui.theme import Theme
from playground.ui.views.set_style import DASHES, set_color

FRONT_WIDTH = 1.75
GOLD = 4  # the class colour of the penalty: none of the sets' colours, none of the signs'


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour that follows the theme, dashes in pen widths (none: a whole line) and a width in pixels."""

    color: Callable[[Theme], QColor]
    dashes: tuple[float, ...] = ()
    width: float = FRONT_WIDTH

    def pen(self, theme: Theme, width: float | None = None) -> QPen:
        """The line itself: opaque and with bevelled joins, which are cheap to draw."""
        pen = QPen(self.color(theme), self.width if width is None else width)
        if self.dashes:
            pen.setDashPattern(list(self.dashes))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)  # round joins were measured to double the cost of a line
        return pen

    def faint(self, theme: Theme, strength: float) -> QColor:
        """The colour at `strength` on a card, opaque: translucent pens are slow. Do not change what it gives."""
        return _mixed(theme.card.rgb(), self.color(theme).rgb(), strength)


@lru_cache(maxsize=128)
def _mixed(ground: int, color: int, share: float) -> QColor:
    return color_math.mix(QColor(ground), QColor(color), share)


@lru_cache(maxsize=8)
def set_ink(name: SetName) -> Ink:
    """How a set is drawn: whole for train, dashed for dev, dotted for test."""
    return Ink(lambda theme: set_color(theme, name), DASHES[name])


DATA_INK = Ink(lambda theme: set_color(theme, "train"), (3.0, 2.5), 1.25)  # the part of J that the data make
PENALTY_INK = Ink(lambda theme: theme.class_color(GOLD), (5.0, 2.5), 1.5)
RATE_INK = Ink(lambda theme: theme.secondary, (), 1.25)


def ghost_color(theme: Theme, age: int) -> QColor:
    """The grey of an earlier run: `age` 1 is the last one, older ones are fainter."""
    return _mixed(theme.card.rgb(), theme.secondary.rgb(), max(0.3, 0.72 - 0.12 * (age - 1)))


@lru_cache(maxsize=128)
def layer_ink(index: int, count: int) -> Ink:
    """Layer `index` (from 0) of `count`: from the colour of dev over that of train to that of test, in order."""
    share = 2 * index / max(1, count - 1)
    first, second = ("dev", "train") if share <= 1 else ("train", "test")
    within = share if share <= 1 else share - 1

    def color(theme: Theme) -> QColor:
        return _mixed(set_color(theme, _set(first)).rgb(), set_color(theme, _set(second)).rgb(), round(within, 3))

    return Ink(color, (), 1.5)


def _set(name: str) -> SetName:
    return "dev" if name == "dev" else "test" if name == "test" else "train"
