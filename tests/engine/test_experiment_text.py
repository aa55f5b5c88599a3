"""An experiment as a text: there and back for all of them; what is no such text gets one line."""

from __future__ import annotations

import base64
import json
import zlib
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.choices import ACTIVATION_KINDS, GENERATED_KINDS, INITIALIZER_KINDS, OPTIMIZER_KINDS, PLANE_FEATURES
from engine.errors import ExperimentError, FileFormatError
from engine.experiment import Data, Experiment, Layer, Optimizer, Penalty, Schedule, Split
from engine.experiment_file import LARGEST_FILE, experiment_to_dict, experiment_to_json
from engine.experiment_text import LONGEST_TEXT, SCHEME, VERSION, Shared, experiment_to_link, is_link, read_text
from engine.presets import preset, preset_names

FINITE = {"allow_nan": False, "allow_infinity": False}
LAYERS = st.builds(
    Layer,
    units=st.integers(1, 4096),
    activation=st.sampled_from(ACTIVATION_KINDS),
    slope=st.floats(0, 1),
    initializer=st.sampled_from((None, *INITIALIZER_KINDS)),
    batch_norm=st.booleans(),
    keep_prob=st.floats(0.01, 1),
)
DATA = st.one_of(
    st.builds(Data, kind=st.sampled_from(GENERATED_KINDS), noise=st.floats(0, 50), seed=st.integers(0, 2**32 - 1)),
    st.builds(Data, kind=st.just("csv"), path=st.text(min_size=1), target=st.none() | st.text()),
)
EXPERIMENTS = st.builds(
    Experiment,
    data=DATA,
    split=st.floats(1, 99).map(lambda share: Split(train=share, dev=0.0, test=100 - share)),
    normalize=st.booleans(),
    layers=st.lists(LAYERS, max_size=6).map(tuple),
    penalty=st.builds(Penalty, l1=st.floats(0, 1e6), l2=st.floats(0, 1e6)),
    optimizer=st.builds(Optimizer, kind=st.sampled_from(OPTIMIZER_KINDS), learning_rate=st.floats(1e-9, 1000)),
    schedule=st.builds(Schedule, kind=st.sampled_from(("constant", "inverse-time", "cosine"))),
    batch_size=st.just("all") | st.integers(1, 1_000_000),
    dtype=st.sampled_from(("float32", "float64")),
    seed=st.integers(0, 2**32 - 1),
)


@pytest.mark.parametrize("name", preset_names())
def test_every_preset_comes_back_from_a_short_link(name: str) -> None:
    link = experiment_to_link(preset(name))
    assert read_text(link) == Shared(experiment=preset(name))
    assert len(link) < 400
    assert link.split() == [link]


@given(EXPERIMENTS)
def test_every_experiment_comes_back(experiment: Experiment) -> None:
    assert read_text(experiment_to_link(experiment)).experiment == experiment
    assert read_text(experiment_to_json(experiment)).experiment == experiment


def test_features_come_back() -> None:
    experiment = Experiment(features=PLANE_FEATURES[2:5])
    assert read_text(experiment_to_link(experiment)).experiment == experiment


def test_a_link_of_today_means_the_same_for_ever() -> None:
    """When this fails a default has changed: links need a new version then, and this one its old defaults."""
    assert read_text("neural-playground:1:eNqrVkrLL8pNLFGyMqwFABxTBDE").experiment == Experiment()
    tree = experiment_to_dict(Experiment(layers=(Layer(),)))
    for path, value in DEFAULTS.items():
        names = path.split(".")
        part = tree["layers"][0] if names[0] == "layer" else tree if len(names) == 1 else tree[names[0]]
        assert (path, part[names[-1]]) == (path, value)


def test_what_stands_beside_an_experiment_travels_along() -> None:
    link = experiment_to_link(preset("xor"), {"class": {"hidden": ["seed"]}})
    assert read_text(link) == Shared(experiment=preset("xor"), aside={"class": {"hidden": ["seed"]}})


@pytest.mark.parametrize("spoil", [lambda link: f" <{link}>\n", lambda link: link[:40] + "\n  " + link[40:], str.strip])
def test_what_a_mail_does_to_a_link_is_undone(spoil: object) -> None:
    assert callable(spoil)
    link = experiment_to_link(preset("spiral"))
    assert is_link(link)
    assert read_text(spoil(link)).experiment == preset("spiral")


