"""``playground [FILE]``: the window opens with what it is given, after a look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.experiment import Experiment
from engine.experiment_file import save_experiment
from engine.experiment_text import Shared, experiment_to_link
from engine.export import model_of, save_model
from engine.presets import preset
from engine.trainer import Trainer
from tests.playground.cli.commands import refused, run, stand_in

NAMES = ("experiment.json", "table.csv", "weights.npz", "weights.safetensors")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with one good file of each kind."""
    save_experiment(Experiment(), tmp_path / "experiment.json")
    (tmp_path / "table.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    model = model_of(Trainer(Experiment()))
    for name in NAMES[2:]:
        save_model(tmp_path / name, model)
    return tmp_path


def test_no_words_open_the_window(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    window = stand_in(monkeypatch)
    assert run(capsys).status == 0
    assert window.calls == [(None,)]


def test_the_windows_status_is_the_programs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = stand_in(monkeypatch)
    window.status = 7
    assert run(capsys).status == 7


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_file_opens(
    name: str, files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = stand_in(monkeypatch)
    ran = run(capsys, str(files / name))
    assert (ran.status, ran.err, window.calls) == (0, "", [(files / name,)])


def test_a_file_named_like_a_command_is_reached_by_its_path(
    files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = stand_in(monkeypatch)
    (files / "table.csv").rename(files / "train.csv")
    monkeypatch.chdir(files)
    assert run(capsys, "train.csv").status == 0
    assert window.calls == [(Path("train.csv"),)]


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_wrong_input(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = stand_in(monkeypatch)
    refused(run(capsys, str(tmp_path / name)), name, "No such file")
    assert window.calls == []


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith(".csv")])
def test_a_damaged_file_is_wrong_input(
    name: str, files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = stand_in(monkeypatch)
    (files / name).write_bytes((files / name).read_bytes()[:-20])
    refused(run(capsys, str(files / name)), name)
    assert window.calls == []


def test_without_a_display_it_says_so_with_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = stand_in(monkeypatch, problem="There is no display")
    ran = run(capsys)
    assert (ran.status, ran.out, ran.err, window.calls) == (1, "", "playground: There is no display\n", [])


def test_a_wrong_file_is_said_before_a_missing_display(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in(monkeypatch, problem="There is no display")
    refused(run(capsys, str(tmp_path / "picture.jpg")), "picture.jpg", ".json")


def test_a_link_opens_its_experiment(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    window = stand_in(monkeypatch)
    ran = run(capsys, experiment_to_link(preset("spiral")))
    assert (ran.status, ran.err, window.calls) == (0, "", [(Shared(experiment=preset("spiral")),)])


@pytest.mark.parametrize("link", ["neural-playground:1:abc", "neural-playground:", "neural-playground:9:abc"])
def test_a_broken_link_is_wrong_input(
    link: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = stand_in(monkeypatch)
    refused(run(capsys, link), "link")
    assert window.calls == []


def test_fresh_is_passed_on(files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    window = stand_in(monkeypatch)
    run(capsys, "--fresh")
    run(capsys, "--fresh", str(files / "table.csv"))
    assert window.calls == [(None, "fresh"), (files / "table.csv", "fresh")]
