"""Files named shortly: by their name, with as much of the folder as tells two of one name apart, ~ for the home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

LONGEST = 61  # letters; what is longer loses its middle


def short_paths(paths: Sequence[Path]) -> list[str]:
    """One short name for each path: ``circle.json``, or ``circle.json – ~/lessons`` where there are several."""
    count = Counter(path.name for path in paths)
    return [_shortened(path.name if count[path.name] == 1 else f"{path.name} – {_folder(path)}") for path in paths]


def _folder(path: Path) -> str:
    try:
        return str(Path("~") / path.parent.relative_to(Path.home()))
    except (ValueError, RuntimeError):  # not below the home, or there is none
        return str(path.parent)


def _shortened(text: str) -> str:
    half = (LONGEST - 1) // 2
    return text if len(text) <= LONGEST else f"{text[:half]}…{text[-half:]}"
