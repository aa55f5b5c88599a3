"""Everything that the window shows only when it is asked for, or when something happens, brought up one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import inf
from pathlib import Path
from string import ascii_uppercase

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QWidget

from engine.claims.claim import Figure
from engine.edits import choose_data, freeze, replace_experiment
from engine.experiment import Augmentation, Experiment, Layer, Penalty
from engine.presets import preset
from playground import app
from playground.restrictions import NOTHING, Restrictions
from playground.ui.panels.disclosure import Disclosure
from playground.ui.panels.table_dialog import TableDialog
from playground.ui.views.curve_menu import CurveMenu
from playground.ui.views.network_callouts import NAMES
from playground.ui.views.network_canvas import NetworkCanvas
from playground.ui.views.network_strip import LayerControls
from playground.ui.views.network_tiles import tile_rect
from tests.playground.ui.views.pictures import click_at, point_at

Wait = Callable[[Callable[[], bool]], None]
DEEP = (Layer(units=16, activation="relu"),) * 6
REGULARISED = (
    Layer(units=8, activation="relu", keep_prob=0.6),
    Layer(units=6, activation="leaky-relu", batch_norm=True),
    Layer(units=4, activation="tanh", initializer="he"),
)
CLASS = Restrictions(hidden=("split", "card.curves"), locked=("optimizer.learning_rate", "layers"))
LEFT = Qt.MouseButton.LeftButton
CHECKED = tuple(
    Figure(name="‖W‖", value=value, least=least)
    for value, least in ((15.1, -inf), (0.54, 0.5), (0.1, 0.2), *((1.0, 0.0),) * 4)
)


class Showings:
    """`all()` gives name and widget of one after the other; each is put away before the next one comes.

    table: a CSV file with the column "quality". wait(condition): lets events pass until it holds. settle: lets
    everything be laid out and drawn.
    """

    def __init__(self, opened: app.Playground, table: Path, wait: Wait, settle: Callable[[], None]) -> None:
        self._opened, self._window, self._table = opened, opened.window, table
        self._wait, self._settle = wait, settle

    def all(self) -> Iterator[tuple[str, QWidget]]:
        """Whatever is not there when the window opens."""
        for show in (self._runs, self._network, self._sheets, self._popups, self._controls, self._class_mode):
            yield from show()

    def train(self, experiment: Experiment, epochs: int = 5) -> None:
        """Some epochs of an experiment, shown by all views; fewer where it diverges."""
        opened = self._opened
        opened.document.apply(replace_experiment(experiment, "Preset"))
        opened.session.reset()
        for _ in range(epochs):
            opened.session.step_epoch()

        def is_done() -> bool:
            snapshot = opened.session.latest()
            if snapshot is None or snapshot.experiment != experiment or snapshot.running:
                return False
            return snapshot.epoch >= epochs or snapshot.failure is not None

        self._wait(is_done)
        opened.clock.tick()
        self._settle()

    def _runs(self) -> Iterator[tuple[str, QWidget]]:
        window, session = self._window, self._opened.session
        self.train(preset("circle"), 0)
        window.network.set_callouts(frozenset(NAMES))
        yield "callouts", window
        window.network.set_callouts(frozenset())
        session.play()
        drawn = len(self._opened.clock.costs)
        self._wait(lambda: len(self._opened.clock.costs) > drawn + 30)
        yield "running", window
        session.pause()
        for name, kind in (("diverged", "reg-plane-diverges"), ("advice", "spiral-linear"), ("images", "digits")):
            self.train(preset(kind), 20 if name == "advice" else 3)
            yield name, window
        tables = (choose_data("csv", path=str(path)).change(Experiment()) for path in (self._table, self._letters()))
        kinds = {"numbers": preset("reg-gauss"), "classes": next(tables), "many-classes": next(tables)}
        for name, experiment in kinds.items():
            self.train(experiment)
            window.story.show_page("results")
            yield f"results-{name}", window
        window.story.show_page("now")
        self.train(replace(preset("circle"), penalty=Penalty(l2=9000)))
        yield "decay-warning", window

    def _letters(self) -> Path:
        """A table with more classes than a confusion matrix has room for."""
        path = self._table.with_name("letters.csv")
        rows = [f"{place},{place % 5},{letter}" for place, letter in enumerate(ascii_uppercase * 5)]
        path.write_text("\n".join(["place,fifth,letter", *rows]) + "\n", encoding="utf-8")
        return path

    def _network(self) -> Iterator[tuple[str, QWidget]]:
        self.train(replace(preset("circle"), layers=DEEP), 2)
        yield "deep", self._window
        held = freeze(2, 1, 1, 0.5).change(replace(preset("circle"), layers=REGULARISED))
        self.train(held)
        yield "regularised", self._window
        canvas = self._window.findChildren(NetworkCanvas)[0]
        column = canvas.arrangement.column_of(2)
        assert column is not None
        middle = tile_rect(column, 0).center()
        point_at(canvas, middle.x(), middle.y())
        yield "unit", self._window
        bundle = canvas.scene.bundles.items[-1]
        place = bundle.point(0, 0.5)
        point_at(canvas, place.x(), place.y())
        yield "edge", self._window.network
        click_at(canvas, place.x(), place.y())
        yield "weight-editor", self._window.network
        canvas.editing.close()

    def _sheets(self) -> Iterator[tuple[str, QWidget]]:
        window, actions = self._window, self._window.actions_by_id
        for name in ("palette", "history", "shortcuts"):
            actions[name].trigger()
            yield name, window
            getattr(window.overlays, name).leave()
        window.top_bar.presets.showPopup()
        yield "presets", window.top_bar.presets.sheet()
        window.top_bar.presets.sheet().close()
        actions["about"].trigger()
        yield "about", window
        window.banner.dismiss()
        window.drop_target.frame.cover(True)
        yield "drop", window
        window.drop_target.frame.cover(False)
        window.open_lessons("penalties")
        assert window.story.lesson is not None
        yield "lesson", window
        window.story.lesson.show_figures(CHECKED)
        yield "lesson-checked", window.story
        window.story.show_page("now")
        window.surface.brush.click()
        yield "paint", window.surface
        window.surface.brush.click()
        actions["open_table"].trigger()
        dialog = window.findChildren(TableDialog)[0]
        dialog.open_file(self._table, target="quality")
        box = dialog.findChildren(QDialogButtonBox)[0]
        take = next(one for one in box.buttons() if box.buttonRole(one) == QDialogButtonBox.ButtonRole.AcceptRole)
        self._wait(take.isEnabled)
        yield "dialog-table", dialog
        dialog.close()

    def _popups(self) -> Iterator[tuple[str, QWidget]]:
        window = self._window
        head = next(one.head for one in window.findChildren(LayerControls) if one.layer == 1)
        buttons = {
            "layer-menu": head,
            "curve-panel": window.findChildren(CurveMenu)[0],
            "map-menu": window.surface.menu,
        }
        for name, button in buttons.items():
            QTest.mouseClick(button, LEFT)
            yield name, self._popup()
            self._popup().close()
        window.layer_settings.open(0, window.mapToGlobal(QPoint(500, 200)))
        yield "layer-settings", self._popup()
        self._popup().close()
        combo = next(one for one in window.controls.findChildren(QComboBox) if one.isVisible())
        combo.showPopup()
        yield "choice", self._popup()
        combo.hidePopup()

    def _popup(self) -> QWidget:
        self._wait(lambda: QApplication.activePopupWidget() is not None)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        return popup

    def _controls(self) -> Iterator[tuple[str, QWidget]]:
        controls = self._window.controls
        self.train(replace(preset("digits"), augmentation=Augmentation(image_shift=1.0)), 1)
        opened = [one for one in controls.findChildren(Disclosure) if not one.is_open()]
        for one in opened:
            one.set_open(True)
        yield "controls-all", controls.widget()
        for one in opened:
            one.set_open(False)
        for section in controls.sections.values():
            section.set_folded(True)
        yield "controls-folded", controls
        for section in controls.sections.values():
            section.set_folded(False)

    def _class_mode(self) -> Iterator[tuple[str, QWidget]]:
        window = self._window
        self.train(preset("circle"))
        window.actions_by_id["class_mode"].trigger()
        assert window.class_mode.dialog is not None
        yield "class-dialog", window.class_mode.dialog
        window.class_mode.dialog.close()
        self._opened.document.restrict(CLASS)
        yield "class-mode", window
        self._opened.document.restrict(NOTHING)
