"""How fast a training step is, as ratios taken in one run: against a notebook-style loop and the plain reference.

    python -m tests.benchmarks.engine [--json] [--rounds N]

Each round times engine, notebook and reference in turn; a ratio is taken within a round and the median over the
rounds is printed, so that a machine that slows down for a while slows all three. One BLAS thread, float32.
"""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_name, "1")

import argparse  # noqa: E402 - the number of BLAS threads must be set before NumPy is imported
import json  # noqa: E402
import statistics  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable, Sequence  # noqa: E402
from dataclasses import dataclass  # noqa: E402

import numpy as np  # noqa: E402

from engine.data.dataset import DataSet  # noqa: E402
from engine.data.prepare import Prepared, prepare_dataset  # noqa: E402
from engine.experiment import Experiment, Layer, Optimizer, Split  # noqa: E402
from engine.program import Program  # noqa: E402
from engine.trainer import Trainer  # noqa: E402
from tests import notebook, reference  # noqa: E402


@dataclass(frozen=True)
class Case:
    """One network: sizes n[0..L], hidden activation, batch size, optimiser, training samples, steps a round."""

    name: str
    sizes: tuple[int, ...]
    activation: str
    batch: int
    optimizer: str
    samples: int
    steps: int

    @property
    def experiment(self) -> Experiment:
        """The case for the engine."""
        return Experiment(
            split=Split(train=100, dev=0, test=0),
            layers=tuple(Layer(units=n, activation=self.activation) for n in self.sizes[1:-1]),
            optimizer=Optimizer(kind=self.optimizer, learning_rate=0.01),
            batch_size=self.batch,
        )


CASES = (
    Case("2-4-2-1", (2, 4, 2, 1), "tanh", 10, "gd", 250, 2000),
    Case("2-8-8-8-1", (2, 8, 8, 8, 1), "tanh", 32, "adam", 256, 1500),
    Case("784-256-128-10", (784, 256, 128, 10), "relu", 256, "adam", 2560, 20),
)


def make_prepared(case: Case) -> Prepared:
    """Random inputs and labels of the case's sizes: the arithmetic of a step does not look at the values."""
    random = np.random.default_rng(0)
    classes = max(2, case.sizes[-1])
    dataset = DataSet(
        x=random.standard_normal((case.samples, case.sizes[0])),
        y=random.integers(0, classes, case.samples),
        feature_names=tuple(f"x{k}" for k in range(case.sizes[0])),
        class_names=tuple(str(k) for k in range(classes)),
        task="two-class" if classes == 2 else "classes",
    )
    return prepare_dataset(case.experiment, dataset)


