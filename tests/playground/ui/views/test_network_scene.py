"""A frame shows the newest state: plots, edges and dots change with a snapshot, the rest stays."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from engine import edits
from engine.snapshot import Snapshot
from playground.ui import theme
from playground.ui.numbers import format_number
from playground.ui.views.network_pointer import Hit, bias_center
from playground.ui.views.network_scene import NetworkScene
from playground.ui.views.network_words import describe
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress

SIZE = QSizeF(740, 500)


@pytest.fixture(autouse=True, params=["light", "dark"])
def dressed(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    dress(request.param)


def scene_of(kind: str = "circle", layers: tuple[int, ...] = (4, 2), **more: bool) -> NetworkScene:
    scene = NetworkScene()
    scene.content.take_snapshot(make_snapshot(make_experiment(kind, layers), surface_size=8, unit_size=8, **more))
    scene.arrange(SIZE)
    return scene


def frame(scene: NetworkScene, hit: Hit | None = None, ratio: float = 1.0) -> np.ndarray:
    """Pixels (h, w, 3)."""
    image = QImage(round(740 * ratio), round(500 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    scene.paint(painter, ratio, hit, QPointF(200, 200))
    painter.end()
    words = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return words[..., 2::-1].astype(int)


def take(scene: NetworkScene, kind: str, layers: tuple[int, ...], step: int, running: bool = False) -> None:
    experiment = make_experiment(kind, layers)
    scene.content.take_snapshot(make_snapshot(experiment, step=step, running=running, surface_size=8, unit_size=8))
    scene.load()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn_at_every_ratio(kind: str, ratio: float) -> None:
    image = frame(scene_of(kind, (5, 3)), ratio=ratio)
    card = theme.themes().current.card
    empty = (image == [card.red(), card.green(), card.blue()]).all(axis=2)
    assert 0.01 < 1 - empty.mean() < 0.6
    assert empty[0].all()
    assert empty[-1].all()


@pytest.mark.parametrize("layers", [(), (4, 2), (16,) * 6])
def test_plots_follow_the_snapshot(layers: tuple[int, ...]) -> None:
    scene = scene_of(layers=layers)
    before = frame(scene)
    take(scene, "circle", layers, 40)
    after = frame(scene)
    for column in scene.layout.columns:
        left, top, side = column.place(0)
        inside = np.s_[top + 2 : top + side - 8, left + 8 : left + side - 2]
        assert (before[inside] != after[inside]).any() == (column.layer > 0)


def test_plot_has_the_colours_of_its_unit() -> None:
    scene = scene_of()
    image, table = frame(scene), theme.themes().current.diverging_table()
    for column in scene.layout.columns[1:-1]:
        for place in range(len(column.rows)):
            left, top, side = column.place(place)
            value = float(scene.content.units[column.layer - 1][place].mean(axis=(0, 1)))
            corner = float(scene.content.units[column.layer - 1][place][0, -1])  # upper right
            word = int(table[round((np.clip(corner, -1, 1) + 1) * 127.5)])
            expected = [word >> 16 & 255, word >> 8 & 255, word & 255]
            assert np.abs(image[top + 3, left + side - 4] - expected).max() < 60, (column.layer, place, value)


def test_dots_march_while_it_trains_and_only_then() -> None:
    scene = scene_of(running=True)
    before = frame(scene)
    scene.march()
    assert (frame(scene) != before).any()
    scene.calm = True
    still = frame(scene)
    scene.march()
    assert (frame(scene) == still).all()
    paused = scene_of()
    before = frame(paused)
    paused.march()
    assert (frame(paused) == before).all()


def test_what_is_looked_at_is_marked() -> None:
    scene = scene_of()
    plain = frame(scene)
    bundle = scene.bundles.items[0]
    edge = Hit("edge", 1, int(bundle.target_units[3]), int(bundle.source_units[3]), 0, 3)
    column = scene.layout.columns[1]
    for hit in (Hit("unit", 0, 0), Hit("unit", 1, 2), Hit("unit", 3, 0), Hit("bias", 1, 1), edge):
        assert (frame(scene, hit) != plain).any()
    marked = frame(scene, edge)
    point = bundle.path(3).pointAtPercent(0.3)
    assert (marked[round(point.y()), round(point.x())] != plain[round(point.y()), round(point.x())]).any()
    x, y = bias_center(column, 1)
    ring = np.s_[round(y) - 8 : round(y) + 9, round(x) - 8]
    assert (frame(scene, Hit("bias", 1, 1))[ring] != plain[ring]).any()


def test_emphasis_fades_the_other_edges_at_the_next_frame() -> None:
    scene = scene_of()
    plain = frame(scene)
    scene.bundles.emphasize((2, 0))
    faded = frame(scene)
    card = theme.themes().current.card
    ground = np.array([card.red(), card.green(), card.blue()])
    gap = np.s_[:, round(scene.bundles.items[0].x[0]) + 5 : round(scene.bundles.items[0].x[1]) - 5]
    assert np.abs(faded[gap] - ground).sum() < 0.5 * np.abs(plain[gap] - ground).sum()


def test_found_by_a_point() -> None:
    scene = scene_of()
    column = scene.layout.columns[2]
    assert scene.find(QPointF(*column.middle(1))) == Hit("unit", 2, 1)


def test_structure_without_a_snapshot_is_drawn() -> None:
    scene = NetworkScene()
    scene.content.take_experiment(edits.add_layer(0).change(make_experiment("iris", (4,))))
    scene.arrange(SIZE)
    assert len(scene.layout.columns) == 4
    frame(scene)


def with_layer(snapshot: Snapshot, index: int, **changes: object) -> Snapshot:
    layers = list(snapshot.layers)
    layers[index] = replace(layers[index], **changes)
    return replace(snapshot, layers=tuple(layers))


def inside(scene: NetworkScene, column: int, place: int) -> tuple[slice, slice]:
    left, top, side = scene.layout.columns[column].place(place)
    return np.s_[top + 2 : top + side - 8, left + 8 : left + side - 2]


def test_units_that_dropout_has_struck_out_are_drawn_so() -> None:
    snapshot = make_snapshot(make_experiment(), surface_size=8, unit_size=8)
    scene = scene_of()
    plain = frame(scene)
    scene.content.take_snapshot(with_layer(snapshot, 0, kept=np.array([True, False, True, True])))
    scene.load()
    struck = frame(scene)
    differs = [(plain[inside(scene, 1, place)] != struck[inside(scene, 1, place)]).any() for place in range(4)]
    assert differs == [False, True, False, False]
    assert "dropped" in describe(scene.content, Hit("unit", 1, 1), scene.bundles)
    assert "dropped" not in describe(scene.content, Hit("unit", 1, 0), scene.bundles)
    scene.content.take_experiment(edits.add_unit(0).change(make_experiment()))
    scene.arrange(SIZE)
    frame(scene)  # of the new unit nothing is known yet


def test_units_under_batch_norm_have_a_mark_and_tell_gamma_and_beta() -> None:
    snapshot = make_snapshot(make_experiment(), surface_size=8, unit_size=8)
    scene = scene_of()
    plain = frame(scene)
    scene.content.take_snapshot(with_layer(snapshot, 1, gammas=np.array([1.25, 0.5])))
    scene.load()
    marked = frame(scene)
    for column in (1, 2):
        left, top, side = scene.layout.columns[column].place(0)
        corner = np.s_[top - 4 : top + 6, left + side - 10 : left + side + 3]
        assert (plain[corner] != marked[corner]).any() == (column == 2)
    beta = format_number(float(snapshot.layers[1].biases[1]))
    assert describe(scene.content, Hit("unit", 2, 1), scene.bundles) == f"a[2]₂\nγ = 0.500, β = {beta}"


def test_digits_show_the_weights_of_the_first_layer_and_enlarge_them() -> None:
    scene = scene_of("digits", (5,))
    images, image = scene.content.weight_images, frame(scene)
    assert images is not None
    assert images.shape == (5, 8, 8)
    assert np.abs(images).max(axis=(1, 2)).tolist() == [1.0] * 5
    left, top, side = scene.layout.columns[1].place(2)
    table = theme.themes().current.diverging_table()
    for row, column in ((2, 4), (5, 6), (3, 3)):
        word = int(table[round((float(images[2, row, column]) + 1) * 127.5)])
        expected = [word >> 16 & 255, word >> 8 & 255, word & 255]
        pixel = image[top + int((row + 0.5) * side / 8), left + int((column + 0.5) * side / 8)]
        assert np.abs(pixel - expected).max() <= 3
    large = frame(scene, Hit("unit", 1, 2))
    changed = (large != image).any(axis=2)
    assert changed[:, left + side + 25 : left + side + 160].sum() > 100 * 100
    assert scene_of("iris", (5,)).content.weight_images is None


def test_a_digits_network_without_hidden_layers_shows_a_weight_image_for_each_class() -> None:
    scene = scene_of("digits", ())
    images = scene.content.weight_images
    assert images is not None
    assert images.shape == (10, 8, 8)
    before = frame(scene)
    large = (frame(scene, Hit("unit", 1, 3)) != before).any(axis=2)
    left = scene.layout.columns[1].place(3)[0]
    assert large[:, left - 160 : left - 25].sum() > 100 * 100  # at its left: there is no room at the right
    take(scene, "digits", (), 40)
    after = frame(scene)
    assert (before[inside(scene, 1, 3)] != after[inside(scene, 1, 3)]).any()


def test_less_motion_strikes_no_unit_out_while_it_runs() -> None:
    kept = np.array([True, False, True, True])
    pictures = {}
    for calm in (False, True):
        for running in (False, True):
            scene = scene_of(running=running)
            snapshot = make_snapshot(make_experiment(), surface_size=8, unit_size=8, running=running)
            scene.content.take_snapshot(with_layer(snapshot, 0, kept=kept))
            scene.calm = calm
            scene.load()
            pictures[calm, running] = frame(scene)[inside(scene, 1, 1)]
    assert (pictures[False, True] == pictures[False, False]).all()
    assert (pictures[True, False] == pictures[False, False]).all()
    assert (pictures[True, True] != pictures[False, False]).any()
