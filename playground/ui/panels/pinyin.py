"""Chinese words found by how they sound: ``xuexilv``, ``xuexil`` or ``xxl`` for 学习率, without an input method.

The readings of common characters stand in ``assets/pinyin.txt``, a line a syllable, ü written v; a character with
several readings answers to each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from engine.assets import asset_path

_SPELLED = re.compile(r"[a-z]{2,}")
_BASE, _LATE = 12, 8  # less than letters that stand in a text as they were typed; and for the place it begins at


@cache
def readings() -> Mapping[str, tuple[str, ...]]:
    """The readings of each character."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in asset_path("pinyin.txt").read_text(encoding="utf-8").splitlines():
        reading, _, characters = line.partition(" ")
        for character in characters:
            found[character].append(reading)
    return {character: tuple(one) for character, one in found.items()}


def score(typed: str, text: str) -> int | None:
    """How well letters spell neighbouring characters of a text, by whole syllables or their beginnings; None: not."""
    letters = "".join(typed.casefold().split()).replace("ü", "v")
    if not _SPELLED.fullmatch(letters):
        return None
    starts = (at for at, character in enumerate(text) if character in readings() and _spells(letters, text, at))
    at = next(starts, None)
    return None if at is None else _BASE + len(letters) - min(at, _LATE)


def _spells(letters: str, text: str, at: int) -> bool:
    """Whether all letters are used up from this character on; blanks and signs between characters do not count."""
    if not letters:
        return True
    if at >= len(text):
        return False
    if text[at] not in readings():
        return not text[at].isalnum() and _spells(letters, text, at + 1)
    return any(
        _spells(letters[length:], text, at + 1)
        for reading in readings()[text[at]]
        for length in range(1, len(reading) + 1)
        if letters.startswith(reading[:length])
    )
