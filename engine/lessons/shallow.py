"""The notes, 1.2: computing an output, activations, back-propagation, the start."""

from __future__ import annotations

from engine.lessons.lesson import Lesson

LESSONS: tuple[Lesson, ...] = ()
