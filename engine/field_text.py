"""A field's value as a person types it: text in, the value that ``engine.fields`` allows out, or an error that says so.

Strict where a slip could change a result (numbers are plain decimal numbers, nothing is rounded), lenient where it
cannot (upper and lower case, blanks around, ``on`` or ``true``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from engine.errors import ExperimentError
from engine.field import Field

WORDS_FOR_NOTHING = ("", "none", "null")
SWITCH_WORDS: Mapping[str, bool] = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}
# The notes call 1/n the Xavier initialisation; the table has it under its author's name.
OTHER_NAMES: Mapping[str, str] = {"xavier": "lecun"}
LONGEST_NUMBER = 60  # characters; a longer one is a slip, and Python's own limits would speak in another tone

_INTEGER = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


def read_value(field: Field, text: str, path: str | None = None) -> object:
    """The value that ``text`` stands for in ``field``; ``path`` replaces ``[]`` by a real index in the error.

    Raises ExperimentError naming the field, the text and what is allowed.
    """
    value = _value(field, text.strip())
    if not field.accepts(value):
        raise ExperimentError(path or field.path, text, field.allowed)
    return value


def _value(field: Field, text: str) -> object:
    """The typed value, or the text itself where it is none: the field then refuses it."""
    word = text.lower()
    if None in field.also and word in WORDS_FOR_NOTHING:
        return None
    if word in field.also:
        return word
    if field.kind == "switch":
        return SWITCH_WORDS.get(word, text)
    if field.kind == "choice":
        name = word.replace("_", "-")
        return OTHER_NAMES.get(name, name)
    if field.kind in ("integer", "number"):
        return _number(text, whole=field.kind == "integer")
    return text


def _number(text: str, *, whole: bool) -> int | float | str:
    if len(text) > LONGEST_NUMBER or not (_INTEGER if whole else _NUMBER).fullmatch(text):
        return text
    return int(text) if whole else float(text)
