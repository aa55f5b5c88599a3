"""The picture for the next start: taken of an untouched window, named by all that it depends on, found again whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from playground.program import launch_picture
from playground.program.launch_picture import Keeper, LaunchPage, find, folder, keep, name_for, same


@pytest.fixture(autouse=True)
def empty_folder() -> Iterator[None]:
    clear()
    yield
    clear()


def clear() -> None:
    for path in folder().glob("*"):
        path.unlink()


def picture(color: str = "#123456", width: int = 30) -> QPixmap:
    result = QPixmap(width, 20)
    result.fill(QColor(color))
    return result


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(300, 200)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


NAME = "first-picture-30x20@1-none.ppm"


def test_a_picture_is_found_as_it_was_kept(qtbot: QtBot) -> None:
    assert find(NAME) is None
    assert keep(NAME, picture())
    assert same(find(NAME), picture())


def test_the_same_picture_is_not_written_again(qtbot: QtBot) -> None:
    assert keep(NAME, picture())
    written = (folder() / NAME).stat().st_ino
    assert not keep(NAME, picture())
    assert (folder() / NAME).stat().st_ino == written
    assert keep(NAME, picture("#654321"))


def test_only_the_newest_is_kept(qtbot: QtBot) -> None:
    keep("first-picture-31x20@1-none.ppm", picture(width=31))
    keep(NAME, picture())
    assert [path.name for path in folder().iterdir()] == [NAME]


def test_a_damaged_picture_is_none(qtbot: QtBot) -> None:
    keep(NAME, picture())
    path = folder() / NAME
    path.write_bytes(b"no picture at all")
    assert find(NAME) is None
    assert keep(NAME, picture())


def test_a_folder_that_takes_nothing_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    monkeypatch.setattr(launch_picture, "folder", lambda: in_the_way / "cache")
    assert not keep(NAME, picture())


def test_the_ratio_of_the_screen_comes_from_the_name(qtbot: QtBot) -> None:
    name = "first-picture-15x10@2-none.ppm"
    keep(name, picture())
    found = find(name)
    assert found is not None
    assert found.devicePixelRatio() == 2.0


def test_the_name_says_size_look_and_language(window: QWidget) -> None:
    names = [name_for(window)]
    for setting, value in (("theme", "dark"), ("language", "zh"), ("text_scale", 1.5), ("reduced_motion", "true")):
        QSettings().setValue(setting, value)
        names.append(name_for(window))
    window.resize(310, 200)
    names.append(name_for(window))
    assert len(set(names)) == len(names) == 6
    assert "300x200@1" in names[0]
    QSettings().setValue("theme", "../../etc")
    assert "/" not in name_for(window)


def test_the_page_shows_every_pixel_and_says_so(qtbot: QtBot) -> None:
    page = LaunchPage(picture())
    qtbot.addWidget(page)
    page.resize(30, 20)
    with qtbot.waitSignal(page.painted), qtbot.waitExposed(page):
        page.show()
    assert same(page.grab(), picture())


def test_a_page_of_another_size_is_filled(qtbot: QtBot) -> None:
    page = LaunchPage(picture())
    qtbot.addWidget(page)
    page.resize(90, 80)
    assert page.grab().toImage().pixelColor(88, 78) == QColor("#123456")


def test_an_untouched_window_is_kept_under_its_name(window: QWidget) -> None:
    QLabel("words", window).show()
    kept: list[str] = []
    keeper = Keeper(window, lambda: True)
    keeper.kept.connect(kept.append)
    keeper.take()
    assert kept == [name_for(window)]
    assert same(find(kept[0]), window.grab())


def _touched(window: QWidget) -> Callable[[], bool]:
    return lambda: False


def _hidden(window: QWidget) -> Callable[[], bool]:
    window.hide()
    return lambda: True


def _covered(window: QWidget) -> Callable[[], bool]:
    menu = QMenu(window)
    menu.addAction("over the window")
    menu.popup(window.mapToGlobal(window.rect().center()))
    return lambda: True


@pytest.mark.parametrize("situation", [_touched, _hidden, _covered])
def test_any_other_window_is_not(window: QWidget, situation: Callable[[QWidget], Callable[[], bool]]) -> None:
    Keeper(window, situation(window)).take()
    assert list(folder().glob("*")) == []
