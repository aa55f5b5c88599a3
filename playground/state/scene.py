"""What stays the same in all snapshots of a run seen from one side: the points, the plane, the grids over it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.optimum import least_error, optimum
from engine.data.prepare import Prepared
from engine.experiment import Data
from engine.plane import PlaneMap
from engine.snapshot import SETS, Augmented, BestPossible, RunData
from engine.values import dataclass
from playground.state.view import View

SMALLEST_SURFACE = 32
SURFACE_NUMBERS = 2_000_000  # of a surface's inputs at most: 100 x 100 points of 200 inputs
RUNNING_WORK = 30_000_000  # of a surface while the run goes on, in multiplications: a few milliseconds
STANDING_WORK = 1_000_000_000  # and when it stands still
ACTIVATION_WORK = 40  # multiplications that take as long as one activation
BEST_SIZE = 100  # points along a side of the best possible decision
UNIT_SIZES = ((128, 32), (1024, 16), (1 << 62, 8))  # up to so many units in all, so many points along a side


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Network inputs (size², n[0]) over the plane, and their pictures (n[0], size, size) scaled to about -1..1."""

    size: int
    x: NDArray[Any]
    images: NDArray[np.float32]


class Scene:
    """The prepared data seen on one plane. Grids are made when first wanted and kept.

    source: what the experiment says about the data; without it nothing is known about the best possible answer.
    before: what was seen until now, to keep what has not changed when only the view has.
    """

    def __init__(self, prepared: Prepared, view: View, source: Data | None = None, before: Scene | None = None) -> None:
        self.prepared = prepared
        self.view = view
        same = before is not None and before.prepared is prepared and _same_plane(before.view, view)
        self._whole: PlaneMap = before._whole if before is not None and same else _plane_map(prepared, view)
        self._map = self._whole.through(view.window)
        self._grids: dict[int, Grid] = {}
        best = _best_possible(source, self._map) if source is not None and view.optimal else None
        self.data: RunData
        if before is not None and same:
            self.data = replace(before.data, plane=self._map.plane, best=best)
        else:
            self.data = _run_data(prepared, self._map, best)

    def surface_grid(self, parameters: int, units: int, running: bool) -> Grid:
        """The grid of the decision surface: smaller for wide data, for large networks, and while the run goes on."""
        work = parameters + ACTIVATION_WORK * units  # for one point
        largest = min(
            self.view.surface_size,
            math.isqrt(SURFACE_NUMBERS // max(self.prepared.dataset.x.shape[1], len(self.prepared.input_names))),
            math.isqrt((RUNNING_WORK if running else STANDING_WORK) // work),
        )
        return self._grid(max(largest, min(SMALLEST_SURFACE, self.view.surface_size)))

    def unit_grid(self, units: int) -> Grid:
        """The grid of the units' responses, smaller the more units (inputs included) there are."""
        largest = next(size for most, size in UNIT_SIZES if units <= most)
        return self._grid(min(largest, self.view.unit_size))

    def augmented(self, raw: NDArray[np.float64]) -> Augmented:
        """The first training samples as augmentation has changed them: raw features (k, n_x)."""
        count = len(raw)
        return Augmented(
            points=frozen(np.ascontiguousarray(self._map.project(raw), np.float32)),
            plain=frozen(self.data.points["train"][:count].copy()),
            labels=frozen(self.data.labels["train"][:count].copy()),
            images=frozen(_images(self.prepared, raw)),
        )

    def _grid(self, size: int) -> Grid:
        if size not in self._grids:
            x = self.prepared.inputs(self._map.grid(size))  # (size², n[0])
            self._grids[size] = Grid(size=size, x=frozen(x), images=_input_images(x, size))
        return self._grids[size]


def frozen(array: NDArray[Any]) -> NDArray[Any]:
    """The same array, read-only from now on."""
    array.flags.writeable = False
    return array


def _same_plane(one: View, other: View) -> bool:
    return (one.plane_kind, one.columns) == (other.plane_kind, other.columns)


def _plane_map(prepared: Prepared, view: View) -> PlaneMap:
    count = prepared.dataset.x.shape[1]
    if count <= 2:
        return PlaneMap(prepared)  # what was chosen for more columns is no choice here
    if view.plane_kind != "features":
        return PlaneMap(prepared, "principal")
    first, second = view.columns
    there = first != second and min(first, second) >= 0 and max(first, second) < count
    return PlaneMap(prepared, "features", view.columns if there else (0, 1))


def _input_images(x: NDArray[Any], size: int) -> NDArray[np.float32]:
    """Inputs (size², n[0]) as pictures; an input larger than 1 is divided by its largest value."""
    largest = np.maximum(np.abs(x).max(axis=0), 1.0)  # (n[0],)
    return frozen(np.ascontiguousarray((x / largest).T.reshape(-1, size, size), np.float32))


def _best_possible(source: Data, plane_map: PlaneMap) -> BestPossible | None:
    """The best possible answer over the plane, where it is known."""
    low, high = plane_map.plane.low, plane_map.plane.high
    cell = min(high[0] - low[0], high[1] - low[1]) / (BEST_SIZE - 1)
    least = least_error(source.kind, source.noise)
    if least is None:
        return None
    best, posterior = optimum(source.kind, source.noise, plane_map.grid(BEST_SIZE), cell), None
    if best is not None:
        images = np.ascontiguousarray(best.posterior.T.reshape(-1, BEST_SIZE, BEST_SIZE), np.float32)
        posterior = frozen(images if len(images) > 1 else images[0])
    return BestPossible(error=least.value, standard_error=least.standard_error, posterior=posterior)


def _run_data(prepared: Prepared, plane_map: PlaneMap, best: BestPossible | None) -> RunData:
    dataset = prepared.dataset
    return RunData(
        task=prepared.task,
        feature_names=dataset.feature_names,
        input_names=prepared.input_names,
        class_names=dataset.class_names,
        outputs=prepared.outputs,
        plane=plane_map.plane,
        points={name: frozen(np.ascontiguousarray(plane_map.project(prepared.raw(name)), np.float32)) for name in SETS},
        labels={name: frozen(prepared.y[name].astype(np.float64)) for name in SETS},
        images={name: frozen(_images(prepared, prepared.raw(name))) for name in SETS},
        value_range=(float(dataset.y.min()), float(dataset.y.max())),
        notes=dataset.notes,
        own_table=bool(dataset.columns),
        best=best,
    )


def _images(prepared: Prepared, raw: NDArray[np.float64]) -> NDArray[np.uint8]:
    """(m, h, w) grey values 0..255 from the range of the whole set; empty for sets that are no pictures."""
    shape = prepared.dataset.image_shape
    if shape is None:
        return np.zeros((0, 0, 0), np.uint8)
    low, high = float(np.nanmin(prepared.dataset.x)), float(np.nanmax(prepared.dataset.x))
    grey = (raw - low) * (255.0 / max(high - low, 1e-300))
    return np.ascontiguousarray(np.rint(np.clip(grey, 0.0, 255.0)).astype(np.uint8).reshape(-1, *shape))
