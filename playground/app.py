"""The page where what happens and what is seen meet: creates document, session, clock and window, and connects them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from engine.edits import Edit, replace_experiment
from engine.experiment import Experiment
from engine.experiment_text import Shared
from engine.plane import Window
from engine.presets import preset
from engine.snapshot import Snapshot
from playground.program.callout_memory import CalloutMemory
from playground.program.commands import Commands
from playground.program.curve_memory import CurveMemory
from playground.program.exports import Exports
from playground.program.file_dialogs import FileDialogs
from playground.program.files import Files
from playground.program.first_run import FIRST, wait_for_snapshot
from playground.program.keeping import Keeping
from playground.program.kept_session import session_folder
from playground.program.look import Look
from playground.program.recent_files import RecentFiles
from playground.program.sharing import Sharing
from playground.program.surface_memory import SurfaceMemory
from playground.program.teaching import Teaching
from playground.program.telling import Telling
from playground.restrictions import Restrictions, restrictions_from
from playground.state.document import Document
from playground.state.frame_clock import FrameClock
from playground.state.limit_finder import LimitFinder
from playground.state.recorder import Recording
from playground.state.session import Session
from playground.ui import theme as look
from playground.ui.language import current_language
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
        dialogs = FileDialogs(self.window, self.document)
        self.files = Files(self.window, self.document, self.session, dialogs)
        self.exports = Exports(self.window, self.session, dialogs)
        self.sharing = Sharing(self.window, self.document)
        self.keeping = Keeping(self.window, self.document, self.session)
        self.recent = RecentFiles(self)
        self.limits = LimitFinder(self)
        self.teaching = Teaching(self.window, self.document)
        self.curve_memory = CurveMemory(self.window.curves.view, self)
        self.surface_memory = SurfaceMemory(self.window.surface, self)
        self.callout_memory = CalloutMemory(self.window.network, self)
        self.commands = Commands(
            self.window, self.document, self.session, self.files, self.exports, self.sharing, self.look
        )
        self.telling = Telling(self.window, self.document, self.session, self.look, self.recent)
        self._connect_document()
        self._connect_run()
        self._connect_files_and_look()
        self.telling.tell_all()
        self.limits.look_at(experiment)

    def _connect_document(self) -> None:
        window, document = self.window, self.document
        window.edit_requested.connect(self._apply)
        window.edit_started.connect(document.begin_drag)
        window.edit_finished.connect(document.end_drag)
        window.preset_requested.connect(self._open_preset)
        window.class_mode.restrictions_requested.connect(document.restrict)
        window.overlays.step_requested.connect(document.go_to)
        window.overlays.follow(lambda: (document.steps(), document.undo_stack.index()))
        document.changed.connect(self._on_changed)
        document.restricted.connect(self._on_restricted)

    def _connect_run(self) -> None:
        window = self.window
        window.plane_requested.connect(self._set_plane)
        window.window_requested.connect(self._set_window)
        window.optimum_wanted.connect(self._set_optimum)
        window.weight_typed.connect(self.session.set_weight)
        window.curves.view.recording_wanted.connect(self._record)
        window.controls.limits_wanted.connect(self.limits.want)
        self.limits.found.connect(window.controls.show_limits)
        self.clock.frame.connect(self._on_frame)

    def _connect_files_and_look(self) -> None:
        window, files, look = self.window, self.files, self.look
        window.triggered.connect(self.commands.do)
        window.surface_save_requested.connect(self.exports.ask_for_surface)
        window.file_requested.connect(files.open_or_say)
        window.drop_target.files_dropped.connect(files.open_dropped)
        window.drop_target.text_dropped.connect(self.sharing.take)
        self.sharing.files_pasted.connect(files.open_dropped)
        files.used.connect(self.recent.add)
        self._application.applicationStateChanged.connect(self._on_application_state)
        window.theme_requested.connect(look.set_theme)
        window.language_requested.connect(look.set_language)
        window.full_screen_changed.connect(self._on_full_screen)
        window.top_bar.set_language(current_language(self._application))
        window.may_close = self.keeping.may_close
        window.closing.connect(self.close)

    def is_untouched(self) -> bool:
        """Whether everything is as it was at the start."""
        snapshot = self.session.latest()
        begun = snapshot is None or snapshot.step > 0 or self.session.is_running
        said = self.window.banner.isVisible()
        return not begun and not said and not self.document.is_modified and self.document.experiment == preset(FIRST)

    # From the window.

    @Slot(object)
    def _apply(self, edit: Edit) -> None:
        self.document.apply(edit)

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
    def _on_frame(self, snapshot: Snapshot) -> None:
        with np.errstate(over="ignore", invalid="ignore"):  # a network about to diverge is shown as it is
            self.window.show_snapshot(snapshot)

    @Slot(bool)
    def _on_full_screen(self, full: bool) -> None:
        if not full and self.look.is_projecting:
            self.commands.project(False)

    @Slot(Qt.ApplicationState)
    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.files.look_at_disk()

    def turn_to(self, what: Path | Shared | None) -> None:
        """Go on with a file, or with what a link holds. Raises as `begin`."""
        if isinstance(what, Shared):
            self.document.turn_to(what.experiment, None, restrictions=restrictions_from(what.aside))
        elif what is not None:
            self.files.open(what)

    @Slot()
    def close(self) -> None:
        """Keep the session and end it; may be repeated."""
        self.limits.close()
        self.teaching.close()
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
    playground.files.compare_with_disk()
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
