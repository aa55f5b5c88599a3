"""The stamp in `.venv`: it is worth what the files beside it say, and nothing else makes an environment ready."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from playground.checkout import PYTHON, Checkout


def finished_checkout(root: Path, *extras: str) -> Checkout:
    """A source tree with an environment that a set-up has finished."""
    checkout = Checkout(root)
    checkout.constraints.parent.mkdir()
    checkout.project.write_text("[project]\n")
    checkout.constraints.write_text("numpy==2.4.6\n")
    checkout.python.parent.mkdir(parents=True)
    checkout.python.write_text("")
    checkout.write_stamp(list(extras))
    return checkout


def test_a_finished_environment_is_ready_for_what_it_was_made_for(tmp_path: Path) -> None:
    checkout = finished_checkout(tmp_path, "test")
    assert checkout.is_source()
    assert checkout.is_ready("")
    assert checkout.is_ready("test")
    assert not checkout.is_ready("film")
    assert list(checkout.environment.glob("*.part")) == []


def remove_stamp(checkout: Checkout) -> None:
    checkout.stamp.unlink()


def garble_stamp(checkout: Checkout) -> None:
    checkout.stamp.write_bytes(b"\xff\x00")


def empty_stamp(checkout: Checkout) -> None:
    checkout.stamp.write_bytes(b"")


def other_python(checkout: Checkout) -> None:
    checkout.stamp.write_text(checkout.stamp.read_text().replace(PYTHON, "3.99"))


def change_project(checkout: Checkout) -> None:
    checkout.project.write_text("[project]\nname = 'other'\n")


def change_constraints(checkout: Checkout) -> None:
    checkout.constraints.write_text("numpy==2.4.7\n")


def uninstall_python(checkout: Checkout) -> None:
    checkout.python.unlink()
    checkout.python.symlink_to(checkout.root / "python-that-is-gone")


@pytest.mark.parametrize(
    "damage",
    [
        remove_stamp,
        garble_stamp,
        empty_stamp,
        other_python,
        change_project,
        change_constraints,
        uninstall_python,
    ],
)
def test_an_environment_is_not_ready_when(damage: Callable[[Checkout], None], tmp_path: Path) -> None:
    checkout = finished_checkout(tmp_path)
    assert checkout.is_ready("")
    damage(checkout)
    assert not checkout.is_ready("")


def test_a_directory_without_the_project_files_is_no_source_tree(tmp_path: Path) -> None:
    assert not Checkout(tmp_path).is_source()


def test_it_knows_its_own_environment_through_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = finished_checkout(tmp_path)
    assert not checkout.is_running()
    (tmp_path / "link").symlink_to(checkout.environment)
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "link"))
    assert checkout.is_running()
