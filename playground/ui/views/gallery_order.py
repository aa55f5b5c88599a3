"""The order of the pictures: the wrong ones first, each group as it stands in the data, so that little moves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.snapshot import SetName, Snapshot
from engine.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pictures:
    """Pictures (m, h, w) of one set with true and predicted class (m,), in the order they are shown."""

    images: NDArray[np.uint8]
    true: NDArray[np.int64]
    predicted: NDArray[np.int64]
    names: tuple[str, ...]

    @property
    def wrong(self) -> int:
        """How many are predicted wrongly; they come first."""
        return int((self.true != self.predicted).sum())


def wrong_first(snapshot: Snapshot, name: SetName) -> Pictures:
    """The pictures of set `name` of `snapshot`, the wrong ones first."""
    true = snapshot.data.labels[name].astype(np.int64)
    predicted = snapshot.predictions[name].astype(np.int64)
    order = np.argsort(true == predicted, kind="stable")
    return Pictures(
        images=snapshot.data.images[name][order],
        true=true[order],
        predicted=predicted[order],
        names=snapshot.data.class_names,
    )


def has_pictures(snapshot: Snapshot, name: SetName) -> bool:
    """Whether set `name` has pictures with predictions."""
    images = snapshot.data.images[name]
    return images.ndim == 3 and images.size > 0 and len(snapshot.predictions.get(name, ())) == len(images)
