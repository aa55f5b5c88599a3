"""The undo list as a value: it leads where it should, and is cut at its old end."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.edits import new_seed, set_field
from engine.experiment import Experiment
from playground.restrictions import NOTHING, Restrictions
from playground.state.document import Document
from playground.state.past import Page, Past


def worked() -> Document:
    """A document with five entries, the last of them taken back."""
    document = Document()
    document.apply(new_seed(1))
    document.restrict(Restrictions(hidden=("seed",)))
    document.turn_to(Experiment(seed=9), Path("other.json"))
    document.apply(set_field("penalty.l2", 0.5))
    document.apply(new_seed(2))
    document.undo()
    return document


def again(past: Past) -> Document:
    """Another document that stands where the worked one does, with this past."""
    before, document = worked(), Document()
    document.start(before.experiment, before.path, before.restrictions, modified=True)
    document.take_past(past)
    return document


def test_an_undo_list_is_made_again(qtbot: QtBot) -> None:
    first, second = worked(), again(worked().past())
    assert second.past() == first.past()
    assert (second.experiment, second.path, second.restrictions) == (first.experiment, first.path, first.restrictions)
    for document in (first, second):
        document.redo()
        document.go_to(1)
    assert (second.experiment, second.path, second.restrictions) == (first.experiment, first.path, first.restrictions)
    assert second.experiment.seed == 1
    second.undo()
    assert (second.experiment, second.path) == (Experiment(), None)


def test_making_it_again_changes_nothing_and_is_told_once(qtbot: QtBot) -> None:
    before, document = worked(), Document()
    document.start(before.experiment, before.path, before.restrictions)
    heard: list[object] = []
    for signal in (document.changed, document.restricted, document.path_changed, document.undo_stack.indexChanged):
        signal.connect(heard.append)
    document.take_past(before.past())
    assert heard == [4]
    assert not document.is_modified


@pytest.mark.parametrize("spoil", ["elsewhere", "apart", "empty", "done"])
def test_one_that_does_not_lead_here_is_passed_over(spoil: str) -> None:
    past = worked().past()
    spoilt = {
        "elsewhere": Past(past.steps[:-2], 3),
        "apart": Past((past.steps[0], *past.steps[2:]), past.done - 1),
        "empty": Past(),
        "done": Past(past.steps, 17),
    }[spoil]
    assert again(spoilt).undo_stack.count() == 0


def test_the_old_end_is_cut() -> None:
    past = worked().past()
    assert past.newest(2) == Past(past.steps[-2:], past.done - 3)
    assert past.newest(99) == past
    assert Past(past.steps, 1).newest(2) == Past()
    assert Page(Experiment(), None, NOTHING).content == (Experiment(), NOTHING)
