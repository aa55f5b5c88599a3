"""The menu of the surface: switches for what the data have, with a reason where there is none, and commands to zoom."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.data.optimum import knows_least_error, knows_optimum
from engine.experiment import Task
from playground.ui.language import install_language
from playground.ui.views.surface_menu import COMMANDS, SurfaceMenu
from playground.ui.views.surface_options import OPTION_NAMES, SurfaceOptions
from tests.playground.ui.snapshots import KINDS, make_experiment
from tests.playground.ui.views.pictures import dress, keep

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def menu_of(qtbot: QtBot, options: SurfaceOptions | None = None) -> SurfaceMenu:
    dress()
    menu = SurfaceMenu()
    menu.show_options(options or SurfaceOptions())
    keep(qtbot, menu)
    menu.show()
    menu.show_experiment(make_experiment())
    return menu


def opened(qtbot: QtBot, menu: SurfaceMenu) -> None:
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(menu.menu_shown.isVisible)


@pytest.mark.parametrize("name", OPTION_NAMES)
def test_a_click_switches_and_leaves_the_menu_open(qtbot: QtBot, name: str) -> None:
    menu = menu_of(qtbot)
    opened(qtbot, menu)
    row = menu.menu_shown.actionGeometry(menu.switches[name])
    first = not getattr(SurfaceOptions(), name)
    for on in (first, not first):
        with qtbot.waitSignal(menu.options_chosen) as heard:
            qtbot.mouseClick(menu.menu_shown, Qt.MouseButton.LeftButton, pos=row.center())
        assert heard.args == [SurfaceOptions(**{name: on})]
        assert menu.menu_shown.isVisible()
    menu.menu_shown.close()


def test_keys_switch_too(qtbot: QtBot) -> None:
    menu = menu_of(qtbot)
    opened(qtbot, menu)
    menu.menu_shown.setActiveAction(menu.switches["margins"])
    with qtbot.waitSignal(menu.options_chosen) as heard:
        QTest.keyClick(menu.menu_shown, Qt.Key.Key_Space)
    assert heard.args == [SurfaceOptions(margins=True)]
    assert menu.menu_shown.isVisible()
    QTest.keyClick(menu.menu_shown, Qt.Key.Key_Escape)
    assert not menu.menu_shown.isVisible()


@pytest.mark.parametrize("name", COMMANDS)
def test_commands(qtbot: QtBot, name: str) -> None:
    menu = menu_of(qtbot)
    with qtbot.waitSignal(menu.commanded) as heard:
        menu.commands[name].trigger()
    assert heard.args == [name]


def test_what_was_chosen_before_is_shown(qtbot: QtBot) -> None:
    menu = menu_of(qtbot, SurfaceOptions(test=True, margins=True))
    assert [name for name in OPTION_NAMES if menu.switches[name].isChecked()] == ["train", "test", "margins"]


@pytest.mark.parametrize("kind", KINDS)
def test_best_possible_line_is_offered_where_it_is_known_with_a_reason_elsewhere(qtbot: QtBot, kind: str) -> None:
    menu = menu_of(qtbot)
    menu.show_experiment(make_experiment(kind))
    menu.show_task(KINDS[kind].task)
    best = menu.switches["optimal"]
    assert best.isEnabled() == knows_least_error(kind)
    assert best.toolTip().startswith("Not here") != best.isEnabled()
    assert (best.text() == "Best possible boundary") == (knows_optimum(kind) or not best.isEnabled())


TASKS: list[tuple[Task, str, bool]] = [
    ("two-class", "Margins", True),
    ("classes", "Margins", True),
    ("regression", "Level lines", False),
]


@pytest.mark.parametrize(("task", "words", "classes"), TASKS)
def test_words_fit_the_task(qtbot: QtBot, task: Task, words: str, classes: bool) -> None:
    menu = menu_of(qtbot)
    menu.show_task(task)
    assert menu.switches["margins"].text() == words
    assert menu.switches["classes"].isVisible() == menu.switches["wrong"].isVisible() == classes


def test_sets_without_samples_are_not_offered(qtbot: QtBot) -> None:
    menu = menu_of(qtbot)
    menu.show_experiment(make_experiment(split=(70, 0, 30)))
    assert [menu.switches[name].isVisible() for name in ("dev", "test")] == [False, True]


def test_language_is_followed(qtbot: QtBot, qapp: QApplication) -> None:
    menu = menu_of(qtbot)
    english = [action.text() for action in menu.menu_shown.actions()]
    install_language(qapp, "zh")
    QApplication.processEvents()
    chinese = [action.text() for action in menu.menu_shown.actions()]
    install_language(qapp, "en")
    assert all(a != b for a, b in zip(english, chinese, strict=True) if a)
