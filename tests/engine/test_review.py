"""One thing to say at a time, and the right one: every bad preset is found out, every advice lowers its number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.advice import ADVICE
from engine.ailments import REMEDIES
from engine.diagnosis import attainable_error
from engine.errors import Diverged
from engine.experiment import Data, Experiment, Optimizer, Penalty, Split
from engine.history import History, is_looked_at
from engine.presets import preset, presets
from engine.review import EARLIEST, Steady, _falls, edit_of, review, text_of
from engine.snapshot import Review
from engine.trainer import Trainer
from tests.benchmarks.advice import BAD, WORSE, cured, tried

SEEDS, AT_LEAST = 2, 0.7  # ``python -m tests.benchmarks.advice`` has the shares over all presets
QUICK = ("circle", "blobs", "reg-gauss", "iris", "breast-cancer")  # the good presets of each task that are soon trained
# what is advised at the end of each bad preset
FOUND_OUT = {
    "circle-straight": "larger-network",
    "circle-collapse": "less-regularisation",
    "circle-vanishing": "vanishing-gradients",
    "xor-zeros": "zero-weights",
    "moons-by-heart": "more-data",
    "checkerboard-small": "larger-network",
    "reg-plane-diverges": "first aid",
    "parity-new-rows": "more-data",
    "wine-raw": "raw-inputs",
    "gauss-overlap": "more-data",
    "spiral-linear": "no-bend",
    "blobs-small": "tiny-weights",
    "reg-gauss-linear": "larger-network",
    "wave-one": "dead-units",
    "rings-straight": "larger-network",
    "pinwheel-decay": "no-rate-left",
    "iris-l1": "less-regularisation",
    "breast-cancer-raw": "raw-inputs",
    "digits-few": "weight-decay",
}


def reviewed(experiment: Experiment, epochs: int) -> Review:
    trainer = Trainer(experiment)
    trainer.run(epochs)
    return review(trainer, trainer.evaluate(), lambda: attainable_error(experiment))


@pytest.mark.parametrize("name", BAD)
def test_a_bad_preset_is_found_out_and_the_first_advice_makes_it_better(name: str) -> None:
    (said, _, before), (_, _, after) = cured(name, seed=0, presses=1)
    assert said == FOUND_OUT[name]
    assert after < before


@pytest.mark.parametrize(("rate", "kind"), [(3.0, "gd"), (10.0, "gd"), (1.0, "adam")])
def test_too_large_a_rate_that_does_not_diverge_is_found_out(rate: float, kind: str) -> None:
    """The cost jumps about, or the units saturate: either way a lower rate is what helps."""
    thrown = replace(preset("circle"), optimizer=Optimizer(kind=kind, learning_rate=rate))
    found = reviewed(thrown, thrown.epochs)
    assert found.advice in ("long-steps", "saturated-units")
    edit = edit_of(found.advice, thrown)
    assert edit is not None
    assert edit.change(thrown).optimizer.learning_rate == pytest.approx(rate / 10)


def test_weights_that_grew_because_the_network_is_small_are_no_ailment() -> None:
    small = replace(preset("circle"), data=Data(kind="spiral"), seed=1)
    assert reviewed(small, 400).advice == "larger-network"


@pytest.mark.parametrize("name", ["circle", "xor", "gauss", "spiral", "blobs", "rings", "reg-plane", "parity"])
def test_a_good_preset_ends_fine(name: str) -> None:
    found = reviewed(preset(name), preset(name).epochs)
    assert (found.verdict, found.advice) == ("fine", "")
    assert found.known
    assert found.compared == "test"


@pytest.mark.parametrize("name", [row.name for row in presets()])
def test_nothing_is_said_early_and_the_attainable_error_is_not_even_asked_for(name: str) -> None:
    trainer = Trainer(preset(name))
    try:
        trainer.run(2)
    except Diverged:
        return

    def never() -> None:
        raise AssertionError("it may take a quarter of a second")

    found = review(trainer, trainer.evaluate(), never)  # type: ignore[arg-type]  # it must not be called
    assert (found.verdict, found.advice) == ("early", "")


def test_without_samples_held_back_nothing_is_claimed() -> None:
    found = reviewed(Experiment(split=Split(train=100, dev=0, test=0)), EARLIEST)
    assert (found.verdict, found.advice, found.compared) == ("no-comparison", "hold-out", None)


def test_while_the_cost_falls_there_is_no_talk_of_bias() -> None:
    slow = replace(preset("circle"), optimizer=replace(preset("circle").optimizer, learning_rate=0.01))
    assert reviewed(slow, EARLIEST).verdict == "learning"


def test_of_measured_data_the_attainable_error_is_not_known() -> None:
    found = reviewed(preset("iris"), EARLIEST)
    assert (found.known, found.attainable) == (False, 0.0)


def test_weight_decay_is_not_advised_until_it_is_the_trouble_itself() -> None:
    strong = replace(preset("digits-few"), penalty=Penalty(l2=0.9))
    assert reviewed(strong, EARLIEST).advice in ("dropout", "stop-earlier", "")


def test_looking_does_not_change_the_run() -> None:
    watched, alone = (Trainer(preset("circle-vanishing")) for _ in range(2))
    for trainer in (watched, alone):
        trainer.run(EARLIEST)
    review(watched, watched.evaluate(), lambda: attainable_error(watched.experiment))
    for trainer in (watched, alone):
        trainer.advance(7)
    assert watched.parameters.tobytes() == alone.parameters.tobytes()


@pytest.mark.parametrize("name", WORSE)
def test_an_advice_lowers_the_number_that_it_targets_in_most_cases(name: str) -> None:
    high = [one for one in tried(name, QUICK, SEEDS) if one is not None and one.was_high]
    assert len(high) >= SEEDS
    assert sum(one.after < one.before for one in high) >= AT_LEAST * len(high)


def test_every_change_of_the_recipe_and_every_remedy_is_tried() -> None:
    changes = {name for name, row in ADVICE.items() if row.targets in ("bias", "variance")}
    without = {"train-longer", "augment"}  # what the play button is for; changes of samples with a test of their own
    assert set(WORSE) == (changes - without) | set(REMEDIES)


@pytest.mark.parametrize("name", [*ADVICE, *REMEDIES])
def test_every_advice_has_its_words(name: str) -> None:
    assert text_of(name).endswith(".")


def test_an_unknown_advice_changes_nothing() -> None:
    assert edit_of("", Experiment()) is None
    assert edit_of("more-data", Experiment(data=Data(kind="digits"))) is None


def said(verdict: str, error: float = 0.1) -> Review:
    return Review(verdict=verdict, train_error=error, compared="dev", compared_error=0.2, attainable=0.0, known=True)


def test_a_verdict_that_comes_and_goes_is_not_shown() -> None:
    steady = Steady(3)
    assert steady.take(said("bias")).verdict == "bias"
    for verdict in ("variance", "bias", "variance", "variance", "bias"):
        assert steady.take(said(verdict)).verdict == "bias"
    assert [steady.take(said("variance")).verdict for _ in range(3)] == ["bias", "bias", "variance"]
    assert steady.take(said("bias"), at_once=True).verdict == "bias"


def test_the_numbers_of_the_same_verdict_are_always_the_newest() -> None:
    steady = Steady()
    steady.take(said("bias", 0.5))
    assert steady.take(said("bias", 0.4)).train_error == 0.4


@pytest.mark.parametrize("power", [-0.05, -1.0])
def test_a_cost_falls_or_not_whether_its_run_was_looked_at_at_every_epoch_or_less_often(power: float) -> None:
    for epochs in (300, 1000, 5000):
        dense, sparse = History(), History()
        for epoch in range(epochs + 1):
            cost = (epoch + 1.0) ** power
            row = (float(epoch), 0.1, 0.0, cost, cost, cost, 1.0, 1.0, 1.0)
            dense.append(row)
            if is_looked_at(epoch):
                sparse.append(row)
        assert _falls(sparse) == _falls(dense) == (power < -0.5)
