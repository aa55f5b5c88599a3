"""The icons: every drawing is there, paints in the colour asked for, and is sharp at every device pixel ratio."""

import math

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from engine.assets import asset_path
from playground.ui import icons
from playground.ui.theme import DARK, LIGHT, Theme, apply, themes

NEEDED = (
    *(
        "play",
        "pause",
        "step",
        "step-epoch",
        "reset",
        "seed",
        "undo",
        "redo",
        "plus",
        "minus",
        "open",
        "save",
        "export",
    ),
    *("theme-light", "theme-dark", "language", "eye", "warning", "error", "info", "close", "chevron-down", "check"),
    *("open", "save", "export"),
    *("search", "shuffle", "fullscreen", "settings", "copy", "table", "image"),
)


def colors_of(image: QImage) -> set[str]:
    """The colours of the opaque pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NEEDED)
def test_every_icon_paints_in_its_colour(qapp: QApplication, name: str) -> None:
    image = icons.pixmap(name, QColor("#12ab34"), 24, 2.0).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    assert colors_of(image) == {"#12ab34"}
    corners = [image.pixelColor(x, y).alpha() for x in (0, 47) for y in (0, 47)]
    assert corners == [0, 0, 0, 0]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_icons_have_one_pixel_for_each_of_the_screen(
    qapp: QApplication, ratio: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(icons, "screen_ratios", lambda: {1.0, ratio})
    icons._icon.cache_clear()
    shown = icons.icon("play", QColor("red"), 18).pixmap(QSize(18, 18), ratio)
    assert shown.width() == math.ceil(18 * ratio)
    assert shown.devicePixelRatio() == ratio
    assert shown.toImage() == icons.pixmap("play", QColor("red"), 18, ratio).toImage()
    icons._icon.cache_clear()


def test_an_icon_on_a_screen_that_comes_later_is_scaled_down(qapp: QApplication) -> None:
    assert icons.screen_ratios() == {1.0}
    assert icons.icon("play").pixmap(QSize(18, 18), 1.5).width() == 27


def test_an_icon_is_made_once(qapp: QApplication) -> None:
    assert icons.icon("play").cacheKey() == icons.icon("play").cacheKey()


def test_what_is_no_icon_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match=r"icon: 'plya' is unknown; allowed are .*play"):
        icons.icon("plya")
    with pytest.raises(ValueError, match="token: 'line'"):
        icons.follow_theme(QAction(), "play", "line")


def test_buttons_and_actions_follow_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    apply(qapp, LIGHT)
    button = QPushButton()
    qtbot.addWidget(button)
    action = QAction()
    for target in (button, action):
        icons.follow_theme(target, "play")
        icons.follow_theme(target, "pause", "accent", 20)  # the second call replaces the first
    apply(qapp, DARK, 1.5)
    wanted = icons.icon("pause", DARK.accent, 30).cacheKey()
    assert [button.icon().cacheKey(), action.icon().cacheKey()] == [wanted, wanted]
    assert button.iconSize() == QSize(30, 30)
    apply(qapp, LIGHT)
    assert button.icon().cacheKey() == icons.icon("pause", LIGHT.accent, 20).cacheKey()


def test_a_disabled_icon_is_fainter(qapp: QApplication) -> None:
    apply(qapp, LIGHT)
    faint = icons.icon("minus").pixmap(QSize(18, 18), 2.0, QIcon.Mode.Disabled).toImage()
    full = icons.icon("minus").pixmap(QSize(18, 18), 2.0, QIcon.Mode.Normal).toImage()
    assert colors_of(faint) != colors_of(full)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", ["chevron-down", "chevron-up", "chevron-right", "check"])
def test_the_style_sheet_pictures_are_the_icons_in_the_theme(theme: Theme, name: str) -> None:
    color = theme.accent_text if name == "check" else theme.secondary
    drawn = asset_path("icons", "themed", f"{name}-{theme.name}.svg").read_text(encoding="utf-8")
    icon = asset_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert drawn == icon.replace("currentColor", color.name())
    assert drawn != icon


def test_default_colour_is_the_text(qapp: QApplication) -> None:
    assert icons.icon("eye").cacheKey() == icons.icon("eye", themes().current.text).cacheKey()
