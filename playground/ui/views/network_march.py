"""Dashes that march along the edges while the network trains: on all edges, or on the strongest of many."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPolygonF

from playground.ui.views.network_edges import EdgeBundle, rise
from playground.ui.views.polygons import polygon

PHASES = 12  # of a dash on its way to where the next one was
MOST_EDGES = 72  # that dashes march along: more of them are snow
ROUNDS = 4  # of all phases, after which the strongest edges are looked for again
SPACING = 18.0  # pixels from a dash to the next, about
MOST_DASHES = 216  # on all edges together: a dot costs a third of a microsecond
DASH = (0.0, 2.0, 4.0)  # pixels at which its dots stand: dots cost a tenth of lines


class March:
    """The dashes on `bundles`, which look for the strongest edges again after some rounds."""

    def __init__(self, bundles: Sequence[EdgeBundle]) -> None:
        self._bundles = [bundle for bundle in bundles if len(bundle.weights)]
        self._edges: list[NDArray[np.intp]] = []
        self._phases: dict[int, QPolygonF] = {}
        self._round = 0

    def dots(self, phase: int) -> QPolygonF:
        """Where the dots of all dashes are at one of the PHASES (0 up to it)."""
        if phase == 0 or not self._edges:
            if self._round % ROUNDS == 0:
                self._choose()
            self._round += phase == 0
        dots = self._phases.get(phase)
        if dots is None:
            most = MOST_DASHES // max(1, sum(map(len, self._edges)))
            parts = [
                _dashes(bundle, edges, phase / PHASES, most)
                for bundle, edges in zip(self._bundles, self._edges, strict=True)
                if len(edges)
            ]
            dots = self._phases[phase] = polygon(np.concatenate(parts) if parts else np.zeros((0, 2)))
        return dots

    def _choose(self) -> None:
        strength = [np.abs(bundle.levels) for bundle in self._bundles]
        every = np.concatenate(strength) if strength else np.zeros(0, np.intp)
        takes = np.ones(len(every), np.bool_)
        if len(every) > MOST_EDGES:
            takes[np.argpartition(every, -MOST_EDGES)[:-MOST_EDGES]] = False
        starts = np.cumsum([len(levels) for levels in strength])[:-1]
        chosen = [np.flatnonzero(some) for some in np.split(takes, starts)] if strength else []
        same = len(chosen) == len(self._edges) and all(map(np.array_equal, chosen, self._edges))
        if not same:
            self._edges, self._phases = chosen, {}


def _dashes(bundle: EdgeBundle, edges: NDArray[np.intp], phase: float, most: int) -> NDArray[np.float64]:
    """The dots (n, 2) of at most so many dashes on some edges, each edge's a little later than its neighbour's."""
    across, fall = bundle.x[1] - bundle.x[0], (bundle.y[1] - bundle.y[0])[edges, None]
    way = math.hypot(across, float(np.abs(fall).mean()))
    count = min(max(1, round(way / SPACING)), most)
    shift = (phase + 0.381966 * edges) % 1.0
    share = (np.arange(count) + shift[:, None]) / count  # (E, count)
    climb = fall * (rise(np.minimum(share + 0.01, 1.0)) - rise(np.maximum(share - 0.01, 0.0))) / 0.02
    pixel = 1.0 / np.hypot(across, climb)  # of the way in x, for one of the way along the edge
    dots = share[:, :, None] + np.array(DASH) * pixel[:, :, None]
    return bundle.points(dots.reshape(len(edges), count * len(DASH)) % 1.0, edges)
