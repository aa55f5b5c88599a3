"""What the open, drawing window costs: frames, input latency, and the share of the headless training speed left.

    python -m tests.benchmarks.window [--json] [--seconds S] [--rounds N]

In each round the same trainer runs without a window, then in it, at 1440×900 with everything shown; shares are taken
within a round, medians over the rounds. Input latency is the time from the moment an event is posted, every 10 ms from
another thread, to the moment the window's thread handles it. Drawing is in software unless a display is set.
"""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_name, "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse  # noqa: E402 - the number of BLAS threads must be set before NumPy is imported
import json  # noqa: E402
import statistics  # noqa: E402
import tempfile  # noqa: E402
import threading  # noqa: E402
import time  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from dataclasses import dataclass  # noqa: E402

import numpy as np  # noqa: E402
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from engine.experiment import Experiment, Layer  # noqa: E402
from engine.presets import preset  # noqa: E402
from engine.trainer import Trainer  # noqa: E402
from playground import app  # noqa: E402
from playground.ui import theme as look  # noqa: E402

CASES: dict[str, Experiment] = {
    "default": preset("circle"),
    "6x16": Experiment(layers=(Layer(units=16),) * 6),
}
WARM_UP = 1.0  # seconds
INPUT_EVERY = 0.01  # seconds: a mouse reports about as often


@dataclass(frozen=True)
class Measured:
    """One window run: seconds of its frames and of its inputs, frames and training steps per second."""

    frames: np.ndarray
    inputs: np.ndarray
    frames_per_second: float
    steps_per_second: float


class Listener(QObject):
    """Takes posted events and notes how long each was under way."""

    def __init__(self) -> None:
        super().__init__()
        self.latencies: list[float] = []

    def event(self, event: QEvent) -> bool:
        if isinstance(event, Stamped):
            self.latencies.append(time.perf_counter() - event.posted)
            return True
        return super().event(event)


class Stamped(QEvent):
    """An event that knows when it was posted."""

    def __init__(self) -> None:
        super().__init__(QEvent.Type.User)
        self.posted = time.perf_counter()


def headless_speed(experiment: Experiment, seconds: float) -> float:
    """Steps a second without a window, as the training thread would make them (1 ms at a time)."""
    trainer = Trainer(experiment)
    trainer.advance(200)
    chunk, begun, start = 20, time.perf_counter(), trainer.steps
    while time.perf_counter() - begun < seconds:
        trainer.advance(chunk)
    return (trainer.steps - start) / (time.perf_counter() - begun)


def window_run(application: QApplication, experiment: Experiment, seconds: float) -> Measured:
    """Open the window, play, and look at it for some seconds."""
    playground = app.Playground(application, experiment)
    playground.window.resize(1440, 900)
    playground.window.show()
    playground.session.play()
    listener, stop = Listener(), threading.Event()
    _events_for(application, WARM_UP)

    def post() -> None:
        while not stop.wait(INPUT_EVERY):
            QCoreApplication.postEvent(listener, Stamped())

    poster = threading.Thread(target=post)
    playground.clock.costs.clear()
    begun, start = time.perf_counter(), playground.session.export_state(30).checkpoint.step
    poster.start()
    _events_for(application, seconds)
    stop.set()
    poster.join()
    steps = playground.session.export_state(30).checkpoint.step - start
    lasted, frames = time.perf_counter() - begun, np.array(playground.clock.costs)
    playground.window.close()
    playground.session.close()
    playground.window.deleteLater()
    playground.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return Measured(frames, np.array(listener.latencies), len(frames) / lasted, steps / lasted)


def measure(application: QApplication, experiment: Experiment, seconds: float, rounds: int) -> dict[str, object]:
    """Medians over the rounds."""
    runs: list[tuple[float, Measured]] = []
    for _ in range(rounds):
        before = headless_speed(experiment, seconds / 2)
        run = window_run(application, experiment, seconds)
        after = headless_speed(experiment, seconds / 2)
        runs.append((run.steps_per_second / (0.5 * (before + after)), run))

    def middle(values: Sequence[float]) -> float:
        return round(statistics.median(values), 3)

    return {
        "frame_ms": {
            "median": middle([float(np.median(run.frames)) * 1000 for _, run in runs]),
            "p99": middle([float(np.percentile(run.frames, 99)) * 1000 for _, run in runs]),
        },
        "input_ms": {
            "median": middle([float(np.median(run.inputs)) * 1000 for _, run in runs]),
            "p99": middle([float(np.percentile(run.inputs, 99)) * 1000 for _, run in runs]),
        },
        "frames_per_second": middle([run.frames_per_second for _, run in runs]),
        "share_of_headless": middle([share for share, _ in runs]),
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Print a table, or with --json one object."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.window", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each window is looked at (default 4)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds whose median is taken (default 3)")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:  # the user's own settings stay as they are
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        application = app.make_application()
        look.apply(application, look.LIGHT)
        figures = {
            name: measure(application, experiment, options.seconds, options.rounds)
            for name, experiment in CASES.items()
        }
    if options.json:
        print(json.dumps(figures))
        return 0
    for name, row in figures.items():
        print(name)
        for key, value in row.items():
            print(f"  {key:20} {value}")
    return 0


def _events_for(application: QApplication, seconds: float) -> None:
    """Run the event loop for some seconds."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop(application)
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


if __name__ == "__main__":
    raise SystemExit(main())
