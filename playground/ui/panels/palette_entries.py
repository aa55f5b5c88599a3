"""What the command palette can find: every action, preset, data set, setting and recent file, in both languages.

The tables that menus and panels are made of are read here too; nothing is listed by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from engine.edits import LABELS
from engine.fields import FIELDS
from engine.lessons.table import LESSONS
from engine.presets import PRESETS, presets
from engine.values import dataclass
from playground.ui import language
from playground.ui.actions import ACTIONS, CONTEXT, native, say_action
from playground.ui.lesson_texts import LANGUAGES, lesson_text
from playground.ui.panels import field_words
from playground.ui.panels.data_words import DATA_WORDS
from playground.ui.panels.path_words import short_paths
from playground.ui.panels.preset_words import preset_title

translate = QCoreApplication.translate
_OWN_TABLE = "csv"
_NOT_HERE = ("palette",)  # it is open


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing to find. ``key`` is what is chosen, such as ``action undo``; ``words`` are seen, ``hint`` beside them.

    ``texts`` are searched, the words and the same in the other language, and after them ``names``.
    """

    key: str
    words: str
    hint: str
    texts: tuple[str, ...]
    names: tuple[str, ...] = ()


def entries(enabled: Sequence[str], fields: Sequence[str], recent: Sequence[Path]) -> tuple[Entry, ...]:
    """All that can be found: the actions that are enabled, the fields whose controls can be seen, these files."""
    return (*_actions(enabled), *_recent(recent), *_fields(fields), *_presets(), *_data_sets(), *_lessons())


def _actions(enabled: Sequence[str]) -> Iterable[Entry]:
    for row in ACTIONS:
        if row.id in enabled and row.id not in _NOT_HERE:
            english = str(row.words)
            yield _entry(f"action {row.id}", say_action(row), native(row.shortcut), CONTEXT, english)


def _recent(paths: Sequence[Path]) -> Iterable[Entry]:
    kind = translate("Palette", "Recent file")
    for path, words in zip(paths, short_paths(paths), strict=True):
        yield Entry(key=f"file {path}", words=words, hint=kind, texts=(words,), names=(str(path),))


def _fields(paths: Sequence[str]) -> Iterable[Entry]:
    kind = translate("Palette", "Setting")
    for path in paths:
        row = field_words.row_of(path)
        if row not in field_words.FIELD_WORDS:
            continue
        words = _of_layer(path) + field_words.label(path)
        short = FIELDS[row].short if row in FIELDS else ()
        yield _entry(f"field {path}", words, kind, "Edits", LABELS.get(row, words), row, *short)


def _of_layer(path: str) -> str:
    """Which layer's setting it is, where it is one."""
    number = re.match(r"layers\[(\d+)\]", path)
    return translate("LayerRow", "Layer %1").replace("%1", str(int(number[1]) + 1)) + " · " if number else ""


def _presets() -> Iterable[Entry]:
    kind = translate("Palette", "Preset")
    for row in presets():
        words = preset_title(row)
        yield _entry(f"preset {row.name}", words, kind, "Engine", row.title, row.name)


def _data_sets() -> Iterable[Entry]:
    kind = translate("Palette", "Data set")
    for name, words in DATA_WORDS.items():
        if name != _OWN_TABLE:
            english = PRESETS[name].title if name in PRESETS else words.name()
            yield _entry(f"data {name}", words.name(), kind, "DataSets", words.name(), words.title(), english, name)


def _application() -> QCoreApplication:
    found = QCoreApplication.instance()
    assert found is not None, "a window is open"
    return found


def _lessons() -> Iterable[Entry]:
    kind = translate("Palette", "Lesson")
    code = language.current_language(_application())
    for row in LESSONS.values():
        titles = {name: lesson_text(row.name, name).title for name in LANGUAGES}
        words = f"{row.section}  {titles[code]}"
        yield Entry(
            key=f"lesson {row.name}", words=words, hint=kind, texts=(words, *titles.values()), names=(row.name,)
        )


def _entry(key: str, words: str, hint: str, context: str, english: str, *names: str) -> Entry:
    texts = dict.fromkeys(text for text in (words, english, language.in_chinese(context, english)) if text)
    return Entry(key=key, words=words, hint=hint, texts=tuple(texts), names=names)
