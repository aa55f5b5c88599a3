"""Named steps on a stack: put in place both ways, one entry a drag, and the whole list as a value and back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from engine.experiment import Experiment
from playground.restrictions import NOTHING
from playground.state.past import Page
from playground.state.undo_list import UndoList


def page(seed: int, path: Path | None = None) -> Page:
    """A page told apart by its seed."""
    return Page(Experiment(seed=seed), path, NOTHING)


def test_steps_are_put_in_place_both_ways_and_say_when_the_file_is_another() -> None:
    owner = QObject()
    put: list[tuple[int, bool]] = []
    steps = UndoList(lambda one, other: put.append((one.experiment.seed, other)), owner)
    steps.push(page(0), page(1), "Seed")
    steps.push(page(1), page(2, Path("a.json")), "Open")
    steps.stack.undo()
    steps.stack.undo()
    steps.stack.redo()
    assert put == [(1, False), (2, True), (1, True), (0, False), (1, False)]
    assert steps.step(1) == ("Open", Experiment(seed=1), Experiment(seed=2), Path("a.json"))


def test_a_drag_is_one_entry_and_one_that_comes_back_is_none() -> None:
    owner = QObject()
    steps = UndoList(lambda one, other: None, owner)
    steps.push(page(0), page(1), "Seed", "seed")
    steps.push(page(1), page(2), "Seed", "seed")
    assert [(one.before, one.after) for one in steps.past().steps] == [(page(0), page(2))]
    steps.end_drag()
    steps.push(page(2), page(3), "Seed", "seed")
    steps.push(page(3), page(2), "Seed", "seed")
    assert steps.stack.count() == 1


def test_the_list_comes_back_from_its_value_without_a_word() -> None:
    owner = QObject()
    heard: list[int] = []
    steps, again = UndoList(lambda one, other: None, owner), UndoList(lambda one, other: None, owner)
    steps.push(page(0), page(1), "Seed")
    steps.push(page(1), page(2), "Seed")
    steps.stack.undo()
    again.stack.indexChanged.connect(heard.append)
    again.refill(steps.past())
    assert (again.past(), heard) == (steps.past(), [])
    assert again.past().done == 1
