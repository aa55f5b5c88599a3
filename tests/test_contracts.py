"""Each import contract of pyproject.toml can fail: one forbidden import is planted in a copy, and it is caught."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = {contract["id"]: contract for contract in SETTINGS["tool"]["importlinter"]["contracts"]}
# contract -> (file, the import planted at its end)
PLANTED = {
    "engine-without-window": ("engine/layers.py", "import PySide6.QtCore"),
    "numpy-alone": ("engine/layers.py", "import safetensors"),
    "engine-without-clock": ("engine/trainer.py", "import time"),
    "state-beside-ui": ("playground/state/worker.py", "import playground.ui.theme"),
    "state-without-widgets": ("playground/state/worker.py", "import pyqtgraph"),
    "command-line-without-window": ("playground/cli/train_command.py", "import playground.ui.theme"),
    "values-to-ui": ("playground/ui/views/curves_view.py", "import engine.trainer"),
    "layers-of-ui": ("playground/ui/theme.py", "import playground.ui.widgets.card"),
    "set-up-first": ("playground/checkout.py", "import numpy"),
    "no-cycles": ("engine/errors.py", "import engine.experiment"),
}


def check_contract(root: Path, contract: str) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command as lint; lint()"
    options = ["--contract", contract, "--no-cache"]
    return subprocess.run([sys.executable, "-c", code, *options], cwd=root, capture_output=True, text=True)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two packages and the settings, to be spoilt."""
    root = tmp_path_factory.mktemp("contracts")
    for name in ("engine", "playground"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


def test_every_contract_has_its_violation() -> None:
    assert set(PLANTED) == set(CONTRACTS)


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_violation_is_caught(contract: str, copy: Path) -> None:
    path, statement = PLANTED[contract]
    file = copy / path
    source = file.read_text(encoding="utf-8")
    file.write_text(f"{source}\n{statement}\n", encoding="utf-8")
    try:
        outcome = check_contract(copy, contract)
    finally:
        file.write_text(source, encoding="utf-8")
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert "Contracts: 0 kept, 1 broken." in outcome.stdout


def test_the_engine_contract_names_every_dependency_but_numpy() -> None:
    project = SETTINGS["project"]
    modules = {requirement.partition(">")[0].lower() for requirement in project["dependencies"]}
    modules = {module.replace("_essentials", "") for module in modules} - {"numpy"}
    ids = ("engine-without-window", "numpy-alone")
    forbidden = {module.lower() for name in ids for module in CONTRACTS[name]["forbidden_modules"]}
    assert modules <= forbidden
