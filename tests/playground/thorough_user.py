"""A user who goes, by mouse and keys, to what nobody has come to yet: controls, actions, lessons, a table's dialog.

Chance comes nearly everywhere, but not to what needs several steps in a row. Files dropped on the window bring the
controls that only some data or optimisers have; then every control there whose field is missing is used.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engine.edits import set_field, set_split
from engine.experiment import Experiment
from engine.experiment_file import experiment_to_json
from engine.fields import FIELDS
from engine.lessons.table import LESSONS
from engine.presets import preset
from playground import app
from playground.restrictions import NOTHING, Restrictions, restrictions_aside
from playground.ui.actions import ACTIONS
from playground.ui.panels.field_words import row_of
from playground.ui.panels.tab_stops import tab_stops
from playground.ui.panels.table_dialog import TableDialog
from tests.playground.random_files import ROWS
from tests.playground.random_user import NEVER, RandomUser
from tests.playground.reach import OF_A_TABLE, Reach

KEYS = (*(Qt.Key.Key_Space, Qt.Key.Key_Right) * 2, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down)
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def experiments() -> tuple[Experiment, ...]:
    """Between them they have every control, and a penalty that is warned of."""
    divided = set_split(60, 20, 20).change(preset("circle"))
    fields: tuple[tuple[Experiment, dict[str, float | str]], ...] = (
        (divided, {"optimizer.kind": "momentum", "early_stopping.patience": 9}),
        (preset("digits"), {"optimizer.kind": "adam", "schedule.kind": "exponential"}),
        (preset("parity"), {"optimizer.kind": "rmsprop", "layers[0].activation": "leaky-relu"}),
        (divided, {"optimizer.kind": "gd", "optimizer.learning_rate": 1.0, "penalty.l2": 1000.0}),
    )
    return tuple(_with(start, values) for start, values in fields)


def _with(experiment: Experiment, values: dict[str, float | str]) -> Experiment:
    for path, value in values.items():
        experiment = set_field(path, value).change(experiment)
    return experiment


class ThoroughUser:
    """Goes on where a random user has ended, in the same window. `reach` is looked at and told of what is shown."""

    def __init__(self, opened: app.Playground, user: RandomUser, reach: Reach, folder: Path, qtbot: QtBot) -> None:
        self._opened, self._window, self._user, self._reach = opened, opened.window, user, reach
        self._folder, self._qtbot = folder, qtbot

    def finish(self) -> None:
        """Use what is missing."""
        if self._opened.session.is_running:
            self._window.actions_by_id["play"].trigger()
        for number, experiment in enumerate(experiments()):
            path = self._folder / f"missing-{number}.json"
            path.write_text(experiment_to_json(experiment), encoding="utf-8")
            self._drop(path)
            for field in self._window.controls.fields():
                if row_of(field) in set(FIELDS) - self._reach.fields:
                    self._use(field)
            self._reach.look(everywhere=True)
        self._meet_a_lesson_s_limits()
        if not self._reach.fields.issuperset(OF_A_TABLE):
            self._take_a_table()
        for row in ACTIONS:
            if row.id not in self._reach.actions | NEVER:
                self._window.actions_by_id[row.id].trigger()
                self._leave()
        self._window.actions_by_id["history"].trigger()
        self._reach.look(everywhere=True)
        self._leave()
        self._read_the_lessons()

    def _meet_a_lesson_s_limits(self) -> None:
        """A file of a teacher, which locks a field, and then one that does not."""
        for number, limits in enumerate((Restrictions(locked=("data.kind",)), NOTHING)):
            path = self._folder / f"class-{number}.json"
            text = experiment_to_json(preset("circle"), restrictions_aside(limits))
            path.write_text(text, encoding="utf-8")
            self._drop(path)

    def _leave(self) -> None:
        self._reach.look(everywhere=False)
        self._user.leave_everything()

    def _drop(self, path: Path) -> None:
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(path))])
        place, copy = self._window.rect().center(), Qt.DropAction.CopyAction
        QApplication.sendEvent(self._window, QDragEnterEvent(place, copy, content, LEFT, PLAIN))
        self._reach.look(everywhere=True)
        QApplication.sendEvent(self._window, QDropEvent(QPointF(place), copy, content, LEFT, PLAIN))
        QApplication.processEvents()
        self._reach.look(everywhere=True)

    def _use(self, path: str) -> None:
        """Bring a field's control into sight, as the palette does, and press keys in it until the field is another."""
        self._window.show_controls(True)
        self._window.controls.show_field(path)
        control = self._window.controls.findChild(QWidget, path)
        assert control is not None
        for stop in [control, *tab_stops(control)]:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            for key in KEYS:
                if row_of(path) in self._reach.fields:
                    return
                focused = self._window.focusWidget() or stop
                if key != Qt.Key.Key_Space or isinstance(focused, QAbstractButton):  # elsewhere it starts training
                    QTest.keyClick(focused, key)
                QApplication.processEvents()

    def _take_a_table(self) -> None:
        """Choose a file without names in the table's dialog, say so, and take another column to predict."""
        table = self._folder / "nameless.csv"
        table.write_text("\n".join(ROWS) + "\n", encoding="utf-8")
        self._window.actions_by_id["open_table"].trigger()
        dialog = self._window.findChild(TableDialog)
        assert dialog is not None
        QTest.mouseClick(dialog._choose_file, LEFT)
        files = dialog.findChild(QFileDialog)
        assert files is not None
        name = files.findChildren(QLineEdit)[0]
        name.setText(str(table))
        QTest.keyClick(name, Qt.Key.Key_Return)
        self._wait(dialog._take.isEnabled)
        QTest.mouseClick(dialog._header.findChildren(QAbstractButton)[-1], LEFT)
        self._wait(dialog._take.isEnabled)
        self._reach.look(everywhere=True)
        QTest.mouseClick(dialog._take, LEFT)
        self._leave()

    def _read_the_lessons(self) -> None:
        """Turn from each to the next, and back; take the first link; let a claim be checked."""
        self._window.actions_by_id["lessons"].trigger()
        page = self._window.story.lesson
        assert page is not None
        for _ in LESSONS:
            self._reach.look(everywhere=True)
            QTest.mouseClick(page._on, LEFT)
        QTest.mouseClick(page._back, LEFT)
        page._page.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(page._page, Qt.Key.Key_Tab)
        QTest.keyClick(page._page, Qt.Key.Key_Return)
        self._reach.look(everywhere=True)
        QTest.mouseClick(page._check, LEFT)
        self._leave()

    def _wait(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=20_000)
