"""How often does an advice help? ``python -m tests.benchmarks.advice [seeds]``.

The cases follow from rules, so that none is chosen for its result: every good preset is made worse in the way that an
advice is against (``WORSE``), and every bad preset is taken as it is. A case counts when the number that the advice is
to lower is high, which is known before the advice is tried; what did not get worse is told, and so is what diverged,
for which there is first aid instead. Samples and weights come from each seed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from engine.advice import ADVICE
from engine.data.generators import GENERATORS, samples_of
from engine.diagnosis import Diagnosis, attainable_error, diagnose
from engine.errors import Diverged
from engine.experiment import Experiment, Layer, Optimizer, Penalty, Schedule, Split
from engine.first_aid import first_aid
from engine.presets import presets
from engine.review import edit_of, review
from engine.trainer import Trainer

Worsening = Callable[[Experiment], Experiment | None]  # None where it cannot be done


def _few_samples(e: Experiment) -> Experiment:
    """Two wide layers learn a tenth of the samples, noisy ones where the set can be, by heart."""
    all_samples = samples_of(e.data) if e.data.kind in GENERATORS else {"digits": 1797}.get(e.data.kind, 150)
    noise = max(e.data.noise, 30.0) if e.data.kind in GENERATORS and e.data.kind != "parity" else e.data.noise
    return replace(
        e,
        data=replace(e.data, samples=max(40, all_samples // 10), noise=noise),
        split=Split(train=50.0, dev=50.0, test=0.0),
        layers=(Layer(units=32, activation="relu"),) * 2,
        initializer="he",
        penalty=Penalty(),
        optimizer=Optimizer(kind="adam", learning_rate=0.01),
        schedule=Schedule(),
        epochs=200,
    )


def _layers(e: Experiment, **values: Any) -> Experiment | None:
    """Other values in every hidden layer."""
    return replace(e, layers=tuple(replace(one, **values) for one in e.layers)) if e.layers else None


def _quarter(e: Experiment) -> Experiment | None:
    return (
        replace(e, layers=tuple(replace(one, units=max(1, one.units // 4)) for one in e.layers)) if e.layers else None
    )


def _slow(e: Experiment) -> Experiment:
    rate = e.optimizer.learning_rate / (10.0 if e.optimizer.kind == "gd" else 1.0)
    return replace(e, optimizer=Optimizer(kind="gd", learning_rate=rate))


def _held_back(e: Experiment) -> Experiment:
    return replace(e, penalty=Penalty(l2=0.1 * len(Trainer(e).prepared.y["train"])))


def _long_steps(e: Experiment) -> Experiment:
    return replace(e, schedule=Schedule(), optimizer=replace(e.optimizer, learning_rate=30 * e.optimizer.learning_rate))


def _thrown(e: Experiment) -> Experiment | None:
    """Long steps on single samples; a fifth of the epochs is still more steps than before."""
    rate, epochs = Optimizer(kind="adam", learning_rate=0.3), max(20, e.epochs // 5)
    thrown = _layers(e, activation="relu")
    return thrown and replace(thrown, batch_size=1, optimizer=rate, epochs=epochs)


def _deep(e: Experiment, count: int, activation: str | None = None) -> tuple[Layer, ...]:
    return (replace(e.layers[0], activation=activation or e.layers[0].activation),) * count


WORSE: Mapping[str, Worsening] = {
    "larger-network": _quarter,
    "better-optimiser": _slow,
    "less-regularisation": _held_back,
    "more-data": _few_samples,
    "weight-decay": _few_samples,
    "dropout": _few_samples,
    "stop-earlier": _few_samples,
    "no-bend": lambda e: _layers(e, activation="identity"),
    "tiny-weights": lambda e: replace(e, layers=_deep(e, 4), initializer="small") if e.layers else None,
    "raw-inputs": lambda e: replace(e, normalize=False),
    "no-rate-left": lambda e: replace(e, schedule=Schedule(kind="exponential", decay=0.5)),
    "long-steps": _long_steps,
    "zero-weights": lambda e: replace(e, initializer="zeros") if e.layers else None,
    "dead-units": _thrown,
    "saturated-units": lambda e: (one := _layers(e, activation="tanh")) and replace(one, initializer_scale=30.0),
    "vanishing-gradients": lambda e: replace(e, layers=_deep(e, 6, "sigmoid")) if e.layers else None,
}
GOOD = tuple(row.name for row in presets() if row.kind == "good")
BAD = tuple(row.name for row in presets() if row.kind == "bad")
_EXPERIMENTS = {row.name: row.experiment for row in presets()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One case: the number that the advice targets before and after, and whether it was high.

    said: the advice that the review itself gave before.
    """

    case: str
    said: str
    before: float
    after: float
    was_high: bool
    is_high: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One training: its diagnosis and the advice of its review, both None where it diverged after ``step`` steps."""

    experiment: Experiment
    found: Diagnosis | None
    said: str
    samples: int
    step: int


def train(experiment: Experiment, seed: int) -> Run:
    """Train for the experiment's epochs with samples and weights from a seed."""
    seeded = replace(experiment, seed=seed, data=replace(experiment.data, seed=seed))
    trainer = Trainer(seeded)
    samples = len(trainer.prepared.y["train"])
    try:
        trainer.run(experiment.epochs)
    except Diverged as error:
        return Run(experiment=experiment, found=None, said="", samples=samples, step=error.step)
    said = review(trainer, trainer.evaluate(), lambda: attainable_error(seeded)).advice
    return Run(experiment=experiment, found=diagnose(trainer), said=said, samples=samples, step=0)


