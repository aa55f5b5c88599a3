"""What happens now, in words that fit every state, every optimiser and every failure."""

import dataclasses

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from engine.choices import OPTIMIZER_KINDS, SCHEDULE_KINDS
from engine.experiment import Experiment, Layer, Optimizer, Penalty, Schedule
from engine.optimizers import OPTIMIZERS
from engine.preset_parts import Preset
from engine.presets import presets
from engine.schedule import DECAYS
from engine.snapshot import Failure, Snapshot
from playground.ui import theme
from playground.ui.views import status_words
from playground.ui.views.status_view import StatusView
from tests.playground.ui.snapshots import make_experiment, make_snapshot

# The offscreen platform says so of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

DIVERGED = Failure(
    kind="diverged",
    step=12,
    layer=2,
    message="step 12: Z of layer 2 is not finite; likely cause: the learning rate α = 10 is too large here; try 1",
)
FAILED = Failure(kind="failed", step=3, layer=0, message="MemoryError: no room for 3 GB")


def snapshot(experiment: Experiment | None = None, **changes: object) -> Snapshot:
    made = make_snapshot(experiment, surface_size=4, unit_size=2)
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]  # fields of a snapshot, by name


STATES = [
    (snapshot(), "ready"),
    (snapshot(running=True, step=4), "training"),
    (snapshot(step=4), "paused"),
    (snapshot(step=40, epoch=30, stopped=True, best_epoch=20), "stopped"),
    (snapshot(step=12, failure=DIVERGED), "diverged"),
    (snapshot(step=3, failure=FAILED), "failed"),
]


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> StatusView:
    theme.apply(qapp, theme.LIGHT)
    made = StatusView()
    qtbot.addWidget(made)
    made.resize(280, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def said(view: StatusView) -> str:
    words = (label.text() for label in view.findChildren(QLabel) if not label.isHidden())
    return "\n".join(words).replace("\u00a0", " ")


@pytest.mark.parametrize(("shot", "state"), STATES, ids=[state for _, state in STATES])
@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=lambda look: look.name)
def test_every_state_is_named_drawn_and_explained(
    view: StatusView, qapp: QApplication, look: theme.Theme, shot: Snapshot, state: status_words.State
) -> None:
    theme.apply(qapp, look)
    view.show_snapshot(shot)
    assert status_words.state_of(shot) == state
    assert view._dot.state() == state
    assert status_words.title(state) in said(view)
    assert status_words.sentence(shot, shot.experiment).replace("\u00a0", " ") in said(view)
    assert view.grab().width() > 0


@pytest.mark.parametrize("row", presets(), ids=lambda row: row.name)
def test_a_preset_says_its_reason_until_a_setting_changes(view: StatusView, row: Preset) -> None:
    view.show_experiment(row.experiment)
    assert row.about in said(view)
    view.show_experiment(dataclasses.replace(row.experiment, seed=99))
    assert row.about not in said(view)


def test_the_titles_differ() -> None:
    assert len({status_words.title(status_words.state_of(shot)) for shot, _ in STATES}) == len(STATES)


def test_before_the_first_snapshot_the_experiment_is_explained(view: StatusView) -> None:
    view.show_experiment(Experiment(batch_size=32, optimizer=Optimizer(learning_rate=0.25)))
    assert "sends 32 samples" in said(view)
    assert "α = 0.25" in said(view)
    view.show_experiment(Experiment(batch_size="all"))
    assert "sends all training samples" in said(view)


@pytest.mark.parametrize("kind", OPTIMIZER_KINDS)
def test_the_formula_is_that_of_the_table(view: StatusView, kind: str) -> None:
    view.show_experiment(Experiment(optimizer=Optimizer(kind=kind)))
    for part in OPTIMIZERS[kind].formula.split(";"):
        assert part.strip() in said(view)


@pytest.mark.parametrize("kind", SCHEDULE_KINDS)
def test_decay_is_shown_with_the_rate_in_force(view: StatusView, kind: str) -> None:
    experiment = make_experiment(schedule=Schedule(kind=kind))
    view.show_snapshot(snapshot(experiment, learning_rate=0.0123))
    assert (DECAYS[kind].formula in said(view)) is (kind != "constant")
    assert "α = 0.0123" in said(view)


