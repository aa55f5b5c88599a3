"""The page where what happens and what is seen meet: creates document, session, clock and window, and connects them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QSettings, QSize, Slot
from PySide6.QtWidgets import QApplication

from engine.edits import Edit, new_seed, replace_experiment
from engine.errors import ExperimentError
from engine.experiment import Experiment
from engine.experiment_text import Shared
from engine.fields import PAINTED_KINDS
from engine.plane import Window
from engine.presets import preset
from engine.snapshot import Failure, Snapshot
from playground.program.application import make_application
from playground.program.callout_memory import CalloutMemory
from playground.program.curve_memory import CurveMemory
from playground.program.files import Files
from playground.program.first_run import FIRST, wait_for_snapshot
from playground.program.keeping import Keeping
from playground.program.kept_session import session_folder
from playground.program.look import Look
from playground.program.recent_files import RecentFiles
from playground.program.sharing import Sharing
from playground.program.surface_memory import SurfaceMemory
from playground.restrictions import Restrictions, restrictions_from
from playground.state.document import Document
from playground.state.frame_clock import FrameClock
from playground.state.limit_finder import LimitFinder
from playground.state.recorder import Recording
from playground.state.session import Session
from playground.ui import theme as look
from playground.ui.engine_words import say_engine
from playground.ui.language import current_language, install_language
from playground.ui.main_window import MainWindow


class Playground(QObject):
    """One document, one session, one window."""

    def __init__(
        self,
        application: QApplication,
        experiment: Experiment,
        window: MainWindow | None = None,
        session: Session | None = None,
    ) -> None:
        """In a window of its own, or in `window`, which is empty; `session` has been given the experiment already."""
        super().__init__(application)
        self._application = application
        self.document = Document(experiment, self)
        self.session = session or Session()
        self.session.setParent(self)
        if session is None:
            self.session.submit(experiment)  # the training thread prepares the data while the window is built
        self.window = window or MainWindow(empty=True)
        with look.building(application):
            self.window.build()
        self.clock = FrameClock(self.session, self)
        self.look = Look(application, self)
        self._passing = False  # what the banner says is over when another run begins
        self.files = Files(self.window, self.document, self.session)
        self.sharing = Sharing(self.window, self.document)
        self.keeping = Keeping(self.window, self.document, self.session)
        self.recent = RecentFiles(self)
        self.limits = LimitFinder(self)
        self.curve_memory = CurveMemory(self.window.curves.view, self)
        self.surface_memory = SurfaceMemory(self.window.surface, self)
        self.callout_memory = CalloutMemory(self.window.network, self)
        self._calls: dict[str, Callable[[], None]] = self._table_of_calls()
        self._connect()
        self._connect_look()
        self.window.show_experiment(self.document.experiment)
        self._show_undo()
        self._show_kept()
        self._show_recent()
        self.limits.look_at(experiment)

    def _table_of_calls(self) -> dict[str, Callable[[], None]]:
        """What each row of the actions' table does."""
        files, session, document, look = self.files, self.session, self.document, self.look
        return {
            "new": self._new,
            "open": files.ask_to_open,
            "open_recent": self.window.top_bar.menu.open_recent,
            "open_table": files.ask_for_table,
            "save": files.save,
            "save_as": files.save_as,
            "export_weights": files.ask_to_export,
            "export_picture": files.ask_for_picture,
            "quit": self._quit,
            "undo": document.undo,
            "redo": document.redo,
            "history": self.window.open_history,
            "copy_link": self.sharing.copy_link,
            "copy_json": self.sharing.copy_json,
            "paste": self.sharing.paste,
            "class_mode": self.window.class_mode.open_dialog,
            "play": self._play_or_pause,
            "step_batch": session.step_batch,
            "step_epoch": session.step_epoch,
            "reset": session.reset,
            "new_seed": self._new_seed,
            "theme": look.switch_theme,
            "theme_system": look.follow_system_theme,
            "language": look.switch_language,
            "language_system": look.follow_system_language,
            "text_larger": look.enlarge_text,
            "text_smaller": look.shrink_text,
            "text_normal": look.reset_text,
            "reduced_motion": look.switch_motion,
            "large_picture": self.window.switch_large_picture,
            "controls": self._switch_controls,
            "full_screen": self.window.switch_full_screen,
            "projector": self._switch_projector,
            "palette": self.window.overlays.open_palette,
            "shortcuts": self.window.overlays.open_shortcuts,
            "about": self.window.show_about,
            "menu": self.window.top_bar.menu.open,
        }

    def _connect(self) -> None:
        window, document, session = self.window, self.document, self.session
        window.edit_requested.connect(self._apply)
        window.edit_started.connect(document.begin_drag)
        window.edit_finished.connect(document.end_drag)
        window.triggered.connect(self._do)
        window.plane_requested.connect(self._set_plane)
        window.window_requested.connect(self._set_window)
        window.optimum_wanted.connect(self._set_optimum)
        window.surface_save_requested.connect(self.files.ask_for_surface)
        window.weight_typed.connect(session.set_weight)
        window.preset_requested.connect(self._open_preset)
        window.file_dropped.connect(self.files.open_or_say)
        window.curves.view.recording_wanted.connect(self._record)
        window.closing.connect(self.close)
        document.changed.connect(self._on_changed)
        self.limits.found.connect(window.controls.show_limits)
        window.controls.limits_wanted.connect(self.limits.want)
        document.refused.connect(self._on_refused)
        document.restricted.connect(self._on_restricted)
        window.class_mode.restrictions_requested.connect(document.restrict)
        document.kept_changed.connect(self._show_kept)
        document.undo_stack.indexChanged.connect(self._show_undo)
        window.overlays.step_requested.connect(document.go_to)
        window.overlays.follow(lambda: (document.steps(), document.undo_stack.index()))
        session.state_changed.connect(window.show_running)
        session.failed.connect(self._on_failed)
        session.started.connect(self._on_started)
        self.clock.frame.connect(self._on_frame)
        self.files.used.connect(self.recent.add)
        self.sharing.file_pasted.connect(self.files.open_or_say)
        self.recent.changed.connect(self._show_recent)
        window.top_bar.menu.opening.connect(self._show_recent)

    def _connect_look(self) -> None:
        window, look = self.window, self.look
        window.theme_requested.connect(look.set_theme)
        window.language_requested.connect(look.set_language)
        window.full_screen_changed.connect(self._on_full_screen)
        look.language_changed.connect(window.top_bar.set_language)
        look.motion_changed.connect(self._set_motion)
        look.changed.connect(self._show_look)
        window.top_bar.set_language(current_language(self._application))
        self._set_motion(look.reduced_motion)
        self._show_look()

    def is_untouched(self) -> bool:
        """Whether everything is as it was at the start."""
        snapshot = self.session.latest()
        begun = snapshot is None or snapshot.step > 0 or self.session.is_running
        return not begun and not self.document.is_modified and self.document.experiment == preset(FIRST)

    # From the window.

    @Slot(object)
    def _apply(self, edit: Edit) -> None:
        self.document.apply(edit)

    @Slot(str)
    def _do(self, action: str) -> None:
        self._calls[action]()

    def _play_or_pause(self) -> None:
        if self.session.is_running:
            self.session.pause()
        else:
            self.session.play()

    def _new(self) -> None:
        self.document.turn_to(preset(FIRST), None, "New")

    def _new_seed(self) -> None:
        self.document.apply(new_seed((self.document.experiment.seed + 1) % 2**32))

    @Slot(str, object)
    def _set_plane(self, kind: str, columns: tuple[int, int]) -> None:
        self.session.change_view(plane_kind="principal" if kind == "principal" else "features", columns=columns)

    @Slot(object)
    def _set_window(self, window: Window | None) -> None:
        self.session.change_view(window=window)

    @Slot(bool)
    def _set_optimum(self, wanted: bool) -> None:
        self.session.change_view(optimal=wanted)

    @Slot(bool, bool)
    def _record(self, batch_costs: bool, layer_norms: bool) -> None:
        self.session.record(Recording(batch_costs=batch_costs, layer_norms=layer_norms))

    @Slot(str)
    def _open_preset(self, name: str) -> None:
        self.document.apply(replace_experiment(preset(name), "Preset"))

    # From document and session.

    @Slot(object)
    def _on_changed(self, experiment: Experiment) -> None:
        self.window.show_experiment(experiment)
        self.session.submit(experiment)
        self.limits.look_at(experiment)

    @Slot(object)
    def _on_restricted(self, restrictions: Restrictions) -> None:
        self.window.class_mode.show_restrictions(restrictions)
        self.window.show_experiment(self.document.experiment)

    @Slot(object)
    def _on_refused(self, error: ExperimentError) -> None:
        self.window.banner.show_message("warning", self.tr("This is not possible"), say_engine(str(error)))
        self._passing = True

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._passing = True
        data = self.document.experiment.data
        if data.kind in PAINTED_KINDS and not data.points:
            self.window.banner.show_message("info", self.tr("Nothing to train on"), say_engine(failure.message))
            return
        title = self.tr("Training diverged") if failure.kind == "diverged" else self.tr("Training stopped")
        self.window.banner.show_message("error", title, say_engine(failure.message))

    @Slot(int)
    def _on_started(self, run: int) -> None:
        if self._passing:
            self.window.banner.dismiss()
            self._passing = False

    @Slot(object)
    def _on_frame(self, snapshot: Snapshot) -> None:
        with np.errstate(over="ignore", invalid="ignore"):  # a network about to diverge is shown as it is
            self.window.show_snapshot(snapshot)

    @Slot()
    def _show_undo(self) -> None:
        document, stack = self.document, self.document.undo_stack
        undo = document.step(stack.index() - 1) if stack.canUndo() else None
        redo = document.step(stack.index()) if stack.canRedo() else None
        self.window.show_undo(undo, redo)
        self.window.overlays.refresh_history()

    @Slot()
    def _show_kept(self) -> None:
        self.window.show_file(self.document.path, self.document.is_modified)

    @Slot()
    def _show_recent(self) -> None:
        paths = self.recent.paths()
        self.window.top_bar.menu.set_recent(paths)
        self.window.overlays.show_recent(paths)

    # The look.

    @Slot()
    def _show_look(self) -> None:
        look = self.look
        self.window.show_switches(
            theme_system=look.theme == "system",
            language_system=look.language == "system",
            reduced_motion=look.reduced_motion,
            projector=look.is_projecting,
            controls=not self.window.controls.isHidden(),
        )

    @Slot(bool)
    def _set_motion(self, reduced: bool) -> None:
        self.window.network.set_reduced_motion(reduced)

    def _switch_controls(self) -> None:
        self.window.show_controls(self.window.controls.isHidden())

    def _switch_projector(self) -> None:
        wanted = not self.look.is_projecting
        self.window.set_full_screen(wanted)
        self._project(wanted)

    def _project(self, on: bool) -> None:
        """Pictures and text for the last row, or everything at its size on the desk."""
        self.window.show_projected(on)
        self.look.project(self.window.projected_scale() if on else None)

    @Slot(bool)
    def _on_full_screen(self, full: bool) -> None:
        if not full and self.look.is_projecting:
            self._project(False)

    def _quit(self) -> None:
        self.window.close()

    def turn_to(self, what: Path | Shared | None) -> None:
        """Go on with a file, or with what a link holds. Raises as `begin`."""
        if isinstance(what, Shared):
            self.document.turn_to(what.experiment, None, restrictions=restrictions_from(what.aside))
        elif what is not None:
            self.files.open(what)

    @Slot()
    def close(self) -> None:
        """Keep the session and end it; may be repeated."""
        QSettings().setValue("geometry", self.window.saveGeometry())
        self.limits.close()
        self.keeping.finish()
        self.session.close()


