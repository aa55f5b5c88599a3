"""What a preset is called, in the language in force: by its data set where it is the one for it, else by its title."""

from __future__ import annotations

from engine.preset_parts import Preset
from playground.ui.engine_words import say_engine
from playground.ui.panels.data_words import DATA_WORDS


def preset_title(row: Preset) -> str:
    """Short enough for a list."""
    return DATA_WORDS[row.name].title() if row.name in DATA_WORDS else say_engine(row.title)
