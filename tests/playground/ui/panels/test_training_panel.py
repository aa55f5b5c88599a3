"""The panel of the training: what each optimiser and schedule needs is there, and nothing else."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from engine.collapse import Limits
from engine.experiment import Data, Experiment, Optimizer, Penalty, Schedule, Split
from engine.impact import impact
from engine.optimizers import OPTIMIZERS
from engine.schedule import DECAYS
from playground.ui.panels.field_slider import FieldSlider
from playground.ui.panels.schedule_control import PARAMETERS
from playground.ui.panels.training_panel import COEFFICIENTS, TrainingPanel
from playground.ui.widgets import QuietCombo
from playground.ui.widgets.segmented import Segment
from tests.playground.ui.panels.desk import Desk, drag, field_of, track_of, type_into
from tests.playground.ui.snapshots import make_experiment, make_snapshot

KINDS = list(OPTIMIZERS)


def open_desk(qtbot: QtBot, experiment: Experiment | None = None) -> tuple[Desk, TrainingPanel]:
    panel = TrainingPanel()
    return Desk(qtbot, panel, experiment), panel


def segment(panel: TrainingPanel, kind: str) -> QAbstractButton:
    return panel.optimizer.findChildren(Segment)[KINDS.index(kind)]


def test_a_penalty_that_will_diverge_is_warned_of_and_mended_by_its_button(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Experiment(optimizer=Optimizer(learning_rate=10.0)))
    notice = panel.decay_notice
    assert not notice.isVisible()
    type_into(field_of(panel.sliders["penalty.l2"]), "100")
    assert notice.isVisible()
    assert "αλ/m = 4 is above 2" in notice.text()
    notice.mend.setFocus()
    QTest.keyClick(notice.mend, Qt.Key.Key_Space)
    assert desk.experiment.penalty.l2 == 25.0
    assert not notice.isVisible()
    desk.document.undo()
    assert notice.isVisible()
    panel.optimizer.chosen.emit("adam")  # its steps have a length of their own
    assert not notice.isVisible()


@pytest.mark.parametrize("kind", KINDS)
def test_an_optimiser_is_taken_by_a_click_and_brings_its_coefficients(qtbot: QtBot, kind: str) -> None:
    start = "gd" if kind == "adam" else "adam"
    desk, panel = open_desk(qtbot, Experiment(optimizer=Optimizer(kind=start)))
    QTest.mouseClick(segment(panel, kind), Qt.MouseButton.LeftButton)
    assert desk.experiment.optimizer.kind == kind
    shown = {path for path, slider in panel.sliders.items() if slider.isVisible()}
    always = {"optimizer.learning_rate", "batch_size", "penalty.l2", "penalty.l1"}
    assert shown == always | set(COEFFICIENTS[kind])
    assert panel.formula.text().replace("\n", "; ") == OPTIMIZERS[kind].formula


def test_every_coefficient_of_a_formula_has_its_slider() -> None:
    assert list(COEFFICIENTS) == KINDS
    counts = {kind: len(row.states) for kind, row in OPTIMIZERS.items()}
    assert {kind: len(paths) for kind, paths in COEFFICIENTS.items()} == counts  # one average per state


@pytest.mark.parametrize("path", ["optimizer.learning_rate", "batch_size", "penalty.l2", "penalty.l1"])
def test_what_is_dragged_acts_without_a_restart_and_is_one_entry(qtbot: QtBot, path: str) -> None:
    desk, panel = open_desk(qtbot)
    seen: list[str] = []
    before = desk.experiment
    desk.document.changed.connect(lambda experiment: seen.append(impact(before, experiment)))
    drag(panel.sliders[path], 0.3, 0.5, 0.7, 0.8)
    assert len(seen) >= 3  # while it was dragged, not only at its end
    assert set(seen) == {"live"}
    assert desk.entries == 1


def test_two_drags_of_two_sliders_are_two_entries(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    drag(panel.sliders["penalty.l2"], 0.3, 0.7)
    drag(panel.sliders["penalty.l1"], 0.3, 0.7)
    assert desk.entries == 2
    desk.document.undo()
    assert panel.sliders["penalty.l1"].slider.value() == 0 != panel.sliders["penalty.l2"].slider.value()


@pytest.mark.parametrize(
    ("data", "all_samples"), [(Data(), "all (250)"), (Data(kind="iris"), "all (75)"), (Data(samples=40), "all (20)")]
)
def test_the_batch_ends_with_all_training_samples(qtbot: QtBot, data: Data, all_samples: str) -> None:
    desk, panel = open_desk(qtbot, Experiment(data=data))
    drag(panel.sliders["batch_size"], 0.5, 1.0)
    assert desk.experiment.batch_size == "all"
    assert field_of(panel.sliders["batch_size"]).text() == all_samples


def test_a_table_tells_its_training_samples_once_a_run_has_read_it(qtbot: QtBot) -> None:
    experiment = make_experiment("csv", batch_size="all")
    _, panel = open_desk(qtbot, experiment)
    panel.show_snapshot(make_snapshot(experiment, samples=400))
    assert field_of(panel.sliders["batch_size"]).text() == "all (200)"


def test_a_set_of_one_training_sample_still_has_a_slider(qtbot: QtBot) -> None:
    _, panel = open_desk(qtbot, Experiment(data=Data(samples=10), split=Split(train=1, dev=0, test=99)))
    assert panel.sliders["batch_size"].isVisible()


@pytest.mark.parametrize("kind", DECAYS)
def test_a_schedule_shows_its_formula_and_its_parameters(qtbot: QtBot, kind: str) -> None:
    _, panel = open_desk(qtbot, Experiment(schedule=Schedule(kind=kind)))
    shown = {path for path, slider in panel.schedule.sliders.items() if slider.isVisible()}
    assert shown == set(PARAMETERS[kind])
    assert panel.schedule.choice.key() == kind
    assert panel.schedule.formula.text() == DECAYS[kind].formula
    assert panel.schedule.formula.isVisible() == (kind != "constant")


def test_a_period_is_asked_for_where_the_formula_has_one() -> None:
    with_period = {kind for kind, row in DECAYS.items() if "period" in row.formula}
    assert {kind for kind, paths in PARAMETERS.items() if "schedule.period" in paths} == with_period


def test_a_schedule_is_chosen_by_key_and_a_factor_ends_at_one(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot)
    combo = panel.schedule.choice.findChild(QuietCombo)
    combo.setFocus()
    for _ in range(2):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert desk.experiment.schedule.kind == "exponential"
    drag(panel.schedule.sliders["schedule.decay"], 0.5, 1.0)
    assert desk.experiment.schedule.decay == 1.0
    type_into(field_of(panel.schedule.sliders["schedule.decay"]), "2")
    assert desk.experiment.schedule.decay == 1.0


def test_a_warm_up_in_force_is_shown_with_any_schedule(qtbot: QtBot) -> None:
    _, panel = open_desk(qtbot, Experiment(schedule=Schedule(warmup=5)))
    assert panel.schedule.sliders["schedule.warmup"].isVisible()


@pytest.mark.parametrize(("typed", "seed"), [("42", 42), ("0", 0), ("4294967295", 2**32 - 1)])
def test_a_seed_is_typed(qtbot: QtBot, typed: str, seed: int) -> None:
    desk, panel = open_desk(qtbot, Experiment(seed=7))
    type_into(panel.seed.field, typed)
    assert desk.experiment.seed == seed
    desk.document.undo()
    assert panel.seed.field.text() == "7"


@pytest.mark.parametrize("typed", ["", "-1", "1.5", "4294967296", "seven", "1e3"])
def test_what_is_no_seed_is_marked_and_escape_brings_the_seed_back(qtbot: QtBot, typed: str) -> None:
    desk, panel = open_desk(qtbot, Experiment(seed=7))
    type_into(panel.seed.field, typed)
    assert desk.experiment.seed == 7
    assert panel.seed.field.property("invalid")
    QTest.keyClick(panel.seed.field, Qt.Key.Key_Escape)
    assert panel.seed.field.text() == "7"
    assert not panel.seed.field.property("invalid")


def test_the_dice_takes_the_next_seed(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Experiment(seed=2**32 - 1))
    QTest.mouseClick(panel.seed.next, Qt.MouseButton.LeftButton)
    assert desk.experiment.seed == 0


def test_a_refused_optimiser_is_not_shown_as_taken(qtbot: QtBot) -> None:
    panel = TrainingPanel()
    qtbot.addWidget(panel)
    panel.show_experiment(Experiment())  # nobody grants edits here
    panel.resize(284, 500)
    panel.show()
    QTest.mouseClick(segment(panel, "adam"), Qt.MouseButton.LeftButton)
    assert panel.optimizer.key() == "gd"
    assert segment(panel, "gd").isChecked()


def test_where_the_weights_collapse_is_marked_and_said(qtbot: QtBot) -> None:
    desk, panel = open_desk(qtbot, Experiment(penalty=Penalty(l2=1.0)))
    slider = panel.sliders["penalty.l2"]
    plain = track_of(slider).grab().toImage()
    panel.show_limits(Limits(l2=19.0))
    assert track_of(slider).grab().toImage() != plain
    words = "Above about 19 the penalty shrinks all weights to zero on these data."
    assert words in track_of(slider).toolTip()
    assert words in field_of(slider).toolTip()
    assert words not in shown(slider)
    type_into(field_of(slider), "25")
    assert desk.experiment.penalty.l2 == 25.0  # a warning, not a wall
    assert words in shown(slider)
    assert words not in field_of(panel.sliders["penalty.l1"]).toolTip()
    type_into(field_of(slider), "18")
    assert words not in shown(slider)
    panel.show_limits(Limits())
    assert words not in track_of(slider).toolTip()
    type_into(field_of(slider), "1")
    assert track_of(slider).grab().toImage() == plain


def test_a_limit_beyond_the_slider_is_told_but_not_tinted(qtbot: QtBot) -> None:
    """A larger number can be typed."""
    _, panel = open_desk(qtbot)
    track = track_of(panel.sliders["penalty.l1"])
    plain = track.grab().toImage()
    panel.show_limits(Limits(l1=230.0))
    assert "Above about" in track.toolTip()
    assert track.grab().toImage() == plain


def shown(slider: FieldSlider) -> str:
    return "\n".join(label.text() for label in slider.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("path", ["penalty.l1", "penalty.l2"])
def test_limits_are_wanted_when_somebody_comes_to_a_penalty(qtbot: QtBot, path: str) -> None:
    _, panel = open_desk(qtbot)
    with qtbot.assertNotEmitted(panel.limits_wanted):
        track_of(panel.sliders["batch_size"]).setFocus()
    with qtbot.waitSignal(panel.limits_wanted):
        track_of(panel.sliders[path]).setFocus()
    with qtbot.waitSignal(panel.limits_wanted):
        QApplication.sendEvent(panel.sliders[path], QEvent(QEvent.Type.Enter))
