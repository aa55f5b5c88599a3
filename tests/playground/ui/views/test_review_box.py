"""The review with its button: one finding, one advice, one change; after a divergence the way out of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from engine.advice import ADVICE
from engine.ailments import REMEDIES
from engine.edits import Edit
from engine.experiment import Experiment, Optimizer, Penalty
from engine.review import text_of
from engine.snapshot import Failure, Review, Snapshot
from playground.ui.language import install_language
from playground.ui.views import review_words
from playground.ui.views.review_box import ReviewBox
from tests.playground.ui.snapshots import make_experiment, make_snapshot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

VERDICTS = ("no-comparison", "learning", "bias", "variance", "unsure", "fine", *REMEDIES)
DIVERGED = Failure(kind="diverged", step=12, layer=1, message="step 12: Z of layer 1 is not finite")


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "zh")
    yield
    install_language(qapp, "en")


def review(verdict: str = "variance", advice: str = "", **changes: object) -> Review:
    made = Review(
        verdict=verdict,
        train_error=0.0123,
        compared="dev",
        compared_error=0.1234,
        attainable=0.002,
        known=True,
        layer=2,
        share=0.625,
        advice=advice,
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]  # fields of a review, by name


def snapshot(experiment: Experiment | None = None, **changes: object) -> Snapshot:
    made = make_snapshot(experiment, surface_size=4, unit_size=2)
    return dataclasses.replace(made, step=9, **changes)  # type: ignore[arg-type]  # fields of a snapshot, by name


@pytest.fixture
def box(qtbot: QtBot) -> ReviewBox:
    made = ReviewBox()
    qtbot.addWidget(made)
    made.resize(420, 90)
    with qtbot.waitExposed(made):
        made.show()
    return made


def said(box: ReviewBox) -> str:
    return "\n".join(label.text() for label in box.findChildren(QLabel) if label.isVisible()).replace("\u00a0", " ")


def test_a_finding_has_its_numbers(box: ReviewBox) -> None:
    box.show_snapshot(snapshot(review=review()))
    assert said(box) == "High variance: dev error 12.3% against train error 1.2%."
    assert not box.button.isVisible()
    box.show_snapshot(snapshot(review=review("bias")))
    assert said(box) == "High bias: train error 1.2%, where 0.2% is attainable."
    box.show_snapshot(snapshot(review=review("dead-units")))
    assert "62.5% of the units of layer 2" in said(box)


def test_of_numbers_the_error_is_no_percentage(box: ReviewBox) -> None:
    box.show_snapshot(snapshot(make_experiment("reg-plane"), review=review()))
    assert said(box) == "High variance: dev error 0.12 against train error 0.012."


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_has_a_sentence_without_holes(box: ReviewBox, verdict: str) -> None:
    box.show_snapshot(snapshot(review=review(verdict)))
    assert said(box).endswith(".")
    assert "{" not in said(box)


def test_nothing_is_said_early_or_before_a_run(box: ReviewBox) -> None:
    for shot in (None, snapshot(), snapshot(review=review("early"))):
        box.show_snapshot(shot)
        assert not box.isVisible()


@pytest.mark.parametrize("name", [name for name, row in ADVICE.items() if row.edit(make_experiment())] + [*REMEDIES])
def test_the_button_does_what_the_advice_says(box: ReviewBox, qtbot: QtBot, name: str) -> None:
    if name == "train-longer":
        return  # the play button is for that
    experiment = make_experiment(layers=(16, 16), penalty=Penalty(l2=0.5), normalize=False, initializer="zeros")
    experiment = dataclasses.replace(experiment, schedule=dataclasses.replace(experiment.schedule, kind="cosine"))
    box.show_snapshot(snapshot(experiment, review=review(advice=name)))
    assert text_of(name) in said(box)
    asked: list[Edit] = []
    box.edit_requested.connect(asked.append)
    box.button.setFocus()
    with qtbot.waitSignal(box.restart_requested, check_params_cb=lambda: len(asked) == 1):
        QTest.keyClick(box.button, Qt.Key.Key_Space)
    assert len(asked) == 1
    assert "starts again, from the same seed" in box.button.toolTip()
    changed = asked[0].change(experiment)
    assert changed != experiment or name in ("dead-units", "no-bend")  # which a tanh network does not have
    assert box.button.text() == review_words.button_words(name)


def test_an_advice_that_is_no_change_has_no_button(box: ReviewBox) -> None:
    box.show_snapshot(snapshot(review=review(advice="augment")))
    assert not box.button.isVisible()
    assert text_of("augment") in said(box)


@pytest.mark.parametrize(
    ("experiment", "button"),
    [
        (Experiment(optimizer=Optimizer(learning_rate=3.0)), "Lower α to 0.3"),
        (Experiment(penalty=Penalty(l2=1e6), optimizer=Optimizer(learning_rate=3.0)), "Lower λ to 50"),
        (Experiment(normalize=False), "Normalise"),
    ],
)
def test_after_a_divergence_the_change_is_made_and_the_run_starts_again(
    box: ReviewBox, experiment: Experiment, button: str
) -> None:
    box.show_snapshot(snapshot(experiment, failure=DIVERGED))
    assert box.button.text() == button
    order: list[str] = []
    box.edit_requested.connect(lambda edit: order.append(edit.label))
    box.restart_requested.connect(lambda: order.append("restart"))
    QTest.mouseClick(box.button, Qt.MouseButton.LeftButton)
    assert len(order) == 2
    assert order[1] == "restart"


def test_a_first_step_that_diverges_has_too_large_weights(box: ReviewBox) -> None:
    shot = snapshot(Experiment(initializer_scale=50.0), failure=dataclasses.replace(DIVERGED, step=1))
    box.show_snapshot(shot)
    assert box.button.text() == "Initial scale 1"


def test_another_failure_has_no_button(box: ReviewBox) -> None:
    box.show_snapshot(snapshot(failure=Failure(kind="failed", step=3, layer=0, message="MemoryError")))
    assert not box.isVisible()


def test_the_words_change_with_the_language(box: ReviewBox, chinese: None) -> None:
    box.show_snapshot(snapshot(review=review(advice="weight-decay")))
    QApplication.processEvents()
    assert said(box).startswith("高方差：验证误差")
    assert box.button.text() == "增大 λ"


def test_of_data_whose_least_error_nobody_knows_none_is_claimed() -> None:
    known, unknown = (review_words.finding(review("bias", known=known), "two-class") for known in (True, False))
    assert "0.2% is attainable" in known
    assert "attainable is not known" in unknown
    assert "0.2%" not in unknown
