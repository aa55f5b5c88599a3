"""Augmentation in a run: every epoch the training samples are changed anew, from a stream of their own.

The changes act on raw features, before features are built and normalised with μ and σ of the samples as they are (the
notes, 2.1.6 and 2.1.7). Costs and accuracies are measured on the unchanged samples.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.augmentation import TRANSFORMS, augment
from engine.data.dataset import DataSet, Floats
from engine.data.prepare import Prepared
from engine.errors import ExperimentError
from engine.experiment import Augmentation
from engine.values import dataclass

Rows = tuple[tuple[str, float], ...]  # (name of a transform, amount) of what is on

# what may stand there for samples of another kind
MADE_FOR = {
    "columns": "0, because it is not made for pictures",
    "points": "0, because it is for points of a plane",
    "images": "0, because it is for pictures",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """How the samples of one epoch were drawn: by which rows, from which state of the stream."""

    rows: Rows
    state: Any


def augmentation_rows(augmentation: Augmentation) -> Rows:
    """What is on, in the order of the table."""
    amounts = ((field.name, getattr(augmentation, field.name)) for field in fields(augmentation))
    return tuple((name, amount) for name, amount in amounts if amount > 0.0)


def check_augmentation(augmentation: Augmentation, dataset: DataSet) -> None:
    """Raise ExperimentError when a change that is on is made for other samples than these."""
    for name, amount in augmentation_rows(augmentation):
        if not TRANSFORMS[name].fits(dataset.x.shape[1], dataset.image_shape):
            raise ExperimentError(f"augmentation.{name}", amount, MADE_FOR[TRANSFORMS[name].kind])


class AugmentedInputs:
    """``x`` (m, n[0]): the training set's inputs of this epoch, the prepared ones themselves while nothing is on."""

    def __init__(self, prepared: Prepared, random: np.random.Generator) -> None:
        self._prepared, self._random = prepared, random
        self.x: Array = prepared.x["train"]
        self.raw: Floats | None = None  # (m, n_x) the changed raw features; None while nothing is on
        self.drawn: Drawn | None = None  # None: as prepared
        self._asked_for, self._rows = Augmentation(), augmentation_rows(Augmentation())

    def of(self, prepared: Prepared) -> AugmentedInputs:
        """The same for other samples; the stream goes on."""
        return AugmentedInputs(prepared, self._random)

    @property
    def random_state(self) -> Any:
        """Where the stream is."""
        return self._random.bit_generator.state

    def draw(self, augmentation: Augmentation) -> bool:
        """Change the samples for a new epoch; whether ``x`` is another one than before."""
        if augmentation is not self._asked_for:  # every epoch asks, as a rule with the same value
            self._asked_for, self._rows = augmentation, augmentation_rows(augmentation)
        return self._draw(self._rows)

    def restore(self, drawn: Drawn | None, state: Any) -> bool:
        """The samples as they were drawn once, and the stream where it was; whether ``x`` is another one now."""
        if drawn is not None:
            self._random.bit_generator.state = drawn.state
        changed = self._draw(() if drawn is None else drawn.rows)
        if state is not None:
            self._random.bit_generator.state = state
        return changed

    def _draw(self, rows: Rows) -> bool:
        if not rows:
            changed = self.drawn is not None
            self.x, self.raw, self.drawn = self._prepared.x["train"], None, None
            return changed
        self.drawn = Drawn(rows=rows, state=self.random_state)
        self.raw = augment(self._prepared.raw("train"), self._prepared.dataset.image_shape, rows, self._random)
        self.x = self._prepared.inputs(self.raw)
        return True
