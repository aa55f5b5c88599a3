"""The best possible classifier errs as often as its row says, and its line stands where it should."""

import numpy as np
import pytest

from engine.choices import DATA_KINDS
from engine.data.generators import GENERATORS
from engine.data.optimum import knows_least_error, knows_optimum, least_error, optimum
from engine.random_streams import stream

KNOWN = [kind for kind in DATA_KINDS if knows_optimum(kind)]


def test_known_are_the_generated_sets_of_classes_with_a_posterior() -> None:
    assert {"circle", "xor", "gauss", "spiral", "moons", "blobs"} <= set(KNOWN)
    assert not {"reg-plane", "parity", "iris", "digits", "csv"} & set(KNOWN)
    assert optimum("iris", 0.0, np.zeros((1, 2)), 0.1) is None
    assert optimum("parity", 0.0, np.zeros((1, 8)), 0.1) is None
    assert optimum("reg-plane", 0.0, np.zeros((1, 2)), 0.1) is None


@pytest.mark.parametrize("noise", [10.0, 40.0])
@pytest.mark.parametrize("kind", KNOWN)
def test_who_decides_by_it_errs_as_often_as_it_says(kind: str, noise: float) -> None:
    drawn = GENERATORS[kind].generate(20_000, noise, stream(3, "data"))
    best = optimum(kind, noise, drawn.x, 0.12)
    assert best is not None
    answers = best.posterior.argmax(axis=1) if best.posterior.ndim > 1 else best.posterior > 0.5
    assert np.mean(answers != drawn.y) == pytest.approx(best.error.value, abs=0.012)


@pytest.mark.parametrize("kind", ["circle", "xor"])
def test_without_noise_the_line_is_smooth_and_in_its_place(kind: str) -> None:
    x = np.stack([np.linspace(0.01, 4.0, 400), np.full(400, 0.05)], axis=1)
    best = optimum(kind, 0.0, x, 0.12)
    assert best is not None
    values = best.posterior
    assert ((values > 0.05) & (values < 0.95)).sum() > 3  # no step
    crossing = x[int(np.abs(values - 0.5).argmin()), 0]
    assert crossing == pytest.approx(2.5 if kind == "circle" else 0.01, abs=0.02)
    assert best.error.value == pytest.approx(0.0, abs=1e-4)


def test_the_least_error_is_known_of_every_generated_set() -> None:
    known = {kind for kind in DATA_KINDS if knows_least_error(kind)}
    assert {"reg-plane", "reg-gauss", "parity", *KNOWN} == known
    for kind in known:
        error = least_error(kind, 20.0)
        assert error is not None
        assert error.value > 0.0
    assert least_error("iris", 0.0) is None
