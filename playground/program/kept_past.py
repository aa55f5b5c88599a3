"""The undo list in the kept session: its newest steps, as far as there is room; one that cannot be read is no loss."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from engine.errors import ExperimentError, FileFormatError
from engine.experiment_file import aside_of, experiment_from_dict, experiment_to_dict
from playground.restrictions import restrictions_aside, restrictions_from
from playground.state.past import Page, Past, PastStep

MOST_STEPS = 100
MOST_LETTERS = 1_000_000  # of all steps; one with a few painted points has some thousand


def past_to_dict(past: Past) -> dict[str, Any]:
    """The newest steps as plain values."""
    past = past.newest(MOST_STEPS)
    pages = [_page_to_dict(step.after) for step in past.steps]
    room, kept = MOST_LETTERS, 0
    for page in reversed(pages):
        room -= len(json.dumps(page))
        if room < 0:
            break
        kept += 1
    past = past.newest(kept)
    if not past.steps:
        return {}
    steps = [
        {"label": step.label, "from": _path_to_text(step.before.path), "page": page}
        for step, page in zip(past.steps, pages[len(pages) - kept :], strict=True)
    ]
    return {"first": _page_to_dict(past.steps[0].before), "steps": steps, "done": past.done}


def past_from_dict(tree: object) -> Past:
    """The undo list again; an empty one where the values are none."""
    try:
        return _past(tree) if isinstance(tree, dict) and tree else Past()
    except (ExperimentError, FileFormatError, KeyError, TypeError, ValueError, AttributeError):
        return Past()


def _past(tree: dict[str, Any]) -> Past:
    before, steps = _page_from_dict(tree["first"]), []
    for one in tree["steps"]:
        after = _page_from_dict(one["page"])
        before = Page(before.experiment, _path_from_text(one["from"]), before.restrictions)
        steps.append(PastStep(str(one["label"]), before, after))
        before = after
    done = tree["done"]
    return Past(tuple(steps), done) if isinstance(done, int) and 0 <= done <= len(steps) else Past()


def _page_to_dict(page: Page) -> dict[str, Any]:
    return {
        "path": _path_to_text(page.path),
        "experiment": experiment_to_dict(page.experiment) | restrictions_aside(page.restrictions),
    }


def _page_from_dict(tree: dict[str, Any]) -> Page:
    experiment = tree["experiment"]
    return Page(
        experiment_from_dict(experiment), _path_from_text(tree["path"]), restrictions_from(aside_of(experiment))
    )


def _path_to_text(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _path_from_text(text: str | None) -> Path | None:
    return None if text is None else Path(text)
