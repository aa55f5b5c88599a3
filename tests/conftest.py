"""Every test runs in a world of its own: no display, nobody's settings, one BLAS thread, and nothing left running."""

import gc
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

# Before anything imports NumPy or Qt. A home that is not the user's: platformdirs and Qt both start from these.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[_name] = "1"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_home = tempfile.TemporaryDirectory(prefix="playground-tests-", ignore_cleanup_errors=True)
for _name in ("HOME", "APPDATA", "LOCALAPPDATA"):
    os.environ[_name] = _home.name
for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = str(Path(_home.name, _name.lower()))

MOST_GARBAGE = 200_000  # objects that the collector has not looked at

import pytest  # noqa: E402  (the environment above comes first)
from hypothesis import settings  # noqa: E402  (as above)

# The same examples in every run of CI; new ones each time on a developer's machine. Neither looks at the clock.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("developer", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "developer")


@pytest.fixture(scope="session", autouse=True)
def settings_of_nobody() -> None:
    """Keep Qt's settings in files beneath the temporary home, on every system (else: registry, preferences)."""
    from PySide6.QtCore import QSettings

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(Path(_home.name, "qt-settings")))


@pytest.fixture(scope="session", autouse=True)
def collector_at_rest() -> Iterator[None]:
    """Python's collector never runs by itself: in a training thread it would take Qt's objects apart there."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def garbage_collected_between_tests() -> Iterator[None]:
    """As the window does it (playground/program/garbage.py): on the main thread, when nobody is at work."""
    yield
    made = gc.get_count()[0]
    if made > MOST_GARBAGE:
        gc.collect()


@pytest.fixture(scope="module", autouse=True)
def no_thread_left_running() -> Iterator[None]:
    """Fail the module after which a thread still runs: a QThread, destroyed at exit, would abort the process."""
    before = set(threading.enumerate())
    yield
    left = running_threads() + [repr(one) for one in threading.enumerate() if one not in before and runs_on(one)]
    assert not left, f"still running after the module's last test: {left}"


def runs_on(thread: threading.Thread) -> bool:
    """Whether a thread that Python has started does not end within two seconds; others are no thread of Python's."""
    if isinstance(thread, threading._DummyThread):
        return False
    thread.join(2.0)
    return thread.is_alive()


def running_threads() -> list[str]:
    """Names of the QThreads made by Python that run on, although they had two seconds to end."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return []
    from shiboken6 import isValid

    threads = [thing for thing in gc.get_objects() if issubclass(type(thing), core.QThread) and isValid(thing)]
    return [repr(thread) for thread in threads if thread.isRunning() and not thread.wait(2000)]
