"""Data: generated sets, shipped sets and CSV files, as samples in rows; features, split and normalisation of them."""

from engine.data.bayes import BayesError
from engine.data.dataset import Column, DataSet, Task
from engine.data.features import FEATURES, Feature, allowed_features, build_features
from engine.data.generators import GENERATORS, Generator, samples_of
from engine.data.kinds import DataKind, data_kinds
from engine.data.normalization import Normalization, fit_normalization
from engine.data.shipped import SHIPPED, Shipped, load_shipped
from engine.data.split import split_indices
from engine.data.table import ColumnInfo, TableInfo, inspect_table, read_table

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
