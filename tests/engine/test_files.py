"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from engine.files import write_whole


def test_it_replaces_the_old_content_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "no" / "a.txt", b"")


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    path = tmp_path / "a.txt"
    write_whole(path, b"old")

    def broken(*arguments: object) -> None:
        raise OSError("broken")

    monkeypatch.setattr(os, fails, broken)
    with pytest.raises(OSError, match="broken"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_permissions_are_those_of_an_ordinary_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"")
    (tmp_path / "b").write_bytes(b"")
    mode = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in "ab"]
    assert mode[0] == mode[1]
    (tmp_path / "a").chmod(0o640)
    write_whole(tmp_path / "a", b"again")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == (0o640 if os.name == "posix" else mode[0])


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_whole(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["x" * 250 + ".json", "圆" * 83 + ".json"])
def test_the_longest_names_can_be_written(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, b"content")
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["x" * 300, "missing/a.txt"])
def test_an_error_names_the_file_and_not_the_temporary_one(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError, match=r"a\.txt'|x{100}") as raised:
        write_whole(tmp_path / name, b"")
    assert raised.value.filename == str(tmp_path / name)


def test_a_file_that_must_not_be_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # for the administrator every file can be written
    with pytest.raises(PermissionError, match=r"a\.txt"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
