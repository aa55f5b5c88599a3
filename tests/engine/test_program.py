"""A program runs its calls in order, with slots filled at the call and keywords kept."""

from __future__ import annotations

import numpy as np

from engine.program import Program, Slot


def test_calls_run_in_order_with_slots_and_keywords() -> None:
    X, a, b = Slot("X"), np.zeros(2), np.zeros(2)
    program = Program()
    program.do("a = X + X", np.add, X, X, a)
    program.do("b = max(a, 3)", np.maximum, a, 3.0, out=b)
    run = program.function(X)
    run(np.array([1.0, 4.0]))
    assert b.tolist() == [3.0, 8.0]
    run(np.array([5.0, 0.0]))
    assert b.tolist() == [10.0, 3.0]
    assert [call.formula for call in program.calls] == ["a = X + X", "b = max(a, 3)"]


def test_an_empty_program_does_nothing() -> None:
    Program().function()()
