"""Training: one experiment, one network, one position in the run.

``advance`` makes updates across batch and epoch ends; ``update`` takes over an edited experiment while training goes
on; ``checkpoint`` and ``restore`` continue a run as if it had never stopped, bit for bit. No clock, no threads, no
global randomness: the same experiment gives the same bits.
"""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array, constant
from engine.augmented_inputs import AugmentedInputs, check_augmentation
from engine.batches import Batch, Batches
from engine.checkpoint import Checkpoint
from engine.data.prepare import Prepared, prepare
from engine.divergence import explain
from engine.early_stopping import Watch, Watched, check_dev_set
from engine.errors import ExperimentError
from engine.evaluation import Evaluation, Evaluator, targets_of
from engine.experiment import Experiment
from engine.frozen import FrozenWeight, check_frozen
from engine.history import History, is_looked_at
from engine.holding import Holding
from engine.layer_parameters import LayerParameters
from engine.network import Network, make_network
from engine.program import Program
from engine.random_streams import stream
from engine.schedule import learning_rate_at
from engine.snapshot import SETS, SetName
from engine.training_pass import TrainingPass
from engine.transplant import transplant, transplant_vector
from engine.updates import TINY_EVERY, Penalties, Updates

Observe = Callable[[TrainingPass], Callable[[Array, Array, Array], None]]


