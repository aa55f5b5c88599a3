"""Every good preset trains as well as it promises: from several seeds and on other samples."""

from __future__ import annotations

import pytest

from engine.choices import DATA_KINDS, PAINTED_KINDS
from engine.good_presets import GOOD_PRESETS
from tests.engine.preset_run import SEEDS, trained

# what the test set must reach: accuracy at least, or for regression the mean squared error at most
REACHED = {
    "circle": 0.98,
    "xor": 0.97,
    "gauss": 0.99,
    "spiral": 0.97,
    "moons": 0.98,
    "checkerboard": 0.95,
    "wave": 0.96,
    "blobs": 0.99,
    "rings": 0.99,
    "pinwheel": 0.97,
    "reg-plane": 1e-6,
    "reg-gauss": 0.01,
    "parity": 0.97,
    "iris": 0.93,
    "wine": 0.94,
    "breast-cancer": 0.95,
    "digits": 0.95,
}


def test_there_is_one_for_every_data_set() -> None:
    assert [row.name for row in GOOD_PRESETS] == list(REACHED)
    assert list(REACHED) == [kind for kind in DATA_KINDS if kind not in (*PAINTED_KINDS, "csv")]
    assert {row.kind for row in GOOD_PRESETS} == {"good"}


@pytest.mark.parametrize(("seed", "data_seed"), SEEDS)
@pytest.mark.parametrize("name", REACHED)
def test_a_good_preset_trains_well(name: str, seed: int, data_seed: int) -> None:
    trainer = trained(name, seed, data_seed)
    reached = trainer.evaluate().accuracy["test"]
    assert reached <= REACHED[name] if trainer.prepared.task == "regression" else reached >= REACHED[name]
