"""From an experiment to the arrays a network trains on: read or generate, split, build features, normalise.

Everything fitted (filling of missing numbers, μ and σ) is fitted on the training set alone and applied to all sets.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.choices import GENERATED_KINDS, PAINTED_KINDS, PAINTED_VALUES
from engine.data.dataset import DataSet
from engine.data.features import build_features
from engine.data.generators import GENERATORS, samples_of
from engine.data.normalization import Normalization, fit_normalization
from engine.data.painted import painted_parts, painted_set
from engine.data.shipped import load_shipped
from engine.data.split import Indices, split_indices
from engine.errors import ExperimentError
from engine.experiment import Data, Experiment, Task
from engine.random_streams import stream
from engine.snapshot import SETS, SetName
from engine.values import dataclass

Float64 = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Data ready to train on. x[name]: (m, n[0]) in the experiment's dtype; y[name]: (m,) class index or value."""

    dataset: DataSet
    feature_names: tuple[str, ...]  # asked for; () means all columns
    input_names: tuple[str, ...]  # n[0] names
    task: Task
    outputs: int  # n[L]
    fill: Normalization  # fills missing numbers of the raw columns with the training set's mean
    normalization: Normalization  # of the built features
    indices: dict[SetName, NDArray[np.int64]]
    x: dict[SetName, NDArray[Any]]
    y: dict[SetName, NDArray[Any]]
    dtype: np.dtype[Any]

    def raw(self, name: SetName) -> Float64:
        """(m, n_x) raw features of a set, missing numbers filled."""
        return self.fill.apply(self.dataset.x[self.indices[name]])

    def inputs(self, x: NDArray[Any]) -> NDArray[Any]:
        """Raw features (m, n_x) -> what the network sees (m, n[0]): filled, built, normalised, in the dtype."""
        raw = np.asarray(x, np.float64)
        if raw.ndim != 2 or raw.shape[1] != self.dataset.x.shape[1]:
            raise ValueError(f"x: shape {raw.shape} is not allowed; allowed: (m, {self.dataset.x.shape[1]})")
        return transform(raw, self.fill, self.feature_names, self.dataset.feature_names, self.normalization, self.dtype)


def transform(
    raw: Float64,
    fill: Normalization,
    names: tuple[str, ...],
    columns: tuple[str, ...],
    normalization: Normalization,
    dtype: np.dtype[Any],
) -> NDArray[Any]:
    """The one way from raw features to inputs, for training, prediction and exported models alike."""
    return np.asarray(normalization.apply(build_features(fill.apply(raw), names, columns)).astype(dtype))


def prepare(experiment: Experiment) -> Prepared:
    """Read or generate, split, build features, normalise. Raises ExperimentError, DataError, OSError."""
    return prepare_dataset(experiment, load_data(experiment.data))


def prepare_dataset(experiment: Experiment, dataset: DataSet) -> Prepared:
    """Split a data set that is already there, build features, normalise. Raises ExperimentError."""
    percents = (experiment.split.train, experiment.split.dev, experiment.split.test)
    indices: dict[SetName, NDArray[np.int64]] = dict(zip(SETS, _parts(experiment, dataset, percents), strict=True))
    train = indices["train"]
    fill = fit_normalization(dataset.x[train], enabled=False)
    built = build_features(fill.apply(dataset.x), experiment.features, dataset.feature_names)
    normalization = fit_normalization(built[train], enabled=experiment.normalize)
    dtype = np.dtype(experiment.dtype)
    columns, names = dataset.feature_names, experiment.features
    return Prepared(
        dataset=dataset,
        feature_names=names,
        input_names=names or columns,
        task=dataset.task,
        outputs=len(dataset.class_names) if dataset.task == "classes" else 1,
        fill=fill,
        normalization=normalization,
        indices=indices,
        x={
            name: transform(dataset.x[rows], fill, names, columns, normalization, dtype)
            for name, rows in indices.items()
        },
        y={name: dataset.y[rows] for name, rows in indices.items()},
        dtype=dtype,
    )


def _parts(
    experiment: Experiment, dataset: DataSet, percents: tuple[float, float, float]
) -> tuple[Indices, Indices, Indices]:
    seed = experiment.data.seed
    if experiment.data.kind in PAINTED_KINDS:
        return painted_parts(np.column_stack([dataset.x, dataset.y]), percents, seed)
    return split_indices(dataset.y, percents, stream(seed, "split"), stratified=dataset.task != "regression")


def load_data(data: Data) -> DataSet:
    """The whole set an experiment names, before any split. Raises ExperimentError, DataError, OSError."""
    if data.kind in GENERATED_KINDS:
        row = GENERATORS[data.kind]
        return row.generate(samples_of(data), data.noise, stream(data.seed, "data"), data.inputs)
    dataset = _read(data)
    if data.samples is None or data.samples >= len(dataset.y):
        return dataset
    rows = np.sort(stream(data.seed, "data").permutation(len(dataset.y))[: data.samples])
    return dataset.take(rows)


def _read(data: Data) -> DataSet:
    if data.noise:
        raise ExperimentError("data.noise", data.noise, f"0, because {data.kind} is measured data")
    if data.kind == "csv":
        assert data.path is not None, "an experiment with kind csv has a path"
        stamp = Path(data.path).stat()
        return _read_table_once(data.path, (stamp.st_mtime_ns, stamp.st_size), data.target, data.header)
    if data.kind in PAINTED_KINDS:
        return painted_set(data.points, values=data.kind == PAINTED_VALUES)
    return load_shipped(data.kind)


@lru_cache(maxsize=2)
def _read_table_once(path: str, stamp: tuple[int, int], target: str | None, header: str) -> DataSet:
    """A table as it stood at ``stamp`` (time of change, size): a new split or seed does not read the file again."""
    from engine.data.table import read_table  # late: a start on a generated set does not need it

    return read_table(path, target=target, header=header)
