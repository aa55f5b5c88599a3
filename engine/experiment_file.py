"""Experiments as JSON: a ``format`` number, every field by name, strict both ways.

Unknown fields, duplicate names, NaN and infinities are errors that name their path; missing fields take defaults;
files of older formats go through ``MIGRATIONS`` one by one. A CSV's path is stored relative to the experiment's file
where it lies beside or below it, so that a folder can be moved or sent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, NoReturn, cast

from engine.errors import ExperimentError, FileFormatError
from engine.experiment import Augmentation, Data, EarlyStopping, Experiment, Layer, Optimizer, Penalty, Schedule, Split
from engine.files import write_whole
from engine.frozen import FrozenWeight

FORMAT = 1
# What others keep beside an experiment in its file; the engine carries it, and it decides no result.
ASIDE = ("class",)
LARGEST_FILE = 4_000_000  # bytes; an experiment has a few thousand

# format number -> what turns a file of that format into one of the next
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}

_POINT = re.compile(r"\[\s+([-+.\deE]+),\s+([-+.\deE]+),\s+([-+.\deE]+)\s+\]")  # three numbers: one line, not five

_PARTS: dict[str, type] = {
    "data": Data,
    "split": Split,
    "penalty": Penalty,
    "optimizer": Optimizer,
    "schedule": Schedule,
    "early_stopping": EarlyStopping,
    "augmentation": Augmentation,
}

_LISTS: dict[str, type | None] = {"layers": Layer, "frozen": FrozenWeight, "features": None}


def experiment_to_dict(experiment: Experiment) -> dict[str, Any]:
    """The experiment as plain dictionaries, lists, numbers and text, with its format number first."""
    return {"format": FORMAT, **_plain(experiment)}


def experiment_to_json(experiment: Experiment, aside: Mapping[str, Any] | None = None) -> str:
    """The experiment as JSON text, two spaces deep, with what stands beside it at the end."""
    tree = experiment_to_dict(experiment) | dict(aside or {})
    text = json.dumps(tree, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    # A file's name that is no UTF-8 holds characters no text file can; escaped they come back as they were.
    text = text if _is_plain(text) else json.dumps(tree, indent=2, allow_nan=False) + "\n"
    return _POINT.sub(r"[\1, \2, \3]", text)


def experiment_from_json(text: str | bytes) -> Experiment:
    """Read an experiment from JSON. Raises FileFormatError (not JSON) or ExperimentError (a field is wrong)."""
    return experiment_from_dict(tree_from_json(text))


def tree_from_json(text: str | bytes) -> object:
    """JSON read with care: no NaN, no name twice, no deep nesting. Raises FileFormatError or ExperimentError."""
    try:
        decoded = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        tree: object = json.loads(decoded, parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except UnicodeDecodeError:
        raise FileFormatError("not an experiment: the file is not UTF-8 text") from None
    except RecursionError:
        raise FileFormatError("not an experiment: nested too deeply") from None
    except (ExperimentError, FileFormatError):
        raise
    except ValueError as error:
        raise FileFormatError(f"not an experiment: {error}") from None
    return tree


def aside_of(tree: object) -> dict[str, Any]:
    """What stands beside the experiment in what ``experiment_from_dict`` was given."""
    return {name: tree[name] for name in ASIDE if name in tree} if isinstance(tree, dict) else {}


def experiment_from_dict(tree: object) -> Experiment:
    """Build an experiment from what ``experiment_to_dict`` gave. Raises ExperimentError or FileFormatError."""
    if not isinstance(tree, dict):
        raise FileFormatError(f"not an experiment: an object is expected, not {type(tree).__name__}")
    tree = {name: value for name, value in tree.items() if name not in ASIDE}
    number = tree.pop("format", None)
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise ExperimentError("format", number, f"a whole number from 1 to {FORMAT}")
    if number > FORMAT:
        raise ExperimentError("format", number, f"a whole number from 1 to {FORMAT}; a newer program wrote this file")
    for old in range(number, FORMAT):
        tree = MIGRATIONS[old](tree)
    return cast(Experiment, _build(Experiment, tree, ""))


def save_experiment(experiment: Experiment, path: str | Path, aside: Mapping[str, Any] | None = None) -> None:
    """Write the experiment to a file, whole or not at all, and what stands beside it. Raises OSError."""
    folder = Path(path).resolve().parent
    if experiment.data.path is not None:
        table = Path(experiment.data.path).resolve()
        if table.is_relative_to(folder):
            beside = table.relative_to(folder).as_posix()
            experiment = replace(experiment, data=replace(experiment.data, path=beside))
    write_whole(path, experiment_to_json(experiment, aside).encode())


def load_experiment(path: str | Path) -> Experiment:
    """Read an experiment from a file. Raises OSError, FileFormatError or ExperimentError."""
    return load_with_aside(path)[0]


def load_with_aside(path: str | Path) -> tuple[Experiment, dict[str, Any]]:
    """Read an experiment from a file, and what stands beside it. Raises OSError, FileFormatError or ExperimentError."""
    source = Path(path)
    if source.stat().st_size > LARGEST_FILE:
        raise FileFormatError(f"{source.name}: not an experiment: larger than {LARGEST_FILE} bytes")
    tree = tree_from_json(source.read_bytes())
    experiment = experiment_from_dict(tree)
    if experiment.data.path is not None and not Path(experiment.data.path).is_absolute():
        absolute = str(source.resolve().parent / experiment.data.path)
        experiment = replace(experiment, data=replace(experiment.data, path=absolute))
    return experiment, aside_of(tree)


def _is_plain(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _build(kind: type, tree: object, path: str) -> object:
    if not isinstance(tree, dict):
        raise ExperimentError(path.rstrip(".") or "experiment", tree, "an object with named fields")
    known = {field.name for field in fields(kind)}
    for name in tree:
        if name not in known:
            raise ExperimentError(f"{path}{name}", tree[name], f"only the fields {', '.join(sorted(known))}")
    return _made(kind, {name: _value(kind, name, one, f"{path}{name}") for name, one in tree.items()}, path)


def _made(kind: type, arguments: dict[str, object], path: str) -> object:
    try:
        return kind(**arguments)
    except ExperimentError as error:
        # A row of a list checks itself without knowing its place in it; the file knows it.
        if path.endswith("].") and not error.path.startswith(path):
            raise ExperimentError(path + error.path, error.value, error.allowed) from None
        raise


def _value(kind: type, name: str, value: object, path: str) -> object:
    if kind is Data and name == "points":
        return _points(value, path)
    if kind is Experiment and name in _PARTS:
        return _build(_PARTS[name], value, f"{path}.")
    if kind is Experiment and name in _LISTS:
        if not isinstance(value, list):
            raise ExperimentError(path, value, "a list")
        row = _LISTS[name]
        return tuple(_build(row, one, f"{name}[{index}].") if row else one for index, one in enumerate(value))
    return value


def _points(value: object, path: str) -> object:
    """Lists as the tuples they stand for; what is no list is left for the check, which names it."""
    if not isinstance(value, list):
        raise ExperimentError(path, value, "a list of points [x1, x2, class or value]")
    return tuple(tuple(one) if isinstance(one, list) else one for one in value)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    tree: dict[str, object] = {}
    for name, value in pairs:
        if name in tree:
            raise ExperimentError(name, value, "each field once")
        tree[name] = value
    return tree


def _refuse_constant(text: str) -> NoReturn:
    raise FileFormatError(f"not an experiment: {text} is not a number")
