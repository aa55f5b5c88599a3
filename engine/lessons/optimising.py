"""The notes, 2.2: batches, averages, optimisers, a rate that falls, saddle points."""

from __future__ import annotations

from engine.lessons.lesson import Lesson

LESSONS: tuple[Lesson, ...] = ()
