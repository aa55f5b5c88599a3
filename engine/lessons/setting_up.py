"""The notes, 2.1.1 to 2.1.3: train, dev and test sets, bias and variance, the recipe."""

from __future__ import annotations

from engine.lessons.lesson import Lesson

LESSONS: tuple[Lesson, ...] = ()
