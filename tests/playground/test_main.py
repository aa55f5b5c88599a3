"""The door: one line for a Python that is too old, one BLAS thread, and the command line behind it."""

import ast
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from playground import __main__ as door
from playground import bootstrap

SOURCE = Path(door.__file__)


@pytest.fixture
def entered(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    entered: list[tuple[str, str]] = []
    monkeypatch.setattr(bootstrap, "enter_environment", lambda module, extra: entered.append((module, extra)))
    return entered


def test_an_old_python_gets_one_line(entered: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    with pytest.raises(SystemExit, match=r"^Python 3\.11 or newer is needed; this is 3\.8$"):
        door.prepare("playground")
    assert entered == []


@pytest.mark.parametrize("path", ["playground/__init__.py", "playground/__main__.py"])
def test_an_old_python_can_read_what_says_so(path: str) -> None:
    source = (SOURCE.parents[1] / path).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
    assert "annotations" not in source  # the future import of that name is newer than 3.6


def test_the_oldest_python_is_the_one_the_project_declares() -> None:
    declared = 'requires-python = ">=' + ".".join(map(str, door.OLDEST_PYTHON)) + '"'
    assert declared in (SOURCE.parents[1] / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", door.ONE_THREAD)
def test_one_blas_thread_unless_asked_for_more(
    name: str, entered: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(name, raising=False)
    door.prepare("tests", "test")
    assert os.environ[name] == "1"
    monkeypatch.setenv(name, "4")
    door.prepare("tests", "test")
    assert os.environ[name] == "4"
    assert entered == [("tests", "test")] * 2


def test_the_usual_start_does_without_the_command_line(
    entered: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    launch = ModuleType("playground.launch")
    vars(launch)["start"] = lambda: 5
    monkeypatch.setitem(sys.modules, "playground.launch", launch)
    monkeypatch.setitem(sys.modules, "playground.cli", None)
    monkeypatch.setattr(sys, "argv", ["playground"])
    assert door.main() == 5
    assert entered == [("playground", "")]


def test_the_command_line_gets_the_arguments_and_gives_the_status(
    entered: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    command_line = ModuleType("playground.cli")

    def main(arguments: list[str]) -> int:
        seen.append(arguments)
        return 7

    vars(command_line)["main"] = main
    monkeypatch.setitem(sys.modules, "playground.cli", command_line)
    monkeypatch.setattr(sys, "argv", ["playground", "train", "preset:circle"])
    assert door.main() == 7
    assert seen == [["train", "preset:circle"]]
    assert entered == [("playground", "")]
