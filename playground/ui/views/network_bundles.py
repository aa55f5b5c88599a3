"""All edges of the picture of the network: one bundle between any two neighbouring columns, rendered a few a frame."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter

from playground.ui.theme import Theme
from playground.ui.views.color_map import Words
from playground.ui.views.edge_raster import Raster, two_color_table
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_edge_image import EdgeImage
from playground.ui.views.network_edges import EdgeBundle
from playground.ui.views.network_layout import Layout
from playground.ui.views.network_march import March

FRAME_SHARE = 400.0  # microseconds that rendering edges anew may take of a frame, on average
SLOWEST_ROUND = 20  # frames in which all edges are rendered once, even if that takes more
POINTS_ALONG = np.linspace(0.0, 1.0, 24)  # shares of an edge's way, close enough together to see what it passes


class Bundles:
    """The bundles from left to right, their colour tables, and whose turn it is to be rendered."""

    def __init__(self) -> None:
        self.items: list[EdgeBundle] = []
        self.march = March(self.items)
        self._images: list[EdgeImage] = []
        self._signed: Words = np.zeros((1, 1), np.uint32)
        self._plain: Words = self._signed
        self._raster = Raster()
        self._turn = 0
        self._saved = 0.0  # microseconds that past frames did not use
        self._all = True

    @property
    def count(self) -> int:
        """Edges of all bundles."""
        return sum(len(bundle.weights) for bundle in self.items)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._signed = two_color_table(theme.negative, theme.positive)
        self._plain = two_color_table(theme.secondary, theme.secondary)
        self.forget()

    def arrange(self, layout: Layout, content: NetworkContent, boldness: float = 1.0) -> None:
        """Make a bundle between any two neighbouring columns whose layers follow each other."""
        self.items, self._all = [], True
        for source, target in zip(layout.columns[:-1], layout.columns[1:], strict=True):
            if target.layer != source.layer + 1:
                continue
            pooled = source.layer == 0 and content.picture is not None
            units = content.input_units(source.rows) if source.layer == 0 and not pooled else source.rows
            places = np.nonzero(units >= 0)[0]
            self.items.append(EdgeBundle(source, target, places, units[places], pooled=pooled, boldness=boldness))
        self._images = [EdgeImage(bundle) for bundle in self.items]
        self.march = March(self.items)

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
        """Points (n, 2) along all edges."""
        parts = [bundle.points(POINTS_ALONG, np.arange(len(bundle.weights))) for bundle in self.items]
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
        costs = [image.cost(ratio) for image in self._images]
        stale = [place for place, bundle in enumerate(self.items) if bundle.stale]
        if not everything:
            self._saved = min(self._saved + max(FRAME_SHARE, sum(costs) / SLOWEST_ROUND), sum(costs))
            stale = sorted(stale, key=lambda place: (place - self._turn) % len(self.items))[:1]  # one a frame
            if stale and self._saved < costs[stale[0]]:
                self._turn = stale[0]
                return False
            for place in stale:
                self._saved -= costs[place]
                self._turn = place + 1
        for place in stale:
            table = self._plain if self.items[place].pooled else self._signed
            self._images[place].render(ratio, table, self._raster)
        return bool(stale)

    def draw(self, painter: QPainter) -> None:
        """Draw every bundle as it was last rendered."""
        for image in self._images:
            image.draw(painter)
