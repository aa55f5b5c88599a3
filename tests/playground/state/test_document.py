"""The document: undo is exact, a drag is one entry, what is refused or changes nothing leaves no trace."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from engine.edits import Edit, add_layer, new_seed, remove_unit, set_field
from engine.errors import ExperimentError, FileFormatError
from engine.experiment import Data, Experiment
from engine.experiment_file import load_experiment, save_experiment
from playground.restrictions import Restrictions
from playground.state.document import Document

START = Experiment()


def rate(value: float, key: str | None = "rate") -> Edit:
    return set_field("optimizer.learning_rate", value, merge_key=key)


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    return Document()


@pytest.fixture
def heard(document: Document) -> list[Experiment]:
    """Every experiment the document announced."""
    heard: list[Experiment] = []
    document.changed.connect(heard.append)
    return heard


def test_an_edit_is_applied_and_announced(document: Document, heard: list[Experiment]) -> None:
    assert document.apply(new_seed(5))
    assert document.experiment == replace(START, seed=5)
    assert heard == [document.experiment]
    assert document.undo_stack.undoText() == "New seed"
    assert document.is_modified


def test_undo_and_redo_go_both_ways(document: Document, heard: list[Experiment]) -> None:
    edits = [new_seed(5), add_layer(1), rate(0.1), set_field("normalize", False)]
    passed = [START]
    for edit in edits:
        document.apply(edit)
        passed.append(document.experiment)
    for before in reversed(passed[:-1]):
        document.undo()
        assert document.experiment == before
    document.undo()  # nothing left: nothing happens
    assert document.experiment == START
    assert document.undo_stack.redoText() == "New seed"
    for after in passed[1:]:
        document.redo()
        assert document.experiment == after
    assert heard == [*passed[1:], *reversed(passed[:-1]), *passed[1:]]


def test_an_edit_that_changes_nothing_is_dropped(document: Document, heard: list[Experiment]) -> None:
    assert not document.apply(new_seed(START.seed))
    assert (heard, document.undo_stack.count(), document.is_modified) == ([], 0, False)


def test_a_refused_edit_leaves_no_trace(document: Document, heard: list[Experiment], qtbot: QtBot) -> None:
    with qtbot.waitSignal(document.refused) as caught:
        assert not document.apply(rate(-1.0))
    (error,) = caught.args
    assert isinstance(error, ExperimentError)
    assert error.path == "optimizer.learning_rate"
    assert (heard, document.experiment, document.undo_stack.count()) == ([], START, 0)


def test_what_is_locked_is_not_edited_and_what_is_not_locked_is(document: Document, qtbot: QtBot) -> None:
    document.restrict(Restrictions(locked=("optimizer",)))
    with qtbot.waitSignal(document.refused) as caught:
        assert not document.apply(rate(0.5))
    (error,) = caught.args
    assert (error.path, document.experiment) == ("optimizer.learning_rate", START)
    assert document.apply(new_seed(5))
    document.undo()
    document.undo()
    assert document.apply(rate(0.5)), "nothing is locked any more"


def test_a_drag_is_one_entry(document: Document, heard: list[Experiment]) -> None:
    document.begin_drag()
    for step in range(1, 20):
        document.apply(rate(step / 10))
    document.end_drag()
    assert (len(heard), document.undo_stack.count()) == (19, 1)
    document.undo()
    assert document.experiment == START
    document.redo()
    assert document.experiment == rate(1.9).change(START)


def test_two_drags_of_one_slider_are_two_entries(document: Document) -> None:
    for values in ((0.1, 0.2), (0.3, 0.4)):
        document.begin_drag()
        for value in values:
            document.apply(rate(value))
        document.end_drag()
    assert document.undo_stack.count() == 2
    document.undo()
    assert document.experiment.optimizer.learning_rate == 0.2


def test_a_drag_back_to_its_start_is_no_entry(document: Document, heard: list[Experiment]) -> None:
    document.begin_drag()
    document.apply(rate(0.5))
    document.apply(rate(START.optimizer.learning_rate))
    document.end_drag()
    assert (document.undo_stack.count(), document.experiment, len(heard)) == (0, START, 2)
    assert not document.is_modified


@pytest.mark.parametrize("between", [new_seed(3), set_field("penalty.l2", 0.1, merge_key="l2")])
def test_another_edit_ends_the_merging(document: Document, between: Edit) -> None:
    for edit in (rate(0.1), between, rate(0.2)):
        document.apply(edit)
    assert document.undo_stack.count() == 3


@pytest.mark.parametrize("how", ["begin_drag", "end_drag", "save", "undo and redo"])
def test_merging_ends(document: Document, how: str, tmp_path: Path) -> None:
    document.apply(rate(0.1))
    if how == "save":
        document.save(tmp_path / "a.json")
    elif how == "undo and redo":
        document.undo()
        document.redo()
    else:
        getattr(document, how)()
    document.apply(rate(0.2))
    assert document.undo_stack.count() == 2


def test_edits_without_a_key_never_merge(document: Document) -> None:
    document.begin_drag()
    document.apply(rate(0.1, None))
    document.apply(rate(0.2, None))
    assert document.undo_stack.count() == 2


def test_a_listener_that_edits_is_heard_in_order(document: Document) -> None:
    order: list[tuple[str, int]] = []

    def answer(experiment: Experiment) -> None:
        order.append(("first", experiment.seed))
        document.apply(set_field("seed", max(experiment.seed, 3)))

    document.changed.connect(answer)
    document.changed.connect(lambda experiment: order.append(("second", experiment.seed)))
    document.apply(new_seed(1))
    assert order == [("first", 1), ("second", 1), ("first", 3), ("second", 3)]


def test_save_and_open(document: Document, tmp_path: Path, qtbot: QtBot) -> None:
    document.apply(new_seed(5))
    with qtbot.waitSignal(document.path_changed) as caught:
        document.save(tmp_path / "a.json")
    assert caught.args == [tmp_path / "a.json"]
    assert load_experiment(tmp_path / "a.json") == document.experiment
    assert not document.is_modified
    document.apply(remove_unit(0))
    document.save()
    assert load_experiment(tmp_path / "a.json") == document.experiment
    document.undo()
    assert document.is_modified  # before the save is not what the file holds
    other = Document()
    other.apply(new_seed(9))
    other.open(tmp_path / "a.json")
    assert other.experiment == remove_unit(0).change(new_seed(5).change(START))
    assert (other.path, other.undo_stack.count(), other.is_modified) == (tmp_path / "a.json", 2, False)


def test_a_document_without_a_file_says_so(document: Document) -> None:
    with pytest.raises(ValueError, match="path: None is not allowed"):
        document.save()


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (None, OSError),
        ("no json", FileFormatError),
        ('{"format": 1, "seed": -1}', ExperimentError),
    ],
)
def test_a_file_that_cannot_be_opened_changes_nothing(
    document: Document, heard: list[Experiment], tmp_path: Path, content: str | None, error: type[Exception]
) -> None:
    document.apply(new_seed(5))
    if content is not None:
        (tmp_path / "a.json").write_text(content)
    with pytest.raises(error):
        document.open(tmp_path / "a.json")
    assert (document.experiment.seed, document.path, document.undo_stack.count(), len(heard)) == (5, None, 1, 1)


def test_a_failed_save_keeps_the_document_modified(document: Document, tmp_path: Path) -> None:
    document.apply(new_seed(5))
    with pytest.raises(OSError, match="missing"):
        document.save(tmp_path / "missing" / "a.json")
    assert document.is_modified
    assert document.path is None


def test_the_table_beside_an_experiment_is_found_again(document: Document, tmp_path: Path) -> None:
    experiment = replace(START, data=Data(kind="csv", path=str(tmp_path / "a.csv")))
    save_experiment(experiment, tmp_path / "a.json")
    document.open(tmp_path / "a.json")
    assert document.experiment == experiment


ACTIONS = st.lists(st.sampled_from(["rate", "seed", "layer", "undo", "redo", "drag", "bad", "same"]), max_size=40)


@given(actions=ACTIONS, values=st.randoms(use_true_random=False))
def test_undo_all_the_way_back_gives_the_first_experiment(actions: list[str], values: Random) -> None:
    document = Document()
    edits = {
        "rate": lambda: rate(values.choice([0.1, 0.2, 0.3])),
        "seed": lambda: new_seed(values.randint(0, 5)),
        "layer": lambda: add_layer(0),
        "bad": lambda: rate(-1.0),
        "same": lambda: set_field("seed", document.experiment.seed),
    }
    for action in actions:
        if action in edits:
            document.apply(edits[action]())
        else:
            {"undo": document.undo, "redo": document.redo, "drag": document.begin_drag}[action]()
    last, index = document.experiment, document.undo_stack.index()
    while document.undo_stack.canUndo():
        document.undo()
    assert document.experiment == START
    while document.undo_stack.index() < index:
        document.redo()
    assert document.experiment == last


def test_opening_another_file_loses_nothing(document: Document, tmp_path: Path) -> None:
    save_experiment(replace(START, seed=8), tmp_path / "other.json")
    document.apply(new_seed(5))
    document.open(tmp_path / "other.json")
    assert (document.experiment.seed, document.path, document.is_modified) == (8, tmp_path / "other.json", False)
    document.undo()
    assert (document.experiment.seed, document.path, document.is_modified) == (5, None, True)
    document.redo()
    assert (document.experiment.seed, document.path, document.is_modified) == (8, tmp_path / "other.json", False)


def test_a_plain_edit_taken_back_stays_in_the_file_it_was_saved_to(document: Document, tmp_path: Path) -> None:
    document.apply(new_seed(5))
    document.save(tmp_path / "a.json")
    document.undo()
    assert (document.experiment.seed, document.path, document.is_modified) == (START.seed, tmp_path / "a.json", True)
    document.redo()
    assert not document.is_modified


def test_a_document_may_begin_with_what_was_not_saved(document: Document, tmp_path: Path) -> None:
    document.start(replace(START, seed=8), tmp_path / "a.json", modified=True)
    assert (document.is_modified, document.undo_stack.count()) == (True, 0)
    document.save()
    assert not document.is_modified


def test_it_is_told_when_there_is_something_to_save(document: Document, tmp_path: Path) -> None:
    told: list[bool] = []
    document.kept_changed.connect(lambda: told.append(document.is_modified))
    document.apply(new_seed(5))
    document.save(tmp_path / "a.json")
    document.open(tmp_path / "a.json")  # what is there already
    assert told[0]
    assert not told[-1]
    assert document.undo_stack.count() == 1
