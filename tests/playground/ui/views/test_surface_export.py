"""The surface as a picture is the surface that is seen: map, axes, marks, lines and legend, in any zoom and theme."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from engine.snapshot import BestPossible
from playground.ui.theme import themes
from playground.ui.views.surface_export import SHARPNESS
from playground.ui.views.surface_options import SurfaceOptions
from playground.ui.views.surface_view import SurfaceView
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress, keep

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def view_of(qtbot: QtBot, kind: str) -> SurfaceView:
    view = SurfaceView()
    keep(qtbot, view)
    view.resize(320, 480)
    view.show()
    view.show_experiment(make_experiment(kind))
    snapshot = make_snapshot(make_experiment(kind), surface_size=40, unit_size=8)
    best = BestPossible(error=0.05, standard_error=0.0, posterior=snapshot.surface)
    if KINDS[kind].task != "regression":
        snapshot = dataclasses.replace(snapshot, data=dataclasses.replace(snapshot.data, best=best))
    view.show_snapshot(snapshot)
    view.show_options(SurfaceOptions(test=True, dev=True, margins=True))
    return view


def words_of(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.array(np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()) & 0xFFFFFF)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("kind", ["circle", "blobs", "reg-plane", "digits"])
def test_png_and_svg_show_the_same(qtbot: QtBot, tmp_path: Path, kind: str, name: str) -> None:
    dress(name)
    view = view_of(qtbot, kind)
    view.save_picture(tmp_path / "surface.png")
    view.save_picture(tmp_path / "surface.svg")
    png = QImage(str(tmp_path / "surface.png"))
    assert png.size() == view.picture_size() * SHARPNESS
    drawn = QImage(png.size(), QImage.Format.Format_RGB32)
    renderer = QSvgRenderer(str(tmp_path / "surface.svg"))
    assert renderer.isValid()
    with QPainter(drawn) as painter:
        renderer.render(painter)
    both = [words_of(picture).view(np.uint8).reshape(png.height(), png.width(), 4)[..., :3] for picture in (png, drawn)]
    card = themes().current.card.rgb() & 0xFFFFFF
    dress()
    assert words_of(png)[2, 2] == words_of(png)[-3, -3] == card
    assert np.abs(both[0].astype(int) - both[1].astype(int)).mean() < 6
    below = words_of(png)[-60:]
    assert (below != card).any()  # the legend, or the scale of numbers


def test_zoom_and_choices_are_in_the_picture(qtbot: QtBot, tmp_path: Path) -> None:
    dress()
    view, pictures = view_of(qtbot, "circle"), set()
    for command in ("", "closer", "whole"):
        view.obey(command)
        view.save_picture(tmp_path / "surface.png")
        pictures.add((tmp_path / "surface.png").read_bytes())
    view.show_options(SurfaceOptions())
    view.save_picture(tmp_path / "surface.png")
    pictures.add((tmp_path / "surface.png").read_bytes())
    assert len(pictures) == 3


def test_copying_puts_the_picture_on_the_clipboard(qtbot: QtBot) -> None:
    dress()
    view = view_of(qtbot, "circle")
    QGuiApplication.clipboard().clear()
    view.obey("copy")
    assert QGuiApplication.clipboard().image().size() == view.picture_size() * SHARPNESS
    QGuiApplication.clipboard().clear()


def test_another_ending_is_refused_and_nothing_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    dress()
    view = view_of(qtbot, "circle")
    with pytest.raises(ValueError, match=r"'surface\.gif' is not allowed; allowed: .*\.png, \.svg"):
        view.save_picture(tmp_path / "surface.gif")
    assert list(tmp_path.iterdir()) == []
