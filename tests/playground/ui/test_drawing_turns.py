"""While training each view draws in its turn; what is new or stands still is drawn by all at once."""

from __future__ import annotations

import dataclasses
from collections import Counter

from engine.experiment import Experiment
from engine.snapshot import Snapshot
from playground.ui.drawing_turns import TURNS, DrawingTurns
from tests.playground.ui.snapshots import make_experiment, make_snapshot


class Counting:
    """A view that counts."""

    def __init__(self, number: int, drawn: Counter[int]) -> None:
        self.number, self.drawn = number, drawn

    def show_experiment(self, experiment: Experiment) -> None:
        self.drawn[self.number] += 100

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.drawn[self.number] += 1


def test_each_view_draws_in_its_turn_and_no_frame_draws_more_than_two() -> None:
    drawn: Counter[int] = Counter()
    turns = DrawingTurns([Counting(number, drawn) for number in range(len(TURNS))])
    running = dataclasses.replace(make_snapshot(make_experiment("circle"), surface_size=12, unit_size=6), running=True)
    frames = []
    turns.show_snapshot(dataclasses.replace(running, run=7))
    assert drawn.total() == len(TURNS)
    drawn.clear()
    for _ in range(12):
        before = drawn.total()
        turns.show_snapshot(dataclasses.replace(running, run=7))
        frames.append(drawn.total() - before)
    assert max(frames) <= 2
    assert [drawn[number] for number in range(len(TURNS))] == [12 // every for every, _ in TURNS]
    drawn.clear()
    turns.show_snapshot(dataclasses.replace(running, run=7, running=False))
    turns.show_snapshot(dataclasses.replace(running, run=8))
    turns.show_experiment(Experiment())
    assert set(drawn.values()) == {102}
