"""What a class does not see, and what it cannot change: chosen by the teacher, kept in the experiment's file.

A control is named by its field (``optimizer.learning_rate``, ``layers[].units`` for every layer), by the part that its
field belongs to (``split``, ``layers``), or as a part of the window (``presets``, ``card.curves``). Nothing of this
decides a result: the engine carries it beside the experiment under ``class`` and does not read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any, Literal, get_args

from engine.errors import ExperimentError
from engine.experiment import Experiment
from engine.fields import FIELDS
from engine.values import dataclass

KEY = "class"
PARTS = tuple(dict.fromkeys(path.replace("[]", "").partition(".")[0] for path in FIELDS if "." in path))
SETTINGS = tuple(dict.fromkeys((*FIELDS, *PARTS)))
PLACES = ("presets", "panel.data", "panel.training", "panel.network", "card.story", "card.surface", "card.curves")

Access = Literal["shown", "locked", "hidden"]
ACCESS: tuple[Access, ...] = get_args(Access)


class LockedError(ExperimentError):
    """A change of what class mode has locked; ``path`` is the row of the field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restrictions:
    """Raises ExperimentError for a name that is none, or that cannot be locked."""

    hidden: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for list_name, names, allowed in (
            ("hidden", self.hidden, (*SETTINGS, *PLACES)),
            ("locked", self.locked, SETTINGS),
        ):
            for index, name in enumerate(names):
                if name not in allowed or name in names[:index]:
                    raise ExperimentError(f"{KEY}.{list_name}[{index}]", name, f"each once: {', '.join(allowed)}")

    def __bool__(self) -> bool:
        return bool(self.hidden or self.locked)

    def access(self, name: str) -> Access:
        """How a control stands; hidden is more than locked."""
        return "hidden" if name in self.hidden else "locked" if name in self.locked else "shown"

    def with_access(self, name: str, access: Access) -> Restrictions:
        """The same, but for one control."""
        hidden, locked = (tuple(one for one in names if one != name) for names in (self.hidden, self.locked))
        if access == "hidden":
            hidden = (*hidden, name)
        elif access == "locked":
            locked = (*locked, name)
        return Restrictions(hidden=hidden, locked=locked)

    def lock(self, row: str) -> bool:
        """Whether a field (a row of the table) must not be changed."""
        return _covers(self.locked, row)

    def access_of(self, row: str) -> Access:
        """How a field stands, by its own name or by that of a part it belongs to."""
        return "hidden" if _covers(self.hidden, row) else "locked" if self.lock(row) else "shown"

    def refusal(self, before: Experiment, after: Experiment) -> LockedError | None:
        """The error for a change of something that is locked; None where nothing locked changes."""
        if not self.locked:
            return None
        from engine.impact import differing_fields  # with NumPy, which reading a file does without

        row = next((one.path for one in differing_fields(before, after) if self.lock(one.path)), None)
        if row is None:
            return None
        value = attrgetter(row)(after) if "[]" not in row and row != "layers" else "another value"
        return LockedError(row, value, "what stands there, because it is locked in class mode")


NOTHING = Restrictions()


def _covers(names: tuple[str, ...], row: str) -> bool:
    """Whether one of the names is that of a field or of a part around it."""
    return any(row == name or row.startswith((f"{name}.", f"{name}[]")) for name in names)


def restrictions_from(aside: Mapping[str, Any]) -> Restrictions:
    """Read what stands beside an experiment. Raises ExperimentError."""
    if KEY not in aside:
        return NOTHING
    tree = aside[KEY]
    if not isinstance(tree, dict) or tree.keys() - {"hidden", "locked"}:
        raise ExperimentError(KEY, tree, "an object with the lists hidden and locked")
    return Restrictions(**{name: tuple(_names(name, value)) for name, value in tree.items()})


def _names(list_name: str, value: object) -> Iterator[str]:
    if not isinstance(value, list):
        raise ExperimentError(f"{KEY}.{list_name}", value, "a list of names of controls")
    for index, name in enumerate(value):
        if not isinstance(name, str):
            raise ExperimentError(f"{KEY}.{list_name}[{index}]", name, "the name of a control")
        yield name


def restrictions_aside(restrictions: Restrictions) -> dict[str, Any]:
    """What is kept beside an experiment; nothing where nothing is restricted."""
    if not restrictions:
        return {}
    return {KEY: {"hidden": list(restrictions.hidden), "locked": list(restrictions.locked)}}
