"""What is chosen survives as text; what is wrong in the text is left out, the rest is kept."""

import json

import pytest

from playground.ui.views.curve_options import CurveOptions

OTHER = CurveOptions(
    measure="accuracy",
    axis="log",
    per="batch",
    beta=0.9,
    step_beta=0.5,
    correction=False,
    hidden=("dev",),
    parts=False,
    rate="always",
    ghosts=False,
    figure="ratio",
)


@pytest.mark.parametrize("options", [CurveOptions(), OTHER])
def test_they_survive_as_text(options: CurveOptions) -> None:
    assert CurveOptions.from_text(options.to_text()) == options


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", '"cost"', "{}"])
def test_what_is_no_options_gives_the_usual_ones(text: str) -> None:
    assert CurveOptions.from_text(text) == CurveOptions()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("measure", "loss"),
        ("measure", 3),
        ("beta", 1.0),
        ("beta", True),
        ("beta", "0.5"),
        ("hidden", ["bayes"]),
        ("hidden", 3),
        ("axis", 1),
        ("rate", None),
        ("of a later version", 1),
    ],
)
def test_one_that_is_not_allowed_is_left_out(name: str, value: object) -> None:
    text = json.dumps({**json.loads(OTHER.to_text()), name: value})
    read = json.loads(CurveOptions.from_text(text).to_text())
    wanted = json.loads(OTHER.to_text())
    if name in wanted:
        wanted[name] = json.loads(CurveOptions().to_text())[name]
    assert read == wanted


@pytest.mark.parametrize(("name", "value"), [("measure", "loss"), ("per", "step"), ("beta", -1), ("hidden", ("x",))])
def test_making_wrong_ones_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=rf"^{name}: .* is not allowed; allowed: "):
        CurveOptions(**{name: value})  # type: ignore[arg-type]  # a wrong value is the point


def test_each_kind_of_curve_has_its_own_average() -> None:
    """Costs of whole sets are shown as they are; what single steps give is averaged."""
    by_epoch = CurveOptions()
    by_batch, layers = CurveOptions(per="batch"), CurveOptions(measure="gradients")
    assert by_epoch.smoothing == 0.0
    assert by_batch.smoothing == layers.smoothing == by_batch.step_beta > 0.0
    assert (by_epoch.smoothed(0.5).beta, by_epoch.smoothed(0.5).step_beta) == (0.5, by_epoch.step_beta)
    assert (by_batch.smoothed(0.5).beta, by_batch.smoothed(0.5).step_beta) == (0.0, 0.5)
