"""``playground train``: settings, figures, files, divergence, and Ctrl-C."""

from __future__ import annotations

import csv
import json
import math
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.assignment import WHOLES
from engine.experiment import Data, Experiment, Split
from engine.experiment_file import load_experiment, save_experiment
from engine.export import load_model
from engine.fields import FIELDS, SHORT_NAMES
from engine.presets import preset
from engine.trainer import Trainer
from playground.cli.output_folder import FILES
from tests.playground.cli.commands import refused, run

KEYS = ["epochs", "steps", "seconds", "diverged", "cost", "accuracy"]


def trained(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """The JSON that a successful training prints."""
    ran = run(capsys, "train", *words, "--json")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("\n") == 1
    tree = json.loads(ran.out, parse_constant=lambda text: pytest.fail(f"{text} is not JSON"))
    assert isinstance(tree, dict)
    return tree


def test_the_figures_are_the_trainers_own(capsys: pytest.CaptureFixture[str]) -> None:
    tree = trained(capsys, "preset:circle", "--epochs", "3", "--seed", "5", "--set", "split=60/20/20")
    trainer = Trainer(replace(preset("circle"), seed=5, split=Split(train=60, dev=20, test=20)))
    assert list(tree) == KEYS
    assert (tree["epochs"], tree["steps"], tree["diverged"]) == (3, 90, False)
    assert tree["seconds"] > 0
    assert set(tree["cost"]) == set(tree["accuracy"]) == {"train", "dev", "test"}
    trainer.run(3)
    evaluation = trainer.evaluate()
    assert tree["cost"] == evaluation.cost
    assert tree["accuracy"] == evaluation.accuracy


def test_an_empty_set_is_null_and_regression_has_its_own_measure(capsys: pytest.CaptureFixture[str]) -> None:
    tree = trained(capsys, "preset:reg-plane", "--epochs", "2")
    assert list(tree) == [*KEYS[:-1], "mse"]
    assert tree["cost"]["dev"] is None
    assert tree["mse"]["dev"] is None
    assert tree["mse"]["train"] == pytest.approx(2 * tree["cost"]["train"])


def test_no_epochs_show_the_start(capsys: pytest.CaptureFixture[str]) -> None:
    tree = trained(capsys, "preset:gauss", "--epochs", "0")
    assert (tree["epochs"], tree["steps"]) == (0, 0)
    assert tree["cost"]["train"] > 0


def test_epochs_and_seed_hold_over_set(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["preset:gauss", "--set", "epochs=9", "--set", "seed=9"]
    tree = trained(capsys, *words, "--epochs", "2", "--seed", "1")
    assert tree["epochs"] == 2
    assert tree["cost"] == trained(capsys, "preset:gauss", "--epochs", "2", "--seed", "1")["cost"]
    assert tree["cost"] != trained(capsys, "preset:gauss", "--epochs", "2", "--seed", "2")["cost"]


def test_the_presets_epochs_are_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert trained(capsys, "preset:gauss")["epochs"] == preset("gauss").epochs


SETTINGS = [
    "data.kind=moons",
    "data.noise=20",
    "data.samples=120",
    "data.seed=3",
    "split=70/10/20",
    "features=x1,x2,x1^2,x2^2,x1*x2,sin(x1),sin(x2)",
    "normalize=off",
    "layers=8:tanh,8:relu",
    "layers=",
    "initializer=Glorot",
    "loss=squared-error",
    "l1=0.1",
    "l2=0.1",
    "optimizer.kind=rmsprop",
    "optimizer.learning_rate=0.01",
    "batch_size=all",
    "dtype=float64",
    "seed=4",
]


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_named_setting_changes_the_result(setting: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = trained(capsys, "preset:circle", "--epochs", "2")
    assert trained(capsys, "preset:circle", "--epochs", "2", "--set", setting)["cost"] != before["cost"]


def test_a_csv_with_its_target(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "points.csv"
    table.write_text("class,a,b\n" + "".join(f"{'yn'[i % 2]},{i},{i * i}\n" for i in range(40)), encoding="utf-8")
    words = ["--set", "data.target=class", "--set", f"data.kind={table}", "--set", "features=b"]
    tree = trained(capsys, "preset:circle", "--epochs", "2", *words)
    assert tree["accuracy"]["train"] is not None
    refused(run(capsys, "train", "preset:circle", *words[:-2], "--set", "features=c"), "features[0]", "'c'", "a, b")


def test_out_holds_all_that_is_needed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "results"
    tree = trained(capsys, "preset:blobs", "--epochs", "4", "--out", str(folder))
    assert sorted(one.name for one in folder.iterdir()) == sorted(FILES)
    experiment = load_experiment(folder / "experiment.json")
    trainer = Trainer(experiment)
    trainer.run(experiment.epochs)
    assert experiment.epochs == 4
    for name in FILES[1:3]:
        assert load_model(folder / name).parameters.tobytes() == trainer.parameters.tobytes()
    with (folder / "history.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["epoch"] for row in rows] == ["0", "1", "2", "3", "4"]
    assert float(rows[-1]["cost_test"]) == pytest.approx(tree["cost"]["test"], rel=1e-12)


def test_what_was_written_is_trained_again_to_the_same_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = trained(capsys, "preset:xor", "--epochs", "3", "--out", str(tmp_path))
    second = trained(capsys, str(tmp_path / "experiment.json"))
    assert second["cost"] == first["cost"]


def test_people_get_aligned_lines(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "train", "preset:gauss", "--epochs", "3")
    first, head, *rows = ran.out.splitlines()
    assert ran.status == 0
    assert first.startswith("3 epochs, 75 steps in ")
    assert head.split() == ["cost", "accuracy"]
    assert [row.split()[0] for row in rows] == ["train", "test"]
    assert len({len(row) for row in (head, *rows)}) == 1


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (["spiral"], ["WHAT", "preset:spiral"]),
        (["preset:spirals"], ["preset", "spirals", "breast-cancer"]),
        (["preset:"], ["preset", "circle"]),
        (["none.json"], ["none.json", "No such file"]),
        (["preset:circle", "--epochs", "-1"], ["epochs", "'-1'", "0 to 1000000"]),
        (["preset:circle", "--epochs", "1.5"], ["epochs", "whole number"]),
        (["preset:circle", "--seed", "x"], ["seed", "4294967295"]),
        (["preset:circle", "--set", "epochs"], ["--set", "path=value"]),
        (["preset:circle", "--set", "learningrate=1"], ["learningrate", "optimizer.learning_rate", "--help"]),
        (["preset:circle", "--set", "l2=-1"], ["penalty.l2", "0 to 1000000"]),
        (["preset:circle", "--set", "data.noise=51"], ["data.noise", "0 to 50"]),
        (["preset:circle", "--set", "split=50/50"], ["split", "60/20/20"]),
        (["preset:circle", "--set", "data.kind=none.csv"], ["none.csv"]),
        (["preset:circle", "--set", "data.kind=iris", "--set", "data.noise=3"], ["data.noise", "measured"]),
        (["preset:reg-plane", "--set", "loss=cross-entropy"], ["loss", "squared-error"]),
        (["preset:circle", "--set", "dtype=float16"], ["dtype", "float32, float64"]),
        (["preset:circle", "--set", "data.kind=iris", "--set", "features=x1"], ["features[0]", "sepal"]),
    ],
)
def test_wrong_input_is_one_line(words: list[str], parts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    refused(run(capsys, "train", *words), *parts)


@pytest.mark.parametrize("text", ["{", "", "[]", '{"format": 99}', '{"format": 1, "sead": 3}', "\x00\xff"])
def test_a_wrong_experiment_is_one_line(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "experiment.json"
    path.write_text(text, encoding="latin-1")
    refused(run(capsys, "train", str(path)))


def test_an_out_that_cannot_be_written_is_said_before_training(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("mine", encoding="utf-8")
    monkeypatch.setattr(Trainer, "advance", lambda self, steps: pytest.fail("it trained"))
    refused(run(capsys, "train", "preset:circle", "--out", str(occupied)), "--out", "it is a file")
    refused(run(capsys, "train", "preset:circle", "--out", str(occupied / "inside")), "--out", "folder")
    assert occupied.read_text(encoding="utf-8") == "mine"


def test_divergence_is_a_result_with_its_cause(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wild = ["--set", "learning_rate=1000", "--set", "layers=8:relu,8:relu", "--set", "data.kind=reg-plane"]
    ran = run(capsys, "train", "preset:circle", *wild, "--json", "--out", str(tmp_path))
    tree = json.loads(ran.out)
    assert (ran.status, tree["diverged"]) == (0, True)
    assert ran.err.count("\n") == 1
    assert "likely cause" in ran.err
    assert all(value is None or math.isfinite(value) for value in tree["cost"].values())
    assert np.isfinite(load_model(tmp_path / "weights.npz").parameters).all()


@pytest.mark.parametrize("as_json", [True, False])
def test_control_c_stops_and_writes_what_was_trained(
    as_json: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    advance = Trainer.advance

    def interrupted(self: Trainer, steps: int) -> int:
        if self.steps >= 512:
            signal.raise_signal(signal.SIGINT)
        return advance(self, steps)

    monkeypatch.setattr(Trainer, "advance", interrupted)
    listening = signal.getsignal(signal.SIGINT)
    options = ["--json"] if as_json else []
    ran = run(capsys, "train", "preset:circle", "--out", str(tmp_path), *options)
    assert ran.status == 130
    assert ran.err == "playground: stopped after 30 of 100 epochs (768 steps)\n"
    assert (json.loads(ran.out)["steps"] == 768) if as_json else (ran.out == "")
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(FILES)
    assert signal.getsignal(signal.SIGINT) == listening


def test_control_c_while_the_data_are_read_stops_at_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.trainer.prepare", lambda experiment: signal.raise_signal(signal.SIGINT))
    ran = run(capsys, "train", "preset:circle")
    assert (ran.status, ran.out, ran.err.strip()) == (130, "", "playground: stopped")


def test_help_lists_every_setting_with_its_range(capsys: pytest.CaptureFixture[str]) -> None:
    text = " ".join(run(capsys, "train", "--help").out.split())
    for name in (*FIELDS, *WHOLES, *SHORT_NAMES):
        assert name in text
    for path, field in FIELDS.items():
        if field.kind in ("number", "integer"):
            assert field.allowed in text, path


def test_an_experiment_beside_its_table_can_be_moved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "t.csv").write_text("a,b\n" + "".join(f"{i},{i % 2}\n" for i in range(30)), encoding="utf-8")
    trained(capsys, "preset:gauss", "--set", f"data={tmp_path / 't.csv'}", "--epochs", "1", "--out", str(tmp_path))
    moved = tmp_path.parent / f"{tmp_path.name} moved"
    tmp_path.rename(moved)
    assert trained(capsys, str(moved / "experiment.json"))["epochs"] == 1
    save_experiment(load_experiment(moved / "experiment.json"), moved / "again.json")
    assert '"path": "t.csv"' in (moved / "again.json").read_text(encoding="utf-8")


def test_early_stopping_ends_the_run_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["preset:moons-by-heart", "--set", "split=40/40/20", "--set", "patience=5", "--epochs", "500"]
    ran = run(capsys, "train", *words, "--json")
    tree = json.loads(ran.out)
    assert ran.status == 0
    assert list(tree) == [*KEYS, "stopped_early", "best_epoch"]
    assert tree["stopped_early"]
    assert tree["best_epoch"] == tree["epochs"] - 5
    assert "stopped early" in ran.err


def test_early_stopping_without_a_dev_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "train", "preset:circle", "--set", "early_stopping.patience=5")
    refused(ran, "early_stopping.patience", "the dev set is empty")


def test_augmentation_that_changes_the_label_is_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    mirrored = ("--epochs", "1", "--set", "augmentation.mirror=1")
    ran = run(capsys, "train", "preset:xor", *mirrored)
    assert ran.status == 0
    assert ran.err == "playground: augmentation.mirror=1: it keeps the class of 0% of the samples it moves\n"
    assert run(capsys, "train", "preset:circle", *mirrored).err == ""


def test_points_of_ones_own_train_from_a_file_and_from_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    points = tuple((float(i % 10), float(i % 7), int(i % 10 > 4)) for i in range(60))
    save_experiment(Experiment(data=Data(kind="painted", points=points)), tmp_path / "own.json")
    tree = trained(capsys, str(tmp_path / "own.json"), "--epochs", "30")
    assert tree["accuracy"]["train"] > 0.9
    words = ", ".join(f"{x1} {x2} {label}" for x1, x2, label in points)
    again = trained(
        capsys, "preset:circle", "--epochs", "3", "--set", "data.kind=painted", "--set", f"data.points={words}"
    )
    assert again["cost"]["train"] is not None
    refused(run(capsys, "train", "preset:circle", "--set", "data.kind=painted"), "no points yet")
