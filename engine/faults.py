"""Mistakes of back-propagation to plant in a network, so that one sees the gradient check find them.

One row each: ``with FAULTS["lost-share"].plant(trainer): check_gradients(trainer)``. A fault changes the calls of the
backward pass for batches of one size; the cost stays right, which is how the check finds it (the notes, 2.1.10), and
slow motion shows the faulty calls. When the block ends all is right again. Faults may be planted together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

import numpy as np

from engine.arrays import Array
from engine.errors import GradientCheckError
from engine.experiment import Experiment
from engine.program import Call, Program
from engine.trainer import Trainer
from engine.training_pass import X_T, TrainingPass, X, Y
from engine.updates import Penalties
from engine.values import dataclass

CHECKED = 20  # samples of the batch that ``check_gradients`` looks at, unless told otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One row.

    right, wrong: the formula and what becomes of it. words: what that does to the gradient, in one sentence.
    needs: whether an experiment has what the fault breaks, and the same in words.
    spoil: (trainer, pass) -> the calls of that pass with the fault in them.
    """

    name: str
    title: str
    right: str
    wrong: str
    words: str
    needs: Callable[[Experiment], bool]
    needs_words: str
    spoil: Callable[[Trainer, TrainingPass], list[Call]]

    @contextmanager
    def plant(self, trainer: Trainer, samples: int = CHECKED) -> Iterator[None]:
        """Within the block the gradient of batches of ``samples`` samples (all, where there are fewer) is wrong.

        Raises GradientCheckError when the network has nothing that the fault could break.
        """
        if not self.needs(trainer.experiment):
            raise GradientCheckError(
                f"fault {self.name}: this network has nothing to break; it needs {self.needs_words}"
            )
        chain = trainer.network.training_pass(min(samples, len(trainer.prepared.x["train"])))
        program, gradient = chain.program, chain.gradient
        faulty = Program()
        faulty.calls = self.spoil(trainer, chain)
        chain.program, chain.gradient = faulty, faulty.function(X, X_T, Y)
        try:
            yield
        finally:
            chain.program, chain.gradient = program, gradient


def _lose_share(trainer: Trainer, chain: TrainingPass) -> list[Call]:
    """Leave out what gives dZ of the output layer its share 1/m; everything behind it is linear in that dZ."""
    return [call for call in chain.program.calls if not _reads(call, chain.output.share)]


def _use_z_for_a(trainer: Trainer, chain: TrainingPass) -> list[Call]:
    """In the tanh layers, what computes g′ from A reads Z instead."""
    tanh = [group for group in chain.derivatives if group.rule.name == "tanh"]

    def changed(call: Call) -> Call:
        for group in tanh:
            if _reads(call, group.A) and _writes(call, group.dZ):
                arguments = tuple(group.Z if one is group.A else one for one in call.arguments)
                return replace(call, formula=call.formula.replace("A", "Z"), arguments=arguments)
        return call

    return [changed(call) for call in chain.program.calls]


def _lose_mask(trainer: Trainer, chain: TrainingPass) -> list[Call]:
    """Leave out what multiplies a gradient with the mask D of its dropout layer."""
    drops = [part for part in chain.dropouts if part is not None]

    def masks(call: Call) -> bool:
        return any(_reads(call, part.D) and _writes(call, part.dA_out) for part in drops)

    return [call for call in chain.program.calls if not masks(call)]


def _lose_penalty(trainer: Trainer, chain: TrainingPass) -> list[Call]:
    """Take away in the pass what the trainer adds to the gradient after it; the cost keeps its penalty."""
    g, samples = trainer.network.gradient, len(trainer.prepared.x["train"])
    add = Penalties(trainer.network, trainer.experiment.penalty, samples).add_gradient
    assert add is not None, "the fault needs a penalty"
    loss_part = np.zeros_like(g)
    program = Program()
    program.calls = list(chain.program.calls)
    program.do("kept: dW", np.copyto, loss_part, g)
    program.do("dW := dW + λ/m W", add)
    program.do("dW − (dW + λ/m W) = −λ/m W", np.subtract, loss_part, g, g)
    program.do("dW := dW − λ/m W", np.add, loss_part, g, g)
    return program.calls


def _reads(call: Call, array: Array) -> bool:
    """Whether an array is an operand of a call; the last argument is what it writes."""
    return any(one is array for one in call.arguments[:-1])


def _writes(call: Call, array: Array) -> bool:
    return bool(call.arguments) and call.arguments[-1] is array


FAULTS: Mapping[str, Fault] = {
    row.name: row
    for row in (
        Fault(
            name="lost-share",
            title="Lost 1/m",
            right="dZ = (A − Y)/m",
            wrong="dZ = A − Y",
            words="Every gradient is the sum over the batch instead of its mean, m times too large.",
            needs=lambda experiment: True,
            needs_words="nothing",
            spoil=_lose_share,
        ),
        Fault(
            name="tanh-of-z",
            title="tanh′ of z instead of a",
            right="g′ = 1 − A²",
            wrong="g′ = 1 − Z²",
            words="The formula wants the activation and gets its input: the further a unit is from 0, the more wrong.",
            needs=lambda experiment: any(layer.activation == "tanh" for layer in experiment.layers),
            needs_words="a hidden tanh layer",
            spoil=_use_z_for_a,
        ),
        Fault(
            name="lost-mask",
            title="Dropout only forward",
            right="dA = dA ∗ D",
            wrong="dA = dA",
            words="Units that were dropped still get a gradient, and the others miss the factor 1/keep_prob.",
            needs=lambda experiment: any(layer.keep_prob < 1.0 for layer in experiment.layers),
            needs_words="a layer with keep_prob below 1",
            spoil=_lose_mask,
        ),
        Fault(
            name="lost-penalty",
            title="Lost λ term",
            right="dW = dZ·A_prevᵀ + λ/m W",
            wrong="dW = dZ·A_prevᵀ",
            words="The cost counts the size of the weights, but the gradient does not know of it.",
            needs=lambda experiment: experiment.penalty.l1 > 0.0 or experiment.penalty.l2 > 0.0,
            needs_words="a penalty: penalty.l1 or penalty.l2 above 0",
            spoil=_lose_penalty,
        ),
    )
}
