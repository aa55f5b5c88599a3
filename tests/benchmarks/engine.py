"""How fast a training step is, as ratios taken in one run: against a notebook-style loop and the plain reference.

    python -m tests.benchmarks.engine [--json] [--rounds N] [--only NAME]

Each round times engine, notebook, reference and engine again, each for some milliseconds of processor time; a ratio is
taken within a round, against the mean of the two, and the median over the rounds is printed, so that a machine whose
speed changes, or that others use too, does not decide. One BLAS thread, float32. Besides: scikit-learn's partial_fit
and many models at once for the smallest network, the share of the machine's rate of matrix products for the widest, the
time of a surface of 256 × 256 points. Under everything its floor: what its calls cost if each is called alone.
"""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_name, "1")

import json  # noqa: E402 - the number of BLAS threads must be set before NumPy is imported
import statistics  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable, Mapping, Sequence  # noqa: E402
from dataclasses import replace  # noqa: E402
from importlib.util import find_spec  # noqa: E402

import numpy as np  # noqa: E402

from engine.data.prepare import Prepared  # noqa: E402
from engine.lanes import Lanes  # noqa: E402
from engine.network import CHUNK  # noqa: E402
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
from tests.benchmarks.figures import options_of  # noqa: E402
from tests.benchmarks.floor import floor_of  # noqa: E402

SMALLEST = "2-4-2-1"
LANES = (4, 16, 64)  # models trained at once
FEWER = 20  # scikit-learn makes so many times fewer steps: it takes a hundred times as long
PRODUCTS = "1024-1024-1024-10"
SURFACE = "2-8-8-8-1"
POINTS = 256  # on each side of the surface


Figures = dict[str, float]


def measure(case: Case, rounds: int) -> dict[str, Figures]:
    """Figures of single steps and, where the case asks for them, of many models at once and of the surface."""
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
    figures |= _step(statistics.median(steps) / case.steps, *calls_of(trainer, prepared, case.batch))
    rows = {case.name: figures}
    if case.name == SMALLEST:
        rows |= {f"{lanes} models at once": measure_lanes(case, prepared, trainer, lanes, rounds) for lanes in LANES}
    if case.name == SURFACE:
        rows[f"its surface, {POINTS} × {POINTS}"] = measure_surface(trainer, rounds)
    return rows


def _step(seconds: float, calls: Sequence[Call], given: Mapping[str, np.ndarray]) -> Figures:
    return {"step_us": seconds * 1e6, **floor_of(calls, given)}


def calls_of(one: Trainer | Lanes, prepared: Prepared, batch: int) -> tuple[list[Call], dict[str, np.ndarray]]:
    """The calls of a step, and a batch for them."""
    network = one.network
    rows = np.zeros((*network.lanes, batch, network.inputs + network.first_layer_has_bias), np.float32)
    rows[...] = prepared.x["train"][:batch, :1]
    targets = np.zeros((*network.lanes, batch, network.outputs), np.float32)
    calls = [*network.training_pass(batch).program.calls, *one.update_program.calls]
    return calls, {"X": rows.mT, "X_T": rows, "Y": targets.mT}


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


def measure_lanes(case: Case, prepared: Prepared, trainer: Trainer, lanes: int, rounds: int) -> Figures:
    """throughput: models × steps of so many lanes in a time, over the steps that one model makes in it alone."""
    many = Lanes([replace(case.experiment, seed=seed) for seed in range(lanes)], prepared)
    many.evaluate_every = 0
    fewer = case.steps // 4
    many.advance(fewer)
    ratios, steps = _rounds(
        lambda: _ignore(many.advance(fewer)), {"one": lambda: _ignore(trainer.advance(case.steps))}, rounds
    )
    figures = _step(statistics.median(steps) / fewer, *calls_of(many, prepared, case.batch))
    return {"throughput": lanes * fewer / case.steps * statistics.median(ratios["one"]), **figures}


LARGE = 1024


def _product_runner() -> Callable[[], None]:
    """One large product in float32: the machine's rate."""
    random = np.random.default_rng(0)
    a, b = (random.standard_normal((LARGE, LARGE)).astype(np.float32) for _ in range(2))
    out = np.empty_like(a)
    return lambda: _ignore(a.dot(b, out))


def measure_surface(trainer: Trainer, rounds: int) -> Figures:
    """The network's output on a grid of 256 × 256 points: milliseconds, and its floor."""
    axis = np.linspace(-6, 6, POINTS, dtype=np.float32)
    points = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)

    def run() -> None:
        trainer.network.logits_and_outputs(points)

    run()
    seconds = statistics.median(_time(run) for _ in range(3 * rounds))
    parts = len(points) // CHUNK
    floor = floor_of(trainer.network.predictor(CHUNK).program.calls, {})
    return {"surface_ms": seconds * 1e3, "step_us": seconds * 1e6} | {name: parts * one for name, one in floor.items()}


def main(argv: Sequence[str] | None = None) -> int:
    """Print a table, or with --json one object."""
    parser = options_of("tests.benchmarks.engine", __doc__.splitlines()[0], rounds=31)
    parser.add_argument("--only", choices=[case.name for case in CASES], help="one network only")
    options = parser.parse_args(argv)
    if not options.json:
        print(HEADER)
    everything: dict[str, Figures] = {}
    for case in CASES:
        if options.only in (None, case.name):
            rows = measure(case, options.rounds)
            everything |= rows
            if not options.json:
                print("\n".join(_row(name, figures) for name, figures in rows.items()), flush=True)
    if options.json:
        print(json.dumps(everything))
    return 0


HEADER = (
    f"{'network':24}{'× notebook':>12}{'× reference':>13}{'µs a step':>12}{'calls':>8}{'floor µs':>10}{'÷ floor':>9}"
)


def _row(name: str, figures: Figures) -> str:
    against = (f"{figures[one]:.2f}" if one in figures else "" for one in ("notebook", "reference"))
    ratios = "{:>12}{:>13}".format(*against)
    step, floor = figures["step_us"], figures["floor_us"]
    besides = "".join("  " + text.format(figures[key]) for key, text in BESIDES.items() if key in figures)
    return f"{name:24}{ratios}{step:12.1f}{figures['calls']:8.0f}{floor:10.1f}{step / floor:9.2f}{besides}"


BESIDES = {
    "scikit-learn": "{:.0f} × scikit-learn's partial_fit",
    "share_of_sgemm": "{:.0%} of the rate of matrix products",
    "throughput": "{:.2f} × the models × steps of one",
    "surface_ms": "{:.1f} ms",
}


def _time(run: Callable[[], None]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _ignore(_: object) -> None:
    """A runner returns nothing."""


if __name__ == "__main__":
    raise SystemExit(main())
