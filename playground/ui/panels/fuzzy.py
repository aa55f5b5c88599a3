"""How well a few typed letters fit a text: all of them in their order, better together and at the start of words.

Letters are compared without case; blanks in what was typed part it into pieces that may stand in any order. Chinese
needs nothing of its own: its letters are words.
"""

from __future__ import annotations

from collections.abc import Iterable

_START, _TOGETHER, _WHOLE, _ALL, _GAP = 8, 5, 20, 4, 1


def best_score(typed: str, texts: Iterable[str]) -> int | None:
    """The best score over several texts for one thing; None: no one fits."""
    scores = [score(typed, text) for text in texts]
    return max((one for one in scores if one is not None), default=None)


def score(typed: str, text: str) -> int | None:
    """How well it fits, larger being better; None when it does not, 0 when nothing was typed."""
    total = 0
    for piece in typed.casefold().split():
        one = _piece_score(piece, text.casefold())
        if one is None:
            return None
        total += one
    return total


def _piece_score(piece: str, text: str) -> int | None:
    at = text.find(piece)
    if at >= 0:
        starts = _START if _is_start(text, at) else 0
        whole = _WHOLE + (_ALL if piece == text else 0)
        return whole + _TOGETHER * (len(piece) - 1) + starts - min(at, 10) * _GAP // 2
    return _scattered(piece, text)


def _scattered(piece: str, text: str) -> int | None:
    """Letters apart from each other; each of them at the start of a word, or beside the one before."""
    total, at = 0, -1
    for letter in piece:
        place = next(
            (
                one
                for one in range(at + 1, len(text))
                if text[one] == letter and (one == at + 1 or _is_start(text, one))
            ),
            -1,
        )
        if place < 0:
            return None
        total += _TOGETHER if place == at + 1 else _START - min(place - at, 8) * _GAP // 2
        at = place
    return total


def _is_start(text: str, at: int) -> bool:
    """Whether a word begins there; every Chinese letter is one."""
    return at == 0 or not text[at - 1].isalnum() or text[at] > "\u2e80"
