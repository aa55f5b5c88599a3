"""What the first layer is fed: functions of a point in the plane, or chosen columns of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from engine.data.dataset import Floats
from engine.errors import ExperimentError
from engine.values import dataclass

PLANE = ("x1", "x2")
_LARGEST = np.finfo(np.float64).max


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One input made of a point: its name in experiments, its label on the screen, and points (m, 2) → values (m,)."""

    name: str
    label: str
    function: Callable[[Floats], Floats]


def _product(first: Floats, second: Floats) -> Floats:
    """first ∗ second, held within the range of float64 so that a far point stays finite (NaN stays NaN)."""
    with np.errstate(over="ignore", under="ignore"):
        return np.clip(first * second, -_LARGEST, _LARGEST)


_ROWS = (
    Feature(name="x1", label="x₁", function=lambda x: x[:, 0]),
    Feature(name="x2", label="x₂", function=lambda x: x[:, 1]),
    Feature(name="x1^2", label="x₁²", function=lambda x: _product(x[:, 0], x[:, 0])),
    Feature(name="x2^2", label="x₂²", function=lambda x: _product(x[:, 1], x[:, 1])),
    Feature(name="x1*x2", label="x₁x₂", function=lambda x: _product(x[:, 0], x[:, 1])),
    Feature(name="sin(x1)", label="sin x₁", function=lambda x: np.sin(x[:, 0])),
    Feature(name="sin(x2)", label="sin x₂", function=lambda x: np.sin(x[:, 1])),
)

FEATURES: dict[str, Feature] = {row.name: row for row in _ROWS}


def allowed_features(feature_names: Sequence[str]) -> tuple[str, ...]:
    """The names ``build_features`` knows for a set with these raw columns."""
    return tuple(FEATURES) if tuple(feature_names) == PLANE else tuple(feature_names)


def build_features(x: Floats, names: Sequence[str], feature_names: Sequence[str]) -> Floats:
    """Inputs (m, n) of the first layer from raw samples x (m, n_x), in the order of ``names``.

    names: () for all raw columns. For a set whose raw columns are x1 and x2, rows of ``FEATURES``; else raw columns.
    Raises ExperimentError naming ``features[i]`` for an unknown or repeated name.
    """
    if x.ndim != 2 or x.shape[1] != len(feature_names):
        raise ExperimentError("x", x.shape, f"samples in rows with {len(feature_names)} columns")
    allowed = allowed_features(feature_names)
    for index, name in enumerate(names):
        if name not in allowed or name in names[:index]:
            raise ExperimentError(f"features[{index}]", name, f"{_listed(allowed)} (each once)")
    if not names:
        return np.array(x, dtype=np.float64)
    if tuple(feature_names) == PLANE:
        return np.stack([FEATURES[name].function(x) for name in names], axis=1)  # (m, n)
    place = {name: column for column, name in enumerate(feature_names)}
    return np.array(x[:, [place[name] for name in names]], dtype=np.float64)


def _listed(names: Sequence[str], most: int = 20) -> str:
    """The names, or the first twenty of them and how many more there are."""
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
