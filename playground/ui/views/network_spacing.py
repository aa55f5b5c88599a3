"""How large the tiles of a column are, how far apart, in one lane or two, and how many units are shown at a time."""

from __future__ import annotations

from collections.abc import Sequence

from engine.values import dataclass

SMALLEST_TILE, LARGEST_TILE = 12, 72  # pixels
SMALLEST_GAP, LARGEST_GAP = 2, 28  # pixels between two tiles of a column
GAP_SHARE = 0.24  # of the way from one tile to the next
MOST_UNITS, MOST_IN_LANES = 16, 32  # of a layer that are shown, in one lane and in two
MOST_INPUTS = 14  # with more of them, they are shown by the page
PAGE_STEP = 20  # pixels that a unit has where not all can be shown anyway
LARGEST_END = 40  # pixels of an input's or an output's tile, unless those of the hidden units are larger
LARGEST_PICTURE = 176  # side of the one tile that stands for an image's pixels
EASY_TILE = 30  # pixels of a tile that is large enough in one lane
LANE_TILE = 12  # pixels of a tile, at least, that is worth a second lane
LANE_GAP = 9  # pixels between two lanes: the bias dots of the second stand there
PASSAGE = 6  # pixels, at least, between two tiles of a lane: edges pass there
EDGE_ROOM = 42  # pixels, at least, that two lanes leave for the edges to the next column


@dataclass(frozen=True, slots=True)
class Spacing:
    """Side of a tile, and pixels from the middle of a unit to that of the next one; lanes: 1, or 2 when staggered."""

    tile: int
    step: float
    lanes: int = 1

    @property
    def width(self) -> int:
        """From the leftmost side of the tiles to the rightmost."""
        return self.lanes * self.tile + (self.lanes - 1) * LANE_GAP


def shown_at_once(size: int, height: float, *, end: bool, inputs: bool, pitch: float) -> int:
    """How many of `size` units are shown: all, or as many as a page has. end: of the inputs or the outputs."""
    fit = max(2, int(height // (SMALLEST_TILE + SMALLEST_GAP)))
    if size <= min(MOST_INPUTS if inputs else MOST_UNITS, fit):
        return size
    page = max(1, int(height // PAGE_STEP) - 1)
    if not end and _lanes_fit(pitch):
        if size <= min(MOST_IN_LANES, int(2 * (height - LANE_TILE) / (LANE_TILE + PASSAGE)) + 1):
            return size
        page = max(1, min(MOST_IN_LANES, int(2 * (height - 2 * PAGE_STEP) / (PAGE_STEP + 2))))
    return min(page, size - 1)


def hidden_spacing(counts: Sequence[int], paged: bool, height: float, pitch: float) -> Spacing:
    """The tiles of all hidden layers, of which `counts` units are shown. paged: one of them has a note below."""
    tallest = max(counts, default=1) + paged
    one = in_one_lane(tallest, height, pitch)
    if one.tile >= EASY_TILE or not _lanes_fit(pitch):
        return one
    two = _in_two_lanes(tallest + paged, height, pitch)
    overfull = tallest * (SMALLEST_TILE + SMALLEST_GAP) > height
    return two if overfull or two.tile > 1.2 * one.tile else one


def of_one_layer(hidden: Spacing, count: int, paged: bool, height: float, pitch: float) -> Spacing:
    """How a hidden layer of `count` shown units, and a note if it is `paged`, stands; `hidden` is that of the longest.

    Tiles of a short layer need not be small because a long one's are.
    """
    if hidden.tile >= EASY_TILE and hidden.lanes == 1:
        return hidden
    wanted = max(hidden.tile, EASY_TILE)
    one = in_one_lane(count + paged, height, pitch)
    two = _in_two_lanes(count + 2 * paged, height, pitch) if _lanes_fit(pitch) else hidden
    best = one if one.tile >= min(wanted, two.tile) and (count + paged) * one.step <= height + 1 else two
    tile = min(best.tile, wanted)
    return Spacing(tile, min(best.step, max(tile / (1.0 - GAP_SHARE), tile + PASSAGE) / best.lanes), best.lanes)


def end_spacing(count: int, hidden: Spacing, height: float, pitch: float) -> Spacing:
    """The tiles of the inputs, or of the outputs."""
    own = in_one_lane(count, height, pitch)
    tile = min(own.tile, max(hidden.tile, LARGEST_END))
    return Spacing(tile, tile + own.step - own.tile)


def in_one_lane(count: int, height: float, pitch: float) -> Spacing:
    """Tiles so large that `count` of them fit below one another."""
    step = height / count
    gap = int(min(max(min(step * GAP_SHARE, step - SMALLEST_TILE), SMALLEST_GAP), LARGEST_GAP))
    tile = max(SMALLEST_TILE, int(min(step - gap, LARGEST_TILE, pitch * 0.5)))
    return Spacing(tile, tile + gap)


def picture_side(height: float, pitch: float) -> int:
    """Side of the one tile that stands for an image's pixels."""
    return int(max(SMALLEST_TILE * 2, min(LARGEST_PICTURE, pitch * 0.85, height)))


def _in_two_lanes(count: int, height: float, pitch: float) -> Spacing:
    """Tiles so large that `count` of them fit where every other one stands further right."""
    step = max(height / ((count - 1) / 2 + 0.8), 0.0)  # from a tile to the next of its lane, a fifth of it passage
    if 0.2 * step < PASSAGE:
        step = (height + PASSAGE) / ((count + 1) / 2)
    tile = int(min(step - max(PASSAGE, 0.2 * step), (pitch - EDGE_ROOM - LANE_GAP) / 2))
    return Spacing(max(SMALLEST_TILE, tile), step / 2, 2)


def _lanes_fit(pitch: float) -> bool:
    return pitch >= 2 * LANE_TILE + LANE_GAP + EDGE_ROOM