def begin(
    application: QApplication,
    window: MainWindow,
    what: Path | Shared | None,
    session: Session | None = None,
    *,
    fresh: bool = False,
) -> Playground:
    """The program in an empty window, which then shows the first snapshot whole.

    It goes on with the last session, unless `fresh`. What is given is a file (an experiment, a table or exported
    weights) or what a link holds; undo leads from it back to the last session.
    `session` has been given the first experiment already.
    Raises ExperimentError, DataError, FileFormatError or OSError for a file that cannot be opened.
    """
    Look(application).put_on()
    playground = Playground(application, preset(FIRST), window, session)
    playground.keeping.begin(session_folder(), fresh=fresh)
    try:
        playground.turn_to(what)
    except BaseException:
        playground.close()
        playground.deleteLater()  # the application, which holds it, may go on without
        raise
    wait_for_snapshot(playground.session)
    playground.callout_memory.recall()
    playground.curve_memory.recall()
    playground.surface_memory.recall()
    playground.clock.tick()
    return playground


def take_screenshot(
    path: Path, experiment: Experiment, epochs: int, size: tuple[int, int], theme: str, language: str
) -> None:
    """Train for so many epochs, as the window does, and write what it then shows. Raises OSError."""
    application = make_application()
    look.apply(application, look.DARK if theme == "dark" else look.LIGHT)
    install_language(application, language)
    playground = Playground(application, experiment)
    window = playground.window
    window.resize(QSize(*size))
    window.show()
    for _ in range(epochs):
        playground.session.step_epoch()
    trainer_done = playground.session.export_state(timeout=3600.0)
    assert trainer_done.experiment == experiment, "the session trains what was submitted"
    _wait_for_epoch(application, playground, epochs)
    written = window.grab().save(str(path))
    window.close()
    if not written:
        raise OSError(f"{path}: the picture cannot be written")


def _wait_for_epoch(application: QApplication, playground: Playground, epochs: int) -> None:
    """Let events pass until the snapshot of the last epoch, or of a failure, has been shown."""
    seen: list[Snapshot] = []
    playground.clock.frame.connect(seen.append)
    while not any(one.epoch >= epochs or one.failure is not None for one in seen):
        application.processEvents()
        snapshot = playground.session.latest()
        if snapshot is not None and (snapshot.epoch >= epochs or snapshot.failure is not None):
            playground.window.show_snapshot(snapshot)
            seen.append(snapshot)
    application.processEvents()
