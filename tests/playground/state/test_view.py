"""What the window may ask to see."""

from typing import Any

import pytest

from engine.errors import ExperimentError
from playground.state.view import View


def test_views_are_values() -> None:
    assert View() == View(plane_kind="auto", columns=(0, 1), surface_size=100, unit_size=32)
    assert hash(View(columns=(2, 3))) == hash(View(columns=(2, 3)))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("plane_kind", "sphere"),
        ("surface_size", 1),
        ("surface_size", 513),
        ("unit_size", 0),
        ("window", ((0.0, 0.0), (0.0, 1.0))),
    ],
)
def test_what_cannot_be_shown_is_named(field: str, value: Any) -> None:
    with pytest.raises(ExperimentError, match=rf"view\.{field}: .* not allowed"):
        View(**{field: value})
