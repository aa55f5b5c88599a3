"""Where the files of ``assets/`` are: beside the packages in a checkout, inside ``playground`` when installed."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path


def asset_path(*parts: str) -> Path:
    """The path of one asset, e.g. ``asset_path("data", "iris.npz")``; ``playground`` is located, not imported.

    Raises FileNotFoundError, naming the places looked at, when it is in none of them.
    """
    places = [root.joinpath(*parts) for root in _roots()]
    for place in places:
        if place.exists():
            return place
    looked_at = " or ".join(str(place) for place in places)
    raise FileNotFoundError(f"the program's own file {'/'.join(parts)} is missing; looked at {looked_at}")


@cache
def _roots() -> tuple[Path, ...]:
    """The asset directories that may exist, the checkout's first."""
    roots = [Path(__file__).resolve().parent.parent / "assets"]
    found = importlib.util.find_spec("playground")
    if found is not None and found.submodule_search_locations is not None:
        roots += [Path(location) / "assets" for location in found.submodule_search_locations]
    return tuple(roots)
