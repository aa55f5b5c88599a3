"""The gate: the training thread waits while it is closed, but not for ever; the window never waits."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from playground.state import gate as module
from playground.state.gate import Gate


def test_an_open_gate_lets_pass() -> None:
    gate = Gate()
    assert gate.is_open
    assert gate.wait()
    gate.open()
    assert gate.wait()


def test_a_closed_gate_holds_until_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_WAIT", 60.0)
    gate = Gate()
    gate.close()
    arrived = threading.Event()

    def pass_through() -> bool:
        arrived.set()
        return gate.wait()

    with ThreadPoolExecutor(1) as pool:
        passed = pool.submit(pass_through)
        arrived.wait()
        assert not passed.done()
        gate.open()
        assert passed.result(30)


def test_a_gate_nobody_opens_opens_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_WAIT", 0.001)
    gate = Gate()
    gate.close()
    assert not gate.wait()
    assert gate.wait()  # the next slices are not held up again
    gate.close()
    assert not gate.is_open
