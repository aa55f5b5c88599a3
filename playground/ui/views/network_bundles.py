"""All edges of the picture of the network: one bundle between any two neighbouring columns, rendered a few a frame."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter, QPolygonF

from playground.ui.theme import Theme
from playground.ui.views.color_map import Words
from playground.ui.views.edge_raster import Raster, two_color_table
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_edges import EdgeBundle
from playground.ui.views.network_layout import Layout
from playground.ui.views.polygons import polygon

FRAME_SHARE = 400.0  # microseconds that rendering edges anew may take of a frame, on average
SLOWEST_ROUND = 20  # frames in which all edges are rendered once, even if that takes more
POINTS_APART = 7.0  # pixels between two points of an edge
PHASES = 12  # of the dots that walk along the edges


class Bundles:
    """The bundles from left to right, their colour tables, and whose turn it is to be rendered."""

    def __init__(self) -> None:
        self.items: list[EdgeBundle] = []
        self._signed: Words = np.zeros((1, 1), np.uint32)
        self._plain: Words = self._signed
        self._raster = Raster()
        self._turn = 0
        self._saved = 0.0  # microseconds that past frames did not use
        self._all = True
        self._walks: dict[int, QPolygonF] = {}

    @property
    def count(self) -> int:
        """Edges of all bundles."""
        return sum(len(bundle.weights) for bundle in self.items)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._signed = two_color_table(theme.negative, theme.positive)
        self._plain = two_color_table(theme.secondary, theme.secondary)
        self.forget()

    def arrange(self, layout: Layout, content: NetworkContent) -> None:
        """Make a bundle between any two neighbouring columns whose layers follow each other."""
        self.items, self._all, self._walks = [], True, {}
        for source, target in zip(layout.columns[:-1], layout.columns[1:], strict=True):
            if target.layer != source.layer + 1:
                continue
            pooled = source.layer == 0 and content.picture is not None
            units = content.input_units(source.rows) if source.layer == 0 and not pooled else source.rows
            places = np.nonzero(units >= 0)[0]
            self.items.append(EdgeBundle(source, target, places, units[places], pooled=pooled))

    def set_weights(self, weights: Sequence[NDArray[np.floating]]) -> None:
        """Take the weights of all layers, weights[l - 1] (n[l], n[l-1])."""
        for bundle in self.items:
            bundle.set_weights(weights[bundle.target.layer - 1])

    def emphasize(self, unit: tuple[int, int] | None) -> None:
        """Dim all edges but those of unit (layer, index), at the next frame."""
        for bundle in self.items:
            bundle.emphasize(unit)
        self._all = True

    def edge_of(self, layer: int, unit: int, source: int) -> tuple[int, int] | None:
        """(bundle, edge) of the weight from a unit to one of ``layer``; None when it is not shown."""
        for place, bundle in enumerate(self.items):
            edge = bundle.edge_of(unit, source) if bundle.target.layer == layer else None
            if edge is not None:
                return place, edge
        return None

    def points(self) -> NDArray[np.float64]:
        """Points (n, 2) along all edges, close enough together to see what an edge passes."""
        parts = [bundle.marching_points(0.0, POINTS_APART) for bundle in self.items if len(bundle.weights)]
        return np.concatenate(parts) if parts else np.zeros((0, 2))

    def forget(self) -> None:
        """Render all anew at the next frame."""
        self._all = True
        for bundle in self.items:
            bundle.stale = True

    def render(self, ratio: float, *, spare: bool) -> bool:
        """Render stale bundles, with `spare` only in turn, as often as the frames' share allows for their cost.

        True if any was rendered.
        """
        everything, self._all = self._all or not spare, False
        if everything:
            stale = [bundle for bundle in self.items if bundle.stale]
            for bundle in stale:
                self._render(bundle, ratio)
            return bool(stale)
        whole = sum(bundle.cost(ratio) for bundle in self.items)
        self._saved = min(self._saved + max(FRAME_SHARE, whole / SLOWEST_ROUND), whole)
        for step in range(len(self.items)):
            place = (self._turn + step) % len(self.items)
            bundle = self.items[place]
            if bundle.stale:
                self._turn = place
                if self._saved >= bundle.cost(ratio):
                    self._saved -= bundle.cost(ratio)
                    self._render(bundle, ratio)
                    self._turn = place + 1
                    return True
                return False  # one a frame
        return False

    def _render(self, bundle: EdgeBundle, ratio: float) -> None:
        bundle.render(ratio, self._plain if bundle.pooled else self._signed, self._raster)

    def draw(self, painter: QPainter) -> None:
        """Draw every bundle as it was last rendered."""
        for bundle in self.items:
            bundle.draw(painter)

    def marching(self, phase: int) -> QPolygonF:
        """Where the dots that walk along the edges are at one of the PHASES (0 up to it)."""
        walk = self._walks.get(phase)
        if walk is None:
            points = [bundle.marching_points(phase / PHASES) for bundle in self.items if not bundle.pooled]
            walk = self._walks[phase] = polygon(np.concatenate(points) if points else np.zeros((0, 2)))
        return walk
