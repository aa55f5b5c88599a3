"""Structure follows experiments at once, state follows snapshots of that structure, and what can stay stays."""

import dataclasses

import numpy as np
import pytest

from engine import edits
from engine.data.features import FEATURES
from engine.snapshot import Plane
from playground.ui.views.network_content import NetworkContent, plane_images
from tests.playground.ui.snapshots import KINDS, make_experiment, make_snapshot


def content_of(kind: str = "circle", layers: tuple[int, ...] = (4, 2)) -> NetworkContent:
    content = NetworkContent()
    experiment = make_experiment(kind, layers)
    content.take_experiment(experiment)
    content.take_snapshot(make_snapshot(experiment, surface_size=8, unit_size=8))
    return content


@pytest.mark.parametrize("kind", KINDS)
def test_sizes_agree_with_the_arrays(kind: str) -> None:
    content = content_of(kind, (5, 3))
    fed = [slot for slot in content.slots if slot.input >= 0]
    assert [w.shape for w in content.weights] == [(5, len(fed)), (3, 5), (content.outputs, 3)]
    assert [len(b) for b in content.biases] == list(content.sizes[1:])
    assert [len(units) for units in content.units] == list(content.sizes[1:])
    assert len(content.inputs) == len(content.slots)


@pytest.mark.parametrize("kind", KINDS)
def test_plane_sets_offer_all_features(kind: str) -> None:
    content = content_of(kind)
    if content.toggles:
        assert [slot.name for slot in content.slots] == list(FEATURES)
        assert [slot.input for slot in content.slots] == [0, 1, -1, -1, -1, -1, -1]
    else:
        assert [slot.input for slot in content.slots] == list(range(KINDS[kind].columns))


def test_structure_changes_before_a_snapshot_comes_and_keeps_what_overlaps() -> None:
    content = content_of()
    old = [weights.copy() for weights in content.weights]
    assert content.experiment is not None
    assert content.take_experiment(edits.add_unit(0).change(content.experiment))
    assert content.sizes == (7, 5, 2, 1)
    np.testing.assert_array_equal(content.weights[0][:4], old[0])
    np.testing.assert_array_equal(content.weights[0][4], 0)
    np.testing.assert_array_equal(content.weights[1][:, :4], old[1])


def test_live_change_is_no_other_structure_but_other_words() -> None:
    content = content_of()
    assert content.experiment is not None
    faster = edits.set_field("optimizer.learning_rate", 0.3).change(content.experiment)
    assert not content.take_experiment(faster)
    assert content.take_experiment(edits.set_field("layers[0].activation", "relu").change(faster))


def test_late_snapshot_is_dropped() -> None:
    content = content_of()
    assert content.experiment is not None
    old = content.experiment
    content.take_experiment(edits.remove_layer(1).change(old))
    weights = [array.copy() for array in content.weights]
    assert content.take_snapshot(make_snapshot(old, step=50, surface_size=8, unit_size=8)) == (False, False)
    for before, after in zip(weights, content.weights, strict=True):
        np.testing.assert_array_equal(before, after)


EDITS = [edits.toggle_feature("x1^2"), edits.choose_data("spiral"), edits.set_field("data.seed", 3)]


@pytest.mark.parametrize("edit", EDITS)
def test_snapshot_of_other_data_is_dropped(edit: edits.Edit) -> None:
    content = content_of()
    assert content.experiment is not None
    old = content.experiment
    content.take_experiment(edit.change(old))
    assert content.take_snapshot(make_snapshot(old, surface_size=8, unit_size=8))[0] is False
    assert content.data is None


def test_without_an_experiment_the_snapshot_s_own_counts() -> None:
    content = NetworkContent()
    assert content.sizes == (0, 1)
    fits, changed = content.take_snapshot(make_snapshot(make_experiment("iris", (3,)), surface_size=8, unit_size=8))
    assert (fits, changed) == (True, True)
    assert content.sizes == (4, 3, 3)


def test_data_of_the_same_run_change_nothing_again() -> None:
    content = content_of()
    later = make_snapshot(content.experiment, step=9, surface_size=8, unit_size=8)
    assert content.take_snapshot(later) == (True, False)


def test_another_plane_changes_the_inputs() -> None:
    content = content_of("iris")
    shot = make_snapshot(content.experiment, surface_size=8, unit_size=8)
    other = dataclasses.replace(shot, data=dataclasses.replace(shot.data, plane=Plane(columns=(2, 3))))
    assert content.take_snapshot(other) == (True, True)


def test_images_are_a_picture_only_when_all_pixels_feed_the_network() -> None:
    digits = content_of("digits", (4,))
    assert digits.picture is not None
    assert digits.picture.shape == (8, 8)
    assert content_of("iris").picture is None


def test_features_over_the_plane() -> None:
    images = plane_images(Plane(), 5)
    assert images.shape == (7, 5, 5)
    assert np.abs(images).max(axis=(1, 2)) == pytest.approx(np.ones(7))
    np.testing.assert_allclose(images[0][0], [-1, -0.5, 0, 0.5, 1])  # x₁ grows to the right
    np.testing.assert_allclose(images[1][:, 0], [1, 0.5, 0, -0.5, -1])  # x₂ grows upwards
