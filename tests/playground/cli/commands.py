"""Running one command in this process, and a stand-in for the window's module."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from types import ModuleType

import pytest

from playground.cli import main


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command gave."""

    status: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *words: str) -> Ran:
    """Run ``playground`` with these words."""
    capsys.readouterr()
    status = main(words)
    captured = capsys.readouterr()
    return Ran(status, captured.out, captured.err)


def refused(ran: Ran, *parts: str) -> None:
    """Assert that it was wrong input: status 2, nothing printed, one line that holds these parts, no traceback."""
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("playground: ")
    assert ran.err.count("\n") == 1
    assert ran.err.endswith("\n")
    assert [part for part in parts if part not in ran.err] == []


@dataclass(slots=True)
class Window:
    """Stands in for ``playground.screenshot`` and ``playground.launch``, and remembers how it was called."""

    calls: list[tuple[object, ...]] = field(default_factory=list)
    status: int = 0

    def open_window(self, what: object, *, fresh: bool) -> int:
        """As the window's module has it."""
        self.calls.append((what, "fresh") if fresh else (what,))
        return self.status

    def take_screenshot(self, *arguments: object) -> None:
        """As the window's module has it."""
        self.calls.append(arguments)


def stand_in(monkeypatch: pytest.MonkeyPatch, problem: str | None = None) -> Window:
    """Put a stand-in where the window's module is, behind a display that is there or has a problem."""
    window = Window()
    for name, call in (("launch", window.open_window), ("screenshot", window.take_screenshot)):
        module = ModuleType(f"playground.{name}")
        vars(module)[call.__name__] = call
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr("playground.preflight.check_display", lambda: problem)
    return window
