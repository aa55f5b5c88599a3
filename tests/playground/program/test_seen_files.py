"""Files are known as they were; what somebody else writes is noticed."""

from __future__ import annotations

import os
from pathlib import Path

from playground.program.seen_files import SeenFiles


def test_a_change_is_noticed_until_it_is_known(tmp_path: Path) -> None:
    path, seen = tmp_path / "a.json", SeenFiles()
    path.write_text("one")
    assert not seen.is_changed(path)  # never seen before
    seen.note(path)
    assert not seen.is_changed(path)
    os.utime(path, ns=(0, 0))
    assert seen.is_changed(path)
    seen.note(path)
    path.write_text("longer")
    os.utime(path, ns=(0, 0))
    assert seen.is_changed(path)


def test_a_file_that_is_gone_can_lose_nothing_and_one_that_came_can(tmp_path: Path) -> None:
    path, seen = tmp_path / "a.json", SeenFiles()
    seen.note(path)
    path.write_text("one")
    assert seen.is_changed(path)
    path.unlink()
    assert not seen.is_changed(path)
