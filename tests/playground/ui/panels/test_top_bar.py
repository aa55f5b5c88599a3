"""The bar at the top: says what the user asks for, fits, and never cuts a figure off."""

import itertools
import math
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment import Experiment
from engine.preset_parts import Preset
from playground.ui.language import LANGUAGES
from playground.ui.panels.preset_choice import PresetChoice
from playground.ui.panels.run_figures import cost_text, percent_text
from playground.ui.panels.top_bar import TopBar
from playground.ui.theme import DARK, LIGHT, TARGET, apply
from tests.playground.ui.snapshots import make_experiment, make_snapshot

PRESETS = (
    Preset(name="circle", title="Circle", about="Why.", experiment=Experiment(seed=3)),
    Preset(name="own", title="A title", about="Why not.", experiment=Experiment(seed=4)),
)


@pytest.fixture
def bar(qtbot: QtBot) -> TopBar:
    """The bar on the screen, 1280 pixels wide."""
    made = TopBar(PRESETS)
    qtbot.addWidget(made)
    made.resize(1280, made.sizeHint().height())
    made.show()
    return made


def assert_whole(bar: TopBar) -> None:
    """No child reaches out of the bar, into its neighbour, or is narrower than what it shows."""
    shown = [child for child in bar.children() if isinstance(child, QWidget) and child.isVisible()]
    shown.sort(key=lambda child: child.x())
    assert shown[-1].geometry().right() < bar.width()
    for left, right in itertools.pairwise(shown):
        assert left.geometry().right() < right.x()
    for figure in bar.figures.figures:
        if figure.isVisible():
            assert figure.width() >= figure.sizeHint().width()
            assert figure.geometry().right() < bar.figures.width()
    for label in bar.findChildren(QLabel):
        if label.isVisible():
            assert label.width() >= label.sizeHint().width()


@pytest.mark.parametrize("width", [1280, 1366, 1440, 1920])
@pytest.mark.parametrize("kind", ["circle", "reg-plane"])
def test_everything_fits(bar: TopBar, width: int, kind: str) -> None:
    bar.resize(width, bar.height())
    bar.show_snapshot(make_snapshot(make_experiment(kind), step=300))
    assert_whole(bar)
    assert all(figure.isVisible() for figure in bar.figures.figures)


def test_everything_fits_in_chinese(bar: TopBar, chinese: None) -> None:
    bar.show_snapshot(make_snapshot(step=300))
    QApplication.processEvents()
    assert_whole(bar)
    assert all(figure.isVisible() for figure in bar.figures.figures)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_is_whole_at_every_width_and_the_least_important_goes_first(
    qapp: QApplication, bar: TopBar, scale: float
) -> None:
    apply(qapp, LIGHT, scale)
    bar.show_snapshot(make_snapshot(step=300))
    before = 0
    for width in range(bar.minimumSizeHint().width(), 1700, 23):
        bar.resize(width, bar.height())
        QApplication.processEvents()
        assert_whole(bar)
        shown = [figure.isVisible() for figure in bar.figures.figures]
        assert shown == sorted(shown, reverse=True)
        assert shown[0]
        before = max(before, sum(shown))
    assert before == len(bar.figures.figures)


def test_figures_are_those_of_the_snapshot(bar: TopBar) -> None:
    snapshot = replace(
        make_snapshot(step=300), epoch=12, cost={"train": 0.12345}, accuracy={"train": 0.9996, "dev": 0.5, "test": 0.25}
    )
    bar.show_snapshot(snapshot)
    assert [figure.value() for figure in bar.figures.figures] == ["12", "0.123", "50.0%", "99.9%"]
    assert bar.figures.accuracy.accessibleName() == "Accuracy, dev 50.0%"


@pytest.mark.parametrize(
    ("kind", "split", "caption"),
    [
        ("circle", (50, 0, 50), "Accuracy, test"),
        ("circle", (50, 20, 30), "Accuracy, dev"),
        ("reg-plane", (50, 0, 50), "Error, test"),
        ("reg-plane", (50, 20, 30), "Error, dev"),
    ],
)
def test_the_held_out_set_is_named(bar: TopBar, kind: str, split: tuple[float, float, float], caption: str) -> None:
    bar.show_snapshot(make_snapshot(make_experiment(kind, split=split)))
    assert bar.figures.accuracy.accessibleName().startswith(caption)
    assert "test" in bar.figures.accuracy.toolTip() or "dev" in caption


@pytest.mark.parametrize(
    ("share", "text"), [(1.0, "100.0"), (0.99999, "99.9"), (0.5, "50.0"), (0.0, "0.0"), (0.12345, "12.3")]
)
def test_a_share_is_all_only_when_it_is(share: float, text: str) -> None:
    assert percent_text(share) == f"{text}%"


