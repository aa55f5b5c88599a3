"""How fast a training step is, as ratios taken in one run: against a notebook-style loop and the plain reference.

    python -m tests.benchmarks.engine [--json] [--rounds N] [--only NAME]

Each round times engine, notebook, reference and engine again; a ratio is taken within a round, against the mean of the
two, and the median over the rounds is printed, so that a machine that slows down for a while slows all. One BLAS
thread, float32. Besides: scikit-learn's partial_fit for the smallest network, the share of the machine's rate of matrix
products for the widest, the time of a surface of 256 × 256 points, and under every network its floor: as many calls
as its step makes, each at the cost of one product of two arrays of the size that is typical for that network.
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
from dataclasses import replace  # noqa: E402
from importlib.util import find_spec  # noqa: E402

import numpy as np  # noqa: E402

from engine.data.prepare import Prepared  # noqa: E402
from engine.lanes import Lanes  # noqa: E402
from engine.program import Call  # noqa: E402
from engine.trainer import Trainer  # noqa: E402
from tests.benchmarks.engine_cases import (  # noqa: E402
    CASES,
    Case,
    make_prepared,
    make_trainer,
    notebook_runner,
    reference_runner,
    scikit_learn_runner,
)

SMALLEST = "2-4-2-1"
LANES = (4, 16, 64)  # models trained at once
FEWER = 20  # scikit-learn makes so many times fewer steps: it takes a hundred times as long
PRODUCTS = "1024-1024-1024-10"
SURFACE = "2-8-8-8-1"
POINTS = 256  # on each side of the surface


def measure(case: Case, rounds: int) -> dict[str, float]:
    """Median ratios to the engine, the engine's step and its floor in microseconds, and what else the case asks for."""
    prepared = make_prepared(case)
    trainer = make_trainer(case, prepared)
    others = {"notebook": notebook_runner(case, prepared), "reference": reference_runner(case, prepared)}
    if case.name == SMALLEST and find_spec("sklearn"):  # the test extra brings it; without it one figure less
        others["scikit-learn"] = scikit_learn_runner(case, prepared, case.steps // FEWER)
    if case.name == PRODUCTS:
        others["products"] = _product_runner()
    trainer.advance(case.steps // 10 + 2)
    if case.name == PRODUCTS:
        rounds = rounds // 4 + 1  # each takes seconds
    ratios, steps = _rounds(lambda: _ignore(trainer.advance(case.steps)), others, rounds)
    figures = {name: statistics.median(values) for name, values in ratios.items()}
    if "scikit-learn" in figures:
        figures["scikit-learn"] *= FEWER
    if case.name == PRODUCTS:
        # the time of one large product over that of all steps, in operations: the share of the machine's rate
        figures["share_of_sgemm"] = figures.pop("products") * case.operations * case.steps / (2.0 * LARGE**3)
    if case.name == SMALLEST:
        figures |= {f"lanes_{lanes}": throughput(case, prepared, trainer, lanes, rounds) for lanes in LANES}
    if case.name == SURFACE:
        figures["surface_ms"] = surface_ms(trainer)
    figures["step_us"] = statistics.median(steps) / case.steps * 1e6
    return figures | floor_of(case, trainer)


def _rounds(
    run: Callable[[], None], others: dict[str, Callable[[], None]], rounds: int
) -> tuple[dict[str, list[float]], list[float]]:
    """Each round's ratios to the engine by name, and the engine's times in seconds."""
    ratios: dict[str, list[float]] = {name: [] for name in others}
    ours: list[float] = []
    for warm in others.values():
        warm()
    for _ in range(rounds):
        before = _time(run)
        times = {name: _time(other) for name, other in others.items()}
        ours.append((before + _time(run)) / 2)
        for name, seconds in times.items():
            ratios[name].append(seconds / ours[-1])
    return ratios, ours


def throughput(case: Case, prepared: Prepared, trainer: Trainer, lanes: int, rounds: int) -> float:
    """Models × steps of so many lanes in a time, over the steps that one model makes in it alone."""
    many = Lanes([replace(case.experiment, seed=seed) for seed in range(lanes)], prepared)
    many.evaluate_every = 0
    fewer = case.steps // 4
    ratios, _ = _rounds(
        lambda: _ignore(trainer.advance(case.steps)), {"lanes": lambda: _ignore(many.advance(fewer))}, rounds
    )
    return lanes * fewer / case.steps / statistics.median(ratios["lanes"])


LARGE = 1024


def _product_runner() -> Callable[[], None]:
    """One large product in float32: the machine's rate."""
    random = np.random.default_rng(0)
    a, b = (random.standard_normal((LARGE, LARGE)).astype(np.float32) for _ in range(2))
    out = np.empty_like(a)
    return lambda: _ignore(a.dot(b, out))


def surface_ms(trainer: Trainer) -> float:
    """Median time of the network's output on a grid of 256 × 256 points, in milliseconds."""
    axis = np.linspace(-6, 6, POINTS, dtype=np.float32)
    points = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)

    def run() -> None:
        trainer.network.logits_and_outputs(points)

    run()
    return statistics.median(_time(run) for _ in range(101)) * 1e3


def floor_of(case: Case, trainer: Trainer) -> dict[str, float]:
    """calls: how many a step makes; size: how many numbers the median call writes; floor_us: that many calls, each
    at the cost of a product of two arrays of that size."""
    programs = (trainer.network.training_pass(case.batch).program, trainer.update_program)
    calls = [call for program in programs for call in program.calls]
    size = int(statistics.median(_written(call) for call in calls))
    a, b, out, multiply = np.ones(size, np.float32), np.ones(size, np.float32), np.empty(size, np.float32), np.multiply
    repeats = max(100, 2_000_000 // max(size, 1000))
    times = []
    for _ in range(9):
        start = time.perf_counter()
        for _ in range(repeats):
            multiply(a, b, out)
        times.append((time.perf_counter() - start) / repeats)
    return {
        "calls": float(len(calls)),
        "size": float(size),
        "floor_us": statistics.median(times) * len(calls) * 1e6,
    }


def _written(call: Call) -> int:
    """How many numbers a call writes: its last array."""
    arrays = [one for one in (*call.arguments, *call.keywords.values()) if isinstance(one, np.ndarray)]
    return arrays[-1].size if arrays else 1


def main(argv: Sequence[str] | None = None) -> int:
    """Print a table, or with --json one object."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.engine", description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--rounds", type=int, default=31, help="rounds whose median is taken (default 31)")
    parser.add_argument("--only", choices=[case.name for case in CASES], help="one network only")
    options = parser.parse_args(argv)
    figures = {case.name: measure(case, options.rounds) for case in CASES if options.only in (None, case.name)}
    if options.json:
        print(json.dumps(figures))
        return 0
    print(
        f"{'network':20}{'× notebook':>12}{'× reference':>13}{'µs a step':>12}{'calls':>8}{'size':>8}{'floor µs':>10}"
    )
    for name, row in figures.items():
        print(
            f"{name:20}{row['notebook']:12.2f}{row['reference']:13.2f}{row['step_us']:12.1f}"
            f"{row['calls']:8.0f}{row['size']:8.0f}{row['floor_us']:10.1f}{_besides(row)}"
        )
    return 0


def _besides(row: dict[str, float]) -> str:
    words = {
        "scikit-learn": "{:.1f} × scikit-learn's partial_fit",
        **{f"lanes_{lanes}": f"{lanes} lanes {{:.1f}} ×" for lanes in LANES},
        "share_of_sgemm": "{:.0%} of the rate of matrix products",
        "surface_ms": f"surface of {POINTS} × {POINTS} in {{:.1f}} ms",
    }
    return "".join("  " + text.format(row[key]) for key, text in words.items() if key in row)


def _time(run: Callable[[], None]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _ignore(_: object) -> None:
    """A runner returns nothing."""


if __name__ == "__main__":
    raise SystemExit(main())
