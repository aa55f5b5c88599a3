"""How a benchmark is asked, and how it answers: the options that all have, and its figures as a table or as JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping


def options_of(module: str, about: str | None, rounds: int) -> argparse.ArgumentParser:
    """--json and --rounds, for `python -m module`; a benchmark adds its own."""
    parser = argparse.ArgumentParser(prog=f"python -m {module}", description=about)
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--rounds", type=int, default=rounds, help=f"rounds whose median is taken (default {rounds})")
    return parser


def tell(figures: Mapping[str, Mapping[str, object]], *, as_json: bool) -> None:
    """Print `figures`, a row of names and values for each of its parts."""
    if as_json:
        print(json.dumps(figures))
        return
    for part, row in figures.items():
        print(part)
        for name, value in row.items():
            print(f"  {name:20} {value}")
