"""Messages are one line that names field, value and what is allowed, however long the value is."""

from __future__ import annotations

import pytest

from engine.errors import Diverged, ExperimentError, shorten


def test_an_experiment_error_names_field_value_and_what_is_allowed() -> None:
    error = ExperimentError("layers[1].keep_prob", 1.5, "a number above 0 up to 1")
    assert str(error) == "layers[1].keep_prob: 1.5 is not allowed; allowed: a number above 0 up to 1"
    assert (error.path, error.value, error.allowed) == ("layers[1].keep_prob", 1.5, "a number above 0 up to 1")


@pytest.mark.parametrize("length", [0, 77, 78, 79, 500])
def test_a_long_value_keeps_its_ends(length: int) -> None:
    text = shorten("a" * length + "z")
    assert len(text) <= 80
    assert text.endswith("z'")
    assert ("…" in text) == (length + 3 > 80)


def test_a_value_with_line_breaks_stays_on_one_line() -> None:
    assert "\n" not in str(ExperimentError("x", "a\nb\n" * 50, "no line breaks"))


def test_divergence_names_step_layer_tensor_and_cause() -> None:
    error = Diverged(step=7, layer=2, quantity="dZ", cause="α is too large")
    assert str(error) == "step 7: dZ of layer 2 is not finite; likely cause: α is too large"
