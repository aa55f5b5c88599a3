"""Which units are shown of a layer that does not fit: a page, turned by a click, the wheel or the arrow keys."""

from __future__ import annotations

from collections.abc import Mapping

from playground.ui.views.network_layout import Column, Layout

NOTCH = 120  # of a wheel, in Qt's eighths of a degree
UNITS_A_NOTCH = 2  # an even number leaves every unit in its lane


class Pages:
    """Where each layer begins; `first` is for the next arrangement, `follow` says what it has become."""

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._columns: tuple[Column, ...] = ()
        self._pitch = 0.0
        self._wheel = 0

    @property
    def first(self) -> Mapping[int, int]:
        """By layer, the unit to begin with."""
        return self._first

    def follow(self, layout: Layout) -> None:
        """Take over what is shown now."""
        self._columns, self._pitch = tuple(one for one in layout.columns if one.left_out), layout.pitch
        self._first = {column.layer: int(column.rows[0]) for column in self._columns}

    def turn(self, layer: int, count: int) -> bool:
        """Begin a layer so many units further on; True if that is to be arranged."""
        column = next((one for one in self._columns if one.layer == layer), None)
        if column is None:
            return False
        self._first[layer] = min(max(int(column.rows[0]) + count, 0), column.left_out)
        return self._first[layer] != int(column.rows[0])

    def turn_page(self, layer: int) -> None:
        """Begin with the unit after the last that is shown; after the last of all with the first again."""
        column = next(one for one in self._columns if one.layer == layer)
        at_end = column.rows[-1] == column.size - 1
        self._first[layer] = 0 if at_end else int(column.rows[-1]) + 1

    def at(self, x: float) -> int | None:
        """The layer above or below a point that has pages; None where there is none."""
        return next((one.layer for one in self._columns if abs(one.x - x) < self._pitch / 2), None)

    def roll(self, layer: int, angle: int) -> bool:
        """Turn as a wheel has, away from the user being positive; True if that is to be arranged."""
        self._wheel += angle
        notches = int(self._wheel / NOTCH)
        self._wheel -= NOTCH * notches
        return notches != 0 and self.turn(layer, -UNITS_A_NOTCH * notches)
