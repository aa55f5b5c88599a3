"""``playground screenshot``: what it passes to the window, and what it refuses before anything is trained."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import ExperimentError
from engine.presets import preset
from playground.cli.screenshot_command import LARGEST, SMALLEST, read_size
from tests.playground.cli.commands import refused, run, stand_in


def test_everything_has_a_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = stand_in(monkeypatch)
    ran = run(capsys, "screenshot", str(tmp_path / "a.png"))
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    circle = preset("circle")
    assert window.calls == [(tmp_path / "a.png", circle, circle.epochs, (1440, 900), "light", "en")]


def test_everything_can_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = stand_in(monkeypatch)
    words = ["--preset", "spiral", "--epochs", "7", "--size", "800x600", "--theme", "dark", "--language", "zh"]
    assert run(capsys, "screenshot", str(tmp_path / "b.PNG"), *words).status == 0
    ((path, experiment, epochs, size, theme, language),) = window.calls
    assert (path, epochs, size, theme, language) == (tmp_path / "b.PNG", 7, (800, 600), "dark", "zh")
    assert experiment.data.kind == "spiral"  # type: ignore[attr-defined]  # an Experiment


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (["a.gif"], ["OUT.png", "a.gif", ".png"]),
        (["missing/a.png"], ["OUT.png", "folder that exists"]),
        (["a.png", "--size", "big"], ["--size", "1440x900"]),
        (["a.png", "--theme", "blue"], ["--theme", "light, dark"]),
        (["a.png", "--language", "fr"], ["--language", "en, zh"]),
        (["a.png", "--preset", "moon"], ["preset", "moons"]),
        (["a.png", "--epochs", "many"], ["epochs", "whole number"]),
    ],
)
def test_wrong_input_is_one_line(
    words: list[str],
    parts: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    window = stand_in(monkeypatch)
    refused(run(capsys, "screenshot", *words), *parts)
    assert window.calls == []


def test_a_qt_that_cannot_draw_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = stand_in(monkeypatch, problem="Qt lacks a library")
    ran = run(capsys, "screenshot", str(tmp_path / "a.png"))
    assert (ran.status, ran.err, window.calls) == (1, "playground: Qt lacks a library\n", [])


def test_on_linux_no_display_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in(monkeypatch)
    environment: dict[str, str] = {}
    monkeypatch.setattr("os.environ", environment)
    monkeypatch.setattr("sys.platform", "linux")
    assert run(capsys, "screenshot", str(tmp_path / "a.png")).status == 0
    assert environment["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize(("text", "size"), [("1440x900", (1440, 900)), (" 320X8192 ", (SMALLEST, LARGEST))])
def test_sizes(text: str, size: tuple[int, int]) -> None:
    assert read_size(text) == size


@pytest.mark.parametrize("text", ["", "1440", "319x900", "1440x8193", "-1x5", "1440x900x2", "999999x900", "1e3x900"])
def test_wrong_sizes(text: str) -> None:
    with pytest.raises(ExperimentError, match=r"^--size"):
        read_size(text)
