"""The engine speaks English; here its sentences and names of classes are said in the language in force.

What is not in the tables of `engine_sentences` (a message of the system, a name of somebody else) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QCoreApplication

from engine.snapshot import RunData
from playground.ui.data_sentences import CLASSES
from playground.ui.engine_sentences import LISTS, NUMBERS, SAID, SENTENCES

_HOLE = re.compile(r"\{(\w+)\}|\[s\]")
_OWN_TABLE = "csv"


def say_engine(text: str) -> str:
    """A sentence of the engine (a note, a reason, a message of an exception) in the language in force."""
    return _said(text, SENTENCES)


def class_names(data: RunData) -> tuple[str, ...]:
    """The names of the classes of a run's data, in the language in force."""
    return say_classes(_OWN_TABLE if data.own_table else "", data.class_names)


def say_classes(data_kind: str, names: Sequence[str]) -> tuple[str, ...]:
    """The names of the classes of a built-in data set; those of a table of one's own stay as they are."""
    if data_kind == _OWN_TABLE:
        return tuple(names)
    return tuple(QCoreApplication.translate("Engine", name) if name in CLASSES else name for name in names)


def _said(text: str, table: tuple[str, ...]) -> str:
    if text in _whole(table):  # most are, and no pattern need be made for them
        return QCoreApplication.translate("Engine", text)
    for sentence in table:
        found = _pattern(sentence).fullmatch(text)
        if found is not None:
            translation = QCoreApplication.translate("Engine", sentence)
            return text if translation == sentence else translation.format_map(_values(found.groupdict()))
    return text


@cache
def _whole(table: tuple[str, ...]) -> frozenset[str]:
    """The sentences without a value in them."""
    return frozenset(sentence for sentence in table if not _HOLE.search(sentence))


def _values(found: dict[str, str]) -> dict[str, str]:
    return {name: _value(name, value) for name, value in found.items()}


def _value(name: str, value: str) -> str:
    if name not in SAID:
        return value
    return _said(value, LISTS if name == "names" else SENTENCES)


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    """What matches a sentence of the table, with its values as named groups."""
    parts, end = [], 0
    for hole in _HOLE.finditer(sentence):
        parts.append(re.escape(sentence[end : hole.start()]))
        kind = r"[-+.\w]+" if hole[1] in NUMBERS else ".+?"
        parts.append(f"(?P<{hole[1]}>{kind})" if hole[1] else "s?")
        end = hole.end()
    return re.compile("".join([*parts, re.escape(sentence[end:])]), re.DOTALL)