def engine_runner(case: Case, prepared: Prepared) -> Callable[[], None]:
    """The engine's own loop, with its shuffling and its check of every gradient, without its look at all sets after
    an epoch (a notebook has none; it computes the cost of each batch instead)."""
    trainer = Trainer(case.experiment, prepared)
    trainer.evaluate_every = 0
    trainer.advance(case.steps // 10 + 2)
    return lambda: _ignore(trainer.advance(case.steps))


def notebook_runner(case: Case, prepared: Prepared) -> Callable[[], None]:
    """The notebook's loop, in float32 like the engine."""
    X, Y = _columns(case, prepared)
    output = "sigmoid" if case.sizes[-1] == 1 else "softmax"
    activations = [case.activation] * (len(case.sizes) - 2) + [output]

    def run() -> None:
        random = np.random.default_rng(1)
        notebook.train(
            X,
            Y,
            case.sizes,
            activations,
            batch_size=case.batch,
            optimizer=case.optimizer,
            learning_rate=0.01,
            random=random,
            steps=case.steps,
        )

    return run


def reference_runner(case: Case, prepared: Prepared) -> Callable[[], None]:
    """The tests' reference, without any cost."""
    X, Y = _columns(case, prepared)
    parameters = notebook.initialize_parameters(case.sizes, np.random.default_rng(1))
    L = len(case.sizes) - 1
    net = reference.Net(
        W=[parameters[f"W{layer}"] for layer in range(1, L + 1)],
        b=[parameters[f"b{layer}"] for layer in range(1, L + 1)],
        gamma=[None] * L,
        beta=[None] * L,
        g=[case.activation] * (L - 1),
        task="two-class" if case.sizes[-1] == 1 else "classes",
        loss="cross-entropy",
        m_train=case.samples,
    )
    optimizer = case.experiment.optimizer
    states = [({}, {}) for _ in range(L)]

    def run() -> None:
        random, t = np.random.default_rng(1), 0
        while t < case.steps:
            for X_batch, Y_batch in notebook.random_mini_batches(X, Y, case.batch, random):
                t += 1
                for layer, (dW, db, _, _) in enumerate(reference.backward(net, X_batch, Y_batch)):
                    net.W[layer] = reference.step(optimizer, net.W[layer], dW, states[layer][0], t)
                    net.b[layer] = reference.step(optimizer, net.b[layer], db, states[layer][1], t)
                if t >= case.steps:
                    return

    return run


def floor_of(case: Case, prepared: Prepared) -> tuple[int, float]:
    """How many NumPy calls a step makes, and what those calls cost on arrays of one element, in seconds: the floor
    under every program that makes the same calls."""
    trainer = Trainer(case.experiment, prepared)
    programs: Sequence[Program] = (trainer.network.training_pass(case.batch).program, trainer.update_program)
    calls = sum(len(program.calls) for program in programs)
    one = np.ones((1, 1), np.float32)
    start = time.perf_counter()
    for _ in range(20000):
        np.multiply(one, one, one)
    return calls, (time.perf_counter() - start) / 20000 * calls


def measure(case: Case, rounds: int) -> dict[str, float]:
    """Median ratios notebook/engine and reference/engine, the engine's step and its floor in microseconds."""
    prepared = make_prepared(case)
    runners = [make(case, prepared) for make in (engine_runner, notebook_runner, reference_runner)]
    for run in runners[1:]:
        run()
    ratios: list[tuple[float, float]] = []
    steps: list[float] = []
    for _ in range(rounds):
        ours, theirs, plain = (_time(run) for run in runners)
        ratios.append((theirs / ours, plain / ours))
        steps.append(ours / case.steps)
    calls, floor = floor_of(case, prepared)
    return {
        "notebook": statistics.median(a for a, _ in ratios),
        "reference": statistics.median(b for _, b in ratios),
        "step_us": statistics.median(steps) * 1e6,
        "calls": float(calls),
        "floor_us": floor * 1e6,
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Print a table, or with --json one object."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.engine", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--rounds", type=int, default=9, help="rounds whose median is taken (default 9)")
    options = parser.parse_args(argv)
    figures = {case.name: measure(case, options.rounds) for case in CASES}
    if options.json:
        print(json.dumps(figures))
        return 0
    print(f"{'network':18}{'× notebook':>12}{'× reference':>13}{'µs a step':>12}{'calls':>8}{'floor µs':>10}")
    for name, row in figures.items():
        print(
            f"{name:18}{row['notebook']:12.1f}{row['reference']:13.1f}{row['step_us']:12.1f}"
            f"{row['calls']:8.0f}{row['floor_us']:10.1f}"
        )
    return 0


def _columns(case: Case, prepared: Prepared) -> tuple[np.ndarray, np.ndarray]:
    X = np.ascontiguousarray(prepared.x["train"].T)
    y = prepared.y["train"]
    Y = np.eye(case.sizes[-1])[y].T if case.sizes[-1] > 1 else y[None, :]
    return X, np.ascontiguousarray(Y.astype(np.float32))


def _time(run: Callable[[], None]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _ignore(_: object) -> None:
    """A runner returns nothing."""


if __name__ == "__main__":
    raise SystemExit(main())
