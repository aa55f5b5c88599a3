"""All lessons, in the order of the notes."""

from __future__ import annotations

from collections.abc import Mapping

from engine.lessons import depth, logistic, optimising, regularising, setting_up, shallow, signals, tuning
from engine.lessons.lesson import Lesson

_PARTS = (logistic, shallow, depth, setting_up, regularising, signals, optimising, tuning)
LESSONS: Mapping[str, Lesson] = {row.name: row for part in _PARTS for row in part.LESSONS}
