"""Dropout held still: one drawn mask stays for as long as a block lasts, so that the cost is a function of θ alone.

The gradient check compares costs of nearby parameters; with live dropout each would be the cost of another network
(the notes, 2.1.10). The mask comes from the run's own stream, which is put back: a run goes on as if nobody had looked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from engine.trainer import Trainer


@contextmanager
def frozen_dropout(trainer: Trainer, samples: int) -> Iterator[None]:
    """Within the block batches of ``samples`` samples keep the masks drawn at its start, (n, m) for every layer.

    Layers that were frozen before keep the mask they have. Batches of another size are not frozen.
    """
    stream = trainer.network.dropout_random.bit_generator
    live = [part for part in trainer.network.training_pass(samples).dropouts if part is not None and not part.frozen]
    before, masks = stream.state, [part.D.copy() for part in live]
    for part in live:
        part.draw()
        part.frozen = True
    stream.state = before
    try:
        yield
    finally:
        for part, mask in zip(live, masks, strict=True):
            part.frozen = False
            np.copyto(part.D, mask)
