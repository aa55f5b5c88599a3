"""A weight is frozen at a value, and released."""

import pytest

from engine.edits import freeze, release
from engine.errors import ExperimentError
from engine.experiment import Experiment, Layer
from engine.frozen import FrozenWeight
from engine.impact import impact

START = Experiment(layers=(Layer(units=4), Layer(units=3)))


def test_freezing_and_releasing_are_edits_that_act_live() -> None:
    once = freeze(2, 1, 3, 0.5).change(START)
    twice = freeze(1, 1, None, -1).change(once)
    assert twice.frozen == (
        FrozenWeight(layer=1, unit=1, input=None, value=-1.0),
        FrozenWeight(layer=2, unit=1, input=3, value=0.5),
    )
    assert impact(START, once) == impact(once, twice) == "live"
    assert freeze(2, 1, 3, 0.75).change(twice).frozen[1].value == 0.75
    assert release(1, 1, None).change(twice) == once
    assert release(2, 1, 3).change(once) == START
    assert release(1, 4, 1).change(once) == once
    with pytest.raises(ExperimentError, match=r"^frozen\[0\]\.unit: 9"):
        freeze(1, 9, 1, 0.0).change(START)
