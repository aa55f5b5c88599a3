"""The progress bar: on a terminal it moves, elsewhere it writes nothing."""

from __future__ import annotations

import sys
from io import StringIO

import pytest

from playground.cli.progress import progress_bar


class Terminal(StringIO):
    """Text in memory that says it is a terminal."""

    def isatty(self) -> bool:
        """As a terminal answers."""
        return True


@pytest.mark.parametrize(("stream", "shows"), [(Terminal(), True), (StringIO(), False)])
def test_only_a_terminal_gets_a_bar(stream: StringIO, shows: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with progress_bar(10) as show:
        show(4, 0.25)
        show(10, float("nan"))
    assert ("/10" in stream.getvalue()) is shows


def test_the_bar_shows_the_last_finite_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress_bar(2) as show:
        show(1, 0.125)
        show(2, float("inf"))
        show(2, 0.0625)
    assert "cost inf" not in stream.getvalue()
