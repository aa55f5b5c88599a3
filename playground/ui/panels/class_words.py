"""What the controls are called that class mode hides and locks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from playground.ui.panels.field_words import FIELD_WORDS

translate = QCoreApplication.translate

_WORDS: Mapping[str, Callable[[], str]] = {
    "data.kind": lambda: translate("ClassDialog", "Data sets"),
    "layers": lambda: translate("ClassDialog", "Hidden layers"),
    "schedule": lambda: translate("ClassDialog", "Decay of α"),
    "early_stopping": lambda: translate("ClassDialog", "Early stopping"),
    "augmentation": lambda: translate("ClassDialog", "Augmentation"),
    "presets": lambda: translate("ClassDialog", "Presets"),
    "panel.data": lambda: translate("ClassDialog", "The whole panel"),
    "panel.training": lambda: translate("ClassDialog", "The whole panel"),
    "panel.network": lambda: translate("ClassDialog", "The whole panel"),
    "card.story": lambda: translate("ClassDialog", "What happens now"),
    "card.surface": lambda: translate("ClassDialog", "Decision surface"),
    "card.curves": lambda: translate("ClassDialog", "Learning curves"),
}


def words_of(name: str) -> str:
    """What a control is called."""
    if name in _WORDS:
        return _WORDS[name]()
    if name not in FIELD_WORDS:
        return name
    words = FIELD_WORDS[name].label()
    return translate("ClassDialog", "Each layer: {setting}").format(setting=words) if "[]" in name else words
