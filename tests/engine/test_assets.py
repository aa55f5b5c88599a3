"""Assets are found without importing the window's package, and a missing one is named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import engine.assets
from engine.assets import asset_path


def test_an_asset_of_the_checkout_is_found() -> None:
    assert asset_path("data", "iris.npz").is_file()
    assert asset_path("data").is_dir()


def test_a_missing_asset_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"data/no-such-file\.npz is missing"):
        asset_path("data", "no-such-file.npz")


def test_an_installed_asset_is_found_inside_playground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a wheel: engine/ and playground/ side by side, the assets inside playground/."""
    (tmp_path / "engine").mkdir()
    (tmp_path / "playground" / "assets" / "data").mkdir(parents=True)
    (tmp_path / "playground" / "__init__.py").write_text("raise AssertionError('imported')")
    (tmp_path / "playground" / "assets" / "data" / "set.npz").write_bytes(b"")
    (tmp_path / "engine" / "assets.py").write_text(Path(engine.assets.__file__).read_text())
    program = "from engine.assets import asset_path; print(asset_path('data', 'set.npz'))"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == tmp_path / "playground" / "assets" / "data" / "set.npz"
