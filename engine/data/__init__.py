"""Data: generated sets, shipped sets and CSV files, as samples in rows; features, split and normalisation of them.

Names are imported when they are first used, so that a start on a generated set does not load what reads tables.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.data.bayes import BayesError
    from engine.data.dataset import Column, DataSet, Task
    from engine.data.features import FEATURES, Feature, allowed_features, build_features
    from engine.data.generators import GENERATORS, Generator, samples_of
    from engine.data.kinds import DataKind, data_kinds
    from engine.data.normalization import Normalization, fit_normalization
    from engine.data.shipped import SHIPPED, Shipped, load_shipped
    from engine.data.split import split_indices
    from engine.data.table import ColumnInfo, TableInfo, inspect_table, read_table

_HOMES = {
    "engine.data.bayes": ("BayesError",),
    "engine.data.dataset": ("Column", "DataSet", "Task"),
    "engine.data.features": ("FEATURES", "Feature", "allowed_features", "build_features"),
    "engine.data.generators": ("GENERATORS", "Generator", "samples_of"),
    "engine.data.kinds": ("DataKind", "data_kinds"),
    "engine.data.normalization": ("Normalization", "fit_normalization"),
    "engine.data.shipped": ("SHIPPED", "Shipped", "load_shipped"),
    "engine.data.split": ("split_indices",),
    "engine.data.table": ("ColumnInfo", "TableInfo", "inspect_table", "read_table"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "FEATURES",
    "GENERATORS",
    "SHIPPED",
    "BayesError",
    "Column",
    "ColumnInfo",
    "DataKind",
    "DataSet",
    "Feature",
    "Generator",
    "Normalization",
    "Shipped",
    "TableInfo",
    "Task",
    "allowed_features",
    "build_features",
    "data_kinds",
    "fit_normalization",
    "inspect_table",
    "load_shipped",
    "read_table",
    "samples_of",
    "split_indices",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'engine.data' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)
