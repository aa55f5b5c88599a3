"""What the window asks of the training thread: messages in order, except that a newer experiment replaces an older.

Only experiments that follow each other directly are merged, so that "step, edit, step" stays what it is; and none
replaces a change of shape, because which weights are kept depends on each step of the way.
"""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future
from dataclasses import field, replace
from typing import TYPE_CHECKING, Literal

from engine.experiment import Experiment
from engine.field import Effect
from engine.frozen import FrozenWeight
from engine.values import dataclass
from playground.state.recorder import Recording
from playground.state.view import View

if TYPE_CHECKING:
    from engine.checkpoint import Checkpoint
    from engine.trainer import Trainer
    from playground.state.saved_state import SavedState

Action = Literal["play", "pause", "step batch", "step epoch"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """An experiment to train, and what the change to it does. ``ticket`` numbers submissions; with ``restart`` it
    becomes the number of the new run."""

    experiment: Experiment
    effect: Effect
    ticket: int

    def after(self, last: Submission) -> Submission | None:
        """This one and the one before it as one, or None where both are needed."""
        if last.effect == "data" and self.effect in ("none", "live"):
            return replace(self, effect="data")
        if self.effect == "restart" or (last.effect in ("none", "live", "data") and self.effect != "shape"):
            return self
        return replace(self, effect="restart") if last.effect == "restart" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something to do now."""

    action: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One weight, or a bias, is to have another value from now on, as if training had brought it there."""

    weight: FrozenWeight


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumption:
    """A run that was kept on the disk is to go on where it stood, as a new run; ``ticket`` numbers it."""

    experiment: Experiment
    checkpoint: Checkpoint
    ticket: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A copy of the run's state is wanted; the training thread puts it into ``answer``."""

    answer: Future[SavedState] = field(default_factory=Future)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """A trainer made elsewhere (from exported weights) takes the place of the present one; ``ticket`` numbers the run.

    Who sends it does not touch the trainer any more.
    """

    trainer: Trainer
    ticket: int


Message = Submission | Resumption | Adoption | Command | Setting | Request | View | Recording


class Mailbox:
    """Thread-safe. The window's thread puts, the training thread takes; ``close`` ends every wait."""

    def __init__(self) -> None:
        self._messages: deque[Message] = deque()
        self._arrived = threading.Condition()
        self._closed = False

    @property
    def is_closed(self) -> bool:
        """Whether no more messages are taken."""
        return self._closed

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take; cheap, without the lock, for the look between two slices."""
        return not self._messages

    def put(self, message: Message) -> bool:
        """Leave a message; False (and nothing left) once closed."""
        with self._arrived:
            if self._closed:
                return False
            merged = self._merged(message)
            if merged is not None:
                self._messages.pop()
            self._messages.append(merged or message)
            self._arrived.notify()
            return True

    def _merged(self, message: Message) -> Message | None:
        last = self._messages[-1] if self._messages else None
        if isinstance(message, Submission) and isinstance(last, Submission):
            return message.after(last)
        if isinstance(message, Setting) and isinstance(last, Setting) and message.weight.place == last.weight.place:
            return message
        return message if isinstance(message, View) and isinstance(last, View) else None

    def take(self) -> list[Message]:
        """All messages, oldest first, without waiting."""
        with self._arrived:
            messages = list(self._messages)
            self._messages.clear()
            return messages

    def wait(self) -> None:
        """Sleep until there is a message or the mailbox is closed."""
        with self._arrived:
            self._arrived.wait_for(lambda: self._messages or self._closed)

    def close(self) -> None:
        """Take no more messages, drop the ones left (requests are cancelled) and wake who waits. May be repeated."""
        with self._arrived:
            self._closed = True
            for message in self._messages:
                if isinstance(message, Request):
                    message.answer.cancel()
            self._messages.clear()
            self._arrived.notify_all()
