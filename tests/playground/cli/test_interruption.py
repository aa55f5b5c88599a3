"""Ctrl-C as a wish: heard once it is noted, twice it ends the program, and afterwards it means what it did before."""

from __future__ import annotations

import signal
import threading

import pytest

from playground.cli.interruption import heard


def test_the_first_is_noted_and_the_second_raises() -> None:
    before = signal.getsignal(signal.SIGINT)
    with heard() as interruption:
        assert not interruption.asked
        signal.raise_signal(signal.SIGINT)
        assert interruption.asked
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) == before


def test_an_error_in_the_block_gives_the_signal_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(ZeroDivisionError), heard():
        raise ZeroDivisionError
    assert signal.getsignal(signal.SIGINT) == before


def test_another_thread_cannot_listen_and_is_left_alone() -> None:
    seen: list[object] = []

    def listen() -> None:
        with heard() as interruption:
            seen.append((interruption.asked, signal.getsignal(signal.SIGINT)))

    before = signal.getsignal(signal.SIGINT)
    thread = threading.Thread(target=listen)
    thread.start()
    thread.join()
    assert seen == [(False, before)]
