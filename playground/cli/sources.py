"""What ``train`` is given: an experiment's file or ``preset:NAME``, changed by ``--set``, ``--epochs``, ``--seed``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from engine.assignment import assign_all, read_assignment
from engine.errors import ExperimentError
from engine.experiment import Experiment
from engine.experiment_text import PRESET, is_link, read_text
from engine.presets import preset, preset_names
from playground.cli.opening import read_experiment_file

ALLOWED = "an experiment's file (.json), preset:NAME (see: playground presets) or a link (neural-playground:…)"


def read_experiment(what: str | None, assignments: Sequence[str], epochs: str | None, seed: str | None) -> Experiment:
    """The experiment a command line describes; ``--epochs`` and ``--seed`` hold over ``--set``.

    Raises ExperimentError, FileFormatError or OSError.
    """
    texts = [read_assignment(text) for text in assignments]
    texts += [(name, text) for name, text in (("epochs", epochs), ("seed", seed)) if text is not None]
    return assign_all(read_what(what), texts)


def read_what(what: str | None) -> Experiment:
    """The experiment as its file or preset has it. Raises UsageError, ExperimentError, FileFormatError or OSError."""
    if not what:
        raise click.UsageError(f"WHAT is missing; allowed: {ALLOWED}")
    if is_link(what):
        return read_text(what).experiment
    if what.lower().startswith(PRESET):
        return preset(what[len(PRESET) :])
    path = Path(what)
    if not path.exists() and path.suffix.lower() != ".json":
        hint = f"; {PRESET}{what.lower()} is one" if what.lower() in preset_names() else ""
        raise ExperimentError("WHAT", what, f"{ALLOWED}{hint}")
    return read_experiment_file(path)
