"""Tests mirror the tree: every module has a test in the folder of the same name, or is a part of one that has."""

import ast
from functools import cache
from pathlib import Path

from tests.test_house import MODULES, ROOT, name_of, parsed

# Engine modules that have no test of their own because a whole needs them, each with the test of that whole.
CHAPTERS = (
    *("batch_norm", "depth", "landscape", "logistic_regression", "optimisation", "setting_up"),
    *("shallow_networks", "signals", "softmax", "tuning"),
)
PARTS = ("depth", "lesson", "logistic", "optimising", "regularising", "setting_up", "shallow", "signals", "tuning")
TESTED_THROUGH = {
    "engine/arrays.py": "tests/engine/test_network.py",
    **{f"engine/claims/{chapter}.py": "tests/engine/claims/test_table.py" for chapter in CHAPTERS},
    **{f"engine/lessons/{part}.py": "tests/engine/lessons/test_table.py" for part in PARTS},
    "engine/checkpoint.py": "tests/engine/test_trainer.py",
    "engine/data/circle.py": "tests/engine/data/test_generators.py",
    "engine/data/moons.py": "tests/engine/data/test_generators.py",
    "engine/data/table_notes.py": "tests/engine/data/test_table.py",
    "engine/data/xor.py": "tests/engine/data/test_generators.py",
    "engine/predictor.py": "tests/engine/test_network.py",
    "engine/training_pass.py": "tests/engine/test_network.py",
}
# Folders whose small modules are parts of bigger ones beside them: a part is tested through the view that draws it.
FOLDERS_OF_PARTS = ("playground/ui",)


@cache
def imported_modules(path: Path) -> frozenset[str]:
    """Dotted names that a file imports, `from a.b import c` as both a.b and a.b.c."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found)


def module_name(path: Path) -> str:
    """The dotted name by which a file is imported; a package's __init__ is the package."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def has_own_test(path: Path) -> bool:
    """Whether a test file of the mirrored folder is named after the module or imports it."""
    folder = ROOT / "tests" / path.relative_to(ROOT).parent
    tests = sorted(folder.glob("test_*.py"))
    named = folder / f"test_{path.stem.strip('_')}.py" in tests
    return named or any(module_name(path) in imported_modules(test) for test in tests)


def untested_modules() -> list[str]:
    """Modules without a test of their own, and, where parts are allowed, which no tested neighbour imports either."""
    tested = {path for path in MODULES if has_own_test(path)}
    reached = list(tested)
    while reached:
        whole = reached.pop()
        parts = {
            path
            for path in MODULES
            if path.parent == whole.parent
            and name_of(path).startswith(FOLDERS_OF_PARTS)
            and module_name(path) in imported_modules(whole)
        }
        reached += parts - tested
        tested |= parts
    return [name_of(path) for path in MODULES if path not in tested and path.name != "__init__.py"]


def test_every_module_is_tested_in_its_place() -> None:
    assert sorted(untested_modules()) == sorted(TESTED_THROUGH)


def test_what_stands_in_for_a_mirror_is_there() -> None:
    assert [test for test in TESTED_THROUGH.values() if not (ROOT / test).is_file()] == []
