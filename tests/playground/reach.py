"""What a user of the window has come to: actions, fields edited by their controls, kinds of widget, lessons, wishes.

It is watched, not told by who acts: an action is done when Qt triggers it, by whatever key, button or menu, and a field
is edited when the experiment holds another value after its control (the picture, the table's dialog) has asked.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

import playground.ui
from engine.fields import FIELDS
from engine.impact import differing_fields
from engine.lessons.table import LESSONS
from playground import app
from playground.ui.actions import ACTIONS

WISHES = ("experiment_requested", "check_requested", "weight_typed")
OF_A_TABLE = ("data.path", "data.target", "data.header")  # edited where a table is opened, by dialog or as a file


class Reach(QObject):
    """Watches one program. `actions`, `fields`, `widgets`, `lessons` and `wishes` (signals of the window) are the names
    of what was reached, each once."""

    def __init__(self, opened: app.Playground) -> None:
        super().__init__(opened.window)
        self.actions: set[str] = set()
        self.fields: set[str] = set()
        self.widgets: set[str] = set()
        self.lessons: set[str] = set()
        self.wishes: set[str] = set()
        self._window, self._document = opened.window, opened.document
        self._before = opened.document.experiment
        opened.window.triggered.connect(self._add_action)
        opened.window.edit_requested.connect(self._add_fields)
        opened.files.used.connect(self._add_fields_of_a_table)
        for name in WISHES:
            getattr(opened.window, name).connect(partial(self._add_wish, name))

    def look(self, *, everywhere: bool) -> None:
        """See what stands before the window now; `everywhere`: in all of it."""
        self._before = self._document.experiment
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and (everywhere or top is not self._window):
                self.widgets |= kinds_in(top)
        lesson = self._window.story.lesson
        if lesson is not None and lesson.isVisible():
            self.lessons.add(lesson.lesson().name)

    def keep(self, path: Path) -> None:
        """Write it as a file, for `missing`."""
        reached = {name: sorted(getattr(self, name)) for name in wanted()}
        path.write_text(json.dumps(reached, indent=1), encoding="utf-8")

    @Slot(str)
    def _add_action(self, name: str) -> None:
        self.actions.add(name)

    def _add_wish(self, name: str, *_: object) -> None:
        self.wishes.add(name)

    @Slot(object)
    def _add_fields(self, _edit: object) -> None:
        now = self._document.experiment
        self.fields.update(field.path for field in differing_fields(self._before, now))
        self._before = now

    @Slot(object)
    def _add_fields_of_a_table(self, _path: object) -> None:
        changed = {field.path for field in differing_fields(self._before, self._document.experiment)}
        self.fields |= changed.intersection(OF_A_TABLE)


def kinds_in(place: QWidget) -> set[str]:
    """Kinds of widget of the window that are visible in a place, itself one of them; a kind counts as its bases too."""
    visible = [one for one in (place, *place.findChildren(QWidget)) if one.isVisible()]
    return {kind.__name__ for one in visible for kind in type(one).__mro__ if _is_ours(kind)}


def widget_kinds() -> set[str]:
    """All kinds of widget that the window has."""
    for module in pkgutil.walk_packages(playground.ui.__path__, "playground.ui."):
        importlib.import_module(module.name)
    return {kind.__name__ for kind in _below(QWidget) if _is_ours(kind)}


def wanted() -> dict[str, set[str]]:
    """All there is to reach, by what it is."""
    return {
        "actions": {row.id for row in ACTIONS},
        "fields": set(FIELDS),
        "widgets": widget_kinds(),
        "lessons": set(LESSONS),
        "wishes": set(WISHES),
    }


def missing(kept: Iterable[Path]) -> dict[str, set[str]]:
    """What nobody has reached of all that there is, given what each has kept."""
    left = wanted()
    for path in kept:
        for name, reached in json.loads(path.read_text(encoding="utf-8")).items():
            left[name] -= set(reached)
    return left


def _is_ours(kind: type) -> bool:
    return kind.__module__.startswith("playground.ui.")


def _below(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
