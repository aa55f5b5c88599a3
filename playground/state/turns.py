"""How long the training thread may keep the interpreter while the window's thread waits for it.

Python's 5 ms are a third of a frame. With 1 ms the window gets its turn soon enough, and the training thread need not
offer it by sleeping: a ``sleep(0)`` after every slice took 10 to 20 % of the training time, for the same input latency.
"""

from __future__ import annotations

import sys
import threading

TURN = 0.001  # seconds

_lock = threading.Lock()
_users = 0
_usual = sys.getswitchinterval()


def shorten_turns() -> None:
    """Let threads take turns of a millisecond, until ``restore_turns`` was called as often."""
    global _users, _usual
    with _lock:
        if not _users:
            _usual = sys.getswitchinterval()
            sys.setswitchinterval(TURN)
        _users += 1


def restore_turns() -> None:
    """The last call gives threads their usual turns back."""
    global _users
    with _lock:
        _users -= 1
        if not _users:
            sys.setswitchinterval(_usual)
