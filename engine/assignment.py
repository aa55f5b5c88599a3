"""Changing an experiment by words: ``path=value``, as after ``--set`` on the command line.

A path is the experiment's own (``optimizer.learning_rate``, ``layers[0].keep_prob``, ``layers[].keep_prob`` for all),
a short name (``l2``), a part that has a kind (``optimizer=adam``), or one of the things that are written as a whole:
``data.kind`` (also a CSV's path), ``split``, ``features``, ``layers`` and ``frozen``. Assignments of one command act
together: the data set first, then what is written as a whole, then the single fields; only their result must be valid.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from engine.choices import DATA_KINDS, PAINTED_VALUES, PLANE_FEATURES, POINT_KINDS
from engine.edits import choose_data
from engine.errors import ExperimentError
from engine.experiment import Experiment
from engine.experiment_file import experiment_from_dict, experiment_to_dict
from engine.field import Field
from engine.field_text import WORDS_FOR_NOTHING, read_value
from engine.fields import FIELDS, SHORT_NAMES
from engine.frozen import FROZEN_FIELDS
from engine.points import FARTHEST, MOST_CLASSES
from engine.values import dataclass

NAMED_KINDS = tuple(kind for kind in DATA_KINDS if kind != "csv")
LIST_OF_ALL = "see all with: playground train --help"

# what is written as a whole -> what may stand there, in words
WHOLES = {
    "data.kind": f"{', '.join(NAMED_KINDS)} or the path of a CSV file",
    "data.points": "x1 x2 class (or value) of each point, separated by commas, e.g. 1 2.5 0, -1 0 1; empty: none",
    "split": "train/dev/test in percent that add up to 100, e.g. 60/20/20",
    "features": f"names, separated by commas: {', '.join(PLANE_FEATURES)}, or columns of the data; empty: all columns",
    "layers": "units:activation of each hidden layer, separated by commas, e.g. 8:tanh,8:relu or 8:leaky-relu:0.1"
    " (slope); empty: no hidden layer",
    "frozen": "layer:unit:input:value of each frozen weight, separated by commas, counted from 1, e.g. 1:2:1:0.5; the"
    " input is b for a bias; empty: none",
}

_POINT = (  # what stands between two blanks, of a point with a class
    Field(path="x1", kind="number", effect="data", help="", low=-FARTHEST, high=FARTHEST),
    Field(path="x2", kind="number", effect="data", help="", low=-FARTHEST, high=FARTHEST),
    Field(path="class", kind="integer", effect="data", help="", low=0, high=MOST_CLASSES - 1),
)
_VALUE = Field(path="value", kind="number", effect="data", help="", low=-FARTHEST, high=FARTHEST)
_LAYER_PATH = re.compile(r"layers\[([0-9]{0,4})\]\.(\w+)")
_FILE_NAME = re.compile(r".*(\.\w+|[/\\].*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One row of ``playground train --help``: all the names it goes by, what is allowed, what it does."""

    names: tuple[str, ...]
    allowed: str
    help: str


def settings() -> tuple[Setting, ...]:
    """Everything that can be assigned, in the order of the experiment's fields."""
    rows = []
    for path, field in FIELDS.items():
        if path == "split.train":
            rows.append(Setting(names=("split",), allowed=WHOLES["split"], help="shares of the samples"))
        allowed = WHOLES.get(path, field.allowed)
        rows.append(Setting(names=(path, *field.short), allowed=allowed, help=field.help))
    return tuple(rows)


def read_assignment(text: str) -> tuple[str, str]:
    """``path=value`` taken apart. Raises ExperimentError when there is no ``=``, or nothing before it."""
    path, equals, value = text.partition("=")
    if not equals or not path.strip():
        raise ExperimentError("--set", text, f"path=value, e.g. optimizer.learning_rate=0.1; {LIST_OF_ALL}")
    return path.strip(), value


def assign(experiment: Experiment, path: str, text: str) -> Experiment:
    """The experiment with one field set from text. Raises ExperimentError."""
    return assign_all(experiment, [(path, text)])


def assign_all(experiment: Experiment, assignments: Iterable[tuple[str, str]]) -> Experiment:
    """The experiment with several fields set from text; of two for one field the later holds.

    Raises ExperimentError naming the field, the text and what is allowed.
    """
    texts: dict[str, str] = {}
    for name, text in assignments:
        path = _full_path(name)
        texts.pop(path, None)
        texts[path] = text.strip()
    tree = experiment_to_dict(_with_data(experiment, texts))
    for path in sorted(texts, key=lambda one: one not in WHOLES):
        _put(tree, path, texts[path])
    return experiment_from_dict(tree)


def _full_path(name: str) -> str:
    """The experiment's own path for a name. Raises ExperimentError that names the nearest ones."""
    lowered = name.strip().lower()
    row = _LAYER_PATH.sub(r"layers[].\2", lowered)
    for path in (SHORT_NAMES.get(lowered, lowered), f"{lowered}.kind"):
        if path in FIELDS or path in WHOLES:
            return path
    if row in FIELDS:
        return lowered
    raise ExperimentError("--set", name, f"a field of the experiment{_near(lowered)}; {LIST_OF_ALL}")


