"""What is measured only while a view asks for it: the cost of each batch, the norms of each layer."""

from __future__ import annotations

from dataclasses import replace

from engine.batch_costs import BatchCosts
from engine.layer_norms import LayerNorms
from engine.snapshot import Snapshot
from engine.trainer import Trainer
from engine.values import dataclass

NORMS_EVERY = 0.2  # seconds between two measurements of the norms, while the run goes on


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What a view wants measured; both make training a little slower, so neither is measured unasked."""

    batch_costs: bool = False
    layer_norms: bool = False


class Recorder:
    """Makes the steps of a trainer, and measures on the way what is asked for. It changes no bit of the run."""

    def __init__(self) -> None:
        self._asked = Recording()
        self._trainer: Trainer | None = None
        self._costs, self._norms = BatchCosts(), LayerNorms()
        self._next_norms = 0.0

    def ask(self, asked: Recording) -> None:
        """Measure this from now on. Costs begin a new record when they are asked for; norms leave a gap."""
        if asked.batch_costs and not self._asked.batch_costs and self._trainer is not None:
            self._costs.begin(self._trainer.position)
        if not asked.layer_norms:
            self._norms.look_away()
        self._asked = asked
        if self._trainer is not None:
            self._watch(self._trainer)

    def advance(self, trainer: Trainer, steps: int, now: float, *, alone: bool = False) -> int:
        """``steps`` steps of the trainer at time ``now``; gives those made. A step ``alone`` is measured in any case.

        Raises as ``Trainer.advance``.
        """
        self._follow(trainer)
        measured = 0
        if self._asked.layer_norms and steps > 0 and (alone or now >= self._next_norms):
            self._next_norms = now + NORMS_EVERY
            measured = self._norms.measure(trainer)
        made = measured + trainer.advance(steps - measured) if measured < steps else measured
        if self._costs.is_full:
            self._costs.settle(trainer.position)
        return made

    def add_to(self, snapshot: Snapshot, trainer: Trainer, *, standing: bool) -> Snapshot:
        """The snapshot with what was measured; of a run that stands the norms are those of the place where it does."""
        self._follow(trainer)
        if self._asked.batch_costs:
            self._costs.settle(trainer.position)
            snapshot = replace(snapshot, batch_costs=self._costs.curve())
        if self._asked.layer_norms:
            if standing and self._norms.last_epoch != trainer.position:
                self._norms.probe(trainer)
            snapshot = replace(snapshot, layer_norms=self._norms.curves())
        return snapshot

    def _follow(self, trainer: Trainer) -> None:
        """A trainer not seen before begins new records."""
        if trainer is not self._trainer:
            self._trainer = trainer
            self._costs.begin(trainer.position)
            self._norms = LayerNorms()
        self._watch(trainer)

    def _watch(self, trainer: Trainer) -> None:
        trainer.observe = self._costs.watch if self._asked.batch_costs else None
