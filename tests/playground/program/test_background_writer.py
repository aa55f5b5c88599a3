"""Files are written beside the window: the newest content, in order; what fails is said, and the end is bounded."""

from __future__ import annotations

import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from playground.program.background_writer import BackgroundWriter


def test_the_newest_content_is_written(tmp_path: Path, qtbot: QtBot) -> None:
    writer = BackgroundWriter()
    held, asked = threading.Event(), []

    def slow() -> bytes:
        held.wait(30)
        return b"first"

    def counted(content: bytes) -> bytes:
        asked.append(content)
        return content

    writer.write(tmp_path / "a", slow)
    qtbot.waitUntil(lambda: writer._busy)
    for content in (b"second", b"third"):
        writer.write(tmp_path / "b", lambda content=content: counted(content))
    held.set()
    assert writer.finish(30)
    assert ((tmp_path / "a").read_bytes(), (tmp_path / "b").read_bytes(), asked) == (b"first", b"third", [b"third"])


def test_a_folder_is_made_and_a_file_removed(tmp_path: Path) -> None:
    writer = BackgroundWriter()
    (tmp_path / "old").write_text("x")
    writer.write(tmp_path / "new folder" / "a", lambda: b"1")
    writer.remove(tmp_path / "old")
    writer.remove(tmp_path / "never there")
    assert writer.finish(30)
    assert (tmp_path / "new folder" / "a").read_bytes() == b"1"
    assert not (tmp_path / "old").exists()


def test_what_fails_is_said(tmp_path: Path, qtbot: QtBot) -> None:
    writer = BackgroundWriter()
    (tmp_path / "file").write_text("")
    with qtbot.waitSignal(writer.failed) as caught:
        writer.write(tmp_path / "file" / "a", lambda: b"1")
    assert caught.args[0] == tmp_path / "file" / "a"
    assert "\n" not in caught.args[1]
    writer.finish(30)


def test_a_disk_that_hangs_does_not_keep_the_program(tmp_path: Path) -> None:
    writer, held = BackgroundWriter(), threading.Event()

    def hangs() -> bytes:
        held.wait(30)
        return b""

    writer.write(tmp_path / "a", hangs)
    assert not writer.finish(0.01)
    writer.write(tmp_path / "b", lambda: b"too late")
    held.set()
    assert writer.finish(30)
    assert not (tmp_path / "b").exists()