def _near(name: str) -> str:
    """Fields whose path, or the last part of it, is spelt almost like this."""
    known = {spelling: path for path in FIELDS for spelling in (path, path.rpartition(".")[2])}
    known.update(SHORT_NAMES)
    known.update({whole: whole for whole in WHOLES})
    near = dict.fromkeys(known[one] for one in get_close_matches(name, known, n=3, cutoff=0.6))
    return f" such as {' or '.join(near)}" if near else ""


def _with_data(experiment: Experiment, texts: dict[str, str]) -> Experiment:
    """Choose the data set first: what does not fit the new one falls away unless it is assigned as well."""
    text = texts.pop("data.kind", None)
    kind = (text or "").lower().replace("_", "-")
    path = texts.pop("data.path", None)
    if text is None and path is None:
        return experiment
    if text is None:
        return choose_data(experiment.data.kind, path=_absolute(path)).change(experiment)
    if kind == "csv":
        return choose_data("csv", path=_absolute(path)).change(experiment)
    if kind not in NAMED_KINDS:
        if path is not None or not _FILE_NAME.fullmatch(text):
            raise ExperimentError("data.kind", text, WHOLES["data.kind"])
        return choose_data("csv", path=_absolute(text)).change(experiment)
    return choose_data(kind, path=path).change(experiment)


def _absolute(path: str | None) -> str | None:
    """A path that stays right when the experiment is written into another folder."""
    return os.path.abspath(os.path.expanduser(path)) if path else None


def _put(tree: dict[str, Any], path: str, text: str) -> None:
    """Set one field in the experiment written as dictionaries."""
    layer = _LAYER_PATH.fullmatch(path)
    if path == "split":
        tree["split"] = _split(text)
    elif path == "data.points":
        tree["data"]["points"] = [] if text.lower() in WORDS_FOR_NOTHING else _points(text, tree["data"]["kind"])
    elif path == "features":
        tree["features"] = _features(text, tree["data"]["kind"])
    elif path == "layers":
        tree["layers"] = [] if text.lower() in WORDS_FOR_NOTHING else _layers(text)
    elif path == "frozen":
        tree["frozen"] = [] if text.lower() in WORDS_FOR_NOTHING else _frozen(text)
    elif layer:
        _put_in_layers(tree["layers"], layer[1], layer[2], text)
    else:
        part, _, name = path.rpartition(".")
        (tree[part] if part else tree)[name] = read_value(FIELDS[path], text)


def _split(text: str) -> dict[str, object]:
    shares = text.split("/")
    if len(shares) != 3:
        raise ExperimentError("split", text, WHOLES["split"])
    names = ("train", "dev", "test")
    return {name: read_value(FIELDS[f"split.{name}"], share) for name, share in zip(names, shares, strict=True)}


def _points(text: str, kind: str) -> list[list[object]]:
    points, fields = [], (*_POINT[:2], _VALUE if kind == PAINTED_VALUES else _POINT[2])
    for index, one in enumerate(text.split(",")):
        words = one.split()
        if len(words) != 3:
            raise ExperimentError(f"data.points[{index}]", one.strip(), WHOLES["data.points"])
        pairs = zip(fields, words, strict=True)
        points.append([read_value(field, word, f"data.points[{index}]") for field, word in pairs])
    return points


def _features(text: str, kind: str) -> list[str]:
    """Names between commas; one that holds a comma itself stands in double quotes, as in a CSV file."""
    if text.lower() in WORDS_FOR_NOTHING:
        return []
    try:
        names = [name.strip() for name in next(csv.reader([text], skipinitialspace=True, strict=True))]
    except (csv.Error, StopIteration):
        raise ExperimentError("features", text, WHOLES["features"]) from None
    return [name.lower() for name in names] if kind in POINT_KINDS else names


def _layers(text: str) -> list[dict[str, object]]:
    layers = []
    for index, one in enumerate(text.split(",")):
        names = ("units", "activation", "slope")
        parts = one.split(":")
        if len(parts) > len(names):
            raise ExperimentError(f"layers[{index}]", one, WHOLES["layers"])
        layer = {}
        for name, part in zip(names, parts, strict=False):
            layer[name] = read_value(FIELDS[f"layers[].{name}"], part, f"layers[{index}].{name}")
        layers.append(layer)
    return layers


def _frozen(text: str) -> list[dict[str, object]]:
    """Rows of layer, unit, input and value; their numbers are checked by the experiment."""
    rows = []
    for index, one in enumerate(text.split(",")):
        parts = [part.strip() for part in one.split(":")]
        if len(parts) != len(FROZEN_FIELDS):
            raise ExperimentError(f"frozen[{index}]", one, WHOLES["frozen"])
        row: dict[str, object] = {}
        for field, part in zip(FROZEN_FIELDS, parts, strict=True):
            nothing = field.path == "input" and part.lower() == "b"
            row[field.path] = None if nothing else read_value(field, part, f"frozen[{index}].{field.path}")
        rows.append(row)
    return rows


def _put_in_layers(layers: list[dict[str, object]], index: str, name: str, text: str) -> None:
    """Set a field of one hidden layer, or of each of them when no index stands in the brackets."""
    path = f"layers[{index}].{name}"
    if index and int(index) >= len(layers):
        allowed = f"an index from 0 to {len(layers) - 1}" if layers else "nothing, because there is no hidden layer"
        raise ExperimentError(path, text, allowed)
    for layer in [layers[int(index)]] if index else layers:
        layer[name] = read_value(FIELDS[f"layers[].{name}"], text, path)