@pytest.mark.parametrize(("l1", "l2"), [(0.0, 0.0), (0.5, 0.0), (0.0, 0.25), (0.5, 0.25)])
def test_penalties_enter_the_gradient_before_the_step(l1: float, l2: float) -> None:
    lines = status_words.formulas(Experiment(penalty=Penalty(l1=l1, l2=l2)))
    assert ("(λ/m)·W" in lines[0]) is (l2 > 0)
    assert ("(λ₁/2m)·sign W" in lines[0]) is (l1 > 0)
    numbers = status_words.coefficients(Experiment(penalty=Penalty(l1=l1, l2=l2)), 0.1).replace("\u00a0", " ")
    assert ("λ = 0.25" in numbers) is (l2 > 0)
    assert ("λ₁ = 0.5" in numbers) is (l1 > 0)


def test_training_tells_where_it_is_and_how_fast(view: StatusView) -> None:
    shot = snapshot(running=True, step=4, epoch=7, batch_in_epoch=2, batches_per_epoch=15, steps_per_second=12_345.0)
    view.show_snapshot(shot)
    assert "Epoch 8, batch 3 of 15; 12,000 steps a second." in said(view)


def test_divergence_names_step_layer_cause_and_what_to_try(view: StatusView) -> None:
    experiment = make_experiment(optimizer=Optimizer(learning_rate=10), normalize=False, initializer="uniform")
    view.show_snapshot(snapshot(experiment, step=12, failure=DIVERGED))
    words = said(view)
    assert "Step 12, layer 2" in words
    assert "Likely: the learning rate α = 10 is too large here; try 1." in words
    assert "Lower the learning rate, to 1 say." in words
    assert "normalisation" in words
    assert "smaller weights" in words
    assert "last finite weights are kept" in words


def test_advice_that_does_not_apply_is_not_given() -> None:
    advice = " ".join(status_words.next_steps(DIVERGED, Experiment(normalize=True, layers=(Layer(),))))
    assert "normalisation" not in advice
    assert "smaller weights" not in advice


def test_another_failure_is_told_in_its_own_words(view: StatusView) -> None:
    view.show_snapshot(snapshot(step=3, failure=FAILED))
    assert "MemoryError: no room for 3 GB" in said(view)
    assert "begins a new run" in said(view)
    view.show_snapshot(snapshot(run=2))
    assert "MemoryError" not in said(view)


def test_a_divergence_without_a_layer_has_no_layer() -> None:
    words = status_words.failure_words(dataclasses.replace(DIVERGED, layer=0))
    assert words.startswith("Step 12: the learning rate")


def test_notes_on_the_data_are_shown_as_they_are(view: StatusView) -> None:
    shot = snapshot(make_experiment("iris"))
    note = "column <b>rooms</b> & co: 3 missing"
    view.show_snapshot(dataclasses.replace(shot, data=dataclasses.replace(shot.data, notes=(note,))))
    assert note in said(view)
    label = next(label for label in view.findChildren(QLabel) if label.text() == note)
    assert label.textFormat().name == "PlainText"


def test_while_it_trains_the_words_rest_and_end_with_the_last(view: StatusView, qtbot: QtBot) -> None:
    first = snapshot(running=True, step=1, epoch=1)
    view.show_snapshot(first)
    for epoch in (2, 3, 4):
        view.show_snapshot(dataclasses.replace(first, epoch=epoch))
    assert "Epoch 2," in said(view)
    qtbot.waitUntil(lambda: "Epoch 5," in said(view))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off(view: StatusView, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    view.show_snapshot(snapshot(make_experiment(optimizer=Optimizer(kind="adam")), step=12, failure=DIVERGED))
    qapp.processEvents()  # lays out
    for label in view.findChildren(QLabel):
        assert not label.isVisible() or label.height() >= label.heightForWidth(label.width()), label.text()
    theme.apply(qapp, theme.LIGHT, 1.0)


@pytest.mark.parametrize(("width", "columns"), [(280, 1), (560, 2)])
def test_many_formulas_stand_in_two_columns_where_there_is_room(view: StatusView, width: int, columns: int) -> None:
    experiment = Experiment(
        penalty=Penalty(l2=0.1), optimizer=Optimizer(kind="adam"), schedule=Schedule(kind="cosine", period=100)
    )
    view.resize(width, 240)
    view.show_experiment(experiment)
    texts = [label.text() for label in (view._formula, view._formula_rest) if not label.isHidden()]
    assert len(texts) == columns
    assert "\n".join(texts).split("\n") == status_words.formulas(experiment)
    assert said(view).count("β₁ = 0.9") == 1
    view.resize(840 - width, 240)  # the other one
    assert view._formula_rest.isHidden() is (columns == 2)
    assert said(view).count("β₁ = 0.9") == 1
    view.show_experiment(Experiment())
    assert view._formula_rest.isHidden()  # few stay in one
