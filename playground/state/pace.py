"""Time in a run: steps in a slice of about a millisecond, steps a second, and work that may only take its share."""

from __future__ import annotations

from collections import deque

SLICE = 0.001  # seconds between two looks at the gate and the mailbox
MOST_STEPS = 1000
SLOWDOWN_BELIEVED = 4.0  # a slice that took longer per step than this was interrupted, not slower
WINDOW = 1.0  # seconds over which the speed is measured


class Pace:
    """``steps`` to do in the next slice, from how long the last ones took."""

    def __init__(self) -> None:
        self.steps = 1
        self._per_step = SLICE

    def measured(self, steps: int, seconds: float) -> None:
        """Learn from a slice of ``steps`` steps that took ``seconds``."""
        per_step = min(seconds / steps, self._per_step * SLOWDOWN_BELIEVED)
        self._per_step += 0.3 * (per_step - self._per_step)
        self.steps = max(1, min(MOST_STEPS, round(SLICE / max(self._per_step, 1e-9))))


class Speedometer:
    """Steps per second over about the last second; times come in as arguments."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, int]] = deque()  # (time, step)

    def reset(self) -> None:
        """Forget everything: the run was paused or begun."""
        self._marks.clear()

    def mark(self, now: float, step: int) -> None:
        """Note which step was reached at a time; marks closer together than a twentieth of the window are dropped."""
        if self._marks and now - self._marks[-1][0] < WINDOW / 20:
            return
        self._marks.append((now, step))
        while len(self._marks) > 2 and now - self._marks[0][0] > WINDOW:
            self._marks.popleft()

    def read(self, now: float, step: int) -> float:
        """Steps per second up to now; 0 before there is anything to measure."""
        if not self._marks or now <= self._marks[0][0]:
            return 0.0
        return (step - self._marks[0][1]) / (now - self._marks[0][0])


class Share:
    """Says when a piece of work is due again, so that it takes at most a share of the time; times are arguments.

    apart: seconds from one beginning to the next at least.
    """

    def __init__(self, share: float, *, apart: float = 0.0) -> None:
        self._rest, self._apart = 1.0 / share - 1.0, apart
        self._after = 0.0

    def is_due(self, now: float) -> bool:
        """Whether the work may be done now."""
        return now >= self._after

    def spent(self, begun: float, ended: float) -> None:
        """The work was done from ``begun`` to ``ended``."""
        self._after = max(begun + self._apart, ended + (ended - begun) * self._rest)
