"""The window: where everything stands, and one page of signals for what the user asks for.

Left the controls, in the middle the network and below it what happens now, at the right the decision surface and the
curves. The window shows experiments and snapshots and passes wishes on; it knows no document and no session.

This file imports nothing but Qt until the cards are built: at the start the window is on the screen before them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from engine.experiment import Experiment
    from engine.snapshot import Snapshot
    from playground.ui.panels.step_words import Step

MARGIN = 12
SMALLEST = (1120, 660)


class MainWindow(QMainWindow):
    """Signals: edit_requested(Edit) and edit_started, edit_finished around a drag; triggered(id) of an action row;
    plane_requested(kind, columns), window_requested(part of the plane), optimum_wanted(bool), surface_save_requested;
    file_requested(Path) of a recent one; preset_requested(name); theme_requested(name); language_requested(code);
    full_screen_changed(bool); view_changed, when `view_options` are others; closing, when the user closes it;
    weight_typed(layer, unit, source, value): counted from 1, a bias without a source; experiment_requested(Experiment,
    lesson) of a link, and check_requested(claims), to be run."""

    edit_requested = Signal(object)
    edit_started = Signal()
    edit_finished = Signal()
    triggered = Signal(str)
    plane_requested = Signal(str, object)
    window_requested = Signal(object)
    optimum_wanted = Signal(bool)
    surface_save_requested = Signal()
    weight_typed = Signal(int, int, object, float)
    experiment_requested = Signal(object, str)
    check_requested = Signal(object)
    file_requested = Signal(object)
    preset_requested = Signal(str)
    theme_requested = Signal(str)
    language_requested = Signal(str)
    full_screen_changed = Signal(bool)
    view_changed = Signal()
    closing = Signal()

    def __init__(self, *, empty: bool = False) -> None:
        """With the cards in it, or `empty` until they are built."""
        super().__init__()
        self.is_built = False
        self.may_close: Callable[[], bool] = lambda: True  # asked before the user closes it
        self._path: Path | None = None
        self._modified = False
        self.setMinimumSize(*SMALLEST)
        self._show_title()
        if not empty:
            self.build()

    def build(self) -> None:
        """Make the cards, instead of whatever fills the empty window."""
        from playground.ui.action_set import ActionSet
        from playground.ui.board import Board
        from playground.ui.class_mode import ClassMode
        from playground.ui.drawing_turns import DrawingTurns
        from playground.ui.drop_target import DropTarget
        from playground.ui.layer_popup import LayerSettings
        from playground.ui.overlays import Overlays
        from playground.ui.panels.top_bar import TopBar
        from playground.ui.widgets.sheet import Sheet

        self.top_bar, self.board = TopBar(), Board()
        board = self.board
        self.controls, self.network, self.story = board.controls, board.network, board.story
        self.surface, self.curves = board.surface, board.curves
        self.drawing = DrawingTurns((self.top_bar, self.controls, self.network, self.story, self.surface, self.curves))
        self.layer_settings = LayerSettings(self)
        self._sheet = Sheet(board)  # larger text may need more room than the screen has
        self.top_bar.presets.setObjectName("presets")
        self._lay_out()
        self._action_set = ActionSet(self)
        self._action_set.triggered.connect(self.triggered)
        self.actions_by_id: dict[str, QAction] = self._action_set.by_id
        self.overlays = Overlays(self, self.controls)
        self.class_mode = ClassMode(self, self.controls)
        self._connect()
        self.drop_target = DropTarget(self)
        self._show_title()
        self.is_built = True
        board.fit()

    # What is shown.

    def show_experiment(self, experiment: Experiment) -> None:
        """Show an experiment everywhere."""
        self.drawing.show_experiment(experiment)
        self.class_mode.refresh()
        self.layer_settings.show_experiment(experiment)
        self.board.fit()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a run's state everywhere; while it runs, each view in its turn, so that no frame has to draw all."""
        self.drawing.show_snapshot(snapshot)

    def show_running(self, running: bool) -> None:
        """Show pause while training runs."""
        self.top_bar.set_playing(running)

    def show_undo(self, undo: Step | None, redo: Step | None) -> None:
        """Name what undo and redo would do; None where there is nothing."""
        for name, step in (("undo", undo), ("redo", redo)):
            self.actions_by_id[name].setEnabled(step is not None)
        self.top_bar.set_undo(undo, redo)
        self._action_set.say_of("undo", self.top_bar.undo_words)
        self._action_set.say_of("redo", self.top_bar.redo_words)

    def show_file(self, path: Path | None, modified: bool) -> None:
        """Name the file in the title, with a dot while there is something to save."""
        self._path, self._modified = path, modified
        self._show_title()

    def show_switches(self, **switches: bool) -> None:
        """Show by id which actions that can be on are on."""
        for name, on in switches.items():
            self.actions_by_id[name].setChecked(on)

    def open_history(self) -> None:
        """Open the list of steps below the button that takes back."""
        below = self.top_bar.undo.rect().bottomLeft()
        self.overlays.open_history(self.top_bar.undo.mapTo(self, below))

    def view_options(self) -> dict[str, Any]:
        """What the user has set about the view, by name, for the next start."""
        return {
            "folded": [name for name, panel in self.controls.sections.items() if panel.is_folded()],
            "large_picture": self.board.is_large,
            "lesson": self.story.last_lesson,
            "controls": self.board.is_projected or not self.controls.isHidden(),
        }

    def set_view_options(self, options: Mapping[str, Any]) -> None:
        """Take what `view_options` gave; what is none is passed over."""
        folded = options.get("folded")
        for name, panel in self.controls.sections.items():
            panel.set_folded(isinstance(folded, list) and name in folded)
        self._show_large_picture(options.get("large_picture") is True)
        lesson = options.get("lesson")
        self.story.last_lesson = lesson if isinstance(lesson, str) else ""
        self.show_controls(options.get("controls") is not False)

    def set_full_screen(self, on: bool) -> None:
        """Fill the screen, or be again what it was before: maximised, or a window among others."""
        from PySide6.QtCore import Qt

        if on != self.isFullScreen():
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.show_switches(full_screen=on)

    def switch_full_screen(self) -> None:
        """Fill the screen if it does not, and the other way round."""
        self.set_full_screen(not self.isFullScreen())

    def switch_large_picture(self) -> None:
        """Give the network the room of what happens now as well, or back."""
        self._show_large_picture(not self.board.is_large)
        self.view_changed.emit()

    def open_lessons(self, name: str = "") -> None:
        """Open the lesson `name`, or the one that was read last, where it can be seen."""
        self._make_room_for_story()
        self.story.open_lesson(name)
        if self.story.isHidden():
            self.banner.show_message(
                "info",
                lambda: self.tr("Hidden in class mode"),
                lambda: self.tr("The lessons stand in a card that is not shown here."),
                passing=True,
            )
        self._bring_story_into_view()

    def open_story(self) -> None:
        """Show what happens now, where it can be seen."""
        self._make_room_for_story()
        self.story.show_page("now")
        self._bring_story_into_view()

    def hides_story(self) -> bool:
        """Whether what happens now has given its room to the pictures, for as long as nobody asks for it."""
        return self.board.is_large or self.board.is_projected

    def show_controls(self, on: bool) -> None:
        """Show the column of controls, or leave its room to the pictures."""
        self.board.show_controls(on)
        self.show_switches(controls=on)

    def projected_scale(self) -> float:
        """The text's scale at which the pictures alone fill this screen."""
        screen = self.screen().size()
        return self.board.scale_for(screen.width(), screen.height())

    def show_projected(self, on: bool) -> None:
        """Show the pictures alone and large, or everything."""
        self.board.show_projected(on)
        self.show_switches(controls=not self.controls.isHidden())

    # Inside.

    def _bring_story_into_view(self) -> None:
        """Where text is large the cards scroll, and this one may be below what is seen."""
        whole = self.board.layout()
        assert whole is not None, "the board lays its cards out"
        whole.activate()
        self._sheet.ensureWidgetVisible(self.story, 0, 0)

    def _make_room_for_story(self) -> None:
        if self.board.is_projected:
            self.actions_by_id["projector"].trigger()
        if self.board.is_large:
            self.switch_large_picture()

    def _show_large_picture(self, on: bool) -> None:
        self.board.show_large_picture(on)
        self.show_switches(large_picture=on)

    def _lay_out(self) -> None:
        from PySide6.QtCore import Qt

        from playground.ui.widgets import Banner

        sheet = QWidget()
        whole = QVBoxLayout(sheet)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(MARGIN)
        whole.addWidget(self.top_bar)
        whole.addWidget(self._sheet, 1)
        self.setCentralWidget(sheet)
        self.banner = Banner(sheet)
        self.banner.stand_in(self.board.network_card)  # over its legend: nothing there is to be pressed
        sheet.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside everything gives Space back to training
        sheet.setFocus()

    def _connect(self) -> None:
        for view in (self.controls, self.network, self.story, self.layer_settings, self.surface):
            view.edit_requested.connect(self.edit_requested)
        for view in (self.controls, self.layer_settings, self.surface):
            view.edit_started.connect(self.edit_started)
            view.edit_finished.connect(self.edit_finished)
        self.network.layer_settings_requested.connect(self.layer_settings.open)
        self.layer_settings.opened.connect(self.class_mode.refresh)
        self.class_mode.restrained.connect(self.network.show_restrictions)
        for panel in self.controls.sections.values():
            panel.folded.connect(self._say_view_changed)
        self.overlays.found.connect(self._do_found)
        self._connect_top_bar()
        self.surface.plane_requested.connect(self.plane_requested)
        self.surface.window_requested.connect(self.window_requested)
        self.surface.optimum_wanted.connect(self.optimum_wanted)
        self.surface.save_requested.connect(self.surface_save_requested)
        self.network.unit_hovered.connect(self.surface.show_unit)
        self.network.weight_typed.connect(self.weight_typed)
        self.story.experiment_requested.connect(self.experiment_requested)
        self.story.check_requested.connect(self.check_requested)
        self.story.lesson_turned.connect(self._say_view_changed)
        self.board.smallest_changed.connect(self._sheet.set_smallest)

    def _connect_top_bar(self) -> None:
        """Every button of the top bar, and others that do the same, is a row of the actions' table."""
        from playground.ui.actions import ACTIONS, native

        bar, transport = self.top_bar, self.top_bar.transport
        buttons = (
            (transport.play, "play"),
            (transport.pause, "play"),
            (transport.step_batch, "step_batch"),
            (transport.step_epoch, "step_epoch"),
            (transport.reset, "reset"),
            (transport.new_seed, "new_seed"),
            (bar.undo_requested, "undo"),
            (bar.redo_requested, "redo"),
            (bar.history_requested, "history"),
            (self.controls.table_requested, "open_table"),
            (self.story.restart_requested, "reset"),
            (self.board.large_picture.clicked, "large_picture"),
        )
        for signal, action in buttons:
            signal.connect(self.actions_by_id[action].trigger)
        bar.preset_requested.connect(self.preset_requested)
        bar.theme_requested.connect(self.theme_requested)
        bar.language_requested.connect(self.language_requested)
        bar.menu.fill(self.actions_by_id)
        bar.menu.recent_requested.connect(self.file_requested)
        shortcuts = {row.id: native(row.shortcut) for row in ACTIONS}
        self.board.large_picture.set_shortcut(shortcuts["large_picture"])
        transport.set_shortcuts(**{name: shortcuts[name] for name in ("step_batch", "step_epoch", "reset", "new_seed")})

    @Slot(str, str)
    def _do_found(self, kind: str, name: str) -> None:
        """Do what was taken in the palette."""
        from engine.edits import choose_data

        if kind == "action":
            self.actions_by_id[name].trigger()
        elif kind == "preset":
            self.preset_requested.emit(name)
        elif kind == "data":
            self.edit_requested.emit(choose_data(name))
        elif kind == "file":
            self.file_requested.emit(Path(name))
        elif kind == "lesson":
            self.open_lessons(name)
        else:
            self.show_controls(True)
            self.controls.show_field(name)

    @Slot()
    def _say_view_changed(self) -> None:
        self.view_changed.emit()

    def _show_title(self) -> None:
        name = self._path.name if self._path is not None else self.tr("Untitled") if self._modified else ""
        words = [f"• {name}" if self._modified else name, self.tr("Neural Playground")]
        self.setWindowTitle(" – ".join(part for part in words if part))

    # Events.

    def changeEvent(self, event: QEvent) -> None:
        if not self.is_built:
            pass
        elif event.type() == QEvent.Type.LanguageChange:
            self._show_title()
        elif event.type() == QEvent.Type.WindowStateChange:
            self.show_switches(full_screen=self.isFullScreen())
            self.full_screen_changed.emit(self.isFullScreen())
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.set_full_screen(False)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
