"""Garbage is collected on the window's thread only, in the measure in which Python would have."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from playground.program.garbage import GarbageCollection


class Knot:
    """Holds itself: only the collector can free it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collection(qtbot: QtBot) -> Iterator[GarbageCollection]:
    was = gc.isenabled()
    gc.collect()
    garbage = GarbageCollection()
    yield garbage
    garbage.stop()
    if not was:
        gc.disable()


def make_garbage() -> list[weakref.ref[Knot]]:
    """More than the youngest generation holds."""
    return [weakref.ref(Knot()) for _ in range(gc.get_threshold()[0] + 100)]


def test_another_thread_never_collects(collection: GarbageCollection) -> None:
    seen: list[threading.Thread] = []
    gc.callbacks.append(lambda phase, info: seen.append(threading.current_thread()))
    try:
        other = threading.Thread(target=make_garbage)
        other.start()
        other.join()
        assert seen == []
        assert collection.collect() >= 0
        assert set(seen) == {threading.current_thread()}
    finally:
        gc.callbacks.pop()


def test_what_is_full_is_collected_between_two_events(collection: GarbageCollection, qtbot: QtBot) -> None:
    knots = make_garbage()
    assert knots[0]() is not None
    qtbot.waitUntil(lambda: knots[0]() is None)


def test_nothing_is_done_while_there_is_little(collection: GarbageCollection) -> None:
    gc.collect()
    assert collection.collect() == -1


def test_stopped_python_collects_again(collection: GarbageCollection) -> None:
    assert not gc.isenabled()
    collection.stop()
    assert gc.isenabled()
