"""Which views draw a frame: while training, each in its turn, so that no frame has to draw all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from engine.experiment import Experiment
from engine.snapshot import Snapshot

# Every so many frames, and in which of them, while training: top bar, controls, network, story, surface, curves.
# Pictures at 20 or 30 a second look as quick as at 60, words and curves at 10; a frame then costs a third of drawing
# all, and no frame draws more than two of them.
TURNS = ((6, 5), (6, 3), (2, 0), (6, 5), (3, 1), (6, 3))


class View(Protocol):
    """What every view and panel is: a function with memory of the newest experiment and snapshot."""

    def show_experiment(self, experiment: Experiment) -> None:
        """Show what is being worked on."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the state of a run."""


class DrawingTurns:
    """The views of a window, in the order of `TURNS`."""

    def __init__(self, views: Sequence[View]) -> None:
        self.views = tuple(views)
        self._turns = dict(zip(self.views, TURNS, strict=True))
        self._run, self._frame = 0, 0

    def show_experiment(self, experiment: Experiment) -> None:
        """Show an experiment in all of them."""
        for view in self.views:
            view.show_experiment(experiment)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a run's state: in all of them, or in those whose turn it is."""
        standing = not snapshot.running or snapshot.run != self._run
        self._run, self._frame = snapshot.run, self._frame + 1
        for view, (every, turn) in self._turns.items():
            if standing or self._frame % every == turn:
                view.show_snapshot(snapshot)
