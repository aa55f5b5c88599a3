"""The colours of the decision surface: from values or class probabilities to the words of an image."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.snapshot import RunData
from playground.ui.theme import Theme
from playground.ui.views.color_map import WordImage, to_bytes

BANDS = 8  # of a discretised surface of numbers


class SurfaceColors:
    """The tables of one theme for one kind of data."""

    def __init__(self, theme: Theme, data: RunData) -> None:
        self._data = data
        self.signed = theme.surface_table()
        self._classes = theme.class_tables(max(1, data.outputs))

    def fill(self, image: WordImage, surface: NDArray[np.float32], *, discrete: bool) -> None:
        """Colour a surface (g, g), or (C, g, g) for classes, into an image of g x g; discrete shows decisions only."""
        if self._data.task == "classes":
            best = surface.argmax(axis=0)  # (g, g)
            entries = np.full(best.shape, 255, np.uint8) if discrete else self._confidence(surface)
            image.fill(256 * best + entries, self._classes.ravel())
        elif self._data.task == "two-class":
            entries = np.where(surface > 0.5, np.uint8(255), np.uint8(0)) if discrete else to_bytes(surface, 0.0, 1.0)
            image.fill(entries, self.signed)
        else:
            entries = to_bytes(surface, *self._data.value_range)
            image.fill(_banded(entries) if discrete else entries, self.signed)

    def fill_unit(self, image: WordImage, unit: NDArray[np.float32], row: int, *, output: bool) -> None:
        """Colour the response of one unit (s, s): probabilities and values of outputs as on the surface."""
        if output and self._data.task == "classes":
            image.fill(to_bytes(unit, 0.0, 1.0), self._classes[row])
        elif output and self._data.task == "two-class":
            image.fill(to_bytes(unit, 0.0, 1.0), self.signed)
        elif output:
            image.fill(to_bytes(unit, *self._data.value_range), self.signed)
        else:
            image.fill(to_bytes(unit, -1.0, 1.0), self.signed)

    def _confidence(self, surface: NDArray[np.float32]) -> NDArray[np.uint8]:
        """How far the largest probability is above chance."""
        chance = 1.0 / len(surface)
        return to_bytes(surface.max(axis=0), chance * 0.6, 1.0)


def _banded(entries: NDArray[np.uint8]) -> NDArray[np.uint8]:
    bands = entries.astype(np.uint16) * BANDS // 256
    return (bands * 255 // (BANDS - 1)).astype(np.uint8)
