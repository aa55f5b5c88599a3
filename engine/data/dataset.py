"""One data set as a value: samples in rows, what they are called, and what has to be predicted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.values import dataclass

Task = Literal["two-class", "classes", "regression"]
ColumnKind = Literal["number", "category"]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One input column of a table as it stands in the file, before categories become columns of zeros and ones.

    categories: the different texts of a category column, in the order of the columns of x; empty for numbers.
    missing: how many cells of the rows kept are missing.
    """

    name: str
    kind: ColumnKind
    categories: tuple[str, ...] = ()
    missing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DataSet:
    """Samples x (m, n_x) float64 and targets y (m,): int64 class index 0..C−1, or float64 for regression.

    x is finite except that a missing number is NaN until ``Normalization`` fills it. y is always finite.
    Both arrays are read-only. class_names is empty for regression; image_shape is (height, width) of a row of x
    that is a picture. notes are plain sentences about what was done to the file. columns describe the input columns
    of a table (empty for generated and shipped sets), target_name the column predicted.
    Raises ValueError for arrays and names that do not fit together.
    """

    x: Floats
    y: NDArray[Any]
    feature_names: tuple[str, ...]
    class_names: tuple[str, ...]
    task: Task
    image_shape: tuple[int, int] | None = None
    notes: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    target_name: str = "y"

    def __post_init__(self) -> None:
        object.__setattr__(self, "x", _read_only(self.x, np.float64))
        object.__setattr__(self, "y", _read_only(self.y, np.float64 if self.task == "regression" else np.int64))
        self._check_inputs()
        self._check_targets()

    @property
    def classes(self) -> int:
        """C, the number of classes; 0 for regression."""
        return len(self.class_names)

    def take(self, rows: NDArray[np.int64]) -> DataSet:
        """The same set with only these rows (k,), in this order; names, classes and notes stay."""
        return replace(self, x=self.x[rows], y=self.y[rows])

    def _check_inputs(self) -> None:
        if self.x.ndim != 2 or self.y.shape != self.x.shape[:1] or not self.x.size:
            raise ValueError(f"x must be (m, n_x) and y (m,), not empty: got {self.x.shape} and {self.y.shape}")
        if len(self.feature_names) != self.x.shape[1] or len(set(self.feature_names)) != self.x.shape[1]:
            raise ValueError(f"x has {self.x.shape[1]} columns: as many different feature names are needed")
        if np.isinf(self.x).any():
            raise ValueError("x must be finite (missing numbers are NaN)")
        if self.image_shape is not None and self.image_shape[0] * self.image_shape[1] != self.x.shape[1]:
            raise ValueError(f"pictures of {self.image_shape} do not have {self.x.shape[1]} pixels")

    def _check_targets(self) -> None:
        if self.task == "regression":
            if self.class_names or not np.isfinite(self.y).all():
                raise ValueError("regression has finite targets and no class names")
            return
        if self.classes < 2 or (self.classes == 2) != (self.task == "two-class"):
            raise ValueError(f"task {self.task!r} does not fit {self.classes} class names")
        if self.y.min() < 0 or self.y.max() >= self.classes:
            raise ValueError(f"class indices must lie in 0..{self.classes - 1}")


def _read_only(values: ArrayLike, dtype: type[np.float64] | type[np.int64]) -> NDArray[Any]:
    """A C-contiguous array that nobody can write to: a copy, unless it is one already.

    Class indices may come as any dtype, as long as they are whole.
    """
    given = np.asarray(values)
    if given.dtype == dtype and given.flags.c_contiguous and given.base is None and not given.flags.writeable:
        return given
    array = np.array(given, dtype=dtype, order="C")
    if dtype is np.int64 and not np.array_equal(array, given):
        raise ValueError("class indices must be whole numbers")
    array.flags.writeable = False
    return array