class Trainer(LayerParameters):
    """Data prepared, network initialised from the seed, ready to train.

    Raises ExperimentError (a field does not fit the data), DataError or OSError (the data cannot be read).
    """

    def __init__(self, experiment: Experiment, prepared: Prepared | None = None) -> None:
        self.experiment = experiment
        self.prepared = prepare(experiment) if prepared is None else prepared
        self._check_size()
        check_dev_set(experiment.early_stopping, len(self.prepared.x["dev"]))
        check_augmentation(experiment.augmentation, self.prepared.dataset)
        self.network = self._make_network(experiment)
        self._make_evaluator()
        self._shuffle = stream(experiment.seed, "shuffle")
        self._augmented = AugmentedInputs(self.prepared, stream(experiment.seed, "augmentation"))
        self._augmented.draw(experiment.augmentation)
        self._bind()
        self._batches = self._make_batches()
        self._batches.start_epoch()
        self.steps, self.epoch = 0, 0  # updates made, epochs finished
        self.observe: Observe | None = None  # wraps a pass's gradient, to look at each batch; None costs nothing
        self.evaluate_every: int | None = None  # epochs between two rows; 0: none; None: as history and stopping need
        self.history = History()
        self._watch = Watch()
        with np.errstate(all="ignore"):
            self._record()

    def _check_size(self) -> None:
        if len(self.prepared.x["train"]) < 1:
            raise ExperimentError("split.train", self.experiment.split.train, "a share that holds at least one sample")

    def _make_network(self, experiment: Experiment) -> Network:
        inputs = len(self.prepared.input_names)
        return make_network(experiment, inputs, self.prepared.outputs, self.prepared.task)

    def _make_evaluator(self) -> None:
        task, outputs, dtype = self.prepared.task, self.prepared.outputs, self.network.dtype
        targets = {name: targets_of(self.prepared.y[name], task, outputs, dtype) for name in SETS}
        self._targets = targets["train"]
        self._evaluator = Evaluator(self.prepared.x, targets, task)

    def _make_batches(self) -> Batches:
        x, ones = self._augmented.x, self.network.first_layer_has_bias
        return Batches(x, self._targets, self._batch_size(), self._shuffle, with_ones=ones)

    def _batch_size(self) -> int:
        size = self.experiment.batch_size
        return len(self._targets) if size == "all" else size

    def _bind(self) -> None:
        """Make what works on the network's vectors: penalties and the optimiser's update."""
        self._penalties = Penalties(self.network, self.experiment.penalty, len(self._targets))
        self._updates = Updates(self.network, self.experiment.optimizer)
        self._gradient_square = self.network.gradient.dot
        self._norm = constant(0.0, self.network.dtype)  # of the gradient, squared
        self._newest: TrainingPass | None = None  # the chain of the newest batch
        self._hold(self.experiment.frozen)

    def _hold(self, frozen: tuple[FrozenWeight, ...]) -> None:
        """Give frozen weights their values, and weave that into what follows a gradient."""
        self._holding = Holding(self.network, frozen)
        self._holding.put_back()
        self._holding.forget(self._updates.states)
        self._follow_gradient()

    def _follow_gradient(self) -> None:
        """What is done with a gradient before it is checked, and what it then does."""
        self._adjust, self._step = self._holding.around(self._penalties.add_gradient, self._updates.next)

    # Where the run is.

    @property
    def batch_in_epoch(self) -> int:
        """Batches done in the running epoch."""
        return self._batches.index

    @property
    def position(self) -> float:
        """Where the run is, in epochs: half of the samples of the third epoch done is 2.5."""
        return self.epoch + self._batches.position / self._batches.samples

    @property
    def batches_per_epoch(self) -> int:
        """Batches of a whole epoch."""
        return self._batches.per_epoch

    @property
    def stopped(self) -> bool:
        """Whether early stopping has ended the run, at the weights of ``best_epoch``; ``go_on`` lets it train on."""
        return self._watch.stopped

    @property
    def best_epoch(self) -> int | None:
        """The epoch of the lowest dev cost under early stopping; None without it, or before one has been watched."""
        best = self._watch.state.best
        return None if best is None or not self.experiment.early_stopping.patience else best.epoch

    @property
    def augmented(self) -> NDArray[np.float64] | None:
        """Raw features (m, n_x) of the training samples as augmentation has drawn them for this epoch; None without."""
        return self._augmented.raw

    def go_on(self) -> None:
        """After early stopping: train on from the best weights, with the whole patience again."""
        self._watch.go_on(self.epoch)

    @property
    def learning_rate(self) -> float:
        """α in force in the running epoch."""
        return learning_rate_at(self.experiment.schedule, self.experiment.optimizer.learning_rate, self.epoch)

    @property
    def update_program(self) -> Program:
        """The optimiser's calls, as they run."""
        return self._updates.program

    # Training.

    def advance(self, steps: int) -> int:
        """Make up to ``steps`` updates, across epoch ends; finished epochs are evaluated into the history.

        Returns the updates made: fewer when early stopping ends the run. Raises Diverged when a gradient is not
        finite: the parameters are the last finite ones, and the run stays where it was before that step.
        """
        left = steps
        with np.errstate(all="ignore"):  # overflow is met by the check of each gradient, with its step and layer
            while left > 0 and not self._watch.stopped:
                self._updates.set_rate(self.experiment.optimizer, self.learning_rate)
                left -= self._advance_in_epoch(left)
                if self._batches.position >= self._batches.samples:
                    self._end_epoch()
        return steps - left

    def _advance_in_epoch(self, steps: int) -> int:
        """The loop of training: gradient, its check, update; at most ``steps``, at most to the end of the epoch."""
        batches, network, made = self._batches, self.network, 0
        square, gradient, norm = self._gradient_square, network.gradient, self._norm
        adjust, update = self._adjust, self._step
        size, position = -1, batches.position
        try:
            for stop, (X, X_T, Y) in batches.next(steps):
                if stop - position != size:
                    size = stop - position
                    chain = self._newest = network.training_pass(size)
                    run = chain.gradient if self.observe is None else self.observe(chain)
                run(X, X_T, Y)
                if adjust is not None:
                    adjust()
                square(gradient, norm)
                if not isfinite(norm):
                    raise explain(self, chain, self.steps + made + 1)
                update()
                made += 1
                position = stop
        finally:
            batches.position = position
            self.steps += made
        return made

    def _start_epoch(self) -> None:
        if self._augmented.draw(self.experiment.augmentation):
            self._batches.set_inputs(self._augmented.x)
        self._batches.start_epoch()

    def _end_epoch(self) -> None:
        self.epoch += 1
        if self.epoch % TINY_EVERY == 0:
            self._updates.drop_tiny()
            self._holding.put_back()
        self._start_epoch()
        if self._is_looked_at():
            self._record()
            if self.experiment.early_stopping.patience:
                vectors = (self.network.parameters, self.network.running, *self._updates.states)
                self._watch.see(self.experiment.early_stopping, self.epoch, self.history.last("cost_dev"), vectors)

    def _is_looked_at(self) -> bool:
        """Early stopping looks at every epoch; without it a long run is looked at less often."""
        if self.evaluate_every is None:
            return self.experiment.early_stopping.patience > 0 or is_looked_at(self.epoch)
        return self.evaluate_every > 0 and self.epoch % self.evaluate_every == 0

    def history_so_far(self) -> History:
        """The history, closed by a row of the last finished epoch where the run stands at its end."""
        if self.batch_in_epoch or self.history.last("epoch") >= self.epoch:
            return self.history
        whole = History()
        whole.restore(self.history.table)
        with np.errstate(all="ignore"):
            whole.append(self._row())
        return whole

    def _record(self) -> None:
        self.history.append(self._row())

    def _row(self) -> tuple[float, ...]:
        penalty = self._penalties.value()
        figures = self._evaluator.measure(self.network, penalty)
        return (self.epoch, self.learning_rate, penalty, *figures)

    def run(self, epochs: int) -> None:
        """Train to the end of the running epoch, then on until ``epochs`` more are finished or it is stopped early."""
        last = self.epoch + epochs
        while self.epoch < last and not self._watch.stopped:
            self.advance(max(1, self.batches_per_epoch - self.batch_in_epoch))

    # Looking at it.

    def kept_units(self) -> tuple[NDArray[np.bool_] | None, ...]:
        """Which units of each hidden layer dropout has kept for the first sample of the newest batch, (n[l],).

        None for a layer that drops nothing, and before the first batch.
        """
        parts = self._newest.dropouts if self._newest is not None else [None] * len(self.experiment.layers)
        return tuple(None if part is None else part.D[:, 0] > 0 for part in parts)

    def evaluate(self) -> Evaluation:
        """Cost, accuracy and outputs of all sets, now."""
        with np.errstate(all="ignore"):
            return self._evaluator.evaluate(self.network, self._penalties.value())

    def predict(self, x: NDArray[Any]) -> Array:
        """Raw features (m, n_x) -> probabilities (m,) of class 1, or (m, C); for regression values (m,)."""
        with np.errstate(all="ignore"):
            _, A = self.network.logits_and_outputs(self.prepared.inputs(x))
        return A.T.copy() if self.prepared.task == "classes" else A[0].copy()

    def responses(self, x: NDArray[Any]) -> list[Array]:
        """Raw features (m, n_x) -> [inputs (n[0], m), A[1] (n[1], m), …, A[L] (n[L], m)]."""
        with np.errstate(all="ignore"):
            inputs = self.prepared.inputs(x)
            return [inputs.T.copy(), *self.network.responses(inputs)]

    def split(self, name: SetName) -> tuple[Array, NDArray[Any]]:
        """A set as prepared: x (m, n[0]) and y (m,)."""
        return self.prepared.x[name], self.prepared.y[name]

    # A weight by hand.

    def set_weight(self, layer: int, unit: int, source: int | None, value: float) -> None:
        """Give one weight, or a bias (``source`` None), another value, all counted from 1; its averages start at 0.

        Raises ExperimentError for one that is not there, that is frozen, or for a value out of range.
        """
        one = FrozenWeight(layer=layer, unit=unit, input=source, value=value)
        if any(frozen.place == one.place for frozen in self.experiment.frozen):
            raise ExperimentError("weight", one.place, "one that is not frozen; a frozen one is set by its value")
        single = Holding(self.network, (one,))
        single.put_back()
        single.forget(self._updates.states)

    # One batch by hand.

    def cost_and_gradient(self, x: NDArray[Any], y: NDArray[Any]) -> tuple[float, Array]:
        """J with penalties on a batch of prepared features (m, n[0]), y (m,), and its gradient (P,), a copy.

        The pass is the training pass: batch norm uses the batch's own statistics, dropout drops. Batch norm's running
        averages are left as they are, since a cost is only looked at.
        """
        batch = self._as_batch(x, y)
        chain = self.network.training_pass(len(x))
        with np.errstate(all="ignore"):
            chain.gradient(*batch)
            self.network.take_back_running_averages()
            if self._penalties.add_gradient is not None:
                self._penalties.add_gradient()
            loss = self.network.loss.value(chain.output.Z, chain.output.A, batch[2])
            cost = float(np.add.reduce(loss, dtype=np.float64)) / len(x) + self._penalties.value()
        return cost, self.network.gradient.copy()

    def step(self, x: NDArray[Any], y: NDArray[Any]) -> None:
        """One update on a batch of prepared features (m, n[0]), y (m,); dropout from the trainer's own stream."""
        with np.errstate(all="ignore"):
            self._updates.set_rate(self.experiment.optimizer, self.learning_rate)
            chain = self.network.training_pass(len(x))
            chain.gradient(*self._as_batch(x, y))
            if self._adjust is not None:
                self._adjust()
            if not isfinite(self._gradient_square(self.network.gradient)):
                raise explain(self, chain, self.steps + 1)
            self._step()
        self.steps += 1

    def _as_batch(self, x: NDArray[Any], y: NDArray[Any]) -> Batch:
        dtype, inputs = self.network.dtype, self.network.inputs
        if np.ndim(x) != 2 or np.shape(x)[1] != inputs or len(x) < 1 or np.shape(y) != (len(x),):
            raise ExperimentError("batch", (np.shape(x), np.shape(y)), f"x of shape (m, {inputs}) and y of shape (m,)")
        ones = [np.ones((len(x), 1), dtype)] if self.network.first_layer_has_bias else []
        rows = np.ascontiguousarray(np.concatenate([np.asarray(x, dtype), *ones], axis=1))
        targets = targets_of(np.asarray(y), self.prepared.task, self.prepared.outputs, dtype)
        return rows.T, rows, targets.T

    # Changing it while it runs.

    def update(self, experiment: Experiment) -> None:
        """Take over a change whose effect is live or shape: training goes on with the weights that can be kept.

        Raises ExperimentError, and leaves everything as it was, when the experiment does not fit the data.
        """
        old = self.experiment
        check_dev_set(experiment.early_stopping, len(self.prepared.x["dev"]))
        check_frozen(
            experiment.frozen, [self.network.inputs, *(one.units for one in experiment.layers), self.network.outputs]
        )
        check_augmentation(experiment.augmentation, self.prepared.dataset)
        same_network = (experiment.layers, experiment.loss) == (old.layers, old.loss)
        if not same_network:
            self._replace_network(experiment)
        self.experiment = experiment
        if not same_network or _watched(experiment) != _watched(old):
            self._watch = Watch()  # costs, or vectors, that cannot be compared with those before
        self._penalties = Penalties(self.network, experiment.penalty, len(self._targets))
        if not same_network or experiment.optimizer.kind != old.optimizer.kind:
            self._rebind_updates(experiment)
        if self._batch_size() != self._batches.size:
            self._batches.cut(self._batch_size())
        self._hold(experiment.frozen)

    def take_data(self, experiment: Experiment, prepared: Prepared) -> None:
        """Go on with other samples, whose effect is data: weights and optimiser stay, a new epoch begins.

        Raises ExperimentError, and leaves everything as it was, when the network or the experiment does not fit them.
        """
        shape, ours = (len(prepared.input_names), prepared.outputs, prepared.task), self.prepared
        if shape != (len(ours.input_names), ours.outputs, ours.task) or prepared.dtype != ours.dtype:
            raise ExperimentError("data", shape, "samples with as many inputs and outputs as the network has")
        check_dev_set(experiment.early_stopping, len(prepared.x["dev"]))
        check_augmentation(experiment.augmentation, prepared.dataset)
        self.prepared = prepared
        self._make_evaluator()
        self._augmented = self._augmented.of(prepared)
        self._augmented.draw(self.experiment.augmentation)
        self._batches = self._make_batches()
        self._batches.start_epoch()
        self._watch = Watch()  # costs of other samples cannot be compared
        self.update(experiment)

    def _replace_network(self, experiment: Experiment) -> None:
        network = self._make_network(experiment)
        network.dropout_random = self.network.dropout_random
        transplant(self.network, network)
        old, old_updates = self.network, self._updates
        self.network, self._newest = network, None
        self._gradient_square = network.gradient.dot
        self._updates = Updates(network, self.experiment.optimizer)
        self._updates.coefficients.steps = old_updates.coefficients.steps
        for theirs, ours in zip(old_updates.states, self._updates.states, strict=True):
            transplant_vector(old, network, theirs, ours)
        if network.first_layer_has_bias != old.first_layer_has_bias:
            order, position = self._batches.order, self._batches.position
            self._batches = self._make_batches()
            self._batches.restore(order, position)

    def _rebind_updates(self, experiment: Experiment) -> None:
        """A new optimiser starts with empty averages; the same one keeps those it has."""
        if experiment.optimizer.kind != self._updates.kind:
            self._updates = Updates(self.network, experiment.optimizer)

    def checkpoint(self) -> Checkpoint:
        """Everything the run hangs on, as copies."""
        return Checkpoint(
            parameters=self.network.parameters.copy(),
            running=self.network.running.copy(),
            states=tuple(state.copy() for state in self._updates.states),
            optimizer_steps=self._updates.coefficients.steps,
            random={
                "shuffle": self._shuffle.bit_generator.state,
                "dropout": self.network.dropout_random.bit_generator.state,
                "augmentation": self._augmented.random_state,
            },
            order=self._batches.order.copy(),
            position=self._batches.position,
            step=self.steps,
            epoch=self.epoch,
            history=self.history.table,
            watched=self._watch.state,
            drawn=self._augmented.drawn,
        )

    def restore(self, checkpoint: Checkpoint) -> None:
        """Continue from a checkpoint of the same experiment: the rest of the run is the same to the last bit."""
        self.parameters = checkpoint.parameters
        np.copyto(self.network.running, checkpoint.running)
        for ours, theirs in zip(self._updates.states, checkpoint.states, strict=True):
            np.copyto(ours, theirs)
        self._updates.coefficients.steps = checkpoint.optimizer_steps
        self._shuffle.bit_generator.state = checkpoint.random["shuffle"]
        self.network.dropout_random.bit_generator.state = checkpoint.random["dropout"]
        if self._augmented.restore(checkpoint.drawn, checkpoint.random.get("augmentation")):
            self._batches.set_inputs(self._augmented.x)
        self._batches.restore(checkpoint.order, checkpoint.position)
        self.steps, self.epoch = checkpoint.step, checkpoint.epoch
        self.history.restore(checkpoint.history)
        self._watch.state = checkpoint.watched or Watched()


def _watched(experiment: Experiment) -> tuple[object, ...]:
    """What early stopping's best weights and their cost depend on."""
    return experiment.early_stopping, experiment.penalty, experiment.optimizer.kind, experiment.frozen
