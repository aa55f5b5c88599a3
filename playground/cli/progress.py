"""The progress bar: on a terminal only, on standard error, so that it never mixes with what is printed."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Progress(Protocol):
    """Told after each stretch of training how far it has come."""

    def __call__(self, epoch: int, cost: float) -> None:
        """epoch: finished epochs; cost: of the training set after the last of them."""
        ...


@contextmanager
def progress_bar(epochs: int) -> Iterator[Progress]:
    """A bar over so many epochs, or nothing where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield _silent
        return
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # no thread that wakes a bar: this one is told often enough
    with tqdm(total=epochs, unit=" epochs", leave=False, file=sys.stderr, dynamic_ncols=True) as bar:

        def show(epoch: int, cost: float) -> None:
            if math.isfinite(cost):
                bar.set_postfix_str(f"cost {cost:.4g}", refresh=False)
            bar.update(epoch - bar.n)

        yield show


def _silent(epoch: int, cost: float) -> None:
    """No terminal, no bar."""
