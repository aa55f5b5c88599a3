"""The control shows the changes that are made for the data, what is on, the samples, and what changes labels."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from engine.augmentation import TRANSFORMS
from engine.experiment import Augmentation, Data, Experiment
from engine.snapshot import Snapshot
from engine.trainer import Trainer
from playground.state.scene import Scene
from playground.state.snapshots import Photographer
from playground.state.view import View
from playground.ui.panels.augmentation_control import AugmentationControl
from playground.ui.panels.disclosure import DisclosureLine

Show = Callable[[Experiment], AugmentationControl]


def snapshot_of(experiment: Experiment) -> Snapshot:
    trainer = Trainer(experiment)
    trainer.advance(5)
    return Photographer(1, Scene(trainer.prepared, View(surface_size=20, unit_size=8))).take(trainer, False, 0.0, None)


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """Makes open controls and holds them: one that is collected while the last events paint it takes Qt with it."""
    held = []

    def show(experiment: Experiment) -> AugmentationControl:
        control = AugmentationControl()
        held.append(control)
        qtbot.addWidget(control)
        snapshot = snapshot_of(experiment)
        control.show_experiment(experiment, snapshot.data)
        control.show_snapshot(snapshot)
        control.findChild(DisclosureLine).click()
        control.show()
        return control

    return show


@pytest.mark.parametrize(
    ("kind", "kinds"),
    [
        ("circle", {"columns", "points"}),
        ("reg-gauss", {"columns", "points"}),
        ("iris", {"columns"}),
        ("digits", {"images"}),
    ],
)
def test_it_shows_the_changes_made_for_the_data(shown: Show, kind: str, kinds: set[str]) -> None:
    control = shown(Experiment(data=Data(kind=kind)))
    visible = {path.removeprefix("augmentation.") for path, slider in control.sliders.items() if slider.isVisible()}
    assert visible == {name for name, row in TRANSFORMS.items() if row.kind in kinds}
    assert "off" in control.findChild(DisclosureLine).accessibleName()
    assert control.preview.height() == 0
    assert control.warning() == ""


@pytest.mark.parametrize(
    ("kind", "name", "amount"), [("circle", "rotation", 20.0), ("digits", "image_shift", 0.5), ("iris", "jitter", 0.05)]
)
def test_what_is_on_is_said_and_its_samples_are_shown(shown: Show, kind: str, name: str, amount: float) -> None:
    control = shown(Experiment(data=Data(kind=kind), augmentation=Augmentation(**{name: amount})))
    assert control.sliders[f"augmentation.{name}"].slider.value() == pytest.approx(amount)
    assert "off" not in control.findChild(DisclosureLine).accessibleName()
    picture = control.preview.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colors = {picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)}
    assert len(colors) > 8
    assert control.warning() == ""


def test_a_change_that_does_not_keep_the_label_is_warned_of_with_its_share(shown: Show) -> None:
    mirrored = Experiment(data=Data(kind="xor"), augmentation=Augmentation(mirror=1.0))
    control = shown(mirrored)
    assert control.warning().startswith("Mirror: only 0%")
    plain = replace(mirrored, augmentation=Augmentation())
    control.show_experiment(plain, None)
    assert control.warning() == ""


def test_what_is_on_can_be_switched_off_even_where_it_does_not_fit(shown: Show) -> None:
    control = shown(Experiment())
    control.show_experiment(Experiment(data=Data(kind="digits"), augmentation=Augmentation(rotation=5.0)), None)
    assert control.sliders["augmentation.rotation"].isVisible()
    assert not control.sliders["augmentation.mirror"].isVisible()
