"""The shipped sets are scikit-learn's, to the last bit, and README names them with their checksums."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from engine.assets import asset_path
from engine.data.shipped import SHIPPED, Shipped, load_shipped
from engine.errors import ExperimentError
from tests.engine.data.write_shipped import LOADERS

ROWS = pytest.mark.parametrize("row", SHIPPED.values(), ids=SHIPPED.keys())


def test_the_menu_has_all_sets_in_order() -> None:
    assert list(SHIPPED) == ["iris", "wine", "breast-cancer", "digits"]


@ROWS
def test_it_is_what_scikit_learn_carries(row: Shipped) -> None:
    data, bunch = load_shipped(row.name), LOADERS[row.name]()
    assert np.array_equal(data.x, bunch.data)
    assert np.array_equal(data.y, bunch.target)
    assert data.feature_names == tuple(map(str, bunch.feature_names))
    assert data.class_names == tuple(map(str, bunch.target_names))
    assert all(type(name) is str for name in (*data.feature_names, *data.class_names))
    assert (data.task, data.image_shape) == (row.task, row.image_shape)


@ROWS
def test_readme_names_file_size_and_checksum(row: Shipped) -> None:
    data = load_shipped(row.name)
    content = asset_path("data", f"{row.name}.npz").read_bytes()
    lines = asset_path("data", "README.md").read_text(encoding="utf-8").splitlines()
    entry = next(line for line in lines if line.startswith(f"| `{row.name}.npz` | {len(data.x)} × {data.x.shape[1]} |"))
    assert entry.split("|")[-2].strip() == f"`{hashlib.sha256(content).hexdigest()}`"
    assert len(content) < 100_000


def test_no_other_file_is_shipped() -> None:
    assert {path.stem for path in asset_path("data").glob("*.npz")} == set(SHIPPED)


def test_digits_are_pictures() -> None:
    data = load_shipped("digits")
    assert data.image_shape == (8, 8)
    assert (data.x.min(), data.x.max()) == (0.0, 16.0)


def test_an_unknown_set_is_refused() -> None:
    with pytest.raises(ExperimentError, match=r"data\.kind: 'mnist' .* iris, wine, breast-cancer, digits"):
        load_shipped("mnist")
