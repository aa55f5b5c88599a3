"""Writes ``assets/data/*.npz`` from scikit-learn's copies: ``python -m tests.engine.data.write_shipped``.

The same content gives the same bytes: the members of an archive carry no date of their own.
"""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from sklearn.datasets import load_breast_cancer, load_digits, load_iris, load_wine

from engine.data.shipped import SHIPPED
from engine.files import write_whole

LOADERS = {"iris": load_iris, "wine": load_wine, "breast-cancer": load_breast_cancer, "digits": load_digits}
DIRECTORY = Path(__file__).resolve().parents[3] / "assets" / "data"


def archive(name: str) -> bytes:
    """The bytes of one shipped file: x (m, n_x), y (m,), feature_names, class_names."""
    bunch = LOADERS[name]()
    stream = io.BytesIO()
    np.savez_compressed(
        stream,
        x=bunch.data.astype(np.uint8) if name == "digits" else bunch.data,
        y=bunch.target.astype(np.uint8),
        feature_names=np.array([str(feature) for feature in bunch.feature_names]),
        class_names=np.array([str(target) for target in bunch.target_names]),
    )
    return stream.getvalue()


if __name__ == "__main__":
    DIRECTORY.mkdir(parents=True, exist_ok=True)
    for name in SHIPPED:
        write_whole(DIRECTORY / f"{name}.npz", archive(name))