def target_of(name: str) -> str:
    """The number of a diagnosis that an advice is to lower: the bias, for what shows in settings or layers."""
    return ADVICE[name].targets if name in ADVICE else "bias"


def tried(name: str, cases: Iterable[str] = GOOD, seeds: int = 4) -> Iterator[Tried | None]:
    """Each case of an advice from so many seeds; None for one that diverged."""
    for case in cases:
        worse = WORSE[name](_EXPERIMENTS[case])
        edit = worse and edit_of(name, worse)
        if worse is None or edit is None:
            continue
        for seed in range(seeds):
            first = train(worse, seed)
            again = partial(train, edit.change(worse), seed)
            yield _compared(name, case, first, again) if first.found else None


def _compared(name: str, case: str, first: Run, again: Callable[[], Run]) -> Tried:
    """The second run is made only where the number is high."""
    assert first.found is not None, "asked for before"
    high, number = f"high_{target_of(name)}", target_of(name)
    if not getattr(first.found, high):
        return Tried(case=case, said="", before=0.0, after=0.0, was_high=False, is_high=False)
    then = again().found
    return Tried(
        case=case,
        said=first.said,
        before=getattr(first.found, number),
        after=getattr(then, number) if then else float("inf"),
        was_high=True,
        is_high=getattr(then, high) if then else True,
    )


def _line(name: str, results: list[Tried | None]) -> str:
    high = [one for one in results if one is not None and one.was_high]
    lowered, cured = (sum(map(test, high)) for test in (lambda r: r.after < r.before, lambda r: not r.is_high))
    said = ", ".join(f"{word or 'nothing'} {count}" for word, count in Counter(one.said for one in high).most_common())
    share = f"{100 * lowered / len(high):3.0f} %" if high else "    -"
    fine = sum(one is not None and not one.was_high for one in results)
    return (
        f"{name:20} {target_of(name):9} high {len(high):3} of {len(results):3}: lower in {lowered:3} ({share}), "
        f"no longer high in {cured:3}; not worse {fine:3}, diverged {results.count(None):2}; the review said: {said}"
    )


def cured(case: str, seed: int, presses: int = 3) -> tuple[tuple[str, float, float], ...]:
    """What is said of a bad preset, and after each advice that is taken: the advice, train and compared error.

    The last advice is "" when there is nothing more to say.
    """
    run, steps = train(_EXPERIMENTS[case], seed), []
    for press in range(presses + 1):
        errors = (run.found.train_error, run.found.compared_error) if run.found else (float("inf"), float("inf"))
        edit = edit_of(run.said, run.experiment) if run.found else first_aid(run.experiment, run.samples, run.step)
        steps.append((run.said if run.found else "first aid", *errors))
        if edit is None or press == presses:
            break
        run = train(edit.change(run.experiment), seed)
    return tuple(steps)


def main(seeds: int = 4) -> None:
    """Print one line for each advice, then one for each bad preset and seed."""
    for name in WORSE:
        print(_line(name, list(tried(name, seeds=seeds))), flush=True)
    for case in BAD:
        for seed in range(seeds):
            steps = (f"{train:.3f}/{other:.3f} {said or 'done'}" for said, train, other in cured(case, seed))
            print(f"{case:20} {' -> '.join(steps)}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4)
