"""Data augmentation: more training samples by changes that keep the label (the notes, 2.1.6).

One row per change, for points of the plane sets or for pictures. Whether a change does keep the label depends on the
data, so it is measured (``engine.label_preservation``): a mirrored point of xor changes its class, and a mirrored digit
is not always that digit. Changes act on raw features, before normalisation, and each sample gets its own draw.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.errors import ExperimentError
from engine.resampling import pixel_places, read_off
from engine.values import dataclass

Float64 = NDArray[np.float64]
ImageShape = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transform:
    """One row.

    kind: "columns" for any features that are no picture, "points" for two that are a place in the plane, "images".
    low, high: range of the amount; 0 is no change. usual: an amount to begin with. unit: what the amount is, in words.
    function: x (m, n), or pictures (m, h, w), with an amount and a random generator -> the same shape, a new array.
    """

    name: str
    title: str
    kind: Literal["columns", "points", "images"]
    unit: str
    high: float
    usual: float
    function: Callable[[Float64, float, np.random.Generator], Float64]
    low: float = 0.0

    def apply(self, x: ArrayLike, shape: ImageShape | None, amount: float, random: np.random.Generator) -> Float64:
        """x (m, n) raw features -> changed copies (m, n).

        Raises ExperimentError for an amount out of range, data of another kind than the row is for, missing numbers.
        """
        if not self.low <= amount <= self.high:
            allowed = f"a number from {self.low:g} to {self.high:g} ({self.unit})"
            raise ExperimentError(f"augmentation.{self.name}", amount, allowed)
        raw = np.array(x, np.float64)
        if raw.ndim != 2 or not self.fits(raw.shape[1], shape) or not np.isfinite(raw).all():
            raise ExperimentError(f"augmentation.{self.name}", raw.shape, f"finite samples (m, n) of kind {self.kind}")
        if not len(raw):
            return raw
        if self.kind != "images" or shape is None:
            return self.function(raw, amount, random)
        changed = self.function(raw.reshape(len(raw), *shape), amount, random)  # (m, h, w)
        return np.asarray(changed.reshape(raw.shape))

    def fits(self, columns: int, shape: ImageShape | None) -> bool:
        """Whether the row is for samples with so many raw features, pictures of that shape or no pictures."""
        if self.kind == "images":
            return shape is not None and columns == shape[0] * shape[1]
        return shape is None and (self.kind == "columns" or columns == 2)


def augment(
    x: ArrayLike, image_shape: ImageShape | None, rows: Sequence[tuple[str, float]], random: np.random.Generator
) -> Float64:
    """x (m, n) raw features -> copies (m, n) changed by each (name, amount) in turn; x and the labels stay.

    image_shape: (height, width) of a row of x that is a picture. The same generator gives the same samples.
    Raises ExperimentError for an unknown name, or as ``Transform.apply``.
    """
    changed = np.array(x, np.float64)
    for name, amount in rows:
        if name not in TRANSFORMS:
            raise ExperimentError("augmentation", name, ", ".join(TRANSFORMS))
        changed = TRANSFORMS[name].apply(changed, image_shape, amount, random)
    return changed


def _jitter(x: Float64, amount: float, random: np.random.Generator) -> Float64:
    return np.asarray(x + amount * x.std(axis=0) * random.standard_normal(x.shape))


def _rotation(x: Float64, amount: float, random: np.random.Generator) -> Float64:
    angle = np.deg2rad(random.uniform(-amount, amount, len(x)))
    cos, sin = np.cos(angle), np.sin(angle)
    return np.stack([cos * x[:, 0] - sin * x[:, 1], sin * x[:, 0] + cos * x[:, 1]], axis=1)


def _mirror(x: Float64, amount: float, random: np.random.Generator) -> Float64:
    mirrored = random.random(len(x)) < amount
    return np.where(mirrored[:, None], x * [-1.0, 1.0], x)


def _scaling(x: Float64, amount: float, random: np.random.Generator) -> Float64:
    factor = np.exp(random.uniform(-1.0, 1.0, len(x)) * np.log1p(amount))  # as often smaller as larger
    return np.asarray(x * factor[:, None])


def _shift(images: Float64, amount: float, random: np.random.Generator) -> Float64:
    down, right = random.uniform(-amount, amount, (2, len(images), 1, 1))
    rows, columns = pixel_places(images.shape[1:])
    return read_off(images, rows - down, columns - right)


def _image_rotation(images: Float64, amount: float, random: np.random.Generator) -> Float64:
    angle = np.deg2rad(random.uniform(-amount, amount, len(images)))[:, None, None]
    rows, columns = pixel_places(images.shape[1:])
    cos, sin = np.cos(angle), np.sin(angle)
    return read_off(images, cos * rows - sin * columns, sin * rows + cos * columns)


def _crop(images: Float64, amount: float, random: np.random.Generator) -> Float64:
    share = 1.0 - random.uniform(0.0, amount, (len(images), 1, 1))  # of height and width that is kept
    rows, columns = pixel_places(images.shape[1:])
    down, right = (random.uniform(-1.0, 1.0, share.shape) * (1.0 - share) for _ in range(2))
    return read_off(images, share * rows - down * rows.min(), share * columns - right * columns.min())


def _image_mirror(images: Float64, amount: float, random: np.random.Generator) -> Float64:
    mirrored = random.random(len(images)) < amount
    return np.where(mirrored[:, None, None], images[:, :, ::-1], images)


TRANSFORMS: Mapping[str, Transform] = {
    row.name: row
    for row in (
        Transform(
            name="jitter",
            title="Jitter",
            kind="columns",
            unit="standard deviation of a Gaussian step, in standard deviations of the column",
            high=1.0,
            usual=0.05,
            function=_jitter,
        ),
        Transform(
            name="rotation",
            title="Rotation",
            kind="points",
            unit="largest angle around the origin, in degrees",
            high=45.0,
            usual=10.0,
            function=_rotation,
        ),
        Transform(
            name="mirror",
            title="Mirror",
            kind="points",
            unit="share of samples whose first coordinate changes its sign",
            high=1.0,
            usual=0.5,
            function=_mirror,
        ),
        Transform(
            name="scaling",
            title="Scaling",
            kind="points",
            unit="largest growth: distances from the origin times a factor from 1/(1 + amount) to 1 + amount",
            high=1.0,
            usual=0.1,
            function=_scaling,
        ),
        Transform(
            name="image_shift",
            title="Shift",
            kind="images",
            unit="largest way along each axis, in pixels; what comes in at the edge is background",
            high=4.0,
            usual=0.5,
            function=_shift,
        ),
        Transform(
            name="image_rotation",
            title="Rotation",
            kind="images",
            unit="largest angle around the middle, in degrees",
            high=45.0,
            usual=10.0,
            function=_image_rotation,
        ),
        Transform(
            name="image_crop",
            title="Crop",
            kind="images",
            unit="largest share of height and width cut off; what is left is stretched to the old size",
            high=0.5,
            usual=0.15,
            function=_crop,
        ),
        Transform(
            name="image_mirror",
            title="Mirror",
            kind="images",
            unit="share of pictures with left and right exchanged",
            high=1.0,
            usual=0.5,
            function=_image_mirror,
        ),
    )
}
