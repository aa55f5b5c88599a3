"""What is looked at is called by its name, with the value of this moment."""

import pytest
from pytestqt.qtbot import QtBot

from playground.ui.numbers import format_number
from playground.ui.theme import LIGHT
from playground.ui.views.network_bundles import Bundles
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_layout import arrange
from playground.ui.views.network_pointer import Hit
from playground.ui.views.network_words import describe, describe_network
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot
from tests.playground.ui.views.pictures import dress


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> None:
    dress()


def scene(kind: str = "circle", layers: tuple[int, ...] = (4, 2)) -> tuple[NetworkContent, Bundles]:
    content = NetworkContent()
    content.take_snapshot(make_snapshot(make_experiment(kind, layers), surface_size=8, unit_size=8))
    layout = arrange(content.sizes, width=740, height=500, left=70, right=40, picture=content.picture is not None)
    bundles = Bundles()
    bundles.set_theme(LIGHT)
    bundles.arrange(layout, content)
    bundles.set_weights(content.weights)
    return content, bundles


def test_weight_is_the_one_in_the_matrix() -> None:
    content, bundles = scene()
    for place, bundle in enumerate(bundles.items):
        for edge in range(len(bundle.weights)):
            unit, source = int(bundle.target_units[edge]), int(bundle.source_units[edge])
            words = describe(content, Hit("edge", place + 1, unit, source, place, edge), bundles)
            value = content.weights[place][unit, source]
            assert words.startswith(f"w[{place + 1}]")
            assert words.endswith(f" = {format_number(float(value))}")


def test_bias() -> None:
    content, bundles = scene()
    assert describe(content, Hit("bias", 2, 1), bundles) == f"b[2]₂ = {format_number(float(content.biases[1][1]))}"


def test_pooled_weights_say_how_many() -> None:
    content, bundles = scene("digits", (4,))
    assert describe(content, Hit("edge", 1, 2, -1, 0, 2), bundles).startswith("64 weights of a[1]₃")


def test_inputs_say_what_a_click_does() -> None:
    content, bundles = scene()
    assert describe(content, Hit("unit", 0, 0), bundles) == "x₁: click to take it out"
    assert describe(content, Hit("unit", 0, 2), bundles) == "x₁²: click to take it in"
    content, bundles = scene("iris")
    assert describe(content, Hit("unit", 0, 0), bundles) == "sepal length (cm)"
    content, bundles = scene("digits")
    assert describe(content, Hit("unit", 0, 0), bundles).startswith("8 × 8 pixels")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("breast-cancer", "probability of benign"),
        ("iris", "probability of virginica"),
        ("reg-plane", "predicted value"),
    ],
)
def test_outputs(kind: str, words: str) -> None:
    content, bundles = scene(kind)
    assert describe(content, Hit("unit", 3, content.outputs - 1), bundles) == words


def test_note() -> None:
    content, bundles = scene(layers=(20,))
    assert describe(content, Hit("note", 1), bundles) == "The wheel or a click brings the others"


@pytest.mark.parametrize("kind", KINDS)
def test_whole_network_in_a_sentence(kind: str) -> None:
    content, _ = scene(kind, (4, 2))
    fed = sum(slot.input >= 0 for slot in content.slots)
    expected = f"{fed} inputs; layer 1: 4 units, tanh; layer 2: 2 units, tanh; {content.outputs} outputs"
    assert describe_network(content) == expected
    assert describe_network(NetworkContent()) == ""
