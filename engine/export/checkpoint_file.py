"""A run's checkpoint as a file: training goes on another day, in another process, to the last bit.

The file is a NumPy archive like an exported model, with everything a run hangs on beside the weights: the optimiser's
state, the order of the epoch, the random streams, the history. Nothing in it is believed before it is compared with
the experiment that the run is of.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.augmented_inputs import Drawn, check_augmentation
from engine.checkpoint import Checkpoint
from engine.early_stopping import Best, Watched
from engine.errors import ExperimentError, FileFormatError
from engine.experiment import Augmentation, Experiment
from engine.experiment_file import experiment_from_dict, experiment_to_dict
from engine.export.archive_npz import (
    DAMAGE,
    DESCRIPTION,
    any_array,
    archive_of,
    archive_opened,
    members_of,
    read_member,
    text_of,
)
from engine.history import COLUMNS
from engine.trainer import Trainer
from engine.values import dataclass

FORMAT = 1
_SINGLE = ("parameters", "running", "order", "history")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRun:
    """An experiment and where its run stood."""

    experiment: Experiment
    checkpoint: Checkpoint


def run_to_bytes(run: KeptRun) -> bytes:
    """The file's content."""
    point, best = run.checkpoint, None if run.checkpoint.watched is None else run.checkpoint.watched.best
    arrays: dict[str, Any] = {name: getattr(point, name) for name in _SINGLE}
    arrays |= {f"state.{number}": one for number, one in enumerate(point.states)}
    arrays |= {f"best.{number}": one for number, one in enumerate(() if best is None else best.vectors)}
    tree = {
        "format": FORMAT,
        "experiment": experiment_to_dict(run.experiment),
        "optimizer_steps": point.optimizer_steps,
        "random": point.random,
        "position": point.position,
        "step": point.step,
        "epoch": point.epoch,
        "watched": _watched_to_dict(point.watched),
        "drawn": None if point.drawn is None else {"rows": list(point.drawn.rows), "state": point.drawn.state},
    }
    return archive_of(json.dumps(tree), arrays)


def run_from_bytes(content: bytes) -> KeptRun:
    """Experiment and checkpoint of a file. Raises FileFormatError; whether they fit is for ``go_on_from`` to say."""
    try:
        with archive_opened(content) as archive:
            members = members_of(archive, len(content))
            tree = json.loads(text_of(read_member(archive, members, DESCRIPTION)))
            names = members.keys() - {DESCRIPTION}
            arrays = {name: any_array(read_member(archive, members, name), name) for name in names}
        if not isinstance(tree, dict) or tree.get("format") != FORMAT:
            raise FileFormatError("it is not a run kept by this program")
        return KeptRun(experiment=experiment_from_dict(tree["experiment"]), checkpoint=_checkpoint(tree, arrays))
    except FileFormatError:
        raise
    except (*DAMAGE, ExperimentError, TypeError, AttributeError, RecursionError):
        raise FileFormatError("it is damaged, or not a run kept by this program") from None


def _checkpoint(tree: dict[str, Any], arrays: dict[str, Array]) -> Checkpoint:
    whole: dict[str, Any] = {name: _count(tree[name]) for name in ("optimizer_steps", "position", "step", "epoch")}
    single: dict[str, Any] = {name: arrays[name] for name in _SINGLE}
    return Checkpoint(
        states=_numbered(arrays, "state"),
        random=dict(tree["random"]),
        watched=_watched_from_dict(tree["watched"], _numbered(arrays, "best")),
        drawn=_drawn_from_dict(tree["drawn"]),
        **single,
        **whole,
    )


def _numbered(arrays: dict[str, Array], name: str) -> tuple[Array, ...]:
    count = sum(one.startswith(f"{name}.") for one in arrays)
    return tuple(arrays[f"{name}.{number}"] for number in range(count))


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**62:
        raise FileFormatError("one of its counts is not a count")
    return value


def _watched_to_dict(watched: Watched | None) -> dict[str, object] | None:
    if watched is None:
        return None
    best = watched.best and {"cost": watched.best.cost, "epoch": watched.best.epoch}
    return {"best": best, "stopped": watched.stopped, "since": watched.since}


def _watched_from_dict(tree: dict[str, Any] | None, vectors: tuple[Array, ...]) -> Watched | None:
    if tree is None:
        return None
    best = tree["best"]
    if best is not None:
        best = Best(cost=float(best["cost"]), epoch=_count(best["epoch"]), vectors=vectors)
    return Watched(best=best, stopped=tree["stopped"] is True, since=_count(tree["since"]))


def _drawn_from_dict(tree: dict[str, Any] | None) -> Drawn | None:
    if tree is None:
        return None
    return Drawn(rows=tuple((str(name), float(amount)) for name, amount in tree["rows"]), state=tree["state"])


def go_on_from(trainer: Trainer, checkpoint: Checkpoint) -> None:
    """Let a fresh trainer go on where the run stood. Raises FileFormatError, and changes nothing, when it cannot."""
    if not _fits(trainer, trainer.checkpoint(), checkpoint):
        raise FileFormatError("the kept weights are not those of this experiment on these data")
    trainer.restore(checkpoint)


def _fits(trainer: Trainer, own: Checkpoint, kept: Checkpoint) -> bool:
    """Whether every part of a checkpoint is what this trainer's own would be like."""
    vectors = [own.parameters, own.running, *own.states]
    if not _alike([kept.parameters, kept.running, *kept.states], vectors) or not np.isfinite(kept.parameters).all():
        return False
    best = None if kept.watched is None else kept.watched.best
    if best is not None and not _alike(list(best.vectors), vectors):
        return False
    in_order = kept.order.dtype.kind == "i" and np.array_equal(np.sort(kept.order), np.arange(len(own.order)))
    history = kept.history.ndim == 2 and len(kept.history) > 0 and kept.history.shape[1] == len(COLUMNS)
    place = kept.position <= len(own.order) and kept.epoch <= kept.step
    return in_order and history and place and _are_random_states(own.random, kept.random) and _can_draw(trainer, kept)


def _alike(kept: list[Array], own: list[Array]) -> bool:
    """The same types and shapes."""
    return len(kept) == len(own) and all(
        one.shape == other.shape and one.dtype == other.dtype for one, other in zip(kept, own, strict=True)
    )


def _can_draw(trainer: Trainer, kept: Checkpoint) -> bool:
    """Whether the epoch's samples can be drawn again as they were."""
    if kept.drawn is None:
        return True
    try:
        check_augmentation(Augmentation(**dict(kept.drawn.rows)), trainer.prepared.dataset)
        np.random.PCG64(0).state = kept.drawn.state
    except (ExperimentError, KeyError, TypeError, ValueError, OverflowError):
        return False
    return True


def _are_random_states(own: dict[str, Any], kept: dict[str, Any]) -> bool:
    try:
        for name in own:
            np.random.PCG64(0).state = kept[name]
    except (KeyError, TypeError, ValueError, OverflowError):
        return False
    return own.keys() == kept.keys()
