"""The theme: words that can be read, maps whose middle is the card, classes that all eyes can tell apart."""

import itertools
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QStyle
from pytestqt.qtbot import QtBot

from playground.ui import color_math, fonts
from playground.ui.theme import DARK, LIGHT, TEXT_SCALES, Theme, ThemeSource, apply, palette, style_sheet, themes

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
WORDS = ("text", "secondary", "warning", "error")
GROUNDS = ("ground", "card", "field", "hover")

# Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009),
# severity 1, on linear sRGB.
SIGHTS = {
    "full": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def seen(color: QColor, sight: str) -> QColor:
    """`color` as somebody with `sight` sees it."""
    encoded = color_math.channels(color)
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    light = np.clip(np.asarray(SIGHTS[sight]) @ linear, 0, 1)
    back = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return QColor.fromRgbF(*(float(value) for value in back))


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("word", WORDS)
def test_words_can_be_read_on_every_ground(theme: Theme, word: str, ground: str) -> None:
    assert color_math.contrast(getattr(theme, word), getattr(theme, ground)) >= 4.5


@BOTH
def test_words_can_be_read_on_the_accent_and_the_accent_on_cards(theme: Theme) -> None:
    assert color_math.contrast(theme.accent_text, theme.accent) >= 4.5
    for ground in ("ground", "card", "field"):
        assert color_math.contrast(theme.accent, getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1)],
)
def test_contrast_is_the_one_of_wcag(first: str, second: str, ratio: float) -> None:
    assert color_math.contrast(QColor(first), QColor(second)) == pytest.approx(ratio, abs=0.005)
    assert color_math.contrast(QColor(second), QColor(first)) == pytest.approx(ratio, abs=0.005)


@BOTH
@pytest.mark.parametrize("sight", SIGHTS)
def test_every_two_classes_can_be_told_apart_by_all_eyes(theme: Theme, sight: str) -> None:
    places = [color_math.oklab(seen(color, sight)) for color in theme.class_colors]
    assert len(places) >= 10
    assert min(np.linalg.norm(a - b) for a, b in itertools.combinations(places, 2)) >= 0.1


@BOTH
def test_diverging_tables_run_from_end_to_end_over_the_card(theme: Theme) -> None:
    full, soft = theme.diverging_table(), theme.surface_table()
    for table in (full, soft):
        assert table.shape == (256,)
        assert table.dtype == np.uint32
        assert table[127] == table[128] == theme.card.rgb()
        assert np.all(table >> 24 == 0xFF)
    assert [full[0], full[255]] == [theme.negative.rgb(), theme.positive.rgb()]


@BOTH
def test_the_surface_leaves_room_for_the_points(theme: Theme) -> None:
    card, soft = color_math.oklab(theme.card), theme.surface_table()
    for index, end in ((0, theme.negative), (255, theme.positive)):
        strength = np.linalg.norm(color_math.oklab(QColor.fromRgb(int(soft[index]))) - card)
        assert 0.6 <= strength / np.linalg.norm(color_math.oklab(end) - card) <= 0.7


@BOTH
@pytest.mark.parametrize("classes", [1, 2, 3, 10, 13])
def test_class_tables_start_at_the_card(theme: Theme, classes: int) -> None:
    tables = theme.class_tables(classes)
    assert tables.shape == (classes, 256)
    assert set(tables[:, 0].tolist()) == {theme.card.rgb()}
    assert len(set(tables[:, 255].tolist())) == min(classes, len(theme.class_colors))


def test_impossible_classes_are_refused() -> None:
    with pytest.raises(ValueError, match="classes: 0"):
        LIGHT.class_tables(0)
    with pytest.raises(ValueError, match="index: -1"):
        LIGHT.class_color(-1)


@given(st.integers(0, 0xFFFFFF), st.integers(0, 0xFFFFFF))
def test_a_mix_of_nothing_and_of_all_is_each_end(first: int, second: int) -> None:
    low, high = QColor.fromRgb(first), QColor.fromRgb(second)
    assert color_math.mix(low, high, 0.0).rgb() == low.rgb()
    assert color_math.mix(low, high, 1.0).rgb() == high.rgb()


@BOTH
def test_the_palette_leaves_no_role_to_the_system(qapp: QApplication, theme: Theme) -> None:
    result = palette(theme)
    roles = [
        role for role in QPalette.ColorRole if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles)
    ]
    unset = [role for role in roles if not result.isBrushSet(QPalette.ColorGroup.Active, role)]
    assert unset == []


@BOTH
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_style_sheet_is_filled_in(theme: Theme, scale: float) -> None:
    sheet = style_sheet(theme, scale)
    assert "$" not in sheet
    assert theme.accent.name() in sheet
    assert f"min-height: {round(30 * scale - 4)}px" in sheet


def test_apply_dresses_the_application_and_says_so_once(qapp: QApplication, qtbot: QtBot) -> None:
    apply(qapp, LIGHT)
    heard: list[Theme] = []
    themes().changed.connect(heard.append)
    apply(qapp, DARK, 1.5)
    apply(qapp, DARK, 1.5)
    themes().changed.disconnect(heard.append)
    assert heard == [DARK]
    assert themes().current is DARK
    assert themes().text_scale == 1.5
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK.ground
    assert (QFontInfo(qapp.font()).family(), qapp.font().pixelSize()) == ("Inter", 20)
    apply(qapp, LIGHT)


def test_the_icons_of_menus_grow_with_their_words(qapp: QApplication, qtbot: QtBot) -> None:
    sides = []
    menu = QMenu()
    qtbot.addWidget(menu)
    for scale in (1.0, 2.0):
        apply(qapp, LIGHT, scale)
        menu.ensurePolished()
        sides.append(menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, menu))
    apply(qapp, LIGHT)
    assert sides == [16, 32]


def test_the_source_refuses_what_is_no_theme() -> None:
    source = ThemeSource()
    with pytest.raises(ValueError, match="theme: 'blue' is unknown; allowed are light, dark"):
        source.set("blue")
    for scale in (TEXT_SCALES[0] - 0.01, TEXT_SCALES[1] + 0.01, float("nan")):
        with pytest.raises(ValueError, match="text_scale"):
            source.set("light", scale)
    assert source.current is LIGHT


@pytest.mark.parametrize("make", [fonts.number, fonts.figure, fonts.caption])
def test_digits_are_of_one_width(qapp: QApplication, make: Callable[[float], QFont]) -> None:
    fonts.load()
    metrics = QFontMetricsF(make(1.0))
    widths = [metrics.horizontalAdvance(digit) for digit in "0123456789"]
    assert max(widths) - min(widths) < 0.05  # Inter's own 4 is two units of 2816 narrower in the heavier faces


@pytest.mark.parametrize(("text", "capital"), [("Data", True), ("数据", False), ("输出 · Output", False)])
def test_only_latin_heads_are_capital(qapp: QApplication, text: str, capital: bool) -> None:
    head = fonts.head(1.0, text)
    assert (head.capitalization() == head.Capitalization.AllUppercase) is capital
    assert (head.letterSpacing() > 0) is capital
