"""The notes, 2.1.7 to 2.1.10: the scale of inputs, gradients through many layers, the start, the check."""

from __future__ import annotations

from engine.lessons.lesson import Lesson

LESSONS: tuple[Lesson, ...] = ()
