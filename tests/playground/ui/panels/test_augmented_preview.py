"""The preview takes no room while nothing is on, and shows points in their classes' colours, or pictures in a row."""

import numpy as np
from pytestqt.qtbot import QtBot

from engine.snapshot import Augmented
from playground.ui.panels.augmented_preview import AugmentedPreview
from playground.ui.theme import themes
from tests.playground.ui.snapshots import make_snapshot


def samples(images: int = 0) -> Augmented:
    return Augmented(
        points=np.array([[-3.0, 0.0], [3.0, 0.0]], np.float32),
        plain=np.array([[-3.0, 1.0], [3.0, 1.0]], np.float32),
        labels=np.array([0.0, 1.0]),
        images=np.full((images, 8, 8), 255, np.uint8) if images else np.zeros((0, 0, 0), np.uint8),
    )


def shown(qtbot: QtBot, augmented: Augmented | None) -> AugmentedPreview:
    preview = AugmentedPreview()
    qtbot.addWidget(preview)
    preview.show_samples(augmented, make_snapshot().data)
    preview.resize(240, preview.sizeHint().height())
    return preview


def test_nothing_takes_no_room(qtbot: QtBot) -> None:
    assert shown(qtbot, None).sizeHint().height() == 0


def test_points_stand_where_they_are_trained_on_in_their_colours(qtbot: QtBot) -> None:
    preview = shown(qtbot, samples())
    picture, theme = preview.grab().toImage(), themes().current
    scale = preview.height() / 12.0  # the plane reaches from −6 to 6
    left, right = (round(120 + x * scale) for x in (-3.0, 3.0))
    middle = preview.height() // 2
    assert picture.pixelColor(left, middle) == theme.class_color(0)
    assert picture.pixelColor(right, middle) == theme.class_color(1)


def test_pictures_stand_in_a_row(qtbot: QtBot) -> None:
    preview = shown(qtbot, samples(images=2))
    picture = preview.grab().toImage()
    assert picture.pixelColor(10, 10) == themes().current.text
    assert picture.pixelColor(230, 10) != themes().current.text
