"""In what two experiments differ, in a few letters: "α 0.03 → 0.1". So that earlier runs can be told apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter

from PySide6.QtCore import QCoreApplication

from engine.experiment import Experiment
from engine.impact import differing_fields
from playground.ui.numbers import format_number

translate = QCoreApplication.translate
MOST = 2  # differences that are named; of more, how many more there are

# The notes' letters where there are some. A field without a row is called by the last word of its path.
NAMES: Mapping[str, Callable[[], str]] = {
    "data.kind": lambda: translate("Runs", "data"),
    "data.path": lambda: translate("Runs", "file"),
    "data.target": lambda: translate("Runs", "target"),
    "data.header": lambda: translate("Runs", "header"),
    "data.points": lambda: translate("Runs", "points"),
    "data.samples": lambda: translate("Runs", "samples"),
    "data.noise": lambda: translate("Runs", "noise"),
    "data.seed": lambda: translate("Runs", "data seed"),
    "split.train": lambda: translate("Runs", "split"),
    "features": lambda: translate("Runs", "features"),
    "normalize": lambda: translate("Runs", "normalised"),
    "layers": lambda: translate("Runs", "units"),
    "layers[].units": lambda: translate("Runs", "units"),
    "layers[].activation": lambda: "g",
    "layers[].slope": lambda: "γ",
    "layers[].initializer": lambda: translate("Runs", "init"),
    "layers[].batch_norm": lambda: translate("Runs", "batch norm"),
    "layers[].keep_prob": lambda: translate("Runs", "keep"),
    "frozen": lambda: translate("Runs", "frozen"),
    "initializer": lambda: translate("Runs", "init"),
    "initializer_scale": lambda: translate("Runs", "init scale"),
    "loss": lambda: translate("Runs", "loss"),
    "penalty.l1": lambda: "λ₁",
    "penalty.l2": lambda: "λ",
    "optimizer.kind": lambda: translate("Runs", "optimiser"),
    "optimizer.learning_rate": lambda: "α",
    "optimizer.momentum": lambda: "β",
    "optimizer.rho": lambda: "ρ",
    "optimizer.beta1": lambda: "β₁",
    "optimizer.beta2": lambda: "β₂",
    "optimizer.epsilon": lambda: "ε",
    "schedule.kind": lambda: translate("Runs", "decay"),
    "schedule.decay": lambda: "d",
    "schedule.period": lambda: translate("Runs", "period"),
    "schedule.warmup": lambda: translate("Runs", "warm-up"),
    "early_stopping.patience": lambda: translate("Runs", "patience"),
    "early_stopping.min_delta": lambda: translate("Runs", "least fall"),
    "batch_size": lambda: translate("Runs", "batch"),
    "epochs": lambda: translate("Runs", "epochs"),
    "dtype": lambda: translate("Runs", "precision"),
    "seed": lambda: translate("Runs", "seed"),
}
# Values as their choices write them; those without a row are said as they are.
_VALUES: Mapping[str, Callable[[], str]] = {
    "relu": lambda: "ReLU",
    "leaky-relu": lambda: "leaky ReLU",
    "gd": lambda: "GD",
    "momentum": lambda: translate("Runs", "momentum"),
    "rmsprop": lambda: "RMSprop",
    "adam": lambda: "Adam",
    "zeros": lambda: translate("Runs", "zeros"),
    "small": lambda: translate("Runs", "small random"),
    "uniform": lambda: translate("Runs", "uniform"),
    "lecun": lambda: "LeCun",
    "he": lambda: "He",
    "glorot": lambda: "Glorot",
}
_LAYER = "layers[]."


def difference(before: Experiment, now: Experiment) -> str:
    """What was changed from `before` to `now`; that nothing was, in words."""
    parts = [part for part in _parts(before, now) if part]
    if not parts:
        return translate("Runs", "same settings")
    more = len(parts) - MOST
    return ", ".join(parts[:MOST]) + (f" +{more}" if more > 0 else "")


def _parts(before: Experiment, now: Experiment) -> list[str]:
    shapes = [_shape(one) for one in (before, now)]
    parts = [_said("layers", *shapes)] if shapes[0] != shapes[1] else []
    done = {"layers", "layers[].units"}
    if before.split != now.split:
        parts.append(_said("split.train", *(_split(one) for one in (before, now))))
        done |= {"split.train", "split.dev", "split.test"}
    fields = [field.path for field in differing_fields(before, now) if field.path not in done]
    if "data.kind" in fields:  # what another set needs along with it is not news
        fields = [path for path in fields if path == "data.kind" or not path.startswith("data.")]
    for path in dict.fromkeys(fields):
        values = [
            _layer_values(one, path) if path.startswith(_LAYER) else attrgetter(path)(one) for one in (before, now)
        ]
        if values[0] != values[1]:
            parts.append(_said(path, *(_text(value) for value in values)))
    return parts


def _shape(experiment: Experiment) -> str:
    return "-".join(str(layer.units) for layer in experiment.layers) or "0"


def _split(experiment: Experiment) -> str:
    return "/".join(f"{share:g}" for share in (experiment.split.train, experiment.split.dev, experiment.split.test))


def _layer_values(experiment: Experiment, path: str) -> object:
    """The field of all layers: one value where they agree, all of them where they do not."""
    values = [getattr(layer, path.removeprefix(_LAYER)) for layer in experiment.layers]
    return values[0] if len(set(values)) == 1 else tuple(values)


def _said(path: str, before: str, now: str) -> str:
    return f"{field_name(path)} {before} → {now}"


def field_name(path: str) -> str:
    """The short name of a field."""
    name = NAMES.get(path)
    return path.rpartition(".")[2].replace("_", " ") if name is None else name()


def _text(value: object) -> str:
    if isinstance(value, bool):
        return translate("Runs", "on") if value else translate("Runs", "off")
    if isinstance(value, tuple) and any(not isinstance(one, str | int | float | None) for one in value):
        return str(len(value))  # of things that have no short name, how many
    if isinstance(value, tuple):
        return "·".join(dict.fromkeys(_text(one) for one in value)) or "–"
    if isinstance(value, int | float):
        return str(value) if isinstance(value, int) else format_number(value, trim=True)
    if value is None:
        return "–"
    if value == "all":
        return translate("Runs", "all")
    text = str(value).replace("\\", "/").rsplit("/", 1)[-1]  # of a path, the file's name
    return _VALUES[text]() if text in _VALUES else text
