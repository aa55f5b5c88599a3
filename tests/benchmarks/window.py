"""What the open, drawing window costs: frames, input latency, and the share of the headless training speed left.

    python -m tests.benchmarks.window [--json] [--seconds S] [--rounds N]

The window is open at 1440×900 with everything shown. In turns of about a second it plays, and stands still while an
equal trainer runs without it; each share is of the two turns around it, and the figures are medians over the rounds, so
that a machine whose speed drifts does not decide them. Input comes from where a mouse's comes from, another process
through a socket, every 10 ms; its latency is the time from there to the window's Python code. Drawing is in software
unless a display is set.
"""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_name, "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import socket  # noqa: E402 - the number of BLAS threads must be set before NumPy is imported
import statistics  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from dataclasses import dataclass  # noqa: E402

import numpy as np  # noqa: E402
from PySide6.QtCore import QEvent, QEventLoop, QSettings, QSocketNotifier, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from engine.experiment import Experiment, Layer  # noqa: E402
from engine.presets import preset  # noqa: E402
from engine.trainer import Trainer  # noqa: E402
from playground import app  # noqa: E402
from playground.program.application import make_application  # noqa: E402
from playground.ui import theme as look  # noqa: E402
from tests.benchmarks.figures import options_of, tell  # noqa: E402

CASES: dict[str, Experiment] = {
    "default": preset("circle"),
    "6x16": Experiment(layers=(Layer(units=16),) * 6),
}
SETTLING = 0.3  # seconds
INPUT_EVERY = 0.01  # seconds: a mouse reports about as often


@dataclass(frozen=True)
class Measured:
    """One window run: seconds of its frames and of its inputs, frames and training steps per second."""

    frames: np.ndarray
    inputs: np.ndarray
    frames_per_second: float
    steps_per_second: float


class Mouse:
    """A process that sends the time every 10 ms, and the seconds that each was under way to this one's event loop."""

    def __init__(self) -> None:
        self.latencies: list[float] = []
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = str(server.getsockname()[1])
            self._process = subprocess.Popen([sys.executable, "-c", MOUSE, port, str(INPUT_EVERY)])
            self._connection, _ = server.accept()
        self._notifier = QSocketNotifier(self._connection.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._arrived)

    def _arrived(self) -> None:
        now = time.perf_counter()
        sent = np.frombuffer(self._connection.recv(4096), np.float64)  # eight bytes arrive whole on this machine's loop
        self.latencies += (now - sent).tolist()

    def leave(self) -> None:
        """End the process."""
        self._notifier.setEnabled(False)
        self._connection.close()
        self._process.wait(10)


MOUSE = """
import socket, struct, sys, time
connection = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
try:
    while True:
        connection.sendall(struct.pack("d", time.perf_counter()))
        time.sleep(float(sys.argv[2]))
except OSError:
    pass
"""


def headless_speed(trainer: Trainer, seconds: float) -> float:
    """Steps a second without a window, as the training thread would make them (1 ms at a time)."""
    chunk, begun, start = 20, time.perf_counter(), trainer.steps
    while time.perf_counter() - begun < seconds:
        trainer.advance(chunk)
    return (trainer.steps - start) / (time.perf_counter() - begun)


def playing(application: QApplication, playground: app.Playground, seconds: float) -> Measured:
    """Play, and look at it for some seconds."""
    playground.session.play()
    events_for(application, SETTLING)
    mouse = Mouse()
    events_for(application, SETTLING)
    mouse.latencies.clear()
    playground.clock.costs.clear()
    start = playground.session.export_state(30).checkpoint.step
    begun = time.perf_counter()
    events_for(application, seconds)
    steps = playground.session.export_state(30).checkpoint.step - start
    lasted, frames = time.perf_counter() - begun, np.array(playground.clock.costs)
    mouse.leave()
    playground.session.pause()
    events_for(application, SETTLING)
    return Measured(frames, np.array(mouse.latencies), len(frames) / lasted, steps / lasted)


def measure(application: QApplication, experiment: Experiment, seconds: float, rounds: int) -> dict[str, object]:
    """Medians over the rounds."""
    playground = app.Playground(application, experiment)
    playground.window.resize(1440, 900)
    playground.window.show()
    trainer = Trainer(experiment)
    trainer.advance(200)
    runs: list[tuple[float, Measured]] = []
    before = headless_speed(trainer, seconds / 2)
    for _ in range(rounds):
        run = playing(application, playground, seconds)
        after = headless_speed(trainer, seconds / 2)
        runs.append((run.steps_per_second / (0.5 * (before + after)), run))
        before = after
    close(application, playground)

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


def close(application: QApplication, playground: app.Playground) -> None:
    """Close the window and let it go."""
    playground.window.close()
    playground.session.close()
    playground.window.deleteLater()
    playground.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def main(argv: Sequence[str] | None = None) -> int:
    """Print a table, or with --json one object."""
    parser = options_of("tests.benchmarks.window", __doc__, rounds=15)
    parser.add_argument("--seconds", type=float, default=1.0, help="how long each turn lasts (default 1)")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:  # the user's own settings stay as they are
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        application = make_application()
        look.apply(application, look.LIGHT)
        figures = {
            name: measure(application, experiment, options.seconds, options.rounds)
            for name, experiment in CASES.items()
        }
    tell(figures, as_json=options.json)
    return 0


def events_for(application: QApplication, seconds: float) -> None:
    """Run the event loop for some seconds."""
    loop = QEventLoop(application)
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


if __name__ == "__main__":
    raise SystemExit(main())
