"""The runs before this one: their curves stay as ghosts, to compare with."""

from __future__ import annotations

from itertools import islice

import numpy as np

from engine.experiment import Data, Experiment, Task
from engine.snapshot import SETS, Curves, Snapshot
from engine.values import dataclass
from playground.ui.views.curve_builder import averaged
from playground.ui.views.curve_content import Ghost
from playground.ui.views.curve_options import CurveOptions
from playground.ui.views.run_words import difference

MOST = 5  # of one data set
KEPT = 25
SHORTEST = 2  # epochs; of a shorter run there is nothing to see


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EarlierRun:
    """What is kept of a run that has been replaced."""

    run: int
    experiment: Experiment
    task: Task
    curves: Curves


class EarlierRuns:
    """The last runs, the newest first; some may be hidden. Ghosts are made anew only when they change.

    Only runs on the data set in force can be compared with the one that goes on; the others come back with their data.
    """

    def __init__(self) -> None:
        self._runs: tuple[EarlierRun, ...] = ()
        self._newest: Snapshot | None = None
        self._trained_as: Experiment | None = None
        self._hidden: frozenset[int] = frozenset()
        self._made: tuple[object, tuple[Ghost, ...]] | None = None

    def see(self, snapshot: Snapshot) -> bool:
        """Follow the run that goes on; True when `snapshot` is another run's, and the one before has become earlier."""
        before, self._newest = self._newest, snapshot
        if before is not None and (before.run, before.data.task) == (snapshot.run, snapshot.data.task):
            if before.epoch != snapshot.epoch:  # an edit just before a reset made no curve
                self._trained_as = snapshot.experiment
            return False
        if before is not None and self._trained_as is not None:
            self._keep(before, self._trained_as)
        self._trained_as = snapshot.experiment
        return True

    def _keep(self, snapshot: Snapshot, trained_as: Experiment) -> None:
        """Remember the run of `snapshot`, its last one, trained as `trained_as`, if it came far enough to be seen."""
        if len(snapshot.curves.epochs) > SHORTEST:
            kept = EarlierRun(run=snapshot.run, experiment=trained_as, task=snapshot.data.task, curves=snapshot.curves)
            self._runs = (kept, *self._runs)[:KEPT]

    def forget(self) -> None:
        """Forget them all."""
        self._runs, self._hidden = (), frozenset()

    def say_anew(self) -> None:
        """Say what differs in the language now in force."""
        self._made = None

    def set_shown(self, run: int, shown: bool) -> None:
        """Show or hide one of them."""
        self._hidden = self._hidden - {run} if shown else self._hidden | {run}

    def is_shown(self, run: int) -> bool:
        """Whether a run is among those to be drawn."""
        return run not in self._hidden

    def comparable(self, now: Experiment, task: Task) -> tuple[EarlierRun, ...]:
        """Up to MOST of those whose figures can be compared with a run of `now`, the last one first."""
        same = (one for one in self._runs if one.task == task and _data_set(one.experiment.data) == _data_set(now.data))
        return tuple(islice(same, MOST))

    def elsewhere(self, now: Experiment) -> int:
        """How many there are on other data sets, which are not compared with `now`."""
        return sum(_data_set(one.experiment.data) != _data_set(now.data) for one in self._runs)

    def words(self, now: Experiment, task: Task) -> list[tuple[int, str]]:
        """Each run's number and in what it differs from `now`."""
        return [(one.run, difference(one.experiment, now)) for one in self.comparable(now, task)]

    def ghosts(self, now: Experiment, task: Task, options: CurveOptions) -> tuple[Ghost, ...]:
        """The curves to draw: of the first set that is shown; the same tuple as long as nothing about them changes."""
        if not options.ghosts or options.measure == "gradients":
            return ()
        key = self._runs, self._hidden, now, task, options
        if self._made is None or self._made[0] != key:
            self._made = key, self._make(now, task, options)
        return self._made[1]

    def _make(self, now: Experiment, task: Task, options: CurveOptions) -> tuple[Ghost, ...]:
        made = []
        for number, (one, (_, text)) in enumerate(
            zip(self.comparable(now, task), self.words(now, task), strict=True), start=1
        ):
            values = one.curves.cost if options.measure == "cost" else one.curves.accuracy
            shown = [name for name in SETS if name not in options.hidden and np.isfinite(values[name]).any()]
            if shown and self.is_shown(one.run):
                front = averaged(values[shown[0]], options)
                key = f"{options.measure}_{shown[0]}"
                made.append(Ghost(number=number, text=text, key=key, x=one.curves.epochs, values=front))
        return tuple(made)


def _data_set(data: Data) -> tuple[object, ...]:
    """What makes data another set. More noise, other samples, another split of it are what one compares."""
    return data.kind, data.path, data.target, data.inputs
