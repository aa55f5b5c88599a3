"""The training thread: mail, a slice of steps, a snapshot if one is wanted, and again; asleep when there is nothing.

Nobody else touches the trainer. What goes wrong leaves as a ``Failure``, never as an exception.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import perf_counter

from PySide6.QtCore import QObject, QThread, Signal, Slot

from engine.data.prepare import Prepared
from engine.errors import Diverged, ExperimentError, FileFormatError
from engine.experiment import Experiment
from engine.snapshot import Failure, Snapshot
from engine.trainer import Trainer
from playground.state.data_at_hand import DataAtHand, same_data
from playground.state.gate import Gate
from playground.state.mailbox import (
    Action,
    Adoption,
    Command,
    Mailbox,
    Message,
    Request,
    Resumption,
    Setting,
    Submission,
)
from playground.state.pace import Pace, Share, Speedometer
from playground.state.recorder import Recorder, Recording
from playground.state.saved_state import SavedState
from playground.state.scene import Scene
from playground.state.snapshots import Photographer
from playground.state.view import View

FRAME = 0.015  # seconds between two snapshots at least: a little less than between two frames
SNAPSHOT_SHARE = 0.2  # of the time at most


class Worker(QObject):
    """Lives in the training thread; ``run`` returns when the mailbox is closed. Signals carry the run's number.

    latest: the newest snapshot, put there by one assignment. wanted: set by the window when it has looked at it.
    """

    started = Signal(int, object)  # run, RunData
    prepared = Signal(int, object)  # run, RunData: at the start of a run, and when the plane changes
    state_changed = Signal(bool)
    failed = Signal(int, object)  # run, Failure
    published = Signal()  # a snapshot of a run that stands still

    def __init__(self, mailbox: Mailbox, gate: Gate) -> None:
        super().__init__()
        self.latest: Snapshot | None = None
        self.wanted = True
        self._mailbox = mailbox
        self._gate = gate
        self._run = 0
        self._data = DataAtHand()
        self._trainer: Trainer | None = None
        self._photographer: Photographer | None = None
        self._view = View()
        self._recorder = Recorder()
        self._playing = False
        self._steps_to_do = 0  # of "step epoch"
        self._set_by_hand = False  # a weight of this run was
        self._broken = False  # the next submission restarts, whatever it changes
        self._failure: Failure | None = None
        self._changed = False  # something is seen differently since the last snapshot
        self._publishing = Share(SNAPSHOT_SHARE, apart=FRAME)
        self._pace = Pace()
        self._speedometer = Speedometer()

    @Slot()
    def run(self) -> None:
        """The loop. Ends, and lets the thread end, once the mailbox is closed."""
        while not self._mailbox.is_closed:
            if not self._mailbox.is_empty:
                self._read_mail()
            elif self._trainer is not None and (self._playing or self._steps_to_do):
                self._guarded(self._slice)
            elif self._changed:
                self._guarded(self._publish)
            else:
                self._mailbox.wait()
        QThread.currentThread().quit()

    # Mail.

    def _read_mail(self) -> None:
        for message in self._mailbox.take():
            if self._mailbox.is_closed and isinstance(message, Request):
                message.answer.cancel()
            elif not self._mailbox.is_closed:
                self._guarded(self._obey, message)

    def _obey(self, message: Message) -> None:
        if isinstance(message, Request):
            self._answer(message)
            return
        self._changed = True
        if isinstance(message, Command):
            self._command(message.action)
        elif isinstance(message, Submission):
            self._take_over(message)
        elif isinstance(message, Resumption):
            self._resume(message)
        elif isinstance(message, Setting):
            self._set_weight(message)
        elif isinstance(message, Recording):
            self._recorder.ask(message)
        elif isinstance(message, Adoption):
            self._adopt(message)
        else:
            self._view = message
            if self._trainer is not None:
                self._look_at(self._trainer.prepared, self._trainer.experiment)

    def _command(self, action: Action) -> None:
        if self._broken and self._failure is not None and action != "pause":
            self._stop(self._failure)  # what the document says cannot be trained: say so again
            return
        if self._trainer is not None and action != "pause":
            self._trainer.go_on()  # after early stopping, whoever presses play means it
        if action in ("play", "pause"):
            self._steps_to_do = 0
            self._set_playing(action == "play")
        elif self._trainer is not None:
            self._set_playing(False)
            self._failure = None
            if action == "step batch":
                self._recorder.advance(
                    self._trainer, 1, perf_counter()
                )  # at once, so that what comes next in the mail comes after it
            else:
                self._steps_to_do += self._to_epoch_end(self._trainer)
        if action == "play":
            self._failure = None

    def _set_weight(self, setting: Setting) -> None:
        """Give a weight its value, unless an edit that came before has taken it away or frozen it."""
        one = setting.weight
        if self._trainer is not None:
            with suppress(ExperimentError):
                self._trainer.set_weight(one.layer, one.unit, one.input, one.value)
                self._set_by_hand = True

    def _to_epoch_end(self, trainer: Trainer) -> int:
        """Steps from where the steps to do will lead to the end of that epoch."""
        position = trainer.batch_in_epoch + self._steps_to_do
        return trainer.batches_per_epoch - position % trainer.batches_per_epoch

    def _take_over(self, submission: Submission) -> None:
        """Train another experiment from here on, or from its start."""
        experiment, effect = submission.experiment, submission.effect
        trainer, self._failure = self._trainer, None
        if trainer is None or self._broken or effect == "restart":
            self._restart(experiment, submission.ticket)
        elif effect != "none" and trainer.steps == 0 and not self._set_by_hand:
            # nothing was learned or set that could be kept: begin as this experiment always begins
            self._trainer = Trainer(experiment, self._follow_data(experiment, trainer))
        else:
            epoch_length = trainer.batches_per_epoch
            prepared = self._follow_data(experiment, trainer)
            if prepared is trainer.prepared:
                trainer.update(experiment)
            else:
                trainer.take_data(experiment, prepared)
                epoch_length = -1
            if self._steps_to_do and trainer.batches_per_epoch != epoch_length:
                self._steps_to_do = trainer.batches_per_epoch - trainer.batch_in_epoch

    def _follow_data(self, experiment: Experiment, trainer: Trainer) -> Prepared:
        """The trainer's data, or those of an experiment that has other points; the window sees them at once.

        Whether they are others the experiments say, and not the last change: a later one may have replaced it.
        """
        if same_data(experiment, trainer.experiment):
            return trainer.prepared
        prepared = self._data.of(experiment)
        self._look_at(prepared, experiment)
        return prepared

    def _restart(self, experiment: Experiment, run: int) -> None:
        self._leave_for(run)
        self._begin(Trainer(experiment, self._data.of(experiment)))

    def _adopt(self, adoption: Adoption) -> None:
        self._failure = None
        self._data.forget()  # the trainer's are normalised by the model's figures
        self._leave_for(adoption.ticket)
        self._begin(adoption.trainer)

    def _leave_for(self, run: int) -> None:
        """Drop the run there was; what goes wrong from here on belongs to the new one."""
        self._run, self._trainer, self._photographer, self._steps_to_do = run, None, None, 0
        self._speedometer.reset()
        self._pace = Pace()

    def _begin(self, trainer: Trainer) -> None:
        scene = self._look_at(trainer.prepared, trainer.experiment)
        self._trainer, self._broken, self._set_by_hand = trainer, False, False
        self.started.emit(self._run, scene.data)

    def _resume(self, resumption: Resumption) -> None:
        from engine.export.checkpoint_file import go_on_from  # only a start that goes on needs it

        self._failure = None
        self._restart(resumption.experiment, resumption.ticket)
        assert self._trainer is not None, "it has begun anew"
        try:
            go_on_from(self._trainer, resumption.checkpoint)
        except FileFormatError as error:
            self._stop(Failure(kind="failed", step=0, layer=0, message=_one_line(error)))
        else:
            self._set_by_hand = True  # there is something to keep, even at step 0

    def _look_at(self, prepared: Prepared, experiment: Experiment) -> Scene:
        before = self._photographer.scene if self._photographer is not None else None
        scene = Scene(prepared, self._view, experiment.data, before)
        self._photographer = Photographer(self._run, scene)
        self.prepared.emit(self._run, scene.data)
        return scene

    def _answer(self, request: Request) -> None:
        if not request.answer.set_running_or_notify_cancel():
            return
        if self._trainer is None:
            request.answer.set_exception(RuntimeError("there is no trained network: the data could not be prepared"))
            return
        request.answer.set_result(
            SavedState(
                run=self._run,
                experiment=self._trainer.experiment,
                prepared=self._trainer.prepared,
                checkpoint=self._trainer.checkpoint(),
            )
        )

    # Training.

    def _slice(self) -> None:
        """About a millisecond of training."""
        assert self._trainer is not None, "there is work only for a trainer"
        self._gate.wait()
        steps = self._pace.steps if self._playing else min(self._pace.steps, self._steps_to_do)
        begun = perf_counter()
        done = self._recorder.advance(self._trainer, steps, begun)
        now = perf_counter()
        self._pace.measured(max(done, 1), now - begun)
        self._speedometer.mark(now, self._trainer.steps)
        self._steps_to_do = max(0, self._steps_to_do - done)
        self._changed = True
        if self._trainer.stopped:
            self._steps_to_do = 0
            self._set_playing(False)
        if self.wanted and self._publishing.is_due(now):
            self._publish()

    def _publish(self) -> None:
        """Take a snapshot and put it where the window finds it."""
        self._changed = False
        trainer, photographer = self._trainer, self._photographer
        if trainer is None or photographer is None:
            return
        self._photographer = None  # one that fails is not asked again
        self.wanted = False
        begun = perf_counter()
        speed = self._speedometer.read(begun, trainer.steps) if self._playing else 0.0
        snapshot = photographer.take(trainer, self._playing, speed, self._failure)
        standing = not self._playing and not self._steps_to_do
        self.latest = self._recorder.add_to(snapshot, trainer, standing=standing)
        self._photographer = photographer
        self._publishing.spent(begun, perf_counter())
        if not self._playing:
            self.published.emit()

    def _set_playing(self, playing: bool) -> None:
        if not playing or not self._playing:
            self._speedometer.reset()
        self._playing = playing
        self.state_changed.emit(playing)

    # What goes wrong.

    def _guarded(self, work: Callable[..., None], *arguments: object) -> None:
        """Do it; whatever it raises becomes a failure that the window shows."""
        try:
            work(*arguments)
        except Diverged as error:
            self._stop(Failure(kind="diverged", step=error.step, layer=error.layer, message=str(error)))
        except Exception as error:
            self._broken = True
            step = self._trainer.steps if self._trainer is not None else 0
            self._stop(Failure(kind="failed", step=step, layer=0, message=_one_line(error)))

    def _stop(self, failure: Failure) -> None:
        self._failure = failure
        self._steps_to_do = 0
        self._set_playing(False)
        self._changed = self._trainer is not None
        self.failed.emit(self._run, failure)


def _one_line(error: Exception) -> str:
    text = " ".join(str(error).split())
    return text or type(error).__name__
