"""The session: the window's side of training. It owns the one training thread and hands it experiments and commands.

Everything here returns at once (``close`` and ``export_state`` wait, for a slice as a rule). Snapshots are pulled with
``latest``; signals are for rare events only.
"""

from __future__ import annotations

import threading
import weakref
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from engine.checkpoint import Checkpoint
from engine.experiment import Experiment
from engine.frozen import FrozenWeight
from engine.impact import impact
from engine.snapshot import Failure, RunData, Snapshot
from engine.trainer import Trainer
from playground.state.gate import Gate
from playground.state.mailbox import Adoption, Command, Mailbox, Request, Resumption, Setting, Submission
from playground.state.recorder import Recording
from playground.state.saved_state import SavedState
from playground.state.turns import restore_turns, shorten_turns
from playground.state.view import View, ViewKind
from playground.state.worker import Worker

LONGEST_CLOSE = 10.0  # seconds: reading a large table cannot be interrupted

_busy_threads: set[QThread] = set()  # a QThread destroyed while it runs would abort the process


class Session(QObject):
    """Trains what is submitted. Made and used in the window's thread; not running at first. Signals:

    started(run number): a new run has begun. prepared(RunData): its data, and again when the plane changes.
    state_changed(running). failed(Failure): the run stopped by itself, or could not begin.
    published(): there is a new snapshot of a run that stands still (while it runs, pull at your own rate).

    A snapshot, a failure or data of an older run never come out after the ``submit`` or ``reset`` that ended it.
    """

    started = Signal(int)
    prepared = Signal(object)
    state_changed = Signal(bool)
    failed = Signal(object)
    published = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gate = Gate()
        self._mailbox = Mailbox()
        self._experiment: Experiment | None = None
        self._ticket = 0
        self._oldest_run = 0  # what belongs to a run before this one is not shown any more
        self._running = False
        self._view = View()
        self._recording = Recording()
        self._worker = Worker(self._mailbox, self.gate)
        self._thread = QThread()
        self._thread.setObjectName("training")
        self._worker.moveToThread(self._thread)
        self._connect()
        self._shut_down = weakref.finalize(self, _shut_down, self._mailbox, self.gate, self._thread)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)
        shorten_turns()
        self._thread.start()

    def _connect(self) -> None:
        self._thread.started.connect(self._worker.run)
        self._worker.started.connect(self._on_started)
        self._worker.prepared.connect(self._on_prepared)
        self._worker.state_changed.connect(self._set_running)
        self._worker.failed.connect(self._on_failed)
        self._worker.published.connect(self.published)

    @property
    def is_running(self) -> bool:
        """Whether training goes on, as far as the window knows."""
        return self._running

    @property
    def is_closed(self) -> bool:
        """Whether ``close`` was called."""
        return self._mailbox.is_closed

    # What the window asks for.

    def submit(self, experiment: Experiment) -> None:
        """Train this experiment from now on: training goes on where the change allows it, else a new run begins.

        A new run plays if the old one did, unless its data cannot be prepared.
        """
        effect = "restart" if self._experiment is None else impact(self._experiment, experiment)
        self._experiment = experiment
        self._ticket += 1
        if effect == "restart":
            self._oldest_run = self._ticket
        self._mailbox.put(Submission(experiment=experiment, effect=effect, ticket=self._ticket))

    def adopt(self, trainer: Trainer) -> None:
        """Go on with a trainer made elsewhere, such as one from exported weights, as a new run; it is handed over.

        Edits then act on it as on any run; ``reset`` begins its experiment anew, from the seeds.
        """
        self._experiment = trainer.experiment
        self._ticket += 1
        self._oldest_run = self._ticket
        self._mailbox.put(Adoption(trainer=trainer, ticket=self._ticket))

    def resume(self, experiment: Experiment, checkpoint: Checkpoint) -> None:
        """Go on with a run that was kept, as a new run at the step it had come to.

        A checkpoint that does not fit the experiment is told by ``failed``; the run then begins at its start.
        """
        self._experiment = experiment
        self._ticket += 1
        self._oldest_run = self._ticket
        self._mailbox.put(Resumption(experiment=experiment, checkpoint=checkpoint, ticket=self._ticket))

    def reset(self) -> None:
        """Begin the same experiment anew, from the same seeds: the same to the last bit."""
        if self._experiment is None:
            return
        self._ticket += 1
        self._oldest_run = self._ticket
        self._mailbox.put(Submission(experiment=self._experiment, effect="restart", ticket=self._ticket))

    def play(self) -> None:
        """Train until told otherwise."""
        if self._mailbox.put(Command(action="play")):
            self._set_running(True)

    def pause(self) -> None:
        """Stop after the slice in hand; a started ``step_epoch`` ends too."""
        self._mailbox.put(Command(action="pause"))
        self._set_running(False)

    def step_batch(self) -> None:
        """One update, then stand still."""
        self._mailbox.put(Command(action="step batch"))
        self._set_running(False)

    def step_epoch(self) -> None:
        """On to the end of the epoch, then stand still."""
        self._mailbox.put(Command(action="step epoch"))
        self._set_running(False)

    def set_weight(self, layer: int, unit: int, source: int | None, value: float) -> None:
        """Give one weight, or a bias (``source`` None), another value, counted from 1; training goes on from there.

        Raises ExperimentError for a number out of range. One that the network does not have any more, or that is
        frozen, stays as it is.
        """
        weight = FrozenWeight(layer=layer, unit=unit, input=source, value=value)
        self._mailbox.put(Setting(weight=weight))

    def set_view(
        self,
        plane_kind: ViewKind = "auto",
        columns: tuple[int, int] = (0, 1),
        surface_size: int = 100,
        unit_size: int = 32,
    ) -> None:
        """What the next snapshots show (see ``View``)."""
        self.change_view(plane_kind=plane_kind, columns=columns, surface_size=surface_size, unit_size=unit_size)

    def change_view(self, **changes: Any) -> None:
        """Change fields of ``View`` and leave the others; training goes on."""
        view = replace(self._view, **changes)
        if view != self._view:
            self._view = view
            self._mailbox.put(view)

    def record(self, asked: Recording) -> None:
        """What the next snapshots hold beside the rest; it is measured only from now on, and only while it is asked."""
        if asked != self._recording:
            self._recording = asked
            self._mailbox.put(asked)

    # What the window gets.

    def latest(self) -> Snapshot | None:
        """The newest snapshot of the present run, None before its first; asks for the next one."""
        self._worker.wanted = True
        snapshot = self._worker.latest
        return snapshot if snapshot is not None and snapshot.run >= self._oldest_run else None

    def export_state(self, timeout: float = 5.0) -> SavedState:
        """A copy of the run at one step, without stopping it.

        Waits for the slice in hand, at most ``timeout`` seconds (the data of a new run may still be read). Raises
        TimeoutError then, RuntimeError when there is nothing trained or the session is closed.
        """
        request = Request()
        if not self._mailbox.put(request):
            raise RuntimeError("the session is closed")
        try:
            return request.answer.result(timeout)
        except TimeoutError:
            request.answer.cancel()
            raise TimeoutError("the data are still being prepared; try again in a moment") from None

    def trainer_copy(self, timeout: float = 5.0) -> Trainer:
        """A trainer of its own that stands where the run stands. Raises as ``export_state``."""
        return self.export_state(timeout).to_trainer()

    @Slot()
    def close(self) -> bool:
        """End the training thread. True once it has ended; may be repeated, never hangs."""
        self._shut_down()
        ended = self._thread.wait(0)
        self._running = False
        return ended

    # What the training thread reports.

    @Slot(int, object)
    def _on_started(self, run: int, data: RunData) -> None:
        if run >= self._oldest_run and not self.is_closed:
            self.started.emit(run)

    @Slot(int, object)
    def _on_prepared(self, run: int, data: RunData) -> None:
        if run >= self._oldest_run and not self.is_closed:
            self.prepared.emit(data)

    @Slot(int, object)
    def _on_failed(self, run: int, failure: Failure) -> None:
        if run >= self._oldest_run and not self.is_closed:
            self.failed.emit(failure)

    @Slot(bool)
    def _set_running(self, running: bool) -> None:
        if running != self._running and not self.is_closed:
            self._running = running
            self.state_changed.emit(running)


def _shut_down(mailbox: Mailbox, gate: Gate, thread: QThread) -> None:
    """End the loop, wait for the thread; one that reads a large table still is kept until it is done."""
    mailbox.close()
    gate.open()
    restore_turns()
    thread.requestInterruption()
    thread.quit()
    if threading.current_thread() is threading.main_thread() and not thread.wait(int(LONGEST_CLOSE * 1000)):
        _busy_threads.add(thread)
