"""The commands that need no window run where Qt cannot even be imported, and load no more than they use."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
BLOCKED = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {names}:
            raise ImportError(f"{{name}} must not be imported here")

sys.meta_path.insert(0, Blocker())
from playground.cli import main
sys.exit(main({words}))
"""


def run_without(names: set[str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a fresh Python that cannot import these packages."""
    program = BLOCKED.format(names=names, words=list(words))
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)


def test_training_with_all_its_files_needs_no_qt(tmp_path: Path) -> None:
    words = ["train", "preset:circle", "--epochs", "1", "--json", "--out", str(tmp_path)]
    done = run_without({"PySide6", "shiboken6", "pyqtgraph"}, *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["epochs"] == 1
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize(
    "words", [("presets",), ("--version",), ("--help",), ("train", "--help"), ("claims", "--help")]
)
def test_reading_needs_not_even_numpy(words: tuple[str, ...]) -> None:
    done = run_without({"PySide6", "pyqtgraph", "numpy", "safetensors", "tqdm"}, *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_blocker_blocks() -> None:
    done = run_without({"numpy"}, "train", "preset:circle", "--epochs", "0")
    assert done.returncode == 1
    assert "must not be imported here" in done.stderr
