"""Confusions in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from playground.ui.views.confusion import Confusion, Counts, right, top_confusions
from playground.ui.views.figure_text import percent


def sentence(confusion: Confusion, names: tuple[str, ...]) -> str:
    """One cell as a sentence."""
    if confusion.true == confusion.predicted:
        words = QCoreApplication.translate("Confusion", "“{0}” recognised: {2} of {3} ({4})")
    else:
        words = QCoreApplication.translate("Confusion", "“{0}” taken for “{1}”: {2} of {3} ({4})")
    share = percent(confusion.count / confusion.total) if confusion.total else percent(float("nan"))
    true, predicted = names[confusion.true], names[confusion.predicted]
    return words.format(true, predicted, confusion.count, confusion.total, share)


def right_of(counts: Counts) -> str:
    """How many were right."""
    return QCoreApplication.translate("Confusion", "{0} of {1} right").format(*right(counts))


def worst(counts: Counts, names: tuple[str, ...]) -> str:
    """The most frequent confusion, or that there is none."""
    most = top_confusions(counts, 1)
    if not most:
        return QCoreApplication.translate("Confusion", "No sample was confused with another class.")
    return QCoreApplication.translate("Confusion", "Most often: {0}").format(sentence(most[0], names))


def description(counts: Counts, names: tuple[str, ...], most: int = 5) -> str:
    """The whole table in a few sentences, for a screen reader."""
    parts = [right_of(counts), *(sentence(one, names) for one in top_confusions(counts, most))]
    return ". ".join(parts)
