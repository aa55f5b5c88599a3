"""The notes, 2.3.3: softmax, from large numbers to two classes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.claims.claim import Claim, Figure
from engine.claims.runs import trained
from engine.losses import LOSSES
from engine.presets import preset
from engine.program import Program
from engine.trainer import Trainer

Float64 = NDArray[np.float64]
DRAWN = 2000  # columns of logits


def probabilities() -> tuple[Figure, ...]:
    """Sums and finiteness up to logits of ±10 000, two classes against the sigmoid, and dZ against ŷ − y."""
    random = np.random.default_rng(0)
    Z = random.uniform(-1e4, 1e4, (10, DRAWN))
    A = _outputs("classes", Z)
    two = random.uniform(-20.0, 20.0, (2, DRAWN))
    apart = np.abs(_outputs("classes", two)[0] - _outputs("two-class", two[:1] - two[1:])[0]).max()
    three = trained(preset("blobs")).evaluate().accuracy["test"]
    return (
        Figure(
            name="logits up to ±10 000: share of probabilities that are finite",
            value=float(np.isfinite(A).mean()),
            least=1.0,
        ),
        Figure(
            name="logits up to ±10 000: largest distance of a sum from 1",
            value=float(np.abs(A.sum(axis=0) - 1.0).max()),
            most=1e-12,
        ),
        Figure(name="two classes: largest difference from σ(z₁ − z₂)", value=float(apart), most=1e-12),
        Figure(name="dZ: largest difference from (ŷ − y)/m", value=_derivative_error(), most=1e-15),
        Figure(name="three blobs: test accuracy", value=three, least=0.97),
    )


def _outputs(task: str, Z: Float64) -> Float64:
    """What the output layer makes of its logits (n[L], m)."""
    A, program = np.empty_like(Z), Program()
    LOSSES[task, "cross-entropy"].forward(program.do, Z.copy(), A)
    program.function()()
    return A


def _derivative_error() -> float:
    trainer = Trainer(replace(preset("iris"), dtype="float64"))
    x, y = (part[:30] for part in trainer.split("train"))
    trainer.cost_and_gradient(x, y)
    output = trainer.network.training_pass(len(x)).output
    wanted = (output.A - np.eye(trainer.prepared.outputs)[y].T) / len(x)
    return float(np.abs(output.dZ - wanted).max())


CLAIMS = (
    Claim(
        section="2.3.3",
        name="softmax",
        title="Softmax",
        says="The probabilities add up to one for every logit, two classes are the sigmoid, and dZ is ŷ − y.",
        measure=probabilities,
    ),
)