def test_what_is_not_there_is_a_dash(bar: TopBar) -> None:
    assert percent_text(math.nan) == cost_text(math.nan) == ""
    bar.show_snapshot(replace(make_snapshot(), cost={"train": math.nan}, accuracy={}))
    assert bar.figures.cost.value() == bar.figures.accuracy.value() == "\u2013"


@pytest.mark.parametrize("name", ["undo", "redo"])
def test_undo_and_redo_say_what_they_would_do(qtbot: QtBot, bar: TopBar, name: str) -> None:
    button = getattr(bar, name)
    assert not button.isEnabled()
    step = ("New seed", Experiment(), Experiment(seed=7), None)
    bar.set_undo(*((step, None) if name == "undo" else (None, step)))
    assert button.toolTip() == f"{name.capitalize()}: New seed: 0 → 7"
    with qtbot.waitSignal(getattr(bar, f"{name}_requested")):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    bar.set_undo(None, None)
    assert not button.isEnabled()


def test_the_transport_shows_what_is_told(qtbot: QtBot, bar: TopBar) -> None:
    with qtbot.waitSignal(bar.transport.play):
        QTest.mouseClick(bar.transport.play_button, Qt.MouseButton.LeftButton)
    assert not bar.transport.is_playing()
    bar.set_playing(True)
    with qtbot.waitSignal(bar.transport.pause):
        QTest.mouseClick(bar.transport.play_button, Qt.MouseButton.LeftButton)


def test_the_other_theme_is_asked_for(qtbot: QtBot, qapp: QApplication, bar: TopBar) -> None:
    for theme, other in ((LIGHT, "dark"), (DARK, "light")):
        apply(qapp, theme)
        with qtbot.waitSignal(bar.theme_requested) as asked:
            QTest.mouseClick(bar.theme, Qt.MouseButton.LeftButton)
        assert asked.args == [other]
        assert bar.theme.icon_name() == f"theme-{other}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_language_is_written_out(bar: TopBar, code: str) -> None:
    bar.set_language(code)
    combo, option = bar.language, QStyleOptionComboBox()
    combo.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    field = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo)
    words = combo.fontMetrics().elidedText(combo.currentText(), Qt.TextElideMode.ElideRight, field.width())
    assert words == LANGUAGES[code]


def test_a_language_is_asked_for_and_the_one_in_force_is_shown(qtbot: QtBot, bar: TopBar) -> None:
    assert [bar.language.itemText(index) for index in range(bar.language.count())] == list(LANGUAGES.values())
    bar.language.setFocus()
    with qtbot.waitSignal(bar.language_requested) as asked:
        QTest.keyClick(bar.language, Qt.Key.Key_Down)
    assert asked.args == ["zh"]
    bar.set_language("en")
    assert bar.language.currentText() == "English"


def test_bad_presets_stand_below_a_gap_and_the_arrow_keys_step_over_it(qtbot: QtBot) -> None:
    bad = Preset(name="bad", title="Bad", about="Why it fails.", experiment=Experiment(seed=5), kind="bad")
    choice = PresetChoice((*PRESETS, bad))
    qtbot.addWidget(choice)
    assert [choice.itemData(index) for index in range(choice.count())] == ["circle", "own", None, "bad"]
    assert choice.itemData(3, Qt.ItemDataRole.ToolTipRole) == "Why it fails."
    choice.show_experiment(PRESETS[1].experiment)
    with qtbot.waitSignal(choice.chosen) as asked:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert asked.args == ["bad"]
    choice.show_experiment(bad.experiment)
    assert choice.currentText() == "Bad"


def test_a_preset_is_asked_for_and_shown_while_the_experiment_is_one(qtbot: QtBot, bar: TopBar) -> None:
    bar.presets.setFocus()
    with qtbot.waitSignal(bar.preset_requested) as asked:
        QTest.keyClick(bar.presets, Qt.Key.Key_Down)
    assert asked.args == ["circle"]
    bar.show_experiment(PRESETS[1].experiment)
    assert bar.presets.currentText() == "A title"
    bar.show_experiment(Experiment(seed=99))
    assert bar.presets.currentIndex() == -1
    assert bar.presets.placeholderText() == "Presets"


def test_the_programs_own_presets_are_offered(qtbot: QtBot) -> None:
    made = TopBar()
    qtbot.addWidget(made)
    assert made.presets.count() >= 12


def test_whatever_takes_the_keyboard_has_a_name_and_can_be_hit(bar: TopBar) -> None:
    controls = [child for child in bar.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
    controls = [child for child in controls if child.isVisible()]
    assert len(controls) >= 10
    for child in controls:
        assert child.accessibleName(), child
        assert child.toolTip(), child
        assert min(child.width(), child.height()) >= TARGET, child.accessibleName()
