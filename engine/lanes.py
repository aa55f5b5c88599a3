"""Many models at once: K experiments that differ in numbers only, trained side by side by the same layers.

Every array has a leading axis of lanes, so that a call which costs more than its arithmetic, as all do in small
networks, is paid once for K models. Lane k is the model that ``Trainer(experiments[k])`` trains, to rounding.
A lane that diverges stops with its last finite weights; the others go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array, constant
from engine.augmented_inputs import augmentation_rows
from engine.checkpoint import Checkpoint
from engine.data.prepare import Prepared, prepare
from engine.divergence import likely_cause
from engine.errors import Diverged, ExperimentError
from engine.evaluation import Evaluator, targets_of
from engine.experiment import Experiment
from engine.history import History, is_looked_at
from engine.holding import Holding
from engine.impact import differing_fields
from engine.lane_batches import LaneBatches
from engine.lane_dropout import lane_dropouts
from engine.losses import loss_for
from engine.network import Network
from engine.program import Program
from engine.random_streams import stream
from engine.schedule import learning_rate_at
from engine.snapshot import SETS
from engine.trainer import Trainer
from engine.training_pass import TrainingPass
from engine.updates import TINY_EVERY, Penalties, Updates

# What may differ from lane to lane: numbers that a call reads or that decide where it starts, never its shape.
FREE_FIELDS = frozenset(
    {
        "seed",
        "epochs",
        "initializer",
        "initializer_scale",
        "layers[].initializer",
        "layers[].keep_prob",
        "penalty.l1",
        "penalty.l2",
        "optimizer.learning_rate",
        "optimizer.momentum",
        "optimizer.rho",
        "optimizer.beta1",
        "optimizer.beta2",
        "optimizer.epsilon",
        "schedule.kind",
        "schedule.decay",
        "schedule.period",
        "schedule.warmup",
    }
)


class Lanes:
    """K runs in step. ``failures[k]`` is why lane k stopped, None while it goes on; ``histories[k]`` its costs.

    Raises ExperimentError when there is no experiment, or when two differ in more than ``FREE_FIELDS``.
    """

    def __init__(self, experiments: Sequence[Experiment], prepared: Prepared | None = None) -> None:
        self.experiments = tuple(experiments)
        _check_alike(self.experiments)
        first = self.experiments[0]
        self.prepared = prepare(first) if prepared is None else prepared
        if len(self.prepared.x["train"]) < 1:
            raise ExperimentError("split.train", first.split.train, "a share that holds at least one sample")
        self.network = self._make_network()
        task, outputs, dtype = self.prepared.task, self.prepared.outputs, self.network.dtype
        targets = {name: targets_of(self.prepared.y[name], task, outputs, dtype) for name in SETS}
        self._evaluator = Evaluator(self.prepared.x, targets, task)
        self._penalties = Penalties(
            self.network, first.penalty, len(targets["train"]), [one.penalty for one in self.experiments]
        )
        self._updates = Updates(self.network, first.optimizer)
        self._holding = Holding(self.network, first.frozen)
        self._holding.put_back()
        self._adjust, self._step = self._holding.around(self._penalties.add_gradient, self._updates.next)
        self._shuffles = [stream(one.seed, "shuffle") for one in self.experiments]
        size = len(targets["train"]) if first.batch_size == "all" else first.batch_size
        ones = self.network.first_layer_has_bias
        self._batches = LaneBatches(self.prepared.x["train"], targets["train"], size, self._shuffles, with_ones=ones)
        self._batches.start_epoch()
        self.steps, self.epoch = 0, 0  # updates made, epochs finished
        self.evaluate_every: int | None = None  # epochs between two rows; 0: none; None: as the history needs
        self.failures: list[Diverged | None] = [None] * len(self)
        self._stopped: dict[int, Checkpoint] = {}  # where the lanes that diverged were before that step
        self._gradients = self.network.gradient.reshape(-1)  # all lanes' in one piece: one product checks them
        self._norm = constant(0.0, self.network.dtype)  # of all gradients, squared
        self.histories = [History() for _ in self.experiments]
        with np.errstate(all="ignore"):
            self._record()

    def __len__(self) -> int:
        """K, the number of lanes."""
        return len(self.experiments)

    def _make_network(self) -> Network:
        first, inputs = self.experiments[0], len(self.prepared.input_names)
        loss = loss_for(self.prepared.task, first.loss)
        network = Network(
            inputs, first.layers, self.prepared.outputs, loss, np.dtype(first.dtype), lanes=(len(self.experiments),)
        )
        self._dropouts = [stream(one.seed, "dropout") for one in self.experiments]
        keep_probs = [[layer.keep_prob for layer in one.layers] for one in self.experiments]
        network.lane_dropouts = tuple(lane_dropouts(keep_probs, self._dropouts))
        for lane, experiment in enumerate(self.experiments):
            network.initialize(experiment, (lane,))
        return network

    @property
    def update_program(self) -> Program:
        """The optimiser's calls, as they run."""
        return self._updates.program

    # Training.

    @property
    def learning_rates(self) -> tuple[float, ...]:
        """α in force in the running epoch, lane by lane."""
        return tuple(
            learning_rate_at(one.schedule, one.optimizer.learning_rate, self.epoch) for one in self.experiments
        )

    def advance(self, steps: int) -> int:
        """Make up to ``steps`` updates of every lane, across epoch ends, until no lane is left. Returns those made."""
        left = steps
        optimizers = [one.optimizer for one in self.experiments]
        with np.errstate(all="ignore"):  # overflow is met by the check of each gradient
            while left > 0 and len(self._stopped) < len(self):
                self._updates.set_rates(optimizers, self.learning_rates)
                left -= self._advance_in_epoch(left)
                if self._batches.position >= self._batches.samples:
                    self._end_epoch()
        return steps - left

    def run(self, epochs: int) -> None:
        """Train to the end of the running epoch, then on until ``epochs`` more epochs are finished."""
        last = self.epoch + epochs
        while self.epoch < last and len(self._stopped) < len(self):
            self.advance(max(1, self._batches.per_epoch - self._batches.index))

    def _advance_in_epoch(self, steps: int) -> int:
        batches, network, made, size = self._batches, self.network, 0, -1
        gradients, square, norm = self._gradients, self._gradients.dot, self._norm
        adjust, update = self._adjust, self._step
        for stop, (X, X_T, Y) in batches.next(steps):
            if stop - batches.position != size:
                size = stop - batches.position
                chain = network.training_pass(size)
                run = chain.gradient
            run(X, X_T, Y)
            if adjust is not None:
                adjust()
            square(gradients, norm)
            if not isfinite(norm):
                self._stop_broken_lanes(chain)
            update()
            self.steps += 1
            made += 1
            batches.position = stop
        return made

    def _stop_broken_lanes(self, chain: TrainingPass) -> None:
        """Put aside where the lanes with a gradient that is not finite were; zeros go on in their place.

        There may be none: the squares of all lanes together overflow before those of each do.
        """
        squares = np.vecdot(self.network.gradient, self.network.gradient)  # (K,)
        for lane in np.flatnonzero(~np.isfinite(squares)).tolist():
            layer, quantity = chain.first_non_finite((lane,))
            self.network.take_back_running_averages((lane,))
            if lane not in self._stopped:
                step, experiment = self.steps + 1, self.experiments[lane]
                cause = likely_cause(experiment, self.learning_rates[lane], self.prepared.x["train"], step)
                self.failures[lane] = Diverged(step=step, layer=layer, quantity=quantity, cause=cause)
                self._stopped[lane] = self._checkpoint(lane)
            for vector in (self.network.parameters, self.network.gradient, *self._updates.states):
                vector[lane] = 0.0

    def _end_epoch(self) -> None:
        self.epoch += 1
        if self.epoch % TINY_EVERY == 0:
            self._updates.drop_tiny()
            self._holding.put_back()
        self._batches.start_epoch()
        every = self.evaluate_every
        if is_looked_at(self.epoch) if every is None else every and self.epoch % every == 0:
            self._record()

    def _record(self) -> None:
        """A row of every lane that goes on."""
        going = [lane for lane in range(len(self)) if lane not in self._stopped]
        penalties, rates = [self._penalties.value((lane,)) for lane in going], self.learning_rates
        rows = self._evaluator.measure_lanes(self.network, going, penalties)
        for lane, penalty, row in zip(going, penalties, rows, strict=True):
            self.histories[lane].append((self.epoch, rates[lane], penalty, *row))

    # Looking at it.

    @property
    def parameters(self) -> Array:
        """θ (K, P), a copy; of a lane that diverged its last finite ones."""
        theta = self.network.parameters.copy()
        for lane, checkpoint in self._stopped.items():
            theta[lane] = checkpoint.parameters
        return theta

    def predict(self, x: NDArray[Any]) -> Array:
        """Raw features (m, n_x) -> what ``Trainer.predict`` gives, lane by lane: (K, m), or (K, m, C)."""
        with np.errstate(all="ignore"):
            _, A = self.network.logits_and_outputs(self.prepared.inputs(x))  # (K, n[L], m)
        outputs: Array = A.mT.copy() if self.prepared.task == "classes" else A[:, 0].copy()
        for lane in self._stopped:
            outputs[lane] = self.trainer(lane).predict(x)
        return outputs

    def trainer(self, lane: int) -> Trainer:
        """Lane k as a run of its own, at the step where it is; what it does from there does not touch the lanes."""
        if not 0 <= lane < len(self):
            raise ExperimentError("lane", lane, f"a whole number from 0 to {len(self) - 1}")
        trainer = Trainer(self.experiments[lane], self.prepared)
        trainer.restore(self._stopped.get(lane) or self._checkpoint(lane))
        return trainer

    def _checkpoint(self, lane: int) -> Checkpoint:
        return Checkpoint(
            parameters=self.network.parameters[lane].copy(),
            running=self.network.running[lane].copy(),
            states=tuple(state[lane].copy() for state in self._updates.states),
            optimizer_steps=self._updates.coefficients.steps,
            random={
                "shuffle": self._shuffles[lane].bit_generator.state,
                "dropout": self._dropouts[lane].bit_generator.state,
            },
            order=self._batches.order[lane].copy(),
            position=self._batches.position,
            step=self.steps,
            epoch=self.epoch,
            history=self.histories[lane].table,
        )


def _check_alike(experiments: tuple[Experiment, ...]) -> None:
    """Raise ExperimentError unless the experiments differ in free fields only and train for the same time."""
    if not experiments:
        raise ExperimentError("lanes", 0, "at least one experiment")
    patience = experiments[0].early_stopping.patience
    if patience:
        raise ExperimentError("early_stopping.patience", patience, "0 in lanes, which go on together")
    rows = augmentation_rows(experiments[0].augmentation)
    if rows:
        raise ExperimentError(f"augmentation.{rows[0][0]}", rows[0][1], "0 in lanes, whose samples are the same")
    for lane, experiment in enumerate(experiments):
        for field in differing_fields(experiments[0], experiment):
            if field.path not in FREE_FIELDS:
                allowed = f"the same in all lanes; free are {', '.join(sorted(FREE_FIELDS))}"
                raise ExperimentError(field.path, f"another value in lane {lane}", allowed)
