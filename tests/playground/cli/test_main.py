"""The door of the command line: help, version, and every kind of wrong input as one line with status 2."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from playground.cli import main
from playground.cli.door import commands
from playground.version import version
from tests.playground.cli.commands import refused, run, stand_in

COMMANDS = ("train", "presets", "claims", "screenshot")


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "--help")
    assert (ran.status, ran.err) == (0, "")
    assert set(commands.commands) == set(COMMANDS)
    assert [name for name in COMMANDS if f"\n  {name}" not in ran.out] == []
    assert ".csv" in ran.out


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_each_command_has_help(command: str, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, command, option)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: playground {command}")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "--version")
    assert (ran.status, ran.out) == (0, f"playground {version()}\n")


def test_the_version_of_a_checkout_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.version.PACKAGE", "no-such-package-anywhere")
    assert version()[0].isdigit()


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (["--bogus"], ["--bogus", "playground --help"]),
        (["train", "--bogus"], ["--bogus", "playground train --help"]),
        (["train", "preset:circle", "--epochs"], ["--epochs", "requires an argument"]),
        (["train", "preset:circle", "more"], ["more", "playground train --help"]),
        (["presets", "more"], ["more", "playground presets --help"]),
        (["claims", "9.9"], ["claim", "9.9", "1.1.1", "softmax"]),
        (["trian"], ["FILE: 'trian'", ".json", ".csv", ".npz", "train, presets, claims, screenshot"]),
        (["a.json", "b.json"], ["b.json", "playground --help"]),
        ([""], ["FILE"]),
        (["a\nb"], ["FILE"]),
        (["train"], ["WHAT is missing", "preset:NAME"]),
        (["screenshot"], ["OUT.png is missing"]),
    ],
)
def test_wrong_words_are_one_line(words: list[str], parts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    refused(run(capsys, *words), *parts)


def test_words_come_from_the_process_when_none_are_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["playground", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("playground ")


@pytest.mark.parametrize(
    ("raised", "status", "message"),
    [
        (KeyboardInterrupt(), 130, "stopped"),
        (MemoryError(), 1, "not enough memory"),
        (PermissionError(13, "Permission denied", "a.csv"), 2, "a.csv: Permission denied"),
        (OSError("odd"), 2, "odd"),
    ],
)
def test_what_the_system_refuses_is_one_line(
    raised: BaseException,
    status: int,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(path: Path) -> None:
        raise raised

    monkeypatch.setattr("playground.cli.window_command.check_file", fail)
    ran = run(capsys, "a.csv")
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.strip().startswith("playground: ")
    assert len(ran.err.strip().splitlines()) == 1
    assert message in ran.err


def test_a_mistake_of_the_program_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    window = stand_in(monkeypatch)
    monkeypatch.setattr(window, "status", None)
    monkeypatch.setattr("playground.cli.window_command.check_file", lambda path: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["a.csv"])


def test_a_terminal_without_greek_gets_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = TextIOWrapper(BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["train", "--help"]) == 0
    stream.flush()
    written = stream.buffer.getvalue()
    assert rb"\u03bb" in written
