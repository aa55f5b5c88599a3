"""An experiment as a text that can be sent: a short link, and what else people paste.

``neural-playground:1:`` and then, in URL-safe letters, the compressed JSON of what differs from the defaults. Of the
same text JSON as in a file is understood, ``preset:NAME``, and lines of ``path=value`` as after ``--set``, which change
the experiment at hand. What stands beside an experiment in a file (``experiment_file.ASIDE``) travels along.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from engine.assignment import assign_all, read_assignment
from engine.errors import ExperimentError, FileFormatError, shorten
from engine.experiment import Experiment, Layer
from engine.experiment_file import (
    FORMAT,
    LARGEST_FILE,
    aside_of,
    experiment_from_dict,
    experiment_to_dict,
    tree_from_json,
)
from engine.presets import preset
from engine.values import dataclass

SCHEME = "neural-playground:"
VERSION = "1"  # a new one when defaults change: a link says only what differs from them
PRESET = "preset:"
LONGEST_TEXT = 200_000  # letters; a link of a large network has some thousand

_ALLOWED = f"a link that begins with {SCHEME}{VERSION}:, an experiment's JSON, preset:NAME, or lines of path=value"
_LAYER = experiment_to_dict(Experiment(layers=(Layer(),)))["layers"][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What a text holds: an experiment, and what stood beside it."""

    experiment: Experiment
    aside: dict[str, Any] = field(default_factory=dict)


def experiment_to_link(experiment: Experiment, aside: Mapping[str, Any] | None = None) -> str:
    """The link of an experiment: one word without blanks."""
    tree = _difference(experiment_to_dict(experiment), experiment_to_dict(Experiment()))
    if "layers" in tree:
        tree["layers"] = [_difference(layer, _LAYER) for layer in tree["layers"]]
    plain = json.dumps({"format": FORMAT, **tree, **(aside or {})}, separators=(",", ":"), allow_nan=False)
    packed = base64.urlsafe_b64encode(zlib.compress(plain.encode(), 9)).decode().rstrip("=")
    return f"{SCHEME}{VERSION}:{packed}"


def is_link(text: str) -> bool:
    """Whether a text means to be a link."""
    return text.strip().lower().startswith(SCHEME)


def read_text(text: str, start: Experiment | None = None) -> Shared:
    """What a text holds; lines of ``path=value`` change ``start``. Raises FileFormatError or ExperimentError."""
    text = text.strip().strip("\"'`<>").strip()
    if len(text) > LONGEST_TEXT:
        raise FileFormatError(f"not an experiment: a text of more than {LONGEST_TEXT} letters")
    if is_link(text):
        return _from_link(text)
    if text.startswith("{"):
        return _shared(tree_from_json(text))
    if text.lower().startswith(PRESET):
        return Shared(experiment=preset(text[len(PRESET) :]))
    lines = [line.strip().removeprefix("--set").strip() for line in text.splitlines() if line.strip()]
    if not lines or not all(re.match(r"[\w.\[\]]+\s*=", line) for line in lines):
        raise ExperimentError("text", text, _ALLOWED)
    return Shared(experiment=assign_all(start or Experiment(), map(read_assignment, lines)))


def _difference(tree: dict[str, Any], default: dict[str, Any]) -> dict[str, Any]:
    """The fields in which a tree differs from its default; parts have only those of theirs."""
    result = {}
    for name, value in tree.items():
        if value == default.get(name) and type(value) is type(default.get(name)):
            continue
        both = isinstance(value, dict) and isinstance(default.get(name), dict)
        result[name] = _difference(value, default[name]) if both else value
    return result


def _from_link(text: str) -> Shared:
    """A mail may have broken the link into lines: blanks do not count."""
    version, colon, packed = "".join(text.split())[len(SCHEME) :].partition(":")
    if not colon or version != VERSION:
        what = "a newer program wrote it" if version.isdigit() and colon else "it is not whole"
        raise FileFormatError(f"not a link of this program: {shorten(text, 40)} ({what})")
    return _shared(tree_from_json(_unpacked(packed)))


def _unpacked(packed: str) -> bytes:
    """The JSON in a link; never more of it than a file may have."""
    try:
        content = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        unpacking = zlib.decompressobj()
        plain = unpacking.decompress(content, LARGEST_FILE)
    except (binascii.Error, zlib.error, ValueError):
        raise FileFormatError("not a whole link: letters of it are missing or wrong") from None
    if unpacking.unconsumed_tail:
        raise FileFormatError(f"not an experiment: the link unfolds into more than {LARGEST_FILE} bytes")
    if not unpacking.eof:
        raise FileFormatError("not a whole link: letters of it are missing or wrong")
    return plain


def _shared(tree: object) -> Shared:
    return Shared(experiment=experiment_from_dict(tree), aside=aside_of(tree))
