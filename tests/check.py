"""Every check of the project in one run: layout and lint, types, import contracts, then the tests.

A check that passes is one line, one that fails shows what it said. The tests come last and nothing is printed after
them when all else passed, so that the closing line of pytest is the closing line of the run.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


class Check(NamedTuple):
    """One tool to run: the group that `--only` names, what it is about, and the arguments of Python."""

    group: str
    title: str
    command: tuple[str, ...]


CHECKS = (
    Check("lint", "layout (ruff format)", ("-m", "ruff", "format", "--check", "--quiet", ".")),
    Check("lint", "lint (ruff check)", ("-m", "ruff", "check", "--quiet", ".")),
    Check("types", "types (mypy --strict)", ("-m", "mypy", "--no-error-summary")),
    Check(
        "contracts",
        "import contracts (import-linter)",
        ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
    ),
)
GROUPS = (*dict.fromkeys(check.group for check in CHECKS), "tests")


def main(arguments: list[str]) -> int:
    """Run the checks and the tests and return the exit status: 0 when all passed, else 1."""
    parser = argparse.ArgumentParser(prog="python3 -m tests", description=__doc__)
    parser.add_argument("--only", choices=GROUPS, action="append", help="run this group alone; may be repeated")
    parser.add_argument("pytest", nargs="*", help="arguments for pytest, after --, for example: -- -k spiral")
    options = parser.parse_args(arguments)
    groups = options.only or GROUPS
    failed = [check.title for check in CHECKS if check.group in groups and not passes(check)]
    if "tests" in groups and run_tests(options.pytest) != 0:
        failed.append("tests (pytest)")
    if failed and failed != ["tests (pytest)"]:
        print(f"failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def passes(check: Check) -> bool:
    """Run one check; one line if it passed, all that it printed if not."""
    run = subprocess.run([sys.executable, *check.command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(f"{check.title}: {'ok' if run.returncode == 0 else 'FAILED'}", flush=True)
    if run.returncode != 0:
        sys.stdout.buffer.write(run.stdout + b"\n")
        sys.stdout.flush()
    return run.returncode == 0


def run_tests(arguments: list[str]) -> int:
    """Run pytest on every core, unless the arguments already say how many processes; returns its status."""
    spread = () if any(argument.startswith(("-n", "--numprocesses")) for argument in arguments) else ("-n", "auto")
    environment = {**os.environ, "PYTHONHASHSEED": os.environ.get("PYTHONHASHSEED", "0")}
    return subprocess.run([sys.executable, "-m", "pytest", *spread, *arguments], cwd=ROOT, env=environment).returncode
