"""The engine: neural networks of the notes in NumPy, without a window, threads, a clock or global randomness.

Names are imported when they are first used, so that reading an experiment does not load what training needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.checkpoint import Checkpoint
    from engine.errors import DataError, Diverged, ExperimentError, FileFormatError, GradientCheckError
    from engine.experiment import (
        Augmentation,
        Data,
        EarlyStopping,
        Experiment,
        Layer,
        Optimizer,
        Penalty,
        Schedule,
        Split,
    )
    from engine.experiment_file import load_experiment, save_experiment
    from engine.gradient_check import GradientCheck, check_gradients
    from engine.lanes import Lanes
    from engine.presets import preset, presets
    from engine.trainer import Trainer

_HOMES = {
    "engine.errors": ("DataError", "Diverged", "ExperimentError", "FileFormatError", "GradientCheckError"),
    "engine.experiment": (
        "Augmentation",
        "Data",
        "EarlyStopping",
        "Experiment",
        "Layer",
        "Optimizer",
        "Penalty",
        "Schedule",
        "Split",
    ),
    "engine.experiment_file": ("load_experiment", "save_experiment"),
    "engine.gradient_check": ("GradientCheck", "check_gradients"),
    "engine.lanes": ("Lanes",),
    "engine.presets": ("preset", "presets"),
    "engine.trainer": ("Checkpoint", "Trainer"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Augmentation",
    "Checkpoint",
    "Data",
    "DataError",
    "Diverged",
    "EarlyStopping",
    "Experiment",
    "ExperimentError",
    "FileFormatError",
    "GradientCheck",
    "GradientCheckError",
    "Lanes",
    "Layer",
    "Optimizer",
    "Penalty",
    "Schedule",
    "Split",
    "Trainer",
    "check_gradients",
    "load_experiment",
    "preset",
    "presets",
    "save_experiment",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'engine' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)
