"""The notes, 2.3: search, batch norm, softmax."""

from __future__ import annotations

from engine.lessons.lesson import Lesson

LESSONS: tuple[Lesson, ...] = ()
