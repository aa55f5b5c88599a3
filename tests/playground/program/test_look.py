"""How the window looks and speaks is chosen once and remembered; theme and language may be the system's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground import app
from playground.program import look as program_look
from playground.program.look import Look
from playground.ui.language import current_language
from playground.ui.theme import themes

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_what_was_chosen_comes_back(fresh: QApplication) -> None:
    first = Look(fresh)
    first.set_theme("dark")
    first.set_language("zh")
    first.enlarge_text()
    first.enlarge_text()
    first.switch_motion()
    themes().set("light", 1.0)
    again = Look(fresh)
    again.put_on()
    assert (themes().current.name, themes().text_scale, current_language(fresh)) == ("dark", 1.2, "zh")
    assert again.reduced_motion


@pytest.mark.parametrize("scale", ["", "large", "nan", "1e9", "0"])
def test_settings_that_are_nonsense_are_passed_over(fresh: QApplication, scale: str) -> None:
    for name in ("theme", "language", "reduced_motion"):
        QSettings().setValue(name, "nonsense")
    QSettings().setValue("text_scale", scale)
    look = Look(fresh)
    look.put_on()
    assert (look.theme, look.language, look.reduced_motion, themes().text_scale) == ("system", "system", False, 1.0)


@pytest.mark.parametrize("moves", [True, False])
def test_motion_is_the_system_s_until_it_is_chosen(
    fresh: QApplication, monkeypatch: pytest.MonkeyPatch, moves: bool
) -> None:
    monkeypatch.setattr(program_look, "_system_moves", lambda application: moves)
    look = Look(fresh)
    assert look.reduced_motion is not moves
    look.switch_motion()
    assert look.reduced_motion is moves
    monkeypatch.setattr(program_look, "_system_moves", lambda application: not moves)
    assert Look(fresh).reduced_motion is moves


def test_language_of_the_system(fresh: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.ui.language.QLocale.system", lambda: QLocale("zh_CN"))
    look = Look(fresh)
    look.put_on()
    assert current_language(fresh) == "zh"
    look.switch_language()
    assert (look.language, current_language(fresh)) == ("en", "en")
    look.follow_system_language()
    assert (look.language, current_language(fresh)) == ("system", "zh")
    look.follow_system_language()
    assert (look.language, current_language(fresh)) == ("zh", "zh")


def test_the_theme_follows_the_system_while_it_runs(fresh: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    scheme = Qt.ColorScheme.Light

    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return scheme

    look = Look(fresh)
    monkeypatch.setattr(look, "_hints", Hints())
    scheme = Qt.ColorScheme.Dark
    look._follow_system()
    assert themes().current.name == "dark"
    look.switch_theme()
    assert (look.theme, themes().current.name) == ("light", "light")
    look._follow_system()
    assert themes().current.name == "light"
    look.follow_system_theme()
    assert (look.theme, themes().current.name) == ("system", "dark")


def test_text_grows_and_shrinks_by_keys(opened: app.Playground, qtbot: QtBot) -> None:
    for _ in range(14):
        qtbot.keyClick(opened.window, Qt.Key.Key_Plus, CONTROL)
    assert themes().text_scale == program_look.LARGEST
    qtbot.keyClick(opened.window, Qt.Key.Key_Minus, CONTROL)
    assert themes().text_scale == pytest.approx(program_look.LARGEST - program_look.STEP)
    qtbot.keyClick(opened.window, Qt.Key.Key_0, CONTROL)
    qtbot.keyClick(opened.window, Qt.Key.Key_Minus, CONTROL)
    assert themes().text_scale == 1.0
    qtbot.keyClick(opened.window, Qt.Key.Key_Equal, CONTROL)
    assert themes().text_scale == pytest.approx(1.1)


def test_the_projector_enlarges_and_gives_the_desk_back(opened: app.Playground, qtbot: QtBot) -> None:
    opened.look.enlarge_text()
    qtbot.keyClick(opened.window, Qt.Key.Key_F5)
    qtbot.waitUntil(opened.window.isFullScreen)
    assert themes().text_scale == opened.window.projected_scale()
    assert opened.window.actions_by_id["projector"].isChecked()
    qtbot.keyClick(opened.window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: not opened.window.isFullScreen())
    assert themes().text_scale == pytest.approx(1.1)
    assert float(str(QSettings().value("text_scale"))) == pytest.approx(1.1)


def test_leaving_the_full_screen_ends_the_projection(opened: app.Playground, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_F5)
    qtbot.waitUntil(opened.window.isFullScreen)
    qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not opened.window.isFullScreen())
    assert themes().text_scale == 1.0
    assert not opened.window.actions_by_id["projector"].isChecked()


def test_the_menu_shows_what_is_on(opened: app.Playground, qtbot: QtBot) -> None:
    actions = opened.window.actions_by_id
    assert actions["theme_system"].isChecked()
    assert actions["language_system"].isChecked()
    qtbot.keyClick(opened.window, Qt.Key.Key_D, CONTROL)
    assert not actions["theme_system"].isChecked()
    actions["theme_system"].trigger()
    assert actions["theme_system"].isChecked()
    actions["reduced_motion"].trigger()
    assert actions["reduced_motion"].isChecked()
    assert opened.look.reduced_motion