def test_lines_change_the_experiment_at_hand() -> None:
    text = "optimizer.learning_rate = 0.5\n\n--set layers=3:relu\nseed=9"
    changed = read_text(text, preset("xor")).experiment
    assert changed == replace(
        preset("xor"),
        optimizer=replace(preset("xor").optimizer, learning_rate=0.5),
        layers=(Layer(units=3, activation="relu"),),
        seed=9,
    )
    assert read_text("preset:iris").experiment == preset("iris")


def packed(plain: bytes) -> str:
    return f"{SCHEME}{VERSION}:{base64.urlsafe_b64encode(zlib.compress(plain, 9)).decode()}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "path=value"),
        ("hello", "path=value"),
        ("a b = c", "path=value"),
        ("learning=0.1", "a field of the experiment"),
        ("optimizer.learning_rate=-1", "optimizer.learning_rate"),
        ("preset:nothing", "circle"),
        ("neural-playground:", "not whole"),
        ("neural-playground:1", "not whole"),
        ("neural-playground:2:abc", "a newer program"),
        ("neural-playground:1:", "missing or wrong"),
        ("neural-playground:1:?", "missing or wrong"),
        ("neural-playground:1:eJyrVkrLL8pN", "missing or wrong"),
        (packed(b"[1]"), "an object is expected"),
        (packed(b'{"format": 1, "seed": -1}'), "seed"),
        (packed(b'{"format": 1, "sead": 1}'), "sead"),
        (packed(b"\xff"), "UTF-8"),
        ("{", "not an experiment"),
        ("x" * (LONGEST_TEXT + 1), "letters"),
    ],
)
def test_what_is_no_experiment_gets_one_line(text: str, words: str) -> None:
    with pytest.raises((FileFormatError, ExperimentError), match=words) as caught:
        read_text(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 700


def test_a_small_link_does_not_unfold_into_gigabytes() -> None:
    bomb = packed(b'{"format": 1, "seed": ' + b" " * 50_000_000 + b"1}")
    assert len(bomb) < LONGEST_TEXT
    with pytest.raises(FileFormatError, match=str(LARGEST_FILE)):
        read_text(bomb)


@given(st.text(max_size=200), st.booleans())
def test_any_text_is_an_experiment_or_a_documented_error(text: str, as_link: bool) -> None:
    said: list[str] = []
    try:
        read_text(f"{SCHEME}{VERSION}:{text}" if as_link else text)
    except (FileFormatError, ExperimentError) as error:
        said.append(str(error))
    assert "\n" not in "".join(said)


@given(st.integers(0, 200), st.sampled_from("abcXYZ019-_"))
def test_a_wrong_letter_is_met_or_harmless(place: int, letter: str) -> None:
    link = list(experiment_to_link(preset("spiral")))
    link[place % len(link)] = letter
    with suppress(FileFormatError, ExperimentError):
        assert read_text("".join(link)).experiment == preset("spiral")


DEFAULTS = json.loads("""{
"data.kind": "circle", "data.path": null, "data.target": null, "data.header": "auto", "data.samples": null,
"data.noise": 0.0, "data.seed": 0, "split.train": 50.0, "split.dev": 0.0, "split.test": 50.0, "features": [],
"normalize": true, "layer.units": 4, "layer.activation": "tanh", "layer.slope": 0.01, "layer.initializer": null,
"layer.batch_norm": false, "layer.keep_prob": 1.0, "frozen": [], "initializer": "lecun", "initializer_scale": 1.0,
"loss": "auto", "penalty.l1": 0.0, "penalty.l2": 0.0, "optimizer.kind": "gd", "optimizer.learning_rate": 0.03,
"optimizer.momentum": 0.9, "optimizer.rho": 0.9, "optimizer.beta1": 0.9, "optimizer.beta2": 0.999,
"optimizer.epsilon": 1e-8, "schedule.kind": "constant", "schedule.decay": 0.1, "schedule.period": 100,
"schedule.warmup": 0, "early_stopping.patience": 0, "early_stopping.min_delta": 0.0, "augmentation.jitter": 0.0,
"batch_size": 10, "epochs": 100, "dtype": "float32", "seed": 0}""")
