"""The last files: newest first, each once, ten at most, and none that is gone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from playground.program.recent_files import MOST, RecentFiles


def made(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.json" for number in range(count)]
    for path in paths:
        path.write_text("{}")
    return paths


def test_the_newest_is_first_and_each_stands_once(tmp_path: Path) -> None:
    paths, recent = made(tmp_path, 3), RecentFiles()
    for path in (*paths, paths[0]):
        recent.add(path)
    assert RecentFiles().paths() == (paths[0], paths[2], paths[1])


def test_so_many_are_kept(tmp_path: Path) -> None:
    paths, recent = made(tmp_path, MOST + 2), RecentFiles()
    for path in paths:
        recent.add(path)
    assert recent.paths() == tuple(reversed(paths))[:MOST]


def test_one_that_is_gone_is_left_out(tmp_path: Path) -> None:
    paths, recent = made(tmp_path, 2), RecentFiles()
    for path in paths:
        recent.add(path)
    paths[1].unlink()
    assert recent.paths() == (paths[0],)


def test_settings_that_are_nonsense_are_no_files() -> None:
    for nonsense in (7, "", [1, 2], {"a": 1}):
        QSettings().setValue("recent_files", nonsense)
        assert RecentFiles().paths() == ()
