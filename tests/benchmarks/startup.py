"""How quickly the program starts, as ratios to what importing PySide6 alone takes in a fresh interpreter.

    python -m tests.benchmarks.startup [--json] [--rounds N]

Every turn is a process of its own, timed from its start: one that imports QtCore, QtGui and QtWidgets; one that opens
the window as `python -m playground` does and says when it has been painted first (with the picture that the last start
left); one that does the same where no start has left one; one in which play is pressed as soon as there is a run and
that says when there is a snapshot of a trained step; one that says when the cards have been painted and answer. The
turns alternate, a ratio is of neighbours, and the figures are medians over the rounds, so that a machine whose speed
drifts does not decide them. What a start leaves to the next, byte code and the picture, is there: a first round is not
counted. Drawing is in software unless a display is set.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.figures import options_of, tell

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 60.0  # seconds that one turn may take

IMPORT_ONLY = """
import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets
print("imported", flush=True)
"""

# Until the picture for the next start has been taken.
KEEPING = """
PLAY = False
from playground.program import launch_picture
keep_only = launch_picture.keep
def keep(name, picture):
    keep_only(name, picture)
    print("kept", flush=True)
launch_picture.keep = keep
"""

# As on the very first start: nobody has been here.
NO_PICTURE = """
import os
nowhere = os.path.join(os.environ["HOME"], "nowhere")
os.environ.update({name: nowhere for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")})
"""

# The window's own start, looked at from inside. The window paints in one go: what is posted from its first paint event
# comes after all of it. A thread looks for the first trained step, since the window's thread is still busy then.
WINDOW = """
from playground.__main__ import main, prepare
prepare("playground")
import threading, time
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from playground import launch

class Witness(QObject):
    def __init__(self, window):
        super().__init__(window)
        self.word = "painted"
        window.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.word:
            print_later = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(self, print_later, 1)
        return False

    def customEvent(self, event):
        print(self.word, flush=True)
        self.word = ""

class Window(launch.MainWindow):
    def __init__(self, **how):
        super().__init__(**how)
        self.witness = Witness(self)

    def build(self):
        super().build()
        self.witness.word = "whole"

class Launch(launch.Launch):
    def finish(self):
        if PLAY and self.playground is None:
            from playground.state.session import Session
            submit_only = Session.submit
            def submit(session, experiment):
                submit_only(session, experiment)
                session.play()
                threading.Thread(target=watch, args=(session,), daemon=True).start()
            Session.submit = submit
        super().finish()

def watch(session):
    while (snapshot := session.latest()) is None or snapshot.step == 0:
        time.sleep(0.001)
    print("trained", flush=True)

launch.MainWindow, launch.Launch = Window, Launch
raise SystemExit(main())
"""


def seconds_until(word: str, program: str) -> float:
    """From starting a process with this program until it prints a word; the process is ended then."""
    begun = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None, "it was asked for"
        patience = threading.Timer(LONGEST, process.kill)
        patience.start()
        for line in process.stdout:
            if line.strip() == word:
                took = time.perf_counter() - begun
                patience.cancel()
                process.kill()
                return took
        patience.cancel()
    raise RuntimeError(f"a turn ended with status {process.returncode} before it said {word!r}")


def measure(rounds: int) -> dict[str, dict[str, float]]:
    """Medians over the rounds: seconds of each kind of turn, and ratios to the import before it."""
    kinds = {
        "first_paint": ("painted", "PLAY = False"),
        "very_first": ("painted", "PLAY = False" + NO_PICTURE),
        "training": ("trained", "PLAY = True"),
        "whole_window": ("whole", "PLAY = False"),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ("import_pyside", *kinds)}
    ratios: dict[str, list[float]] = {name: [] for name in kinds}
    seconds_until("kept", KEEPING + WINDOW)
    for turn in range(rounds + 1):
        imported = seconds_until("imported", IMPORT_ONLY)
        for name, (word, whether) in kinds.items():
            took = seconds_until(word, whether + WINDOW)
            if turn:  # the first round warms the disk's cache and writes byte code
                seconds[name].append(took)
                ratios[name].append(took / imported)
        if turn:
            seconds["import_pyside"].append(imported)
    return {
        "seconds": {name: round(statistics.median(values), 3) for name, values in seconds.items()},
        "times_import_pyside": {name: round(statistics.median(values), 2) for name, values in ratios.items()},
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Print a table, or with --json one object."""
    options = options_of("tests.benchmarks.startup", __doc__, rounds=15).parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # every start but the first finds byte code
    with tempfile.TemporaryDirectory() as home:  # nobody's settings, and a checkout that stays as it is
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(home, "bytecode"))
        os.environ.update(HOME=home, APPDATA=home, LOCALAPPDATA=home)
        os.environ.update({f"XDG_{kind}_HOME": home for kind in ("CONFIG", "CACHE", "DATA", "STATE")})
        figures = measure(options.rounds)
    tell(figures, as_json=options.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
